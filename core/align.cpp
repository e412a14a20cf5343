#include "align.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace gouji {

ExpectedRows::ExpectedRows(const Form& form) {
  const RowLabels& known = RowLabels::official();
  row_of_label_.assign(known.size(), none);
  for (std::size_t t = 0; t < form.tables.size(); ++t) {
    const Table& table = form.tables[t];
    if (table.one_row) side_by_side_.push_back({rows_.size(), 0});
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      ExpectedRow row;
      row.table = static_cast<std::uint8_t>(t);
      row.row = static_cast<std::uint8_t>(r);
      row.section = static_cast<std::uint8_t>(table.section - 1);
      row.one_row = table.one_row;
      row.together = static_cast<std::uint8_t>(table.one_row ? table.rows.size() - r : 1);
      row.cells = static_cast<std::uint32_t>(table.columns_of(r));
      if (table.one_row) side_by_side_.back().cells += row.cells;
      const auto add = [&](std::string_view label) {
        const RowLabels::Number number = known.number_of(LabelInk(label).ink);
        row.labels.push_back(number);
        if (row_of_label_[number] == none) row_of_label_[number] = static_cast<std::uint8_t>(rows_.size());
      };
      add(table.rows[r].label.text);
      for (const std::string_view variant : table.rows[r].label.variants) add(variant);
      if (r == 0 || table.rows[r].part != table.rows[r - 1].part) {
        const Part& part = table.part_of(r);
        for (const std::string_view head : {part.item, part.corner, part.heading}) {
          if (!head.empty()) row.heads.emplace_back(head);
        }
        for (const Column& column : part.columns) row.heads.emplace_back(column.label.text);
      }
      rows_.push_back(std::move(row));
    }
  }
}

const ExpectedRows& ExpectedRows::of(const Form& form) {
  static const std::vector<ExpectedRows> all = [] {
    std::vector<ExpectedRows> rows;
    for (const Form& one : forms()) rows.push_back(ExpectedRows(one));
    return rows;
  }();
  return all[static_cast<std::size_t>(&form - forms().data())];
}

ExpectedRows::Front ExpectedRows::front_of(const Run& run) const {
  const RowLabels& known = RowLabels::official();
  for (auto label = run.row_label; label != RowLabels::none; label = known.shorter(label)) {
    const ExpectedRow* row = labelled(label);
    if (row != nullptr && !row->one_row) return {row, known[label].size()};
  }
  return {};
}

const ExpectedRow* ExpectedRows::side_by_side(std::uint32_t cells) const {
  for (const auto& [first, together] : side_by_side_) {
    if (together == cells) return &rows_[first];
  }
  return nullptr;
}

int label_of(const ExpectedRow& row, ExpectedRows::Front front, Evidence& evidence, std::size_t j) {
  const Run& run = *evidence.runs()[j];
  if (row.one_row) front = {};
  int best = 0;
  for (const RowLabels::Number label : row.labels) best = std::max(best, evidence.of(label, j, front.letters));
  // A run with just the cells of the row it is labelled as belongs to no row with another number of cells.
  const bool owned = front.row != nullptr && run.figures > 0 && run.last - run.first == front.row->cells;
  return owned && row.cells != front.row->cells && best < whole_label ? 0 : best;
}

namespace {

/// How much a row's number of cells says, when a run has as many figures.
int count_weight(std::uint32_t cells) {
  if (cells >= 15) return 70;
  if (cells >= 7) return 50;
  if (cells >= 5) return 40;
  if (cells >= 3) return 24;
  return 6;
}

/// How well a run's figures and empty cells fit a row of so many cells; negative where they do not.
int count_score(const Run& run, std::uint32_t cells) {
  const int weight = count_weight(cells);
  if (run.figures == cells || run.fused_digits == cells) return weight;
  if (run.line_cells == cells && cells >= 5) return weight * 8 / 10;
  if (run.figures > cells) return run.figures >= 2 * cells ? -weight : 0;
  if (run.figures + run.empties >= cells) return run.figures > 0 ? weight * 7 / 10 : weight / 2;
  return -weight / 2;
}

constexpr int for_heads = 25;    ///< the heads of the part that the row opens
constexpr int for_section = 12;  ///< the section that the table belongs to
constexpr int hopeless = -10000;
constexpr int impossible = std::numeric_limits<int>::min() / 4;

/// Aligns the rows of one form with runs, in the printed order of both. A place (i, j) lies behind i rows and j runs.
class Alignment {
 public:
  Alignment(const ExpectedRows& rows, Evidence& evidence) : rows_(rows), evidence_(evidence), runs_(evidence.runs()) {
    for (const Run* run : runs_) fronts_.push_back(rows.front_of(*run));
    bound_rest();
    forward();
    backward();
  }

