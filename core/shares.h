#pragma once

#include <vector>

#include "clause.h"
#include "comparison.h"
#include "part_list.h"
#include "prose.h"

namespace gouji {

/// Every percentage that a part of a list is said to be of its total (占86.92%), held against the two figures, and every rate
/// (办结率95%) of which both figures stand in its sentence. Percentages that another total of the paragraph explains, or one
/// that is not told, are unreadable; those that are rounded, cut off or rounded up hold.
[[nodiscard]] std::vector<Comparison> compare_shares(const Prose& prose,
                                                     const std::vector<ParagraphClauses>& paragraphs,
                                                     const std::vector<PartList>& lists);

}  // namespace gouji
