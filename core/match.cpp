#include "match.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "label.h"
#include "run.h"
#include "text.h"

namespace gouji {
namespace {

constexpr int hopeless = -10000;
constexpr int impossible = std::numeric_limits<int>::min() / 4;

/// A reading must beat every other by this much to be certain.
constexpr int certain_margin = 20;

/// A row of a form, with the inks by which it may be known.
struct ExpectedRow {
  std::uint8_t table;
  std::uint8_t row;
  std::uint8_t section;  ///< index of the section the table belongs to
  std::uint32_t cells;
  std::vector<Ink> labels;
  std::vector<Ink> heads;  ///< labels of the part it opens: item, corner, columns; empty for other rows
  bool one_row;            ///< its table prints all rows side by side
};

std::vector<ExpectedRow> expected_rows(const Form& form) {
  std::vector<ExpectedRow> rows;
  const auto ink = [](std::string_view label) { return label_ink(Text(label).folded()); };
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const Table& table = form.tables[t];
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      ExpectedRow row;
      row.table = static_cast<std::uint8_t>(t);
      row.row = static_cast<std::uint8_t>(r);
      row.cells = static_cast<std::uint32_t>(table.columns_of(r));
      row.one_row = table.one_row;
      row.section = static_cast<std::uint8_t>(table.section - 1);
      row.labels.push_back(ink(table.rows[r].label.text));
      for (const std::string_view variant : table.rows[r].label.variants) row.labels.push_back(ink(variant));
      if (r == 0 || table.rows[r].part != table.rows[r - 1].part) {
        const Part& part = table.part_of(r);
        for (const std::string_view head : {part.item, part.corner, part.heading}) {
          if (!head.empty()) row.heads.push_back(ink(head));
        }
        for (const Column& column : part.columns) row.heads.push_back(ink(column.label.text));
      }
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

/// How much a row's number of cells says, when a run has as many figures.
int count_weight(std::uint32_t cells) {
  if (cells >= 15) return 70;
  if (cells >= 7) return 50;
  if (cells >= 5) return 40;
  if (cells >= 3) return 24;
  return 6;
}

int count_score(const Run& run, std::uint32_t cells) {
  const int weight = count_weight(cells);
  if (run.figures == cells || run.fused_digits == cells) return weight;
  if (run.line_cells == cells && cells >= 5) return weight * 8 / 10;
  if (run.figures > cells) return run.figures >= 2 * cells ? -weight : 0;
  if (run.figures + run.empties >= cells) return run.figures > 0 ? weight * 7 / 10 : weight / 2;
  return -weight / 2;
}

/// One pairing of consecutive rows (mostly one) with a run.
struct Pairing {
  std::uint32_t row;
  std::uint32_t rows;
  std::uint32_t run;
  int label;  ///< 0 … 100
};

/// Aligns the rows of one form with runs, in the printed order of both.
class Alignment {
 public:
  Alignment(const std::vector<ExpectedRow>& rows, std::vector<const Run*> runs) : rows_(rows), runs_(std::move(runs)) {
    score_labels();
    forward();
    backward();
  }

  [[nodiscard]] int score() const { return best_[index(rows_.size(), runs_.size())]; }

  /// The pairings of the best alignment, each with how much worse the best alignment without it is.
  struct Chosen {
    Pairing pairing;
    int margin;
  };
  [[nodiscard]] std::vector<Chosen> chosen() const {
    std::vector<Chosen> list;
    std::size_t i = rows_.size();
    std::size_t j = runs_.size();
    while (i > 0 || j > 0) {
      const int here = best_[index(i, j)];
      if (j > 0 && here == best_[index(i, j - 1)] + skip_run(j - 1)) {
        --j;
        continue;
      }
      bool paired = false;
      for (std::size_t n = 1; j > 0 && n <= i && !paired; ++n) {
        const int pair = pair_score(i - n, n, j - 1);
        if (pair == impossible) break;
        if (here != best_[index(i - n, j - 1)] + pair) continue;
        const Pairing pairing{static_cast<std::uint32_t>(i - n), static_cast<std::uint32_t>(n),
                              static_cast<std::uint32_t>(j - 1), label_score(i - n, n, j - 1)};
        list.push_back({pairing, 0});
        i -= n;
        --j;
        paired = true;
      }
      if (!paired) --i;
    }
    std::reverse(list.begin(), list.end());
    for (Chosen& entry : list) entry.margin = score() - best_otherwise(entry.pairing);
    return list;
  }

  [[nodiscard]] const Run& run(std::size_t j) const { return *runs_[j]; }

 private:
  [[nodiscard]] std::size_t index(std::size_t i, std::size_t j) const { return i * (runs_.size() + 1) + j; }

  /// Label evidence of every row for every run: 100 for the whole label right before it, less for a whole label among several
  /// that stand before it or before the runs it follows, and less again for a torn or damaged one.
  void score_labels() {
    labels_.assign(rows_.size() * runs_.size(), 0);
    heads_.assign(rows_.size() * runs_.size(), 0);
    for (std::size_t j = 0; j < runs_.size(); ++j) {
      const Run& run = *runs_[j];
      std::size_t longest = 0;
      std::uint32_t owner_cells = 0;  // of the row whose whole label stands right before the run
      for (const ExpectedRow& row : rows_) {
        for (const Ink& label : row.labels) {
          if (row.one_row || !run.before.ends_with(label) || label.size() <= longest) continue;
          longest = label.size();
          owner_cells = row.cells;
        }
      }
      const std::uint32_t slots = run.last - run.first;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        int best = 0;
        for (const Ink& label : rows_[i].labels)
          best = std::max(best, label_evidence(label, run, rows_[i].one_row, longest));
        // A run with just the cells of the row it is labelled as belongs to no row with another number of cells.
        const bool owned = longest > 0 && run.figures > 0 && slots == owner_cells && rows_[i].cells != owner_cells &&
                           best < 100 && !rows_[i].one_row;
        labels_[i * runs_.size() + j] = owned ? 0 : best;
        for (const Ink& head : rows_[i].heads) {
          if (run.before.size() <= 400 && run.before.find(head) != InkView::npos) heads_[i * runs_.size() + j] = 25;
        }
      }
    }
  }

  /// `longest`: letters of the longest label that stands whole right before the run, 0 for none.
  static int label_evidence(const Ink& label, const Run& run, bool one_row, std::size_t longest) {
    if (one_row) longest = 0;
    if (run.before.ends_with(label)) return label.size() >= longest ? 100 : 40;
    if (run.figures == 0 && !(one_row && run.empties_below >= 5)) {
      // Where nothing stands the label must say it nearly whole.
      const int fit =
          run.empties > 0 && label.size() > 2 && shares_letters(label, run)
              ? fit_label(label, run.before.substr(run.before.size() - std::min(run.before.size(), label.size() + 2)),
                          {})
              : 0;
      return fit >= 70 ? fit : 0;
    }
    if (label.size() > 2 && run.before.size() <= 400 && run.before.find(label) != InkView::npos) return 80;
    if (label.size() > 2 && run.stacked.size() <= 400 && run.stacked.find(label) != InkView::npos) return 70;
    // Next to a whole label at its place a mere resemblance counts for nothing.
    if (longest > 0 || !shares_letters(label, run)) return 0;
    const int fit = fit_label(label, run.before, run.after);
    return fit >= 35 ? fit : 0;
  }

  /// A quick bound: a label of which most letters are missing cannot fit.
  static bool shares_letters(const Ink& label, const Run& run) {
    const InkView before = run.before.substr(run.before.size() - std::min(run.before.size(), fit_window));
    const InkView after = run.after.substr(0, fit_window);
    std::size_t shared = 0;
    for (const char32_t c : label) {
      if (before.find(c) != InkView::npos || after.find(c) != InkView::npos) ++shared;
    }
    return shared * 2 >= label.size();
  }

  [[nodiscard]] int label_score(std::size_t i, std::size_t n, std::size_t j) const {
    int sum = 0;
    for (std::size_t k = 0; k < n; ++k) sum += labels_[(i + k) * runs_.size() + j];
    return sum / static_cast<int>(n);
  }

  /// Score of rows i … i+n-1 standing in run j; several rows only where the table prints them side by side.
  [[nodiscard]] int pair_score(std::size_t i, std::size_t n, std::size_t j) const {
    std::uint32_t cells = 0;
    for (std::size_t k = 0; k < n; ++k) {
      if (n > 1 && (!rows_[i + k].one_row || rows_[i + k].table != rows_[i].table)) return impossible;
      cells += rows_[i + k].cells;
    }
    const Run& run = *runs_[j];
    // Nothing but empty cells behind a head of a table whose rows stand side by side: fillers of the head.
    if (rows_[i].one_row && run.figures == 0 && run.empties_below < cells) return hopeless;
    const int label = label_score(i, n, j);
    // Empty cells say nothing by themselves, unless they make up a line of just so many.
    if (run.figures == 0 && label == 0 && run.line_cells != cells) return hopeless;
    // A label behind which nothing stands is little to hold against figures that stand elsewhere.
    const bool bare_label = run.first == run.last && run.empties < cells;
    int score = (bare_label ? label * 3 / 10 : label) + count_score(run, cells) + heads_[i * runs_.size() + j];
    if (label == 0) score -= (run.figures == cells || run.line_cells == cells) && cells >= 5 ? 15 : 60;
    if (run.section == rows_[i].section) score += 12;
    if (run.measured && cells == 1) score -= 30;
    return score;
  }

  [[nodiscard]] int skip_row(std::size_t i) const { return -20 - count_weight(rows_[i].cells) / 2; }
  [[nodiscard]] int skip_run(std::size_t j) const {
    return -4 * static_cast<int>(std::min<std::uint32_t>(runs_[j]->figures, 10));
  }

  void forward() {
    const std::size_t n = runs_.size();
    best_.assign((rows_.size() + 1) * (n + 1), 0);
    for (std::size_t i = 0; i <= rows_.size(); ++i) {
      for (std::size_t j = 0; j <= n; ++j) {
        if (i == 0 && j == 0) continue;
        int best = impossible;
        if (i > 0) best = std::max(best, best_[index(i - 1, j)] + skip_row(i - 1));
        if (j > 0) best = std::max(best, best_[index(i, j - 1)] + skip_run(j - 1));
        for (std::size_t k = 1; j > 0 && k <= i; ++k) {
          const int pair = pair_score(i - k, k, j - 1);
          if (pair == impossible) break;
          best = std::max(best, best_[index(i - k, j - 1)] + pair);
        }
        best_[index(i, j)] = best;
      }
    }
  }

  /// rest_[i, j]: the best score of rows from i and runs from j.
  void backward() {
    const std::size_t m = rows_.size();
    const std::size_t n = runs_.size();
    rest_.assign((m + 1) * (n + 1), 0);
    for (std::size_t i = m + 1; i-- > 0;) {
      for (std::size_t j = n + 1; j-- > 0;) {
        if (i == m && j == n) continue;
        int best = impossible;
        if (i < m) best = std::max(best, rest_[index(i + 1, j)] + skip_row(i));
        if (j < n) best = std::max(best, rest_[index(i, j + 1)] + skip_run(j));
        for (std::size_t k = 1; j < n && i + k <= m; ++k) {
          const int pair = pair_score(i, k, j);
          if (pair == impossible) break;
          best = std::max(best, rest_[index(i + k, j + 1)] + pair);
        }
        rest_[index(i, j)] = best;
      }
    }
  }

  /// The best score of an alignment that gives the pairing's first row another run, or none. A run that holds the same
  /// figures is no other reading.
  [[nodiscard]] int best_otherwise(const Pairing& pairing) const {
    const std::size_t i = pairing.row;
    int best = impossible;
    for (std::size_t j = 0; j <= runs_.size(); ++j) {
      best = std::max(best, best_[index(i, j)] + skip_row(i) + rest_[index(i + 1, j)]);
      if (j == runs_.size() || j == pairing.run) continue;
      if (runs_[j]->fingerprint == runs_[pairing.run]->fingerprint && runs_[j]->figures > 0) continue;
      for (std::size_t k = 1; i + k <= rows_.size(); ++k) {
        const int pair = pair_score(i, k, j);
        if (pair == impossible) break;
        best = std::max(best, best_[index(i, j)] + pair + rest_[index(i + k, j + 1)]);
      }
    }
    return best;
  }

  const std::vector<ExpectedRow>& rows_;
  std::vector<const Run*> runs_;
  std::vector<int> labels_;
  std::vector<int> heads_;
  std::vector<int> best_;
  std::vector<int> rest_;
};

/// Which run each row of a form has, if any.
struct RowMatch {
  const Run* run = nullptr;
  std::uint32_t rows = 1;  ///< how many rows, from this one, share the run
  int label = 0;
  bool certain = false;
};

/// Rows that stand out of their printed order are read if nothing else can be meant: a whole label, the right number of
/// figures, once.
void match_leftovers(const std::vector<ExpectedRow>& rows, const std::vector<const Run*>& runs,
                     std::vector<RowMatch>& matches) {
  const auto taken = [&](const Run* run) {
    return std::any_of(matches.begin(), matches.end(), [&](const RowMatch& match) { return match.run == run; });
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (matches[i].run != nullptr || rows[i].one_row) continue;
    const Run* found = nullptr;
    bool unique = true;
    for (const Run* run : runs) {
      if (run->figures != rows[i].cells || run->measured || taken(run)) continue;
      const bool whole = std::any_of(rows[i].labels.begin(), rows[i].labels.end(), [&](const Ink& label) {
        // A label of two letters says too little out of its place.
        return label.size() > 2 && run->before.ends_with(label);
      });
      if (!whole && !(rows[i].cells >= 3 && !rows[i].labels.empty() && run->before.ends_with(rows[i].labels[0])))
        continue;
      unique = unique && found == nullptr;
      found = run;
    }
    if (found != nullptr && unique) matches[i] = {found, 1, 100, true};
  }
}

std::vector<RowMatch> match_form(const std::vector<ExpectedRow>& rows, const std::vector<const Run*>& runs) {
  std::vector<RowMatch> matches(rows.size());
  const Alignment alignment(rows, runs);
  for (const auto& [pairing, margin] : alignment.chosen()) {
    const RowMatch match{&alignment.run(pairing.run), pairing.rows, pairing.label, margin >= certain_margin};
    matches[pairing.row] = match;
    for (std::uint32_t k = 1; k < pairing.rows; ++k)
      matches[pairing.row + k] = {match.run, 0, match.label, match.certain};
  }
  match_leftovers(rows, runs, matches);
  return matches;
}

/// How well the rows of one table were found: by it the edition of the form is chosen.
struct Quality {
  int score = 0;
  int rows = 0;  ///< rows found by their label
};

Quality quality_of(const std::vector<ExpectedRow>& rows, const std::vector<RowMatch>& matches, std::uint8_t table) {
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
    for (const Ink& head : rows[i].heads) {
      // Heads of the other edition may contain each other (处理决定数量 in 本年处理决定数量): the longer says more.
      const InkView before = matches[i].run->before;
      if (before.size() <= 400 && before.find(head) != InkView::npos)
        quality.score += 4 * static_cast<int>(head.size());
    }
    const bool counted =
        cells >= 15 && complete && (matches[i].label > 0 || matches[i].run->section == rows[i].section);
    if (matches[i].label >= 60 || counted) ++quality.rows;
  }
  return quality;
}

/// Whether so few rows are enough to say that the table is there. One row by itself may be a phrase of the text.
bool is_there(const Table& table, const Quality& quality) { return quality.rows >= (table.rows.size() > 3 ? 2 : 1); }

/// Splits runs where a second report begins: where the labels start over after most of a report has gone by.
std::vector<std::vector<const Run*>> split_reports(const std::vector<ExpectedRow>& rows, const Runs& runs) {
  std::vector<std::vector<const Run*>> reports(1);
  std::vector<std::size_t> seen(rows.size(), 0);  // at which count of distinct rows each was seen, from 1
  std::size_t distinct = 0;
  std::size_t last = 0;
  for (const Run& run : runs.all()) {
    if (run.first != run.last) {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool whole = std::any_of(rows[i].labels.begin(), rows[i].labels.end(), [&](const Ink& label) {
          return label.size() > 2 && run.before.ends_with(label);
        });
        if (!whole) continue;
        if (seen[i] > 0 && i < last && distinct >= seen[i] + 10) {
          reports.emplace_back();
          seen.assign(rows.size(), 0);
          distinct = 0;
        }
        if (seen[i] == 0) seen[i] = ++distinct;
        last = i;
        break;
      }
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
    const InkView tail = run->before.substr(run->before.size() - std::min<std::size_t>(run->before.size(), 3));
    const bool labelled = tail.size() >= 2 && vocabulary.has_pair(tail[tail.size() - 2], tail[tail.size() - 1]);
    return !labelled && (run->figures < 5 || run->figures > 16);
  });
  constexpr std::size_t most = 20000;
  if (runs.size() > most) runs.resize(most);
}

