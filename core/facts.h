#pragma once

#include <optional>
#include <vector>

#include "date.h"
#include "layout.h"
#include "span.h"
#include "text.h"

namespace gouji {

/// A date that says when the report was published.
struct Stamp {
  DateInText when;
  bool signature = false;  ///< under the report; else of the page around it
};

/// What the report says of itself.
struct DocumentFacts {
  Span title;    ///< empty where none was found
  Span agency;   ///< part of the title
  int year = 0;  ///< of the title, or else of the period
  Span year_span;
  /// The statistical period. Of a period that breaks off, or of which only the last day is told, there is one of the two.
  std::optional<DateInText> period_from;
  std::optional<DateInText> period_to;
  bool period_end_has_year = true;  ///< false for 2021年1月1日至12月31日, where the end has the year of the beginning
  std::vector<Stamp> stamps;
  std::optional<DateInText> published;  ///< the first of the stamps

  [[nodiscard]] bool title_has_year() const { return year != 0 && title.contains(year_span); }
};

/// Reads them from the title that the layout found, the sentence on the period, the page's index and the signature.
[[nodiscard]] DocumentFacts read_facts(const Text& text, const Layout& layout);

}  // namespace gouji
