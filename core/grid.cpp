#include "grid.h"

#include <algorithm>

#include "label.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Span trimmed(std::string_view text, Span span) {
  const auto is_space = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\t'; };
  while (span.begin < span.end && is_space(span.begin)) ++span.begin;
  while (span.end > span.begin && is_space(span.end - 1)) --span.end;
  return span;
}

bool holds_only_pipes(const Line& line) {
  return !line.has(static_cast<Signs>(~(sign::pipe | sign::space | sign::gap)));
}

/// Whether a page prints the frame of its tables: then every line of several cells starts with a pipe, and the first one
/// is no empty cell. Where some lines start otherwise, a leading pipe is an empty cell (a merged label continued).
bool pipes_frame_lines(std::string_view text, const Layout& layout) {
  const auto rows = [&](bool framed) {
    return std::count_if(layout.lines.begin(), layout.lines.end(), [&](const Line& line) {
      if (line.kind != LineKind::tabular || !line.has(sign::pipe) || holds_only_pipes(line)) return false;
      const std::string_view words = text.substr(line.span.begin, line.span.size());
      // A caption followed by fillers says nothing of the frame.
      return words.starts_with('|') == framed && std::count(words.begin(), words.end(), '|') >= 3;
    });
  };
  const auto framed = rows(true);
  return framed > 0 && rows(false) * 10 <= framed;
}

class GridReader {
 public:
  GridReader(std::string_view text, const Layout& layout)
      : text_(text), layout_(layout), framed_(pipes_frame_lines(text, layout)) {
    // Most lines are one piece, some are several.
    grid_.pieces.reserve(layout.lines.size() + layout.lines.size() / 4);
  }

  Grid read() {
    for (std::uint32_t i = 0; i < layout_.lines.size(); ++i) {
      const Line& line = layout_.lines[i];
      switch (line.kind) {
        case LineKind::empty:
          // What is empty behind a heading or a sentence belongs to no table.
          if (!after_break_ && empty_lines_ < UINT16_MAX) ++empty_lines_;
          break;
        case LineKind::rule:
        case LineKind::page_mark:
          break;
        case LineKind::tabular:
          read_line(i, line);
          break;
        default:
          after_break_ = true;
      }
    }
    grid_.empty_lines_at_end = empty_lines_;
    mark_illegible();
    return std::move(grid_);
  }

