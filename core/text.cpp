#include "text.h"

#include <algorithm>

namespace gouji {
namespace {

#include "fold_table.inc"  // made by generate/fold.cpp

/// A checkpoint stands after every so many bytes of the paste: the price of a look-up against 12 bytes each.
constexpr std::size_t checkpoint_distance = 64;

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Offset into `fold_pool` of what replaces a code point; 0 where it stays as it is.
constexpr unsigned fold_offset(char32_t code_point) {
  const unsigned block = fold_top[code_point / (value_block * index_block)];
  const unsigned index = fold_index[block * index_block + code_point / value_block % index_block];
  return fold_value[index * value_block + code_point % value_block];
}

std::uint32_t to_offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

unsigned byte_at(std::string_view text, std::size_t position) { return static_cast<unsigned char>(text[position]); }

bool is_continuation(unsigned byte) { return (byte & 0xC0) == 0x80; }

struct Decoded {
  char32_t code_point;
  std::size_t size;  ///< bytes
  bool malformed;    ///< no UTF-8: `size` bytes are one maximal invalid part
};

/// One step of the "UTF-8 decode" of WHATWG Encoding. `position` is within `text`.
Decoded decode(std::string_view text, std::size_t position) {
  constexpr char32_t replacement = 0xFFFD;
  const unsigned lead = byte_at(text, position);
  if (lead < 0x80) return {lead, 1, false};
  if (lead < 0xC2 || lead > 0xF4) return {replacement, 1, true};

  const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // What the second byte may be: no overlong form, no surrogate, nothing above U+10FFFF.
  const unsigned lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t code_point = lead & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (position + i == text.size()) return {replacement, i, true};
    const unsigned byte = byte_at(text, position + i);
    if (i == 1 ? byte < lowest || byte > highest : !is_continuation(byte)) return {replacement, i, true};
    code_point = code_point << 6 | (byte & 0x3F);
  }
  return {code_point, size, false};
}

/// The quick way for what reports are made of: bytes of the code point at `position` if it is ASCII or of three bytes and
/// stays as it is, else 0.
std::size_t plain_size(std::string_view paste, std::size_t position) {
  const unsigned lead = byte_at(paste, position);
  if (lead < 0x80) return (lead >= 0x20 && lead < 0x7F) || lead == '\n' || lead == '\t';
  if ((lead & 0xF0) != 0xE0 || paste.size() - position < 3) return 0;
  const unsigned second = byte_at(paste, position + 1);
  const unsigned third = byte_at(paste, position + 2);
  if (!is_continuation(second) || !is_continuation(third)) return 0;
  const char32_t code_point = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
  if (code_point < 0x800 || (code_point >= 0xD800 && code_point <= 0xDFFF)) return 0;
  return fold_offset(code_point) == 0 ? 3 : 0;
}

/// What one step of folding takes from the paste and gives to the folded text.
struct Piece {
  std::size_t paste_bytes;
  std::size_t paste_units;
  std::string_view folded;
  bool malformed;
};

Piece fold_at(std::string_view paste, std::size_t position) {
  if (const std::size_t size = plain_size(paste, position)) return {size, 1, paste.substr(position, size), false};
  if (paste[position] == '\r' && position + 1 < paste.size() && paste[position + 1] == '\n') {
    return {2, 2, paste.substr(position + 1, 1), false};
  }
  const Decoded source = decode(paste, position);
  const std::size_t units = source.code_point > 0xFFFF ? 2 : 1;
  if (source.malformed) return {source.size, units, replacement_character, true};
  const unsigned offset = fold_offset(source.code_point);
  if (offset == 0) return {source.size, units, paste.substr(position, source.size), false};
  const char* replaced = reinterpret_cast<const char*>(fold_pool) + offset + 1;
  return {source.size, units, {replaced, fold_pool[offset]}, false};
}

}  // namespace

