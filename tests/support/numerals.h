#pragma once

// How numbers are spelled in sentences.

#include <string>
#include <string_view>

#include "random.h"

namespace gouji::test {

/// The habits of one report.
struct Numerals {
  enum class Digits { plain, spaced, grouped, full_width, chinese };
  Digits digits = Digits::plain;
  int decimals = 1;        // of percentages
  bool truncated = false;  // percentages cut off instead of rounded
};

/// 34, " 34 ", 1,234, ３４, 三十四.
[[nodiscard]] std::string spelled(long long number, const Numerals& numerals);
/// 三百二十六; 两 for a lone 2, since a measure word follows.
[[nodiscard]] std::string chinese(long long number);

/// Words that hold for `number` without telling it: 1300余条, 近2000条, 约300条, 1.2万条.
[[nodiscard]] std::string approximated(long long number, std::string_view measure, const Numerals& numerals,
                                       Random& random);

/// "86.92%", or "百分之八十六点九二". `whole` is positive.
[[nodiscard]] std::string percent(long long part, long long whole, const Numerals& numerals);

/// How `now` compares with `before`: 增长12.5%, 下降3.1%, 增长1.4倍, 持平.
[[nodiscard]] std::string growth(long long now, long long before, const Numerals& numerals, Random& random);

/// An amount of `yuan` as "0.37万元" or "3700元".
[[nodiscard]] std::string money(long long yuan, const Numerals& numerals, Random& random);

}  // namespace gouji::test
