#include "rule.h"

namespace gouji {
namespace {

std::string as_written(const Document& document, const Mention& mention) {
  return document.text.pasted(document.prose.in_folded(mention.span));
}

Finding finding_of(const Document& document, const Comparison& comparison) {
  Finding finding;
  finding.severity = comparison.certainty == Comparison::Certainty::possible ? Severity::advice : Severity::warning;
  finding.span = document.prose.in_folded(comparison.stated.span);
  finding.actual = comparison.stated.value;
  return finding;
}

void share(const Document& document, const Comparison& comparison, std::vector<Finding>& findings) {
  Finding finding = finding_of(document, comparison);
  const std::string stated = as_written(document, comparison.stated);
  const std::string part = as_written(document, comparison.others[0]);
  const std::string total = as_written(document, comparison.others[1]);
  const std::string percent = to_string(comparison.follows) + "%";
  finding.message =
      say("“{0}”占“{1}”的 {2}，写的是“{3}”。", "“{0}” is {2} of “{1}”, not “{3}”.", {part, total, percent, stated});
  finding.advice = say("请核对这三个数；如果比例是对别的总数说的，请写明。",
                       "Check the three figures; if the percentage is of another total, say of which.");
  finding.related.push_back({document.prose.in_folded(comparison.others[0].span), "part", std::nullopt, std::nullopt});
  finding.related.push_back({document.prose.in_folded(comparison.others[1].span), "total", std::nullopt, std::nullopt});
  findings.push_back(std::move(finding));
}

void shares(const Document& document, const Comparison& comparison, std::vector<Finding>& findings) {
  Finding finding = finding_of(document, comparison);
  const std::string sum = to_string(comparison.follows) + "%";
  finding.message = say("这几项比例相加是 {0}，超过 100%。", "These percentages add up to {0}, more than 100%.", {sum});
  finding.advice = say("如果各项之间有重复，请写明；否则请核对各项比例。",
                       "If the parts overlap, say so; otherwise check the percentages.");
  for (std::size_t i = 0; i + 1 < comparison.others.size(); ++i) {
    finding.related.push_back(
        {document.prose.in_folded(comparison.others[i].span), "part", std::nullopt, std::nullopt});
  }
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Comparison& comparison : document.comparisons) {
    if (comparison.status != Comparison::Status::failed) continue;
    if (comparison.kind == Comparison::Kind::share) share(document, comparison, findings);
    if (comparison.kind == Comparison::Kind::shares) shares(document, comparison, findings);
  }
}

}  // namespace

extern const Rule share_mismatch_rule;
const Rule share_mismatch_rule = {
    "share-mismatch",
    Severity::warning,
    "占比与数字不符",
    "Percentage does not fit its figures",
    "《中华人民共和国政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息",
    check,
};

}  // namespace gouji
