// Draws the tables of a form: captions, heads, groups with their row spans, figures.

#include "grid.h"

#include <algorithm>
#include <stdexcept>

#include "unicode.h"

namespace gouji::test {
namespace {

std::string_view zero_text(Zero zero) {
  switch (zero) {
    case Zero::digit:
      return "0";
    case Zero::full_width:
      return "０";
    case Zero::blank:
      return "";
    case Zero::hyphen:
      return "-";
    case Zero::em_dash:
      return "—";
    case Zero::two_dashes:
      return "——";
    case Zero::slash:
      return "/";
    case Zero::none_word:
      return "无";
    case Zero::not_applicable:
      return "不适用";
  }
  return "";
}

std::string with_thousands(std::string text) {
  std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string::npos) return text;
  std::size_t end = text.find_first_not_of("0123456789", begin);
  if (end == std::string::npos) end = text.size();
  for (std::size_t at = end; at > begin + 3;) {
    at -= 3;
    text.insert(at, ",");
  }
  return text;
}

std::string with_sign(const std::string& text, Signs signs) {
  if (signs == Signs::ascii || (text[0] != '+' && text[0] != '-')) return text;
  bool plus = text[0] == '+';
  std::string sign = signs == Signs::words ? (plus ? "增" : "减") : (plus ? "＋" : "－");
  return sign + text.substr(1);
}

/// Puts the cells of one row side by side.
class RowBuilder {
 public:
  RowBuilder(const Figures& figures, Zero zero, const Dressing& dressing)
      : figures_(figures), zero_(zero), dressing_(dressing) {}

  void start(bool head, std::string id, std::size_t column) {
    row_ = Row{};
    row_.head = head;
    row_.id = std::move(id);
    column_ = column;
  }
  void add(CellKind kind, std::string text, std::size_t columns = 1, std::size_t rows = 1) {
    row_.cells.push_back({kind, std::move(text), "", "", column_, columns, rows, false});
    column_ += columns;
  }
  void add_figure(const Table& table, const Heading& row, const Heading& column, std::size_t columns = 1) {
    std::string key = cell_key(table.id, row.id, column.id);
    auto found = figures_.cells.find(key);
    if (found == figures_.cells.end()) throw std::runtime_error("no figure for " + key);
    add(CellKind::figure, spelled(found->second, zero_, dressing_), columns);
    row_.cells.back().key = key;
    // The 2019 form has no unit in the head of the amount: reports put it into the cell.
    bool carries_unit = row.id == "procurement" && column.unit == "amount" && found->second != "0";
    if (carries_unit && found->second != "") row_.cells.back().unit = "万元";
  }
  [[nodiscard]] Row take() { return std::move(row_); }

