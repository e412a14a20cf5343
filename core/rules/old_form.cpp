#include "rule.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  const int year = document.years.report;
  const Form* wanted = form_for_year(year);
  if (wanted == nullptr) return;
  for (const TableReading& reading : document.tables) {
    // The table alike in all editions tells nothing; nor does a second report, whose year is another.
    if (reading.form == wanted || reading.report != 0 || reading.official().one_row) continue;
    const Table& table = reading.official();
    Finding finding;
    finding.severity = Severity::warning;
    finding.span = {reading.span.begin, reading.span.begin};
    for (const RowReading& row : reading.rows) {
      if (row.label.empty()) continue;
      finding.span = row.label;
      break;
    }
    const std::string years = std::to_string(year);
    const bool older = reading.form->first_year < wanted->first_year;
    finding.message = say("{0} 年的报告用了{1}格式的{2}（{3}），应当用 {4} 的格式。",
                          "A report on {0} has {2} of the {1} form ({3}); {4} applies.",
                          {years,
                           {older ? "旧" : "新", older ? "old" : "newer"},
                           {table.zh, table.en},
                           reading.form->issued_by,
                           wanted->issued_by});
    finding.advice = {
        older ? "换用新格式的表格重新填写。" : "如果这是后来重新发布的报告，可以不改。",
        older ? "Fill in the table of the new form." : "If the report was published again later, leave it."};
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule old_form_rule;
const Rule old_form_rule = {
    "old-form",
    Severity::warning,
    "表格版本与年度不符",
    "Form of another year",
    "国办公开办函〔2021〕30号；国办公开办函〔2019〕60号",
    check,
};

}  // namespace gouji
