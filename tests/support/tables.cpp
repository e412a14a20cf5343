#include "support/tables.h"

#include <stdexcept>

#include "support/form_data.h"

namespace gouji::test {

Figures figures_with(std::string_view form_id, const std::map<std::string, std::string>& cells) {
  Figures figures;
  figures.form = std::string(form_id);
  figures.year = form_id == "2019" ? 2020 : 2023;
  for (const Table& table : form(form_id).tables) {
    for (const Part& part : table.parts) {
      for (const Heading& row : part.rows) {
        for (const Heading& column : part.columns) figures.cells[cell_key(table.id, row.id, column.id)] = "0";
      }
    }
  }
  for (const auto& [key, text] : cells) {
    if (!figures.cells.contains(key)) throw std::runtime_error("no such cell: " + key);
    figures.cells[key] = text;
  }
  return figures;
}

std::vector<TableReading> tables_with(std::string_view form_id, const std::map<std::string, std::string>& cells) {
  Figures figures = figures_with(form_id, {});
  for (const auto& [key, text] : cells) {
    bool known = false;
    for (const char* table : {"disclosure/", "requests/", "proceedings/"}) {
      const auto found = figures.cells.find(table + key);
      if (found == figures.cells.end()) continue;
      found->second = text;
      known = true;
    }
    if (!known) throw std::runtime_error("no such cell: " + key);
  }
  return tables_of(figures);
}

std::vector<TableReading> tables_of(const Figures& figures) {
  std::vector<TableReading> tables;
  for (const gouji::Form& form : forms()) {
    if (form.id != figures.form) continue;
    for (std::uint8_t t = 0; t < form.tables.size(); ++t) {
      TableReading reading;
      reading.form = &form;
      reading.table = t;
      const gouji::Table& table = form.tables[t];
      for (std::size_t row = 0; row < table.rows.size(); ++row) {
        RowReading cells;
        cells.state = RowState::read;
        for (const gouji::Column& column : table.part_of(row).columns) {
          const std::string& text = figures.cells.at(
              cell_key(std::string(table.id), std::string(table.rows[row].id), std::string(column.id)));
          gouji::Cell cell;
          if (text.empty()) {
            cell.state = gouji::Cell::State::blank;
          } else if (text == "-") {
            cell.state = gouji::Cell::State::zero_mark;
          } else if (text != "?") {
            cell.state = gouji::Cell::State::number;
            const std::size_t point = text.find('.');
            const std::string digits =
                point == std::string::npos ? text : text.substr(0, point) + text.substr(point + 1);
            const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
            cell.value = Decimal(std::stoll(digits), static_cast<std::uint8_t>(decimals));
          }
          cells.cells.push_back(cell);
        }
        reading.rows.push_back(std::move(cells));
      }
      tables.push_back(std::move(reading));
    }
  }
  return tables;
}

std::string short_key(const std::vector<TableReading>& tables, CellRef ref) {
  const gouji::Table& table = tables[ref.table].official();
  return std::string(table.rows[ref.row].id) + "/" + std::string(table.part_of(ref.row).columns[ref.column].id);
}

}  // namespace gouji::test
