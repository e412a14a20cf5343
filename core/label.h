#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// The letters of a text without spaces, punctuation, digits and separators: what is left of an official label however a
/// page broke it. "（一）不⏎予公开 |" and "（一）不予公开" have the same ink.
using Ink = std::u32string;
using InkView = std::u32string_view;

[[nodiscard]] Ink ink_of(std::string_view folded);

/// Bytes of the numbering in front of a label or heading: "一、" "（二）" "3." "1、" "l六、"; 0 where there is none.
/// `ordinal` gets its number, 0 where it has none.
enum class NumberingStyle : std::uint8_t { none, section /* 一、 */, bracketed /* （一） */, arabic /* 1. 1、 (1) */ };
struct Numbering {
  NumberingStyle style = NumberingStyle::none;
  std::uint32_t ordinal = 0;
  std::uint32_t bytes = 0;
};
[[nodiscard]] Numbering numbering_of(std::string_view folded);

/// Ink of a label with its numbering left out, since reports change numbering freely.
[[nodiscard]] Ink label_ink(std::string_view folded);

/// How well `label` fits into what stands before a figure and what stands after it (the page may have torn the label in
/// two around its figures): 100 for a whole label right before the figure, 0 for nothing in common. Letters may be
/// missing, wrong or interspersed, each at a cost. Looks at no more than `fit_window` letters of either side.
///
/// Fitting alignment (semi-global Needleman–Wunsch) of each prefix of the label in `before` and of the rest in `after`.
inline constexpr std::size_t fit_window = 160;
[[nodiscard]] int fit_label(InkView label, InkView before, InkView after);

/// Share of bigrams that two inks have in common, 0 … 100 (Dice's coefficient).
[[nodiscard]] int similarity(const Ink& a, const Ink& b);

/// The pairs of neighbouring letters that official labels are made of, from all forms: tells lines of a table, however torn,
/// from sentences.
class Vocabulary {
 public:
  [[nodiscard]] static const Vocabulary& official();
  [[nodiscard]] bool has_pair(char32_t first, char32_t second) const;
  [[nodiscard]] bool has_letter(char32_t letter) const;
  /// Whether every neighbouring pair of the ink (or its one letter) occurs in some label.
  [[nodiscard]] bool covers(const Ink& ink) const;

 private:
  Vocabulary();
  void add(std::string_view label);
  std::vector<std::uint64_t> pairs_;  // sorted
  std::vector<char32_t> letters_;     // sorted
};

}  // namespace gouji
