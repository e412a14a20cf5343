#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "form.h"
#include "label.h"

namespace gouji {

/// The ink of a label of the forms, to be found in other inks.
struct LabelInk {
  explicit LabelInk(std::string_view label);

  CodedInk ink;
  LetterSet letters;

  [[nodiscard]] std::size_t size() const { return ink.size(); }
  [[nodiscard]] bool ends(CodedInkView text) const {
    return text.size() >= ink.size() && text.back() == ink.back() && text.ends_with(ink);
  }
  /// `letters_of_text`: those of `text`.
  [[nodiscard]] bool is_in(CodedInkView text, const LetterSet& letters_of_text) const {
    return letters_of_text.has_all_of(letters) && text.find(ink) != CodedInkView::npos;
  }
};

/// The labels of all rows of all forms and their other wordings, each ink once and by a number.
///
///     … 信息内容本年制发件数现行有效件数行政规范性文件
///                                       ^--- longest_at_end
///                                           ^- shorter: 规范性文件
class RowLabels {
 public:
  using Number = std::uint8_t;
  static constexpr Number none = 0xff;

  [[nodiscard]] static const RowLabels& official();

  [[nodiscard]] const LabelInk& operator[](Number label) const { return labels_[label].ink; }
  [[nodiscard]] std::size_t size() const { return labels_.size(); }
  [[nodiscard]] Number number_of(CodedInkView ink) const;

  /// The longest label that a text ends with, and the next shorter one that this one ends with; `none` for none.
  [[nodiscard]] Number longest_at_end(CodedInkView text) const;
  [[nodiscard]] Number shorter(Number label) const { return labels_[label].shorter; }
  /// Whether it is the label of a row that its figures stand behind, rather than of one that is printed beside others.
  [[nodiscard]] bool is_before_figures(Number label) const { return labels_[label].before_figures; }

 private:
  RowLabels();
  struct Entry {
    LabelInk ink;
    bool before_figures;
    Number shorter;
  };
  std::vector<Entry> labels_;            // those with the same last letter together, the longest first
  std::array<Number, 257> with_last_{};  // where those with a last letter begin
};

}  // namespace gouji
