#pragma once

#include <vector>

#include "comparison.h"
#include "part_list.h"
#include "prose.h"

namespace gouji {

/// Every list of parts held against its total, where it can be told what must add up to what:
///
/// - parts never make more than their total (`Fault::exceeds`);
/// - parts that are all of it, or very nearly, make no less (`Fault::falls_short`);
/// - a sum behind its figures (3件、5件,共8件) is their sum.
///
/// A total may be sorted several times in one sentence (by channel, then by applicant), parts may be in the wrong order of
/// brackets, lists may name some parts only: whatever holds in one reading counts as held, and what is contradicted only in
/// one of several readings is unreadable.
[[nodiscard]] std::vector<Comparison> compare_parts(const Prose& prose, const std::vector<PartList>& lists);

}  // namespace gouji