  /// The pairings of the best alignment.
  [[nodiscard]] std::vector<Pairing> chosen() {
    std::vector<Pairing> list;
    std::size_t i = rows_.size();
    std::size_t j = runs_.size();
    while (i > 0 || j > 0) {
      const int here = at(i, j)->best;
      if (const Place* left = j > 0 ? at(i, j - 1) : nullptr; left != nullptr && here == left->best + skip_run(j - 1)) {
        --j;
        continue;
      }
      bool paired = false;
      for (std::size_t n = 1; j > 0 && n <= i && n <= rows_[i - n].together && !paired; ++n) {
        const Place* before = at(i - n, j - 1);
        if (before == nullptr || here != before->best + pairs_[before->pairs + n - 1]) continue;
        i -= n;
        --j;
        const bool certain = score() - best_otherwise(i, j) >= certain_margin;
        list.push_back(
            {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(n), runs_[j], label_of(i, n, j), certain});
        paired = true;
      }
      if (!paired) --i;
    }
    std::reverse(list.begin(), list.end());
    return list;
  }

 private:
  struct Place {
    int best;             ///< the best score of what lies before
    int rest;             ///< and of what lies behind
    std::uint32_t pairs;  ///< where in `pairs_` the scores begin of the next row, the next two … in the next run
  };
  /// The places behind so many rows that are looked at: side by side, from run `from` on.
  struct Strip {
    std::size_t first;  ///< index into `places_`
    std::size_t from, to;
  };
  [[nodiscard]] const Place* at(std::size_t i, std::size_t j) const {
    const Strip& strip = strips_[i];
    return j >= strip.from && j < strip.to ? &places_[strip.first + (j - strip.from)] : nullptr;
  }
  [[nodiscard]] int score() const { return places_.back().best; }
  /// What it costs to leave out a row or a run.
  [[nodiscard]] int skip_row(std::size_t i) const { return -20 - count_weight(rows_[i].cells) / 2; }
  [[nodiscard]] int skip_run(std::size_t j) const {
    return -4 * static_cast<int>(std::min<std::uint32_t>(runs_[j]->figures, 10));
  }

  /// The most that the rows from each on can be worth, whatever runs they stand in. A row that no figures are labelled as is
  /// scored in all runs: it is mostly worth nothing, and to know it narrows down what there is to look at.
  void bound_rest() {
    std::vector<bool> labelled(rows_.size(), false);
    std::uint32_t sections = 0;  // that runs stand in, a bit each
    for (std::size_t j = 0; j < runs_.size(); ++j) {
      if (fronts_[j].row != nullptr && runs_[j]->figures > 0) labelled[rows_.index_of(*fronts_[j].row)] = true;
      if (runs_[j]->section < 32) sections |= std::uint32_t{1} << runs_[j]->section;
    }
    most_behind_.assign(rows_.size() + 1, 0);
    for (std::size_t i = rows_.size(); i-- > 0;) {
      const ExpectedRow& row = rows_[i];
      int most = skip_row(i) + most_behind_[i + 1];
      if (labelled[i]) {
        most = most_behind_[i + 1] + whole_label + count_weight(row.cells);
        if ((sections >> row.section & 1U) != 0) most += for_section;
        if (!row.heads.empty()) most += for_heads;
      } else {
        for (std::size_t j = 0; j < runs_.size(); ++j) {
          pairs_.clear();
          score_pairs(i, j);
          for (std::size_t n = 1; n <= row.together; ++n) most = std::max(most, pairs_[n - 1] + most_behind_[i + n]);
        }
      }
      most_behind_[i] = most;
    }
  }

