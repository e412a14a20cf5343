#include "match.h"

#include <algorithm>
#include <utility>

#include "align.h"
#include "label.h"
#include "run.h"
#include "sort.h"
#include "text.h"

namespace gouji {
namespace {

/// Which run each row of a form has, if any.
struct RowMatch {
  const Run* run = nullptr;
  std::uint32_t rows = 1;  ///< how many rows, from this one, share the run
  int label = 0;
  bool certain = false;
};

/// Rows that stand out of their printed order are read if nothing else can be meant: a whole label, the right number of
/// figures, once.
void match_leftovers(const ExpectedRows& rows, const std::vector<const Run*>& runs, std::vector<RowMatch>& matches) {
  const RowLabels& known = RowLabels::official();
  const auto taken = [&](const Run* run) {
    return std::any_of(matches.begin(), matches.end(), [&](const RowMatch& match) { return match.run == run; });
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (matches[i].run != nullptr || rows[i].one_row) continue;
    const Run* found = nullptr;
    bool unique = true;
    for (const Run* run : runs) {
      if (run->figures != rows[i].cells || run->measured || taken(run)) continue;
      const bool whole = std::any_of(rows[i].labels.begin(), rows[i].labels.end(), [&](RowLabels::Number label) {
        // A label of two letters says too little out of its place.
        return known[label].size() > 2 && known[label].ends(run->before);
      });
      if (!whole && !(rows[i].cells >= 3 && known[rows[i].labels[0]].ends(run->before))) continue;
      unique = unique && found == nullptr;
      found = run;
    }
    if (found != nullptr && unique) matches[i] = {found, 1, 100, true};
  }
}

std::vector<RowMatch> match_form(const ExpectedRows& rows, Evidence& evidence) {
  std::vector<RowMatch> matches(rows.size());
  for (const Pairing& pairing : align(rows, evidence)) {
    const RowMatch match{pairing.run, pairing.rows, pairing.label, pairing.certain};
    matches[pairing.row] = match;
    for (std::uint32_t k = 1; k < pairing.rows; ++k)
      matches[pairing.row + k] = {match.run, 0, match.label, match.certain};
  }
  match_leftovers(rows, evidence.runs(), matches);
  return matches;
}

/// How well the rows of one table were found: by it the edition of the form is chosen.
struct Quality {
  int score = 0;
  int rows = 0;  ///< rows found by their label
};

Quality quality_of(const ExpectedRows& rows, const std::vector<RowMatch>& matches, std::uint8_t table) {
  Quality quality;
  int missing = 0;  // since the last row found: what lies behind the last may have been cut off
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].table != table) continue;
    if (matches[i].run == nullptr) {
      ++missing;
      continue;
    }
    std::uint32_t cells = 0;
    std::size_t first = i;
    while (matches[first].rows == 0) --first;
    for (std::uint32_t k = 0; k < matches[first].rows; ++k) cells += rows[first + k].cells;
    const bool complete = matches[i].run->figures == cells;
    quality.score += matches[i].label + (complete ? 20 : 0) - 40 * (quality.rows > 0 ? missing : 0);
    missing = 0;
    for (const LabelInk& head : rows[i].heads) {
      // Heads of the other edition may contain each other (处理决定数量 in 本年处理决定数量): the longer says more.
      const Run& run = *matches[i].run;
      if (run.before.size() <= longest_before && head.is_in(run.before, run.letters_before))
        quality.score += 4 * static_cast<int>(head.size());
    }
    const bool counted =
        cells >= 15 && complete && (matches[i].label > 0 || matches[i].run->section == rows[i].section);
    if (matches[i].label >= 60 || counted) ++quality.rows;
  }
  return quality;
}

/// The most that `quality_of` can give each table of a form, whatever runs its rows are found in.
std::vector<int> most_quality(const ExpectedRows& rows, Evidence& evidence) {
  const RowLabels& known = RowLabels::official();
  std::vector<int> labels(rows.size(), 0);
  for (const Run* run : evidence.runs()) {
    for (auto label = run->row_label; label != RowLabels::none; label = known.shorter(label)) {
      const ExpectedRow* row = rows.labelled(label);
      if (row != nullptr && !are_fillers(*run, *row, row->cells)) labels[rows.index_of(*row)] = whole_label;
    }
  }
  std::vector<int> most;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ExpectedRow& row = rows[i];
    for (std::size_t j = 0; labels[i] != whole_label && j < evidence.runs().size(); ++j) {
      const Run& run = *evidence.runs()[j];
      if (!are_fillers(run, row, row.cells))
        labels[i] = std::max(labels[i], label_of(row, rows.front_of(run), evidence, j));
    }
    most.resize(row.table + 1U, 0);
    most[row.table] += labels[i] + 20;
    for (const LabelInk& head : row.heads) {
      const bool there = std::any_of(evidence.runs().begin(), evidence.runs().end(), [&](const Run* run) {
        return run->before.size() <= longest_before && head.is_in(run->before, run->letters_before);
      });
      if (there) most[row.table] += 4 * static_cast<int>(head.size());
    }
  }
  return most;
}

