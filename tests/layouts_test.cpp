// Every shape of a paste, every spelling of zero, both forms: each cell is read right, or said to be unreadable, never wrong.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>

#include "support/reading.h"

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

}  // namespace

TEST_CASE("every layout and spelling of zero gives every cell") {
  std::string table = "\ncells read right / cells, by layout and spelling of zero\n";
  const auto add = [&table](std::string text, std::size_t width) {
    table += std::string(width - std::min(width, text.size()), ' ') + text;
  };
  add("", 28);
  for (const Zero zero : all_zeros()) add(std::string(name(zero)), 12);
  std::size_t wrong = 0;
  std::size_t unread = 0;  // where the shape tells everything
  Score faults;
  for (const Layout layout : all_layouts()) {
    table += "\n" + std::string(name(layout)) + std::string(28 - name(layout).size(), ' ');
    for (const Zero zero : all_zeros()) {
      Score score;
      for (const char* form : {"2019", "2021"}) {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
          const Magnitude size = layout == Layout::fused ? Magnitude::tiny : static_cast<Magnitude>(seed % 3);
          const Figures figures = consistent_figures(form, seed, size);
          Dressing dressing;
          dressing.seed = seed;
          dressing.furniture = seed % 2 == 0;
          dressing.label_variants = seed % 3 == 0;
          dressing.half_width_punctuation = seed % 2 == 1;
          dressing.truncated_heads = seed == 4;
          dressing.three_small_tables = seed == 5;
          dressing.crlf = seed == 6;
          dressing.signs = static_cast<Signs>(seed % 3);
          score += read_back(figures, print(figures, layout, zero, dressing));
        }
      }
      add(std::to_string(score.right) + "/" + std::to_string(score.cells), 12);
      const bool readable = zero != Zero::blank || marks_empty_cells(layout);
      wrong += score.wrong;
      if (readable) unread += score.unreadable;
      if (score.wrong > 0 || (readable && score.unreadable > 0)) {
        score.faults.resize(std::min<std::size_t>(score.faults.size(), 4));
        for (std::string& fault : score.faults)
          fault = std::string(name(layout)) + " " + std::string(name(zero)) + ": " + fault;
        faults.faults.insert(faults.faults.end(), score.faults.begin(), score.faults.end());
      }
    }
  }
  std::printf("%s\n", table.c_str());
  print_faults(faults);
  CHECK(wrong == 0);
  CHECK(unread == 0);
}
