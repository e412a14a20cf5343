#include "layout.h"

#include <algorithm>
#include <array>
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
bool is_rule(std::string_view line, Signs signs) {
  if ((signs & sign::stroke) == 0 || (signs & (sign::letter | sign::digit)) != 0) return false;
  if (line.find_first_not_of("-=_|:+ ") != std::string_view::npos) return false;
  const bool framed = line.find_first_of("|+") != std::string_view::npos;
  return line.find(framed ? "--" : "----") != std::string_view::npos || line.find("====") != std::string_view::npos ||
         line.find("____") != std::string_view::npos;
}

/// Numbers of pages that stand between the lines of a table.
bool is_page_mark(std::string_view line, Signs signs) {
  if ((signs & sign::digit) == 0 || line.size() > 60) return false;
  if (is_digit(line[0])) {
    // 4/12, but not 0/0, which stands for zero.
    const std::size_t slash = (signs & sign::slash) == 0 ? std::string_view::npos : line.find('/');
    return slash < line.size() - 1 && line.size() <= 9 &&
           line.find_first_not_of("0123456789/") == std::string_view::npos && line.rfind('/') == slash &&
           line.find_first_of("123456789") != std::string_view::npos;
  }
  static const FirstLetters beginnings({}, "Pp第-—–·~");
  if (!beginnings.may_begin(line)) return false;
  if (line.starts_with("Page ") || line.starts_with("page ") || line.starts_with("P.")) return true;
  if (line.starts_with("第") && line.find("页") != std::string_view::npos) return true;
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
  return false;
}

/// The two letters that each word of a page's furniture begins with: hardly any other words begin so.
class FurnitureBeginnings {
 public:
  static bool may_begin(char32_t first, char32_t second) {
    static const FurnitureBeginnings beginnings;
    const std::size_t place = place_of(first, second);
    return (beginnings.bits_[place / 64] >> place % 64 & 1U) != 0;
  }

 private:
  FurnitureBeginnings() {
    for (const std::string_view word : words::furniture) {
      std::size_t at = 0;
      const char32_t first = next_code_point(word, at);
      const std::size_t place = place_of(first, next_code_point(word, at));
      bits_[place / 64] |= std::uint64_t{1} << place % 64;
    }
  }
  static std::size_t place_of(char32_t first, char32_t second) { return (first * 37 + second) % 1024; }
  std::array<std::uint64_t, 16> bits_{};
};

bool has_furniture_words(std::string_view line) {
  std::string_view known;
  std::size_t begin = 0;
  char32_t first = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t next = at;
    const char32_t second = next_code_point(line, at);
    std::string_view word;
    if (FurnitureBeginnings::may_begin(first, second)) word = leading_word(line.substr(begin), words::furniture);
    for (; !word.empty(); word = leading_word(word.substr(0, word.size() - 1), words::furniture)) {
      if (word == known) continue;
      // Pages space such words out and bracket them; a word inside a longer phrase says nothing.
      const std::string_view lead = line.substr(0, begin);
      if (lead.find_first_not_of(" |[(>-") == std::string_view::npos || lead.ends_with("【")) return true;
      if (!known.empty()) return true;
      known = word;
    }
    begin = next;
    first = second;
  }
  return false;
}