/// Whether so few rows are enough to say that the table is there. One row by itself may be a phrase of the text.
bool is_there(const Table& table, const Quality& quality) { return quality.rows >= (table.rows.size() > 3 ? 2 : 1); }

/// The first row whose whole label, of more than two letters, stands right before a run; null for none.
const ExpectedRow* row_before(const ExpectedRows& rows, const Run& run) {
  const RowLabels& known = RowLabels::official();
  const ExpectedRow* first = nullptr;
  for (auto label = run.row_label; label != RowLabels::none; label = known.shorter(label)) {
    const ExpectedRow* row = known[label].size() > 2 ? rows.labelled(label) : nullptr;
    if (row != nullptr && (first == nullptr || row < first)) first = row;
  }
  return first;
}

/// Splits runs where a second report begins: where the labels start over after most of a report has gone by.
std::vector<std::vector<const Run*>> split_reports(const ExpectedRows& rows, const Runs& runs) {
  std::vector<std::vector<const Run*>> reports(1);
  std::vector<std::size_t> seen(rows.size(), 0);  // at which count of distinct rows each was seen, from 1
  std::size_t distinct = 0;
  std::size_t last = 0;
  for (const Run& run : runs.all()) {
    if (const ExpectedRow* row = run.first != run.last ? row_before(rows, run) : nullptr; row != nullptr) {
      const std::size_t i = rows.index_of(*row);
      if (seen[i] > 0 && i < last && distinct >= seen[i] + 10) {
        reports.emplace_back();
        seen.assign(rows.size(), 0);
        distinct = 0;
      }
      if (seen[i] == 0) seen[i] = ++distinct;
      last = i;
    }
    reports.back().push_back(&run);
  }
  return reports;
}

/// Keeps the alignment small where a paste has thousands of numbers: only runs that could be rows.
void drop_hopeless(const Vocabulary& vocabulary, std::vector<const Run*>& runs) {
  constexpr std::size_t enough = 400;
  if (runs.size() <= enough) return;
  std::erase_if(runs, [&](const Run* run) {
    const CodedInkView tail = run->before;
    const bool labelled = tail.size() >= 2 && vocabulary.are_neighbours(tail[tail.size() - 2], tail[tail.size() - 1]);
    return !labelled && (run->figures < 5 || run->figures > 16);
  });
  constexpr std::size_t most = 20000;
  if (runs.size() > most) runs.resize(most);
}

/// The lines that a table takes up: from the first to the last of its runs, and the lines of heads above and of torn labels
/// below that are made of the labels' letters.
class Extent {
 public:
  Extent(const Layout& layout, const Runs& runs) : layout_(layout), runs_(runs) {}

  [[nodiscard]] Span of(std::size_t first_line, std::size_t last_line) const {
    std::size_t first = first_line;
    for (std::size_t i = first_line; i-- > 0 && may_belong(i);) {
      if (layout_.lines[i].kind == LineKind::tabular) first = i;
    }
    std::size_t last = last_line;
    for (std::size_t i = last_line + 1; i < layout_.lines.size() && may_belong(i); ++i) {
      if (layout_.lines[i].kind == LineKind::tabular || layout_.lines[i].kind == LineKind::rule) last = i;
    }
    return {layout_.lines[first].span.begin, layout_.lines[last].span.end};
  }

 private:
  [[nodiscard]] bool may_belong(std::size_t line) const {
    switch (layout_.lines[line].kind) {
      case LineKind::tabular:
        return runs_.holds_only_labels(line);
      case LineKind::empty:
      case LineKind::rule:
      case LineKind::page_mark:
        return true;
      default:
        return false;
    }
  }

  const Layout& layout_;
  const Runs& runs_;
};

/// Puts together the tables of one report.
class ReportMatcher {
 public:
  ReportMatcher(const Text& text, const Layout& layout, const DocumentFacts& facts, const Grid& grid,
                const Extent& extent)
      : text_(text), layout_(layout), facts_(facts), grid_(grid), extent_(extent) {
    for (const Form& form : forms()) editions_.push_back({&form, ExpectedRows::of(form), {}});
  }

  [[nodiscard]] const ExpectedRows& newest_rows() const { return editions_.back().rows; }

