#include "slots.h"

#include <algorithm>

#include "sort.h"
#include "text.h"

namespace gouji {
namespace {

/// The most frequent value; the smallest of those that tie.
std::uint32_t mode(std::vector<std::uint32_t> values) {
  sort(values);
  std::uint32_t best = values.front();
  std::size_t best_count = 0;
  for (std::size_t i = 0; i < values.size();) {
    std::size_t next = i;
    while (next < values.size() && values[next] == values[i]) ++next;
    if (next - i > best_count) {
      best_count = next - i;
      best = values[i];
    }
    i = next;
  }
  return best;
}

}  // namespace

SlotReader::SlotReader(const Text& text, const Grid& grid, std::vector<MatchedRun> rows,
                       const std::vector<MatchedRun>& neighbours)
    : source_(text), text_(text.folded()), grid_(grid), rows_(std::move(rows)), neighbours_(neighbours) {}

void SlotReader::learn() {
  if (learned_) return;
  learned_ = true;
  learn_base();
  learn_step();
  learn_anchor();
  learn_display_columns();
}

std::vector<std::uint32_t> SlotReader::figures_of(const Run& run) const {
  std::vector<std::uint32_t> figures;
  figures.reserve(run.figures);
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (grid_.pieces[i].kind == Piece::Kind::figure) figures.push_back(i);
  }
  return figures;
}

/// Whether an empty piece of a run is a cell of its row, rather than what a page left at the end or start of a line.
bool SlotReader::is_cell(const MatchedRun& row, std::uint32_t piece, bool tabbed) const {
  const Run& run = *row.run;
  const auto& pieces = grid_.pieces;
  if (tabbed) {
    // A browser that copies a cell with a paragraph in it breaks the line at the tab: the tab there opens or closes the
    // cell on the other line and is no empty cell.
    bool figure_follows = false;
    for (std::uint32_t i = piece + 1; i < run.last; ++i) figure_follows |= pieces[i].kind == Piece::Kind::figure;
    if (!figure_follows) return true;
    const bool row_goes_on = pieces[piece + 1].line != pieces[piece].line;
    const bool row_came_on = piece > 0 && pieces[piece].cell == 0 && pieces[piece - 1].line != pieces[piece].line &&
                             (piece > run.first || !row.headed);
    return !row_goes_on && !row_came_on;
  }
  // Empty cells that follow the label on its line fill that line up, where the figures begin on another.
  const std::uint32_t figure = first_figure(run);
  const bool behind_label = run.first > 0 && piece < figure && pieces[piece].line == pieces[run.first - 1].line;
  return !(behind_label && figure < run.last && pieces[figure].line != pieces[piece].line);
}

/// Empty units before the first figure, between figures, and behind the last one. Where tabs separate cells, empty lines
/// mean nothing.
std::vector<std::uint32_t> SlotReader::units_of(const MatchedRun& row) const {
  const Run& run = *row.run;
  std::vector<std::uint32_t> units(1, 0);
  bool tabbed = run.first > 0 && run.first < grid_.pieces.size() && grid_.pieces[run.first - 1].tabbed && !row.headed;
  for (std::uint32_t i = run.first; i < run.last; ++i) tabbed = tabbed || grid_.pieces[i].tabbed;
  const auto lines = [&](std::uint32_t i) { return tabbed ? 0U : grid_.pieces[i].empty_lines; };
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (grid_.pieces[i].kind == Piece::Kind::figure) {
      units.back() += lines(i);
      units.push_back(0);
    } else if (is_cell(row, i, tabbed)) {
      units.back() += 1 + lines(i);
    }
  }
  if (run.last < grid_.pieces.size()) {
    units.back() += lines(run.last);
  } else if (!tabbed) {
    units.back() += grid_.empty_lines_at_end;
  }
  return units;
}

std::uint32_t SlotReader::first_figure(const Run& run) const {
  std::uint32_t piece = run.first;
  while (piece < run.last && grid_.pieces[piece].kind != Piece::Kind::figure) ++piece;
  return piece;
}

