#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "span.h"

namespace gouji {

/// The paste, folded for reading, with the way back to the paste.
///
///     paste   ２ ６ 件 NBSP ZWSP CR LF ⺠          any bytes
///     folded  2  6  件 ' '       '\n'  民         valid UTF-8
///
/// Folding goes code point by code point (so that each folded byte comes from exactly one code point of the paste):
/// NFKC as utf8proc gives it, then: every line break (CR, CRLF, NEL, VT, FF, U+2028, U+2029) is '\n', a tab stays,
/// any other space or control character is ' ', default-ignorable code points (zero-width, BOM, bidi controls, variation
/// selectors, soft hyphen) are dropped, and the characters listed in `forms/characters.json` (radicals that PDF
/// fonts produce, traditional forms) are replaced. Bytes that are not UTF-8 read as U+FFFD, one for each maximal
/// invalid part, exactly as browsers decode them (WHATWG Encoding, "UTF-8 decode"). NFKC of a whole string can differ:
/// marks after a base letter are not composed here.
///
/// Cannot fail. Folding a folded text changes nothing.
class Text {
 public:
  /// Keeps a view of `paste`, which must outlive this object.
  explicit Text(std::string_view paste);

  [[nodiscard]] std::string_view folded() const { return folded_; }
  [[nodiscard]] std::string_view at(Span span) const { return folded().substr(span.begin, span.size()); }

  /// UTF-16 units of the paste that produced the folded bytes of `span`, nothing dropped before or after.
  /// An empty span gives an empty range where it stands. Monotone: a later span never starts earlier.
  [[nodiscard]] PasteSpan in_paste(Span span) const;

  /// What stands in the paste for a span.
  struct Pasted {
    std::string_view bytes;  ///< of which some may be no UTF-8, where `malformed_count` tells of any
    PasteSpan span;
  };
  [[nodiscard]] Pasted paste_of(Span span) const;

  /// The paste's own characters for `span`, as UTF-8 (U+FFFD for what is not).
  [[nodiscard]] std::string pasted(Span span) const;

  /// Number of U+FFFD that stand for bytes that are not UTF-8, and where the first of them is.
  [[nodiscard]] std::size_t malformed_count() const { return malformed_count_; }
  [[nodiscard]] Span first_malformed() const { return first_malformed_; }

 private:
  /// A place in both texts, before a code point of the paste and what it folds to.
  struct Place {
    std::uint32_t folded_byte;
    std::uint32_t paste_byte;
    std::uint32_t paste_unit;
  };
  /// The places before and behind one code point of the paste.
  struct Step {
    Place from;
    Place to;
  };
  /// The code point of the paste that a folded byte comes from; the end, twice, for the end of the folded text.
  [[nodiscard]] Step step_at(std::size_t folded_byte) const;
  /// The same, walking on from an earlier place.
  [[nodiscard]] Step walk(Place place, std::size_t folded_byte) const;
  /// As far on that way as both texts are the same.
  [[nodiscard]] Place skip_same(Place place, std::size_t folded_byte) const;
  /// The place behind the code point at a place.
  [[nodiscard]] Place behind(Place place) const;
  /// The places before the first and behind the last code point that a span comes from; an empty span comes from none.
  [[nodiscard]] Step places_of(Span span) const;

  std::string_view paste_;
  std::string folded_;
  std::vector<Place> checkpoints_;  ///< where a way through both texts may begin
  mutable Place last_{};            ///< the last that was asked for: most are asked for in their order
  std::size_t malformed_count_ = 0;
  Span first_malformed_;
};

/// What a code point of the folded text is, by its Unicode general category (utf8proc).
enum class CharClass : std::uint8_t { space, letter, digit, number, mark, punctuation, symbol, other };
[[nodiscard]] CharClass char_class_by_table(char32_t code_point);
[[nodiscard]] inline CharClass char_class(char32_t code_point) {
  // Most of what reports hold is Chinese.
  const bool chinese = code_point >= 0x4e00 && code_point < 0x9ff0;
  return chinese ? CharClass::letter : char_class_by_table(code_point);
}

/// Whether a pipe or a tab, which divide cells, stands in the text. (find_first_of looks each letter up by itself.)
[[nodiscard]] inline bool has_separator(std::string_view text) {
  return text.find('|') != std::string_view::npos || text.find('\t') != std::string_view::npos;
}

/// `span` without the spaces at either end.
[[nodiscard]] Span without_spaces(std::string_view folded, Span span);

/// Writes a code point as UTF-8, at most four bytes, and gives the place behind.
char* write_utf8(char32_t code_point, char* out);

/// Reads the code point of valid UTF-8, of which the last letter may be cut short, at `position` and moves `position` behind
/// it.
[[nodiscard]] char32_t next_rare_code_point(std::string_view utf8, std::size_t& position);
[[nodiscard]] inline char32_t next_code_point(std::string_view utf8, std::size_t& position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[position + i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return utf8[position++];
  if ((lead & 0xf0) != 0xe0 || utf8.size() - position < 3) return next_rare_code_point(utf8, position);
  const char32_t code_point = (lead & 0x0fU) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
  position += 3;
  return code_point;
}

}  // namespace gouji
