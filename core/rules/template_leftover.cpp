#include <algorithm>
#include <map>
#include <string>

#include "rule.h"
#include "sort.h"
#include "words.h"

namespace gouji {
namespace {

/// What was left in the text.
enum class Leftover : std::uint8_t { blank, instruction, font, empty_brackets, seal, web_code };

struct Place {
  Leftover kind;
  Severity severity;
  ProseSpan span;
};

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }
bool is_latin(char32_t code) { return (code | 0x20) >= 'a' && (code | 0x20) <= 'z'; }
bool is_numeral(char32_t code) {
  return std::u32string_view(U"一二三四五六七八九十百零〇○◯").find(code) != std::u32string_view::npos;
}

/// Looks through one paragraph.
class Search {
 public:
  Search(std::string_view text, const Prose::Paragraph& paragraph, std::vector<Place>& places)
      : text_(text), paragraph_(paragraph), letters_(letters_of(text, paragraph.span)), places_(places) {
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      if (i > 0 && code(i, -1) == code(i, 0)) continue;
      stars_ += code(i, 0) == U'*' && code(i, 1) == U'*' ? 1 : 0;
      lines_ += code(i, 0) == U'_' && code(i, 1) == U'_' ? 1 : 0;
    }
  }

  void run() {
    find_blanks();
    find_brackets();
    find_fonts();
    static const FirstLetters beginnings({words::instructions, words::web_code}, "0");
    for (std::size_t i = 0; i < letters_.size(); ++i) {
      const std::string_view rest = rest_from(letters_[i].span.begin);
      if (!beginnings.may_begin(rest)) continue;
      found(Leftover::instruction, Severity::warning, i, leading_word(rest, words::instructions));
      found(Leftover::web_code, Severity::advice, i, leading_word(rest, words::web_code));
      if (rest.starts_with("0000年") && !is_digit(code(i, -1))) found(Leftover::blank, Severity::warning, i, "0000年");
    }
    const std::string_view heading = leading_word(rest_from(paragraph_.span.begin), words::instruction_headings);
    const char32_t behind = letter_at(text_, paragraph_.span.begin + heading.size());
    if (behind == U'\n' || behind == U':' || behind == 0) found(Leftover::instruction, Severity::warning, 0, heading);
  }

 private:
  /// The rest of the paragraph.
  [[nodiscard]] std::string_view rest_from(std::size_t at) const { return text_.substr(at, paragraph_.span.end - at); }
  [[nodiscard]] char32_t code(std::size_t i, int step) const {
    const std::size_t at = i + static_cast<std::size_t>(step);
    return at < letters_.size() ? letters_[at].code : U'\0';
  }
  void add(Leftover kind, Severity severity, std::size_t first, std::size_t last) {
    places_.push_back({kind, severity, {letters_[first].span.begin, letters_[last].span.end}});
  }
  /// A word of a list that starts at letter `i`; an empty one is none.
  void found(Leftover kind, Severity severity, std::size_t i, std::string_view word) {
    if (word.empty()) return;
    const std::uint32_t begin = letters_[i].span.begin;
    places_.push_back({kind, severity, {begin, begin + static_cast<std::uint32_t>(word.size())}});
  }
  [[nodiscard]] bool before(std::size_t i, WordList list) const {
    return !leading_word(i < letters_.size() ? rest_from(letters_[i].span.begin) : std::string_view(), list).empty();
  }
  void find_blanks();
  [[nodiscard]] bool is_blank(std::size_t first, std::size_t end) const;
  [[nodiscard]] bool is_bold_mark(std::size_t first, std::size_t end) const;
  void find_brackets();
  void judge_bracket(std::size_t open, std::size_t close);
  void find_fonts();

  std::string_view text_;
  const Prose::Paragraph& paragraph_;
  std::vector<Letter> letters_;
  std::vector<Place>& places_;
  std::size_t stars_ = 0;  ///< runs of ** and of __
  std::size_t lines_ = 0;
};

