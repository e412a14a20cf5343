#include "text.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace gouji {
namespace {

#include "fold_table.inc"  // made by generate/fold.cpp

/// A checkpoint stands after every so many bytes of the paste: the price of a look-up against 12 bytes each.
constexpr std::size_t checkpoint_distance = 64;

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// The tables, unpacked when the program starts: pages of code points, and which page each is on.
constexpr std::size_t all_pages = 0x110000 / page_size;
std::uint8_t fold_page[all_pages];
std::uint16_t fold_offsets[fold_pages][page_size];
char fold_pool[fold_pool_size];  ///< what replaces code points: the size in one byte, then the bytes
std::uint8_t class_page[all_pages];
std::uint8_t classes[class_pages][page_size];

/// A number of generate/fold.cpp: seven bits in each byte, more behind a high bit.
std::uint32_t next_number(const std::uint8_t*& at) {
  std::uint32_t number = *at & 0x7FU;
  while ((*at++ & 0x80U) != 0) number = number << 7 | (*at & 0x7FU);
  return number;
}

void unpack_folds() {
  const std::uint8_t* runs = fold_runs;
  const std::uint8_t* letters = fold_letters;
  char32_t before[longest_fold] = {};  // the letters of the last replacement, each by its place
  char* pool = fold_pool + 1;
  std::uint8_t pages = 1;
  std::size_t code_point = 0;
  while (runs != std::end(fold_runs)) {
    code_point += next_number(runs);
    const std::size_t end = code_point + next_number(runs);
    const std::uint32_t count = next_number(runs);
    for (; code_point < end; ++code_point) {
      std::uint8_t& page = fold_page[code_point / page_size];
      if (page == 0) page = pages++;
      fold_offsets[page][code_point % page_size] = static_cast<std::uint16_t>(pool - fold_pool);
      char* const begin = pool++;
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t change = next_number(letters);
        before[i] += change >> 1 ^ (0 - (change & 1));
        pool = write_utf8(before[i], pool);
      }
      *begin = static_cast<char>(pool - begin - 1);
    }
  }
}

void unpack_classes() {
  constexpr std::uint8_t plain_pages = 8;  // one for each class
  for (std::uint8_t one = 0; one < plain_pages; ++one) std::fill_n(classes[one], page_size, one);
  const std::uint8_t* runs = class_runs;
  std::uint8_t pages = plain_pages;
  std::uint8_t char_class = 0;
  std::size_t left = 0;  // of the run
  const auto next_run = [&] {
    char_class = *runs & 7U;
    left = (*runs++ >> 3) + std::size_t{1};
    if (left == 32) left += next_number(runs);
  };
  for (std::uint8_t& page : class_page) {
    if (left == 0) next_run();
    if (left >= page_size) {
      page = char_class;
      left -= page_size;
      continue;
    }
    page = pages++;
    for (std::uint8_t& value : classes[page]) {
      if (left == 0) next_run();
      value = char_class;
      --left;
    }
  }
}

const bool unpacked = [] {
  unpack_folds();
  unpack_classes();
  return true;
}();

/// Offset into `fold_pool` of what replaces a code point; 0 where it stays as it is.
unsigned fold_offset(char32_t code_point) {
  return fold_offsets[fold_page[code_point / page_size]][code_point % page_size];
}

std::uint32_t to_offset(std::size_t value) { return static_cast<std::uint32_t>(value); }

unsigned byte_at(std::string_view text, std::size_t position) { return static_cast<unsigned char>(text[position]); }

bool is_continuation(unsigned byte) { return (byte & 0xC0) == 0x80; }

/// UTF-16 units that begin with one of four bytes of UTF-8: one for each code point, another for those of four bytes.
std::uint32_t units_of(std::uint32_t word) {
  constexpr std::uint32_t each = 0x01010101;
  const std::uint32_t begins = (~word >> 7 | word >> 6) & each;
  const std::uint32_t begins_long = word >> 7 & word >> 6 & word >> 5 & word >> 4 & each;
  return (begins + begins_long) * each >> 24;
}

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
  const char* const replaced = fold_pool + offset;
  return {source.size, units, {replaced + 1, static_cast<unsigned char>(*replaced)}, false};
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

