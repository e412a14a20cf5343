// Shapes in which every row has all columns of the table, so that a figure's column can be told by counting or by eye.

#include <algorithm>

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

void write_markdown(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    writer.put("|");
    for (const Cell* cell : grid.across(row)) {
      writer.put(" ");
      if (cell != nullptr) write_cell(*cell, writer);
      writer.put(cell == nullptr || cell->text.empty() ? "|" : " |");
    }
    writer.put("\n");
    if (&row != &grid.rows.front()) continue;
    writer.put("|");
    for (std::size_t i = 0; i < grid.columns; ++i) writer.put("---|");
    writer.put("\n");
  }
}

void write_tabbed(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<const Cell*> cells = grid.across(row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) writer.put("\t");
      if (cells[i] != nullptr) write_cell(*cells[i], writer);
    }
    writer.put("\n");
  }
}

void write_csv_cell(const Cell& cell, Writer& writer) {
  bool quoted = cell.kind < CellKind::figure || (cell.text + cell.unit).find(',') != std::string::npos;
  if (quoted) writer.put("\"");
  if (cell.is_figure()) {
    write_cell(cell, writer);
  } else {
    writer.put(replaced(replaced(cell.text, "“", "\"\""), "”", "\"\""));
  }
  if (quoted) writer.put("\"");
}

void write_csv(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<const Cell*> cells = grid.across(row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) writer.put(",");
      if (cells[i] != nullptr) write_csv_cell(*cells[i], writer);
    }
    writer.put("\n");
  }
}

std::size_t width_of(const Cell& cell, const Style& style) {
  std::string text = cell.text + cell.unit;
  return display_width(style.half_width_punctuation && !cell.is_figure() ? mapped(text, half_width_punctuation())
                                                                         : text);
}

constexpr std::size_t gap = 2;

std::vector<std::size_t> column_widths(const Grid& grid, const Style& style) {
  std::vector<std::size_t> widths(grid.columns, 2);
  for (std::size_t span = 1; span <= grid.columns; ++span) {
    for (const Row& row : grid.rows) {
      for (const Cell& cell : row.cells) {
        if (cell.columns != span) continue;
        std::size_t sum = gap * (span - 1);
        for (std::size_t i = 0; i < span; ++i) sum += widths[cell.column + i];
        std::size_t needed = width_of(cell, style);
        if (needed > sum) widths[cell.column + span - 1] += needed - sum;
      }
    }
  }
  return widths;
}

void write_padded(const Grid& grid, Random& random, Writer& writer) {
  std::vector<std::size_t> widths = column_widths(grid, writer.style());
  bool right_aligned = random.chance(2);
  std::vector<std::size_t> starts(grid.columns, 0);
  for (std::size_t i = 1; i < grid.columns; ++i) starts[i] = starts[i - 1] + widths[i - 1] + gap;
  for (const Row& row : grid.rows) {
    std::size_t at = 0;
    for (const Cell& cell : row.cells) {
      std::size_t width = width_of(cell, writer.style());
      std::size_t start = starts[cell.column];
      if (right_aligned && cell.is_figure()) start += widths[cell.column] - std::min(width, widths[cell.column]);
      if (cell.text.empty()) {
        write_cell(cell, writer);
        continue;
      }
      writer.put(std::string(start - at, ' '));
      write_cell(cell, writer);
      at = start + width;
    }
    writer.put("\n");
  }
}

}  // namespace

void write_rectangle(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  switch (layout) {
    case Layout::markdown:
      return write_markdown(grid, writer);
    case Layout::csv:
      return write_csv(grid, writer);
    case Layout::padded_columns:
      return write_padded(grid, random, writer);
    default:
      return write_tabbed(grid, writer);
  }
}

}  // namespace gouji::test
