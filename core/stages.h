#pragma once

#include <array>
#include <string>
#include <string_view>

#include "document.h"

namespace gouji {

/// The stages that can be looked at, in their order.
inline constexpr std::array<std::string_view, 5> stage_names = {"blocks", "grids", "cells", "prose", "claims"};

/// What a stage gave, as text for people; empty where there is no stage of that name. Offsets are UTF-16 units of the paste.
[[nodiscard]] std::string stage_to_text(const Document& document, std::string_view stage);

}  // namespace gouji
