#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
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

/// The cells of one side of an identity in one row or column: told by the identity, not stored.
class CellRefs {
 public:
  CellRefs() = default;
  /// Those of the row of `along`, each in the column that a member is, or of its column, each in the row.
  CellRefs(std::span<const std::uint8_t> members, CellRef along, bool of_row)
      : members_(members), along_(along), of_row_(of_row) {}

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;  // it points to no CellRef: it makes them
    using difference_type = std::ptrdiff_t;
    using value_type = CellRef;
    using pointer = const CellRef*;
    using reference = CellRef;

    Iterator(const CellRefs* of, std::size_t at) : of_(of), at_(at) {}
    CellRef operator*() const { return (*of_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++at_;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const CellRefs* of_;
    std::size_t at_;
  };

  [[nodiscard]] CellRef operator[](std::size_t i) const {
    CellRef cell = along_;
    (of_row_ ? cell.column : cell.row) = members_[i];
    return cell;
  }
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] CellRef front() const { return (*this)[0]; }
  [[nodiscard]] CellRef back() const { return (*this)[size() - 1]; }
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size()}; }

 private:
  std::span<const std::uint8_t> members_;
  CellRef along_;
  bool of_row_ = false;
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
  CellRefs left;
  CellRefs right;
  std::int64_t left_sum = 0;  ///< empty cells and zero marks as zero
  std::int64_t right_sum = 0;
};

/// The id of the row or column that a relation is evaluated in.
[[nodiscard]] std::string_view place_of(const Relation& relation, const std::vector<TableReading>& tables);
/// "requests.balance@total".
[[nodiscard]] std::string name_of(const Relation& relation, const std::vector<TableReading>& tables);

/// Evaluates every identity of every table's form, in the order of the tables, of the identities in the form, and of their
/// rows or columns. Exact: integers, no rounding.
[[nodiscard]] std::vector<Relation> evaluate(const std::vector<TableReading>& tables);

/// Whether a cell may enter a sum: a number without decimals, a zero mark, or an empty cell.
[[nodiscard]] bool is_summable(const Cell& cell);

}  // namespace gouji
