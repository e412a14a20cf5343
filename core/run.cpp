#include "run.h"

#include <algorithm>
#include <utility>

#include "text.h"

namespace gouji {
namespace {

/// Whether a whole label of a row ends here. A short one (其他, 总计) must be all that its piece says.
bool ends_row_label(CodedInkView ink, std::string_view piece) {
  const RowLabels& labels = RowLabels::official();
  for (auto label = labels.longest_at_end(ink); label != RowLabels::none; label = labels.shorter(label)) {
    if (!labels.is_before_figures(label)) continue;
    if (labels[label].size() > 2 || coded_label_ink(piece.substr(0, piece.find('('))) == labels[label].ink) return true;
  }
  return false;
}

/// Letters at the end of a piece that are a remark in brackets on its label, as 规章（设区的市提供）.
std::size_t remark_letters(std::string_view piece) {
  if (!piece.ends_with(')')) return 0;
  const std::size_t open = piece.find('(', numbering_of(piece).bytes);
  const bool one = open != std::string_view::npos && open > 0 && piece.find(')', open) == piece.size() - 1;
  return one ? ink_of(piece.substr(open)).size() : 0;
}

/// Whether most letters are neighbours in labels.
bool is_made_of_labels(CodedInkView ink) {
  const Vocabulary& vocabulary = Vocabulary::official();
  std::size_t known = 0;
  for (std::size_t i = 1; i < ink.size(); ++i) known += vocabulary.are_neighbours(ink[i - 1], ink[i]) ? 1 : 0;
  return ink.size() < 2 || known * 10 >= (ink.size() - 1) * 6;
}

bool is_measure_word(std::string_view words) {
  for (const std::string_view word :
       {"件", "条", "项", "宗", "起", "个", "份", "篇", "次", "人", "期", "场", "家", "户"}) {
    if (words.starts_with(word)) return true;
  }
  return false;
}

/// Number of pieces of the line that begins at `first`, if it is a line between pipes that holds figures and empty cells alone;
/// else 0.
std::uint32_t cells_of_bare_line(const std::vector<Piece>& pieces, std::uint32_t first) {
  if (!pieces[first].delimited || pieces[first].tabbed) return 0;
  if (first > 0 && pieces[first - 1].line == pieces[first].line) return 0;
  std::uint32_t end = first;
  while (end < pieces.size() && pieces[end].line == pieces[first].line) {
    if (pieces[end].kind == Piece::Kind::text) return 0;
    ++end;
  }
  return end - first;
}

/// Behind the last piece of the run that begins at `first`. What stands between two texts is one run, as long as it may be
/// one row; where lines hold whole rows (labels and figures came apart, or a page number got in between), each line is. Looks no
/// further than any table is long.
std::uint32_t end_of_run(const std::vector<Piece>& pieces, std::uint32_t first) {
  if (const std::uint32_t cells = cells_of_bare_line(pieces, first); cells == 7 || cells == 15) return first + cells;
  constexpr std::uint32_t most = 1000;
  constexpr std::uint32_t most_in_row = 15;
  std::uint32_t end = first;
  std::uint32_t total = 0;
  std::uint32_t in_line = 0;
  std::uint32_t end_of_line = first;  // of the first line
  std::uint32_t lines = 0;
  std::uint32_t whole_rows = 0;  // lines that hold as many figures as a row of table three
  bool many = false;
  while (end < pieces.size() && end - first < most && pieces[end].kind != Piece::Kind::text &&
         (end == first || !pieces[end].after_break)) {
    const bool new_line = end == first || pieces[end].line != pieces[end - 1].line;
    const std::uint32_t bare = new_line && end > first ? cells_of_bare_line(pieces, end) : 0;
    if (bare == 7 || bare == 15) return end;
    if (new_line) {
      in_line = 0;
      ++lines;
    }
    if (pieces[end].kind == Piece::Kind::figure) {
      ++total;
      ++in_line;
    }
    ++end;
    if (lines == 1) end_of_line = end;
    const bool line_ends = end == pieces.size() || pieces[end].line != pieces[end - 1].line;
    if (line_ends && in_line == 7) ++whole_rows;
    many = many || in_line >= 2;
    if (lines > 1 && many && total > most_in_row) return end_of_line;
  }
  const bool one_row = total <= 7 || (total <= most_in_row && 7 * whole_rows + 2 < total);
  return lines > 1 && many && !one_row ? end_of_line : end;
}

}  // namespace

Runs::Runs(std::string_view text, const Layout& layout, const Grid& grid) {
  // Positions in the ink while it grows; views are made when it stands still.
  struct Place {
    std::size_t before_begin, before_end, after_end;
  };
  std::vector<Place> places;
  strange_.resize(layout.lines.size());
  std::size_t before_begin = 0;  // where the ink since the last run of figures begins
  const auto& pieces = grid.pieces;
  std::size_t section = 0;
  std::vector<std::size_t> waiting;  // runs whose `after` is not closed yet
  Span label;
  std::size_t remark = 0;  // letters of a remark behind the last label
  for (std::uint32_t i = 0; i < pieces.size();) {
    const Piece& piece = pieces[i];
    if (piece.after_break) {
      // Labels on the other side of a heading or a sentence are no labels of what follows.
      for (const std::size_t waits : waiting) places[waits].after_end = ink_.size();
      waiting.clear();
      before_begin = ink_.size();
      remark = 0;
    }
    if (piece.kind == Piece::Kind::text) {
      label = piece.span;
      const std::string_view words = text.substr(piece.span.begin, piece.span.size());
      const std::size_t begin = ink_.size();
      append_coded_ink(words, ink_);
      if (!is_made_of_labels(CodedInkView(ink_).substr(begin))) strange_[piece.line] = true;
      ++i;
      // A row's label with another text right behind it: the row is there, its cells are empty or lost.
      const bool text_next = i < pieces.size() && pieces[i].kind == Piece::Kind::text;
      const CodedInkView since = CodedInkView(ink_).substr(before_begin);
      bool labelled = false;
      remark = 0;
      for (const std::size_t cut : {std::size_t{0}, remark_letters(words)}) {
        if (cut > since.size() || !ends_row_label(since.substr(0, since.size() - cut), words)) continue;
        labelled = true;
        remark = cut;
        break;
      }
      if ((text_next && (labelled || pieces[i].empty_lines > 1)) || (i == pieces.size() && labelled)) {
        Run run;
        run.first = run.last = i;
        run.empties = run.empties_below = i < pieces.size() ? pieces[i].empty_lines : grid.empty_lines_at_end;
        run.label = label;
        runs_.push_back(run);
        places.push_back({before_begin, ink_.size() - remark, 0});
        waiting.push_back(runs_.size() - 1);
      }
      continue;
    }
    Run run;
    run.first = i;
    run.label = label;
    const std::uint32_t end = end_of_run(pieces, i);
    if (cells_of_bare_line(pieces, i) == end - i) run.line_cells = end - i;
    while (i < end) {
      if (pieces[i].kind == Piece::Kind::figure) {
        const Decimal value = pieces[i].figure().value;
        run.fingerprint =
            (run.fingerprint ^ static_cast<std::uint64_t>(value.digits * 8 + value.decimals)) * 0x100000001b3;
        ++run.figures;
      } else {
        run.fingerprint = (run.fingerprint ^ 0xffff) * 0x100000001b3;
        ++run.empties;
        if (run.first == 0 || pieces[i].line != pieces[run.first - 1].line) ++run.empties_below;
      }
      run.empties += pieces[i].empty_lines;
      run.empties_below += pieces[i].empty_lines;
      ++i;
    }
    run.last = i;
    if (i < pieces.size()) {
      run.empties += pieces[i].empty_lines;
      run.empties_below += pieces[i].empty_lines;
      run.measured = !pieces[i].delimited && pieces[i].kind == Piece::Kind::text &&
                     pieces[i].line == pieces[i - 1].line &&
                     is_measure_word(text.substr(pieces[i].span.begin, pieces[i].span.size()));
    } else {
      run.empties += grid.empty_lines_at_end;
      run.empties_below += grid.empty_lines_at_end;
    }
    // Empty cells at the head of a table belong to no label above the break.
    if (run.figures == 0 && pieces[run.first].after_break) continue;
    const Piece& last = pieces[i - 1];
    if (run.figures == 1 && run.last - run.first == 1 && last.figure().value.is_integer()) {
      const std::string_view digits = text.substr(last.span.begin, last.span.size());
      const bool only_digits = digits.find_first_not_of("0123456789") == std::string_view::npos;
      if (only_digits && digits.size() > 1 && (last.attached || digits.front() == '0' || digits.size() >= 15)) {
        run.fused_digits = static_cast<std::uint32_t>(digits.size());
      }
    }
    // Empty cells in front of a text on its line belong to that line.
    if (run.figures == 0 && i < pieces.size() && pieces[i].line == pieces[i - 1].line) run.empties_below = 0;
    const std::uint32_t at = pieces[run.first].span.begin;
    while (section < layout.sections.size() && layout.sections[section].span.begin <= at) ++section;
    if (section > 0) run.section = layout.sections[section - 1].section;
    if (run.figures > 0) {
      for (const std::size_t waits : waiting) places[waits].after_end = ink_.size();
      waiting.clear();
    }
    runs_.push_back(run);
    places.push_back({before_begin, std::max(before_begin, ink_.size() - remark), 0});
    waiting.push_back(runs_.size() - 1);
    if (run.figures > 0) before_begin = ink_.size();
  }
  for (const std::size_t waits : waiting) places[waits].after_end = ink_.size();
  const CodedInkView all = ink_;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    Run& run = runs_[i];
    run.before = all.substr(places[i].before_begin, places[i].before_end - places[i].before_begin);
    run.after = all.substr(places[i].before_end, places[i].after_end - places[i].before_end);
    run.row_label = RowLabels::official().longest_at_end(run.before);
    run.letters_before = LetterSet(run.before);
    if (i > 0 && run.before.empty()) run.follows = runs_[i - 1].before.empty() ? runs_[i - 1].follows : &runs_[i - 1];
  }
}

}  // namespace gouji
