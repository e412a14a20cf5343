#include <algorithm>
#include <array>

#include "label.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// Longer repeats are pasted twice on purpose or by the page.
constexpr std::size_t longest = 60;
/// What stands more often in a row is an ornament; where so many words are doubled, the text is no report.
constexpr std::size_t most_in_a_row = 4;
constexpr std::size_t most_in_all = 20;
/// As long must a clause be to be no mere coincidence.
constexpr std::size_t clause = 8;

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

/// Words that stand twice.
///
///     科技计划资金资金分配
///             ^^^^           word
///             ^^^^^^^^       span
struct Doubled {
  ProseSpan span;
  std::string_view word;
  std::uint32_t keep = 0;  ///< bytes from the begin of the span that should be left
  Severity severity = Severity::warning;
};

/// What is known of a letter before it is looked at.
struct Clue {
  /// How many letters on the next two begin that may be the same as it and its neighbour; 0 where none do within reach.
  std::uint8_t to_like = 0;
  bool connects = false;  ///< a connective begins with it
  bool worth_a_look = false;
};

/// Of all letters, most of which are worth no look.
std::vector<Clue> clues_of(const Letters& letters) {
  const std::span<const Letter> all = letters.all();
  std::array<std::uint32_t, 1024> nearest{};  // by a hash of both letters, one more than the first's index
  std::vector<Clue> clues(all.size());
  for (std::size_t i = all.size(); i-- > 1;) {
    std::uint32_t& place = nearest[(all[i - 1].code * 5 + all[i].code) % nearest.size()];
    if (place != 0 && place - i <= longest) clues[i - 1].to_like = static_cast<std::uint8_t>(place - i);
    clues[i - 1].worth_a_look = clues[i - 1].to_like != 0 || all[i - 1].code == all[i].code;
    place = static_cast<std::uint32_t>(i);
  }
  for (const Occurrence& connective : letters.of(words::connectives)) {
    Clue& clue = clues[static_cast<std::size_t>(&letters.in(connective.span()).front() - all.data())];
    clue.connects = clue.worth_a_look = true;
  }
  return clues;
}

/// Looks through one paragraph.
class Search {
 public:
  Search(const Prose& prose, const Prose::Paragraph& paragraph, std::span<const Letter> letters,
         std::span<const Clue> clues)
      : prose_(prose), text_(prose.text()), paragraph_(paragraph), letters_(letters), clues_(clues) {}

  std::vector<Doubled> run() {
    for (std::size_t i = 0; i + 1 < letters_.size() && found_.size() <= most_in_all; ++i) {
      if (!clues_[i].worth_a_look) continue;
      if (opens_ornament(i)) continue;
      if (const auto found = at(i)) {
        found_.push_back(*found);
        while (i + 1 < letters_.size() && letters_[i + 1].begin < found->span.end) ++i;
      }
    }
    return found_;
  }

 private:
  [[nodiscard]] std::string_view words(std::size_t first, std::size_t count) const {
    const std::uint32_t begin = letters_[first].begin;
    return text_.substr(begin, letters_[first + count - 1].span().end - begin);
  }
  [[nodiscard]] std::string_view before(std::size_t i) const {
    return text_.substr(paragraph_.span.begin, letters_[i].begin - paragraph_.span.begin);
  }
  [[nodiscard]] std::string_view from(std::size_t i) const {
    if (i >= letters_.size()) return {};
    return text_.substr(letters_[i].begin, paragraph_.span.end - letters_[i].begin);
  }
  [[nodiscard]] bool same(std::size_t a, std::size_t b, std::size_t count) const {
    for (std::size_t k = 0; k < count; ++k) {
      if (letters_[a + k].code != letters_[b + k].code) return false;
    }
    return true;
  }
  [[nodiscard]] Doubled doubled(std::size_t first, std::size_t count, std::size_t second) const {
    return {{letters_[first].begin, letters_[second + count - 1].span().end},
            words(first, count),
            letters_[second].begin - letters_[first].begin,
            Severity::warning};
  }

