#include "rule.h"

namespace gouji {
namespace {

using Fault = Comparison::Fault;

std::string as_written(const Document& document, const Mention& mention) {
  return document.text.pasted(document.prose.in_folded(mention.span));
}

/// The number alone, without the words and the measure around it.
Span number_of(const Document& document, const Mention& mention) {
  const std::vector<Quantity> figures = document.prose.quantities_in(mention.span);
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
      finding.message = {"由“" + before + "”到“" + now + "”是" + (fell ? "减少" : "增加") + "，写的却是" +
                             (fell ? "增加" : "减少") + "。",
                         "From “" + before + "” to “" + now + "” is a " + (fell ? "fall" : "rise") + ", but a " +
                             (fell ? "rise" : "fall") + " is told."};
    } else if (comparison.fault == Fault::points) {
      const std::string points = to_string(comparison.follows);
      finding.message = {"由“" + before + "”到“" + now + "”相差 " + points + " 个百分点，不是“" + stated + "”。",
                         "From “" + before + "” to “" + now + "” is a difference of " + points +
                             " percentage points, not of “" + stated + "”."};
    } else {
      const std::string follows = to_string(comparison.follows) + unit_of(stated);
      finding.message = {"按“" + now + "”和“" + before + "”计算应为 " + follows + "，写的是“" + stated + "”。",
                         "By “" + now + "” and “" + before + "” it is " + follows + ", not “" + stated + "”."};
    }
    finding.advice = {"请核对这几个数。", "Check these figures."};
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
