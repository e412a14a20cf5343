#include <algorithm>

#include "citation.h"
#include "rule.h"
#include "sort.h"
#include "words.h"

namespace gouji {
namespace {

struct Pair {
  char32_t open;
  char32_t close;
  Severity severity;
  std::string_view zh;
};

constexpr Pair pairs[] = {
    {U'《', U'》', Severity::warning, "书名号"},   {U'(', U')', Severity::warning, "括号"},
    {U'〔', U'〕', Severity::warning, "六角括号"}, {U'“', U'”', Severity::advice, "引号"},
    {U'【', U'】', Severity::advice, "方头括号"},  {U'「', U'」', Severity::advice, "引号"},
};

/// A bracket without its counterpart.
struct Lone {
  const Pair* pair = nullptr;
  bool opens = false;
  ProseSpan span;
  std::uint32_t paragraph = 0;
};

bool is_label_letter(char32_t code) {
  return (code >= '0' && code <= '9') || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') ||
         std::u32string_view(U"一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩").find(code) != std::u32string_view::npos;
}

/// The letters of a paragraph before a bracket, the last one first.
class Before {
 public:
  Before(std::string_view text, ProseSpan paragraph, std::uint32_t bracket)
      : text_(text), begin_(paragraph.begin), at_(bracket) {}

  /// 0 where there is no more.
  char32_t next() {
    if (at_ == begin_) return 0;
    while ((text_[--at_] & 0xc0) == 0x80) {
    }
    return letter_at(text_, at_);
  }

 private:
  std::string_view text_;
  std::uint32_t begin_;
  std::uint32_t at_;
};

/// 1) a) 一): a label of a list; at most two letters, the lists of a line being run together on many pages.
bool is_label(Before before) {
  std::size_t letters = 0;
  while (letters < 3 && is_label_letter(before.next())) ++letters;
  return letters == 1 || letters == 2;
}

/// :-) and the like.
bool is_face(Before before, char32_t bracket) {
  constexpr std::u32string_view eyes = U":;-^";
  const char32_t nose = before.next();
  if (nose == 0) return false;
  return nose == U'-' || nose == U'^' || (nose == U':' && bracket == U')') ||
         (nose == U'_' && eyes.find(before.next()) != std::u32string_view::npos);
}

/// More of them in one paragraph are no slip: a drawing, a program, a damaged page.
constexpr std::size_t most_in_a_paragraph = 4;
/// So many paragraphs on the counterpart may stand: the page broke the line, or a quotation goes on over several.
constexpr std::uint32_t reach = 3;

/// The lone brackets of one kind.
class Pairing {
 public:
  explicit Pairing(const Pair& pair) : pair_(pair) {}

  /// The signs of a paragraph, which is the next one.
  void read(const Prose& prose, std::uint32_t paragraph, std::span<const Letter> signs) {
    std::vector<Lone> open;
    std::vector<Lone> lone;
    for (const Letter& sign : signs) {
      if (sign.code != pair_.open && sign.code != pair_.close) continue;
      const Before before(prose.text(), prose.paragraphs()[paragraph].span, sign.begin);
      if (sign.code == pair_.open) {
        if (!is_face(before, sign.code)) open.push_back({&pair_, true, sign.span(), paragraph});
      } else if (!open.empty()) {
        open.pop_back();
      } else if (pair_.close != U')' || !(is_label(before) || is_face(before, sign.code))) {
        lone.push_back({&pair_, false, sign.span(), paragraph});
      }
    }
    if (lone.size() + open.size() > most_in_a_paragraph) return;
    for (const Lone& bracket : lone) {
      const bool opened_before = !waiting_.empty() && waiting_.back().paragraph + reach >= paragraph;
      if (opened_before) {
        waiting_.pop_back();
      } else {
        found_.push_back(bracket);
      }
    }
    waiting_.insert(waiting_.end(), open.begin(), open.end());
  }

  void give(std::vector<Lone>& all) const {
    all.insert(all.end(), found_.begin(), found_.end());
    all.insert(all.end(), waiting_.begin(), waiting_.end());
  }

 private:
  const Pair& pair_;
  std::vector<Lone> found_;    ///< closed without having been opened
  std::vector<Lone> waiting_;  ///< opened, and not closed so far
};

/// How often a sign stands in `text`.
std::size_t count_of(std::string_view text, char32_t sign) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) == sign ? 1 : 0;
  return count;
}

class Check {
 public:
  Check(const Document& document, std::vector<Finding>& findings)
      : document_(document), prose_(document.prose), findings_(findings) {}

