#include "date.h"

#include <algorithm>
#include <array>

#include "chinese_digit.h"
#include "text.h"
#include "word_list.h"

namespace gouji {
namespace {

constexpr std::size_t han = 3;  // bytes of a Chinese character

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a number written in one piece goes on before `at`.
bool inside_number(std::string_view text, std::size_t begin, std::size_t at) {
  if (at > begin && is_digit(text[at - 1])) return true;
  if (at < begin + han) return false;
  std::size_t before = at - han;
  const char32_t letter = next_code_point(text, before);
  return before == at && (chinese_digit(letter) >= 0 || letter == U'十');
}

/// Goes over the places in `within` at which a number may begin, as a date does.
class NumberStarts {
 public:
  NumberStarts(std::string_view text, Span within) : text_(text.substr(0, within.end)), begin_(within.begin) {}

  /// The first such place from `at` on; the end of the text where there is none.
  [[nodiscard]] std::size_t find(std::size_t at) const {
    static const FirstLetters letters({}, "0123456789O〇○零一二三四五六七八九十");
    at = letters.find(text_, at);
    while (at < text_.size() && inside_number(text_, begin_, at)) at = letters.find(text_, at + 1);
    return at;
  }

 private:
  std::string_view text_;
  std::size_t begin_;
};

struct Cursor {
  std::string_view text;
  std::size_t at;
  std::size_t end;

  [[nodiscard]] std::string_view rest() const { return text.substr(at, end - at); }

  void skip_spaces() {
    while (at < end && text[at] == ' ') ++at;
  }
  /// Space, and the line break of a wrapped line.
  void skip_wrap() {
    skip_spaces();
    if (at < end && text[at] == '\n') ++at;
    skip_spaces();
  }
  /// Digits at the cursor, at most `most` of them; -1 and no move where there are none or more.
  int digits(std::size_t least, std::size_t most) {
    std::size_t next = at;
    int value = 0;
    while (next < end && is_digit(text[next]) && next - at <= most) value = value * 10 + (text[next++] - '0');
    if (next - at < least || next - at > most) return -1;
    at = next;
    return value;
  }
  /// The letter at the cursor, or at another place, and the place behind; 0 where none is whole.
  char32_t letter(std::size_t& next) const {
    if (next >= end) return 0;
    const char32_t c = next_code_point(text, next);
    return next <= end ? c : U'\0';
  }
  /// A year of four numerals: 二〇二一.
  int chinese_year() {
    int value = 0;
    std::size_t next = at;
    for (int i = 0; i < 4; ++i) {
      const char32_t c = letter(next);
      const int digit = c == U'O' ? 0 : chinese_digit(c);  // the folded O of ２Ｏ２１
      if (digit < 0) return -1;
      value = value * 10 + digit;
    }
    std::size_t behind = next;
    if (chinese_digit(letter(behind)) >= 0) return -1;
    at = next;
    return value;
  }
  /// 一 … 九十九.
  int chinese_number() {
    int tens = 0;
    int value = -1;
    for (std::size_t next = at; const char32_t c = letter(next); at = next) {
      const int digit = chinese_digit(c);
      if (c == U'十' && tens == 0) {
        tens = value < 0 ? 10 : value * 10;
        value = 0;
      } else if (digit > 0 && value <= 0) {
        value = digit;
      } else {
        break;
      }
    }
    return value < 0 ? -1 : tens + value;
  }
  /// A month or a day.
  int number() {
    const int value = digits(1, 2);
    return value >= 0 ? value : chinese_number();
  }
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at += word.size();
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(word); });
  }
};

/// What a date may leave out.
struct Omit {
  bool year = false;
  bool day = false;
};

/// 日, or what stands for it: 1月30号.
bool take_day_end(Cursor& cursor) {
  cursor.skip_wrap();
  return cursor.take("日") || cursor.take("号");
}

/// 1月30日 at the cursor, behind a year or without one.
bool month_and_day(Cursor& cursor, Omit omit, Date& date) {
  date.month = cursor.number();
  if (date.month < 0) return false;
  cursor.skip_wrap();
  if (!cursor.take("月")) {
    // 2021年1—12月
    return omit.day && date.year != 0 && (cursor.rest().starts_with("-") || cursor.rest().starts_with("—"));
  }
  const std::size_t behind_month = cursor.at;
  cursor.skip_wrap();
  date.day = cursor.number();
  if (date.day >= 0 && take_day_end(cursor)) return true;
  date.day = 0;
  cursor.at = behind_month;
  return omit.day;
}

/// A date at `at`, which must not follow another digit.
std::optional<DateInText> date_at(std::string_view text, std::size_t at, std::size_t end, Omit omit) {
  Cursor cursor{text, at, end};
  Date date;
  const auto found = [&] {
    return DateInText{date, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(cursor.at)}};
  };
  date.year = cursor.digits(4, 4);
  if (date.year < 0 && !is_digit(text[at])) date.year = cursor.chinese_year();
  if (date.year < 0) {
    date.year = 0;
    if (!omit.year || !month_and_day(cursor, omit, date)) return std::nullopt;
    return found();
  }
  // 0000年 is the blank of a template.
  if (date.year == 0) return std::nullopt;
  const std::size_t behind_year = cursor.at;
  cursor.skip_wrap();
  if (cursor.take("年")) {
    cursor.skip_wrap();
    if (!month_and_day(cursor, omit, date)) return std::nullopt;
    return found();
  }
  cursor.at = behind_year;
  cursor.skip_spaces();
  if (cursor.at >= end) return std::nullopt;
  const std::string_view separator = text.substr(cursor.at, 1);
  if (separator != "-" && separator != "." && separator != "/") return std::nullopt;
  ++cursor.at;
  cursor.skip_spaces();
  date.month = cursor.digits(1, 2);
  cursor.skip_spaces();
  if (date.month < 0 || !cursor.take(separator)) return std::nullopt;
  cursor.skip_spaces();
  date.day = cursor.digits(1, 2);
  if (date.day < 0) return std::nullopt;
  return found();
}

