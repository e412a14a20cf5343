#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grid.h"
#include "label.h"
#include "layout.h"
#include "row_label.h"

namespace gouji {

/// Figures (and empty cells among them) that stand together without text between: most often one row of a table.
///
///     … 科研机构 其他 总计 一、本年新收政府信息公开申请数量 | 24 | 2 |  | 26 | 二、上年结转 …
///       ^before ----------------------------------------^   ^run ---------^   ^after …
struct Run {
  std::uint32_t first = 0;  ///< index of its first piece in Grid::pieces
  std::uint32_t last =
      0;  ///< behind its last piece; equal to first for a place between two labels where nothing stands
  std::uint32_t figures = 0;
  std::uint32_t empties = 0;        ///< empty cells and empty lines before, among and behind its figures
  std::uint32_t empties_below = 0;  ///< those that are not on the line of the label
  std::uint32_t line_cells =
      0;  ///< figures and empty cells, where it is one line between pipes without a label; else 0
  std::uint32_t fused_digits =
      0;                        ///< digits of its only figure, where those may be the figures of several cells: 0000000
  std::uint8_t section = 0xff;  ///< index of the section it stands in, 0xff before the first heading
  bool measured = false;        ///< a measure word follows on the line, as in a sentence
  RowLabels::Number row_label = RowLabels::none;  ///< the longest label of a row that stands whole right before it
  std::uint64_t fingerprint = 0;                  ///< equal for runs that hold the same figures and empty cells
  CodedInkView before;                            ///< letters between the run of figures before and this one
  CodedInkView after;                             ///< letters up to the next run of figures
  LetterSet letters_before;                       ///< of `before`
  const Run* follows = nullptr;  ///< where nothing stands before it: the run with letters that it follows directly
  Span label;                    ///< the last piece of text before it
};

/// The runs of a paste. Holds the letters that the runs' views point into.
class Runs {
 public:
  Runs(std::string_view text, const Layout& layout, const Grid& grid);
  Runs(const Runs&) = delete;
  Runs& operator=(const Runs&) = delete;

  [[nodiscard]] const std::vector<Run>& all() const { return runs_; }
  /// Whether the words of a line are mostly letters that are neighbours in labels.
  [[nodiscard]] bool holds_only_labels(std::size_t line) const { return !strange_[line]; }

 private:
  CodedInk ink_;
  std::vector<Run> runs_;
  std::vector<bool> strange_;  // by line: it has words of other letters
};

}  // namespace gouji
