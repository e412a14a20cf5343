#include "layout.h"

#include <algorithm>
#include <optional>

#include "headings.h"
#include "label.h"
#include "number.h"
#include "title.h"
#include "words.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// |---|:--:| of Markdown, or a line of strokes; strokes with space between stand for zeros.
bool is_rule(std::string_view line) {
  if ((line[0] & 0x80) != 0 || line.find_first_not_of("-=_|:+ ") != std::string_view::npos) return false;
  const bool framed = line.find_first_of("|+") != std::string_view::npos;
  return line.find(framed ? "--" : "----") != std::string_view::npos || line.find("====") != std::string_view::npos ||
         line.find("____") != std::string_view::npos;
}

/// Numbers of pages that stand between the lines of a table.
bool is_page_mark(std::string_view line) {
  static const FirstLetters beginnings({}, "Pp第-—–·~0123456789");
  if (line.size() > 60 || !beginnings.may_begin(line)) return false;
  std::size_t digits = 0;
  for (const char c : line) digits += is_digit(c) ? 1 : 0;
  if (digits == 0) return false;
  if (line.starts_with("Page ") || line.starts_with("page ") || line.starts_with("P. ") || line.starts_with("P."))
    return true;
  if (line.starts_with("第") && (line.ends_with("页") || line.find("页") != std::string_view::npos)) return true;
  const auto strip = [](std::string_view& rest, std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  };
  for (const std::string_view dash : {"-", "—", "–", "·", "~"}) {
    std::string_view rest = line;
    if (!strip(rest, dash)) continue;
    while (strip(rest, " ")) {
    }
    std::size_t count = 0;
    while (!rest.empty() && is_digit(rest[0])) {
      rest.remove_prefix(1);
      ++count;
    }
    while (strip(rest, " ")) {
    }
    if (count > 0 && rest == dash) return true;
  }
  // 4/12, but not 0/0, which stands for zero.
  const std::size_t slash = line.find('/');
  return slash != std::string_view::npos && slash > 0 && slash + 1 < line.size() && line.size() <= 9 &&
         line.find_first_not_of("0123456789/") == std::string_view::npos && line.rfind('/') == slash &&
         line.find_first_of("123456789") != std::string_view::npos;
}

bool has_furniture_words(std::string_view line) {
  std::string_view known;
  for (std::size_t at = find_word(line, words::furniture); at != std::string_view::npos;
       at = find_word(line, words::furniture, at + 1)) {
    std::string_view word = leading_word(line.substr(at), words::furniture);
    for (; !word.empty(); word = leading_word(word.substr(0, word.size() - 1), words::furniture)) {
      if (word == known) continue;
      // Pages space such words out and bracket them; a word inside a longer phrase says nothing.
      const std::string_view lead = line.substr(0, at);
      if (lead.find_first_not_of(" |[(>-") == std::string_view::npos || lead.ends_with("【")) return true;
      if (!known.empty()) return true;
      known = word;
    }
  }
  return false;
}

bool is_furniture(std::string_view line) {
  if (line.size() > 600 || line.find("。") != std::string_view::npos) return false;
  if (has_furniture_words(line)) return true;
  // 索 引 号: words spaced out.
  if (line.find(' ') == std::string_view::npos) return false;
  std::string tight;
  std::copy_if(line.begin(), line.end(), std::back_inserter(tight), [](char c) { return c != ' '; });
  return has_furniture_words(tight);
}

/// Whether the comma at `at` stands between the digits of one number: 870,413.
bool groups_digits(std::string_view line, std::size_t at) {
  const std::string_view behind = line.substr(at + 1, 3);
  return at > 0 && is_digit(line[at - 1]) && behind.size() == 3 && std::all_of(behind.begin(), behind.end(), is_digit);
}

/// Whether `text` begins with a measure word and a comma.
bool counts_and_goes_on(std::string_view text) {
  const std::string_view measure = leading_word(text, words::measures);
  if (measure.empty()) return false;
  const std::string_view behind = text.substr(measure.size());
  return behind.starts_with("、") || behind.starts_with(',') || behind.starts_with(';');
}

/// Whether a number, what it counts and a comma follow each other, as in 2 件、1 件: cells hold no list. The line may be
/// wrapped behind the number.
bool counts_in_a_list(std::string_view line, std::string_view next_line) {
  for (std::size_t at = 1; at < line.size(); ++at) {
    if (!is_digit(line[at - 1]) || is_digit(line[at])) continue;
    if (counts_and_goes_on(line.substr(line[at] == ' ' ? at + 1 : at))) return true;
  }
  return !line.empty() && is_digit(line.back()) && counts_and_goes_on(next_line);
}