/// The lines that a table takes up: from the first to the last of its runs, and the lines of heads above and of torn labels
/// below that are made of the labels' letters.
class Extent {
 public:
  Extent(std::string_view text, const Layout& layout, const Grid& grid) : layout_(layout) {
    const Vocabulary& vocabulary = Vocabulary::official();
    covered_.assign(layout.lines.size(), true);
    for (const Piece& piece : grid.pieces) {
      if (piece.kind != Piece::Kind::text) continue;
      const Ink ink = ink_of(text.substr(piece.span.begin, piece.span.size()));
      if (ink.size() == 1 ? vocabulary.has_letter(ink[0]) : ink.empty()) continue;
      std::size_t known = 0;
      for (std::size_t i = 0; i + 1 < ink.size(); ++i) known += vocabulary.has_pair(ink[i], ink[i + 1]) ? 1 : 0;
      if (known * 10 < (ink.size() - 1) * 6) covered_[piece.line] = false;
    }
  }

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
        return covered_[line];
      case LineKind::empty:
      case LineKind::rule:
      case LineKind::page_mark:
        return true;
      default:
        return false;
    }
  }

  const Layout& layout_;
  std::vector<bool> covered_;
};

/// Puts together the tables of one report.
class ReportMatcher {
 public:
  ReportMatcher(const Text& text, const Layout& layout, const Grid& grid, const Extent& extent)
      : text_(text), layout_(layout), grid_(grid), extent_(extent) {
    for (const Form& form : forms()) editions_.push_back({&form, expected_rows(form), {}});
  }