std::uint32_t SlotReader::last_figure(const Run& run) const {
  for (std::uint32_t piece = run.last; piece-- > run.first;) {
    if (grid_.pieces[piece].kind == Piece::Kind::figure) return piece;
  }
  return run.last;
}

void SlotReader::learn_base() {
  std::vector<std::uint32_t> inner;
  std::vector<std::uint32_t> lead;
  std::vector<std::uint32_t> between;
  std::vector<std::uint32_t> inner_of_incomplete;
  const auto gather = [&](const std::vector<MatchedRun>& rows, bool want_inner, bool want_lead) {
    for (const MatchedRun& row : rows) {
      const auto units = units_of(row);
      const std::size_t figures = units.size() - 1;
      for (std::size_t i = 1; i < figures; ++i) {
        if (figures != row.cells) {
          inner_of_incomplete.push_back(units[i]);
        } else if (want_inner) {
          inner.push_back(units[i]);
        }
      }
      if (figures != row.cells || row.headed) continue;
      if (want_lead) lead.push_back(units[0]);
      if (row.run->last < grid_.pieces.size() && !grid_.pieces[row.run->last].after_break)
        between.push_back(units_to_next_line(*row.run));
    }
  };
  gather(rows_, true, true);
  if (inner.empty() || lead.empty()) gather(neighbours_, inner.empty(), lead.empty());
  if (!inner.empty()) {
    base_ = mode(inner);
  } else if (!lead.empty()) {
    // What stands between a label and its only figure stands between two figures, too.
    base_ = mode(lead);
  } else if (!inner_of_incomplete.empty()) {
    base_ = *std::min_element(inner_of_incomplete.begin(), inner_of_incomplete.end());
  }
  lead_base_ = lead.empty() ? base_ : mode(lead);
  if (between.empty()) gather(neighbours_, false, false);
  row_base_known_ = !between.empty();
  row_base_ = between.empty() ? base_ : mode(between);
}

/// Units between a run and the text behind it, without what fills up the line of its last figure.
std::uint32_t SlotReader::units_to_next_line(const Run& run) const {
  if (run.first > 0 && grid_.pieces[run.first - 1].tabbed) return 0;
  std::uint32_t units = grid_.pieces[run.last].empty_lines;
  for (std::uint32_t i = run.last; i-- > run.first && grid_.pieces[i].kind == Piece::Kind::blank;) {
    const bool same_line = i > 0 && grid_.pieces[i].line == grid_.pieces[last_figure(run)].line;
    units += (same_line ? 0 : 1) + grid_.pieces[i].empty_lines;
  }
  return units;
}

void SlotReader::learn_step() {
  if (base_ == 0) return;
  std::size_t ones = 0;
  std::size_t wides = 0;
  for (const std::vector<MatchedRun>* rows : {static_cast<const std::vector<MatchedRun>*>(&rows_), &neighbours_}) {
    for (const MatchedRun& row : *rows) {
      // The last row of a table has empty lines behind it that may be anything.
      if (row.run->figures >= row.cells || is_last(row)) continue;
      ones += by_units(row, 1, true) ? 1 : 0;
      wides += by_units(row, base_ + 1, true) ? 1 : 0;
    }
  }
  step_ = ones > wides ? 1 : wides > ones ? base_ + 1 : 0;
}

bool SlotReader::is_last(const MatchedRun& row) const {
  return row.run->last >= grid_.pieces.size() || grid_.pieces[row.run->last].after_break;
}

/// Figures and empty cells of the line that the run's figures stand on, behind its label.
SlotReader::Slots SlotReader::line_slots(const Run& run) const {
  Slots slots;
  if (first_figure(run) == run.last) return slots;
  const Piece& first = grid_.pieces[first_figure(run)];
  if (!first.delimited || grid_.pieces[last_figure(run)].line != first.line) return slots;
  slots.reserve(run.last - run.first);
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (grid_.pieces[i].line == first.line) slots.push_back(i);
  }
  return slots;
}

