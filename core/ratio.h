#pragma once

#include <cstdint>
#include <string_view>

#include "amount.h"
#include "number.h"
#include "quantity.h"

namespace gouji {

/// `part` in hundred parts of `whole`, to `decimals` places, rounded. `whole` is not 0.
[[nodiscard]] Decimal percentage(std::int64_t part, std::int64_t whole, int decimals);

/// `part` by `whole`, to `decimals` places, rounded.
[[nodiscard]] Decimal quotient(std::int64_t part, std::int64_t whole, int decimals);

/// Whether `stated` (a percentage, written as `text`) can be `part` of `whole`, as rounded or cut off to the digits that are
/// shown. The figures may be anything that their wordings allow.
[[nodiscard]] bool is_percentage(const Quantity& stated, std::string_view text, const Amount& part,
                                 const Amount& whole);
/// The same for a multiple: 2.5倍.
[[nodiscard]] bool is_quotient(const Quantity& stated, std::string_view text, const Amount& part, const Amount& whole);

}  // namespace gouji