  void match(const std::vector<const Run*>& runs, std::uint8_t report, std::vector<TableReading>& tables) {
    align_editions(runs);
    std::vector<TableReading> of_report;
    const Edition* followed = nullptr;  // what tables alike in all editions go by
    for (std::uint8_t t = 0; t < editions_[0].form->tables.size(); ++t) {
      const Edition* edition = edition_of(t, followed);
      if (edition == nullptr) {
        add_heads_only(runs, t, followed, report, of_report);
        continue;
      }
      if (!editions_[0].form->tables[t].one_row) followed = edition;
      of_report.push_back(read(*edition, t, report));
    }
    sort_by_place(of_report);
    for (std::size_t i = 1; i < of_report.size(); ++i) {
      const std::uint32_t begin = of_report[i].span.begin;
      Span& before = of_report[i - 1].span;
      before.end = std::max(before.begin, std::min(before.end, begin));
    }
    for (TableReading& table : of_report) tables.push_back(std::move(table));
  }

 private:
  struct Edition {
    const Form* form;
    const ExpectedRows& rows;
    std::vector<RowMatch> matches;  // none where another edition is certainly the better one
  };

  /// Aligns the edition of the report's year, and any other that could be better for one of the tables.
  void align_editions(const std::vector<const Run*>& runs) {
    Evidence evidence(runs);
    const Form* of_year = form_for_year(facts_.year);
    Edition* likely = &editions_.back();
    for (Edition& edition : editions_) {
      edition.matches.clear();
      if (edition.form == of_year) likely = &edition;
    }
    likely->matches = match_form(likely->rows, evidence);
    for (Edition& edition : editions_) {
      if (&edition != likely && !is_ruled_out(edition, *likely, evidence))
        edition.matches = match_form(edition.rows, evidence);
    }
  }

  /// Whether the likely edition is chosen for every table (by `edition_of`), however well the rows of another are found.
  static bool is_ruled_out(const Edition& other, const Edition& likely, Evidence& evidence) {
    const std::vector<int> most = most_quality(other.rows, evidence);
    for (std::uint8_t t = 0; t < likely.form->tables.size(); ++t) {
      const Quality quality = quality_of(likely.rows, likely.matches, t);
      if (!is_there(likely.form->tables[t], quality) || quality.score < most[t]) return false;
    }
    return true;
  }

