#include <optional>

#include "rule.h"

namespace gouji {
namespace {

/// A count that is certain: a figure, or a mark for zero.
std::optional<std::int64_t> count_in(const Document& document, std::optional<CellRef> ref) {
  if (!ref) return std::nullopt;
  const Cell& cell = document.cell(*ref);
  const bool told = cell.state == Cell::State::number || cell.state == Cell::State::zero_mark;
  if (!told || !cell.value.is_integer() || cell.value.is_negative()) return std::nullopt;
  return cell.value.digits;
}

/// What is in force at the end of the year are at least the documents of the year itself, but for those repealed again.
void check_in_force(const Document& document, std::string_view row, std::vector<Finding>& findings) {
  const auto issued = document.find_cell("disclosure", row, "issued");
  const auto repealed = document.find_cell("disclosure", row, "repealed");
  const auto in_force = document.find_cell("disclosure", row, "in_force");
  const auto made = count_in(document, issued);
  const auto gone = count_in(document, repealed);
  const auto left = count_in(document, in_force);
  if (!made || !gone || !left || *left >= *made - *gone) return;
  const Bilingual name = name_of_row(document.tables[in_force->table], in_force->row);
  const std::string least = std::to_string(*made - *gone);
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = document.cell(*in_force).span;
  finding.cell = in_force;
  finding.actual = document.cell(*in_force).value;
  finding.message = say("表二{0}本年制发 {1} 件、废止 {2} 件，现行有效至少应有 {3} 件，表中是 {4} 件。",
                        "Table two, row {0}: with {1} issued and {2} repealed this year, at least {3} must be in "
                        "force; the table says {4}.",
                        {name, *made, *gone, least, *left});
  finding.advice = say(
      "现行有效件数是年末全部有效文件的存量，含往年制发的，请核对。",
      "The number in force counts all documents in force at the end of the year, those of former years too; check it.");
  finding.related = {{document.cell(*issued).span, "part", issued, std::nullopt},
                     {document.cell(*repealed).span, "part", repealed, std::nullopt}};
  findings.push_back(std::move(finding));
}

/// Form of 2019: what was disclosed this year is part of all that is disclosed.
void check_disclosed(const Document& document, std::string_view row, std::vector<Finding>& findings) {
  const auto this_year = document.find_cell("disclosure", row, "disclosed");
  const auto in_all = document.find_cell("disclosure", row, "disclosed_total");
  const auto part = count_in(document, this_year);
  const auto total = count_in(document, in_all);
  if (!part || !total || *total >= *part) return;
  const Bilingual name = name_of_row(document.tables[in_all->table], in_all->row);
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = document.cell(*in_all).span;
  finding.cell = in_all;
  finding.actual = document.cell(*in_all).value;
  finding.message =
      say("表二{0}本年新公开 {1} 件，对外公开总数量却只有 {2} 件。",
          "Table two, row {0}: {1} disclosed this year, but only {2} disclosed in all.", {name, *part, *total});
  finding.advice = say("总数量含往年公开的，一般不少于本年新公开数量，请核对。",
                       "The number in all includes former years and is normally no less; check it.");
  finding.related = {{document.cell(*this_year).span, "part", this_year, std::nullopt}};
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const std::string_view row : {"regulations", "normative_documents"}) {
    check_in_force(document, row, findings);
    check_disclosed(document, row, findings);
  }
}

}  // namespace

extern const Rule stock_rule;
const Rule stock_rule = {
    "stock",
    Severity::warning,
    "现行有效少于本年留存",
    "Fewer in force than issued",
    "《中华人民共和国政府信息公开工作年度报告格式》：本年制发件数、本年废止件数、现行有效件数",
    check,
};

}  // namespace gouji
