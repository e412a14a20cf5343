// A PDF turned into Markdown: the table is cut wherever a label wraps. Rows with a short label stay whole; of the others
// the figures make a fragment of their own and the lines of the label stand apart, some before, some behind. What decides
// is the order of the form and the whole rows around.

#include <algorithm>

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

constexpr std::size_t label_width = 20;

/// Whether a label needs more than the width of the columns it spans; “ ” are narrow in the fonts of such files.
bool wraps(const Cell& label) {
  static constexpr std::size_t widths[] = {0, label_width, 28, 40};
  return display_width(replaced(replaced(label.text, "“", ","), "”", ",")) > widths[label.columns];
}

std::string delimiter(std::size_t columns) {
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) line += "---|";
  return line;
}

void write_figures(const std::vector<const Cell*>& figures, Writer& writer) {
  for (const Cell* cell : figures) {
    writer.put(" ");
    write_cell(*cell, writer);
    writer.put(" |");
  }
}

/// Table two: the parts with a single column as plain text first, the first part as a table behind them.
void write_disclosure(const Grid& grid, Writer& writer) {
  std::vector<const Row*> first_part;
  std::size_t item = 0;
  for (const Row& row : grid.rows) {
    if (row.head && row.cells.size() == 1) ++item;
    if (item == 1 && !(row.head && row.cells.size() == 1)) {
      first_part.push_back(&row);
      continue;
    }
    for (const Cell& cell : row.cells) {
      if (cell.is_figure()) writer.put(" ");
      write_cell(cell, writer);
    }
    writer.put("\n");
    std::vector<const Cell*> figures = figure_cells(row);
    if (std::any_of(figures.begin(), figures.end(), [](const Cell* cell) { return cell->text.empty(); }))
      writer.mark_lost(keys_of(figures));
  }
  writer.line("## 表二：主动公开政府信息情况");
  for (const Row* row : first_part) {
    writer.put("|");
    for (const Cell& cell : row->cells) {
      writer.put(" ");
      write_cell(cell, writer);
      writer.put(" |");
    }
    writer.put("\n");
    if (row->head) writer.line(delimiter(row->cells.size()));
  }
}

struct Piece {
  std::size_t first;  // body rows [first, last)
  std::size_t last;
  bool labels_behind;
};

/// Where the pages of such a file cut the body of table three.
std::vector<Piece> pieces(std::size_t rows) {
  std::vector<Piece> result{{0, 3, false}, {3, 4, true}};
  for (std::size_t first = 4; first < rows; first += 5) result.push_back({first, std::min(first + 5, rows), false});
  return result;
}

std::string group_text(const Row& row) {
  std::string text;
  for (const Cell& cell : row.cells)
    if (cell.kind == CellKind::group && !cell.text.starts_with("三、")) text += cell.text;
  return text;
}

const Cell& label_of(const Row& row) {
  return *std::find_if(row.cells.begin(), row.cells.end(), [](const Cell& c) { return c.kind == CellKind::label; });
}

/// The lines of wrapped labels and of the groups beside them.
void write_label_lines(const std::vector<const Row*>& rows, Writer& writer) {
  bool opened = false;
  for (const Row* row : rows) {
    std::string group = group_text(*row);
    const Cell& label = label_of(*row);
    if (!opened && (wraps(label) || !group.empty())) writer.put("\n");
    opened = opened || wraps(label) || !group.empty();
    for (const std::string& line : wrapped(group, 8))
      if (!line.empty()) writer.line(line);
    if (!wraps(label)) continue;
    for (const std::string& line : wrapped(label.text, label.columns > 1 ? 30 : label_width)) writer.line(line);
  }
}

void write_requests(const Grid& grid, Writer& writer) {
  for (const char* line : {"申请人情况", "（本列数据的勾稽关系为：第一项加第二项法人或其他组织",
                           "之和，等于第三项加第四项之和）", "自然人总计", "商业企科研机社会公法律服", "其他", "本年",
                           "## 表三：收到和处理政府信息公开申请情况", "| 业 | 构 | 益组织 | 务机构 |  |  |  |  |  |"})
    writer.line(line);
  writer.line(delimiter(9));
  std::vector<const Row*> body;
  for (const Row& row : grid.rows)
    if (!row.head) body.push_back(&row);
  bool after_delimiter = true;
  for (const Piece& piece : pieces(body.size())) {
    std::vector<const Row*> rows(body.begin() + static_cast<std::ptrdiff_t>(piece.first),
                                 body.begin() + static_cast<std::ptrdiff_t>(piece.last));
    if (!piece.labels_behind && piece.first > 0) write_label_lines(rows, writer);
    for (const Row* row : rows) {
      std::vector<const Cell*> figures = figure_cells(*row);
      const Cell& label = label_of(*row);
      bool whole = !wraps(label);
      writer.put("|");
      if (whole && row->cells.front().text.starts_with("三、")) writer.put(" 三、 |");
      if (whole) writer.put(" " + label.text + " |");
      write_figures(figures, writer);
      if (whole && label.columns == 3) writer.put("  |");
      writer.put("\n");
      if (!whole || !after_delimiter) writer.line(delimiter(figures.size() + (whole ? 1 : 0)));
      after_delimiter = whole;
    }
    if (piece.labels_behind) write_label_lines(rows, writer);
  }
}

void write_small_table(const Grid& grid, Writer& writer) {
  for (const Row& row : grid.rows) {
    if (row.cells.size() == 1) {
      writer.line(row.cells.front().text);
      continue;
    }
    writer.put("|");
    for (const Cell& cell : row.cells) {
      writer.put(" ");
      write_cell(cell, writer);
      writer.put(" |");
    }
    writer.put("\n");
    if (row.head) writer.line(delimiter(row.cells.size()));
  }
}

void write_proceedings(const Grid& grid, Writer& writer) {
  for (const char* line : {"行政复议行政诉讼", "未经复议直接起诉复议后起诉", "结果结果其他尚未", "总计", "总计总计",
                           "维持纠正结果审结维持纠正结果审结",
                           "| 维持 | 纠正 | 结果 | 审结 | 结果 | 结果 | 其他 | 尚未 | 结果 | 结果 | 其他 | 尚未 |"})
    writer.line(line);
  writer.line(delimiter(12));
  std::vector<const Cell*> figures = figure_cells(grid.rows.back());
  writer.put("|");
  write_figures(figures, writer);
  writer.put("\n");
  writer.line(delimiter(figures.size()));
}

}  // namespace

void write_fragments(const Grid& grid, Writer& writer) {
  if (grid.table == "disclosure") return write_disclosure(grid, writer);
  if (grid.table == "requests") return write_requests(grid, writer);
  if (grid.columns < 15) return write_small_table(grid, writer);
  write_proceedings(grid, writer);
}

}  // namespace gouji::test
