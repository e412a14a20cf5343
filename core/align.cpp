#include "align.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "text.h"

namespace gouji {

namespace {

std::vector<ExpectedRow> rows_of(const Form& form) {
  std::vector<ExpectedRow> rows;
  const auto ink = [](std::string_view label) { return LabelInk(coded_label_ink(Text(label).folded())); };
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

}  // namespace

const std::vector<ExpectedRow>& expected_rows(const Form& form) {
  static const std::vector<std::vector<ExpectedRow>> all = [] {
    std::vector<std::vector<ExpectedRow>> rows;
    for (const Form& one : forms()) rows.push_back(rows_of(one));
    return rows;
  }();
  return all[static_cast<std::size_t>(&form - forms().data())];
}

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

namespace {

constexpr int hopeless = -10000;
constexpr int impossible = std::numeric_limits<int>::min() / 4;

/// Aligns the rows of one form with runs, in the printed order of both.
class Alignment {
 public:
  Alignment(const std::vector<ExpectedRow>& rows, std::vector<const Run*> runs) : rows_(rows), runs_(std::move(runs)) {
    score_labels();
    score_pairs();
    score_skips();
    forward();
    backward();
  }

  [[nodiscard]] int score() const { return best_[index(rows_.size(), runs_.size())]; }

  /// The pairings of the best alignment, each with how much worse the best alignment without it is.
  [[nodiscard]] std::vector<Pairing> chosen() const {
    std::vector<Pairing> list;
    std::size_t i = rows_.size();
    std::size_t j = runs_.size();
    while (i > 0 || j > 0) {
      const int here = best_[index(i, j)];
      if (j > 0 && here == best_[index(i, j - 1)] + skip_run_[j - 1]) {
        --j;
        continue;
      }
      bool paired = false;
      for (std::size_t n = 1; j > 0 && n <= i && !paired; ++n) {
        const int pair = pair_score(i - n, n, j - 1);
        if (pair == impossible) break;
        if (here != best_[index(i - n, j - 1)] + pair) continue;
        list.push_back({static_cast<std::uint32_t>(i - n), static_cast<std::uint32_t>(n), runs_[j - 1],
                        static_cast<std::uint32_t>(j - 1), label_score(i - n, n, j - 1), 0});
        i -= n;
        --j;
        paired = true;
      }
      if (!paired) --i;
    }
    std::reverse(list.begin(), list.end());
    for (Pairing& pairing : list) pairing.margin = score() - best_otherwise(pairing);
    return list;
  }

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
        for (const LabelInk& label : row.labels) {
          if (row.one_row || label.size() <= longest || !label.ends(run.before)) continue;
          longest = label.size();
          owner_cells = row.cells;
        }
      }
      const std::uint32_t slots = run.last - run.first;
      for (std::size_t i = 0; i < rows_.size(); ++i) {
        int best = 0;
        for (const LabelInk& label : rows_[i].labels)
          best = std::max(best, label_evidence(label, run, rows_[i].one_row, longest));
        // A run with just the cells of the row it is labelled as belongs to no row with another number of cells.
        const bool owned = longest > 0 && run.figures > 0 && slots == owner_cells && rows_[i].cells != owner_cells &&
                           best < 100 && !rows_[i].one_row;
        labels_[i * runs_.size() + j] = owned ? 0 : best;
        for (const LabelInk& head : rows_[i].heads) {
          if (run.before.size() <= 400 && head.is_in(run.before, run.letters_before)) heads_[i * runs_.size() + j] = 25;
        }
      }
    }
  }

  /// `longest`: letters of the longest label that stands whole right before the run, 0 for none.
  static int label_evidence(const LabelInk& label, const Run& run, bool one_row, std::size_t longest) {
    if (one_row) longest = 0;
    if (label.ends(run.before)) return label.size() >= longest ? 100 : 40;
    if (run.figures == 0 && !(one_row && run.empties_below >= 5)) {
      // Where nothing stands the label must say it nearly whole.
      if (run.empties == 0 || label.size() <= 2 ||
          most_fit(label, run.letters_near_before, run.letters_near_after) < 70)
        return 0;
      const std::size_t near = std::min(run.before.size(), label.size() + 2);
      const int fit = fit_label(label.ink, run.before.substr(run.before.size() - near), {});
      return fit >= 70 ? fit : 0;
    }
    if (label.size() > 2 && run.before.size() <= 400 && label.is_in(run.before, run.letters_before)) return 80;
    if (label.size() > 2 && run.stacked.size() <= 400 && label.is_in(run.stacked, run.letters_stacked)) return 70;
    // Next to a whole label at its place a mere resemblance counts for nothing.
    if (longest > 0 || most_fit(label, run.letters_near_before, run.letters_near_after) < 35) return 0;
    const int fit = fit_label(label.ink, run.before, run.after);
    return fit >= 35 ? fit : 0;
  }

  /// A bound on what `fit_label` can give, by the letters that are there at all: as if all of them stood in their order and
  /// side by side. 0 where most letters of the label are missing: such a resemblance counts for nothing.
  static int most_fit(const LabelInk& label, const LetterSet& before, const LetterSet& after) {
    if (label.letters.count_in_neither(before, after) * 2 > label.size()) return 0;
    const auto worth = [](bool there) { return there ? 2 : -1; };
    std::size_t shared = 0;
    int behind = 0;  // the letters from `p` on, found in `after`
    for (const char8_t c : label.ink) {
      shared += before.has(c) || after.has(c) ? 1 : 0;
      behind += worth(after.has(c));
    }
    if (shared * 2 < label.size()) return 0;
    int ahead = 0;  // the first `p` letters, found in `before`
    int most = std::max(behind, 0) * 60;
    for (const char8_t c : label.ink) {
      ahead += worth(before.has(c));
      behind -= worth(after.has(c));
      most = std::max(most, std::max(ahead, 0) * 90 + std::max(behind, 0) * 60);
    }
    return most / static_cast<int>(2 * label.size());
  }