 private:
  const Figures& figures_;
  Zero zero_;
  const Dressing& dressing_;
  Row row_;
  std::size_t column_ = 0;
};

/// Table two: each part has its caption, its head and its rows; the last column takes what is left of the width.
Grid stacked(const Table& table, RowBuilder& build, Labels& labels) {
  Grid grid{table.id, 0, {}};
  for (const Part& part : table.parts) grid.columns = std::max(grid.columns, part.columns.size() + 1);
  for (const Part& part : table.parts) {
    std::size_t last = grid.columns - part.columns.size();
    build.start(true, "", 0);
    build.add(CellKind::head, labels.item(part.item), grid.columns);
    grid.rows.push_back(build.take());
    build.start(true, "", 0);
    build.add(CellKind::head, part.corner);
    for (const Heading& column : part.columns)
      build.add(CellKind::head, labels.of(column), &column == &part.columns.back() ? last : 1);
    grid.rows.push_back(build.take());
    for (const Heading& row : part.rows) {
      build.start(false, row.id, 0);
      build.add(CellKind::label, labels.of(row));
      for (const Heading& column : part.columns)
        build.add_figure(table, row, column, &column == &part.columns.back() ? last : 1);
      grid.rows.push_back(build.take());
    }
  }
  return grid;
}

void add_heads_of_requests(const Part& part, std::size_t depth, RowBuilder& build, Labels& labels, Grid& grid) {
  build.start(true, "", 0);
  build.add(CellKind::head, labels.corner(part.corner), depth, 3);
  build.add(CellKind::head, part.heading, part.columns.size());
  grid.rows.push_back(build.take());

  Row lower;
  lower.head = true;
  build.start(true, "", depth);
  for (std::size_t i = 0; i < part.columns.size();) {
    if (part.columns[i].under.empty()) {
      build.add(CellKind::head, labels.of(part.columns[i]), 1, 2);
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < part.columns.size() && part.columns[end].under == part.columns[i].under) {
      lower.cells.push_back({CellKind::head, labels.of(part.columns[end]), "", "", depth + end, 1, 1, false});
      ++end;
    }
    build.add(CellKind::head, part.columns[i].under.front(), end - i);
    i = end;
  }
  grid.rows.push_back(build.take());
  grid.rows.push_back(lower);
}

/// Table three: groups at the left span the rows that stand under them.
Grid grouped(const Table& table, RowBuilder& build, Labels& labels) {
  const Part& part = table.parts.front();
  std::size_t depth = 1;
  for (const Heading& row : part.rows) depth = std::max(depth, row.under.size() + 1);
  Grid grid{table.id, depth + part.columns.size(), {}};
  add_heads_of_requests(part, depth, build, labels, grid);

  std::vector<std::string> open;
  for (std::size_t i = 0; i < part.rows.size(); ++i) {
    const Heading& row = part.rows[i];
    std::size_t shared = 0;
    while (shared < open.size() && shared < row.under.size() && open[shared] == row.under[shared]) ++shared;
    open = row.under;
    build.start(false, row.id, shared);
    for (std::size_t level = shared; level < row.under.size(); ++level) {
      std::size_t end = i;
      while (end < part.rows.size() && part.rows[end].under.size() > level &&
             std::equal(row.under.begin(), row.under.begin() + static_cast<std::ptrdiff_t>(level) + 1,
                        part.rows[end].under.begin()))
        ++end;
      build.add(CellKind::group, labels.group(row.under[level]), 1, end - i);
    }
    build.add(CellKind::label, labels.of(row), depth - row.under.size());
    for (const Heading& column : part.columns) build.add_figure(table, row, column);
    grid.rows.push_back(build.take());
  }
  return grid;
}

/// The head of one block of table four. With truncated heads the second halves are lost, as some extractors do.
void add_outcome_heads(const Part& part, bool first, const Dressing& dressing, std::size_t rows, RowBuilder& build,
                       Labels& labels) {
  for (const Heading& column : part.columns) {
    std::string label = labels.of(column);
    bool whole = column.id == "total" || (first && column.id == "upheld");
    if (dressing.truncated_heads && !whole) label = halves(column.label).first;
    build.add(CellKind::head, label, 1, rows);
  }
}

/// Table four: one row of figures under heads of three levels.
Grid side_by_side(const Table& table, const Dressing& dressing, RowBuilder& build, Labels& labels) {
  const Part& part = table.parts.front();
  std::size_t width = part.columns.size();
  Grid grid{table.id, width * part.rows.size(), {}};

  build.start(true, "", 0);
  build.add(CellKind::head, part.rows[0].label, width);
  build.add(CellKind::head, part.rows[1].under.front(), width * (part.rows.size() - 1));
  grid.rows.push_back(build.take());
  build.start(true, "", 0);
  add_outcome_heads(part, true, dressing, 2, build, labels);
  for (std::size_t i = 1; i < part.rows.size(); ++i) build.add(CellKind::head, part.rows[i].label, width);
  grid.rows.push_back(build.take());
  build.start(true, "", width);
  for (std::size_t i = 1; i < part.rows.size(); ++i) add_outcome_heads(part, false, dressing, 1, build, labels);
  grid.rows.push_back(build.take());
  build.start(false, "proceedings", 0);
  for (const Heading& row : part.rows)
    for (const Heading& column : part.columns) build.add_figure(table, row, column);
  grid.rows.push_back(build.take());
  return grid;
}

std::vector<Grid> small_tables(const Table& table, const Dressing& dressing, RowBuilder& build, Labels& labels) {
  const Part& part = table.parts.front();
  std::vector<Grid> grids;
  for (const Heading& row : part.rows) {
    Grid grid{table.id, part.columns.size(), {}};
    for (const std::string& group : row.under) {
      build.start(true, "", 0);
      build.add(CellKind::head, group, grid.columns);
      grid.rows.push_back(build.take());
    }
    build.start(true, "", 0);
    build.add(CellKind::head, row.label, grid.columns);
    grid.rows.push_back(build.take());
    build.start(true, "", 0);
    add_outcome_heads(part, true, dressing, 1, build, labels);
    grid.rows.push_back(build.take());
    build.start(false, row.id, 0);
    for (const Heading& column : part.columns) build.add_figure(table, row, column);
    grid.rows.push_back(build.take());
    grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace

std::string spelled(const std::string& value, Zero zero, const Dressing& dressing) {
  if (value.empty()) return "";
  if (value == "0") return std::string(zero_text(zero));
  std::string text = dressing.thousands_separators ? with_thousands(value) : value;
  text = with_sign(text, dressing.signs);
  return dressing.full_width_digits ? mapped(text, full_width_digits()) : text;
}

std::vector<Grid> grids_of(const Table& table, const Figures& figures, Zero zero, const Dressing& dressing,
                           Labels& labels) {
  RowBuilder build(figures, zero, dressing);
  if (table.one_row && dressing.three_small_tables) return small_tables(table, dressing, build, labels);
  if (table.one_row) return {side_by_side(table, dressing, build, labels)};
  if (table.parts.size() > 1) return {stacked(table, build, labels)};
  return {grouped(table, build, labels)};
}

std::vector<const Cell*> Grid::across(const Row& row) const {
  std::vector<const Cell*> result(columns, nullptr);
  for (const Cell& cell : row.cells) result.at(cell.column) = &cell;
  return result;
}

std::vector<const Cell*> figure_cells(const Row& row) {
  std::vector<const Cell*> cells;
  for (const Cell& cell : row.cells)
    if (cell.is_figure()) cells.push_back(&cell);
  return cells;
}

std::vector<std::string> keys_of(const std::vector<const Cell*>& cells) {
  std::vector<std::string> keys;
  for (const Cell* cell : cells) keys.push_back(cell->key);
  return keys;
}

void write_cell(const Cell& cell, Writer& writer) {
  if (cell.is_figure()) {
    writer.figure({cell.key, cell.text, cell.unit, cell.second});
  } else {
    writer.put(cell.text);
  }
}

}  // namespace gouji::test
