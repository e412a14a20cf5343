#pragma once

#include <vector>

#include "comparison.h"
#include "prose.h"

namespace gouji {

/// Every figure of the report's sentences that other figures of its sentence give as well, held against them: totals and
/// their parts, percentages, growth, and rows of names with their figures, in the order of the text. Knows nothing of the tables. Cannot fail.
[[nodiscard]] std::vector<Comparison> compare_figures(const Prose& prose);

}  // namespace gouji