void SlotReader::learn_anchor() {
  // Complete rows tell it; where there is none, the last figure of a row is its total as a rule.
  for (const bool complete : {true, false}) {
    std::size_t at_label = 0;
    std::size_t at_end = 0;
    for (const MatchedRun& row : rows_) {
      const Slots slots = line_slots(*row.run);
      if (slots.size() <= row.cells || (row.run->figures == row.cells) != complete) continue;
      std::size_t last = 0;
      for (std::size_t i = 0; i < slots.size(); ++i) {
        if (grid_.pieces[slots[i]].kind == Piece::Kind::figure) last = i;
      }
      at_label += last + 1 == row.cells ? 1 : 0;
      at_end += last + 1 == slots.size() ? 1 : 0;
    }
    if (at_label > 0 && at_end * 10 <= at_label) anchor_ = Anchor::label;
    if (at_end > 0 && at_label * 10 <= at_end) anchor_ = Anchor::line_end;
    if (anchor_ != Anchor::unknown) return;
  }
}

/// Whether the row's cells are the first on its line behind its label, or behind nothing: as learned, or because another row
/// of the table begins at the same cell of its line and has no cell too many.
bool SlotReader::starts_at_label(const MatchedRun& row) const {
  if (anchor_ != Anchor::unknown || row.headed) return anchor_ == Anchor::label || row.headed;
  const std::uint16_t first = grid_.pieces[line_slots(*row.run).front()].cell;
  return std::any_of(rows_.begin(), rows_.end(), [&](const MatchedRun& other) {
    const Slots slots = line_slots(*other.run);
    return !slots.empty() && slots.size() == other.cells && grid_.pieces[slots.front()].cell == first;
  });
}

void SlotReader::learn_display_columns() {
  std::map<const Part*, std::vector<const MatchedRun*>> parts;
  for (const MatchedRun& row : rows_) parts[row.part].push_back(&row);
  for (const auto& [part, rows] : parts) {
    std::vector<std::vector<Span>> figures;
    std::uint32_t first = 0xffffffff;
    for (const MatchedRun* row : rows) {
      if (row->run->figures > row->cells || row->cells != part->columns.size()) continue;
      std::vector<Span>& spans = figures.emplace_back();
      for (const std::uint32_t figure : figures_of(*row->run)) {
        if (grid_.pieces[figure].delimited) return;
        spans.push_back(grid_.pieces[figure].span);
      }
      if (!row->run->label.empty()) first = std::min(first, row->run->label.begin);
    }
    if (first == 0xffffffff) continue;
    std::vector<std::string_view> labels;
    for (const Column& column : part->columns) labels.push_back(column.label.text);
    display_columns_.emplace(part,
                             DisplayColumns(source_, figures, find_heads(text_, first, labels), part->columns.size()));
  }
}

std::optional<SlotReader::Slots> SlotReader::by_line_cells(const MatchedRun& row) const {
  const Slots slots = line_slots(*row.run);
  if (slots.size() < row.cells || slots.empty()) return std::nullopt;
  const std::size_t surplus = slots.size() - row.cells;
  if (surplus > 0 && anchor_ == Anchor::unknown) return std::nullopt;
  const auto from = static_cast<std::ptrdiff_t>(anchor_ == Anchor::line_end ? surplus : 0);
  const Slots chosen(slots.begin() + from, slots.begin() + from + static_cast<std::ptrdiff_t>(row.cells));
  const auto figures = std::count_if(
      chosen.begin(), chosen.end(), [&](std::uint32_t slot) { return grid_.pieces[slot].kind == Piece::Kind::figure; });
  return static_cast<std::uint32_t>(figures) == row.run->figures ? std::optional(chosen) : std::nullopt;
}

