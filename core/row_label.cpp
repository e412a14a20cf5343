#include "row_label.h"

#include <algorithm>

#include "sort.h"
#include "text.h"

namespace gouji {

LabelInk::LabelInk(std::string_view label) : ink(coded_label_ink(Text(label).folded())), letters(ink) {}

RowLabels::RowLabels() {
  const auto add = [&](std::string_view label, bool before_figures) {
    LabelInk ink(label);
    for (Entry& known : labels_) {
      if (known.ink.ink != ink.ink) continue;
      known.before_figures = known.before_figures || before_figures;
      return;
    }
    labels_.push_back({std::move(ink), before_figures, none});
  };
  for (const Form& form : forms()) {
    for (const Table& table : form.tables) {
      for (const Row& row : table.rows) {
        add(row.label.text, !table.one_row);
        for (const std::string_view variant : row.label.variants) add(variant, !table.one_row);
      }
    }
  }
  sort(labels_, [](const Entry& a, const Entry& b) {
    return a.ink.ink.back() != b.ink.ink.back() ? a.ink.ink.back() < b.ink.ink.back() : a.ink.size() > b.ink.size();
  });
  for (const Entry& label : labels_) ++with_last_[label.ink.ink.back() + 1U];
  for (std::size_t i = 1; i < with_last_.size(); ++i)
    with_last_[i] = static_cast<Number>(with_last_[i] + with_last_[i - 1]);
  for (Entry& label : labels_) label.shorter = longest_at_end(CodedInkView(label.ink.ink).substr(1));
}

const RowLabels& RowLabels::official() {
  static const RowLabels labels;
  return labels;
}

RowLabels::Number RowLabels::number_of(CodedInkView ink) const {
  const Number label = longest_at_end(ink);
  return label != none && labels_[label].ink.size() == ink.size() ? label : none;
}

RowLabels::Number RowLabels::longest_at_end(CodedInkView text) const {
  if (text.empty()) return none;
  for (Number label = with_last_[text.back()]; label < with_last_[text.back() + 1U]; ++label) {
    if (text.ends_with(labels_[label].ink.ink)) return label;
  }
  return none;
}

}  // namespace gouji
