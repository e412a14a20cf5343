#include "equations.h"

#include <algorithm>

namespace gouji {
namespace {

bool is_readable(const TableReading& table, const CellRefs& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [&](CellRef ref) { return is_summable(table.rows[ref.row].cells[ref.column]); });
}

std::uint16_t to_number(std::size_t value) { return static_cast<std::uint16_t>(value); }

}  // namespace

void Equations::read(const std::vector<TableReading>& tables, const std::vector<Relation>& relations, std::size_t first,
                     std::size_t last, const std::vector<std::size_t>& left_out) {
  const std::uint16_t index = relations[first].table;
  const TableReading& table = tables[index];
  equations_.clear();
  terms_.clear();
  row_begins_.clear();
  std::size_t places = 0;
  for (const RowReading& row : table.rows) {
    row_begins_.push_back(to_number(places));
    places += row.cells.size();
  }
  numbers_.assign(places, 0);
  for (std::size_t i = first; i < last; ++i) {
    const Relation& relation = relations[i];
    if (std::find(left_out.begin(), left_out.end(), i) != left_out.end()) continue;
    if (is_readable(table, relation.left) && is_readable(table, relation.right)) add_equation(relation, i);
  }
  list_cells(table, index);
  list_memberships();
}

void Equations::add_equation(const Relation& relation, std::size_t index) {
  const std::size_t first = terms_.size();
  add_terms(relation.left, 1);
  add_terms(relation.right, -1);
  equations_.push_back({index, to_number(first), to_number(terms_.size() - first), 0});
}

/// With places for the numbers of the cells, which are not known yet.
void Equations::add_terms(const CellRefs& cells, std::int8_t sign) {
  for (const CellRef ref : cells) {
    const std::size_t place = row_begins_[ref.row] + ref.column;
    ++numbers_[place];
    terms_.push_back({to_number(place), sign});
  }
}

void Equations::list_cells(const TableReading& table, std::uint16_t index) {
  cells_.clear();
  std::uint16_t* number = numbers_.data();
  std::size_t memberships = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.rows[row].cells.size(); ++column, ++number) {
      if (*number == 0) continue;
      const Cell& cell = table.rows[row].cells[column];
      const CellRef ref{index, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(column)};
      cells_.push_back({ref, cell.state == Cell::State::blank, to_number(memberships), 0, cell.value.digits});
      memberships += *number;
      *number = to_number(cells_.size() - 1);
    }
  }
}

void Equations::list_memberships() {
  memberships_.resize(terms_.size());
  open_ = 0;
  for (std::size_t e = 0; e < equations_.size(); ++e) {
    Equation& equation = equations_[e];
    for (Term& term : std::span(terms_).subspan(equation.first_term, equation.terms)) {
      term.cell = numbers_[term.cell];
      Unknown& cell = cells_[term.cell];
      memberships_[cell.first_membership + cell.memberships++] = {to_number(e), term.sign};
      equation.residual += term.sign * cell.value;
    }
    open_ += equation.residual != 0 ? 1 : 0;
  }
}

void Equations::change(std::size_t cell, std::int64_t amount) {
  cells_[cell].value += amount;
  for (const Membership& in : of(cell)) {
    std::int64_t& residual = equations_[in.equation].residual;
    open_ -= residual != 0 ? 1 : 0;
    residual += in.sign * amount;
    open_ += residual != 0 ? 1 : 0;
  }
}

void Equations::set_all(const Equations& other) {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    const CellRef ref = cells_[cell].ref;
    set(cell, other.value(other.numbers_[other.row_begins_[ref.row] + ref.column]));
  }
}

}  // namespace gouji
