#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// Words where a figure belongs.
Finding about_words(const Document& document, CellRef ref) {
  const Bilingual name = name_of_cell(document, ref);
  const std::string written = document.text.pasted(document.cell(ref).span);
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = document.cell(ref).span;
  finding.cell = ref;
  finding.message = say("{0}写作“{1}”，不是件数。含这一格的合计没有核对。",
                        "{0} says “{1}”, which is no count. Sums with this cell were not checked.", {name, written});
  finding.advice = say("这一格应填非负整数。", "A whole number, zero or more, belongs here.");
  return finding;
}

/// Negative or decimal figures where the form asks for a count.
void check(const Document& document, std::vector<Finding>& findings) {
  for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
    const TableReading& reading = document.tables[t];
    const Table& table = reading.official();
    for (std::uint8_t row = 0; row < reading.rows.size(); ++row) {
      for (std::uint8_t column = 0; column < reading.rows[row].cells.size(); ++column) {
        const CellRef ref{t, row, column};
        const Cell& cell = document.cell(ref);
        if (cell.state == Cell::State::unreadable && !cell.span.empty()) {
          findings.push_back(about_words(document, ref));
          continue;
        }
        if (cell.state != Cell::State::number) continue;
        const Unit unit = table.part_of(row).columns[column].unit;
        const bool negative = cell.value.is_negative() && unit != Unit::signed_count;
        const bool decimal = !cell.value.is_integer() && unit != Unit::amount;
        if (!negative && !decimal) continue;
        // Where the sums name the cell, its right value is said there.
        const bool named =
            std::any_of(document.diagnoses.begin(), document.diagnoses.end(), [&](const Diagnosis& diagnosis) {
              return std::any_of(diagnosis.repairs.begin(), diagnosis.repairs.end(),
                                 [&](const Repair& repair) { return repair.cell == ref; });
            });
        if (named) continue;
        const Bilingual name = name_of_cell(document, ref);
        const std::string written = document.text.pasted(cell.span);
        Finding finding;
        finding.severity = Severity::error;
        finding.span = cell.span;
        finding.cell = ref;
        finding.actual = cell.value;
        finding.message = say("{0}写作 {1}{2}", "{0} says {1}{2}",
                              {name,
                               written,
                               {negative ? "，不应为负数。" : "，件数不应有小数。",
                                negative ? ", which cannot be negative." : ", but a count has no decimals."}});
        finding.advice = say("这一格应填非负整数。", "A whole number, zero or more, belongs here.");
        findings.push_back(std::move(finding));
      }
    }
  }
}

}  // namespace

extern const Rule not_a_number_rule;
const Rule not_a_number_rule = {
    "not-a-number",
    Severity::error,
    "不是有效的件数",
    "Not a count",
    "《中华人民共和国政府信息公开工作年度报告格式》：计量单位为件",
    check,
};

}  // namespace gouji
