#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "label.h"
#include "row_label.h"
#include "run.h"

namespace gouji {

/// Letters before a run beyond which they are no label.
inline constexpr std::size_t longest_before = 400;

inline constexpr int whole_label = 100;

/// How well the words around runs fit the labels of rows; the same whatever form the rows are of. Each label is held against
/// a run only when it is asked for, and once.
///
///     100      the whole label stands right before the run
///     80, 70   whole among several that stand before it, or before the runs that it follows
///     90 … 35  torn or damaged
///     0        not there
class Evidence {
 public:
  explicit Evidence(const std::vector<const Run*>& runs)
      : runs_(runs), known_(RowLabels::official().size() * runs.size(), unknown), near_(runs.size()) {}

  [[nodiscard]] const std::vector<const Run*>& runs() const { return runs_; }

  /// `longest`: letters of the longest label that stands whole right before the run, where that keeps others from being meant;
  /// else 0.
  [[nodiscard]] int of(RowLabels::Number label, std::size_t run, std::size_t longest) {
    std::int8_t& known = known_[label * runs_.size() + run];
    if (known == unknown) known = static_cast<std::int8_t>(look(label, run));
    if (known == whole_label) return labels_[label].size() >= longest ? whole_label : 40;
    if (known != not_whole) return known;
    // Next to a whole label at its place a mere resemblance counts for nothing.
    if (longest > 0) return 0;
    known = static_cast<std::int8_t>(resemblance(label, run));
    return known;
  }

 private:
  static constexpr std::int8_t not_whole = -1;  // and how much it resembles was not asked yet
  static constexpr std::int8_t unknown = -2;

  /// Letters of what `fit_label` looks at before and after a run.
  struct Near {
    LetterSet before, after;
  };

  [[nodiscard]] int look(RowLabels::Number label, std::size_t run);
  [[nodiscard]] int resemblance(RowLabels::Number label, std::size_t run);
  [[nodiscard]] int most_fit(const LabelInk& label, std::size_t run);
  [[nodiscard]] const Near& letters_near(std::size_t run);

  const RowLabels& labels_ = RowLabels::official();
  const std::vector<const Run*>& runs_;
  std::vector<std::int8_t> known_;  ///< by label and run
  std::vector<std::optional<Near>> near_;
};

}  // namespace gouji