  /// A score that an alignment reaches: the best of those that pair rows only with runs that are labelled as they are, and all
  /// rows that stand side by side with a run of just their cells.
  [[nodiscard]] int reached() {
    int nothing = 0;  // where all is left out
    for (std::size_t i = 0; i < rows_.size(); ++i) nothing += skip_row(i);
    for (std::size_t j = 0; j < runs_.size(); ++j) nothing += skip_run(j);
    std::vector<int> best(rows_.size() + 1, nothing);  // with no row paired but those before each
    for (std::size_t j = 0; j < runs_.size(); ++j) {
      // The later row first, for either counts with the runs before this one.
      const auto [earlier, later] = std::minmax({fronts_[j].row, rows_.side_by_side(runs_[j]->figures)});
      for (const ExpectedRow* row : {later, earlier}) {
        if (row == nullptr) continue;
        const std::size_t i = rows_.index_of(*row);
        pairs_.clear();
        score_pairs(i, j);
        int score = best[i] + pairs_.back() - skip_run(j);
        for (std::size_t n = 1; n <= row->together; ++n) score -= skip_row(i + n - 1);
        for (std::size_t k = i + row->together; k < best.size() && best[k] < score; ++k) best[k] = score;
      }
    }
    return best.back();
  }

  /// The more an alignment must be worth, the less there is to look at: first it is sought halfway between what is reached and
  /// what is possible.
  void forward() {
    const int least = reached();
    const int wanted = (least + most_behind_[0]) / 2;
    forward(wanted - certain_margin);
    const Place* end = at(rows_.size(), runs_.size());
    if (end == nullptr || end->best < wanted) forward(least - certain_margin);
  }

  /// The best score before each place, as far as an alignment through it may be worth more than `bar`.
  void forward(int bar) {
    const std::size_t n = runs_.size();
    strips_.clear();
    places_.clear();
    pairs_.clear();
    for (std::size_t i = 0; i <= rows_.size(); ++i) {
      // Where steps from the rows before lead.
      std::size_t from = i == 0 ? 0 : n + 1;
      std::size_t to = i == 0 ? 1 : 0;
      const auto reach = [&](const Strip& before, std::size_t step) {
        if (before.from == before.to) return;
        from = std::min(from, before.from + step);
        to = std::max(to, before.to + step);
      };
      if (i > 0) reach(strips_[i - 1], 0);
      for (std::size_t k = 1; k <= i && k <= rows_[i - k].together; ++k) reach(strips_[i - k], 1);
      to = std::min(to, n + 1);
      Strip strip{places_.size(), from, from};
      for (std::size_t j = from; j <= n; ++j) {
        int best = i == 0 && j == 0 ? 0 : impossible;
        if (const Place* above = i > 0 ? at(i - 1, j) : nullptr; above != nullptr)
          best = std::max(best, above->best + skip_row(i - 1));
        for (std::size_t k = 1; j > 0 && k <= i && k <= rows_[i - k].together; ++k) {
          if (const Place* before = at(i - k, j - 1); before != nullptr)
            best = std::max(best, before->best + pairs_[before->pairs + k - 1]);
        }
        if (j > strip.from) best = std::max(best, places_.back().best + skip_run(j - 1));
        const bool worth = best + most_behind_[i] > bar;
        if (!worth && j + 1 >= to) break;
        if (!worth && j == strip.from) {
          ++strip.from;
          continue;
        }
        places_.push_back({worth ? best : impossible, impossible, static_cast<std::uint32_t>(pairs_.size())});
        strip.to = j + 1;
        if (i == rows_.size()) continue;
        if (worth && j < n) {
          score_pairs(i, j);
        } else {
          pairs_.insert(pairs_.end(), rows_[i].together, hopeless);
        }
      }
      strip.to = std::max(strip.from, strip.to);
      strips_.push_back(strip);
    }
  }

  /// The best score behind each place that an alignment may pass which is nearly as good as the best.
  void backward() {
    const std::size_t m = rows_.size();
    const std::size_t n = runs_.size();
    const int bar = score() - certain_margin;
    places_.back().rest = 0;
    for (std::size_t i = m + 1; i-- > 0;) {
      const Strip& strip = strips_[i];
      for (std::size_t j = strip.to; j-- > strip.from;) {
        Place& here = places_[strip.first + (j - strip.from)];
        if (here.best + most_behind_[i] <= bar) continue;
        if (const Place* below = i < m ? at(i + 1, j) : nullptr; below != nullptr)
          here.rest = std::max(here.rest, below->rest + skip_row(i));
        for (std::size_t k = 1; i < m && k <= rows_[i].together; ++k) {
          if (const Place* behind = at(i + k, j + 1); behind != nullptr)
            here.rest = std::max(here.rest, behind->rest + pairs_[here.pairs + k - 1]);
        }
        if (j < n && j + 1 < strip.to) here.rest = std::max(here.rest, at(i, j + 1)->rest + skip_run(j));
      }
    }
  }

