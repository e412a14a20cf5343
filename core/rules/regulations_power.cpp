#include "rule.h"
#include "said.h"

namespace gouji {
namespace {

constexpr std::string_view regulations = "regulations";

/// A figure of 规章 that is not none.
struct Told {
  Span span;
  std::optional<CellRef> cell;
  std::string figure;
  bool made;  ///< counts what the body made, and not what it published, whoever made it
};

/// 本年新公开数量 and 对外公开总数量 of the form of 2019.
bool counts_made(std::string_view column) { return column != "disclosed" && column != "disclosed_total"; }

void in_tables(const Document& document, std::vector<Told>& told) {
  for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
    const TableReading& reading = document.tables[t];
    if (reading.report != 0) continue;
    const Table& table = reading.official();
    for (std::uint8_t row = 0; row < table.rows.size(); ++row) {
      if (table.rows[row].id != regulations) continue;
      for (std::uint8_t column = 0; column < reading.rows[row].cells.size(); ++column) {
        const CellRef ref{t, row, column};
        const Cell& cell = document.cell(ref);
        if (cell.state != Cell::State::number || compare(cell.value, Decimal(0)) <= 0) continue;
        told.push_back({cell.span, ref, to_string(cell.value), counts_made(table.part_of(row).columns[column].id)});
      }
    }
  }
}

void in_sentences(const Document& document, std::vector<Told>& told) {
  for (const Claim& claim : document.claims.claims) {
    if (claim.says != Claim::Says::figure || claim.soft || claim.of.size() != 1) continue;
    const std::string_view id = indicators()[claim.of[0]].id;
    const std::size_t dot = id.find('.');
    if (id.substr(0, dot) != regulations || compare(claim.low, Decimal(0)) <= 0) continue;
    told.push_back({document.prose.in_folded(claim.span), std::nullopt, std::string(document.prose.at(claim.whole)),
                    counts_made(id.substr(dot + 1))});
  }
}

/// One finding on all of them; what the body is said to have made weighs most.
void check(const Document& document, std::vector<Finding>& findings) {
  const Body& body = document.body;
  // 管理委员会, 中心 and the like have no such power either, but their names may be cut short or misread.
  if (!body.lacks_rule_making() && body.kind() != BodyKind::other) return;
  std::vector<Told> told;
  in_tables(document, told);
  const bool in_table = !told.empty();
  in_sentences(document, told);
  if (told.empty()) return;
  std::string figures;
  bool made = false;
  Finding finding;
  finding.span = told.front().span;
  finding.cell = told.front().cell;
  for (const Told& one : told) {
    if (one.span != finding.span) finding.related.push_back({one.span, "part", one.cell, std::nullopt});
    if (in_table && !one.cell) continue;
    figures += (figures.empty() ? "" : "、") + one.figure;
    made = made || one.made;
  }
  finding.severity = body.lacks_rule_making() && made ? Severity::warning : Severity::advice;
  const std::string& name = body.name();
  const std::string where_zh = in_table ? "「规章」一行填了 " : "文中写有规章 ";
  const std::string where_en = in_table ? "The row of 规章 says " : "The text tells of 规章: ";
  finding.message =
      say("{0}{1}，{2}没有制定规章的权力，这一行应为 0。",
          "{0}{1}; {2} has no power to make them, and the row must be 0.", {{where_zh, where_en}, figures, name});
  finding.advice = say("县、乡和各级政府部门印发的文件是行政规范性文件，填在下一行；公开别的机关制定的规章不计入。",
                       "Documents of counties, townships and departments are 行政规范性文件, which have the next row; "
                       "规章 that others made do not count.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule regulations_power_rule;
const Rule regulations_power_rule = {
    "regulations-power",
    Severity::warning,
    "没有规章制定权却填了规章",
    "Regulations of a body that makes none",
    "《中华人民共和国立法法》第九十一条、第九十三条；《规章制定程序条例》",
    check,
};

}  // namespace gouji
