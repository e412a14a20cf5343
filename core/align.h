#pragma once

#include <cstdint>
#include <vector>

#include "evidence.h"
#include "form.h"
#include "label.h"
#include "row_label.h"
#include "run.h"

namespace gouji {

/// A row of a form, with the inks by which it may be known.
struct ExpectedRow {
  std::uint8_t table;
  std::uint8_t row;
  std::uint8_t section;   ///< index of the section the table belongs to
  bool one_row;           ///< its table prints all rows side by side …
  std::uint8_t together;  ///< … and so many of them, from this one on, may share a run
  std::uint32_t cells;
  std::vector<RowLabels::Number> labels;
  std::vector<LabelInk> heads;  ///< labels of the part it opens: item, corner, columns; empty for other rows
};

/// All rows of a form, in printed order.
class ExpectedRows {
 public:
  /// `form` is one of `forms()`.
  [[nodiscard]] static const ExpectedRows& of(const Form& form);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] const ExpectedRow& operator[](std::size_t row) const { return rows_[row]; }
  [[nodiscard]] std::size_t index_of(const ExpectedRow& row) const {
    return static_cast<std::size_t>(&row - rows_.data());
  }
  /// The row that has a label; null where the form has none.
  [[nodiscard]] const ExpectedRow* labelled(RowLabels::Number label) const {
    return label == RowLabels::none || row_of_label_[label] == none ? nullptr : &rows_[row_of_label_[label]];
  }
  /// The longest label that stands whole right before a run, of a row that its figures stand behind.
  struct Front {
    const ExpectedRow* row = nullptr;  ///< null for none
    std::size_t letters = 0;
  };
  [[nodiscard]] Front front_of(const Run& run) const;
  /// The first of rows that stand side by side and have so many cells together; null for none.
  [[nodiscard]] const ExpectedRow* side_by_side(std::uint32_t cells) const;

 private:
  explicit ExpectedRows(const Form& form);
  static constexpr std::uint8_t none = 0xff;
  std::vector<ExpectedRow> rows_;
  std::vector<std::uint8_t> row_of_label_;
  struct SideBySide {
    std::size_t first;    ///< index of the first row
    std::uint32_t cells;  ///< of all of them
  };
  std::vector<SideBySide> side_by_side_;  ///< for each table that prints its rows so
};

/// How well the words around a run fit the labels of a row, 0 … 100.
[[nodiscard]] int label_of(const ExpectedRow& row, ExpectedRows::Front front, Evidence& evidence, std::size_t run);

/// Whether nothing but empty cells stand behind a head of a table whose rows stand side by side: fillers of the head.
[[nodiscard]] inline bool are_fillers(const Run& run, const ExpectedRow& row, std::uint32_t cells) {
  return row.one_row && run.figures == 0 && run.empties_below < cells;
}

/// A reading must beat every other by this much to be certain.
inline constexpr int certain_margin = 20;

/// Consecutive rows (mostly one) that stand in a run.
struct Pairing {
  std::uint32_t row;   ///< index of the first
  std::uint32_t rows;  ///< how many
  const Run* run;
  int label;     ///< how well the words around the run fit the rows' labels, 0 … 100
  bool certain;  ///< the best alignment that reads the first row otherwise, or not at all, is worse by `certain_margin`
};

/// Aligns the rows of a form with runs, in the printed order of both: Needleman–Wunsch, where leaving out a row or a run costs
/// something, and pairing them is worth what label, count, heads and section say together.
///
///                      24 2 0 0 … 26 │ 0 0 0 0 … 0 │ 15 0 0 0 … 15 │ 2 0 0 0 … 2
///     一、本年新收…          ╲
///     二、上年结转…                        ╲
///     （一）予以公开                                      ╲
///     （二）部分公开                                                      ╲
///
/// Only those places are looked at that an alignment may pass which is about as good as the best: the few on both sides of the
/// diagonal, where rows stand behind their labels. Time and memory are at most in proportion to rows times runs.
[[nodiscard]] std::vector<Pairing> align(const ExpectedRows& rows, Evidence& evidence);

}  // namespace gouji