/// The end of a range, behind 至: a date, which may be short of its year; 12.31 where the first was 2021.1.1.
std::optional<DateInText> range_end(Cursor& cursor, char separator) {
  auto found = date_at(cursor.text, cursor.at, cursor.end, {true, true});
  if (!found && separator != '\0') {
    Cursor next = cursor;
    Date date;
    date.month = next.digits(1, 2);
    if (date.month < 0 || !next.take(std::string_view(&separator, 1))) return std::nullopt;
    date.day = next.digits(1, 2);
    if (date.day < 0) return std::nullopt;
    found = DateInText{date, {static_cast<std::uint32_t>(cursor.at), static_cast<std::uint32_t>(next.at)}};
  }
  if (found) cursor.at = found->span.end;
  return found;
}

/// A range whose first date is `from`.
std::optional<DateRange> range_from(std::string_view text, const DateInText& from, std::size_t end) {
  Cursor cursor{text, from.span.end, end};
  const std::string_view words = text.substr(from.span.begin, from.span.size());
  const bool plain = words.find("月") == std::string_view::npos && words.size() > 4;
  cursor.skip_wrap();
  (void)cursor.take_any({"零时", "零点", "0时", "0点", "00:00", "0:00"});
  cursor.skip_wrap();
  // 自2021年1月1日起，至…
  const bool begun = cursor.take("起始") || cursor.take("起") || cursor.take("开始");
  cursor.skip_wrap();
  const bool paused = cursor.take(",") || cursor.take("、");
  cursor.skip_wrap();
  const bool dashed = cursor.take_any({"-", "—", "–", "~", "─", "―", "－"});
  while (dashed && cursor.take_any({"-", "—", "–", "─", "―"})) {
  }
  const bool said = !dashed && cursor.take_any({"至", "到"});
  cursor.skip_wrap();
  if (!dashed && !said && !(begun && paused)) return std::nullopt;
  DateRange range;
  range.from = from;
  range.to = range_end(cursor, plain ? words[4] : '\0');
  if (!range.to) {
    const bool breaks_off =
        cursor.at >= end || cursor.take_any({"。", ",", ";", ")", "止"}) || cursor.rest().starts_with("\n");
    return said && breaks_off ? std::optional(range) : std::nullopt;
  }
  range.year_said = range.to->date.year != 0;
  if (!range.year_said) range.to->date.year = from.date.year;
  return range;
}

}  // namespace

std::string to_string(const Date& date) {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

bool exists(const Date& date) {
  static constexpr std::array<int, 13> days = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.month > 12 || date.day > days[static_cast<std::size_t>(date.month)]) return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.month != 2 || date.day != 29 || leap;
}

std::optional<DateInText> find_date(std::string_view text, Span within, bool year_needed) {
  const NumberStarts starts(text, within);
  for (std::size_t at = starts.find(within.begin); at < within.end; at = starts.find(at + 1)) {
    if (auto found = date_at(text, at, within.end, {!year_needed, false})) return found;
  }
  return std::nullopt;
}

Span year_of(std::string_view text, const DateInText& date) {
  Cursor cursor{text, date.span.begin, date.span.end};
  if (cursor.digits(4, 4) < 0) (void)cursor.chinese_year();
  return {date.span.begin, static_cast<std::uint32_t>(cursor.at)};
}

std::optional<DateInText> year_at(std::string_view text, Span within) {
  Cursor cursor{text, within.begin, within.end};
  int year = cursor.digits(4, 4);
  if (year < 0) year = cursor.chinese_year();
  if (year < 2000 || year > 2099) return std::nullopt;
  const Span digits{within.begin, static_cast<std::uint32_t>(cursor.at)};
  cursor.skip_wrap();
  return cursor.take("年") ? std::optional(DateInText{{year, 0, 0}, digits}) : std::nullopt;
}

std::optional<DateInText> find_year(std::string_view text, Span within) {
  const NumberStarts starts(text, within);
  for (std::size_t at = starts.find(within.begin); at < within.end; at = starts.find(at + 1)) {
    if (auto year = year_at(text, {static_cast<std::uint32_t>(at), within.end})) return year;
  }
  return std::nullopt;
}

std::optional<DateRange> find_range(std::string_view text, Span within) {
  const NumberStarts starts(text, within);
  for (std::size_t at = starts.find(within.begin); at < within.end; at = starts.find(at + 1)) {
    const auto from = date_at(text, at, within.end, {true, true});
    if (!from) continue;
    if (auto range = range_from(text, *from, within.end)) return range;
    at = from->span.end - 1;
  }
  return std::nullopt;
}

}  // namespace gouji
