#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "span.h"

namespace gouji {

/// A calendar date as written; fields are 0 where the text does not say them.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// "2021-01-30".
[[nodiscard]] std::string to_string(const Date& date);

struct DateInText {
  Date date;
  Span span;
};

/// The first date in `text[within]`: 2021年1月30日, 2021-01-30, 2021.1.30, 2021/1/30, or without a year 1月30日 (where
/// `year_needed` is false). Spaces between the parts are allowed, and a
/// line break behind 年 or 月. Nothing is said of whether such a day exists.
[[nodiscard]] std::optional<DateInText> find_date(std::string_view text, Span within, bool year_needed = true);

/// The first year in `text[within]`, written with four digits before 年 (2000 … 2099).
[[nodiscard]] std::optional<DateInText> find_year(std::string_view text, Span within);

}  // namespace gouji
