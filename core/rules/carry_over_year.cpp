#include <algorithm>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view nian = "年";

std::uint32_t size_of(std::string_view word) { return static_cast<std::uint32_t>(word.size()); }

/// A year with its 年, somewhere around 结转.
struct YearAt {
  int year = 0;
  ProseSpan span;

  explicit operator bool() const { return year != 0; }
};

/// What the words around one 结转 say.
///
///     2022年结转至2023年的申请
///     ^^^^^^ from
///             ^^^^^^ to
struct CarryOver {
  YearAt from;        ///< right before it
  YearAt to;          ///< right behind it
  YearAt told;        ///< the last year before it, wherever that stands
  bool last = false;  ///< the year before is spoken of: 上年
};

/// The words around each 结转 of one paragraph.
class Reader {
 public:
  Reader(const Prose& prose, ProseSpan paragraph)
      : text_(prose.text()), carried_(prose.letters().of(words::carry_words, paragraph)), paragraph_(paragraph) {}

  std::vector<CarryOver> read() const {
    std::vector<CarryOver> all;
    std::uint32_t before = paragraph_.begin;  // where the 结转 before this one ends
    for (const Occurrence& word : carried_) {
      if (word.begin < before) continue;
      if (is_of_requests(word.begin, word.span().end)) all.push_back(around(before, word.begin, word.span().end));
      before = word.span().end;
    }
    return all;
  }

 private:
  [[nodiscard]] std::string_view rest(std::uint32_t at) const { return text_.substr(at, paragraph_.end - at); }

  /// The year that stands at `at`.
  [[nodiscard]] YearAt year_at(std::uint32_t at) const {
    const auto found = find_year(text_, {at, std::min(paragraph_.end, at + 30)});
    if (!found || found->span.begin != at) return {};
    return {found->date.year, {at, found->span.end + size_of(nian)}};
  }

  /// The clause around [begin, end): 有2件申请结转2024年继续办理.
  [[nodiscard]] std::string_view clause_around(std::uint32_t begin, std::uint32_t end) const {
    const auto is_sign = [&](std::uint32_t at) {
      const char32_t letter = letter_at(text_, at);
      return letter == U',' || letter == U';' || letter == U'。' || letter == U':';
    };
    static constexpr std::uint32_t far = 300;
    const std::uint32_t first = begin - std::min(begin - paragraph_.begin, far);
    const std::uint32_t last = std::min(paragraph_.end, end + far);
    std::uint32_t from = begin;
    while (from > first && !is_sign(from)) --from;
    while (end < last && !is_sign(end)) ++end;
    return text_.substr(from, end - from);
  }

  /// Whether it is requests that are carried over, and not money or files.
  [[nodiscard]] bool is_of_requests(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view clause = clause_around(begin, end);
    if (has_word(clause, words::carried_otherwise)) return false;
    return clause.find("申请") != std::string_view::npos || has_word(clause, words::going_on) ||
           clause.find("件") != std::string_view::npos;
  }

  [[nodiscard]] CarryOver around(std::uint32_t from, std::uint32_t begin, std::uint32_t end) const {
    CarryOver found;
    found.told = last_year(from, begin);
    if (found.told && stands_before(found.told.span, begin)) found.from = found.told;
    found.last = has_word(text_.substr(from, begin - from), words::year_before);
    std::uint32_t at = end;
    const auto take = [&](const auto& list) {
      const std::string_view word = leading_word(rest(at), list);
      at += size_of(word);
      return !word.empty();
    };
    const bool onward = take(words::onward);
    const bool next = take(words::next_year);
    const bool bracket = next && rest(at).starts_with("(");
    if (bracket) ++at;
    if (next && !bracket) return found;
    const YearAt year = year_at(at);
    if (!year) return found;
    at = year.span.end;
    if (rest(at).starts_with("度")) at += size_of("度");
    // 结转2023年继续办理 goes on to it; 结转2023年申请3件 may come from it.
    if (onward || bracket || !leading_word(rest(at), words::going_on).empty()) found.to = year;
    return found;
  }

  [[nodiscard]] YearAt last_year(std::uint32_t from, std::uint32_t end) const {
    YearAt last;
    while (from < end) {
      const auto found = find_year(text_, {from, end});
      if (!found) break;
      from = found->span.end;
      last = {found->date.year, {found->span.begin, found->span.end + size_of(nian)}};
    }
    return last;
  }

  /// 2021年结转, 2021年度政府信息公开申请结转, 上年度（2021年）结转.
  [[nodiscard]] bool stands_before(ProseSpan year, std::uint32_t end) const {
    const std::string_view between = text_.substr(year.end, end - year.end);
    if (between == ")") {
      const std::string_view lead = text_.substr(paragraph_.begin, year.begin - paragraph_.begin);
      return lead.ends_with("(") && !trailing_word(lead.substr(0, lead.size() - 1), words::year_before).empty();
    }
    return between.empty() || is_one_of(between, words::carried_things);
  }

  std::string_view text_;
  std::span<const Occurrence> carried_;
  ProseSpan paragraph_;
};

void report(const Document& document, YearAt wrong, int right, bool onward, std::vector<Finding>& findings) {
  const std::string year = std::to_string(document.years.report);
  const std::string should = std::to_string(right);
  const std::string is = std::to_string(wrong.year);
  Finding finding;
  finding.severity = document.years.settled ? Severity::warning : Severity::advice;
  finding.span = document.prose.in_folded(wrong.span);
  finding.actual = Decimal(wrong.year);
  finding.expected = Decimal(right);
  finding.fix = should + "年";
  if (onward) {
    finding.message =
        say("{0} 年的报告，没有办完的申请应结转到 {1} 年，这里写的是 {2} 年。",
            "In a report on {0} open requests are carried forward to {1}, not to {2}.", {year, should, is});
  } else {
    finding.message = say("{0} 年的报告，结转来的申请应是 {1} 年的，这里写的是 {2} 年。",
                          "In a report on {0} requests are carried over from {1}, not from {2}.", {year, should, is});
  }
  finding.advice = say("改为 {0} 年。", "Change it to {0}.", {should});
  findings.push_back(std::move(finding));
}

void judge(const Document& document, const CarryOver& found, std::vector<Finding>& findings) {
  const int year = document.years.report;
  if (found.to) {
    // Another year's requests that go on to the year behind it are told of that year.
    const bool of_another = found.last || (found.told && found.told.year != year);
    if (!of_another && found.to.year != year + 1) report(document, found.to, year + 1, true, findings);
    return;
  }
  // 2022年结转 in the report on 2021 may well go on to it.
  if (found.from && found.from.year < year - 1) report(document, found.from, year - 1, false, findings);
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.years.report == 0) return;
  const Prose& prose = document.prose;
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) {
    if (paragraph.section == 0 || paragraph.kind == LineKind::heading) continue;
    const std::vector<CarryOver> all = Reader(prose, paragraph.span).read();
    // Requests of several years, told year by year.
    const auto sources = std::count_if(all.begin(), all.end(), [](const CarryOver& one) { return !!one.from; });
    for (const CarryOver& one : all) {
      if (one.from && !one.to && sources > 1) continue;
      judge(document, one, findings);
    }
  }
}

}  // namespace

extern const Rule carry_over_year_rule;
const Rule carry_over_year_rule = {
    "carry-over-year",
    Severity::warning,
    "结转年份不对",
    "Carried over from or to the wrong year",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
