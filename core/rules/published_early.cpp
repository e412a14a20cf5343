#include "rule.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  const int year = document.years.report;
  if (year == 0) return;
  const Date last{year, 12, 31};
  Finding finding;
  for (const Stamp& stamp : document.facts.stamps) {
    const Date& date = stamp.when.date;
    // A date of long ago belongs to something else on the page.
    if (!exists(date) || date >= last || date.year < year - 1) continue;
    if (!finding.span.empty()) {
      finding.related.push_back({stamp.when.span, "part", std::nullopt, std::nullopt});
      continue;
    }
    finding.severity = Severity::warning;
    finding.span = stamp.when.span;
    const std::string place_zh = stamp.signature ? "落款日期" : "发布日期";
    const std::string place_en = stamp.signature ? "The report is signed" : "The report was published";
    finding.message = say("{0}是 {1}，那时 {2} 年还没有结束，全年的数据不可能已经统计出来。",
                          "{0} on {1}, before {2} was over; the figures of the year cannot have been known.",
                          {{place_zh, place_en}, to_string(date), year});
    finding.advice = {date.month <= 4 ? "多半是年份没有改过来，核对后改正。" : "核对日期和统计期限。",
                      date.month <= 4 ? "Most likely the year was not changed; check and correct it."
                                      : "Check the date and the period."};
  }
  if (!finding.span.empty()) findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule published_early_rule;
const Rule published_early_rule = {
    "published-early",
    Severity::warning,
    "日期早于年度结束",
    "Dated before the year was over",
    "《中华人民共和国政府信息公开条例》第四十九条",
    check,
};

}  // namespace gouji
