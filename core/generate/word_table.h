#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace generate {

/// The table of all lists of words; `core/word_list.h` tells how it is laid out, and how it is packed.
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
  struct List {
    std::vector<Word> words;  ///< by bucket, first letter and size, the longer ones first
    std::size_t buckets = 0;
    bool with_values = false;
  };

  [[nodiscard]] std::size_t pool_size() const;
  /// All letters of the words, those that are told in one byte first.
  [[nodiscard]] std::vector<std::uint32_t> alphabet() const;

  std::vector<List> lists_;
};

}  // namespace generate
