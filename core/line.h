#pragma once

#include <cstdint>

#include "span.h"

namespace gouji {

/// What a line of the paste is to the report.
enum class LineKind : std::uint8_t {
  empty,
  furniture,  ///< the web page around the report: 当前位置, 索引号, 打印 …
  title,
  heading,    ///< of one of the six sections
  prose,      ///< a sentence or part of one: no table figure stands here
  rule,       ///< |---|---| and the like
  page_mark,  ///< - 4 -, 第4页
  tabular,    ///< anything else: labels, figures, short phrases; what tables are made of
};

/// Signs that a line may hold, a bit each. They are gathered in the pass that finds where the line ends: who looks for one of
/// them need not look into a line without it. (Space at the ends of the line counts, too.)
using Signs = std::uint16_t;
namespace sign {
constexpr Signs space = 1U << 0U;
constexpr Signs gap = 1U << 1U;  ///< a space that has words on both sides, no pipe and no tab
constexpr Signs tab = 1U << 2U;
constexpr Signs pipe = 1U << 3U;
constexpr Signs comma = 1U << 4U;
constexpr Signs semicolon = 1U << 5U;
constexpr Signs colon = 1U << 6U;
constexpr Signs mark = 1U << 7U;     ///< ! ?
constexpr Signs stop = 1U << 8U;     ///< 。
constexpr Signs pause = 1U << 9U;    ///< 、
constexpr Signs stroke = 1U << 10U;  ///< - = _
constexpr Signs slash = 1U << 11U;
constexpr Signs digit = 1U << 12U;
constexpr Signs letter = 1U << 13U;  ///< any other that is not ASCII, or a Latin letter
constexpr Signs other = 1U << 14U;
constexpr Signs separator = tab | pipe;
}  // namespace sign

/// One line of the folded text, or a piece of one where a page has run a heading, sentences and a table into one line.
/// Lines are disjoint, in order, and cover the text but for line breaks and space.
struct Line {
  Span span;  ///< without space at either end (tabs stay: they may stand for empty cells)
  LineKind kind = LineKind::empty;
  bool starts_line = true;  ///< whether a line break precedes it
  Signs signs = 0;

  [[nodiscard]] bool has(Signs any) const { return (signs & any) != 0; }
};

}  // namespace gouji
