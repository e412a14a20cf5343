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

  /// Adds a list that is looked up, or one that is looked for all over the prose, and gives its declaration. Those come
  /// first. A word twice, none at all or one that is too long stops the build.
  std::string add(const std::string& name, std::vector<Word> words, bool with_values = false);
  std::string add_indexed(const std::string& name, std::vector<Word> words, bool with_values = false);
  /// The table as C++ for `core/word_list.cpp`.
  [[nodiscard]] std::string source() const;

 private:
  struct List {
    std::vector<Word> words;
    bool with_values = false;
  };

  std::size_t add_list(const std::string& name, std::vector<Word> words, bool with_values);
  /// All letters of the words, those that are told in one byte first.
  [[nodiscard]] std::vector<std::uint32_t> alphabet() const;
  /// The sizes of what `core/word_list.cpp` lays out.
  [[nodiscard]] std::string sizes() const;

  std::vector<List> lists_;
  std::size_t indexed_ = 0;  ///< the first so many lists
};

}  // namespace generate
