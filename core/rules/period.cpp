#include "rule.h"

namespace gouji {
namespace {

std::string written(const Document& document, Span span) { return document.text.pasted(span); }

void check(const Document& document, std::vector<Finding>& findings) {
  const auto& from = document.facts.period_from;
  const auto& to = document.facts.period_to;
  if (!from || !to || from->date.month == 0 || to->date.month == 0 || !exists(from->date) || !exists(to->date)) return;
  // 至12月 names the whole month.
  const bool begins = from->date.month == 1 && from->date.day <= 1;
  const bool ends = to->date.month == 12 && (to->date.day == 31 || to->date.day == 0);
  const bool one_year = from->date.year == 0 || from->date.year == to->date.year;
  if (begins && ends && one_year) return;
  Finding finding;
  const bool backwards = one_year && from->date > to->date;
  finding.severity = backwards ? Severity::error : Severity::warning;
  // The end that is not as it must be; of two years the one that is not the report's.
  const int year = document.years.report;
  const bool first = !begins || (ends && !one_year && year != 0 && from->date.year != year);
  finding.span = first ? from->span : to->span;
  finding.related.push_back({first ? to->span : from->span, "other", std::nullopt, std::nullopt});
  const std::string whole = written(document, {from->span.begin, to->span.end});
  finding.message = say("统计期限写作“{0}”，应为一年的1月1日至12月31日。",
                        "The statistical period is “{0}”; it must be 1 January to 31 December of one year.", {whole});
  finding.advice = say("改为报告年度的1月1日至12月31日；如果确实只统计到别的日期，请在正文中说明原因。",
                       "Write 1 January to 31 December of the year; if the figures end on another day, say why.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule period_rule;
const Rule period_rule = {
    "period",
    Severity::warning,
    "统计期限不是一整年",
    "The period is not the year",
    "《中华人民共和国政府信息公开条例》第四十九条",
    check,
};

}  // namespace gouji
