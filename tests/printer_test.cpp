// The printer must be beyond doubt before it may judge the reader: its figures satisfy the identities, every cell is
// printed once, and every place holds what it says.

#include <catch2/catch.hpp>
#include <numeric>
#include <set>

#include "support/form_data.h"
#include "support/report_printer.h"

namespace gouji::test {
namespace {

constexpr Magnitude sizes[] = {Magnitude::tiny, Magnitude::office, Magnitude::city};
constexpr const char* forms[] = {"2019", "2021"};

long long value(const Figures& figures, const std::string& key) { return std::stoll(figures.cells.at(key)); }

/// Both sides of an identity, for each of its columns or rows.
void check_identity(const Identity& identity, const Figures& figures) {
  const Part& part = form(figures.form).table(identity.table).parts.front();
  bool by_column = identity.each == "column";
  for (const Heading& along : by_column ? part.columns : part.rows) {
    auto sum = [&](const std::vector<std::string>& ids) {
      return std::accumulate(ids.begin(), ids.end(), 0LL, [&](long long total, const std::string& id) {
        return total + value(figures, by_column ? cell_key(identity.table, id, along.id)
                                                : cell_key(identity.table, along.id, id));
      });
    };
    CAPTURE(identity.name, along.id);
    REQUIRE(sum(identity.left) == sum(identity.right));
  }
}

std::size_t cells_of(const Form& form) {
  std::size_t cells = 0;
  for (const Table& table : form.tables)
    for (const Part& part : table.parts) cells += part.rows.size() * part.columns.size();
  return cells;
}

/// What is wrong with the places, or "".
std::string fault_of(const Figures& figures, const Printed& printed) {
  std::set<std::string> cells(printed.missing.begin(), printed.missing.end());
  for (const Printed::Place& place : printed.places) {
    if (figures.cells.count(place.cell) == 0) return "unknown cell " + place.cell;
    if (!cells.insert(place.cell).second) return place.cell + " is there twice";
  }
  if (cells.size() != figures.cells.size()) return "cells are missing";
  std::vector<Printed::Place> all = printed.places;
  all.insert(all.end(), printed.also.begin(), printed.also.end());
  for (const Printed::Place& place : all) {
    if (place.begin > place.end || place.end > printed.text.size()) return place.cell + " is outside of the text";
    bool held = printed.text.compare(place.begin, place.end - place.begin, place.text) == 0;
    if (!held || place.blank != place.text.empty()) return place.cell + " is not where it should be";
  }
  return "";
}

Dressing some_dressing(std::uint64_t seed) {
  Dressing dressing;
  dressing.seed = seed;
  dressing.prose = seed % 3 != 0;
  dressing.furniture = seed % 4 == 1;
  dressing.half_width_punctuation = seed % 5 == 2;
  dressing.label_variants = seed % 2 == 1;
  dressing.truncated_heads = seed % 7 == 3;
  dressing.three_small_tables = seed % 6 == 4;
  dressing.thousands_separators = seed % 4 == 2;
  dressing.full_width_digits = seed % 9 == 5;
  dressing.signs = static_cast<Signs>(seed % 3);
  dressing.crlf = seed % 8 == 6;
  return dressing;
}

TEST_CASE("figures satisfy every identity of their form") {
  for (const char* id : forms)
    for (Magnitude size : sizes)
      for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Figures figures = consistent_figures(id, seed, size);
        CAPTURE(id, seed);
        REQUIRE(figures.cells.size() == cells_of(form(id)));
        for (const Identity& identity : form(id).identities) check_identity(identity, figures);
      }
  CHECK(cells_of(form("2021")) == 10 + 175 + 15);
}

TEST_CASE("tiny figures have one digit") {
  for (const char* id : forms)
    for (std::uint64_t seed = 0; seed < 200; ++seed)
      for (const auto& [cell, text] : consistent_figures(id, seed, Magnitude::tiny).cells) {
        CAPTURE(cell, text);
        REQUIRE(text.find_first_of("0123456789") == text.size() - 1);
      }
}

TEST_CASE("figures are the same on every compiler") {
  Figures figures = consistent_figures("2021", 7, Magnitude::city);
  CHECK(figures.year == 2023);
  CHECK(figures.cells.at("requests/new_received/total") == "41");
}

TEST_CASE("every layout prints every cell where it says") {
  for (const char* id : forms)
    for (Layout layout : all_layouts())
      for (Zero zero : all_zeros())
        for (std::uint64_t seed = 0; seed < 9; ++seed) {
          Figures figures = consistent_figures(id, seed, sizes[seed % 3]);
          CAPTURE(id, name(layout), name(zero), seed);
          REQUIRE(fault_of(figures, print(figures, layout, zero, some_dressing(seed))) == "");
        }
}

TEST_CASE("layouts that mark empty cells lose nothing") {
  for (Layout layout : all_layouts()) {
    Figures figures = consistent_figures("2021", 11, Magnitude::office);
    Printed printed = print(figures, layout, Zero::blank, Dressing{});
    bool lost = false;
    for (const Printed::Place& place : printed.places) lost = lost || place.lost;
    CAPTURE(name(layout));
    // The fragments print part of table two as plain text.
    if (layout != Layout::markdown_fragments) CHECK(lost != marks_empty_cells(layout));
  }
}

TEST_CASE("every damaged shape prints every cell where it says") {
  for (const char* id : forms)
    for (Damage damage : all_damages())
      for (std::uint64_t seed = 0; seed < 40; ++seed) {
        Figures figures = consistent_figures(id, seed, sizes[seed % 3]);
        Printed printed = print_damaged(figures, damage, some_dressing(seed));
        CAPTURE(id, name(damage), seed);
        REQUIRE(fault_of(figures, printed) == "");
        bool whole = printed.missing.empty();
        for (const Printed::Place& place : printed.places) whole = whole && !place.lost;
        REQUIRE(whole != loses_information(damage));
      }
}

}  // namespace
}  // namespace gouji::test