  /// ……………, ——————
  [[nodiscard]] bool opens_ornament(std::size_t i) const {
    return i + most_in_a_row < letters_.size() && same(i, i + 1, most_in_a_row);
  }

  [[nodiscard]] std::optional<Doubled> at(std::size_t i) const;
  [[nodiscard]] std::optional<Doubled> connective(std::size_t i) const;
  [[nodiscard]] std::optional<Doubled> repeat(std::size_t i, std::size_t count) const;
  [[nodiscard]] std::optional<Doubled> turned(std::size_t i, std::size_t count) const;
  [[nodiscard]] std::optional<Doubled> single(std::size_t i) const;
  [[nodiscard]] bool is_word(std::size_t i, std::size_t count) const;
  [[nodiscard]] bool is_reduplicated(std::size_t i, std::size_t count) const;
  [[nodiscard]] bool are_two_terms(std::size_t i, std::size_t count) const;
  [[nodiscard]] bool may_be_two_terms(std::size_t i, std::size_t count) const;
  [[nodiscard]] bool is_parted(std::size_t i) const;

  const Prose& prose_;
  std::string_view text_;
  const Prose::Paragraph& paragraph_;
  std::span<const Letter> letters_;
  std::span<const Clue> clues_;
  std::vector<Doubled> found_;
};

/// Whether space or a line break stands in front of letter `i` in the paste: a heading before its text, cells of a line.
bool Search::is_parted(std::size_t i) const {
  const Span before = prose_.in_folded(letters_[i - 1].span());
  return before.end != prose_.in_folded(letters_[i].span()).begin;
}

/// Chinese letters alone, or a year; or a whole clause with the sign that ends it.
bool Search::is_word(std::size_t i, std::size_t count) const {
  std::size_t chinese = 0;
  std::size_t digits = 0;
  for (std::size_t k = i; k < i + count; ++k) {
    chinese += is_chinese(letters_[k].code) ? 1 : 0;
    digits += is_digit(letters_[k].code) ? 1 : 0;
  }
  if (chinese == count) return true;
  if (digits == 4 && chinese == count - digits && words(i, count).starts_with("20") &&
      words(i, count).substr(4).starts_with("年"))
    return true;
  const std::string_view last = words(i + count - 1, 1);
  return chinese >= clause && (last == "," || last == "。" || last == ";" || last == "、");
}

/// 研究研究, 一条一条, 公开公开再公开; 哈哈哈哈 and 二〇二〇 are no words said twice.
bool Search::is_reduplicated(std::size_t i, std::size_t count) const {
  const std::string_view word = words(i, count);
  if (is_one_of(word, words::reduplicated) || word.starts_with("逐") || word.starts_with("几")) return true;
  constexpr std::u32string_view numerals = U"一二三四五六七八九十百千万零〇两";
  if (letters_[i].code == U'一' && count <= 3) return true;
  const auto all = [&](auto&& condition) {
    return std::all_of(letters_.begin() + static_cast<std::ptrdiff_t>(i),
                       letters_.begin() + static_cast<std::ptrdiff_t>(i + count), condition);
  };
  if (all([&](const Letter& letter) { return letter.code == letters_[i].code; })) return true;
  if (all([&](const Letter& letter) { return numerals.find(letter.code) != std::u32string_view::npos; })) return true;
  const std::string_view rest = from(i + 2 * count);
  return (rest.starts_with("再") || rest.starts_with("更")) && rest.substr(3).starts_with(word);
}

