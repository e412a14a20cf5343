// Dates as reports write them.

#include "date.h"

#include <catch2/catch.hpp>

using gouji::Date;
using gouji::exists;
using gouji::find_date;
using gouji::find_range;
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
      {"wrapped before the year's 年", "2021\n年1月30日", "2021-01-30 [2021\n年1月30日]"},
      {"wrapped before 月", "2021年12\n月31日", "2021-12-31 [2021年12\n月31日]"},
      {"wrapped before 日", "2021年12月31\n日", "2021-12-31 [2021年12月31\n日]"},
      {"two paragraphs", "2021年12月\n\n31日", "none"},
      {"a year alone", "2021年", "none"},
      {"no day", "2021年1月", "none"},
      {"mixed separators", "2021-01/30", "none"},
      {"behind digits", "12021-01-30", "none"},
      {"no year", "1月30日", "none"},
      {"a phone number", "0371-12345678", "none"},
      {"nothing", "", "none"},
      {"a year left blank", "0000年1月30日", "none"},
      {"in numerals", "二〇二一年一月三十日", "2021-01-30 [二〇二一年一月三十日]"},
      {"in numerals, tens", "二○二二年十二月三十一日", "2022-12-31 [二○二二年十二月三十一日]"},
      {"in numerals with a zero", "二零二二年十月十日", "2022-10-10 [二零二二年十月十日]"},
      {"half in numerals", "二〇二一年1月30日", "2021-01-30 [二〇二一年1月30日]"},
      {"five numerals", "二〇二一一年一月三十日", "none"},
      {"a day as spoken", "2021年1月30号", "2021-01-30 [2021年1月30号]"},
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
      {"in numerals", "至十二月三十一日止", "0000-12-31 [十二月三十一日]"},
      {"a span of months", "3个月30日", "none"},
      {"a year left blank", "0000年12月31日", "0000-12-31 [12月31日]"},
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
      {"in numerals", "青禾县人民政府二〇二一年政府信息公开工作年度报告", "2021-00-00 [二〇二一]"},
      {"a span of years", "二十一年来", "none"},
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

TEST_CASE("stretches of time", "[date]") {
  const char* whole = "2021-01-01 2021-12-31";
  struct {
    const char* in;
    std::string out;
  } const cases[] = {
      {"2021年1月1日至2021年12月31日", whole},
      {"2021年1月1日至12月31日止", whole},
      {"自2021年1月1日起,至2021年12月31日止", whole},
      {"自2021年1月1日起至12月31日止", whole},
      {"自2021年1月1日起,2021年12月31日止", whole},
      {"从2021年1月1日到12月31日", whole},
      {"2021年1月1日-12月31日", whole},
      {"2021年1月1日—12月31日", whole},
      {"2021年1月1日——2021年12月31日", whole},
      {"2021年1月1日~12月31日", whole},
      {"2021年1月1日零时至12月31日", whole},
      {"2021-01-01至2021-12-31", whole},
      {"2021.1.1-2021.12.31", whole},
      {"2021.1.1—12.31", whole},
      {"2021/1/1-2021/12/31", whole},
      {"二〇二一年一月一日至十二月三十一日", whole},
      {"2021年1月1日\n至2021年12月\n31日", whole},
      {"1月1日至12月31日", "0000-01-01 0000-12-31"},
      {"1月1日至2021年12月31日", "0000-01-01 2021-12-31"},
      {"2021年1月至12月", "2021-01-00 2021-12-00"},
      {"2021年1月至2021年12月", "2021-01-00 2021-12-00"},
      {"2021年1-12月", "2021-01-00 2021-12-00"},
      {"2021年1—12月", "2021-01-00 2021-12-00"},
      {"2020年5月6日,2021年1月1日至12月31日", whole},
      {"2021年1月1日至。", "2021-01-01 open"},
      {"2021年1月1日至2021年12\n月31日", whole},
      {"2021年1月1日至2021年底", "none"},
      {"2021年1月1日", "none"},
      {"2021年1月1日,2021年12月31日", "none"},
      {"2021-2022年", "none"},
      {"0371-12345678", "none"},
      {"", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.in);
    const auto range = find_range(c.in, all(c.in));
    const std::string to = range && range->to ? to_string(range->to->date) : "open";
    CHECK((range ? to_string(range->from.date) + " " + to : "none") == c.out);
  }
}

TEST_CASE("days that the calendar has", "[date]") {
  struct {
    Date date;
    bool there;
  } const cases[] = {
      {{2021, 1, 31}, true},  {{2021, 2, 28}, true},   {{2021, 2, 29}, false},  {{2024, 2, 29}, true},
      {{2100, 2, 29}, false}, {{2000, 2, 29}, true},   {{2021, 2, 30}, false},  {{2021, 4, 31}, false},
      {{2021, 6, 31}, false}, {{2021, 9, 31}, false},  {{2021, 11, 31}, false}, {{2021, 12, 31}, true},
      {{2021, 13, 1}, false}, {{2021, 12, 32}, false}, {{0, 2, 29}, true},      {{0, 2, 30}, false},
      {{2021, 1, 0}, true},   {{2021, 0, 0}, true},
  };
  for (const auto& c : cases) {
    INFO(to_string(c.date));
    CHECK(exists(c.date) == c.there);
  }
}
