#include "clause.h"

#include <algorithm>
#include <array>
#include <optional>

#include "words.h"

namespace gouji {
namespace {

constexpr int deepest = 3;

struct Divider {
  std::string_view text;
  Sign sign;
};
constexpr Divider dividers[] = {
    {"、", Sign::pause}, {",", Sign::comma}, {":", Sign::colon}, {";", Sign::semicolon},
    {"。", Sign::stop},  {"!", Sign::stop},  {"?", Sign::stop},
};

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr Quotes quotes[] = {{"“", "”"},   {"《", "》"}, {"「", "」"}, {"『", "』"},
                             {"〔", "〕"}, {"【", "】"}, {"[", "]"}};

constexpr std::array<std::string_view, 5> joining = {"以及", "和", "及", "与", "并"};

class Splitter {
 public:
  Splitter(const Prose& prose, std::span<const Quantity> figures)
      : prose_(prose), text_(prose.text()), figures_(figures) {}

  /// The clauses up to `end` or to the bracket that closes; moves on behind them.
  std::vector<Clause> clauses(std::uint32_t& at, std::uint32_t end, int depth) {
    std::vector<Clause> list;
    Clause current;
    current.span = {at, at};
    const auto close = [&](std::uint32_t until, Sign sign, std::uint32_t from) {
      current.span.end = until;
      for (std::size_t f = 0; f < current.figures.size(); ++f) current.counts.push_back(counts(current, f));
      if (!current.span.empty() || current.before == Sign::colon) list.push_back(std::move(current));
      // Of signs that follow each other the strongest counts.
      const Sign before = until == current.span.begin ? std::max(sign, current.before) : sign;
      current = Clause();
      current.before = before;
      current.span = {from, from};
    };
    while (at < end) {
      if (const Quantity* figure = figure_at(at); figure != nullptr && figure->whole.end <= end) {
        current.figures.push_back(*figure);
        at = figure->whole.end;
        if (const std::uint32_t size = joint_at(at); size > 0 && at + size < end) {
          close(at, Sign::pause, at + size);
          at += size;
        } else if (sum_follows(at)) {
          close(at, Sign::comma, at);
        }
        continue;
      }
      const std::string_view rest = text_.substr(at, end - at);
      if (const std::uint32_t size = quoted(rest); size > 0) {
        at += size;
        continue;
      }
      if (rest[0] == '(') {
        const std::uint32_t until = closing(at, end);
        std::uint32_t inner = at + 1;
        Remark remark{{inner, until}, {}};
        if (depth < deepest) remark.clauses = clauses(inner, until, depth + 1);
        current.remarks.push_back(std::move(remark));
        at = until < end && text_[until] == ')' ? until + 1 : until;
        continue;
      }
      const auto divider = std::find_if(std::begin(dividers), std::end(dividers),
                                        [&](const Divider& d) { return rest.starts_with(d.text); });
      if (divider == std::end(dividers)) {
        at = next_place(at + 1, end);
        continue;
      }
      const auto size = static_cast<std::uint32_t>(divider->text.size());
      close(at, divider->sign, at + size);
      at += size;
    }
    close(end, Sign::none, end);
    return list;
  }

 private:
  [[nodiscard]] const Quantity* figure_at(std::uint32_t at) {
    while (next_ < figures_.size() && figures_[next_].whole.begin < at) ++next_;
    return next_ < figures_.size() && figures_[next_].whole.begin == at ? &figures_[next_] : nullptr;
  }

  /// Where the next figure, sign or quotation may begin.
  [[nodiscard]] std::uint32_t next_place(std::uint32_t at, std::uint32_t end) const {
    static const FirstLetters signs({}, "、,:;。!?“《「『〔【[(");
    std::size_t next = next_;
    while (next < figures_.size() && figures_[next].whole.begin < at) ++next;
    if (next < figures_.size()) end = std::min(end, figures_[next].whole.begin);
    return static_cast<std::uint32_t>(signs.find(text_.substr(0, end), at));
  }