Text::Text(std::string_view paste) : paste_(paste) {
  folded_.reserve(paste.size());
  std::size_t position = 0;
  std::size_t units = 0;
  std::size_t copied = 0;  // bytes of the paste before here are folded; those from here to `position` stay as they are
  std::size_t next_checkpoint = 0;
  while (position < paste.size()) {
    if (position >= next_checkpoint) {
      checkpoints_.push_back({to_offset(folded_.size() + position - copied), to_offset(position), to_offset(units)});
      next_checkpoint = position + checkpoint_distance;
    }
    if (const std::size_t size = plain_size(paste, position)) {
      position += size;
      ++units;
      continue;
    }
    folded_.append(paste, copied, position - copied);
    const Piece piece = fold_at(paste, position);
    if (piece.malformed && malformed_count_++ == 0) {
      first_malformed_ = {to_offset(folded_.size()), to_offset(folded_.size() + piece.folded.size())};
    }
    folded_.append(piece.folded);
    position += piece.paste_bytes;
    units += piece.paste_units;
    copied = position;
  }
  folded_.append(paste, copied, position - copied);
}

Text::Place Text::place_of(std::size_t folded_byte) const {
  if (folded_byte >= last_.folded_byte && folded_byte - last_.folded_byte < checkpoint_distance)
    return last_ = walk(last_, folded_byte);
  const auto behind =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), folded_byte,
                       [](std::size_t byte, const Checkpoint& checkpoint) { return byte < checkpoint.folded_byte; });
  return last_ = walk(behind == checkpoints_.begin() ? Place{} : *(behind - 1), folded_byte);
}

Text::Place Text::walk(Place place, std::size_t folded_byte) const {
  while (place.paste_byte < paste_.size()) {
    const Place next = behind(place);
    if (folded_byte < next.folded_byte) break;
    place = next;
  }
  return place;
}

Text::Place Text::behind(Place place) const {
  if (const std::size_t size = plain_size(paste_, place.paste_byte)) {
    return {to_offset(place.folded_byte + size), to_offset(place.paste_byte + size), place.paste_unit + 1};
  }
  const Piece piece = fold_at(paste_, place.paste_byte);
  return {to_offset(place.folded_byte + piece.folded.size()), to_offset(place.paste_byte + piece.paste_bytes),
          to_offset(place.paste_unit + piece.paste_units)};
}

std::pair<Text::Place, Text::Place> Text::places_of(Span span) const {
  const Place first = place_of(span.begin);
  const std::size_t last_byte = span.end - 1;
  const Place last = span.size() <= checkpoint_distance ? walk(first, last_byte) : place_of(last_byte);
  return {first, last.paste_byte < paste_.size() ? behind(last) : last};
}

PasteSpan Text::in_paste(Span span) const {
  if (span.empty()) {
    const std::uint32_t at = place_of(span.begin).paste_unit;
    return {at, at};
  }
  const auto [first, end] = places_of(span);
  return {first.paste_unit, end.paste_unit};
}

std::string Text::pasted(Span span) const {
  std::string result;
  if (span.empty()) return result;
  const auto [first, end] = places_of(span);
  for (std::size_t position = first.paste_byte; position < end.paste_byte;) {
    const Decoded source = decode(paste_, position);
    result += source.malformed ? replacement_character : paste_.substr(position, source.size);
    position += source.size;
  }
  return result;
}

CharClass char_class_by_table(char32_t code_point) {
  const unsigned block = class_top[code_point / (value_block * index_block)];
  const unsigned index = class_index[block * index_block + code_point / value_block % index_block];
  const std::size_t value = index * value_block + code_point % value_block;
  return static_cast<CharClass>(class_pair[value / 2] >> (value % 2 * 4) & 0x0F);
}

char32_t next_rare_code_point(std::string_view utf8, std::size_t& position) {
  const Decoded decoded = decode(utf8, position);
  position += decoded.size;
  return decoded.code_point;
}

Span without_spaces(std::string_view folded, Span span) {
  while (span.begin < span.end && folded[span.begin] == ' ') ++span.begin;
  while (span.end > span.begin && folded[span.end - 1] == ' ') --span.end;
  return span;
}

}  // namespace gouji