/// Whether the line holds a comma, stop or colon between letters that are neighbours in no official label.
bool is_sentence(std::string_view line, std::string_view next_line) {
  const Vocabulary& vocabulary = Vocabulary::official();
  char32_t before = 0;
  bool stopped = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
    if (c == U'。') return true;
    if (c == U',' && groups_digits(line, at - 1)) continue;
    if (c == U',' || c == U';' || c == U'!' || c == U'?' || c == U':') {
      stopped = before != 0;
    } else if (c >= 0x80 ? char_class(c) == CharClass::letter : (c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
      if (stopped && !vocabulary.has_pair(before, c)) return true;
      before = c;
      stopped = false;
      ++letters;
    } else if (is_digit(static_cast<char>(c < 0x80 ? c : 0))) {
      if (stopped && before != 0 && letters > 8) return true;
    }
  }
  if (counts_in_a_list(line, next_line)) return true;
  if (!stopped || letters < 8) return false;
  // Wrapped after a comma: inside a label the next line goes on with the label.
  std::size_t at = 0;
  while (at < next_line.size()) {
    const char32_t c = next_code_point(next_line, at);
    if (char_class(c) == CharClass::letter) return !vocabulary.has_pair(before, c);
  }
  return true;
}

/// Where a page has run everything into one line: offsets inside it at which a heading or a sentence starts or ends.
std::vector<std::uint32_t> cuts_in(std::string_view text, Span line) {
  std::vector<std::uint32_t> cuts;
  const std::string_view all = text.substr(line.begin, line.size());
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all.substr(at).starts_with("。")) {
      at += std::string_view("。").size() - 1;
      cuts.push_back(static_cast<std::uint32_t>(line.begin + at + 1));
      continue;
    }
    if (at > 0 && all[at - 1] != ' ' && !all.substr(0, at).ends_with("。")) continue;
    const std::size_t longest = title_in_front(all.substr(at, 160));
    if (longest == 0) continue;
    cuts.push_back(static_cast<std::uint32_t>(line.begin + at));
    cuts.push_back(static_cast<std::uint32_t>(line.begin + at + longest));
    at += longest - 1;
  }
  return cuts;
}

/// Figures that stand alone, as a quick measure of whether a line holds a whole table.
std::size_t lone_figures(std::string_view line) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!is_digit(line[i])) continue;
    const bool alone_before = i == 0 || line[i - 1] == ' ' || line[i - 1] == '|' || line[i - 1] == '\t';
    while (i + 1 < line.size() && is_digit(line[i + 1])) ++i;
    if (alone_before && (i + 1 == line.size() || line[i + 1] == ' ' || line[i + 1] == '|' || line[i + 1] == '\t'))
      ++count;
  }
  return count;
}

