// Shapes in which every row stands on a line of its own, with pipes, tabs, spaces or nothing between the cells.

#include <algorithm>

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

bool any_blank(const std::vector<const Cell*>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Cell* cell) { return cell->text.empty(); });
}

bool is_digit(const Cell* cell) {
  return (cell->text.size() == 1 && is_ascii_digits(cell->text)) || cell->text == "０";
}

/// "a | b | |": a blank cell is the space before its pipe.
void write_piped(const std::vector<const Cell*>& cells, Writer& writer) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    bool blank = cells[i] == nullptr || cells[i]->text.empty();
    if (i > 0) writer.put(" ");
    if (cells[i] != nullptr) write_cell(*cells[i], writer);
    writer.put(blank ? "|" : " |");
  }
}

std::vector<const Cell*> pointers(const Row& row) {
  std::vector<const Cell*> cells;
  for (const Cell& cell : row.cells) cells.push_back(&cell);
  return cells;
}

void write_filled(const Grid& grid, bool ragged, Random& random, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<const Cell*> figures = figure_cells(row);
    std::size_t fillers = &row == &grid.rows.back() ? 0 : grid.columns - row.cells.size();
    if (ragged) fillers = static_cast<std::size_t>(random.below(6));
    // Seen where a row has one figure and that is blank: the row goes on in the next line.
    if (ragged && figures.size() == 1 && figures.front()->text.empty()) {
      writer.put(row.cells.front().text + " |\n");
      write_cell(*figures.front(), writer);
      writer.put("| ||\n");
      continue;
    }
    write_piped(pointers(row), writer);
    if (fillers > 0) writer.put(" " + std::string(fillers, '|'));
    writer.put("\n");
  }
}

void write_between_pipes(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    writer.put("| ");
    for (const Cell& cell : row.cells) {
      writer.put(&cell == &row.cells.front() ? "" : " ");
      bool item = row.head && row.cells.size() == 1;
      if (item) {
        writer.put(replaced(cell.text, "条第", "条  第"));
      } else {
        write_cell(cell, writer);
      }
      writer.put(" |");
    }
    writer.put(" " + std::string(grid.columns - row.cells.size(), '|') + "\n");
  }
}

/// Covered by a row span: empty, at the left. Narrow heads take two lines of cells, the second for the second halves.
void write_span_empty(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<const Cell*> cells = pointers(row);
    if (!row.head)
      for (std::size_t level = 0; level < row.cells.front().column; ++level) cells.insert(cells.begin(), nullptr);
    bool two_lines = row.head && std::any_of(row.cells.begin(), row.cells.end(),
                                             [](const Cell& cell) { return cell.text == "商业企业"; });
    if (!two_lines) {
      write_piped(cells, writer);
      writer.put("\n");
      continue;
    }
    std::string lower;
    for (const Cell& cell : row.cells) {
      bool narrow = cell.text == "商业企业" || cell.text == "科研机构";
      Halves parts = halves(cell.text);
      writer.put((&cell == &row.cells.front() ? "" : " ") + (narrow ? parts.first : cell.text) + " |");
      if (narrow) lower += (lower.empty() ? "" : " ") + parts.second + " |";
    }
    writer.put("\n" + lower + "\n");
  }
}

/// One separator between what is printed; a blank cell prints nothing at all.
void write_separated(const Row& row, std::string_view separator, Writer& writer) {
  bool first = true;
  for (const Cell& cell : row.cells) {
    if (!cell.text.empty() && !first) writer.put(separator);
    write_cell(cell, writer);
    if (!cell.text.empty()) first = false;
  }
}

void write_traceless(const Grid& grid, std::string_view separator, std::string_view row_end, Writer& writer) {
  for (const Row& row : grid.rows) {
    write_separated(row, separator, writer);
    writer.put(&row == &grid.rows.back() ? "\n" : row_end);
    std::vector<const Cell*> figures = figure_cells(row);
    // Without separators a row of several figures can be cut only where each of them is one digit.
    bool run_together =
        separator.empty() && figures.size() > 1 && !std::all_of(figures.begin(), figures.end(), is_digit);
    if (any_blank(figures) || run_together) writer.mark_lost(keys_of(figures));
  }
}

void write_tabs(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      if (&cell != &row.cells.front()) writer.put("\t");
      write_cell(cell, writer);
    }
    writer.put("\n");
  }
}

}  // namespace

void write_row_lines(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  switch (layout) {
    case Layout::row_lines_fillers:
      return write_filled(grid, false, random, writer);
    case Layout::row_lines_ragged_fillers:
      return write_filled(grid, true, random, writer);
    case Layout::row_lines_between_pipes:
      return write_between_pipes(grid, writer);
    case Layout::row_lines_span_empty:
      return write_span_empty(grid, writer);
    case Layout::spaces:
    case Layout::spaces_radicals:
      return write_traceless(grid, " ", "\n", writer);
    case Layout::one_line:
      return write_traceless(grid, " ", " ", writer);
    case Layout::fused:
      return write_traceless(grid, "", "\n", writer);
    case Layout::tabs:
      return write_tabs(grid, writer);
    default:  // row_lines_pipe
      for (const Row& row : grid.rows) {
        write_piped(pointers(row), writer);
        writer.put("\n");
      }
  }
}

}  // namespace gouji::test
