#include "rule.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Comparison& comparison : document.comparisons) {
    if (comparison.kind != Comparison::Kind::distribution || comparison.status != Comparison::Status::failed) continue;
    const std::string figures = to_string(comparison.stated.value);
    const std::string names = to_string(comparison.follows);
    Finding finding;
    finding.severity = comparison.certainty == Comparison::Certainty::possible ? Severity::advice : Severity::warning;
    finding.span = document.prose.in_folded(comparison.stated.span);
    finding.actual = comparison.stated.value;
    finding.message = say("“分别”前面是 {0} 个名称，后面是 {1} 个数，对不上。",
                          "{0} names stand before 分别 and {1} figures behind it.", {names, figures});
    finding.advice = say("请让名称和数字一一对应。", "Give each name its figure.");
    for (const Mention& figure : comparison.others) {
      finding.related.push_back({document.prose.in_folded(figure.span), "part", std::nullopt, std::nullopt});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule distribution_rule;
const Rule distribution_rule = {
    "distribution",
    Severity::warning,
    "名称与数字不对应",
    "Names and figures do not pair up",
    "《中华人民共和国政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息",
    check,
};

}  // namespace gouji
