#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::size_t other_matters = 5;  // index of the section

/// The fee exists since 2021.
bool has_fee(const Document& document) {
  constexpr int first_year = 2021;
  if (document.facts.year != 0) return document.facts.year >= first_year;
  return !document.tables.empty() && document.tables.front().form->first_year >= first_year;
}

void check(const Document& document, std::vector<Finding>& findings) {
  const TopHeading* heading = document.outline.opening(other_matters);
  if (!document.outline.is_report || heading == nullptr || !has_fee(document) || !has_sentences(document.prose)) return;
  const auto paragraphs = paragraphs_under(document.prose, other_matters);
  // Also where it stands in a table of its own.
  if (has_word(without_breaks(document.text.at(span_under(document.outline, document.prose, *heading))),
               words::fee_statements))
    return;
  Finding finding;
  finding.severity = Severity::advice;
  // Behind an empty section stands the signature.
  const bool empty = paragraphs.empty() || paragraphs.front().kind != LineKind::prose;
  finding.span = empty ? heading->span : document.prose.in_folded(paragraphs.front().span);
  finding.message =
      say("「{0}」没有写收取信息处理费的情况。", "“{0}” does not say whether information processing fees were charged.",
          {document.text.at(heading->span)});
  finding.advice = say("写明发出收费通知的件数、总金额和实际收取的总金额；没有的，写明没有收取信息处理费。",
                       "State the notices, their amount and what was collected; where there were none, say so.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule fee_statement_rule;
const Rule fee_statement_rule = {
    "fee-statement",
    Severity::advice,
    "没有说明信息处理费",
    "Nothing said of processing fees",
    "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    check,
};

}  // namespace gouji
