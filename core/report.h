#pragma once

#include <string>
#include <vector>

#include "document.h"
#include "json_writer.h"
#include "rule.h"

namespace gouji {

/// Version of this program, as the report and the page show it.
inline constexpr std::string_view version = "0.1.0";

/// The report as JSON, one shape for command line, WebAssembly module, page and exports (web/src/report.ts has its types).
/// Spans are {"start", "end"} in UTF-16 units of the paste. Keys come in a fixed order; the same input gives the same bytes.
[[nodiscard]] JsonWriter to_json(const Document& document, const std::vector<Finding>& findings);

/// The report for reading in a terminal, in both languages, with line and column of each finding.
[[nodiscard]] std::string to_text(const Document& document, const std::vector<Finding>& findings);

/// Number of findings that are errors.
[[nodiscard]] std::size_t count_errors(const std::vector<Finding>& findings);

}  // namespace gouji
