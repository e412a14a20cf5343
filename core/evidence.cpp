#include "evidence.h"

#include <algorithm>

namespace gouji {

int Evidence::look(RowLabels::Number number, std::size_t j) {
  const LabelInk& label = labels_[number];
  const Run& run = *runs_[j];
  if (label.ends(run.before)) return whole_label;
  if (run.figures == 0 && (labels_.is_before_figures(number) || run.empties_below < 5)) {
    // Where nothing stands the label must say it nearly whole.
    if (run.empties == 0 || label.size() <= 2 || most_fit(label, j) < 70) return 0;
    const std::size_t near = std::min(run.before.size(), label.size() + 2);
    const int fit = fit_label(label.ink, run.before.substr(run.before.size() - near), {});
    return fit >= 70 ? fit : 0;
  }
  const auto is_in = [&](const Run& other) {
    return other.before.size() <= longest_before && label.is_in(other.before, other.letters_before);
  };
  if (label.size() > 2 && is_in(run)) return 80;
  if (label.size() > 2 && run.follows != nullptr && is_in(*run.follows)) return 70;
  return not_whole;
}

/// How much the letters around the run resemble a label that stands whole nowhere there.
int Evidence::resemblance(RowLabels::Number number, std::size_t j) {
  constexpr int least = 35;
  const LabelInk& label = labels_[number];
  if (most_fit(label, j) < least) return 0;
  const int fit = fit_label(label.ink, runs_[j]->before, runs_[j]->after);
  return fit >= least ? fit : 0;
}

/// A bound on what `fit_label` can give, by the letters that are there at all: as if all of them stood in their order and side
/// by side. 0 where most letters of the label are missing: such a resemblance counts for nothing.
int Evidence::most_fit(const LabelInk& label, std::size_t run) {
  const auto& [before, after] = letters_near(run);
  const auto worth = [](bool there) { return there ? 2 : -1; };
  std::size_t shared = 0;
  int behind = 0;  // the letters from `p` on, found in `after`
  for (const char8_t c : label.ink) {
    const bool follows = after.has(c);
    shared += follows || before.has(c) ? 1 : 0;
    behind += worth(follows);
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

const Evidence::Near& Evidence::letters_near(std::size_t run) {
  std::optional<Near>& near = near_[run];
  if (!near) {
    const CodedInkView before = runs_[run]->before;
    near = Near{LetterSet(before.substr(before.size() - std::min(before.size(), fit_window))),
                LetterSet(runs_[run]->after.substr(0, fit_window))};
  }
  return *near;
}

}  // namespace gouji
