// Shapes in which every cell stands on a line of its own: what pages and extractors leave of a table's cells.

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

std::size_t fillers_of(const Grid& grid, const Row& row) { return grid.columns - row.cells.size(); }

/// 商业 and 企业 with a space, as narrow heads come out of such pages.
std::string spaced_head(const std::string& text) {
  if (text == "商业企业") return "商业 企业";
  if (text == "科研机构") return "科研 机构";
  return text;
}

/// Labels that this shape breaks over two lines; the empty string between them means an empty line.
std::string broken_label(const Cell& cell) {
  static const std::map<std::string, std::string> breaks = {
      {"商业企业", "商业\n\n企业"},
      {"科研机构", "科研\n\n机构"},
      {"（三）不予公开", "（三）\n\n不予公开"},
      {"本年新制作数量", "本年新\n制作数量"},
      {"本年新公开数量", "本年新\n公开数量"},
      {"对外公开总数量", "对外公开\n\n总数量"},
      {"结果纠正", "结果\n纠正"},
      {"本年制发件数", "本年制\n发件数"},
  };
  auto found = breaks.find(cell.text);
  return found == breaks.end() ? cell.text : found->second;
}

void write_plain_cells(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      bool blank = cell.is_figure() && cell.text.empty();
      switch (layout) {
        case Layout::cell_lines:
          write_cell(cell, writer);
          writer.put("\n");
          break;
        case Layout::cell_lines_blank_between:
          write_cell(cell, writer);
          writer.put(blank ? "\u00a0\n\n" : "\n\n");
          break;
        case Layout::cell_lines_indented:
          if (cell.is_figure()) {
            writer.put(random.chance(2) ? "  " : " ");
            write_cell(cell, writer);
          } else {
            writer.put(broken_label(cell));
          }
          writer.put("\n\n");
          break;
        default:  // cell_lines_blank_collapsed
          if (cell.is_figure() && random.chance(3) && !blank) writer.put(" ");
          write_cell(cell, writer);
          writer.put(blank ? "\n" : "\n\n");
      }
    }
  }
}

void write_trailing_pipes(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::size_t fillers = &row == &grid.rows.back() ? 0 : fillers_of(grid, row);
    for (const Cell& cell : row.cells) {
      if (cell.is_figure()) {
        write_cell(cell, writer);
      } else {
        writer.put(spaced_head(cell.text));
      }
      writer.put(" |");
      if (&cell == &row.cells.back() && fillers > 0) writer.put(" " + std::string(fillers, '|'));
      writer.put("\n");
    }
  }
}

/// A blank cell is a lone "|" here, the same as the sign that opens a row; fillers therefore stay on the line of the
/// last figure, and only heads have them on a line of their own.
void write_opened_rows(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    std::size_t fillers = fillers_of(grid, row);
    writer.put("|\n");
    for (const Cell& cell : row.cells) {
      bool last = &cell == &row.cells.back();
      write_cell(cell, writer);
      writer.put(cell.is_figure() && cell.text.empty() ? "|" : " |");
      if (last && fillers > 0) writer.put((row.head && fillers > 1 ? "\n" : " ") + std::string(fillers, '|'));
      writer.put("\n");
    }
  }
}

void write_pipes_on_own_lines(const Grid& grid, bool with_fillers, Writer& writer) {
  for (const Row& row : grid.rows) {
    for (const Cell& cell : row.cells) {
      write_cell(cell, writer);
      writer.put(cell.is_figure() && cell.text.empty() ? "|\n" : "\n|\n");
    }
    std::size_t fillers = fillers_of(grid, row);
    // Two more than columns are missing, as the pages do it: a single pipe would be a blank cell.
    if (with_fillers && fillers > 0) writer.line(std::string(fillers + 2, '|'));
  }
}

}  // namespace

void write_cell_lines(const Grid& grid, Layout layout, Random& random, Writer& writer) {
  switch (layout) {
    case Layout::cell_lines_trailing_pipe:
      return write_trailing_pipes(grid, writer);
    case Layout::rows_opened_by_pipe:
      return write_opened_rows(grid, writer);
    case Layout::pipe_on_own_line:
      return write_pipes_on_own_lines(grid, false, writer);
    case Layout::pipe_on_own_line_fillers:
      return write_pipes_on_own_lines(grid, true, writer);
    default:
      return write_plain_cells(grid, layout, random, writer);
  }
}

}  // namespace gouji::test
