#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "number.h"

namespace gouji {

/// The same words in both languages of the product.
struct Bilingual {
  std::string zh;
  std::string en;

  [[nodiscard]] bool empty() const { return zh.empty(); }
  /// Adds one more to a list: 甲、乙 / a, b. Before the first no separator is put.
  void add(std::string_view zh_separator, std::string_view en_separator, const Bilingual& words);
};

/// What stands in a message for {0}, {1} …: words of both languages, words that are the same in both, or a number. Refers to
/// the words it is made of, which must live as long.
class Word {
 public:
  Word(const Bilingual& words);    // NOLINT: all of these are words, and sentences stay short so
  Word(const std::string& words);  // NOLINT
  Word(std::string_view words);    // NOLINT
  Word(const char* words);         // NOLINT
  Word(Decimal number);            // NOLINT
  template <std::integral Integer>
  Word(Integer number) : Word(Decimal(static_cast<std::int64_t>(number))) {}  // NOLINT
  /// Words of both languages in place.
  Word(std::string_view zh, std::string_view en);

  /// Adds the words to `out`, those of English if `english`.
  void write(bool english, std::string& out) const;

 private:
  std::string_view zh_;
  std::string_view en_;
  Decimal number_;
  bool is_number_ = false;
};

/// A sentence in both languages, the words put in: say("{0}是 {1}。", "{0} is {1}.", {place, sum}). {n} must be one of the
/// words; each may stand anywhere, and more than once. Any other character stands for itself.
[[nodiscard]] Bilingual say(std::string_view zh, std::string_view en, std::initializer_list<Word> words = {});

}  // namespace gouji
