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
  Search(const Prose& prose, const Prose::Paragraph& paragraph, std::vector<Place>& places)
      : letters_(prose.letters()),
        text_(prose.text()),
        paragraph_(paragraph.span),
        signs_(letters_.signs_in(paragraph.span)),
        places_(places) {}

  void run() {
    find_blanks();
    find_brackets();
    find_fonts();
    add_words(Leftover::instruction, Severity::warning, words::instructions);
    add_words(Leftover::web_code, Severity::advice, words::web_code);
    for (const Occurrence& year : letters_.of(words::blank_years, paragraph_)) {
      if (!is_digit(before(year.begin))) add(Leftover::blank, Severity::warning, year.span());
    }
    const std::uint32_t heading = paragraph_.begin + size_of_word(paragraph_.begin, words::instruction_headings);
    const char32_t behind = letter_at(text_, heading);
    if (heading != paragraph_.begin && (behind == U'\n' || behind == U':' || behind == 0))
      add(Leftover::instruction, Severity::warning, {paragraph_.begin, heading});
  }

 private:
  /// The rest of the paragraph.
  [[nodiscard]] std::string_view rest_from(std::uint32_t at) const { return text_.substr(at, paragraph_.end - at); }
  /// The character of the paragraph that ends or begins at `at`; 0 where there is none.
  [[nodiscard]] char32_t before(std::uint32_t at) const {
    return at > paragraph_.begin ? letter_before(text_, at) : U'\0';
  }
  [[nodiscard]] char32_t behind(std::uint32_t at) const { return at < paragraph_.end ? letter_at(text_, at) : U'\0'; }
  /// Bytes of the word of a list that begins at `at`; 0 where none does.
  [[nodiscard]] std::uint32_t size_of_word(std::uint32_t at, WordList list) const {
    return static_cast<std::uint32_t>(leading_word(rest_from(at), list).size());
  }
  void add(Leftover kind, Severity severity, ProseSpan span) { places_.push_back({kind, severity, span}); }
  void add_words(Leftover kind, Severity severity, IndexedList list) {
    for (const Occurrence& word : letters_.of(list, paragraph_)) add(kind, severity, word.span());
  }
  void find_blanks();
  [[nodiscard]] bool is_blank(ProseSpan run, std::size_t count) const;
  [[nodiscard]] bool is_bold_mark(ProseSpan run, std::size_t count) const;
  [[nodiscard]] std::size_t end_of_run(std::size_t first) const;
  void find_brackets();
  void judge_bracket(const Letter& open, const Letter& close);
  void find_fonts();

  const Letters& letters_;
  std::string_view text_;
  ProseSpan paragraph_;
  std::span<const Letter> signs_;
  std::vector<Place>& places_;
};

/// Behind the signs that are the same as `first` and follow it without anything between.
std::size_t Search::end_of_run(std::size_t first) const {
  const char32_t sign = signs_[first].code;
  std::size_t end = first + 1;
  while (end < signs_.size() && signs_[end].begin == signs_[end - 1].span().end &&
         (signs_[end].code == sign || (is_latin(sign) && (signs_[end].code | 0x20) == 'x')))
    ++end;
  return end;
}

/// ** and __ of Markdown: they come in pairs and the words between them are not all figures.
bool Search::is_bold_mark(ProseSpan run, std::size_t count) const {
  const char32_t sign = letter_at(text_, run.begin);
  if ((sign != U'*' && sign != U'_') || count > 3) return false;
  std::size_t runs = 0;
  for (std::size_t i = 0, end = 0; i < signs_.size(); i = end) {
    end = end_of_run(i);
    runs += signs_[i].code == sign && end - i > 1 ? 1 : 0;
  }
  // In front of a measure that ends its clause, a number is missing: 公开信息**条，
  const std::uint32_t unit = size_of_word(run.end, words::blank_units);
  const char32_t next = behind(run.end + unit);
  const bool ends_clause = unit > 0 && (next == 0 || next == U',' || next == U'。' || next == U';' || next == U'、');
  return runs % 2 == 0 && !(ends_clause && is_chinese(before(run.begin)));
}

/// Whether a run of signs stands for something that was to be filled in.
bool Search::is_blank(ProseSpan run, std::size_t count) const {
  const char32_t sign = letter_at(text_, run.begin);
  const char32_t lead = before(run.begin);
  const char32_t next = behind(run.end);
  const bool before_unit = size_of_word(run.end, words::blank_units) > 0;
  // Names in Latin letters, addresses of pages (xxgk), products (5×7), masked numbers (138****1234), codes (LY-XX-2023).
  if (is_latin(lead) || is_digit(lead) || is_latin(next) || is_digit(next)) return false;
  constexpr std::u32string_view inside_codes = U"-/\\";
  if (inside_codes.find(lead) != std::u32string_view::npos || inside_codes.find(next) != std::u32string_view::npos)
    return false;
  if (sign == U'○' || sign == U'◯' || sign == U'〇')
    return count >= 2 && !is_numeral(lead) && !is_numeral(next) && (is_chinese(next) || before_unit);
  if (sign == U'_') return count >= 2 && !is_bold_mark(run, count);
  if (sign == U'*') {
    if (count < 2 || is_bold_mark(run, count)) return false;
    if (!before_unit && size_of_word(run.end, words::blank_places) == 0) return false;
  }
  if (count == 1) return before_unit && next != U'个' && next != U'项' && lead != U'-' && !is_numeral(lead);
  // 张××: a name left out on purpose.
  std::size_t name = run.begin;
  while (name > paragraph_.begin && (text_[--name] & 0xc0) == 0x80) {
  }
  const bool masked = !leading_word(text_.substr(name), words::surnames).empty();
  return !masked || before_unit || size_of_word(run.end, words::blank_places) > 0;
}