Text::Step Text::step_at(std::size_t folded_byte) const {
  constexpr std::size_t near = 4 * checkpoint_distance;  // to walk so far is quicker than to look a checkpoint up
  Place from = last_;
  if (folded_byte < from.folded_byte || folded_byte - from.folded_byte >= near) {
    const auto behind =
        std::upper_bound(checkpoints_.begin(), checkpoints_.end(), folded_byte,
                         [](std::size_t byte, const Place& checkpoint) { return byte < checkpoint.folded_byte; });
    from = behind == checkpoints_.begin() ? Place{} : *(behind - 1);
  }
  const Step step = walk(from, folded_byte);
  last_ = step.from;
  return step;
}

Text::Place Text::skip_same(Place place, std::size_t folded_byte) const {
  // What is the same in both texts was not folded: each letter stands for itself, for folding gives no letter that it changes.
  const char* const folded = folded_.data() + place.folded_byte;
  const char* const paste = paste_.data() + place.paste_byte;
  const std::size_t most = std::min(folded_byte - place.folded_byte, paste_.size() - place.paste_byte);
  std::size_t same = 0;
  std::uint32_t units = 0;
  for (std::uint32_t word = 0, other = 0; most - same >= sizeof word; same += sizeof word) {
    std::memcpy(&word, folded + same, sizeof word);
    std::memcpy(&other, paste + same, sizeof word);
    if (word != other) break;
    units += units_of(word);
  }
  const auto units_at = [&](std::size_t at) { return units_of(static_cast<unsigned char>(folded[at])) - 3; };
  for (; same < most && folded[same] == paste[same]; ++same) units += units_at(same);
  while (same > 0 && is_continuation(static_cast<unsigned char>(folded[same]))) units -= units_at(--same);
  return {to_offset(place.folded_byte + same), to_offset(place.paste_byte + same), place.paste_unit + units};
}

Text::Step Text::walk(Place place, std::size_t folded_byte) const {
  for (;;) {
    place = skip_same(place, folded_byte);
    if (place.paste_byte == paste_.size()) return {place, place};
    const Place next = behind(place);
    if (folded_byte < next.folded_byte) return {place, next};
    place = next;
  }
}

Text::Place Text::behind(Place place) const {
  if (const std::size_t size = plain_size(paste_, place.paste_byte)) {
    return {to_offset(place.folded_byte + size), to_offset(place.paste_byte + size), place.paste_unit + 1};
  }
  const Piece piece = fold_at(paste_, place.paste_byte);
  return {to_offset(place.folded_byte + piece.folded.size()), to_offset(place.paste_byte + piece.paste_bytes),
          to_offset(place.paste_unit + piece.paste_units)};
}

Text::Step Text::places_of(Span span) const {
  const Step first = step_at(span.begin);
  if (span.empty()) return {first.from, first.from};
  if (span.end <= first.to.folded_byte) return first;
  return {first.from, step_at(span.end - 1).to};
}

PasteSpan Text::in_paste(Span span) const { return paste_of(span).span; }

Text::Pasted Text::paste_of(Span span) const {
  const auto [from, to] = places_of(span);
  return {paste_.substr(from.paste_byte, to.paste_byte - from.paste_byte), {from.paste_unit, to.paste_unit}};
}

std::string Text::pasted(Span span) const {
  const std::string_view source = paste_of(span).bytes;
  if (malformed_count_ == 0) return std::string(source);
  std::string result;
  for (std::size_t position = 0; position < source.size();) {
    const Decoded letter = decode(source, position);
    result += letter.malformed ? replacement_character : source.substr(position, letter.size);
    position += letter.size;
  }
  return result;
}

CharClass char_class_by_table(char32_t code_point) {
  return static_cast<CharClass>(classes[class_page[code_point / page_size]][code_point % page_size]);
}

char* write_utf8(char32_t code_point, char* out) {
  unsigned shift = code_point < 0x80 ? 0 : code_point < 0x800 ? 6 : code_point < 0x10000 ? 12 : 18;
  constexpr unsigned lead[] = {0, 0xC0, 0xE0, 0xF0};
  *out++ = static_cast<char>(lead[shift / 6] | code_point >> shift);
  while (shift != 0) {
    shift -= 6;
    *out++ = static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  }
  return out;
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
