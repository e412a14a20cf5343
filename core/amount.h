#pragma once

#include <cstdint>
#include <string_view>

#include "comparison.h"
#include "prose.h"
#include "quantity.h"

namespace gouji {

/// What a quantity may be, in hundredths of its measure (money in fen), so that quantities can be added.
struct Amount {
  std::int64_t value = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;

  [[nodiscard]] bool is_exact() const { return low == high; }
  [[nodiscard]] bool meets(const Amount& other) const { return low <= other.high && other.low <= high; }
  Amount& operator+=(const Amount& other);
};

/// Digits behind a point, and amounts in 万元 and above, are rounded to the last digit that `text` shows.
[[nodiscard]] Amount amount_of(const Quantity& quantity, std::string_view text);

/// An amount as a number of `measure`: fen as yuan, as ten thousands of yuan.
[[nodiscard]] Decimal in_measure(std::int64_t amount, std::string_view measure);

/// How many digits a number shows behind its point: 2 for 86.90%.
[[nodiscard]] int shown_decimals(std::string_view number);

[[nodiscard]] Mention mention_of(const Quantity& quantity);

}  // namespace gouji
