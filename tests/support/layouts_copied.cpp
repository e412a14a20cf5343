// What browsers and word processors put on the clipboard when cells hold paragraphs or their labels break.

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

/// Which cells of a row hold a paragraph. Chromium lets the tab behind such a cell go, so a blank neighbour at its right
/// would leave nothing to see; there the cell is left plain.
std::vector<bool> paragraphs(const Row& row, Random& random) {
  std::vector<bool> result(row.cells.size(), false);
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.cells[i].is_figure()) continue;
    bool drawn = random.chance(3);  // for every figure, so that a blank does not change what is drawn for the others
    bool before_blank = i + 1 < row.cells.size() && row.cells[i + 1].text.empty();
    result[i] = drawn && !row.cells[i].text.empty() && !before_blank;
  }
  return result;
}

/// "国家秘密\t\n0\n\n0\t0\t0"
void write_chromium(const Grid& grid, Random& random, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<bool> paragraph = paragraphs(row, random);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      bool follows_paragraph = i > 0 && paragraph[i - 1];
      if (i > 0 && !follows_paragraph) writer.put("\t");
      if (paragraph[i] && !writer.at_line_start()) writer.put("\n");
      write_cell(row.cells[i], writer);
      if (paragraph[i]) writer.put("\n\n");
    }
    if (!paragraph.back()) writer.put("\n");
  }
}

/// "国家秘密\t\n\n0\n\t0"
void write_firefox(const Grid& grid, Random& random, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::vector<bool> paragraph = paragraphs(row, random);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (i > 0) writer.put("\t");
      if (paragraph[i]) writer.put("\n\n");
      write_cell(row.cells[i], writer);
      if (paragraph[i]) writer.put("\n");
    }
    writer.put("\n");
  }
}

/// A label of a narrow column, broken once or twice.
void write_broken_label(const Cell& cell, Random& random, Writer& writer) {
  std::size_t length = characters(cell.text).size();
  if (length < 4 || random.chance(2)) return writer.put(cell.text);
  Halves parts = halves(cell.text);
  writer.put(parts.first + "\n");
  if (cell.kind == CellKind::group && length > 7) {
    Halves rest = halves(parts.second);
    writer.put(rest.first + "\n" + rest.second);
  } else {
    writer.put(parts.second);
  }
}

/// Cells covered by a row span are empty at the left, as word processors write them.
void write_word(const Grid& grid, Random& random, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::size_t covered = row.head ? 0 : row.cells.front().column;
    writer.put(std::string(covered, '\t'));
    for (const Cell& cell : row.cells) {
      if (&cell != &row.cells.front()) writer.put("\t");
      if (cell.is_figure()) {
        write_cell(cell, writer);
      } else {
        write_broken_label(cell, random, writer);
      }
    }
    writer.put("\n");
  }
}

}  // namespace

void write_copied(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  switch (layout) {
    case Layout::browser_chromium:
      return write_chromium(grid, random, writer);
    case Layout::browser_firefox:
      return write_firefox(grid, random, writer);
    default:
      return write_word(grid, random, writer);
  }
}

}  // namespace gouji::test