/// 人民政府|政府信息: the end of one term and the begin of the next.
bool Search::are_two_terms(std::size_t i, std::size_t count) const {
  const std::string_view word = words(i, count);
  const std::string_view left = text_.substr(paragraph_.span.begin, letters_[i + count].begin - paragraph_.span.begin);
  const bool ends_term =
      trailing_word(left, words::compounds).size() > word.size() || is_one_of(word, words::names_of_places);
  const std::string_view next = leading_word(from(i + count), words::compounds);
  const bool begins_term =
      next.size() > word.size() ||
      (is_one_of(word, words::names_of_places) && is_chinese(letter_at(text_, letters_[i + 2 * count - 1].span().end)));
  return ends_term && begins_term;
}

/// Whether the report itself uses what would be the two terms, but not what is left when one word is taken out.
bool Search::may_be_two_terms(std::size_t i, std::size_t count) const {
  const std::size_t behind = i + 2 * count;
  if (i < 2 || behind + 2 > letters_.size()) return false;
  const std::string_view left = words(i - 2, count + 2);
  const std::string_view right = words(i + count, count + 2);
  const std::string joined = std::string(left) + std::string(words(behind, 2));
  return count_of(text_, left) > 1 && count_of(text_, right) > 1 && count_of(text_, joined) == 0;
}

/// 其中,其中
std::optional<Doubled> Search::connective(std::size_t i) const {
  if (!clues_[i].connects) return std::nullopt;
  const std::uint32_t end =
      letters_[i].begin + static_cast<std::uint32_t>(leading_word(from(i), words::connectives).size());
  std::size_t count = 0;
  while (letters_[i + count].begin < end) ++count;
  const std::size_t mark = i + count;
  if (mark + count >= letters_.size() || !same(i, mark + 1, count)) return std::nullopt;
  const std::string_view sign = words(mark, 1);
  if (sign != "," && sign != ":" && sign != "、") return std::nullopt;
  return doubled(i, count, mark + 1);
}

/// The same words twice, unless that is right.
std::optional<Doubled> Search::repeat(std::size_t i, std::size_t count) const {
  if (is_reduplicated(i, count) || are_two_terms(i, count)) return std::nullopt;
  // 结果结果其他尚未: what is left of the heads of a table.
  const bool punctuated = prose_.at(paragraph_.span).find_first_of(",;:") != std::string_view::npos ||
                          prose_.at(paragraph_.span).find("。") != std::string_view::npos;
  if (!punctuated && Vocabulary::official().covers(ink_of(words(i, count)))) return std::nullopt;
  Doubled found = doubled(i, count, i + count);
  // A figure may close one passage and open the next.
  const bool tells_figure =
      !is_chinese(letters_[i + count - 1].code) && found.word.find_first_of("0123456789") != std::string_view::npos;
  if (tells_figure) found.severity = Severity::advice;
  return found;
}

/// 的的, and 我局局将.
std::optional<Doubled> Search::single(std::size_t i) const {
  if (i + 1 >= letters_.size() || letters_[i].code != letters_[i + 1].code || is_parted(i + 1)) return std::nullopt;
  Doubled found = doubled(i, 1, i + 1);
  if (i + 2 < letters_.size() && letters_[i + 2].code == letters_[i].code) return std::nullopt;
  const std::string_view pair = words(i, 2);
  if (!leading_word(from(i), words::doubled_slips).empty()) return found;
  if (is_one_of(pair, words::doubled_bodies)) {
    const bool sure = !trailing_word(before(i), words::before_bodies).empty() &&
                      !leading_word(from(i + 2), words::after_bodies).empty();
    return sure ? std::optional(found) : std::nullopt;
  }
  const bool perhaps = is_one_of(pair, words::function_doubles_perhaps);
  if (!perhaps && !is_one_of(pair, words::function_doubles)) return std::nullopt;
  const std::size_t first = i > 0 ? i - 1 : 0;
  const std::string_view around = words(first, std::min<std::size_t>(letters_.size() - first, 5));
  for (const std::string_view word : words::function_doubles_in_words) {
    const std::size_t place = around.find(word);
    const std::size_t end = found.span.end - letters_[first].begin;
    const std::size_t begin = found.span.begin - letters_[first].begin;
    if (place != std::string_view::npos && place <= begin && place + word.size() >= end) return std::nullopt;
  }
  if (perhaps) found.severity = Severity::advice;
  return found;
}

