#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letters.h"
#include "word_list.h"

namespace gouji {

/// Lists of words, from the "words" of `forms/*.json`: each list there is a constant here. Those of "ordered" are plain
/// lists, for their order tells something.
namespace words {
#include "word_data.inc"
}  // namespace words

/// The character that ends right before `at`, or starts there; 0 where there is none.
[[nodiscard]] char32_t letter_before(std::string_view text, std::size_t at);
[[nodiscard]] char32_t letter_at(std::string_view text, std::size_t at);

/// The longest word of the list that `text` starts or ends with, as a part of `text`; empty where there is none.
[[nodiscard]] std::string_view leading_word(std::string_view text, WordList list);
[[nodiscard]] std::string_view trailing_word(std::string_view text, WordList list);

/// Whether `word` is a word of the list.
[[nodiscard]] inline bool is_one_of(std::string_view word, WordList list) { return list.contains(word); }

/// Whether a word of the list occurs in `text`, and where the first of them from byte `from` on begins; npos where there is
/// none.
[[nodiscard]] inline bool has_word(std::string_view text, WordList list) {
  return list.find(text) != std::string_view::npos;
}
[[nodiscard]] inline std::size_t find_word(std::string_view text, WordList list, std::size_t from = 0) {
  return list.find(text, from);
}

/// The text without spaces, line breaks and the strokes of tables.
[[nodiscard]] std::string without_breaks(std::string_view text);

}  // namespace gouji
