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

/// Whether the calendar has such a day: not 2月30日, and 2月29日 in leap years and where no year is said. A month or a day
/// that is 0 is not said.
[[nodiscard]] bool exists(const Date& date);

struct DateInText {
  Date date;
  Span span;
};

/// The first date in `text[within]`: 2021年1月30日, 二〇二一年一月三十日, 2021-01-30, 2021.1.30, 2021/1/30, or without a year
/// 1月30日 (where `year_needed` is false). Spaces between the parts are allowed, and a line break before and behind 年, 月 and 日.
/// Nothing is said of whether such a day exists.
[[nodiscard]] std::optional<DateInText> find_date(std::string_view text, Span within, bool year_needed = true);

/// The year of a date that has one: 2021, 二〇二一.
[[nodiscard]] Span year_of(std::string_view text, const DateInText& date);

/// The year that `text[within]` begins with, written with four digits or numerals before 年 (2000 … 2099).
[[nodiscard]] std::optional<DateInText> year_at(std::string_view text, Span within);

/// The first such year in `text[within]`.
[[nodiscard]] std::optional<DateInText> find_year(std::string_view text, Span within);

/// A stretch of time.
struct DateRange {
  DateInText from;               ///< its year is 0 where only the end has one
  std::optional<DateInText> to;  ///< nothing where the sentence breaks off behind 至
  bool year_said = true;         ///< whether the end has a year of its own; else `to` has that of `from`
};

/// The first two dates in `text[within]` that 至 or a dash joins: 自2021年1月1日起，至2021年12月31日止, 2021.1.1—12.31,
/// 1月1日至12月31日, 2021年1月至12月 (with days that are 0), 2021年1—12月. Line breaks between the parts are allowed.
[[nodiscard]] std::optional<DateRange> find_range(std::string_view text, Span within);

}  // namespace gouji
