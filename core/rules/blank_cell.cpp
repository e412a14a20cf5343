#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// Whether a cell sums up others of its row or column: reports often leave those empty.
bool is_total(const Table& table, CellRef ref) {
  const auto& columns = table.part_of(ref.row).columns;
  return columns[ref.column].id == "total" || table.rows[ref.row].id.ends_with("_total");
}

bool has(const Relation& relation, CellRef cell) {
  return std::find(relation.left.begin(), relation.left.end(), cell) != relation.left.end() ||
         std::find(relation.right.begin(), relation.right.end(), cell) != relation.right.end();
}

/// The relations that ask for the value of a cell: those in which no other empty cell stands, if there are any.
std::vector<std::size_t> relations_of(const Document& document, const Diagnosis& diagnosis, CellRef cell) {
  std::vector<std::size_t> all;
  std::vector<std::size_t> alone;
  for (const std::size_t index : diagnosis.relations) {
    const Relation& relation = document.relations[index];
    if (!has(relation, cell)) continue;
    all.push_back(index);
    const bool with_another = std::any_of(diagnosis.repairs.begin(), diagnosis.repairs.end(), [&](const Repair& other) {
      return other.cell != cell && has(relation, other.cell);
    });
    if (!with_another) alone.push_back(index);
  }
  return alone.empty() ? all : alone;
}

void missing_value(const Document& document, const Diagnosis& diagnosis, const Repair& repair,
                   std::vector<Finding>& findings) {
  const Bilingual name = name_of_cell(document, repair.cell);
  const std::string value = std::to_string(repair.to);
  Finding finding;
  finding.severity =
      is_total(document.tables[diagnosis.table].official(), repair.cell) ? Severity::warning : Severity::error;
  finding.span = document.cell(repair.cell).span;
  finding.cell = repair.cell;
  finding.expected = Decimal(repair.to);
  finding.fix = value;
  finding.relations = relations_of(document, diagnosis, repair.cell);
  Bilingual proof;
  for (const std::size_t index : finding.relations) {
    const Bilingual figures = figures_of(document, document.relations[index]);
    proof.zh += (proof.zh.empty() ? "" : "；") + figures.zh;
    proof.en += (proof.en.empty() ? "" : "; ") + figures.en;
  }
  finding.message = say("{0}空着，按其他数字应为 {1}。{2}。", "{0} is empty; by the other figures it must be {1}. {2}.",
                        {name, value, proof});
  finding.advice = say("填入 {0}。", "Fill in {0}.", {value});
  findings.push_back(std::move(finding));
}

/// Empty cells and marks where a zero belongs: one remark for each table.
void unfilled(const Document& document, std::uint16_t index, std::vector<Finding>& findings) {
  const TableReading& reading = document.tables[index];
  std::vector<Related> cells;
  std::size_t empty = 0;
  for (std::uint8_t row = 0; row < reading.rows.size(); ++row) {
    for (std::uint8_t column = 0; column < reading.rows[row].cells.size(); ++column) {
      const CellRef ref{index, row, column};
      const Cell& cell = document.cell(ref);
      if (cell.state != Cell::State::blank && cell.state != Cell::State::zero_mark) continue;
      // What a sum says of the cell is said already.
      const bool valued =
          std::any_of(document.diagnoses.begin(), document.diagnoses.end(), [&](const Diagnosis& diagnosis) {
            return std::any_of(diagnosis.repairs.begin(), diagnosis.repairs.end(),
                               [&](const Repair& repair) { return repair.cell == ref; });
          });
      if (valued) continue;
      empty += cell.state == Cell::State::blank ? 1 : 0;
      cells.push_back({cell.span, "part", ref, std::nullopt});
    }
  }
  if (cells.empty()) return;
  const Table& table = reading.official();
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = cells[0].span;
  finding.cell = cells[0].cell;
  const std::string count = std::to_string(cells.size());
  const bool one = cells.size() == 1;
  Bilingual state{"空着", one ? " is empty" : " are empty"};
  if (empty == 0) state = {"以符号或文字代替 0", one ? " holds a mark instead of 0" : " hold a mark instead of 0"};
  if (empty > 0 && empty < cells.size()) state = {"空着，或以符号、文字代替 0", " are empty or hold a mark"};
  finding.message = say("{0}有 {1} 格{2}，核对时按 0 计算。", "{1}{3}{0}{2}{4}",
                        {{table.zh, table.en},
                         count,
                         state,
                         one ? " cell of " : " cells of ",
                         one ? "; it was counted as 0." : "; they were counted as 0."});
  finding.advice = say("没有发生的事项填 0。", "Write 0 where there is nothing to report.");
  if (cells.size() == 1) finding.fix = "0";
  cells.erase(cells.begin());
  finding.related = std::move(cells);
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Diagnosis& diagnosis : document.diagnoses) {
    if (diagnosis.kind != Diagnosis::Kind::blank) continue;
    for (const Repair& repair : diagnosis.repairs) missing_value(document, diagnosis, repair, findings);
  }
  for (std::size_t i = 0; i < document.tables.size(); ++i) unfilled(document, static_cast<std::uint16_t>(i), findings);
}

}  // namespace

extern const Rule blank_cell_rule;
const Rule blank_cell_rule = {
    "blank-cell", Severity::advice, "空白单元格", "Empty cell", "《中华人民共和国政府信息公开工作年度报告格式》", check,
};

}  // namespace gouji
