#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

std::string written(const Document& document, const Claim& claim) {
  return document.text.pasted(document.prose.in_folded(claim.span));
}

/// "行政复议总计" and its cells: "表三「一、本年新收…」行「总计」列", of a few cells; of many only the figure's name.
Bilingual where(const Document& document, const Tie& tie) {
  if (tie.cells.size() == 1) return name_of_cell(document, tie.cells[0]);
  const Table& table = document.tables[tie.cells[0].table].official();
  Bilingual name = name_of_claim(document.claims.claims[tie.claim]);
  return say("{0}「{1}」各格", "the cells of {0} for {1}", {{table.zh, table.en}, name});
}

std::string terms(const Document& document, const Tie& tie) {
  if (tie.cells.size() < 2) return {};
  std::string list;
  std::size_t count = 0;
  for (const CellRef ref : tie.cells) {
    const Decimal value = document.cell(ref).value;
    if (value.digits == 0) continue;
    list += (count++ > 0 ? "+" : "") + to_string(value);
  }
  return count > 1 ? "(" + list + ")" : std::string();
}

Severity severity_of(const Claim& claim) {
  const bool strict =
      std::all_of(claim.of.begin(), claim.of.end(), [](std::uint8_t i) { return indicators()[i].strict; });
  if (claim.bound == Bound::about) return Severity::advice;
  return strict && !claim.soft && claim.bound == Bound::exact ? Severity::error : Severity::warning;
}

void relate_cells(const Document& document, const Tie& tie, Finding& finding) {
  for (const CellRef ref : tie.cells) {
    const Cell& cell = document.cell(ref);
    if (tie.cells.size() > 1 && cell.value.digits == 0) continue;
    finding.related.push_back({cell.span, "other", ref, std::nullopt});
  }
}

/// Other sentences that speak of the same cells.
void relate_sentences(const Document& document, const Tie& tie, Finding& finding) {
  constexpr std::size_t most = 12;
  for (const Tie& other : document.ties) {
    if (finding.related.size() >= most) return;
    if (other.claim == tie.claim || other.cells != tie.cells) continue;
    finding.related.push_back(
        {document.prose.in_folded(document.claims.claims[other.claim].span), "other", std::nullopt, std::nullopt});
  }
}

void sentence_against_table(const Document& document, const Tie& tie, std::vector<Finding>& findings) {
  const Claim& claim = document.claims.claims[tie.claim];
  Finding finding;
  finding.severity = severity_of(claim);
  finding.span = document.prose.in_folded(claim.span);
  const Bilingual place = where(document, tie);
  const std::string sum = to_string(tie.sum) + terms(document, tie);
  const std::string said = written(document, claim);
  const Bilingual name = name_of_claim(claim);
  if (claim.says == Claim::Says::none) {
    finding.message = say("正文写“{0}”，{1}却是 {2}。", "The text says there was none ({0}), but {1} is {2}.",
                          {{said, name.en}, place, sum});
  } else {
    finding.message = say("正文写{0} {1}，{2}是 {3}，两处不一致。", "The text gives {1} for {0}, {2} is {3}.",
                          {name, said, place, sum});
    finding.actual = claim.value;
  }
  const bool certain = tie.wrong == Tie::Wrong::sentence && !tie.open && claim.says == Claim::Says::figure &&
                       claim.bound == Bound::exact;
  if (certain) {
    finding.expected = tie.sum;
    if (!claim.chinese && document.prose.at(claim.span).find_first_not_of("0123456789.") == std::string_view::npos)
      finding.fix = to_string(tie.sum);
    finding.advice = say("表内各项合计都支持 {0}，多半是正文写错；改正前请与台账核对。",
                         "The sums of the table bear out {0}: most likely the sentence is wrong; check your records.",
                         {to_string(tie.sum)});
  } else {
    finding.advice = say("请核对台账，改正文或改表格，使两处一致。",
                         "Check your records and correct the sentence or the table, so that both say the same.");
  }
  relate_cells(document, tie, finding);
  relate_sentences(document, tie, finding);
  findings.push_back(std::move(finding));
}

/// Several sentences agree against one cell that no sum bears out.
void table_against_sentences(const Document& document, const Tie& tie, std::vector<Finding>& findings) {
  const CellRef ref = tie.cells[0];
  const bool told =
      std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.cell == ref; });
  if (told) return;
  const Claim& claim = document.claims.claims[tie.claim];
  const Cell& cell = document.cell(ref);
  Finding finding;
  finding.severity = severity_of(claim);
  finding.span = cell.span;
  finding.cell = ref;
  finding.actual = cell.value;
  finding.expected = claim.value;
  finding.fix = to_string(claim.value);
  const Bilingual place = name_of_cell(document, ref);
  const std::string said = to_string(claim.value);
  finding.message = say("{0}填 {1}，正文却不止一处写作 {2}。", "{0} is {1}, but more than one sentence says {2}.",
                        {place, to_string(cell.value), said});
  finding.advice = say("多半是表格填错；改正前请与台账核对。", "Most likely the table is wrong; check your records.");
  finding.related.push_back({document.prose.in_folded(claim.span), "other", std::nullopt, std::nullopt});
  relate_sentences(document, tie, finding);
  findings.push_back(std::move(finding));
}

/// The same digits, once in 元 and once in 万元.
bool is_unit_slip(const Document& document, const Tie& tie) {
  const Claim& claim = document.claims.claims[tie.claim];
  if (tie.cells.size() != 1) return false;
  const CellRef ref = tie.cells[0];
  if (document.tables[ref.table].official().part_of(ref.row).columns[ref.column].unit != Unit::amount) return false;
  const auto ten_thousandth = [](Decimal value) {
    return Decimal(value.digits, static_cast<std::uint8_t>(value.decimals + 4));
  };
  return ten_thousandth(claim.value) == tie.sum || ten_thousandth(tie.sum) == claim.value;
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Tie& tie : document.ties) {
    if (tie.status != Relation::Status::failed || tie.wrong == Tie::Wrong::settled) continue;
    if (document.claims.claims[tie.claim].says == Claim::Says::all_done) continue;  // all-done-mismatch tells it
    if (is_unit_slip(document, tie)) continue;                                      // fee-unit tells it
    if (tie.wrong == Tie::Wrong::cell) {
      table_against_sentences(document, tie, findings);
    } else {
      sentence_against_table(document, tie, findings);
    }
  }
}

}  // namespace

extern const Rule text_table_mismatch_rule;
const Rule text_table_mismatch_rule = {
    "text-table-mismatch",
    Severity::error,
    "正文与表格不一致",
    "Text and table do not agree",
    "《中华人民共和国政府信息公开条例》第五十条",
    check,
};

}  // namespace gouji
