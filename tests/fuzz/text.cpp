// Any bytes: what Text promises of folding and of the way back to the paste.

#include "text.h"

#include "fuzz.h"

using namespace gouji;
using gouji::fuzz::require;

namespace {

/// UTF-16 units of what the paste reads as.
std::uint32_t units_of(std::string_view utf8) {
  std::uint32_t units = 0;
  for (const char c : utf8) units += (c & 0xc0) == 0x80 ? 0 : static_cast<unsigned char>(c) >= 0xf0 ? 2 : 1;
  return units;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text text(fuzz::view(data, size));
  const std::string_view folded = text.folded();
  const auto end = static_cast<std::uint32_t>(folded.size());
  require(fuzz::is_utf8(folded), "the folded text is UTF-8");
  require(Text(folded).folded() == folded, "folding a folded text changes nothing");

  const std::string whole = text.pasted({0, end});
  require(fuzz::is_utf8(whole), "what is given back is UTF-8");
  require(text.malformed_count() > 0 || size == 0 || fuzz::is_utf8(fuzz::view(data, size)), "bad bytes are counted");
  PasteSpan before;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < folded.size(); ++letters) {
    const auto begin = static_cast<std::uint32_t>(at);
    (void)next_code_point(folded, at);
    const Span letter{begin, static_cast<std::uint32_t>(at)};
    const PasteSpan span = text.in_paste(letter);
    require(span.start < span.end, "a letter comes from somewhere");
    require(before.start <= span.start && before.end <= span.end, "the way back is monotone");
    // One code point may fold to several; letters of different ones are disjoint.
    require(before.end <= span.start || before == span, "letters come from different places, or from the same one");
    // What is asked for out of order is the same; asking is dear, so some are asked.
    if (letters % 61 == 0) {
      require(text.in_paste({begin, begin}).start == span.start, "an empty span stands where the next letter does");
      require(text.in_paste({0, letter.end}).end == span.end, "a longer span ends where its last letter does");
      require(units_of(text.pasted(letter)) == span.end - span.start, "what is given back has the units of its span");
    }
    before = span;
  }
  require(before.end <= units_of(fuzz::view(data, size)) + 3 * text.malformed_count(),
          "the way back leads into the paste");
  return 0;
}
