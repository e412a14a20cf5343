#include "message.h"

namespace gouji {
namespace {

std::string fill_in(std::string_view pattern, bool english, std::initializer_list<Word> words) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const bool is_place = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
    const auto index = is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : words.size();
    if (index < words.size()) {
      words.begin()[index].write(english, out);
      at += 3;
    } else {
      out += pattern[at++];
    }
  }
  return out;
}

}  // namespace

void Bilingual::add(std::string_view zh_separator, std::string_view en_separator, const Bilingual& words) {
  if (!empty()) {
    zh += zh_separator;
    en += en_separator;
  }
  zh += words.zh;
  en += words.en;
}

Word::Word(const Bilingual& words) : zh_(words.zh), en_(words.en) {}
Word::Word(const std::string& words) : zh_(words), en_(words) {}
Word::Word(std::string_view words) : zh_(words), en_(words) {}
Word::Word(const char* words) : zh_(words), en_(words) {}
Word::Word(Decimal number) : number_(number), is_number_(true) {}
Word::Word(std::string_view zh, std::string_view en) : zh_(zh), en_(en) {}

void Word::write(bool english, std::string& out) const {
  if (is_number_) {
    out += to_string(number_);
  } else {
    out += english ? en_ : zh_;
  }
}

Bilingual say(std::string_view zh, std::string_view en, std::initializer_list<Word> words) {
  return {fill_in(zh, false, words), fill_in(en, true, words)};
}

}  // namespace gouji
