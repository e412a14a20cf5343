#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "form.h"
#include "match.h"

namespace gouji {

/// A cell of a table of the paste.
struct CellRef {
  std::uint16_t table = 0;  ///< index into the list of tables
  std::uint8_t row = 0;     ///< index into Table::rows
  std::uint8_t column = 0;  ///< index into the columns of the row's part

  friend constexpr auto operator<=>(const CellRef&, const CellRef&) = default;
};

/// One identity of a form, evaluated in one row or column of a table.
struct Relation {
  enum class Status : std::uint8_t {
    held,
    failed,      ///< both sides are known and differ
    unreadable,  ///< a cell is unreadable, or an empty cell could make up the difference
  };

  const Identity* identity = nullptr;
  std::uint16_t table = 0;
  std::uint8_t at = 0;  ///< index of the row or column it is evaluated in
  Status status = Status::held;
  std::vector<CellRef> left;
  std::vector<CellRef> right;
  std::int64_t left_sum = 0;  ///< empty cells and zero marks as zero
  std::int64_t right_sum = 0;
};

/// "requests.balance@total".
[[nodiscard]] std::string name_of(const Relation& relation, const std::vector<TableReading>& tables);

/// Evaluates every identity of every table's form, in the order of the tables, of the identities in the form, and of their
/// rows or columns. Exact: integers, no rounding.
[[nodiscard]] std::vector<Relation> evaluate(const std::vector<TableReading>& tables);

/// Whether a cell may enter a sum: a number without decimals, a zero mark, or an empty cell.
[[nodiscard]] bool is_summable(const Cell& cell);

}  // namespace gouji
