#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "form.h"
#include "line.h"
#include "span.h"
#include "text.h"

namespace gouji {

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
