#include "ratio.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::int64_t greatest = 100'000'000'000;  // of an Amount, so that nothing overflows
constexpr int most_decimals = 4;

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

/// `value` in units of the last of `decimals` places, rounded down.
std::int64_t in_units(Decimal value, int decimals) {
  std::int64_t digits = std::min<std::int64_t>(value.digits, greatest);
  for (int i = value.decimals; i < decimals; ++i) digits *= 10;
  for (int i = decimals; i < value.decimals; ++i) digits /= 10;
  return digits;
}

Decimal divided(std::int64_t part, std::int64_t whole, int decimals, std::int64_t factor) {
  part = std::min(part, greatest);
  whole = std::clamp<std::int64_t>(whole, 1, greatest);
  decimals = std::min(decimals, most_decimals);
  const std::int64_t scaled = factor * power_of_ten(decimals) * part;
  return Decimal((scaled + whole / 2) / whole, static_cast<std::uint8_t>(decimals));
}

bool is_divided(const Quantity& stated, std::string_view text, const Amount& part, const Amount& whole,
                std::int64_t factor) {
  const int decimals = std::min(shown_decimals(text), most_decimals);
  const std::int64_t scale = factor * power_of_ten(decimals);
  const std::int64_t low = std::min(part.low, greatest) * scale / std::clamp<std::int64_t>(whole.high, 1, greatest);
  const std::int64_t most = std::clamp<std::int64_t>(whole.low, 1, greatest);
  const std::int64_t high = (std::min(part.high, greatest) * scale + most - 1) / most;
  // Less than one unit of the last digit away: rounded, cut off or rounded up.
  return low <= in_units(stated.high, decimals) && in_units(stated.low, decimals) <= high;
}

}  // namespace

Decimal percentage(std::int64_t part, std::int64_t whole, int decimals) { return divided(part, whole, decimals, 100); }
Decimal quotient(std::int64_t part, std::int64_t whole, int decimals) { return divided(part, whole, decimals, 1); }

bool is_percentage(const Quantity& stated, std::string_view text, const Amount& part, const Amount& whole) {
  return is_divided(stated, text, part, whole, 100);
}

bool is_quotient(const Quantity& stated, std::string_view text, const Amount& part, const Amount& whole) {
  return is_divided(stated, text, part, whole, 1);
}

}  // namespace gouji
