// Every shape of a paste, every spelling of zero, both forms: each cell is read right, or said to be unreadable, never wrong.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

#include "support/reading.h"
#include "support/thinned.h"

using gouji::Document;
using gouji::read_document;
using namespace gouji::test;

namespace {

Score read_back(const Figures& figures, const Printed& printed) {
  const Document document = read_document(printed.text);
  return score_reading(document, figures, printed);
}

void print_faults(const Score& score) {
  for (const std::string& fault : score.faults) std::printf("  %s\n", fault.c_str());
}

/// One of the ways in which a report of `seed` is worded and dressed.
Dressing dressing_of(std::uint64_t seed) {
  Dressing dressing;
  dressing.seed = seed;
  dressing.furniture = seed % 2 == 0;
  dressing.label_variants = seed % 3 == 0;
  dressing.half_width_punctuation = seed % 2 == 1;
  dressing.truncated_heads = seed % 6 == 4;
  dressing.three_small_tables = seed % 6 == 5;
  dressing.crlf = seed % 6 == 0;
  dressing.signs = static_cast<Signs>(seed % 3);
  return dressing;
}

/// A cell of the printed table, right-aligned.
std::string column(const std::string& text) {
  return std::string(13 - std::min<std::size_t>(13, text.size()), ' ') + text;
}

void keep_faults(Score& all, const Score& score, const std::string& where) {
  for (std::size_t i = 0; i < std::min<std::size_t>(score.faults.size(), 1); ++i) {
    all.faults.push_back(where + ": " + score.faults[i]);
  }
}

}  // namespace

TEST_CASE("every layout and spelling of zero gives every cell") {
  std::string table = "\ncells read right / cells that the paste tells, by layout and spelling of zero\n";
  table += std::string(28, ' ');
  for (const Zero zero : all_zeros()) table += column(std::string(name(zero)));
  Score all;
  std::size_t unread = 0;
  for (const Layout layout : all_layouts()) {
    table += "\n" + std::string(name(layout)) + std::string(28 - name(layout).size(), ' ');
    for (const Zero zero : all_zeros()) {
      Score score;
      for (const char* form : {"2019", "2021"}) {
        for (std::uint64_t seed = 1; seed <= 6 / one_of(6); ++seed) {
          const Magnitude size = layout == Layout::fused ? Magnitude::tiny : static_cast<Magnitude>(seed % 3);
          const Figures figures = consistent_figures(form, seed, size);
          score += read_back(figures, print(figures, layout, zero, dressing_of(seed)));
        }
      }
      table += column(std::to_string(score.right) + "/" + std::to_string(score.cells - score.lost));
      // Spaces leave no trace of an empty cell, or only as long as something stands in every column; labels and figures that
      // came apart, or ran together, leave hardly any.
      const bool traces =
          marks_empty_cells(layout) && layout != Layout::padded_columns && layout != Layout::markdown_fragments;
      const bool told = layout != Layout::fused && (zero != Zero::blank || traces);
      if (told) unread += score.unreadable;
      if (score.wrong > 0)
        std::printf("wrong: %s\n", (std::string(name(layout)) + " " + std::string(name(zero))).c_str());
      if (score.wrong > 0 || (told && score.unreadable > 0)) {
        keep_faults(all, score, std::string(name(layout)) + " " + std::string(name(zero)));
      }
      all.wrong += score.wrong;
    }
  }
  std::printf("%s\n", table.c_str());
  print_faults(all);
  CHECK(all.wrong == 0);
  CHECK(unread == 0);
}

TEST_CASE("no damage makes a figure be read wrong") {
  std::string table = "\ncells of damaged tables: right / told by the paste, unreadable, wrong\n";
  Score all;
  for (const Damage damage : all_damages()) {
    Score score;
    for (const char* form : {"2019", "2021"}) {
      for (std::uint64_t seed = 1; seed <= 24 / one_of(8); ++seed) {
        const Figures figures = consistent_figures(form, seed, static_cast<Magnitude>(seed % 3));
        const Score one = read_back(figures, print_damaged(figures, damage, dressing_of(seed)));
        if (one.wrong > 0 || (one.unreadable > 0 && score.unreadable == 0)) {
          keep_faults(all, one, std::string(name(damage)) + " " + form + " " + std::to_string(seed));
        }
        score += one;
      }
    }
    table += std::string(name(damage)) + std::string(28 - name(damage).size(), ' ') +
             column(std::to_string(score.right) + "/" + std::to_string(score.cells - score.lost)) +
             column(std::to_string(score.unreadable)) + column(std::to_string(score.wrong)) + "\n";
    all.wrong += score.wrong;
  }
  std::printf("%s", table.c_str());
  all.faults.resize(std::min<std::size_t>(all.faults.size(), 200));
  print_faults(all);
  CHECK(all.wrong == 0);
}
