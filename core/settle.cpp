#include "settle.h"

#include <algorithm>
#include <optional>

#include "relations.h"

namespace gouji {
namespace {

/// The table with the figure at `left_out` left out of each of `rows`.
TableReading without(const TableReading& table, const std::vector<std::size_t>& rows, std::uint8_t left_out) {
  TableReading reading = table;
  for (const std::size_t row : rows) {
    RowReading& its = reading.rows[row];
    its.cells = its.figures;
    its.cells.erase(its.cells.begin() + left_out);
    its.state = RowState::read;
    its.left_out = left_out;
  }
  return reading;
}

bool all_hold(const TableReading& table) {
  const auto relations = evaluate({table});
  return std::none_of(relations.begin(), relations.end(),
                      [](const Relation& relation) { return relation.status == Relation::Status::failed; });
}

}  // namespace

void settle(std::vector<TableReading>& tables) {
  for (TableReading& table : tables) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const RowReading& its = table.rows[row];
      if (its.state == RowState::too_many && its.figures.size() == its.cells.size() + 1) rows.push_back(row);
    }
    if (rows.empty()) continue;
    std::optional<TableReading> found;
    bool only = true;
    for (std::size_t left_out = 0; left_out < table.rows[rows.front()].figures.size(); ++left_out) {
      if (std::any_of(rows.begin(), rows.end(),
                      [&](std::size_t row) { return left_out >= table.rows[row].figures.size(); }))
        break;
      TableReading reading = without(table, rows, static_cast<std::uint8_t>(left_out));
      if (!all_hold(reading)) continue;
      only = only && !found;
      found = std::move(reading);
    }
    if (found && only) table = std::move(*found);
  }
}

}  // namespace gouji