  /// The best score of an alignment that gives row i another run than the one it has, or none. A run that holds the same figures
  /// is no other reading.
  [[nodiscard]] int best_otherwise(std::size_t i, std::size_t run) const {
    int best = impossible;
    const Strip& strip = strips_[i];
    for (std::size_t j = strip.from; j < strip.to; ++j) {
      const Place& here = *at(i, j);
      if (const Place* below = at(i + 1, j); below != nullptr)
        best = std::max(best, here.best + skip_row(i) + below->rest);
      if (j == runs_.size() || j == run) continue;
      if (runs_[j]->fingerprint == runs_[run]->fingerprint && runs_[j]->figures > 0) continue;
      for (std::size_t k = 1; k <= rows_[i].together; ++k) {
        if (const Place* behind = at(i + k, j + 1); behind != nullptr)
          best = std::max(best, here.best + pairs_[here.pairs + k - 1] + behind->rest);
      }
    }
    return best;
  }

  /// Adds to `pairs_` the scores of row i in run j, and of it together with the next, the next two … as the table prints them.
  void score_pairs(std::size_t i, std::size_t j) {
    const ExpectedRow& row = rows_[i];
    const Run& run = *runs_[j];
    if (are_fillers(run, row, row.cells)) {
      pairs_.insert(pairs_.end(), row.together, hopeless);
      return;
    }
    int around = run.section == row.section ? for_section : 0;
    if (has_heads(row, run)) around += for_heads;
    int labels = 0;
    std::uint32_t cells = 0;
    for (std::size_t n = 1; n <= row.together; ++n) {
      labels += label_of(rows_[i + n - 1], j);
      cells += rows_[i + n - 1].cells;
      const int score =
          are_fillers(run, row, cells) ? hopeless : score_pair(run, cells, labels / static_cast<int>(n)) + around;
      pairs_.push_back(static_cast<std::int16_t>(score));
    }
  }

  static int score_pair(const Run& run, std::uint32_t cells, int label) {
    // Empty cells say nothing by themselves, unless they make up a line of just so many.
    if (run.figures == 0 && label == 0 && run.line_cells != cells) return hopeless;
    // A label behind which nothing stands is little to hold against figures that stand elsewhere.
    const bool bare_label = run.first == run.last && run.empties < cells;
    int score = (bare_label ? label * 3 / 10 : label) + count_score(run, cells);
    if (label == 0) score -= (run.figures == cells || run.line_cells == cells) && cells >= 5 ? 15 : 60;
    if (run.measured && cells == 1) score -= 30;
    return score;
  }

  static bool has_heads(const ExpectedRow& row, const Run& run) {
    return run.before.size() <= longest_before &&
           std::any_of(row.heads.begin(), row.heads.end(),
                       [&](const LabelInk& head) { return head.is_in(run.before, run.letters_before); });
  }

  /// How well the words around run j fit the labels of rows i … i+n-1.
  [[nodiscard]] int label_of(std::size_t i, std::size_t n, std::size_t j) {
    int sum = 0;
    for (std::size_t k = 0; k < n; ++k) sum += label_of(rows_[i + k], j);
    return sum / static_cast<int>(n);
  }

  [[nodiscard]] int label_of(const ExpectedRow& row, std::size_t j) {
    return gouji::label_of(row, fronts_[j], evidence_, j);
  }

  const ExpectedRows& rows_;
  Evidence& evidence_;
  const std::vector<const Run*>& runs_;
  std::vector<ExpectedRows::Front> fronts_;
  std::vector<int> most_behind_;
  std::vector<Strip> strips_;
  std::vector<Place> places_;
  std::vector<std::int16_t> pairs_;
};

}  // namespace

std::vector<Pairing> align(const ExpectedRows& rows, Evidence& evidence) { return Alignment(rows, evidence).chosen(); }

}  // namespace gouji
