#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "form.h"
#include "span.h"
#include "text.h"

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

/// A section's heading as printed.
struct SectionHeading {
  std::uint8_t section = 0;  ///< index into Form::sections
  std::uint8_t ordinal = 0;  ///< the number it is printed with, 0 for none
  Span span;
};

struct Layout {
  std::vector<Line> lines;
  std::vector<SectionHeading> sections;     ///< in printed order, each section at most once
  std::vector<SectionHeading> passed_over;  ///< what looks like one, but is a second of its kind or out of order
  Span contents;                            ///< a table of contents; empty where there is none
  Span title;  ///< of the report: its lines, or its words in the page's index; empty for none
};

/// Splits the text into lines and says what each is. Cannot fail; a text that is no report has prose and tabular lines only.
[[nodiscard]] Layout read_layout(const Text& text);

/// The cells of one line that commas (or semicolons) separate, quotes respected: empty unless the line is such a row, as
/// opposed to a sentence or a number with a thousands separator.
[[nodiscard]] std::vector<Span> comma_cells(std::string_view text, Span line);

}  // namespace gouji