/// ** and __ of Markdown: they come in pairs and the words between them are not all figures.
bool Search::is_bold_mark(std::size_t first, std::size_t end) const {
  const char32_t sign = letters_[first].code;
  if ((sign != U'*' && sign != U'_') || end - first > 3) return false;
  const std::size_t runs = sign == U'*' ? stars_ : lines_;
  // In front of a measure that ends its clause, a number is missing: 公开信息**条，
  const std::string_view unit = end < letters_.size()
                                    ? leading_word(rest_from(letters_[end].span.begin), words::blank_units)
                                    : std::string_view();
  const std::string_view rest = unit.empty() ? std::string_view() : rest_from(letters_[end].span.begin + unit.size());
  const bool ends_clause = !unit.empty() && (rest.empty() || rest.starts_with(",") || rest.starts_with("。") ||
                                             rest.starts_with(";") || rest.starts_with("、"));
  return runs % 2 == 0 && !(ends_clause && is_chinese(code(first, -1)));
}

/// Whether the signs from `first` up to `end` stand for something that was to be filled in.
bool Search::is_blank(std::size_t first, std::size_t end) const {
  const char32_t sign = letters_[first].code;
  const char32_t lead = first > 0 ? code(first, -1) : U'\0';
  const char32_t next = end < letters_.size() ? letters_[end].code : U'\0';
  const bool before_unit = before(end, words::blank_units);
  // Names in Latin letters, addresses of pages (xxgk), products (5×7), masked numbers (138****1234), codes (LY-XX-2023).
  if (is_latin(lead) || is_digit(lead) || is_latin(next) || is_digit(next)) return false;
  constexpr std::u32string_view inside_codes = U"-/\\";
  if (inside_codes.find(lead) != std::u32string_view::npos || inside_codes.find(next) != std::u32string_view::npos)
    return false;
  if (sign == U'○' || sign == U'◯' || sign == U'〇')
    return end - first >= 2 && !is_numeral(lead) && !is_numeral(next) && (is_chinese(next) || before_unit);
  if (sign == U'_') return end - first >= 2 && !is_bold_mark(first, end);
  if (sign == U'*') {
    if (end - first < 2 || is_bold_mark(first, end)) return false;
    if (!before_unit && !before(end, words::blank_places)) return false;
  }
  if (end - first == 1) return before_unit && next != U'个' && next != U'项' && lead != U'-' && !is_numeral(lead);
  // 张××: a name left out on purpose.
  const bool masked =
      !leading_word(text_.substr(first > 0 ? letters_[first - 1].span.begin : letters_[first].span.begin),
                    words::surnames)
           .empty();
  return !masked || before_unit || before(end, words::blank_places);
}

void Search::find_blanks() {
  constexpr std::u32string_view signs = U"Xx×✕╳*○◯〇_";
  bool quoted = false;
  for (std::size_t i = 0; i < letters_.size();) {
    const char32_t sign = letters_[i].code;
    if (is_chinese(sign)) {  // as most letters are
      ++i;
      continue;
    }
    if (sign == U'“' || sign == U'”') quoted = sign == U'“';
    if (signs.find(sign) == std::u32string_view::npos) {
      ++i;
      continue;
    }
    std::size_t end = i;
    const bool latin = is_latin(sign);
    while (end < letters_.size() && (letters_[end].code == sign || (latin && (letters_[end].code | 0x20) == 'x')))
      ++end;
    // 20XX年, 202X年: years of four signs.
    std::size_t digits = 0;
    while (digits < i && digits < 4 && is_digit(letters_[i - digits - 1].code)) ++digits;
    const bool is_year = digits > 0 && digits + end - i == 4 && (letters_[i - digits].code == '2' || digits == 0) &&
                         (code(end, 0) == U'年' || code(end, 0) == U'〕' || code(end, 0) == U']');
    const Severity severity = quoted ? Severity::advice : Severity::warning;
    if (is_year) {
      add(Leftover::blank, severity, i - digits, code(end, 0) == U'年' ? end : end - 1);
    } else if (is_blank(i, end)) {
      add(Leftover::blank, severity, i, end - 1);
    }
    i = end;
  }
}