/// Reads the row from its label on: each gap between figures holds as many empty cells as its units beyond the usual say.
/// Fillers may follow the last cell; `exactly` asks that none do.
std::optional<SlotReader::Slots> SlotReader::by_units(const MatchedRun& row, std::uint32_t step, bool exactly) const {
  if (step == 0) return std::nullopt;
  const auto units = units_of(row);
  const auto figures = figures_of(*row.run);
  const auto extra = [&](std::size_t gap, std::uint32_t base) -> std::optional<std::uint32_t> {
    if (units[gap] < base || (units[gap] - base) % step != 0) return std::nullopt;
    return (units[gap] - base) / step;
  };
  Slots slots;
  // Empty cells under the heads may as well be what sets the row off from them.
  if (row.headed && !row_base_known_ && units[0] > row_base_ && !figures.empty()) return std::nullopt;
  if (figures.empty()) {
    const std::uint32_t base = row.headed ? row_base_ : base_;
    const std::uint32_t blanks = units[0] >= base ? (units[0] - base) / step : 0;
    if (blanks < row.cells || (exactly && blanks != row.cells)) return std::nullopt;
    slots.assign(row.cells, empty_slot);
    return slots;
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto blanks = extra(i, i > 0 ? base_ : row.headed ? row_base_ : lead_base_);
    if (!blanks) return std::nullopt;
    slots.insert(slots.end(), *blanks, empty_slot);
    slots.push_back(figures[i]);
  }
  if (slots.size() > row.cells) return std::nullopt;
  const std::uint32_t wanted = row.cells - static_cast<std::uint32_t>(slots.size());
  const bool ends = is_last(row);
  const std::uint32_t behind = ends ? units.back() / step : units.back() >= base_ ? (units.back() - base_) / step : 0;
  // Behind the last row of a table empty lines set it off from what follows.
  if (exactly && !ends ? behind != wanted : behind < wanted) return std::nullopt;
  slots.insert(slots.end(), wanted, empty_slot);
  return slots;
}

std::optional<SlotReader::Slots> SlotReader::by_display(const MatchedRun& row) const {
  const auto columns = display_columns_.find(row.part);
  if (columns == display_columns_.end() || !columns->second.known() || row.cells != row.part->columns.size()) {
    return std::nullopt;
  }
  Slots slots(row.cells, empty_slot);
  for (const std::uint32_t figure : figures_of(*row.run)) {
    const auto column = columns->second.column_of(source_, grid_.pieces[figure].span);
    if (!column || slots[*column] != empty_slot) return std::nullopt;
    slots[*column] = figure;
  }
  return slots;
}

/// More figures than cells: the one line that holds just as many, where the rest (a page number, say) stands elsewhere.
std::optional<SlotReader::Slots> SlotReader::by_lines(const MatchedRun& row) const {
  std::map<std::uint32_t, Slots> lines;
  for (const std::uint32_t figure : figures_of(*row.run)) lines[grid_.pieces[figure].line].push_back(figure);
  std::optional<Slots> found;
  for (const auto& [line, slots] : lines) {
    if (slots.size() != row.cells || row.cells < 2) continue;
    if (found) return std::nullopt;
    found = slots;
  }
  return found;
}

/// Figures that the page ran together: 000 behind its label for three cells, or "19 100 400" in one cell.
std::vector<Cell> SlotReader::by_splitting(const MatchedRun& row) const {
  const auto figures = figures_of(*row.run);
  std::vector<Cell> cells;
  const auto add = [&](Span span) {
    const auto figure = read_figure(text_, span);
    if (!figure) return;
    Cell cell;
    cell.state = Cell::State::number;
    cell.value = figure->value;
    cell.span = span;
    cells.push_back(cell);
  };
  if (figures.size() == 1 && row.cells > 1) {
    const Piece& piece = grid_.pieces[figures[0]];
    const Span span = piece.span;
    // 007 is no number of its own; where a label runs into its figures, all rows of the table must show as many.
    bool fused = row.run->fused_digits == row.cells;
    if (fused && piece.attached) {
      fused = std::all_of(rows_.begin(), rows_.end(), [&](const MatchedRun& other) {
        return other.run->figures == 0 || other.cells == 1 || other.run->fused_digits == other.cells;
      });
    }
    if (fused) {
      for (std::uint32_t at = span.begin; at < span.end; ++at) add({at, at + 1});
      return cells;
    }
  }
  for (const std::uint32_t i : figures) {
    const Span span = grid_.pieces[i].figure().span;
    std::uint32_t from = span.begin;
    for (std::uint32_t at = span.begin; at <= span.end; ++at) {
      if (at < span.end && text_[at] != ' ') continue;
      if (at > from) add({from, at});
      from = at + 1;
    }
  }
  return cells.size() == row.cells ? cells : std::vector<Cell>{};
}

