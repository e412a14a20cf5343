#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// The last day on which a report on `year` may be published; nothing where the regulation names none for the body.
std::optional<Date> deadline(const Body& body, int year) {
  // Before the regulation of 2019 there was one day for all.
  if (year < 2019) return body.kind() == BodyKind::unknown ? std::nullopt : std::optional(Date{year + 1, 3, 31});
  switch (body.kind()) {
    case BodyKind::department:
      return Date{year + 1, 1, 31};
    // An office reports for itself or for its government.
    case BodyKind::government:
    case BodyKind::government_office:
      return Date{year + 1, 3, 31};
    default:
      return std::nullopt;
  }
}

void check(const Document& document, std::vector<Finding>& findings) {
  const int year = document.years.report;
  const auto last = deadline(document.body, year);
  if (year == 0 || !last) return;
  const auto& stamps = document.facts.stamps;
  // One day in time is enough; a page that was put up again in a later year tells nothing.
  const bool late = std::all_of(stamps.begin(), stamps.end(), [&](const Stamp& stamp) {
    return exists(stamp.when.date) && stamp.when.date > *last && stamp.when.date.year == year + 1;
  });
  if (stamps.empty() || !late) return;
  const DateInText& date = stamps.front().when;
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = date.span;
  const std::string day = std::to_string(last->month) + " 月 31 日";
  finding.message =
      say("日期是 {0}，{1} 年的报告应当在 {2} 年 {3}前公布。", "Dated {0}; a report on {1} is due by {4}.",
          {to_string(date.date), year, year + 1, day, to_string(*last)});
  finding.advice = say("如果是后来重新发布的，可以不管。", "If it was published again later, never mind.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule published_late_rule;
const Rule published_late_rule = {
    "published-late",
    Severity::advice,
    "公布时间超过期限",
    "Published after the deadline",
    "《中华人民共和国政府信息公开条例》第四十九条",
    check,
};

}  // namespace gouji
