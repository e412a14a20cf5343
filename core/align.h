#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "form.h"
#include "label.h"
#include "run.h"

namespace gouji {

/// The ink of a label of the forms, to be found in other inks.
struct LabelInk {
  explicit LabelInk(CodedInk label) : ink(std::move(label)), letters(ink) {}

  CodedInk ink;
  LetterSet letters;

  [[nodiscard]] std::size_t size() const { return ink.size(); }
  [[nodiscard]] bool ends(CodedInkView text) const {
    return text.size() >= ink.size() && (ink.empty() || text.back() == ink.back()) && text.ends_with(ink);
  }
  /// `letters_of_text`: those of `text`.
  [[nodiscard]] bool is_in(CodedInkView text, const LetterSet& letters_of_text) const {
    return letters_of_text.has_all_of(letters) && text.find(ink) != CodedInkView::npos;
  }
};

/// A row of a form, with the inks by which it may be known.
struct ExpectedRow {
  std::uint8_t table;
  std::uint8_t row;
  std::uint8_t section;  ///< index of the section the table belongs to
  std::uint32_t cells;
  std::vector<LabelInk> labels;
  std::vector<LabelInk> heads;  ///< labels of the part it opens: item, corner, columns; empty for other rows
  bool one_row;                 ///< its table prints all rows side by side
};

/// All rows of a form of `forms()`, in printed order.
[[nodiscard]] const std::vector<ExpectedRow>& expected_rows(const Form& form);

/// How much a row's number of cells says, when a run has as many figures.
[[nodiscard]] int count_weight(std::uint32_t cells);

/// How well a run's figures and empty cells fit a row of so many cells; negative where they do not.
[[nodiscard]] int count_score(const Run& run, std::uint32_t cells);

/// Consecutive rows (mostly one) that stand in a run.
struct Pairing {
  std::uint32_t row;   ///< index of the first
  std::uint32_t rows;  ///< how many
  const Run* run;
  std::uint32_t run_index;
  int label;   ///< how well the words around the run fit the rows' labels, 0 … 100
  int margin;  ///< by how much the best alignment that reads the first row otherwise, or not at all, is worse
};

/// Aligns the rows of a form with runs, in the printed order of both: Needleman–Wunsch, where leaving out a row or a run costs
/// something, and pairing them is worth what label, count, heads and section say together. Time and memory are in
/// proportion to rows times runs.
[[nodiscard]] std::vector<Pairing> align(const std::vector<ExpectedRow>& rows, const std::vector<const Run*>& runs);

}  // namespace gouji