  [[nodiscard]] const std::vector<ExpectedRow>& newest_rows() const { return editions_.back().rows; }

  void match(const std::vector<const Run*>& runs, std::uint8_t report, std::vector<TableReading>& tables) {
    for (Edition& edition : editions_) edition.matches = match_form(edition.rows, runs);
    const std::size_t first = tables.size();
    const Edition* followed = nullptr;  // what tables alike in all editions go by
    for (std::uint8_t t = 0; t < editions_[0].form->tables.size(); ++t) {
      const Edition* edition = edition_of(t, followed);
      if (edition == nullptr) {
        add_heads_only(runs, t, followed, report, tables);
        continue;
      }
      if (!editions_[0].form->tables[t].one_row) followed = edition;
      tables.push_back(read(*edition, t, report));
    }
    std::stable_sort(tables.begin() + static_cast<std::ptrdiff_t>(first), tables.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    for (std::size_t i = first + 1; i < tables.size(); ++i) {
      if (tables[i].span.begin < tables[i - 1].span.end)
        tables[i - 1].span.end = std::max(tables[i - 1].span.begin, tables[i].span.begin);
    }
  }

 private:
  struct Edition {
    const Form* form;
    std::vector<ExpectedRow> rows;
    std::vector<RowMatch> matches;
  };

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
    const Form* of_year = form_for_year(layout_.facts.year);
    for (const Edition& edition : editions_) {
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
    std::vector<MatchedRun> own;
    std::vector<MatchedRun> others;
    for (std::size_t i = 0; i < edition.rows.size(); ++i) {
      if (edition.matches[i].run == nullptr || edition.matches[i].rows == 0) continue;
      (edition.rows[i].table == table ? own : others).push_back(matched(edition, i));
    }
    const SlotReader slots(text_, grid_, own, others);
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
        row.cells.assign(cells.cells.begin() + static_cast<std::ptrdiff_t>(next),
                         cells.cells.begin() + static_cast<std::ptrdiff_t>(next + count));
        next += count;
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
  const Grid& grid_;
  const Extent& extent_;
  std::vector<Edition> editions_;
};

}  // namespace

std::vector<TableReading> match_tables(const Text& text, const Layout& layout, const Grid& grid) {
  const Runs runs(text.folded(), layout, grid);
  const Extent extent(text.folded(), layout, grid);
  ReportMatcher matcher(text, layout, grid, extent);
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
