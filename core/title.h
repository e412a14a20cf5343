#pragma once

#include <string_view>
#include <vector>

#include "line.h"
#include "span.h"

namespace gouji {

/// The title of the report among the lines before the first heading: its lines, which become `LineKind::title`, with the
/// body above them where the title begins with the year; else its words in the page's index. Empty where there is none.
[[nodiscard]] Span find_title(std::string_view text, std::vector<Line>& lines, std::size_t first_heading);

}  // namespace gouji