  [[nodiscard]] int label_score(std::size_t i, std::size_t n, std::size_t j) const {
    int sum = 0;
    for (std::size_t k = 0; k < n; ++k) sum += labels_[(i + k) * runs_.size() + j];
    return sum / static_cast<int>(n);
  }

  /// Scores every row, and rows that the table prints side by side together, with every run.
  void score_pairs() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      first_pair_.push_back(pairs_.size());
      std::uint32_t cells = 0;
      for (std::size_t n = 1; i + n <= rows_.size(); ++n) {
        const ExpectedRow& last = rows_[i + n - 1];
        if (n > 1 && (!last.one_row || !rows_[i].one_row || last.table != rows_[i].table)) break;
        cells += last.cells;
        for (std::size_t j = 0; j < runs_.size(); ++j) pairs_.push_back(score_pair(i, n, cells, j));
      }
    }
    first_pair_.push_back(pairs_.size());
  }

  /// Score of rows i … i+n-1 standing in run j; impossible for several rows that do not stand side by side.
  [[nodiscard]] int pair_score(std::size_t i, std::size_t n, std::size_t j) const {
    const std::size_t pair = first_pair_[i] + (n - 1) * runs_.size() + j;
    return pair < first_pair_[i + 1] ? pairs_[pair] : impossible;
  }

  [[nodiscard]] int score_pair(std::size_t i, std::size_t n, std::uint32_t cells, std::size_t j) const {
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

  /// What it costs to leave out a row or a run.
  void score_skips() {
    for (const ExpectedRow& row : rows_) skip_row_.push_back(-20 - count_weight(row.cells) / 2);
    for (const Run* run : runs_) skip_run_.push_back(-4 * static_cast<int>(std::min<std::uint32_t>(run->figures, 10)));
  }

  /// How many rows from `i` on may stand side by side in one run, one at least.
  [[nodiscard]] std::size_t most_together(std::size_t i) const {
    return (first_pair_[i + 1] - first_pair_[i]) / std::max<std::size_t>(runs_.size(), 1);
  }

  /// best_[i, j]: the best score of the first rows and runs.
  void forward() {
    const std::size_t n = runs_.size();
    best_.assign((rows_.size() + 1) * (n + 1), impossible);
    best_[0] = 0;
    for (std::size_t i = 0; i <= rows_.size(); ++i) {
      // Of rows that stand together the last scores when all before it are known.
      int* const here = &best_[index(i, 0)];
      if (i > 0) take_best(here, &best_[index(i - 1, 0)], skip_row_[i - 1], n + 1);
      for (std::size_t k = 1; k <= i && k <= most_together(i - k); ++k) {
        const int* const pairs = &pairs_[first_pair_[i - k] + (k - 1) * n];
        const int* const before = &best_[index(i - k, 0)];
        for (std::size_t j = 0; j < n; ++j) here[j + 1] = std::max(here[j + 1], before[j] + pairs[j]);
      }
      for (std::size_t j = 0; j < n; ++j) here[j + 1] = std::max(here[j + 1], here[j] + skip_run_[j]);
    }
  }

  /// rest_[i, j]: the best score of rows from i and runs from j.
  void backward() {
    const std::size_t m = rows_.size();
    const std::size_t n = runs_.size();
    rest_.assign((m + 1) * (n + 1), impossible);
    rest_.back() = 0;
    for (std::size_t i = m + 1; i-- > 0;) {
      int* const here = &rest_[index(i, 0)];
      if (i < m) take_best(here, &rest_[index(i + 1, 0)], skip_row_[i], n + 1);
      for (std::size_t k = 1; i < m && k <= most_together(i); ++k) {
        const int* const pairs = &pairs_[first_pair_[i] + (k - 1) * n];
        const int* const behind = &rest_[index(i + k, 0)];
        for (std::size_t j = 0; j < n; ++j) here[j] = std::max(here[j], behind[j + 1] + pairs[j]);
      }
      for (std::size_t j = n; j-- > 0;) here[j] = std::max(here[j], here[j + 1] + skip_run_[j]);
    }
  }

  static void take_best(int* scores, const int* others, int added, std::size_t count) {
    for (std::size_t j = 0; j < count; ++j) scores[j] = std::max(scores[j], others[j] + added);
  }

  /// The best score of an alignment that gives the pairing's first row another run, or none. A run that holds the same
  /// figures is no other reading.
  [[nodiscard]] int best_otherwise(const Pairing& pairing) const {
    const std::size_t i = pairing.row;
    int best = impossible;
    for (std::size_t j = 0; j <= runs_.size(); ++j) {
      best = std::max(best, best_[index(i, j)] + skip_row_[i] + rest_[index(i + 1, j)]);
      if (j == runs_.size() || j == pairing.run_index) continue;
      if (runs_[j]->fingerprint == runs_[pairing.run_index]->fingerprint && runs_[j]->figures > 0) continue;
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
  std::vector<int> pairs_;               ///< by first row, then number of rows, then run
  std::vector<std::size_t> first_pair_;  ///< where the pairs of each row begin
  std::vector<int> skip_row_;
  std::vector<int> skip_run_;
  std::vector<int> best_;
  std::vector<int> rest_;
};

}  // namespace

std::vector<Pairing> align(const std::vector<ExpectedRow>& rows, const std::vector<const Run*>& runs) {
  return Alignment(rows, runs).chosen();
}

}  // namespace gouji
