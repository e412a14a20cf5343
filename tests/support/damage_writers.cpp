// Damage done while a grid is written: labels and figures apart, marks between the rows, cells run together.

#include <algorithm>

#include "damage.h"
#include "unicode.h"

namespace gouji::test {
namespace {

/// "24 2 0"
void write_figures(const std::vector<const Cell*>& figures, Writer& writer) {
  for (const Cell* cell : figures) {
    if (cell != figures.front()) writer.put(" ");
    write_cell(*cell, writer);
  }
}

void write_joined(const Row& row, Writer& writer) {
  for (const Cell& cell : row.cells) {
    if (&cell != &row.cells.front()) writer.put(" ");
    write_cell(cell, writer);
  }
  writer.put("\n");
}

Grid part_of(const Grid& grid, const std::vector<Row>& rows) { return {grid.table, grid.columns, rows}; }

}  // namespace

/// A label's first half, the figures, its second half: text by position, where the figures stand at half height.
void write_halves_around(const Grid& grid, Layout, Random&, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<const Cell*> figures = figure_cells(row);
    bool has_label = !row.head && !row.cells.front().is_figure();
    if (!has_label) {
      write_joined(row, writer);
      continue;
    }
    for (const Cell& cell : row.cells) {
      if (cell.kind == CellKind::group) writer.line(cell.text);
      if (cell.kind != CellKind::label) continue;
      bool long_label = characters(cell.text).size() > 7;
      Halves parts = halves(cell.text);
      writer.put(long_label ? parts.first + "\n" : cell.text + " ");
      write_figures(figures, writer);
      writer.put(long_label ? "\n" + parts.second + "\n" : "\n");
    }
  }
}

void write_character_lines(const Grid& grid, Layout, Random&, Writer& writer) {
  for (const Row& row : grid.rows) {
    if (row.head) {
      write_joined(row, writer);
      continue;
    }
    for (const Cell& cell : row.cells) {
      if (cell.is_figure()) break;
      for (const std::string& character : characters(cell.text)) writer.line(character);
    }
    write_figures(figure_cells(row), writer);
    writer.put("\n");
  }
}

void write_with_page_marks(const Grid& grid, Layout base, Random& random, Writer& writer) {
  std::vector<Row> rows;
  std::uint64_t page = random.between(3, 9);
  for (const Row& row : grid.rows) {
    rows.push_back(row);
    bool cut = !row.head && &row != &grid.rows.back() && random.chance(5);
    if (!cut) continue;
    write_grid(part_of(grid, rows), base, random, writer);
    rows.clear();
    std::string number = std::to_string(page++);
    writer.line(random.pick({std::string("- ") + number + " -", "第 " + number + " 页 共 12 页", number,
                             "— " + number + " —", "Page " + number + " of 12"}));
  }
  write_grid(part_of(grid, rows), base, random, writer);
}

/// The heads of a row character by character, as columns of characters come out line by line.
void write_shredded_heads(const Grid& grid, Layout base, Random& random, Writer& writer) {
  std::vector<Row> body;
  for (const Row& row : grid.rows) {
    if (!row.head) {
      body.push_back(row);
      continue;
    }
    if (!body.empty()) write_grid(part_of(grid, body), base, random, writer);
    body.clear();
    std::size_t height = 0;
    for (const Cell& cell : row.cells) height = std::max(height, characters(cell.text).size());
    for (std::size_t line = 0; line < height; ++line) {
      std::string text;
      for (const Cell& cell : row.cells) {
        std::vector<std::string> all = characters(cell.text);
        if (line < all.size()) text += (text.empty() ? "" : " ") + all[line];
      }
      writer.line(text);
    }
  }
  write_grid(part_of(grid, body), base, random, writer);
}

/// Two or three neighbours of a row in one cell, between pipes or tabs.
void write_merged_cells(const Grid& grid, Layout base, Random& random, Writer& writer) {
  bool tabs = base == Layout::tabs;
  for (const Row& row : grid.rows) {
    std::size_t figures = figure_cells(row).size();
    std::size_t first =
        figures < 3 ? 0 : row.cells.size() - figures + static_cast<std::size_t>(random.below(figures - 2));
    std::size_t last = figures < 3 ? 0 : first + static_cast<std::size_t>(random.between(1, 2));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      bool merged = i > first && i <= last;
      if (i > 0) writer.put(merged ? " " : tabs ? "\t" : " | ");
      write_cell(row.cells[i], writer);
    }
    writer.put(tabs ? "\n" : " |\n");
  }
}

/// Every page of the file has the heads again.
void write_with_repeated_heads(const Grid& grid, Layout base, Random& random, Writer& writer) {
  if (grid.table != "requests") return write_grid(grid, base, random, writer);
  std::vector<Row> heads;
  for (const Row& row : grid.rows)
    if (row.head) heads.push_back(row);
  std::vector<Row> piece = heads;
  for (const Row& row : grid.rows) {
    if (row.head) continue;
    piece.push_back(row);
    bool cut = piece.size() > heads.size() + 4 && &row != &grid.rows.back() && random.chance(3);
    if (!cut) continue;
    write_grid(part_of(grid, piece), base, random, writer);
    writer.put("\n");
    piece = heads;
  }
  write_grid(part_of(grid, piece), base, random, writer);
}

void write_without_repeats(const Grid& grid, std::vector<std::string>& seen, Writer& writer) {
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      bool repeated = std::find(seen.begin(), seen.end(), cell.text) != seen.end();
      if (repeated && cell.is_figure()) writer.figure({cell.key, "", "", false});
      if (repeated) continue;
      seen.push_back(cell.text);
      write_cell(cell, writer);
      writer.put("\n");
    }
    writer.mark_lost(keys_of(figure_cells(row)));
  }
}

}  // namespace gouji::test
