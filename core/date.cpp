#include "date.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Cursor {
  std::string_view text;
  std::size_t at;
  std::size_t end;

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
  int number(std::size_t least, std::size_t most) {
    std::size_t next = at;
    int value = 0;
    while (next < end && is_digit(text[next]) && next - at <= most) value = value * 10 + (text[next++] - '0');
    if (next - at < least || next - at > most) return -1;
    at = next;
    return value;
  }
  bool take(std::string_view word) {
    if (!text.substr(at, end - at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
};

/// A date at `at`, which must not follow another digit.
std::optional<DateInText> date_at(std::string_view text, std::size_t at, std::size_t end, bool year_needed) {
  Cursor cursor{text, at, end};
  Date date;
  const int first = cursor.number(1, 4);
  if (first < 0) return std::nullopt;
  const std::size_t digits = cursor.at - at;
  cursor.skip_spaces();
  if (digits == 4) {
    date.year = first;
    const bool chinese = cursor.take("年");
    char separator = '\0';
    if (!chinese) {
      if (cursor.at >= end) return std::nullopt;
      separator = text[cursor.at];
      if (separator != '-' && separator != '.' && separator != '/') return std::nullopt;
      ++cursor.at;
    }
    chinese ? cursor.skip_wrap() : cursor.skip_spaces();
    date.month = cursor.number(1, 2);
    cursor.skip_spaces();
    if (date.month < 0 || !(chinese ? cursor.take("月") : cursor.take(std::string_view(&separator, 1))))
      return std::nullopt;
    chinese ? cursor.skip_wrap() : cursor.skip_spaces();
    date.day = cursor.number(1, 2);
    if (date.day < 0) return std::nullopt;
    if (chinese) {
      cursor.skip_spaces();
      if (!cursor.take("日")) return std::nullopt;
    }
  } else if (!year_needed && digits <= 2) {
    date.month = first;
    if (!cursor.take("月")) return std::nullopt;
    cursor.skip_wrap();
    date.day = cursor.number(1, 2);
    cursor.skip_spaces();
    if (date.day < 0 || !cursor.take("日")) return std::nullopt;
  } else {
    return std::nullopt;
  }
  return DateInText{date, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(cursor.at)}};
}

}  // namespace

std::string to_string(const Date& date) {
  const auto padded = [](int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

std::optional<DateInText> find_date(std::string_view text, Span within, bool year_needed) {
  for (std::size_t at = within.begin; at < within.end; ++at) {
    if (!is_digit(text[at]) || (at > within.begin && is_digit(text[at - 1]))) continue;
    if (auto found = date_at(text, at, within.end, year_needed)) return found;
  }
  return std::nullopt;
}

std::optional<DateInText> find_year(std::string_view text, Span within) {
  for (std::size_t at = within.begin; at < within.end; ++at) {
    if (!is_digit(text[at]) || (at > within.begin && is_digit(text[at - 1]))) continue;
    Cursor cursor{text, at, within.end};
    const int year = cursor.number(4, 4);
    if (year < 2000 || year > 2099) continue;
    const std::size_t digits_end = cursor.at;
    cursor.skip_spaces();
    if (cursor.take("年")) {
      return DateInText{{year, 0, 0}, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(digits_end)}};
    }
  }
  return std::nullopt;
}

}  // namespace gouji
