#include "title.h"

#include <algorithm>
#include <string>

#include "date.h"
#include "text.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view official_name = "年度报告";

/// `strict`: the official name of the report, 年度报告; else also 工作报告 and 总结 of a year.
bool is_title(std::string_view line, bool strict) {
  if (line.size() > 240) return false;
  std::string without_space;
  std::string_view tight = line;
  if (line.find_first_of(" \n") != std::string_view::npos) {
    std::copy_if(line.begin(), line.end(), std::back_inserter(without_space),
                 [](char c) { return c != ' ' && c != '\n'; });
    tight = without_space;
  }
  if (tight.find("公开") == std::string_view::npos || has_word(tight, words::no_titles)) return false;
  if (has_word(tight, words::report_names)) return true;
  if (strict || !find_year(tight, {0, static_cast<std::uint32_t>(tight.size())})) return false;
  return tight.ends_with("报告") || tight.ends_with("总结") || tight.ends_with("情况");
}

/// The line above a title that begins with the year, if it names the body: 青禾县水务局 / 2021年…年度报告. Else `title`.
std::size_t body_above(std::string_view text, const std::vector<Line>& lines, std::size_t title) {
  const Span span = lines[title].span;
  const auto year = find_year(text, span);
  if (!year || year->span.begin != span.begin) return title;
  const std::string_view words = text.substr(span.begin, span.size());
  const std::size_t behind = words.find("年") + std::string_view("年").size();
  std::string_view subject = words.substr(std::min(words.find_first_not_of(' ', behind), words.size()));
  if (subject.starts_with("度")) subject.remove_prefix(std::string_view("度").size());
  while (subject.starts_with(' ')) subject.remove_prefix(1);
  if (leading_word(subject, words::report_subjects).empty()) return title;
  std::size_t above = title;
  while (above > 0 && lines[--above].kind == LineKind::empty) {
  }
  if (above == title || lines[above].kind != LineKind::tabular || lines[above].span.size() > 120) return title;
  const std::string_view body = text.substr(lines[above].span.begin, lines[above].span.size());
  const bool named = !trailing_word(body, words::body_ends).empty();
  return named && body.find_first_of("0123456789|\t>:") == std::string_view::npos ? above : title;
}

/// The line of the title itself, rather than of its repetition in the page's index or the name of the page's column,
/// which says no year or calls it 年报. The number of lines where there is none.
std::size_t line_of_title(std::string_view text, const std::vector<Line>& lines, std::size_t end, bool strict) {
  std::size_t chosen = lines.size();
  bool year_found = false;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view line = text.substr(lines[i].span.begin, lines[i].span.size());
    const bool indexed = lines[i].kind == LineKind::furniture;
    if ((lines[i].kind != LineKind::tabular && !indexed) || !is_title(line, strict)) continue;
    if (indexed) {
      if (chosen == lines.size() && has_word(line, words::title_labels)) chosen = i;
      continue;
    }
    const bool with_year = find_year(text, lines[i].span).has_value();
    const bool named = without_breaks(line).find(official_name) != std::string::npos;
    if (with_year && named) return i;
    const bool better = with_year && !year_found;
    if (better || chosen == lines.size() || lines[chosen].kind == LineKind::furniture) chosen = i;
    year_found = year_found || with_year;
  }
  return chosen;
}

/// The words behind 标题: in a line of the page's index.
Span title_in_index(std::string_view text, Span line) {
  const std::string_view words = text.substr(line.begin, line.size());
  std::size_t label = std::string_view::npos;
  for (const std::string_view word : words::title_labels) label = std::min(label, words.find(word));
  const std::size_t colon = words.find(':', label == std::string_view::npos ? 0 : label);
  Span title = line;
  if (colon != std::string_view::npos) title.begin += static_cast<std::uint32_t>(colon + 1);
  const std::size_t pipe = text.substr(title.begin, title.size()).find('|');
  if (pipe != std::string_view::npos) title.end = title.begin + static_cast<std::uint32_t>(pipe);
  return without_spaces(text, title);
}

/// A title broken over two lines: 2024年…工作 / 年度报告.
Span title_of_two_lines(std::string_view text, std::vector<Line>& lines, std::size_t end) {
  for (std::size_t i = 0; i + 1 < end; ++i) {
    if (lines[i].kind != LineKind::tabular || lines[i + 1].kind != LineKind::tabular) continue;
    const Span both{lines[i].span.begin, lines[i + 1].span.end};
    if (!is_title(text.substr(both.begin, both.size()), true)) continue;
    lines[i].kind = lines[i + 1].kind = LineKind::title;
    return both;
  }
  return {};
}

}  // namespace

Span find_title(std::string_view text, std::vector<Line>& lines, std::size_t first_heading) {
  const std::size_t end = std::min(first_heading, lines.size());
  std::size_t chosen = line_of_title(text, lines, end, true);
  if (chosen == lines.size()) {
    if (const Span title = title_of_two_lines(text, lines, end); !title.empty()) return title;
    chosen = line_of_title(text, lines, end, false);
    if (chosen == lines.size()) return {};
  }
  if (lines[chosen].kind == LineKind::furniture) return title_in_index(text, lines[chosen].span);
  lines[chosen].kind = LineKind::title;
  Span title = lines[chosen].span;
  if (const std::size_t above = body_above(text, lines, chosen); above < chosen) {
    lines[above].kind = LineKind::title;
    title.begin = lines[above].span.begin;
  }
  return title;
}

}  // namespace gouji
