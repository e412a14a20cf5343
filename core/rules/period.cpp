#include <algorithm>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// Where the two ends of the period stand, together.
Span span_of(const DocumentFacts& facts) {
  if (!facts.period_from) return facts.period_to->span;
  return facts.period_to ? Span{facts.period_from->span.begin, facts.period_to->span.end} : facts.period_from->span;
}

/// 2024年度（1月1日至12月31日）: the year stands right before.
bool names_year_before(const Document& document, std::uint32_t begin) {
  constexpr std::uint32_t near = 40;
  return find_year(document.text.folded(), {begin - std::min(begin, near), begin}).has_value();
}

/// Dates that do not exist have a rule of their own.
bool is_readable(const Date& date) {
  return exists(date) && (date.year == 0 || (date.year >= 2000 && date.year <= 2099));
}

bool is_first_day(const Date& date) { return date.month == 1 && date.day <= 1; }
bool is_last_day(const Date& date) { return date.month == 12 && (date.day == 31 || date.day == 0); }

/// A body that was founded within the year reports on less than a year.
bool may_be_founded_on(const Document& document, const Date& from) {
  return from.month > 1 && has_word(document.prose.text(), words::founding);
}

Finding about_period(const DocumentFacts& facts, Severity severity) {
  Finding finding;
  finding.severity = severity;
  finding.span = span_of(facts);
  finding.advice = say("年度报告的数据从 1 月 1 日统计到 12 月 31 日。",
                       "The figures of the report are those of the year, from 1 January to 31 December.");
  return finding;
}

std::string words_of(const Document& document, const DateInText& date) {
  std::string words = document.text.pasted(date.span);
  std::erase(words, '\n');
  std::erase(words, ' ');
  return words;
}

/// From one year to another, or back in time.
void check_years(const Document& document, const Date& from, const Date& to, std::vector<Finding>& findings) {
  const DocumentFacts& facts = document.facts;
  Finding finding = about_period(facts, Severity::error);
  const int report = document.years.report;
  const bool from_wrong = from.year != report && to.year == report;
  const bool to_wrong = to.year != report && from.year == report;
  finding.message =
      from > to ? say("统计期限的结束日期（{0}）早于开始日期（{1}）。", "The period ends ({2}) before it begins ({3}).",
                      {words_of(document, *facts.period_to), words_of(document, *facts.period_from), to_string(to),
                       to_string(from)})
                : say("统计期限从 {0} 年到了 {1} 年，应当只是一个年度。",
                      "The period goes from {0} to {1}; it must be one year.", {from.year, to.year});
  // One of the ends has the report's year: the other is the wrong one.
  if ((from_wrong || to_wrong) && is_first_day(from) && is_last_day(to)) {
    const DateInText& wrong = from_wrong ? *facts.period_from : *facts.period_to;
    const Span year = year_of(document.text.folded(), wrong);
    const DateInText& other = from_wrong ? *facts.period_to : *facts.period_from;
    finding.span = with_nian(document.text.folded(), year);
    const bool chinese = finding.span.end != year.end;
    finding.expected = Decimal(report);
    finding.fix = std::to_string(report) + (chinese ? "年" : "");
    finding.related.push_back({other.span, "other", std::nullopt, std::nullopt});
    finding.advice = say("改为 {0} 年。", "Change it to {0}.", {report});
  }
  findings.push_back(std::move(finding));
}

/// Not from the first day of the year to the last.
void check_days(const Document& document, const Date& from, const Date& to, std::vector<Finding>& findings) {
  const DocumentFacts& facts = document.facts;
  const bool first = is_first_day(from);
  const bool last = is_last_day(to);
  if (first && last) return;
  const Severity severity = may_be_founded_on(document, from) && last ? Severity::advice
                            : first || last                           ? Severity::error
                                                                      : Severity::warning;
  Finding finding = about_period(facts, severity);
  const DateInText& wrong = first ? *facts.period_to : *facts.period_from;
  if (first || last) finding.span = wrong.span;
  const std::string zh = words_of(document, wrong);
  if (!first && !last) {
    finding.message = say("统计期限不是 1 月 1 日到 12 月 31 日。", "The period is not 1 January to 31 December.");
  } else if (first) {
    finding.message = say("统计期限到 {0} 为止，应当到 12 月 31 日。",
                          "The period ends on {1}; it must end on 31 December.", {zh, to_string(to)});
  } else {
    finding.message = say("统计期限从 {0} 开始，应当从 1 月 1 日开始。",
                          "The period begins on {1}; it must begin on 1 January.", {zh, to_string(from)});
  }
  const bool chinese = document.text.at(wrong.span).find("月") != std::string_view::npos;
  if (severity == Severity::error && chinese) {
    const bool with_year = !year_of(document.text.folded(), wrong).empty();
    finding.fix = (with_year ? std::to_string(wrong.date.year) + "年" : "") + (first ? "12月31日" : "1月1日");
  }
  findings.push_back(std::move(finding));
}

/// 数据截至2020年12月25日.
void check_cutoff(const Document& document, std::vector<Finding>& findings) {
  const Date& to = document.facts.period_to->date;
  if (is_last_day(to) || to.year != document.years.report) return;
  Finding finding = about_period(document.facts, Severity::warning);
  finding.message = say("数据截至 {0}，应当统计到 12 月 31 日。",
                        "The figures are those up to {1}; they must be those up to 31 December.",
                        {words_of(document, *document.facts.period_to), to_string(to)});
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  const DocumentFacts& facts = document.facts;
  if (!facts.period_from && !facts.period_to) return;
  if (facts.period_from && !is_readable(facts.period_from->date)) return;
  if (facts.period_to && !is_readable(facts.period_to->date)) return;
  if (!facts.period_to) {
    Finding finding = about_period(facts, Severity::warning);
    finding.message = say("统计期限只写了开始日期，没有写到哪一天。", "The period has a beginning and no end.");
    findings.push_back(std::move(finding));
    return;
  }
  if (!facts.period_from) {
    check_cutoff(document, findings);
    return;
  }
  const Date& from = facts.period_from->date;
  const Date& to = facts.period_to->date;
  if (from.year == 0 && !names_year_before(document, facts.period_from->span.begin)) {
    Finding finding = about_period(facts, Severity::advice);
    finding.message = say("统计期限没有写是哪一年。", "The period does not say of which year.");
    findings.push_back(std::move(finding));
  }
  if (from > to || (facts.period_end_has_year && from.year != to.year)) {
    check_years(document, from, to, findings);
  } else {
    check_days(document, from, to, findings);
  }
}

}  // namespace

extern const Rule period_rule;
const Rule period_rule = {
    "period",
    Severity::error,
    "统计期限不是完整的年度",
    "Period that is not the year",
    "《中华人民共和国政府信息公开条例》第四十九条",
    check,
};

}  // namespace gouji
