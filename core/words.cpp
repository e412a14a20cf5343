#include "words.h"

#include <algorithm>
#include <iterator>

#include "text.h"

namespace gouji {

char32_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && (text[begin] & 0xc0) == 0x80) --begin;
  return next_code_point(text, begin);
}

char32_t letter_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : U'\0';
}

std::string_view leading_word(std::string_view text, WordList list) {
  return text.substr(0, list.leading(text).size());
}

std::string_view trailing_word(std::string_view text, WordList list) {
  return text.substr(text.size() - list.trailing(text).size());
}

std::string without_breaks(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '|'; });
  return out;
}

}  // namespace gouji