void Search::find_brackets() {
  constexpr std::u32string_view opening = U"([【{〔《";
  constexpr std::u32string_view closing = U")]】}〕》";
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    if (is_chinese(letters_[i].code)) continue;
    if (opening.find(letters_[i].code) != std::u32string_view::npos) open.push_back(i);
    const std::size_t kind = closing.find(letters_[i].code);
    if (kind == std::u32string_view::npos) continue;
    while (!open.empty() && letters_[open.back()].code != opening[kind]) open.pop_back();
    if (open.empty()) continue;
    judge_bracket(open.back(), i);
    open.pop_back();
  }
}

void Search::judge_bracket(std::size_t open, std::size_t close) {
  const std::uint32_t begin = letters_[open].span.end;
  const std::string_view inner = text_.substr(begin, letters_[close].span.begin - begin);
  const char32_t bracket = letters_[open].code;
  if (inner.empty()) {
    // Boxes and links of Markdown: - [ ] and ![](picture).
    if (bracket == U'[' && (code(close, 1) == U'(' || code(open, -1) == U'-' || code(open, -1) == U'*')) return;
    const bool blank = bracket == U'〔' || bracket == U'【' || bracket == U'[';
    return add(blank ? Leftover::blank : Leftover::empty_brackets, blank ? Severity::warning : Severity::advice, open,
               close);
  }
  if (inner.size() > 150) return;
  const auto is_one_of = [&](WordList list) { return list.contains(inner); };
  if (is_one_of(words::seals)) return add(Leftover::seal, Severity::advice, open, close);
  const bool square = bracket == U'[' || bracket == U'【' || bracket == U'{';
  // 填写申请表, 申请表(填写样例): a form that citizens fill in.
  const bool filled = inner.find("申请表") != std::string_view::npos || code(open, -1) == U'表';
  if ((bracket == U'(' || square) && !filled &&
      (is_one_of(words::names_to_fill_in) || !leading_word(inner, words::instructions_in_brackets).empty()))
    return add(Leftover::instruction, Severity::warning, open, close);
  if (square && inner.size() <= 30 &&
      (is_one_of(words::kinds_to_fill_in) || has_word(inner, words::blanks_in_brackets)))
    return add(Leftover::instruction, Severity::warning, open, close);
  // (镇(区)): which of the two was to be chosen.
  constexpr std::u32string_view places = U"省市州县区旗镇乡街道村社()、/";
  const bool only_places = std::all_of(
      letters_.begin() + static_cast<std::ptrdiff_t>(open), letters_.begin() + static_cast<std::ptrdiff_t>(close),
      [&](const Letter& letter) { return places.find(letter.code) != std::u32string_view::npos; });
  if (bracket == U'(' && only_places && inner.find('(') != std::string_view::npos)
    add(Leftover::instruction, Severity::warning, open, close);
}

/// 三号仿宋, 宋体加粗, (黑体三号): the name of a font beside a size or a kind of it.
void Search::find_fonts() {
  static const FirstLetters names({words::fonts});
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    if (!names.may_begin(rest_from(letters_[i].span.begin))) continue;
    const std::string_view font = leading_word(rest_from(letters_[i].span.begin), words::fonts);
    if (font.empty()) continue;
    std::uint32_t begin = letters_[i].span.begin;
    std::uint32_t end = begin + static_cast<std::uint32_t>(font.size());
    std::size_t details = font == "小标宋" ? 1 : 0;
    for (bool more = true; more;) {
      const std::string_view left = text_.substr(paragraph_.span.begin, begin - paragraph_.span.begin);
      const std::string_view ahead = trailing_word(left, words::font_details);
      const std::string_view behind = leading_word(rest_from(end), words::font_details);
      const std::string_view another = leading_word(rest_from(end), words::fonts);
      begin -= static_cast<std::uint32_t>(ahead.size());
      end += static_cast<std::uint32_t>(std::max(behind.size(), another.size()));
      more = !ahead.empty() || !behind.empty() || !another.empty();
      details += more ? 1 : 0;
    }
    const bool bracketed = letter_before(text_, begin) == U'(' && letter_at(text_, end) == U')';
    if (details > 0 || bracketed) places_.push_back({Leftover::font, Severity::warning, {begin, end}});
    while (i + 1 < letters_.size() && letters_[i + 1].span.begin < end) ++i;
  }
}

