#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace generate {

/// The table of all lists of words; `core/word_list.h` tells how it is laid out.
class WordTable {
 public:
  struct Word {
    std::string text;
    std::uint8_t value = 0;
  };

  /// Adds a list and gives `WordList(n)`. A word twice, none at all or one that is too long stops the build.
  std::string add(const std::string& name, std::vector<Word> words, bool with_values = false);
  /// The table as C++ for `core/word_list.cpp`.
  [[nodiscard]] std::string source() const;

 private:
  void add_groups(const std::vector<Word>& words, bool with_values);

  std::size_t size_ = 0;              ///< of the pool, in bytes
  std::vector<std::size_t> buckets_;  ///< where each begins in the pool
  std::vector<std::string> lists_;
  std::string pool_;
};

}  // namespace generate
