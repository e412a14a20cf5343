#pragma once

// Tables as the reader would give them, made straight from figures: for tests of the stages behind the reader.

#include <map>
#include <string>
#include <vector>

#include "match.h"
#include "relations.h"
#include "support/report_printer.h"

namespace gouji::test {

/// Zeros in every cell of a form, but for the given ones. "" is a blank cell, "-" a mark for zero, "?" an unreadable one.
[[nodiscard]] Figures figures_with(std::string_view form, const std::map<std::string, std::string>& cells);

/// The same with short keys of table three ("granted/total") and four ("review/upheld").
[[nodiscard]] std::vector<TableReading> tables_with(std::string_view form,
                                                    const std::map<std::string, std::string>& cells);

[[nodiscard]] std::vector<TableReading> tables_of(const Figures& figures);

/// "granted/total".
[[nodiscard]] std::string short_key(const std::vector<TableReading>& tables, CellRef ref);

}  // namespace gouji::test