Cell SlotReader::cell_of(std::uint32_t piece) const {
  const Figure figure = grid_.pieces[piece].figure();
  Cell cell;
  switch (figure.kind) {
    case Figure::Kind::number:
      cell.state = Cell::State::number;
      break;
    case Figure::Kind::zero_mark:
      cell.state = Cell::State::zero_mark;
      break;
    case Figure::Kind::illegible:
      cell.state = Cell::State::unreadable;
      break;
  }
  cell.unit = figure.unit;
  cell.annotated = figure.annotated;
  cell.value = figure.value;
  cell.span = figure.span;
  return cell;
}

std::vector<Cell> SlotReader::cells_of(const Run& run, const Slots& slots) const {
  std::vector<Cell> cells;
  cells.reserve(slots.size());
  std::uint32_t before = run.label.end;  // end of what stands before the cell
  std::uint32_t next_piece = run.first;
  std::uint32_t blanks = 0;
  for (const std::uint32_t slot : slots) {
    if (slot != empty_slot && grid_.pieces[slot].kind == Piece::Kind::figure) {
      cells.push_back(cell_of(slot));
      before = grid_.pieces[slot].span.end;
      next_piece = slot + 1;
      blanks = 0;
      continue;
    }
    Cell cell;
    cell.state = Cell::State::blank;
    if (slot != empty_slot) {
      cell.span = grid_.pieces[slot].span;
      next_piece = slot + 1;
    } else if (next_piece < run.last && grid_.pieces[next_piece].kind == Piece::Kind::blank) {
      cell.span = grid_.pieces[next_piece++].span;
    } else {
      // An empty line: so many lines below the figure before.
      std::size_t at = before;
      const std::uint32_t lines = base_ + 1 + (step_ == 0 ? 1 : step_) * blanks;
      const std::uint32_t limit =
          run.last < grid_.pieces.size() ? grid_.pieces[run.last].span.begin : static_cast<std::uint32_t>(text_.size());
      for (std::uint32_t line = 0; line < lines; ++line) {
        const std::size_t end = text_.find('\n', at);
        if (end == std::string_view::npos || end >= limit) break;
        at = end + 1;
      }
      cell.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)};
    }
    ++blanks;
    cells.push_back(cell);
  }
  return cells;
}

SlotReader::Reading SlotReader::read(const MatchedRun& row) {
  const auto figures = figures_of(*row.run);
  const auto as_cells = [&](const Slots& slots) { return Reading{RowState::read, cells_of(*row.run, slots)}; };
  if (figures.size() == row.cells) {
    // An empty cell between the figures of a complete row: a filler if all gaps have it, else the row has too many cells.
    const Slots slots = line_slots(*row.run);
    if (slots.size() > row.cells && row.cells > 1) {
      const auto units = units_of(row);
      if (std::any_of(units.begin() + 1, units.end() - 1, [&](std::uint32_t unit) { return unit != units[1]; })) {
        return {RowState::two_readings, {}};
      }
    }
    return as_cells(figures);
  }
  if (figures.size() > row.cells) {
    if (const auto slots = by_lines(row)) return as_cells(*slots);
    return {RowState::too_many, cells_of(*row.run, figures)};
  }
  learn();
  if (const auto slots = by_line_cells(row)) return as_cells(*slots);
  if (const auto slots = by_display(row)) return as_cells(*slots);
  if (!figures.empty()) {
    if (auto cells = by_splitting(row); !cells.empty()) return {RowState::read, std::move(cells)};
  }
  // More empty cells on the line than the row has, and nothing tells which of them are fillers.
  if (line_slots(*row.run).size() > row.cells && !starts_at_label(row)) return {RowState::two_readings, {}};
  auto slots = by_units(row, step_ == 0 ? 1 : step_, false);
  if (step_ == 0) {
    // Both ways of counting are possible: they must agree, or only one of them fit.
    const auto wide = by_units(row, base_ + 1, false);
    if (slots && wide && *slots != *wide) return {RowState::two_readings, {}};
    if (!slots) slots = wide;
  }
  return slots ? as_cells(*slots) : Reading{RowState::too_few, {}};
}

}  // namespace gouji
