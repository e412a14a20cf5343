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

/// One line of the folded text, or a piece of one where a page has run a heading, sentences and a table into one line.
/// Lines are disjoint, in order, and cover the text but for line breaks and space.
struct Line {
  Span span;  ///< without space at either end (tabs stay: they may stand for empty cells)
  LineKind kind = LineKind::empty;
  bool starts_line = true;  ///< whether a line break precedes it
};

}  // namespace gouji
