#pragma once

#include <vector>

#include "clause.h"
#include "comparison.h"
#include "prose.h"

namespace gouji {

/// Every growth, fall or difference of which both figures stand in the sentence, held against them.
///
///     收到34件,比上年的28件增加6件,增长21.4%
///         ~~~~         ~~~~                  others: the figure now, the one before
///                                ~~~  ~~~~~  stated, one comparison each
///
/// With one figure and a difference (比上年增加6件,增长21.4%) the figure before follows from them. Percentages may be rounded,
/// cut off or rounded up; of several figures that may be meant any will do. 环比 and averages are not looked at.
[[nodiscard]] std::vector<Comparison> compare_changes(const Prose& prose,
                                                      const std::vector<ParagraphClauses>& paragraphs);

}  // namespace gouji
