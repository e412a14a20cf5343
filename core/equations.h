#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "match.h"
#include "relations.h"

namespace gouji {

/// The relations of one table as equations over its cells, to try other figures in: a figure is changed in place and changed
/// back, and each change tells at once how many equations hold. Cells and equations are numbered, in the order of the table
/// and of the relations, and their lists are used again for the next table.
class Equations {
 public:
  /// A cell in an equation.
  struct Term {
    std::uint16_t cell;
    std::int8_t sign;  ///< 1 on the left, -1 on the right
  };
  /// An equation of a cell.
  struct Membership {
    std::uint16_t equation;
    std::int8_t sign;
  };

  /// Takes those of the relations `first` … `last`, which are of one table, of which all cells can be read, but none of
  /// `left_out`, with the figures that the table holds. What was there before is forgotten.
  void read(const std::vector<TableReading>& tables, const std::vector<Relation>& relations, std::size_t first,
            std::size_t last, const std::vector<std::size_t>& left_out = {});

  [[nodiscard]] std::size_t size() const { return equations_.size(); }
  /// The index of the relation that an equation was.
  [[nodiscard]] std::size_t relation(std::size_t equation) const { return equations_[equation].relation; }
  [[nodiscard]] std::span<const Term> terms(std::size_t equation) const {
    return {terms_.data() + equations_[equation].first_term, equations_[equation].terms};
  }
  /// Left minus right.
  [[nodiscard]] std::int64_t residual(std::size_t equation) const { return equations_[equation].residual; }
  /// How many equations do not hold.
  [[nodiscard]] std::size_t open() const { return open_; }

  /// How many cells the equations have.
  [[nodiscard]] std::size_t cells() const { return cells_.size(); }
  [[nodiscard]] CellRef ref(std::size_t cell) const { return cells_[cell].ref; }
  [[nodiscard]] std::int64_t value(std::size_t cell) const { return cells_[cell].value; }
  [[nodiscard]] bool is_blank(std::size_t cell) const { return cells_[cell].blank; }
  [[nodiscard]] std::span<const Membership> of(std::size_t cell) const {
    return {memberships_.data() + cells_[cell].first_membership, cells_[cell].memberships};
  }

  void change(std::size_t cell, std::int64_t amount);
  void set(std::size_t cell, std::int64_t value) { change(cell, value - cells_[cell].value); }
  /// Takes over the figures of the same cells of other equations, which have them all.
  void set_all(const Equations& other);

 private:
  struct Equation {
    std::size_t relation;
    std::uint16_t first_term;
    std::uint16_t terms;
    std::int64_t residual;
  };
  struct Unknown {
    CellRef ref;
    bool blank;
    std::uint16_t first_membership;
    std::uint16_t memberships;
    std::int64_t value;
  };

  void add_equation(const Relation& relation, std::size_t index);
  void add_terms(const CellRefs& cells, std::int8_t sign);
  void list_cells(const TableReading& table, std::uint16_t index);
  void list_memberships();

  std::vector<Equation> equations_;
  std::vector<Term> terms_;  ///< of one equation after the other
  std::vector<Unknown> cells_;
  std::vector<Membership> memberships_;    ///< of one cell after the other
  std::vector<std::uint16_t> row_begins_;  ///< the place of each row's first cell among all cells of the table
  std::vector<std::uint16_t> numbers_;     ///< for each place how many terms it is, then the number of its cell
  std::size_t open_ = 0;
};

}  // namespace gouji
