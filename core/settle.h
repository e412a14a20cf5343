#pragma once

#include <vector>

#include "match.h"

namespace gouji {

/// Lets the identities decide where a table shows one figure too many in its rows: a column of its own (last year's figures,
/// say), or a page number among the figures of a row. Each way of leaving one of them out, the same in all such rows, is a
/// reading; if exactly one reading makes every identity of the table hold, it is taken, and the rows say so
/// (`RowReading::left_out`). Otherwise they stay unreadable.
void settle(std::vector<TableReading>& tables);

}  // namespace gouji
