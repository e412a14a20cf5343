#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void add(Span span, std::string_view text, const Bilingual& why, std::vector<Finding>& findings) {
  Finding finding;
  finding.severity = Severity::error;
  finding.span = span;
  const std::string written(text.substr(span.begin, span.size()));
  finding.message = say("“{0}”{1}。", "“{0}” {1}.", {written, why});
  finding.advice = say("请改为正确的日期。", "Put the right date.");
  findings.push_back(std::move(finding));
}

/// Whether the line holds 月, or a sign between two digits: no date is written without.
bool may_hold_date(std::string_view line) {
  bool behind_digit = false;
  bool behind_sign = false;
  for (std::size_t at = 0; at < line.size();) {
    if ((line[at] & 0x80) != 0) {
      if (next_code_point(line, at) == U'月') return true;
      behind_digit = behind_sign = false;
      continue;
    }
    const char c = line[at++];
    if (c == ' ') continue;
    if (behind_sign && is_digit(c)) return true;
    behind_sign = behind_digit && (c == '-' || c == '.' || c == '/');
    behind_digit = is_digit(c);
  }
  return false;
}

/// Where dates may stand: such lines and those around them, on which a wrapped date may begin or end.
std::vector<Span> places_of_dates(std::string_view text, const std::vector<Line>& lines) {
  constexpr std::size_t around = 2;
  std::vector<Span> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!may_hold_date(text.substr(lines[i].span.begin, lines[i].span.size()))) continue;
    const std::uint32_t begin = lines[i - std::min(i, around)].span.begin;
    const std::uint32_t end = lines[std::min(i + around, lines.size() - 1)].span.end;
    if (!places.empty() && begin <= places.back().end) {
      places.back().end = std::max(places.back().end, end);
    } else {
      places.push_back({begin, end});
    }
  }
  return places;
}

/// Days and months that the calendar does not have.
void check_days(const Document& document, Span place, std::vector<Finding>& findings) {
  const std::string_view text = document.text.folded();
  for (std::uint32_t from = place.begin; const auto found = find_date(text, {from, place.end}, false);) {
    from = found->span.end;
    if (exists(found->date) || found->date.month == 0 || found->date.day == 0) continue;
    const bool written_out = text.substr(found->span.begin, found->span.size()).find("月") != std::string_view::npos;
    // 2021.13.45 may be the number of a clause or a version.
    if (!written_out && (found->date.year < 1990 || found->date.year > 2099 || found->date.month > 12)) continue;
    add(found->span, text, {"：日历上没有这一天", "is no day of the calendar"}, findings);
  }
}

/// 2023年13月: a month that no year has; 202020年, 2203年1月: digits doubled or exchanged.
void check_numbers(const Document& document, std::vector<Finding>& findings) {
  const std::string_view text = document.prose.text();
  for (std::size_t at = text.find("年"); at != std::string_view::npos; at = text.find("年", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    const std::size_t digits = at - begin;
    if (digits == 0 || (begin > 0 && (text[begin - 1] == '.' || text[begin - 1] == '-'))) continue;
    const std::size_t behind = at + std::string_view("年").size();
    std::size_t end = behind;
    int month = 0;
    while (end < text.size() && is_digit(text[end]) && end - behind < 3) month = month * 10 + (text[end++] - '0');
    const bool has_month = end > behind && text.substr(end).starts_with("月");
    const auto span = [&](std::size_t to) {
      return document.prose.in_folded({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(to)});
    };
    if (digits > 4 && digits < 9 && text.substr(begin, 2) == "20") {
      add(span(behind), document.text.folded(), {"：年份多了数字", "has too many digits for a year"}, findings);
    } else if (digits == 4 && has_month && text[begin] == '2' && text.substr(begin, 4) > "2100") {
      add(span(behind), document.text.folded(), {"：没有到这一年", "is a year yet to come"}, findings);
    } else if (digits == 4 && has_month && (month == 0 || month > 12)) {
      const std::size_t close = end + std::string_view("月").size();
      // With a day it was found as a date.
      if (close >= text.size() || !is_digit(text[close]))
        add(span(close), document.text.folded(), {"：没有这个月份", "is no month of a year"}, findings);
    }
  }
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Span place : places_of_dates(document.text.folded(), document.layout.lines))
    check_days(document, place, findings);
  check_numbers(document, findings);
}

}  // namespace

extern const Rule impossible_date_rule;
const Rule impossible_date_rule = {
    "impossible-date",
    Severity::error,
    "日期不存在",
    "A date that does not exist",
    "《出版物上数字用法》GB/T 15835—2011",
    check,
};

}  // namespace gouji
