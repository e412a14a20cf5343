#pragma once

#include <optional>

#include "date.h"
#include "layout.h"
#include "span.h"
#include "text.h"

namespace gouji {

/// What the report says of itself.
struct DocumentFacts {
  Span title;   ///< empty where none was found
  Span agency;  ///< part of the title
  int year = 0;
  Span year_span;
  std::optional<DateInText> period_from;
  std::optional<DateInText> period_to;
  std::optional<DateInText> published;
};

/// Reads them from the title that the layout found, the sentence on the period, the page's index and the signature.
[[nodiscard]] DocumentFacts read_facts(const Text& text, const Layout& layout);

}  // namespace gouji
