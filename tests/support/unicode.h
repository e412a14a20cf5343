#pragma once

// The few things the printer needs to know about UTF-8 text.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// The characters of valid UTF-8, one string each.
[[nodiscard]] std::vector<std::string> characters(std::string_view text);

/// Columns on a terminal: CJK characters and full-width punctuation count two, also “ ” and —.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Cuts `text` into lines of at most `width` columns; a run of ASCII (a number, an address) stays whole.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The two halves of a label, as a narrow cell would break it.
struct Halves {
  std::string first;
  std::string second;
};
[[nodiscard]] Halves halves(std::string_view text);

[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);
[[nodiscard]] bool is_ascii_digits(std::string_view text);

/// Replaces single characters.
using CharacterMap = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] std::string mapped(std::string_view text, const CharacterMap& map);

/// （ ） ， ： ； to ASCII.
[[nodiscard]] const CharacterMap& half_width_punctuation();
/// ASCII digits and the decimal point to full width.
[[nodiscard]] const CharacterMap& full_width_digits();
/// Ordinary characters to the radicals of U+2F00 and U+2E80 that PDF fonts give for them.
[[nodiscard]] const CharacterMap& radicals();
/// Simplified to traditional characters, for the words of the forms.
[[nodiscard]] const CharacterMap& traditional();

}  // namespace gouji::test
