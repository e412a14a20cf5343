#pragma once

// The cases of tests/prose/*.txt: sentences, what must be understood in them and what must be flagged. README.md tells the
// format.

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::test {

/// "= requests.received|requests.new 26": any of the indicators will do; values in words as written, "1301..1399", "none",
/// or "" where the indicator says it all.
struct WantedClaim {
  std::vector<std::string> indicators;
  std::string value;
  bool optional = false;  ///< "?" in place of "=": may be understood or not
};

/// "! error|warning text-table-mismatch 办结⟦27⟧件 → 26".
struct WantedFinding {
  std::vector<std::string> severities;
  std::string rule;
  std::string mark;       ///< what is in ⟦ ⟧, empty where any place will do
  std::string expected;   ///< empty where it is not asked for
  bool optional = false;  ///< "!?" in place of "!": may be found or not
};

struct BatteryCase {
  std::string place;  ///< "received.txt:12"
  std::string sentence;
  std::string paste;
  std::vector<WantedClaim> claims;
  std::vector<WantedFinding> findings;

  /// Whether nothing may be flagged.
  [[nodiscard]] bool is_silent() const;
};

/// All cases of a folder below the root of the repository. Throws "file:line: why".
[[nodiscard]] std::vector<BatteryCase> read_battery(const std::string& folder);

}  // namespace gouji::test
