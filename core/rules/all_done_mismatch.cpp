#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// Whether a sentence itself tells how many were carried forward: then the reader is told, and it is only loose wording.
bool is_told(const Document& document, const Tie& tie) {
  return std::any_of(document.ties.begin(), document.ties.end(), [&](const Tie& other) {
    const Claim& claim = document.claims.claims[other.claim];
    return claim.says == Claim::Says::figure && other.cells == tie.cells && claim.value.digits != 0;
  });
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Tie& tie : document.ties) {
    const Claim& claim = document.claims.claims[tie.claim];
    if (claim.says != Claim::Says::all_done || tie.status != Relation::Status::failed ||
        tie.wrong == Tie::Wrong::settled)
      continue;
    Finding finding;
    finding.severity = is_told(document, tie) ? Severity::advice : Severity::warning;
    finding.span = document.prose.in_folded(claim.span);
    const std::string left = to_string(tie.sum);
    const Bilingual cell = name_of_cell(document, tie.cells[0]);
    const std::string said = document.text.pasted(finding.span);
    finding.message =
        say("正文写“{0}”，{1}却还有 {2} 件结转下年度继续办理。",
            "The text says that all requests were answered, but {1} carries {2} forward.", {said, cell, left});
    finding.advice = say("改写成“办结若干件，结转下年度 {0} 件”，或核对第四项的数字。",
                         "Say how many were answered and that {0} were carried forward, or check the figure.", {left});
    finding.related.push_back({document.cell(tie.cells[0]).span, "other", tie.cells[0], std::nullopt});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule all_done_mismatch_rule;
const Rule all_done_mismatch_rule = {
    "all-done-mismatch",
    Severity::warning,
    "写已全部办结，表中仍有结转",
    "All answered, yet some carried forward",
    "《中华人民共和国政府信息公开工作年度报告格式》表三第四项",
    check,
};

}  // namespace gouji
