#include "amount.h"

#include <algorithm>

namespace gouji {
namespace {

constexpr std::int64_t boundless = 1'000'000'000'000'000;

/// How many decimal places a unit of `measure` lies above a hundredth of its base.
int places_of(std::string_view measure) { return measure == "亿元" ? 10 : measure == "万元" ? 6 : 2; }

/// `value` moved by `places`; what would be too great is boundless, what is finer than a hundredth is cut.
std::int64_t scaled(Decimal value, int places) {
  std::int64_t digits = value.digits;
  for (int i = value.decimals; i < places; ++i) {
    if (digits > boundless / 10) return boundless;
    digits *= 10;
  }
  for (int i = places; i < value.decimals; ++i) digits /= 10;
  return std::min(digits, boundless);
}

}  // namespace

Amount& Amount::operator+=(const Amount& other) {
  value = std::min(value + other.value, boundless);
  low = std::min(low + other.low, boundless);
  high = std::min(high + other.high, boundless);
  return *this;
}

int shown_decimals(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return 0;
  std::size_t end = point + 1;
  while (end < number.size() && number[end] >= '0' && number[end] <= '9') ++end;
  return static_cast<int>(end - point - 1);
}

Amount amount_of(const Quantity& quantity, std::string_view text) {
  const int places = places_of(quantity.measure);
  Amount amount{scaled(quantity.value, places), scaled(quantity.low, places), scaled(quantity.high, places)};
  const int decimals = shown_decimals(text);
  if (quantity.bound == Bound::exact && (decimals > 0 || places > 2)) {
    std::int64_t unit = 1;
    for (int i = decimals; i < places; ++i) unit *= 10;
    amount.low = std::max<std::int64_t>(0, amount.value - unit + 1);
    amount.high = amount.value + unit - 1;
  }
  return amount;
}

Decimal in_measure(std::int64_t amount, std::string_view measure) {
  return Decimal(amount, static_cast<std::uint8_t>(places_of(measure)));
}

Mention mention_of(const Quantity& quantity) { return {quantity.whole, quantity.value, quantity.low, quantity.high}; }

}  // namespace gouji
