#pragma once

#include <string>
#include <string_view>

#include "json_writer.h"
#include "report.h"

namespace gouji {

/// Checks one paste (any bytes) and gives the report as JSON, of which report.h says more.
/// Total: every input has a report. The same bytes give the same report, on every build.
[[nodiscard]] JsonWriter check(std::string_view paste);
[[nodiscard]] std::string check_to_json(std::string_view paste);

/// The rule manual as JSON: [{"id", "severity", "title": {"zh", "en"}, "basis"}].
[[nodiscard]] JsonWriter rules_to_json();

}  // namespace gouji