/// Where the heading ends that a sentence follows on the same line, as 六、其他需要报告的事项 无。; 0 where none does.
std::uint32_t heading_end(std::string_view text, Span line) {
  const std::string_view words = text.substr(line.begin, line.size());
  if (has_separator(words)) return 0;
  std::size_t at = title_in_front(words.substr(0, 160));
  if (at == 0) return 0;
  const std::string_view rest = words.substr(at);
  if (!rest.starts_with(" ") && !rest.starts_with("。") && !rest.starts_with(":")) return 0;
  at += rest.starts_with("。") ? std::string_view("。").size() : 1;
  return ink_of(words.substr(std::min(at, words.size()))).empty() ? 0 : line.begin + static_cast<std::uint32_t>(at);
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const Span whole = without_spaces(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (whole.size() > 400 && lone_figures(text.substr(whole.begin, whole.size())) >= 10) {
      std::uint32_t from = whole.begin;
      bool first = true;
      auto cuts = cuts_in(text, whole);
      cuts.push_back(whole.end);
      for (const std::uint32_t cut : cuts) {
        const Span piece = without_spaces(text, {from, cut});
        if (!piece.empty()) lines.push_back({piece, LineKind::tabular, first});
        first = first && piece.empty();
        from = cut;
      }
    } else if (const std::uint32_t cut = heading_end(text, whole); cut != 0) {
      lines.push_back({without_spaces(text, {whole.begin, cut}), LineKind::tabular, true});
      lines.push_back({without_spaces(text, {cut, whole.end}), LineKind::tabular, false});
    } else {
      lines.push_back({whole, whole.empty() ? LineKind::empty : LineKind::tabular, true});
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace

std::vector<Span> comma_cells(std::string_view text, Span line) {
  const std::string_view all = text.substr(line.begin, line.size());
  if (has_separator(all) || all.find("。") != std::string_view::npos) return {};
  for (const char separator : {',', ';'}) {
    if (std::count(all.begin(), all.end(), separator) < 2) continue;
    std::vector<Span> cells;
    bool quoted = false;
    bool all_quoted = true;  // but for empty ones
    std::uint32_t from = line.begin;
    for (std::uint32_t at = line.begin; at <= line.end; ++at) {
      if (at < line.end && text[at] == '"') quoted = !quoted;
      if (at < line.end && (quoted || text[at] != separator)) continue;
      Span cell = without_spaces(text, {from, at});
      if (cell.size() >= 2 && text[cell.begin] == '"' && text[cell.end - 1] == '"') {
        cell = without_spaces(text, {cell.begin + 1, cell.end - 1});
      } else if (!cell.empty()) {
        all_quoted = false;
      }
      cells.push_back(cell);
      from = at + 1;
    }
    // No sentence is made of quotes alone: "信息内容","上一年项目数量(指2018年事项数)".
    if (all_quoted && !quoted) return cells;
    // A row of a table: every cell is a figure, empty, or made of the labels' letters.
    std::size_t figures = 0;
    std::size_t strange = 0;
    bool after_figure = false;
    bool label_first = true;
    bool row = !quoted;
    for (const Span cell : cells) {
      if (cell.empty()) continue;
      const std::string_view words = text.substr(cell.begin, cell.size());
      if (read_figure(text, cell)) {
        ++figures;
        after_figure = true;
      } else if (words.find("  ") != std::string_view::npos || (words.size() > 3 && is_digit(words.back()))) {
        // Figures behind a label, with spaces between: the commas are the label's own.
        row = false;
        break;
      } else if (!Vocabulary::official().covers(label_ink(words))) {
        ++strange;
        label_first = label_first && !after_figure;
      }
    }
    // The label of a row may carry a remark of its own, or a typing error; a column of remarks may follow.
    const bool labelled = strange == 1 && label_first && (figures > 0 || text[line.begin] == '"');
    row = row && (strange == 0 || labelled || (strange <= 2 && figures >= 3));
    // 1,234,567 alone is one number.
    if (row && figures == cells.size() && read_figure(text, line)) row = false;
    if (row) return cells;
  }
  return {};
}

Layout read_layout(const Text& source) {
  const std::string_view text = source.folded();
  Layout layout;
  layout.lines = split_lines(text);
  std::vector<HeadingLine> headings;
  std::size_t last_line = layout.lines.size();  // that is not empty
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    Line& line = layout.lines[i];
    if (line.kind == LineKind::empty) continue;
    const std::string_view words = text.substr(line.span.begin, line.span.size());
    if (is_rule(words)) {
      line.kind = LineKind::rule;
    } else if (is_page_mark(words)) {
      line.kind = LineKind::page_mark;
    } else if (is_furniture(words)) {
      line.kind = LineKind::furniture;
    } else if (auto heading = read_heading(words)) {
      heading->line = i;
      heading->follows_heading = !headings.empty() && headings.back().line == last_line;
      headings.push_back(*heading);
    } else if (!has_separator(words)) {
      std::size_t next = i + 1;
      while (next < layout.lines.size() && layout.lines[next].kind == LineKind::empty) ++next;
      const std::string_view next_words =
          next < layout.lines.size() ? text.substr(layout.lines[next].span.begin, layout.lines[next].span.size()) : "";
      if (is_sentence(words, next_words) && comma_cells(text, line.span).empty()) line.kind = LineKind::prose;
    } else if (words.find("。") != std::string_view::npos) {
      line.kind = LineKind::prose;
    }
    last_line = i;
  }
  choose_headings(headings);
  std::size_t first_heading = layout.lines.size();
  for (const HeadingLine& heading : headings) {
    Line& line = layout.lines[heading.line];
    if (heading.of_contents) {
      layout.contents = {layout.contents.empty() ? line.span.begin : layout.contents.begin, line.span.end};
      continue;
    }
    (heading.chosen ? layout.sections : layout.passed_over).push_back({heading.section, heading.ordinal, line.span});
    if (!heading.chosen) continue;
    line.kind = LineKind::heading;
    first_heading = std::min(first_heading, heading.line);
  }
  layout.title = find_title(text, layout.lines, first_heading);
  return layout;
}

}  // namespace gouji