  /// A table of which only the heads are there, its cells empty or lost: there, but nothing of it can be read.
  void add_heads_only(const std::vector<const Run*>& runs, std::uint8_t table, const Edition* followed,
                      std::uint8_t report, std::vector<TableReading>& tables) const {
    const Edition& edition = followed != nullptr ? *followed : editions_.back();
    const Table& official = edition.form->tables[table];
    if (!official.one_row || runs.empty()) return;
    std::size_t found = 0;
    std::size_t first = grid_.pieces.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < grid_.pieces.size(); ++i) {
      const Piece& piece = grid_.pieces[i];
      if (piece.kind != Piece::Kind::text) continue;
      const std::string_view words = text_.at(piece.span);
      std::size_t here = 0;
      for (const Row& row : official.rows) {
        if (row.label.text.size() > 12 && words.find(row.label.text) != std::string_view::npos) ++here;
      }
      if (here == 0) continue;
      found += here;
      first = std::min(first, i);
      last = i;
    }
    if (found < 2) return;
    TableReading reading;
    reading.form = edition.form;
    reading.table = table;
    reading.report = report;
    for (std::size_t row = 0; row < official.rows.size(); ++row) {
      add_unread(reading, RowState::too_few, grid_.pieces[first].span,
                 static_cast<std::uint32_t>(official.columns_of(row)));
    }
    reading.span = extent_.of(grid_.pieces[first].line, grid_.pieces[last].line);
    for (RowReading& row : reading.rows) {
      for (Cell& cell : row.cells) cell.span = {row.label.end, row.label.end};
    }
    tables.push_back(std::move(reading));
  }

  /// The edition of the form that a table is printed in; null where the table is not there.
  const Edition* edition_of(std::uint8_t table, const Edition* followed) const {
    const Edition* best = nullptr;
    Quality best_quality;
    const Form* of_year = form_for_year(facts_.year);
    for (const Edition& edition : editions_) {
      if (edition.matches.empty()) continue;
      const Quality quality = quality_of(edition.rows, edition.matches, table);
      if (!is_there(edition.form->tables[table], quality)) continue;
      const bool preferred = followed != nullptr ? &edition == followed : edition.form == of_year;
      if (best == nullptr || quality.score > best_quality.score ||
          (quality.score == best_quality.score && (preferred || (of_year == nullptr && followed == nullptr)))) {
        best = &edition;
        best_quality = quality;
      }
    }
    return best;
  }

  TableReading read(const Edition& edition, std::uint8_t table, std::uint8_t report) const {
    TableReading reading;
    reading.form = edition.form;
    reading.table = table;
    reading.report = report;
    reading.rows.reserve(reading.official().rows.size());
    std::vector<MatchedRun> own;
    std::vector<MatchedRun> others;
    for (std::size_t i = 0; i < edition.rows.size(); ++i) {
      if (edition.matches[i].run == nullptr || edition.matches[i].rows == 0) continue;
      (edition.rows[i].table == table ? own : others).push_back(matched(edition, i));
    }
    SlotReader slots(text_, grid_, std::move(own), others);
    std::size_t first_line = layout_.lines.size();
    std::size_t last_line = 0;
    for (std::size_t i = 0; i < edition.rows.size(); ++i) {
      if (edition.rows[i].table != table) continue;
      const RowMatch& match = edition.matches[i];
      if (match.run == nullptr) {
        add_unread(reading, RowState::missing, {}, edition.rows[i].cells);
        continue;
      }
      const std::uint32_t opens = match.run->first < match.run->last ? match.run->first : match.run->first - 1;
      const std::uint32_t closes = match.run->last - 1;
      first_line = std::min<std::size_t>(first_line, grid_.pieces[opens].line);
      last_line = std::max<std::size_t>(last_line, grid_.pieces[closes].line);
      if (match.rows == 0) continue;  // read with the row that opens the run
      const MatchedRun whole = matched(edition, i);
      SlotReader::Reading cells = match.certain ? slots.read(whole) : SlotReader::Reading{RowState::two_readings, {}};
      std::size_t next = 0;
      for (std::uint32_t k = 0; k < match.rows; ++k) {
        const std::uint32_t count = edition.rows[i + k].cells;
        if (cells.state != RowState::read) {
          add_unread(reading, cells.state, match.run->label, count);
          if (match.rows == 1) reading.rows.back().figures = cells.cells;
          continue;
        }
        RowReading row;
        row.state = RowState::read;
        row.label = match.run->label;
        if (match.rows == 1) {
          row.cells = std::move(cells.cells);
        } else {
          row.cells.assign(cells.cells.begin() + static_cast<std::ptrdiff_t>(next),
                           cells.cells.begin() + static_cast<std::ptrdiff_t>(next + count));
          next += count;
        }
        reading.rows.push_back(std::move(row));
      }
    }
    if (first_line <= last_line) reading.span = extent_.of(first_line, last_line);
    // Cells that could not be read stand, for want of a better place, where their row or the table ends.
    for (RowReading& row : reading.rows) {
      for (Cell& cell : row.cells) {
        if (cell.state != Cell::State::unreadable || !cell.span.empty()) continue;
        const std::uint32_t at = row.label.empty() ? reading.span.end : row.label.end;
        cell.span = {at, at};
      }
    }
    return reading;
  }

  static void add_unread(TableReading& reading, RowState state, Span label, std::uint32_t cells) {
    RowReading row;
    row.state = state;
    row.label = label;
    row.cells.resize(cells);
    reading.rows.push_back(std::move(row));
  }

  static MatchedRun matched(const Edition& edition, std::size_t i) {
    const Table& table = edition.form->tables[edition.rows[i].table];
    MatchedRun run{edition.matches[i].run, 0, &table.part_of(edition.rows[i].row), edition.rows[i].one_row};
    for (std::uint32_t k = 0; k < edition.matches[i].rows; ++k) run.cells += edition.rows[i + k].cells;
    return run;
  }

  const Text& text_;
  const Layout& layout_;
  const DocumentFacts& facts_;
  const Grid& grid_;
  const Extent& extent_;
  std::vector<Edition> editions_;
};

}  // namespace

std::vector<TableReading> match_tables(const Text& text, const Layout& layout, const DocumentFacts& facts,
                                       const Grid& grid) {
  const Runs runs(text.folded(), layout, grid);
  const Extent extent(layout, runs);
  ReportMatcher matcher(text, layout, facts, grid, extent);
  std::vector<TableReading> tables;
  std::uint8_t report = 0;
  for (std::vector<const Run*>& own : split_reports(matcher.newest_rows(), runs)) {
    drop_hopeless(Vocabulary::official(), own);
    const std::size_t before = tables.size();
    matcher.match(own, report, tables);
    if (tables.size() > before && report < UINT8_MAX) ++report;
  }
  return tables;
}

}  // namespace gouji
