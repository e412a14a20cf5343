#pragma once

// A table as the official form draws it: rows of cells with row and column spans. Every layout is a way to write one.
//
//     | corner (3x3)              | 申请人情况 (1x7)        |
//     |                           | 自然人 (2x1) | 法人 ... |      a row lists only the cells that begin in it
//     | 三、(22x1) | （一） (1x2)   | 24 | 2 | ...          |

#include <string>
#include <vector>

#include "labels.h"
#include "report_printer.h"
#include "writer.h"

namespace gouji::test {

enum class CellKind { head, group, label, figure, extra };  // extra: not of the form

struct Cell {
  CellKind kind = CellKind::head;
  std::string text;  // of a figure: as spelled
  std::string key;   // of a figure: its cell
  std::string unit;  // of a figure: printed behind it
  std::size_t column = 0;
  std::size_t columns = 1;
  std::size_t rows = 1;
  bool second = false;  // of a figure: it stands here a second time

  [[nodiscard]] bool is_figure() const { return kind == CellKind::figure; }
};

struct Row {
  std::vector<Cell> cells;
  bool head = false;  // column heads and captions
  std::string id;     // of a body row
};

struct Grid {
  std::string table;
  std::size_t columns = 0;
  std::vector<Row> rows;

  /// All columns of a row from left to right; null where a span covers.
  [[nodiscard]] std::vector<const Cell*> across(const Row& row) const;
};

/// The grids of one table: one, or three for table four as small tables.
[[nodiscard]] std::vector<Grid> grids_of(const Table& table, const Figures& figures, Zero zero,
                                         const Dressing& dressing, Labels& labels);

[[nodiscard]] std::vector<const Cell*> figure_cells(const Row& row);
[[nodiscard]] std::vector<std::string> keys_of(const std::vector<const Cell*>& cells);
[[nodiscard]] std::string spelled(const std::string& value, Zero zero, const Dressing& dressing);

/// Writes one grid as the layout does. Marks what the layout loses.
void write_grid(const Grid& grid, Layout layout, Random& random, Writer& writer);

// The families behind write_grid, one file each.
void write_cell_lines(const Grid& grid, Layout layout, Random& random, Writer& writer);
void write_row_lines(const Grid& grid, Layout layout, Random& random, Writer& writer);
void write_rectangle(const Grid& grid, Layout layout, Random& random, Writer& writer);
void write_copied(const Grid& grid, Layout layout, Random& random, Writer& writer);
void write_page(const Grid& grid, Layout layout, Writer& writer);
void write_fragments(const Grid& grid, Writer& writer);

void write_cell(const Cell& cell, Writer& writer);

}  // namespace gouji::test
