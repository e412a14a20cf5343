#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "columns.h"
#include "form.h"
#include "grid.h"
#include "number.h"
#include "run.h"
#include "span.h"

namespace gouji {

/// What the paste holds for one cell of an official form.
struct Cell {
  enum class State : std::uint8_t {
    number,
    zero_mark,   ///< - — / 无 …: counts as zero
    blank,       ///< an empty cell: counts as zero
    unreadable,  ///< something may stand there, but what is not certain
  };

  State state = State::unreadable;
  FigureUnit unit = FigureUnit::none;
  bool annotated = false;
  Decimal value;  ///< as printed
  Span span;      ///< sign, digits and separators; empty where a blank cell stands
};

/// Whether a row of the form could be read, and why not.
enum class RowState : std::uint8_t {
  read,
  missing,       ///< no such row in the paste
  too_few,       ///< fewer figures than cells, and no trace of which cells are empty
  too_many,      ///< more figures than cells
  two_readings,  ///< its figures can be read in two ways
};

/// A run that was matched to a row (or to rows printed side by side) of so many cells.
struct MatchedRun {
  const Run* run;
  std::uint32_t cells;
  const Part* part;  ///< the part of the form that its columns are those of
  bool headed;       ///< it stands under its heads: the words before it are no label of its own
};

/// Tells which cell of its row each figure of a run is, where empty cells are among them.
///
/// What stands between two figures is measured in empty units: empty cells and empty lines. Between the figures of complete
/// rows of the same table there is a usual number of units (0 for `2 | 0`, 1 for figures with an empty line between); each
/// empty cell adds to it. Where lines are rows of a true rectangle, or figures stand under each other, columns tell the rest.
/// What is not told is not guessed.
class SlotReader {
 public:
  /// `rows` of one table; `neighbours`, rows of the other tables of the same report, are asked where the table itself has no
  /// complete row to learn from.
  /// `neighbours` must outlive this object.
  SlotReader(const Text& text, const Grid& grid, std::vector<MatchedRun> rows,
             const std::vector<MatchedRun>& neighbours);

  struct Reading {
    RowState state = RowState::read;
    std::vector<Cell> cells;  ///< of a row with too many, all its figures; else empty unless read
  };
  [[nodiscard]] Reading read(const MatchedRun& row);

 private:
  /// For each cell of a row the index of its piece, or `empty_slot`.
  using Slots = std::vector<std::uint32_t>;
  static constexpr std::uint32_t empty_slot = 0xffffffff;

  /// Learns how the table shows empty cells; asked for by the first row that has some.
  void learn();
  void learn_base();
  void learn_step();
  void learn_anchor();
  void learn_display_columns();

  [[nodiscard]] std::vector<std::uint32_t> figures_of(const Run& run) const;
  [[nodiscard]] std::vector<std::uint32_t> units_of(const MatchedRun& row) const;
  [[nodiscard]] bool is_cell(const MatchedRun& row, std::uint32_t piece, bool tabbed) const;
  [[nodiscard]] std::uint32_t units_to_next_line(const Run& run) const;
  /// The pieces of the run's first and last figures; `run.last` where it has none.
  [[nodiscard]] std::uint32_t first_figure(const Run& run) const;
  [[nodiscard]] std::uint32_t last_figure(const Run& run) const;
  [[nodiscard]] bool is_last(const MatchedRun& row) const;
  [[nodiscard]] Slots line_slots(const Run& run) const;
  [[nodiscard]] bool starts_at_label(const MatchedRun& row) const;
  [[nodiscard]] std::optional<Slots> by_line_cells(const MatchedRun& row) const;
  [[nodiscard]] std::optional<Slots> by_units(const MatchedRun& row, std::uint32_t step, bool exactly) const;
  [[nodiscard]] std::optional<Slots> by_display(const MatchedRun& row) const;
  [[nodiscard]] std::optional<Slots> by_lines(const MatchedRun& row) const;
  [[nodiscard]] std::vector<Cell> by_splitting(const MatchedRun& row) const;
  [[nodiscard]] std::vector<Cell> cells_of(const Run& run, const Slots& slots) const;
  [[nodiscard]] Cell cell_of(std::uint32_t piece) const;

  const Text& source_;
  std::string_view text_;  ///< folded
  const Grid& grid_;
  std::vector<MatchedRun> rows_;
  const std::vector<MatchedRun>& neighbours_;
  bool learned_ = false;
  std::uint32_t base_ = 0;       ///< units between two figures with no empty cell between
  std::uint32_t lead_base_ = 0;  ///< units between the label and the first figure of a complete row
  std::uint32_t row_base_ = 0;   ///< units between a complete row and the next
  bool row_base_known_ = false;
  std::uint32_t step_ = 1;  ///< units that an empty cell adds; 0 where that cannot be told
  /// Where lines hold more empty cells than the row has: whether the row's cells are the first behind its label (fillers
  /// follow) or the last of the line (a merged label is spread over several cells).
  enum class Anchor : std::uint8_t { unknown, label, line_end };
  Anchor anchor_ = Anchor::unknown;
  std::map<const Part*, DisplayColumns> display_columns_;
};

}  // namespace gouji