void Search::find_blanks() {
  constexpr std::u32string_view blanks = U"Xx×✕╳*○◯〇_";
  bool quoted = false;
  for (std::size_t i = 0, end = 0; i < signs_.size(); i = end) {
    const char32_t sign = signs_[i].code;
    end = i + 1;
    if (sign == U'“' || sign == U'”') quoted = sign == U'“';
    if (blanks.find(sign) == std::u32string_view::npos) continue;
    end = end_of_run(i);
    const ProseSpan run{signs_[i].begin, signs_[end - 1].span().end};
    // 20XX年, 202X年: years of four signs.
    std::size_t first = i;
    while (first > 0 && i - first < 4 && is_digit(signs_[first - 1].code) &&
           signs_[first - 1].span().end == signs_[first].begin)
      --first;
    const char32_t next = behind(run.end);
    const bool is_year =
        first < i && end - first == 4 && signs_[first].code == U'2' && (next == U'年' || next == U'〕' || next == U']');
    const Severity severity = quoted ? Severity::advice : Severity::warning;
    if (is_year) {
      const auto year = static_cast<std::uint32_t>(next == U'年' ? std::string_view("年").size() : 0);
      add(Leftover::blank, severity, {signs_[first].begin, run.end + year});
    } else if (is_blank(run, end - i)) {
      add(Leftover::blank, severity, run);
    }
  }
}

void Search::find_brackets() {
  constexpr std::u32string_view opening = U"([【{〔《";
  constexpr std::u32string_view closing = U")]】}〕》";
  std::vector<const Letter*> open;
  for (const Letter& sign : signs_) {
    if (opening.find(sign.code) != std::u32string_view::npos) open.push_back(&sign);
    const std::size_t kind = closing.find(sign.code);
    if (kind == std::u32string_view::npos) continue;
    while (!open.empty() && open.back()->code != opening[kind]) open.pop_back();
    if (open.empty()) continue;
    judge_bracket(*open.back(), sign);
    open.pop_back();
  }
}

void Search::judge_bracket(const Letter& open, const Letter& close) {
  const ProseSpan inside{open.span().end, close.begin};
  const ProseSpan both{open.begin, close.span().end};
  const std::string_view inner = text_.substr(inside.begin, inside.size());
  const char32_t lead = before(both.begin);
  if (inner.empty()) {
    // Boxes and links of Markdown: - [ ] and ![](picture).
    if (open.code == U'[' && (behind(both.end) == U'(' || lead == U'-' || lead == U'*')) return;
    const bool blank = open.code == U'〔' || open.code == U'【' || open.code == U'[';
    return add(blank ? Leftover::blank : Leftover::empty_brackets, blank ? Severity::warning : Severity::advice, both);
  }
  if (inner.size() > 150) return;
  const auto is_one_of = [&](WordList list) { return list.contains(inner); };
  if (is_one_of(words::seals)) return add(Leftover::seal, Severity::advice, both);
  const bool square = open.code == U'[' || open.code == U'【' || open.code == U'{';
  // 填写申请表, 申请表(填写样例): a form that citizens fill in.
  const bool filled = inner.find("申请表") != std::string_view::npos || lead == U'表';
  if ((open.code == U'(' || square) && !filled &&
      (is_one_of(words::names_to_fill_in) || !leading_word(inner, words::instructions_in_brackets).empty()))
    return add(Leftover::instruction, Severity::warning, both);
  if (square && inner.size() <= 30 &&
      (is_one_of(words::kinds_to_fill_in) || has_word(inner, words::blanks_in_brackets)))
    return add(Leftover::instruction, Severity::warning, both);
  if (open.code != U'(' || inner.find('(') == std::string_view::npos) return;
  // (镇(区)): which of the two was to be chosen.
  constexpr std::u32string_view places = U"省市州县区旗镇乡街道村社()、/";
  const auto between = letters_.in(inside);
  const bool only_places = std::all_of(between.begin(), between.end(), [&](const Letter& letter) {
    return places.find(letter.code) != std::u32string_view::npos;
  });
  if (only_places) add(Leftover::instruction, Severity::warning, both);
}

/// 三号仿宋, 宋体加粗, (黑体三号): the name of a font beside a size or a kind of it.
void Search::find_fonts() {
  std::uint32_t end = paragraph_.begin;
  for (const Occurrence& font : letters_.of(words::fonts, paragraph_)) {
    if (font.begin < end) continue;
    std::uint32_t begin = font.begin;
    end = font.span().end;
    std::size_t details = text_.substr(begin, end - begin) == "小标宋" ? 1 : 0;
    for (bool more = true; more;) {
      const std::string_view left = text_.substr(paragraph_.begin, begin - paragraph_.begin);
      const auto ahead = static_cast<std::uint32_t>(trailing_word(left, words::font_details).size());
      const std::uint32_t next = std::max(size_of_word(end, words::font_details), size_of_word(end, words::fonts));
      begin -= ahead;
      end += next;
      more = ahead > 0 || next > 0;
      details += more ? 1 : 0;
    }
    const bool bracketed = letter_before(text_, begin) == U'(' && letter_at(text_, end) == U')';
    if (details > 0 || bracketed) add(Leftover::font, Severity::warning, {begin, end});
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
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) Search(prose, paragraph, places).run();
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
