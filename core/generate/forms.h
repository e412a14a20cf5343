#pragma once

#include <string>
#include <vector>

#include "source.h"

namespace generate {

/// The official forms: the files with "tables".
[[nodiscard]] std::string compile_forms(const std::vector<Source>& sources);

}  // namespace generate
