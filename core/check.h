#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// Version of this program, as the report and the page show it.
inline constexpr std::string_view version = "0.1.0";

/// Checks one paste (any bytes) and gives the report as JSON, the shape of which `report.h` describes.
/// Total: every input has a report. The same bytes give the same report, on every build.
[[nodiscard]] std::string check_to_json(std::string_view paste);

/// The rule manual as JSON: [{"id", "severity", "title": {"zh", "en"}, "page"}].
[[nodiscard]] std::string rules_to_json();

}  // namespace gouji
