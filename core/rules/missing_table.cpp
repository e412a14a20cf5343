#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.text.folded().find_first_not_of(" \n\t") == std::string_view::npos) return;
  // Said once for all tables that are not there, of the first report.
  const Form* form = form_for_year(document.years.report);
  if (form == nullptr) form = document.tables.empty() ? &forms().back() : document.tables[0].form;
  Bilingual names;
  std::size_t missing = 0;
  for (std::size_t t = 0; t < form->tables.size(); ++t) {
    const bool there = std::any_of(document.tables.begin(), document.tables.end(), [&](const TableReading& reading) {
      return reading.report == 0 && reading.table == t;
    });
    if (there) continue;
    ++missing;
    const Table& table = form->tables[t];
    names.zh += (names.zh.empty() ? "" : "、") + std::string(table.zh) + "（" +
                std::string(form->sections[table.section - 1U].label) + "）";
    names.en += (names.en.empty() ? "" : ", ") + std::string(table.en);
  }
  if (missing == 0) return;
  Finding finding;
  finding.severity = Severity::warning;
  const auto& sections = document.layout.sections;
  if (!sections.empty()) finding.span = sections.front().span;
  const int year = document.facts.year;
  if (year != 0 && year < forms().front().first_year) {
    const std::string first = std::to_string(forms().front().first_year);
    finding.severity = Severity::advice;
    finding.message = say("{0} 年的报告还没有这样的表格，表格没有核对。",
                          "A report on {0} has no such tables yet; nothing of them was checked.", {year});
    finding.advice = say("统一的表格从 {0} 年的报告开始使用。", "Reports have the forms since that on {0}.", {first});
    findings.push_back(std::move(finding));
    return;
  }
  if (document.tables.empty() && document.layout.sections.empty()) {
    finding.message = say("没有认出年度报告的任何一张表，也没有认出章节标题，没有可以核对的内容。",
                          "No table and no section of an annual report was recognised; there is nothing to check.");
    finding.advice =
        say("请从公开页面或 Word 里连同表格一起复制全文；图片和扫描件里的表格读不出来。",
            "Copy the whole text with its tables from the page or from Word; tables in pictures cannot be read.");
  } else {
    finding.message = say("没有读到{0}。", "Not found in the text: {0}.", {names});
    finding.advice = say("如果页面上有这张表，可能是图片，或没有一起复制；如果没有，应按格式补上。",
                         "If the page has it, it may be a picture or was not copied; if not, the form requires it.");
  }
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule missing_table_rule;
const Rule missing_table_rule = {
    "missing-table",
    Severity::warning,
    "缺少表格",
    "Table not found",
    "国办公开办函〔2021〕30号；国办公开办函〔2019〕60号",
    check,
};

}  // namespace gouji
