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
  bool delimited : 1 = false;     ///< its line has separators other than space
  bool tabbed : 1 = false;        ///< its line is separated by tabs
  bool attached : 1 = false;      ///< a figure that its label runs into without space: 规章000
  bool after_break : 1 = false;   ///< a heading or a sentence stands between it and the piece before
  std::uint16_t cell = 0;         ///< which cell of its line
  std::uint16_t empty_lines = 0;  ///< empty lines between the piece before and this one
  std::uint32_t line = 0;         ///< index into Layout::lines
  Span span;                      ///< what stands in the cell; empty where an empty cell stands

  /// Of a piece that is one.
  [[nodiscard]] Figure figure() const {
    return {Decimal(digits_, decimals_), {span.begin, figure_end_}, figure_kind_, unit_, annotated_};
  }
  /// Makes it a figure, which begins where the piece does.
  void set_figure(const Figure& figure) {
    kind = Kind::figure;
    digits_ = figure.value.digits;
    decimals_ = figure.value.decimals;
    figure_end_ = figure.span.end;
    figure_kind_ = figure.kind;
    unit_ = figure.unit;
    annotated_ = figure.annotated;
  }

 private:
  // The parts of a Figure, in the room that others leave: long pastes have millions of pieces.
  bool annotated_ : 1 = false;
  Figure::Kind figure_kind_ = Figure::Kind::number;
  FigureUnit unit_ = FigureUnit::none;
  std::uint8_t decimals_ = 0;
  std::uint32_t figure_end_ = 0;
  std::int64_t digits_ = 0;
};

/// The tabular lines of a report, cut into pieces by the separators that each line itself shows: pipes, tabs, commas of a
/// CSV row, else spaces around figures. Pieces are disjoint and in order; nothing is invented.
struct Grid {
  std::vector<Piece> pieces;
  /// Empty lines behind the last piece, up to the next heading or sentence.
  std::uint16_t empty_lines_at_end = 0;
};

[[nodiscard]] Grid read_grid(std::string_view text, const Layout& layout);

}  // namespace gouji
