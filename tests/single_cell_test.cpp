// One cell at a time. A figure of tables three and four that is wrong by one: an error marks it, or a sum that it is part
// of. A cell of table three left empty: no other cell is read otherwise for it.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>

#include "rule.h"
#include "support/form_data.h"
#include "support/reading.h"
#include "support/thinned.h"

using gouji::Document;
using gouji::find;
using gouji::Finding;
using gouji::read_document;
using gouji::Severity;
using namespace gouji::test;
using Layout = gouji::test::Layout;  // NOLINT: gouji has a Layout too

namespace {

/// Whether an error marks the cell or is proved by a relation that has it.
bool error_marks(const Document& document, const std::string& key) {
  const auto is_it = [&](gouji::CellRef ref) { return key_of(document, ref) == key; };
  for (const Finding& finding : find(document)) {
    if (finding.severity != Severity::error) continue;
    if (finding.cell && is_it(*finding.cell)) return true;
    for (const std::size_t index : finding.relations) {
      const gouji::Relation& relation = document.relations[index];
      if (std::any_of(relation.left.begin(), relation.left.end(), is_it)) return true;
      if (std::any_of(relation.right.begin(), relation.right.end(), is_it)) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("each cell of tables three and four, wrong by one, is marked by an error", "[single_cell]") {
  const Layout layouts[] = {Layout::tabs,
                            Layout::cell_lines_blank_between,
                            Layout::cell_lines_trailing_pipe,
                            Layout::row_lines_pipe,
                            Layout::markdown,
                            Layout::csv,
                            Layout::spaces,
                            Layout::pdf_text,
                            Layout::one_line};
  for (const char* form_id : {"2021", "2019"}) {
    const Figures figures = consistent_figures(form_id, 3, Magnitude::office);
    REQUIRE(figures.cells.at("requests/new_received/total") != "0");
    for (const Layout layout : layouts) {
      if (figures.form == "2019" && layout > Layout::row_lines_pipe) continue;  // the newer form tries them all
      std::size_t cells = 0;
      std::size_t slips = 0;
      std::vector<std::string> missed;
      for (const auto& [key, text] : figures.cells) {
        if (key.starts_with("disclosure/")) continue;
        if (cells++ % one_of(10) != 0) continue;
        for (const int by : {1, -1}) {
          const int value = std::stoi(text) + by;
          if (value < 0) continue;
          ++slips;
          Figures wrong = figures;
          wrong.cells[key] = std::to_string(value);
          Dressing dressing;
          dressing.seed = slips;
          const Printed printed = print(wrong, layout, Zero::digit, dressing);
          if (!error_marks(read_document(printed.text), key))
            missed.push_back(key + " " + text + " -> " + wrong.cells[key]);
        }
      }
      INFO(name(layout) << ", form " << form_id);
      CHECK(cells == (figures.form == "2021" ? 190 : 176));
      CHECK(slips * one_of(10) >= cells);
      CHECK(missed == std::vector<std::string>());
    }
  }
}

namespace {

/// What was read of each cell of the first report.
std::map<std::string, std::string> cells_of(const Document& document) {
  std::map<std::string, std::string> cells;
  for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
    const gouji::TableReading& table = document.tables[t];
    if (table.report != 0) continue;
    for (std::uint8_t row = 0; row < table.rows.size(); ++row) {
      for (std::uint8_t column = 0; column < table.rows[row].cells.size(); ++column) {
        const gouji::Cell& cell = table.rows[row].cells[column];
        static constexpr std::array<const char*, 4> states{"", "zero mark", "blank", "unreadable"};
        const bool number = cell.state == gouji::Cell::State::number;
        cells[key_of(document, {t, row, column})] =
            number ? to_string(cell.value) : states[static_cast<std::size_t>(cell.state)];
      }
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("a cell of table three left empty never shifts its neighbours", "[single_cell]") {
  std::string table =
      "\none cell of table three left empty\n" + std::string(28, ' ') + "  blanked    right  shifted  lost\n";
  std::vector<std::string> faults;
  for (const Layout layout : all_layouts()) {
    if (!marks_empty_cells(layout)) continue;
    // Figures of all lengths, with zeros among them.
    const Figures figures = consistent_figures("2021", 12, Magnitude::city);
    Dressing dressing;
    dressing.seed = static_cast<std::uint64_t>(layout);
    dressing.prose = false;
    const auto before = cells_of(read_document(print(figures, layout, Zero::digit, dressing).text));
    std::size_t cells = 0, blanked = 0, right = 0, shifted = 0, lost = 0;
    for (const auto& [key, text] : figures.cells) {
      CHECK(before.at(key) == (text[0] == '+' ? text.substr(1) : text));
      if (!key.starts_with("requests/")) continue;
      if (cells++ % one_of(10) != 0) continue;
      Figures emptied = figures;
      emptied.cells[key].clear();
      const Printed printed = print(emptied, layout, Zero::digit, dressing);
      const auto is_lost = [](const Printed::Place& place) { return place.lost; };
      if (std::any_of(printed.places.begin(), printed.places.end(), is_lost)) {
        ++lost;
        continue;
      }
      ++blanked;
      auto after = before;
      after[key] = "blank";
      const auto read = cells_of(read_document(printed.text));
      right += read == after;
      if (read == after) continue;
      // What was not read for certain is no wrong figure, but it is not right either.
      std::string fault = std::string(name(layout)) + ", " + key + " " + text + " left empty:";
      bool wrong = false;
      for (const auto& [cell, value] : after) {
        const auto found = read.find(cell);
        const std::string now = found == read.end() ? "no cell" : found->second;
        if (now == value) continue;
        wrong = wrong || (now != "unreadable" && now != "no cell");
        if (fault.size() < 200) fault += " " + cell + " read as " + now + ";";
      }
      shifted += wrong;
      if (wrong) {
        faults.insert(faults.begin(), fault);
      } else {
        faults.push_back(fault);
      }
    }
    char line[80];
    std::snprintf(line, sizeof line, "%-28s%9zu%9zu%9zu%6zu\n", std::string(name(layout)).c_str(), blanked, right,
                  shifted, lost);
    table += line;
    INFO(name(layout));
    CHECK(cells == 175);
    CHECK((blanked + lost) * one_of(10) >= cells);
    CHECK(right == blanked);
    CHECK(shifted == 0);
  }
  std::printf("%s", table.c_str());
  faults.resize(std::min<std::size_t>(faults.size(), 10));
  for (const std::string& fault : faults) std::printf("  %s\n", fault.c_str());
}
