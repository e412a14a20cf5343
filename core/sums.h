#pragma once

#include <vector>

#include "clause.h"
#include "comparison.h"
#include "prose.h"

namespace gouji {

/// Every sum that stands behind its figures, in a clause of its own, held against them.
///
///     网上申请3件、信函申请5件,共8件
///             ~~~         ~~~        others
///                               ~~~  stated
[[nodiscard]] std::vector<Comparison> compare_sums(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs);

}  // namespace gouji
