#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text.h"

namespace gouji {

/// The letters of a text without spaces, punctuation, digits and separators: what is left of an official label however a
/// page broke it. "（一）不⏎予公开 |" and "（一）不予公开" have the same ink.
using Ink = std::u32string;
using InkView = std::u32string_view;

[[nodiscard]] Ink ink_of(std::string_view folded);
/// Whether a code point is one of these letters.
[[nodiscard]] inline bool is_ink(char32_t c) {
  return c >= 0x80 ? char_class(c) == CharClass::letter : (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// An ink with each letter as its number in the official vocabulary, 1 …; letters that stand in no official label are 0. Two
/// official labels are told apart by it as well as by their inks, and in less time.
using CodedInk = std::u8string;
using CodedInkView = std::u8string_view;

[[nodiscard]] CodedInk coded_ink_of(std::string_view folded);
void append_coded_ink(std::string_view folded, CodedInk& ink);

/// Which letters a coded ink holds.
class LetterSet {
 public:
  LetterSet() = default;
  explicit LetterSet(CodedInkView ink) {
    for (const char8_t letter : ink) bits_[letter / 64] |= std::uint64_t{1} << letter % 64;
  }
  [[nodiscard]] bool has(char8_t letter) const { return (bits_[letter / 64] >> letter % 64 & 1U) != 0; }
  [[nodiscard]] bool has_all_of(const LetterSet& other) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) missing |= other.bits_[i] & ~bits_[i];
    return missing == 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

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
[[nodiscard]] CodedInk coded_label_ink(std::string_view folded);

/// How well `label` fits into what stands before a figure and what stands after it (the page may have torn the label in
/// two around its figures): 100 for a whole label right before the figure, 0 for nothing in common. Letters may be
/// missing, wrong or interspersed, each at a cost. Looks at no more than `fit_window` letters of either side.
///
/// Fitting alignment (semi-global Needleman–Wunsch) of each prefix of the label in `before` and of the rest in `after`.
inline constexpr std::size_t fit_window = 160;
[[nodiscard]] int fit_label(CodedInkView label, CodedInkView before, CodedInkView after);

/// Share of bigrams that two inks have in common, 0 … 100 (Dice's coefficient).
[[nodiscard]] int similarity(const Ink& a, const Ink& b);

/// The letters that official labels are made of, and which of them are neighbours in some label, from all forms: tells lines
/// of a table, however torn, from sentences.
class Vocabulary {
 public:
  [[nodiscard]] static const Vocabulary& official();
  /// From 1; 0 for a letter that stands in no label.
  [[nodiscard]] char8_t number_of(char32_t letter) const {
    const std::size_t at = letter - first_letter_;
    return at < numbers_.size() ? numbers_[at] : char8_t{0};
  }
  /// Of letters by their numbers.
  [[nodiscard]] bool are_neighbours(char8_t first, char8_t second) const {
    const std::size_t pair = std::size_t{first} << 8 | second;
    return (pairs_[pair / 64] >> pair % 64 & 1U) != 0;
  }
  [[nodiscard]] bool has_letter(char32_t letter) const { return number_of(letter) != 0; }
  [[nodiscard]] bool has_pair(char32_t first, char32_t second) const {
    return are_neighbours(number_of(first), number_of(second));
  }
  /// Whether every neighbouring pair of the ink (or its one letter) occurs in some label.
  [[nodiscard]] bool covers(const Ink& ink) const;

 private:
  Vocabulary();
  char32_t first_letter_ = 0;
  std::vector<char8_t> numbers_;             // from the first letter on
  std::array<std::uint64_t, 1024> pairs_{};  // a bit for each two numbers
};

}  // namespace gouji
