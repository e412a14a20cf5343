// Damage done to a grid: rows, columns and labels that are not as the form has them.

#include <algorithm>

#include "damage.h"
#include "unicode.h"

namespace gouji::test {
namespace {

using RowIterator = std::vector<Row>::iterator;

RowIterator row_of(Grid& grid, std::string_view id) {
  return std::find_if(grid.rows.begin(), grid.rows.end(), [&](const Row& row) { return row.id == id; });
}

/// A row like `model`, with a label of its own; no figure of it belongs to the form. A part of the model's figures, the
/// last column being their total, or nothing.
Row extra_row(const Row& model, std::string label, bool part, Random& random) {
  Row row;
  std::uint64_t total = 0;
  for (const Cell& cell : model.cells) {
    if (cell.kind == CellKind::group) continue;
    Cell copy = cell;
    copy.key.clear();
    copy.unit.clear();
    copy.kind = CellKind::extra;
    if (cell.is_figure()) {
      bool last = &cell == &model.cells.back();
      std::uint64_t whole = is_ascii_digits(cell.text) ? std::stoull(cell.text) : 0;
      std::uint64_t value = last ? total : part ? random.below(whole + 1) : 0;
      total += value;
      copy.text = std::to_string(value);
    } else {
      copy.text = label;
    }
    row.cells.push_back(copy);
  }
  return row;
}

/// Body rows that no group begins in, so that they can be taken out or doubled without touching a label of others.
std::vector<std::size_t> loose_rows(const Grid& grid) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < grid.rows.size(); ++i)
    if (!grid.rows[i].head && grid.rows[i].cells.front().kind == CellKind::label) result.push_back(i);
  return result;
}

Cell extra_cell(std::string text, std::size_t column, std::size_t rows) {
  Cell cell;
  cell.kind = CellKind::extra;
  cell.text = std::move(text);
  cell.column = column;
  cell.rows = rows;
  return cell;
}

void add_last_column(Grid& grid, const std::string& head, const std::vector<std::string>& texts, Random& random) {
  for (Row& row : grid.rows) {
    if (&row == &grid.rows.front()) row.cells.push_back(extra_cell(head, grid.columns, 3));
    if (!row.head) row.cells.push_back(extra_cell(random.pick(texts), grid.columns, 1));
  }
  ++grid.columns;
}

template <typename Change>
void change_labels(Grid& grid, Change change) {
  for (Row& row : grid.rows)
    for (Cell& cell : row.cells)
      if (cell.kind == CellKind::label) cell.text = change(cell.text);
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : std::string(separator)) + part;
  return text;
}

}  // namespace

void add_rows(Grid& grid, Random& random) {
  if (grid.table == "disclosure") {
    RowIterator documents = row_of(grid, "normative_documents");
    Row extra = extra_row(*documents, "其他主动公开文件", true, random);
    grid.rows.insert(documents + 1, extra);
  }
  if (grid.table != "requests") return;
  RowIterator received = row_of(grid, "new_received");
  Row online = extra_row(*received, "其中：通过互联网提交的申请", true, random);
  grid.rows.insert(received + 1, online);
  RowIterator query = row_of(grid, "denied.administrative_query");
  // Nought, for the sums of the form have no place for it.
  Row other = extra_row(*query, "9.其他依法不予公开的情形", false, random);
  grid.rows.insert(query + 1, other);
}

void add_text_column(Grid& grid, Random& random) {
  if (grid.table != "requests") return;
  add_last_column(grid, "备注", {"", "", "件", "与台账一致"}, random);
}

void add_figure_column(Grid& grid, Random& random) {
  if (grid.table != "requests") return;
  add_last_column(grid, "上年总计", {"0", "1", "4", "17", "0", "0"}, random);
}

void add_serial_column(Grid& grid, Random&) {
  if (grid.table != "requests") return;
  std::size_t serial = 0;
  for (Row& row : grid.rows) {
    for (Cell& cell : row.cells) ++cell.column;
    if (&row == &grid.rows.front()) row.cells.insert(row.cells.begin(), extra_cell("序号", 0, 3));
    if (!row.head) row.cells.insert(row.cells.begin(), extra_cell(std::to_string(++serial), 0, 1));
  }
  ++grid.columns;
}

void remove_row(Grid& grid, Random& random) {
  if (grid.table != "requests") return;
  grid.rows.erase(grid.rows.begin() + static_cast<std::ptrdiff_t>(random.pick(loose_rows(grid))));
}

void repeat_row(Grid& grid, Random& random) {
  if (grid.table != "requests") return;
  std::size_t at = random.pick(loose_rows(grid));
  Row copy = grid.rows[at];
  for (Cell& cell : copy.cells) cell.second = true;
  grid.rows.insert(grid.rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, copy);
}

void remove_heads(Grid& grid, Random&) {
  grid.rows.erase(std::remove_if(grid.rows.begin(), grid.rows.end(), [](const Row& row) { return row.head; }),
                  grid.rows.end());
}

void annotate_cells(Grid& grid, Random& random) {
  if (grid.table != "disclosure") return;
  for (Row& row : grid.rows) {
    for (Cell& cell : row.cells) {
      if (!cell.is_figure() || !is_ascii_digits(cell.text) || cell.text == "0") continue;
      std::string part = std::to_string(1 + random.below(static_cast<std::uint64_t>(std::stoll(cell.text))));
      bool documents = row.id == "regulations" || row.id == "normative_documents";
      if (documents) cell.unit = random.pick({"（其中修订", "（含自然失效"}) + part + "件）";
      if (!documents && row.id != "fees" && row.id != "procurement") cell.unit = "件";
    }
  }
}

void misspell_labels(Grid& grid, Random& random) {
  change_labels(grid, [&](const std::string& label) {
    std::vector<std::string> all = characters(label);
    if (all.size() < 6) return label;
    all[static_cast<std::size_t>(random.between(3, all.size() - 1))] = random.pick({"某", "巳", "帐"});
    return joined(all, "");
  });
}

void truncate_labels(Grid& grid, Random&) {
  change_labels(grid, [](const std::string& label) {
    std::vector<std::string> all = characters(label);
    if (all.size() > 8) all.resize(all.size() * 2 / 3);
    return joined(all, "");
  });
}

void space_out_labels(Grid& grid, Random&) {
  change_labels(grid, [](const std::string& label) { return joined(characters(label), " "); });
}

void renumber_labels(Grid& grid, Random&) {
  change_labels(grid, [](const std::string& label) {
    bool numbered = label[0] >= '1' && label[0] <= '9' && label[1] == '.';
    return numbered ? "（" + label.substr(0, 1) + "）" + label.substr(2) : label;
  });
}

/// The second half becomes a cell of its own. Only for layouts that do not look at column numbers.
void split_labels(Grid& grid, Random& random) {
  for (Row& row : grid.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].kind != CellKind::label || characters(row.cells[i].text).size() < 6 || random.chance(2))
        continue;
      Halves parts = halves(row.cells[i].text);
      Cell second = row.cells[i];
      second.text = parts.second;
      row.cells[i].text = parts.first;
      row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
      ++i;
    }
  }
  for (const Row& row : grid.rows) grid.columns = std::max(grid.columns, row.cells.size());
}

}  // namespace gouji::test