Bilingual message_of(Leftover kind, const std::string& written, std::size_t count) {
  const std::string zh = "“" + written + "”";
  const std::string times = count > 1 ? "（共 " + std::to_string(count) + " 处）" : "";
  const std::string times_en = count > 1 ? " (" + std::to_string(count) + " places)" : "";
  switch (kind) {
    case Leftover::blank:
      return say("待填的空位{0}没有填{1}。", "{0} was to be filled in{1}.", {zh, {times, times_en}});
    case Leftover::instruction:
      return say("模板里给填写人看的话{0}留在了报告里{1}。", "{0} is a note of the template to whoever fills it in{1}.",
                 {zh, {times, times_en}});
    case Leftover::font:
      return say("排版要求{0}留在了报告里{1}。", "{0} is a note on typesetting{1}.", {zh, {times, times_en}});
    case Leftover::empty_brackets:
      return say("括号{0}里是空的{1}。", "The brackets {0} are empty{1}.", {zh, {times, times_en}});
    case Leftover::seal:
      return say("{0}是纸质文件盖章处的提示{1}。", "{0} marks the place of the seal on paper{1}.",
                 {zh, {times, times_en}});
    case Leftover::web_code:
      break;
  }
  return say("网页代码{0}露在了正文里{1}。", "Code of the web page, {0}, shows in the text{1}.",
             {zh, {times, times_en}});
}

Bilingual advice_of(Leftover kind) {
  switch (kind) {
    case Leftover::blank:
      return say("填上实际内容。", "Fill in what belongs there.");
    case Leftover::empty_brackets:
      return say("补上括号里的内容，或者去掉括号。", "Fill in what belongs there, or take the brackets out.");
    case Leftover::instruction:
    case Leftover::font:
    case Leftover::seal:
    case Leftover::web_code:
      break;
  }
  return say("删去。", "Take it out.");
}

bool overlap(ProseSpan a, ProseSpan b) { return a.begin < b.end && b.begin < a.end; }

/// A paste of a page's source has code everywhere, and that is no slip of the report.
constexpr std::size_t most_web_code = 8;

void check(const Document& document, std::vector<Finding>& findings) {
  const Prose& prose = document.prose;
  std::vector<Place> places;
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) Search(prose.text(), paragraph, places).run();
  std::size_t web_code = 0;
  for (const Place& place : places) web_code += place.kind == Leftover::web_code ? 1 : 0;
  sort_by_place(places);
  // One finding for each thing left over, wherever it stands; what lies inside another is part of it.
  std::map<std::string, std::vector<Place>> groups;
  std::vector<std::string> order;
  ProseSpan last;
  for (const Place& place : places) {
    if (place.kind == Leftover::web_code && web_code > most_web_code) continue;
    if (overlap(last, place.span)) continue;
    last = place.span;
    const std::string key = place.kind == Leftover::web_code ? "<" : std::string(prose.at(place.span));
    auto& group = groups[key];
    if (group.empty()) order.push_back(key);
    group.push_back(place);
  }
  for (const std::string& key : order) {
    const std::vector<Place>& group = groups[key];
    const Place& first = group.front();
    Finding finding;
    finding.severity = first.severity;
    finding.span = prose.in_folded(first.span);
    finding.message = message_of(first.kind, document.text.pasted(finding.span), group.size());
    finding.advice = advice_of(first.kind);
    for (std::size_t i = 1; i < group.size(); ++i) {
      finding.severity = std::min(finding.severity, group[i].severity);
      finding.related.push_back({prose.in_folded(group[i].span), "other", std::nullopt, std::nullopt});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule template_leftover_rule;
const Rule template_leftover_rule = {
    "template-leftover",
    Severity::warning,
    "模板文字没有删改",
    "Template text left in",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
