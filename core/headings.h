#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "label.h"

namespace gouji {

/// A line that looks like the heading of a section.
struct HeadingLine {
  std::size_t line = 0;
  std::uint8_t section = 0;      ///< index into Form::sections
  std::uint8_t ordinal = 0;      ///< the number it is printed with, 0 for none
  int score = 0;                 ///< the more the likelier
  bool follows_heading = false;  ///< with nothing between, as in a table of contents
  bool has_page = false;         ///< a page number follows: 一、总体情况……1
  bool of_contents = false;      ///< it stands in a table of contents: the report has its headings again further on
  bool chosen = false;           ///< it is the heading of its section
};

/// The number in front of a heading: 一、 (一) 1. and 第一部分; `bytes` counts what Markdown puts before it.
[[nodiscard]] Numbering number_of_heading(std::string_view line);

/// How much a line looks like a section's heading, of any form; nothing where it looks more like a label of a table.
[[nodiscard]] std::optional<HeadingLine> read_heading(std::string_view line);

/// Tells which are the headings of the report: the likeliest run in the official order, each section at most once.
void choose_headings(std::vector<HeadingLine>& lines);

/// Bytes of the numbered title of a section that `text` begins with, number included; 0 where it begins otherwise.
[[nodiscard]] std::size_t title_in_front(std::string_view text);

}  // namespace gouji