 private:
  /// A short word between two figures, no part of any label, stands where a figure should: "O" for 0, a question mark.
  void mark_illegible() {
    auto& pieces = grid_.pieces;
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
      Piece& piece = pieces[i];
      const bool between = piece.kind == Piece::Kind::text && !piece.after_break && !pieces[i + 1].after_break &&
                           pieces[i - 1].kind == Piece::Kind::figure && pieces[i + 1].kind == Piece::Kind::figure;
      if (!between || piece.span.size() > (piece.delimited ? 12U : 3U) || text_[piece.span.begin] == '(') continue;
      const auto same_cell = [&](const Piece& other) {
        return piece.delimited && other.line == piece.line && other.cell == piece.cell;
      };
      if (same_cell(pieces[i - 1]) || same_cell(pieces[i + 1])) continue;
      const std::string_view words = text_.substr(piece.span.begin, piece.span.size());
      const Ink ink = label_ink(words);
      const bool known =
          std::any_of(ink.begin(), ink.end(), [](char32_t c) { return Vocabulary::official().has_letter(c); });
      if (known || numbering_of(words).bytes > 0) continue;
      Figure figure;
      figure.kind = Figure::Kind::illegible;
      figure.span = piece.span;
      piece.set_figure(figure);
    }
  }

  void add(Piece piece) {
    piece.line = line_;
    piece.tabbed = tabbed_;
    piece.after_break = after_break_;
    piece.empty_lines = empty_lines_;
    after_break_ = false;
    empty_lines_ = 0;
    grid_.pieces.push_back(piece);
  }

  void read_line(std::uint32_t index, const Line& line) {
    line_ = index;
    const bool pipes = line.has(sign::pipe);
    tabbed_ = !pipes && line.has(sign::tab);
    gap_ = line.has(pipes ? sign::gap | sign::tab : sign::gap);  // a tab that divides no cells stands between words
    if (pipes || tabbed_) {
      read_separated(line, pipes ? '|' : '\t');
      return;
    }
    if (line.has(sign::comma | sign::semicolon) && !line.has(sign::stop)) {
      if (const auto cells = comma_cells(text_, line.span); !cells.empty()) {
        std::uint16_t cell = 0;
        for (const Span span : cells) read_cell(span, cell++);
        return;
      }
    }
    read_spaced(line.span, 0, false);
  }

  void read_separated(const Line& line, char separator) {
    std::uint32_t from = line.span.begin;
    std::uint32_t to = line.span.end;
    if (separator == '|') {
      if (holds_only_pipes(line) && to - from > 1) {
        read_empty_row(line.span);
        return;
      }
      // A pipe at the end closes the last cell; a line of one pipe is one empty cell.
      if (text_[to - 1] == '|' && (to - from > 1)) --to;
      if (framed_ && text_[from] == '|' && to - from > 1) ++from;
      if (to - from == 1 && text_[from] == '|') --to;
    }
    std::uint16_t cell = 0;
    for (std::uint32_t at = from; at <= to; ++at) {
      if (at < to && text_[at] != separator) continue;
      read_cell(trimmed(text_, {from, at}), cell);
      if (cell < UINT16_MAX) ++cell;
      from = at + 1;
    }
  }

  /// A line of pipes alone. "| | |" are empty cells; pipes that touch fill up a short row, as the end of "| ||".
  void read_empty_row(Span line) {
    std::uint16_t cells = 0;
    for (std::uint32_t at = line.begin; at < line.end;) {
      std::uint32_t next = at;
      while (next < line.end && text_[next] == '|') ++next;
      if (next - at == 1) ++cells;
      at = std::max(next, at + 1);
    }
    if (framed_ && cells > 1) --cells;
    std::uint32_t at = line.begin;
    for (std::uint16_t cell = 0; cell < cells; ++cell) {
      read_cell({at, at}, cell);
      at = std::min(line.end, at + 2);
    }
  }

  void read_cell(Span span, std::uint16_t cell) {
    if (span.empty()) {
      Piece piece;
      piece.kind = Piece::Kind::blank;
      piece.delimited = true;
      piece.cell = cell;
      piece.span = span;
      add(piece);
    } else {
      read_spaced(span, cell, true);
    }
  }

  /// A cell, or a line without separators: one figure, or text and figures with spaces between.
  void read_spaced(Span span, std::uint16_t cell, bool delimited) {
    const auto make = [&](Span where) {
      Piece piece;
      piece.delimited = delimited;
      piece.cell = cell;
      piece.span = where;
      return piece;
    };
    const auto add_figure = [&](const Figure& figure, Span where, bool attached = false) {
      Piece piece = make(where);
      piece.set_figure(figure);
      piece.attached = attached;
      add(piece);
    };
    if (const auto figure = read_figure(text_, span)) {
      add_figure(*figure, span);
      return;
    }
    std::uint32_t text_from = span.begin;
    std::uint32_t at = span.begin;
    const auto flush_text = [&](std::uint32_t end) {
      const Span words = trimmed(text_, {text_from, end});
      if (words.empty()) return;
      const std::uint32_t digits = attached_figure(words);
      if (digits > words.begin) add(make({words.begin, digits}));
      if (digits < words.end) add_figure(*read_figure(text_, {digits, words.end}), {digits, words.end}, true);
    };
    while (gap_ && at < span.end) {
      std::uint32_t word_end = at;
      while (word_end < span.end && text_[word_end] != ' ') ++word_end;
      const auto figure = word_end > at ? figure_word(at, word_end, span) : std::nullopt;
      if (figure) {
        flush_text(at);
        add_figure(*figure, {at, word_end});
        text_from = word_end;
      }
      at = word_end;
      while (at < span.end && text_[at] == ' ') ++at;
    }
    flush_text(span.end);
  }

  /// Where the digits begin that a label runs into (规章000); the end of the words where there are none.
  [[nodiscard]] std::uint32_t attached_figure(Span words) const {
    std::uint32_t begin = words.end;
    while (begin > words.begin && (is_digit(text_[begin - 1]) || text_[begin - 1] == '.' || text_[begin - 1] == ','))
      --begin;
    while (begin < words.end && !is_digit(text_[begin])) ++begin;
    if (begin == words.end || begin == words.begin || !read_figure(text_, {begin, words.end})) return words.end;
    const Ink before = ink_of(text_.substr(words.begin, begin - words.begin));
    const bool joined = static_cast<unsigned char>(text_[begin - 1]) >= 0x80 || text_[begin - 1] == ')';
    const bool label =
        joined && !before.empty() && (text_[begin - 1] == ')' || Vocabulary::official().has_letter(before.back()));
    return label ? begin : words.end;
  }

  /// A word between spaces that is a figure of its own. A number that numbers what follows it is none, nor is one with the
  /// unit of a date; a remark in brackets goes with its figure.
  std::optional<Figure> figure_word(std::uint32_t begin, std::uint32_t& end, Span line) {
    auto figure = read_figure(text_, {begin, end});
    if (!figure) return std::nullopt;
    std::uint32_t next = end;
    while (next < line.end && text_[next] == ' ') ++next;
    const std::string_view rest = text_.substr(next, line.end - next);
    for (const std::string_view unit : {"年", "月", "日", "、", "."}) {
      if (rest.starts_with(unit)) return std::nullopt;
    }
    if (figure->kind == Figure::Kind::zero_mark) {
      // 无 or - inside a phrase is a word of it; among figures it is a zero.
      const bool among =
          !grid_.pieces.empty() && grid_.pieces.back().kind == Piece::Kind::figure &&
          grid_.pieces.back().line == line_ && figure->span.size() <= 6 &&
          text_.substr(grid_.pieces.back().span.end, begin - grid_.pieces.back().span.end).find_first_not_of(' ') ==
              std::string_view::npos;
      const bool closes = rest.empty() || among || read_first_word(rest);
      if (!closes) return std::nullopt;
      return figure;
    }
    if (rest.starts_with("(")) {
      const std::size_t close = rest.find(')');
      if (close != std::string_view::npos) {
        const auto remark_end = static_cast<std::uint32_t>(next + close + 1);
        if (auto with_remark = read_figure(text_, {begin, remark_end})) {
          end = remark_end;
          return with_remark;
        }
      }
    }
    return figure;
  }

  /// Whether the next word is a figure or begins with the numbering of the next label.
  [[nodiscard]] bool read_first_word(std::string_view rest) const {
    const std::string_view word = rest.substr(0, std::min(rest.find(' '), rest.size()));
    const auto begin = static_cast<std::uint32_t>(word.data() - text_.data());
    return read_figure(text_, {begin, begin + static_cast<std::uint32_t>(word.size())}).has_value() ||
           numbering_of(rest).bytes > 0 || Vocabulary::official().covers(label_ink(word.substr(0, word.find('('))));
  }

  std::string_view text_;
  const Layout& layout_;
  bool framed_;
  Grid grid_;
  std::uint32_t line_ = 0;
  std::uint16_t empty_lines_ = 0;
  bool after_break_ = false;
  bool tabbed_ = false;
  bool gap_ = false;  // a space stands between words of the line
};

}  // namespace

Grid read_grid(std::string_view text, const Layout& layout) { return GridReader(text, layout).read(); }

}  // namespace gouji