/// 政务服务服务大厅 repeats 务服 as well as 服务: the word is what the report uses most, and where one of them is right,
/// nothing is said.
std::optional<Doubled> Search::turned(std::size_t i, std::size_t count) const {
  std::size_t first = i;
  while (first > 0 && i - first < count && letters_[first - 1].code == letters_[first - 1 + count].code) --first;
  if (i - first == count) return std::nullopt;  // the rest of a row
  const std::size_t row = (most_in_a_row - 1) * count;
  if (i + row + count <= letters_.size() && same(i, i + count, row)) return std::nullopt;
  std::vector<std::size_t> words_at;
  std::vector<Doubled> all;
  for (std::size_t k = first; k + 2 * count <= letters_.size() && same(k, k + count, count); ++k) {
    if (!is_word(k, count) || is_parted(k + count)) continue;
    const auto found = repeat(k, count);
    if (!found) return std::nullopt;
    words_at.push_back(k);
    all.push_back(*found);
  }
  if (all.empty()) return std::nullopt;
  // The whole text is looked through for what will be told alone.
  std::size_t best = 0;
  std::size_t most = all.size() > 1 ? count_of(text_, all[0].word) : 0;
  for (std::size_t k = 1; k < all.size(); ++k) {
    const std::size_t uses = count_of(text_, all[k].word);
    if (uses > most) best = k;
    most = std::max(most, uses);
  }
  if (may_be_two_terms(words_at[best], count)) all[best].severity = Severity::advice;
  return all[best];
}

std::optional<Doubled> Search::at(std::size_t i) const {
  if (const auto found = connective(i)) return found;
  // After how many letters, at least two and the most first, as many stand again.
  std::array<std::uint8_t, longest> repeats;
  std::size_t count = 0;
  const std::size_t most = std::min(longest, (letters_.size() - i) / 2);
  std::size_t far = 0;
  while (const std::size_t step = clues_[i + far].to_like) {
    far += step;
    if (far > most) break;
    if (far >= 2 && same(i, i + far, far)) repeats[count++] = static_cast<std::uint8_t>(far);
  }
  while (count > 0) {
    if (const auto found = turned(i, repeats[--count])) return found;
  }
  return single(i);
}

void check(const Document& document, std::vector<Finding>& findings) {
  const Prose& prose = document.prose;
  const std::span<const Letter> letters = prose.letters().all();
  const std::vector<Clue> clues = clues_of(prose.letters());
  std::vector<Doubled> all;
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) {
    if (paragraph.kind == LineKind::tabular) continue;
    const std::span<const Letter> own = prose.letters().in(paragraph.span);
    const auto first = static_cast<std::size_t>(own.data() - letters.data());
    const std::vector<Doubled> some = Search(prose, paragraph, own, std::span(clues).subspan(first, own.size())).run();
    all.insert(all.end(), some.begin(), some.end());
    if (all.size() > most_in_all) return;
  }
  for (const Doubled& doubled : all) {
    const std::string word(doubled.word);
    Finding finding;
    finding.severity = doubled.severity;
    finding.span = prose.in_folded(doubled.span);
    finding.fix = document.text.pasted(prose.in_folded({doubled.span.begin, doubled.span.begin + doubled.keep}));
    finding.message = say("“{0}”重复了。", "“{0}” stands twice.", {word});
    finding.advice = say("删去一个。", "Take one out.");
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule doubled_words_rule;
const Rule doubled_words_rule = {
    "doubled-words", Severity::warning, "文字重复", "Doubled words", "GB/T 9704—2012《党政机关公文格式》", check,
};

}  // namespace gouji
