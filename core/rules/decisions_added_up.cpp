#include <array>

#include "rule.h"

namespace gouji {
namespace {

/// A row in which the decisions of the year are exactly the items of last year plus those added or removed.
struct AddedUp {
  CellRef items;
  CellRef change;
  CellRef decisions;
};

bool is_number(const Cell& cell) { return cell.state == Cell::State::number && cell.value.is_integer(); }

/// Fewer may well be a coincidence: 5 items, 2 more, 7 decisions.
constexpr std::int64_t telling = 10;

std::optional<AddedUp> added_up(const Document& document, std::string_view row) {
  const auto items = document.find_cell("disclosure", row, "items_last_year");
  const auto change = document.find_cell("disclosure", row, "change");
  const auto decisions = document.find_cell("disclosure", row, "decisions");
  if (!items || !change || !decisions) return std::nullopt;
  const Cell& before = document.cell(*items);
  const Cell& added = document.cell(*change);
  const Cell& decided = document.cell(*decisions);
  if (!is_number(before) || !is_number(added) || !is_number(decided)) return std::nullopt;
  if (added.value.digits == 0 || decided.value.digits < telling) return std::nullopt;
  if (before.value.digits + added.value.digits != decided.value.digits) return std::nullopt;
  return AddedUp{*items, *change, *decisions};
}

void check(const Document& document, std::vector<Finding>& findings) {
  constexpr std::array rows = {"licensing", "other_services", "penalties", "coercive_measures"};
  std::vector<AddedUp> found;
  for (const std::string_view row : rows) {
    if (const auto sum = added_up(document, row)) found.push_back(*sum);
  }
  if (found.empty()) return;
  const AddedUp& first = found.front();
  const auto figure = [&](CellRef ref) { return to_string(document.cell(ref).value); };
  const Bilingual name = name_of_row(document.tables[first.decisions.table], first.decisions.row);
  const bool negative = document.cell(first.change).value.is_negative();
  const std::string sum =
      figure(first.items) + (negative ? "" : "+") + figure(first.change) + "=" + figure(first.decisions);
  const bool several = found.size() > 1;
  const std::string count = std::to_string(found.size());
  Finding finding;
  finding.severity = several ? Severity::warning : Severity::advice;
  finding.span = document.cell(first.decisions).span;
  finding.cell = first.decisions;
  finding.actual = document.cell(first.decisions).value;
  finding.message = say("表二{0}{1}的处理决定数量正好等于上一年项目数量与本年增减之和（{2}）。",
                        "{1} exactly as many decisions as items last year plus the change ({2}).",
                        {name.zh,
                         {several ? "等 " + count + " 行" : std::string(),
                          several ? count + " rows of table two, row " + name.en + " first, have"
                                  : "Row " + name.en + " of table two has"},
                         sum});
  finding.advice =
      say("处理决定数量是全年作出的许可、处罚等决定的件数，不是年末的项目数，请核对。",
          "Decisions are those made in the year (licences, penalties …), not the items at its end; check them.");
  for (const AddedUp& row : found) {
    if (row.decisions != first.decisions)
      finding.related.push_back({document.cell(row.decisions).span, "other", row.decisions, std::nullopt});
  }
  finding.related.push_back({document.cell(first.items).span, "part", first.items, std::nullopt});
  finding.related.push_back({document.cell(first.change).span, "part", first.change, std::nullopt});
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule decisions_added_up_rule;
const Rule decisions_added_up_rule = {
    "decisions-added-up",
    Severity::warning,
    "处理决定数量填成了项目数",
    "Items in place of decisions",
    "国办公开办函〔2019〕60号：上一年项目数量、本年增/减、处理决定数量",
    check,
};

}  // namespace gouji
