#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts.h"
#include "form.h"
#include "grid.h"
#include "layout.h"
#include "slots.h"
#include "span.h"

namespace gouji {

struct RowReading {
  RowState state = RowState::missing;
  Span label;                            ///< last words before its figures; empty where there are none
  std::vector<Cell> cells;               ///< one for each column of the row's part, always
  std::vector<Cell> figures;             ///< what the row holds, where it holds more than the form has cells
  std::optional<std::uint8_t> left_out;  ///< which of `figures` is none of the form's, where the identities told it
};

/// One printed table, recognised as a table of an official form.
struct TableReading {
  const Form* form = nullptr;
  std::uint8_t table = 0;   ///< index into Form::tables
  std::uint8_t report = 0;  ///< which report of the paste it belongs to, from 0
  Span span;                ///< the lines it takes up
  std::vector<RowReading> rows;

  [[nodiscard]] const Table& official() const { return form->tables[table]; }
};

/// Finds the tables of the official forms and which cell each figure is.
///
/// One mechanism for all shapes: the paste is a sequence of runs of figures with text between them, the form a sequence of
/// rows with so many cells each; the two are aligned as a whole (Needleman–Wunsch), scored by how well the text before
/// (and after) a run fits the row's label and by whether the run has the row's number of cells. A row is read only where
/// the best alignment that reads it otherwise, or not at all, is clearly worse. Which cells of a row are empty is told by the
/// separators between its figures, measured against rows that are complete.
///
/// Tables come in the order of the paste. Tables of which hardly anything is there are not given.
[[nodiscard]] std::vector<TableReading> match_tables(const Text& text, const Layout& layout, const DocumentFacts& facts,
                                                     const Grid& grid);

}  // namespace gouji
