#pragma once

#include <string>
#include <vector>

#include "source.h"
#include "word_table.h"

namespace generate {

/// The words by which sentences name figures, and the cells that these are (`core/said.h`): the file with "said".
[[nodiscard]] std::string compile_said(const std::vector<Source>& sources, WordTable& table);

}  // namespace generate
