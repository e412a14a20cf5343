#pragma once

#include <vector>

#include "clause.h"
#include "comparison.h"
#include "prose.h"

namespace gouji {

/// Every row of figures that 分别 gives to a row of names, counted against it.
///
///     网站、微信、微博分别发布3条、5条
///                    ~~~~~~~~~~~~~~~  stated: 2 figures; what follows from the names is 3
///                            ~~~ ~~~  others
///
/// Names may hold 和 and 、 themselves (公民、法人和其他组织的申请): where any way of counting them gives the number of
/// figures, it holds.
[[nodiscard]] std::vector<Comparison> compare_distributions(const Prose& prose,
                                                            const std::vector<ParagraphClauses>& paragraphs);

}  // namespace gouji
