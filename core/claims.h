#pragma once

#include "body.h"
#include "claim.h"
#include "prose.h"

namespace gouji {

/// What the prose says of the figures of the forms.
///
/// A claim is made only where everything between the figure and the words that name it is understood, for the body that
/// reports and the year of the report. A name is a topic (申请, 行政复议, 规范性文件) and a key (新收, 予以公开, 结果维持); either may be
/// taken over from the figure before it in the paragraph, as long as every figure in between was understood.
/// `year` is that of the report, 0 where it is not known.
[[nodiscard]] Claims read_claims(const Prose& prose, int year, const Body& body);

}  // namespace gouji
