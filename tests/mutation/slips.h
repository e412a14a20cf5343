#pragma once

// Slips of somebody who fills in tables three and four, and what the checker says to them. The identities are evaluated
// here by the tests' own few lines, straight from the forms as data.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rule.h"
#include "support/random.h"
#include "support/report_printer.h"

namespace gouji::test {

enum class Slip {
  plus_one,
  minus_one,
  transposed,      // 26 for 62
  dropped,         // 6 for 26
  doubled,         // 226 for 26
  extra_zero,      // 260 for 26
  neighbour,       // the figure of the next cell of the row
  last_year,       // the figure that another report has in this cell
  blank,           // nothing
  swapped_row,     // two figures of a row exchanged
  swapped_column,  // two figures of a column exchanged
  shifted_left,    // the figures of a row one cell too far to the left, a zero behind
  shifted_right,
  two_cells,  // two figures wrong, each for itself
};
inline constexpr std::array all_slips{Slip::plus_one,      Slip::minus_one,   Slip::transposed,     Slip::dropped,
                                      Slip::doubled,       Slip::extra_zero,  Slip::neighbour,      Slip::last_year,
                                      Slip::blank,         Slip::swapped_row, Slip::swapped_column, Slip::shifted_left,
                                      Slip::shifted_right, Slip::two_cells};
[[nodiscard]] std::string_view name(Slip slip);
/// One cell is wrong and nothing else.
[[nodiscard]] bool is_of_one_cell(Slip slip);

/// The cells of one printed row of table three or four, and where such rows stand.
struct PrintedRow {
  std::string table;
  std::vector<std::string> keys;
};
[[nodiscard]] std::vector<PrintedRow> printed_rows(const Figures& figures);

/// The cells that a slip changes: key and the new text. Empty where this slip changes nothing here.
using Changes = std::map<std::string, std::string>;
/// Slips that begin at cell `at` of a row: what is done to it, or (shifts) to its row, for its first cell only.
/// `other` is another report in the same form.
[[nodiscard]] Changes make_slip(Slip slip, const Figures& figures, const Figures& other,
                                const std::vector<PrintedRow>& rows, std::size_t row, std::size_t at, Random& random);

[[nodiscard]] Figures with(const Figures& figures, const Changes& changes);

/// Whether all identities of the form hold, an empty cell counted as zero.
[[nodiscard]] bool all_identities_hold(const Figures& figures);

/// What the checker said to a slip.
struct Outcome {
  bool caught = false;       // an error or a warning marks a changed cell, or a sum that it is part of
  bool named_first = false;  // the first finding names all changed cells (one of them where they are separate)
  bool right_value = false;  // … each with the value that it had
  bool all_named = false;    // each changed cell is named with a value by some finding, for certain
  bool all_listed = false;   // … or at least as a candidate
  bool candidates = false;   // the first finding says that it is not certain
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t unrelated = 0;        // errors and warnings that mark nothing of the slip
  std::size_t wrongly_certain = 0;  // findings that state a value for a cell that was right
  std::string said;                 // the findings in short, for the list of remaining cases
};
/// `separate`: the changed cells are wrong each for itself, and no one finding need name them all.
[[nodiscard]] Outcome judge(std::string_view paste, const Figures& before, const Changes& changes, bool separate);

}  // namespace gouji::test
