#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout.h"
#include "number.h"
#include "span.h"

namespace gouji {

/// One thing that stands in a table: a piece of text, a figure, or an empty cell.
///
///     | （二）部分公开 | 2 |  | 0 |
///       ^text            ^figure  ^figure
///                           ^blank
struct Piece {
  enum class Kind : std::uint8_t { text, figure, blank };

  Kind kind = Kind::text;
  bool delimited = false;         ///< its line has separators other than space
  bool tabbed = false;            ///< its line is separated by tabs
  bool attached = false;          ///< a figure that its label runs into without space: 规章000
  bool after_break = false;       ///< a heading or a sentence stands between it and the piece before
  std::uint16_t cell = 0;         ///< which cell of its line
  std::uint16_t empty_lines = 0;  ///< empty lines between the piece before and this one
  std::uint32_t line = 0;         ///< index into Layout::lines
  Span span;                      ///< what stands in the cell; empty where an empty cell stands
  Figure figure;                  ///< for a figure
};

/// The tabular lines of a report, cut into pieces by the separators that each line itself shows: pipes, tabs, commas of a
/// CSV row, else spaces around figures. Pieces are disjoint and in order; nothing is invented.
struct Grid {
  std::vector<Piece> pieces;
  /// Empty lines behind the last piece, up to the next heading or sentence.
  std::uint16_t empty_lines_at_end = 0;
  /// Number of cells of each line of the layout; 0 where the line has no separators or is not tabular.
  std::vector<std::uint16_t> cells_of_line;
};

[[nodiscard]] Grid read_grid(std::string_view text, const Layout& layout);

}  // namespace gouji
