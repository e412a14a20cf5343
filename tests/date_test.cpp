// Dates as reports write them.

#include "date.h"

#include <catch2/catch.hpp>

using gouji::Date;
using gouji::find_date;
using gouji::find_year;
using gouji::Span;

namespace {

Span all(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

std::string found(const std::optional<gouji::DateInText>& date, std::string_view text) {
  if (!date) return "none";
  return to_string(date->date) + " [" + std::string(text.substr(date->span.begin, date->span.size())) + "]";
}

}  // namespace

TEST_CASE("dates", "[date]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"in characters", "2021年1月30日", "2021-01-30 [2021年1月30日]"},
      {"in a sentence", "统计期限自2021年1月1日起", "2021-01-01 [2021年1月1日]"},
      {"with spaces", "2024 年 1 月 1 日", "2024-01-01 [2024 年 1 月 1 日]"},
      {"two digits", "2021年01月05日", "2021-01-05 [2021年01月05日]"},
      {"hyphens", "2021-01-30", "2021-01-30 [2021-01-30]"},
      {"dots", "2021.1.30", "2021-01-30 [2021.1.30]"},
      {"slashes", "发布：2021/1/30 09:15", "2021-01-30 [2021/1/30]"},
      {"the first of two", "2021年1月1日至2021年12月31日", "2021-01-01 [2021年1月1日]"},
      {"no such day is found all the same", "2021年13月32日", "2021-13-32 [2021年13月32日]"},
      {"wrapped behind the month", "2021年12月\n31日", "2021-12-31 [2021年12月\n31日]"},
      {"wrapped behind the year", "2021年 \n 12月31日", "2021-12-31 [2021年 \n 12月31日]"},
      {"two lines of figures", "2021\n年1月30日", "none"},
      {"two paragraphs", "2021年12月\n\n31日", "none"},
      {"a year alone", "2021年", "none"},
      {"no day", "2021年1月", "none"},
      {"mixed separators", "2021-01/30", "none"},
      {"behind digits", "12021-01-30", "none"},
      {"no year", "1月30日", "none"},
      {"a phone number", "0371-12345678", "none"},
      {"nothing", "", "none"},
      {"behind a figure", "共26件，2021年1月30日", "2021-01-30 [2021年1月30日]"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(found(find_date(c.in, all(c.in)), c.in) == c.out);
  }
}

TEST_CASE("dates without a year", "[date]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"month and day", "至12月31日止", "0000-12-31 [12月31日]"},
      {"with spaces", "12月 31 日", "0000-12-31 [12月 31 日]"},
      {"with spaces between all", "12 月 31 日", "0000-12-31 [12 月 31 日]"},
      {"a whole date is found whole", "2021年1月30日", "2021-01-30 [2021年1月30日]"},
      {"a month alone", "12月底", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(found(find_date(c.in, all(c.in), false), c.in) == c.out);
  }
}

TEST_CASE("years", "[date]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"of a title", "青禾县人民政府2021年政府信息公开工作年度报告", "2021-00-00 [2021]"},
      {"with a space", "2021 年度", "2021-00-00 [2021]"},
      {"the first of two", "2020年和2021年", "2020-00-00 [2020]"},
      {"of a document number", "国办公开办函〔2021〕30号，2022年", "2022-00-00 [2022]"},
      {"last century", "1999年，2001年", "2001-00-00 [2001]"},
      {"next century", "2100年", "none"},
      {"five digits", "12021年", "none"},
      {"no character behind", "2021", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(found(find_year(c.in, all(c.in)), c.in) == c.out);
  }
}

TEST_CASE("dates are found within the span only", "[date]") {
  const std::string_view text = "2021年1月30日";
  CHECK(!find_date(text, {0, 12}).has_value());
  CHECK(!find_date(text, {1, 16}).has_value());
  CHECK(!find_year(text, {0, 4}).has_value());
  CHECK(find_year(text, {0, 7})->span == Span{0, 4});
}

TEST_CASE("dates compare as the calendar does", "[date]") {
  CHECK(Date{2021, 1, 30} < Date{2021, 2, 1});
  CHECK(Date{2020, 12, 31} < Date{2021, 1, 1});
  CHECK(to_string(Date{2021, 1, 3}) == "2021-01-03");
}
