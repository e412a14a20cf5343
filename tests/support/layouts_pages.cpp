// Shapes that come from pages: flip books, PDF text, PDF turned into Markdown. Page marks stand in the tables, labels are
// wrapped, vertical heads fall apart.

#include <algorithm>

#include "grid.h"
#include "unicode.h"

namespace gouji::test {
namespace {

/// The heads of table three and of table four as one table; the others are narrow enough to stay as they are.
bool has_vertical_heads(const Grid& grid) { return grid.columns >= 10; }

void mark_if_blank(const std::vector<const Cell*>& figures, Writer& writer) {
  if (std::any_of(figures.begin(), figures.end(), [](const Cell* cell) { return cell->text.empty(); }))
    writer.mark_lost(keys_of(figures));
}

/// " 24 2 0": a blank prints nothing.
void write_figures_after(const std::vector<const Cell*>& figures, bool at_start, Writer& writer) {
  for (const Cell* cell : figures) {
    if (!cell->text.empty() && !at_start) writer.put(" ");
    write_cell(*cell, writer);
    if (!cell->text.empty()) at_start = false;
  }
  writer.put("\n");
}

void write_label_cells(const Row& row, Writer& writer) {
  for (const Cell& cell : row.cells) {
    if (cell.is_figure()) break;
    writer.put((&cell == &row.cells.front() ? "" : " ") + cell.text);
  }
}

/// The heads of table four as a flip book shreds them.
void write_shredded_outcomes(Writer& writer) {
  for (const char* line : {"行政复议 行政诉讼", "未经复议直接起诉 复议后起诉", "结 结 其 尚", "结 结 其 尚 结 结 其 尚",
                           "果 果 他 未", "总计 果 果 他 未 总 果 果 他 未 总", "维 纠 结 审", "计 维 纠 结 审 计",
                           "持 正 果 结", "维 纠 结 审", "持 正 果 结 持 正 果 结"})
    writer.line(line);
}

void write_shredded_applicants(const Grid& grid, Writer& writer) {
  writer.line(grid.rows.front().cells.front().text + " 申请人情况");
  for (const char* line : {"自 法人或其他组织", "然 商业 科研 社会公 法律服 总计", "人 企业 机构 益组织 务机构 其他"})
    writer.line(line);
}

void write_flip_book(const Grid& grid, Writer& writer) {
  std::size_t body = 0;
  bool heads_done = false;
  for (const Row& row : grid.rows) {
    if (row.head && has_vertical_heads(grid)) {
      if (heads_done) continue;
      heads_done = true;
      if (grid.table == "requests") {
        write_shredded_applicants(grid, writer);
      } else {
        write_shredded_outcomes(writer);
      }
      continue;
    }
    if (grid.table == "requests" && (++body == 9 || body == 18)) {
      std::string page = std::to_string(body == 9 ? 9 : 10);
      writer.line("P. " + page);
      writer.line("Page " + std::to_string(body == 9 ? 10 : 11) + " - 政府信息公开工作年度报告");
    }
    write_label_cells(row, writer);
    std::vector<const Cell*> figures = figure_cells(row);
    write_figures_after(figures, row.cells.front().is_figure(), writer);
    mark_if_blank(figures, writer);
  }
}

/// 总计 runs into the next head, as the tool that met it has printed it.
void write_wrapped_applicants(const Grid& grid, Writer& writer) {
  for (const std::string& line : wrapped(grid.rows.front().cells.front().text, 42)) writer.line(line);
  for (const char* line : {"申请人情况", "自然人", "法人或其他组织", "总计商 业 企", "业", "科研机", "构", "社会公益",
                           "组织", "法 律 服 务", "机构", "其他"})
    writer.line(line);
}

void write_wrapped_outcomes(Writer& writer) {
  writer.line("行政复议 行政诉讼");
  for (int block = 0; block < 3; ++block) {
    if (block == 1) writer.line("未经复议直接起诉 复议后起诉");
    for (const char* line : {"结果", "维持", "结果", "纠正", "其他", "结果", "尚未", "审结", "总计"}) writer.line(line);
  }
}

/// Group labels at the left of the rows they span: the outermost one character a line, the others in two pieces, the
/// second of which comes to stand before the second row of the group.
void write_pdf_row(const Row& row, std::string& pending, Writer& writer) {
  std::string start = pending;
  pending.clear();
  for (const Cell& cell : row.cells) {
    if (cell.kind != CellKind::group) continue;
    if (cell.text.starts_with("三、")) {
      writer.line("三、");
      for (const std::string& character : characters(cell.text.substr(std::string("三、").size())))
        writer.line(character);
    } else if (cell.text.starts_with("（四）")) {
      start = "（四）无 ";
      pending = "法提供 ";
    } else {
      std::vector<std::string> all = characters(cell.text);
      std::string first;
      std::string second;
      for (std::size_t i = 0; i < all.size(); ++i) (i < 4 ? first : second) += all[i];
      writer.line(first);
      writer.line(second);
    }
  }
  for (const Cell& cell : row.cells) {
    if (cell.kind != CellKind::label) continue;
    std::vector<std::string> lines = wrapped(start + cell.text, 38);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) writer.line(lines[i]);
    writer.put(lines.back());
  }
}

void write_pdf_text(const Grid& grid, Writer& writer) {
  std::size_t body = 0;
  bool heads_done = false;
  std::string pending;
  for (const Row& row : grid.rows) {
    if (row.head && has_vertical_heads(grid)) {
      if (heads_done) continue;
      heads_done = true;
      if (grid.table == "requests") {
        write_wrapped_applicants(grid, writer);
      } else {
        write_wrapped_outcomes(writer);
      }
      continue;
    }
    if (grid.table == "disclosure" && &row == &grid.rows[grid.rows.size() / 2]) writer.line("- 4 -");
    if (grid.table == "requests" && ++body == 13) writer.line("- 5 -");
    std::vector<const Cell*> figures = figure_cells(row);
    if (grid.table == "requests") {
      write_pdf_row(row, pending, writer);
    } else {
      write_label_cells(row, writer);
    }
    write_figures_after(figures, row.cells.front().is_figure(), writer);
    mark_if_blank(figures, writer);
  }
}

}  // namespace

void write_page(const Grid& grid, Layout layout, Writer& writer) {
  if (layout == Layout::flip_book) return write_flip_book(grid, writer);
  write_pdf_text(grid, writer);
}

}  // namespace gouji::test
