#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "span.h"
#include "word_list.h"

namespace gouji {

/// One character of the prose.
struct Letter {
  char32_t code = 0;
  std::uint32_t begin = 0;

  [[nodiscard]] ProseSpan span() const {
    return {begin, begin + (code < 0x80 ? 1U : code < 0x800 ? 2U : code < 0x10000 ? 3U : 4U)};
  }
};

/// A word of an indexed list where it stands in the prose.
struct Occurrence {
  std::uint32_t begin = 0;
  std::uint16_t size = 0;
  std::uint8_t list = 0;
  std::uint8_t value = 0;  ///< what its list says of it

  [[nodiscard]] ProseSpan span() const { return {begin, begin + size}; }
};

/// Whether a character is Chinese script (punctuation and 〇 are not).
[[nodiscard]] constexpr bool is_chinese(char32_t code) {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) ||
         (code >= 0x20000 && code <= 0x323af);
}

/// The prose letter by letter, looked through once for all that is asked of it.
///
///     prose    收 到 申 请 3 4 件 ， 其 中 网 上 3 0 件 。
///     signs                3 4    ，            3 0    。      what is no Chinese script
///     words    收到  申请       件    其中  网上       件         those of each indexed list, the longest at each place
class Letters {
 public:
  Letters() = default;
  /// Of a `Prose`; keeps nothing of `text`.
  explicit Letters(std::string_view text);

  [[nodiscard]] std::span<const Letter> all() const { return letters_; }
  /// In the order of the text; those that begin inside `span`.
  [[nodiscard]] std::span<const Letter> in(ProseSpan span) const { return part_of(letters_, span); }
  [[nodiscard]] std::span<const Letter> signs_in(ProseSpan span) const { return part_of(signs_, span); }
  [[nodiscard]] std::span<const Letter> signs() const { return signs_; }

  /// Where the words of a list stand, in order; those that lie inside `span`.
  [[nodiscard]] std::span<const Occurrence> of(IndexedList list) const {
    return {occurrences_.data() + first_[list.index()], occurrences_.data() + first_[list.index() + 1]};
  }
  [[nodiscard]] std::span<const Occurrence> of(IndexedList list, ProseSpan span) const;
  [[nodiscard]] bool has(IndexedList list, ProseSpan span) const { return !of(list, span).empty(); }

 private:
  [[nodiscard]] static std::span<const Letter> part_of(const std::vector<Letter>& letters, ProseSpan span);
  void find_words(const std::vector<word_trie::Letter>& numbers);

  std::vector<Letter> letters_;
  std::vector<Letter> signs_;
  std::vector<Occurrence> occurrences_;  ///< by list, then in the order of the text
  std::vector<std::uint32_t> first_;     ///< of each list, and where the last one ends
};

}  // namespace gouji