  void run() {
    std::vector<Pairing> pairings(std::begin(pairs), std::end(pairs));
    for (std::uint32_t p = 0; p < prose_.paragraphs().size(); ++p) {
      const auto signs = prose_.letters().signs_in(prose_.paragraphs()[p].span);
      for (Pairing& pairing : pairings) pairing.read(prose_, p, signs);
    }
    std::vector<Lone> lone;
    for (const Pairing& pairing : pairings) pairing.give(lone);
    std::erase_if(lone, [&](const Lone& bracket) { return is_excused(bracket); });
    sort_by_place(lone);
    for (std::size_t i = 0; i < lone.size(); ++i) {
      const bool mixed = i + 1 < lone.size() && lone[i].opens && !lone[i + 1].opens &&
                         lone[i].paragraph == lone[i + 1].paragraph && lone[i + 1].span.begin - lone[i].span.end < 150;
      report(lone[i], mixed ? &lone[i + 1] : nullptr);
      if (mixed) ++i;
    }
  }

 private:
  [[nodiscard]] bool is_excused(const Lone& bracket) const;
  [[nodiscard]] bool is_outside_prose(const Lone& bracket) const;
  void report(const Lone& bracket, const Lone* partner);

  const Document& document_;
  const Prose& prose_;
  std::vector<Finding>& findings_;
};

/// Whether the counterpart may stand in what the prose leaves out: a line taken for the page's, a cell of a table.
bool Check::is_outside_prose(const Lone& bracket) const {
  const auto& paragraphs = prose_.paragraphs();
  const std::uint32_t p = bracket.paragraph;
  const std::string_view folded = document_.text.folded();
  const auto begin_of = [&](std::uint32_t i) { return prose_.in_folded(paragraphs[i].span).begin; };
  const auto end_of = [&](std::uint32_t i) { return prose_.in_folded(paragraphs[i].span).end; };
  const std::uint32_t from = bracket.opens ? end_of(p) : p == 0 ? 0 : end_of(p - 1);
  const std::uint32_t to =
      bracket.opens ? (p + 1 < paragraphs.size() ? begin_of(p + 1) : static_cast<std::uint32_t>(folded.size()))
                    : begin_of(p);
  const char32_t wanted = bracket.opens ? bracket.pair->close : bracket.pair->open;
  if (from < to && count_of(folded.substr(from, to - from), wanted) > 0) return true;
  const Span own = prose_.in_folded(paragraphs[p].span);
  return count_of(folded.substr(own.begin, own.end - own.begin), wanted) >
         count_of(prose_.at(paragraphs[p].span), wanted);
}

bool Check::is_excused(const Lone& bracket) const {
  const Prose::Paragraph& paragraph = prose_.paragraphs()[bracket.paragraph];
  const Span place = prose_.in_folded(paragraph.span);
  // Halves of labels that a page has torn off their table are no sentences.
  if (paragraph.kind == LineKind::tabular) return true;
  for (const TableReading& table : document_.tables) {
    if (place.begin < table.span.end && table.span.begin < place.end) return true;
  }
  const std::string_view text = prose_.at(paragraph.span);
  // What a paste was cut off in.
  const bool is_last = bracket.paragraph + 1 == prose_.paragraphs().size();
  if (bracket.opens && is_last && !text.ends_with("。")) return true;
  // A quotation of several paragraphs opens anew with each.
  if (bracket.pair->open == U'“' && bracket.opens && !is_last &&
      prose_.at(prose_.paragraphs()[bracket.paragraph + 1].span).starts_with("“"))
    return true;
  // "…”: one of the pair is a straight quotation mark.
  if (bracket.pair->open == U'“' && text.find('"') != std::string_view::npos) return true;
  // The brackets of document numbers are told by their own rule.
  for (const CitedNumber& cited : cited_numbers(prose_.text(), prose_.letters(), paragraph.span)) {
    if (cited.year.contains(bracket.span)) return true;
  }
  return is_outside_prose(bracket);
}

void Check::report(const Lone& bracket, const Lone* partner) {
  const std::string sign(prose_.at(bracket.span));
  const std::string name(bracket.pair->zh);
  Finding finding;
  finding.severity = bracket.pair->severity;
  finding.span = prose_.in_folded(bracket.span);
  if (partner != nullptr) {
    const std::string other(prose_.at(partner->span));
    finding.related.push_back({prose_.in_folded(partner->span), "other", std::nullopt, std::nullopt});
    finding.message = say("“{0}”与“{1}”不成对。", "“{0}” and “{1}” do not match.", {sign, other});
  } else if (bracket.opens) {
    finding.message = say("{0}“{1}”没有另一半。", "“{1}” is never closed.", {name, sign});
  } else {
    finding.message = say("{0}“{1}”前面没有另一半。", "“{1}” was never opened.", {name, sign});
  }
  finding.advice = say("补上另一半，或者删去。", "Put the other one in, or take this one out.");
  findings_.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) { Check(document, findings).run(); }

}  // namespace

extern const Rule unbalanced_brackets_rule;
const Rule unbalanced_brackets_rule = {
    "unbalanced-brackets",
    Severity::warning,
    "括号或引号不成对",
    "Brackets that do not match",
    "GB/T 15834—2011《标点符号用法》",
    check,
};

}  // namespace gouji
