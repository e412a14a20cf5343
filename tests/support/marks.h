#pragma once

#include <string>
#include <string_view>

#include "document.h"
#include "rule.h"

namespace gouji::test {

/// The line of the paste that a span stands in, with the span in ⟦ ⟧: "行政强制 | ⟦-3⟧ |". A line break inside the span is ⏎.
[[nodiscard]] std::string marked_line(const Document& document, Span span);

/// "error", "warning", "advice".
[[nodiscard]] std::string_view name(Severity severity);

/// A finding as rule pages and goldens show it: "error sum-mismatch （一）予以公开 | ⟦9⟧ | 2 | → 7".
[[nodiscard]] std::string one_line(const Document& document, const Finding& finding);

}  // namespace gouji::test
