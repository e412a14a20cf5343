#include "rule.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;

std::string as_written(const Document& document, const Mention& mention) {
  return document.text.pasted(document.prose.in_folded(mention.span));
}

/// "9+17+76"; long lists are not written out.
std::string terms_of(const Document& document, const Comparison& comparison) {
  constexpr std::size_t most = 12;
  if (comparison.others.size() < 2 || comparison.others.size() > most) return {};
  std::string terms;
  for (const Mention& part : comparison.others) {
    // 约30件 as it stands, 30件 as a number.
    const bool exact = part.low == part.high;
    terms += (terms.empty() ? "" : "+") + (exact ? to_string(part.value) : as_written(document, part));
  }
  return terms;
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Comparison& comparison : document.comparisons) {
    if (comparison.kind != Comparison::Kind::parts || comparison.status != Comparison::Status::failed) continue;
    const bool over = comparison.fault == Fault::exceeds;
    const std::string total = as_written(document, comparison.stated);
    const std::string sum = to_string(comparison.follows);
    const std::string terms = terms_of(document, comparison);
    Finding finding;
    finding.severity = comparison.certainty == Certainty::certain  ? Severity::error
                       : comparison.certainty == Certainty::likely ? Severity::warning
                                                                   : Severity::advice;
    finding.span = document.prose.in_folded(comparison.stated.span);
    finding.actual = comparison.stated.value;
    if (comparison.others.size() == 1) {
      const std::string part = as_written(document, comparison.others[0]);
      finding.message =
          say("其中一项是“{0}”，比总数“{1}”还多。", "One part is “{0}”, more than the total of “{1}”.", {part, total});
    } else {
      finding.message =
          say("各项相加是 {0}{1}，{2}于总数“{3}”。", "The parts add up to {0}{1}, {2} than the total of “{3}”.",
              {sum,
               {terms.empty() ? "" : "（" + terms + "）", terms.empty() ? "" : " (" + terms + ")"},
               {over ? "多" : "少", over ? "more" : "less"},
               total});
    }
    if (comparison.certainty == Certainty::possible) {
      finding.advice = say("如果各项之间有重复（同一信息几处发布、一项包含在另一项里），请写明；否则请核对数字。",
                           "If parts overlap (one item published in several places, one part within another), say so; "
                           "otherwise check the figures.");
    } else if (comparison.cause) {
      const std::string wrong = as_written(document, *comparison.cause);
      const std::string meant = to_string(comparison.repaired);
      finding.advice = say("请逐项核对。如果“{0}”应为 {1}，就正好相符。",
                           "Check each figure. If “{0}” should be {1}, they agree.", {wrong, meant});
    } else if (over) {
      finding.advice = say("请逐项核对各项和总数。", "Check the parts and the total.");
    } else {
      finding.advice = say("请核对各项和总数；如果还有没列出的，请补上，或写明“等”。",
                           "Check the parts and the total; if there are other parts, name them or add “等”.");
    }
    for (const Mention& part : comparison.others) {
      const bool slip = comparison.cause && comparison.cause->span == part.span;
      finding.related.push_back({document.prose.in_folded(part.span), slip ? "candidate" : "part", std::nullopt,
                                 slip ? std::optional(comparison.repaired.digits) : std::nullopt});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule parts_over_total_rule;
const Rule parts_over_total_rule = {
    "parts-over-total",
    Severity::error,
    "分项与总数不符",
    "Parts of a sentence do not make its total",
    "《中华人民共和国政府信息公开条例》第六条：行政机关应当及时、准确地公开政府信息",
    check,
};

}  // namespace gouji
