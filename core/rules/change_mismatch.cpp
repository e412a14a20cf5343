#include "rule.h"

namespace gouji {
namespace {

using Fault = Comparison::Fault;

std::string as_written(const Document& document, const Mention& mention) {
  return document.text.pasted(document.prose.in_folded(mention.span));
}

/// The number alone, without the words and the measure around it.
Span number_of(const Document& document, const Mention& mention) {
  const auto figures = document.prose.quantities_in(mention.span);
  return document.prose.in_folded(figures.empty() ? mention.span : figures[0].span);
}

/// What the difference is counted in: "%", "件".
std::string unit_of(const std::string& written) {
  std::size_t end = written.size();
  while (end > 0 && !(written[end - 1] >= '0' && written[end - 1] <= '9')) --end;
  return end == 0 ? std::string() : written.substr(end);
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Comparison& comparison : document.comparisons) {
    if (comparison.kind != Comparison::Kind::change || comparison.status != Comparison::Status::failed) continue;
    const std::string stated = as_written(document, comparison.stated);
    const std::string now = as_written(document, comparison.others[0]);
    const std::string before = as_written(document, comparison.others[1]);
    Finding finding;
    finding.severity = comparison.certainty == Comparison::Certainty::possible ? Severity::advice : Severity::warning;
    finding.span = number_of(document, comparison.stated);
    finding.actual = comparison.stated.value;
    if (comparison.fault == Fault::direction) {
      const bool fell = compare(comparison.others[0].value, comparison.others[1].value) < 0;
      finding.message = say("由“{0}”到“{1}”是{2}，写的却是{3}。", "From “{0}” to “{1}” is a {2}, but a {3} is told.",
                            {before,
                             now,
                             {fell ? "减少" : "增加", fell ? "fall" : "rise"},
                             {fell ? "增加" : "减少", fell ? "rise" : "fall"}});
    } else if (comparison.fault == Fault::points) {
      const std::string points = to_string(comparison.follows);
      finding.message = say("由“{0}”到“{1}”相差 {2} 个百分点，不是“{3}”。",
                            "From “{0}” to “{1}” is a difference of {2} percentage points, not of “{3}”.",
                            {before, now, points, stated});
    } else {
      const std::string follows = to_string(comparison.follows) + unit_of(stated);
      finding.message = say("按“{0}”和“{1}”计算应为 {2}，写的是“{3}”。", "By “{0}” and “{1}” it is {2}, not “{3}”.",
                            {now, before, follows, stated});
    }
    finding.advice = say("请核对这几个数。", "Check these figures.");
    for (const Mention& other : comparison.others) {
      if (other.span == comparison.stated.span) continue;
      finding.related.push_back({document.prose.in_folded(other.span), "other", std::nullopt, std::nullopt});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule change_mismatch_rule;
const Rule change_mismatch_rule = {
    "change-mismatch",
    Severity::warning,
    "增减与数字不符",
    "Growth does not fit its figures",
    "《中华人民共和国政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息",
    check,
};

}  // namespace gouji