bool is_furniture(std::string_view line, Signs signs) {
  constexpr std::size_t longest = 600;
  if (line.size() > longest || (signs & sign::letter) == 0 || (signs & sign::stop) != 0) return false;
  if (has_furniture_words(line)) return true;
  // 索 引 号: words spaced out.
  if ((signs & sign::gap) == 0) return false;
  char tight[longest];
  const char* const end = std::remove_copy(line.begin(), line.end(), tight, ' ');
  return has_furniture_words({tight, static_cast<std::size_t>(end - tight)});
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
bool counts_in_a_list(std::string_view line, Signs signs, std::string_view next_line) {
  if ((signs & sign::digit) == 0) return false;
  const bool may_hold = (signs & (sign::pause | sign::comma | sign::semicolon)) != 0;
  for (std::size_t at = 1; may_hold && at < line.size(); ++at) {
    if (!is_digit(line[at - 1]) || is_digit(line[at])) continue;
    if (counts_and_goes_on(line.substr(line[at] == ' ' ? at + 1 : at))) return true;
  }
  return is_digit(line.back()) && counts_and_goes_on(next_line);
}

/// Whether the line holds a comma, stop or colon between letters that are neighbours in no official label.
bool is_sentence(std::string_view line, Signs signs, std::string_view next_line) {
  if ((signs & sign::stop) != 0) return true;
  if ((signs & (sign::comma | sign::semicolon | sign::colon | sign::mark)) == 0)
    return counts_in_a_list(line, signs, next_line);
  const Vocabulary& vocabulary = Vocabulary::official();
  char32_t before = 0;
  bool stopped = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_code_point(line, at);
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
  if (counts_in_a_list(line, signs, next_line)) return true;
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

/// What the one pass over a line finds.
struct LineRead {
  Signs signs = 0;
  std::size_t figures = 0;  ///< that stand alone: a quick measure of whether the line holds a whole table
  std::size_t end = 0;
};

/// Goes over the line that begins at `begin`, up to the line break.
LineRead read_line(std::string_view text, std::size_t begin) {
  static constexpr std::array<Signs, 128> ascii = [] {
    std::array<Signs, 128> signs{};
    signs.fill(sign::other);
    const auto set = [&](std::string_view letters, Signs is) {
      for (const char c : letters) signs[static_cast<unsigned char>(c)] = is;
    };
    set("\t", sign::tab);
    set("|", sign::pipe);
    set(",", sign::comma);
    set(";", sign::semicolon);
    set(":", sign::colon);
    set("!?", sign::mark);
    set("-=_", sign::stroke);
    set("/", sign::slash);
    for (char c = 'a'; c <= 'z'; ++c)
      signs[static_cast<unsigned char>(c)] = signs[static_cast<unsigned char>(c - 32)] = sign::letter;
    return signs;
  }();
  LineRead line;
  const auto at_edge = [&](std::size_t at) {
    return at == text.size() || text[at] == '\n' || text[at] == '|' || text[at] == '\t';
  };
  std::size_t at = begin;
  while (at < text.size() && text[at] != '\n') {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xe4 && byte < 0xf0) {
      // Most of what reports hold.
      line.signs |= sign::letter;
      do at += 3;
      while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0xe4 &&
             static_cast<unsigned char>(text[at]) < 0xf0);
    } else if (byte >= 0x80) {
      const std::string_view rest = text.substr(at, 3);
      line.signs |= rest == "。" ? sign::stop : rest == "、" ? sign::pause : sign::letter;
      at += byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    } else if (byte == ' ') {
      const bool between = at > begin && !at_edge(at - 1);
      while (at < text.size() && text[at] == ' ') ++at;
      line.signs |= between && !at_edge(at) ? sign::space | sign::gap : sign::space;
    } else if (is_digit(text[at])) {
      const bool alone = at == begin || text[at - 1] == ' ' || at_edge(at - 1);
      while (at < text.size() && is_digit(text[at])) ++at;
      line.signs |= sign::digit;
      if (alone && (at_edge(at) || text[at] == ' ')) ++line.figures;
    } else {
      line.signs |= ascii[byte];
      ++at;
    }
  }
  line.end = at;
  return line;
}

/// Where the heading ends that a sentence follows on the same line, as 六、其他需要报告的事项 无。; 0 where none does.
std::uint32_t heading_end(std::string_view text, Span line, Signs signs) {
  if ((signs & sign::separator) != 0 || (signs & (sign::space | sign::stop | sign::colon)) == 0) return 0;
  const std::string_view words = text.substr(line.begin, line.size());
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
    const LineRead read = read_line(text, begin);
    const Span whole = without_spaces(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(read.end)});
    const auto add_piece = [&](std::uint32_t from, std::uint32_t to, bool starts_line) {
      const Span piece = without_spaces(text, {from, to});
      if (!piece.empty())
        lines.push_back({piece, LineKind::tabular, starts_line, read_line(text.substr(0, to), from).signs});
      return !piece.empty();
    };
    if (whole.size() > 400 && read.figures >= 10) {
      std::uint32_t from = whole.begin;
      bool first = true;
      auto cuts = cuts_in(text, whole);
      cuts.push_back(whole.end);
      for (const std::uint32_t cut : cuts) {
        if (add_piece(from, cut, first)) first = false;
        from = cut;
      }
    } else if (const std::uint32_t cut = heading_end(text, whole, read.signs); cut != 0) {
      add_piece(whole.begin, cut, true);
      add_piece(cut, whole.end, false);
    } else {
      lines.push_back({whole, whole.empty() ? LineKind::empty : LineKind::tabular, true, read.signs});
    }
    begin = read.end + 1;
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
    if (is_rule(words, line.signs)) {
      line.kind = LineKind::rule;
    } else if (is_page_mark(words, line.signs)) {
      line.kind = LineKind::page_mark;
    } else if (is_furniture(words, line.signs)) {
      line.kind = LineKind::furniture;
    } else if (auto heading =
                   line.has(sign::letter) && !line.has(sign::separator) ? read_heading(words) : std::nullopt) {
      heading->line = i;
      heading->follows_heading = !headings.empty() && headings.back().line == last_line;
      headings.push_back(*heading);
    } else if (!line.has(sign::separator)) {
      std::size_t next = i + 1;
      while (next < layout.lines.size() && layout.lines[next].kind == LineKind::empty) ++next;
      const std::string_view next_words =
          next < layout.lines.size() ? text.substr(layout.lines[next].span.begin, layout.lines[next].span.size()) : "";
      if (is_sentence(words, line.signs, next_words) &&
          (line.has(sign::stop) || !line.has(sign::comma | sign::semicolon) || comma_cells(text, line.span).empty()))
        line.kind = LineKind::prose;
    } else if (line.has(sign::stop)) {
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
