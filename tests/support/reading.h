#pragma once

// Holds what the checker read of a printed report against what was printed.

#include <string>
#include <vector>

#include "document.h"
#include "support/report_printer.h"

namespace gouji::test {

struct Score {
  std::size_t cells = 0;
  std::size_t right = 0;            // value and exact place
  std::size_t unreadable = 0;       // said to be unreadable, though the paste tells it
  std::size_t lost = 0;             // said to be unreadable, and the paste no longer tells it
  std::size_t wrong = 0;            // another value, or another place
  std::vector<std::string> faults;  // the first few cells that are not right, with what was read

  void operator+=(const Score& other);
};

/// Compares every cell of the first report.
[[nodiscard]] Score score_reading(const Document& document, const Figures& figures, const Printed& printed);

/// "table/row/column" of a cell.
[[nodiscard]] std::string key_of(const Document& document, CellRef ref);

/// UTF-16 units of valid UTF-8.
[[nodiscard]] std::size_t utf16_length(std::string_view utf8);
/// The byte of valid UTF-8 at which a UTF-16 unit of it begins.
[[nodiscard]] std::size_t byte_of(std::string_view utf8, std::size_t unit);

}  // namespace gouji::test