  /// Whether a figure of a clause counts what is there.
  [[nodiscard]] bool counts(const Clause& clause, std::size_t figure) const {
    if (clause.figures[figure].kind != Quantity::Kind::number) return false;
    const std::string words = words_before(prose_, clause, figure);
    if (!trailing_word(words, words::differences).empty() || has_word(words, words::compared)) return false;
    if (!trailing_word(words, words::starting_points).empty()) return false;
    return !has_word(words, words::previous_periods) || has_word(words, words::carrying) ||
           has_word(words_behind(prose_, clause, figure), words::carrying);
  }

  /// The size of a quotation at the beginning of `rest`, 0 for none.
  static std::uint32_t quoted(std::string_view rest) {
    constexpr std::size_t longest = 240;
    for (const Quotes& pair : quotes) {
      if (!rest.starts_with(pair.open)) continue;
      const std::size_t end = rest.substr(0, longest).find(pair.close);
      if (end == std::string_view::npos) return static_cast<std::uint32_t>(pair.open.size());
      return static_cast<std::uint32_t>(end + pair.close.size());
    }
    return 0;
  }

  /// Where the bracket that opens at `at` closes; without a closing one within reach, where the sentence ends.
  [[nodiscard]] std::uint32_t closing(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t reach = 4000;
    end = std::min(end, at + reach);
    int depth = 0;
    for (std::uint32_t i = at; i < end; ++i) {
      depth += text_[i] == '(' ? 1 : text_[i] == ')' ? -1 : 0;
      if (depth == 0) return i;
    }
    const std::size_t stop = text_.substr(at, end - at).find("。");
    return stop == std::string_view::npos ? end : at + static_cast<std::uint32_t>(stop);
  }

  [[nodiscard]] std::uint32_t joint_at(std::uint32_t at) const {
    for (const std::string_view word : joining) {
      if (text_.substr(at).starts_with(word)) return static_cast<std::uint32_t>(word.size());
    }
    return 0;
  }

  /// B5件共8件: the sum begins a clause of its own.
  [[nodiscard]] bool sum_follows(std::uint32_t at) const {
    const std::string_view word = leading_word(text_.substr(at), words::sum_words);
    if (word.empty()) return false;
    const auto begin = at + static_cast<std::uint32_t>(word.size());
    for (std::size_t i = next_; i < figures_.size() && figures_[i].whole.begin <= begin; ++i) {
      if (figures_[i].whole.begin == begin) return true;
    }
    return false;
  }

  const Prose& prose_;
  std::string_view text_;
  std::span<const Quantity> figures_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<ParagraphClauses> clauses_with_figures(const Prose& prose) {
  std::vector<ParagraphClauses> all;
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) {
    if (paragraph.kind != LineKind::prose) continue;
    const auto figures = prose.quantities_in(paragraph.span);
    if (figures.size() < 2) continue;
    Splitter splitter(prose, figures);
    std::uint32_t at = paragraph.span.begin;
    all.push_back({paragraph.span, splitter.clauses(at, paragraph.span.end, 0)});
  }
  return all;
}

std::string words_of(const Prose& prose, const Clause& clause, std::uint32_t begin, std::uint32_t end) {
  std::string words;
  for (const Remark& remark : clause.remarks) {
    if (remark.span.end <= begin || remark.span.begin > end) continue;
    if (remark.span.begin - 1 > begin) words += prose.at({begin, remark.span.begin - 1});
    begin = std::min(end, remark.span.end + 1);
  }
  if (begin < end) words += prose.at({begin, end});
  return words;
}

std::string words_of(const Prose& prose, const Clause& clause) {
  return words_of(prose, clause, clause.span.begin, clause.span.end);
}

std::string words_before(const Prose& prose, const Clause& clause, std::size_t figure) {
  return words_of(prose, clause, figure == 0 ? clause.span.begin : clause.figures[figure - 1].whole.end,
                  clause.figures[figure].whole.begin);
}

std::string words_behind(const Prose& prose, const Clause& clause, std::size_t figure) {
  return words_of(prose, clause, clause.figures[figure].whole.end,
                  figure + 1 < clause.figures.size() ? clause.figures[figure + 1].whole.begin : clause.span.end);
}

}  // namespace gouji
