#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace gouji {

/// A set of words, compiled by `generate/word_table.cpp` so that the word in front of a text is found in about the time of
/// comparing it, however many there are. All lists share one table; a list is a number, as cheap to copy.
///
///     pool      │14│6 共计│6 共有│ 4│3 件│…     groups of words with the same first letter: the bytes of the group; then for
///               ^bucket           ^bucket        each word its size, its bytes, and its value in lists that have values, the
///                                                longer words first
///     buckets   where they begin, by the hash of the first letter; each list has a power of two of them
///
/// The program holds the words packed (`word_code`) and lays the table out when it starts.
///
/// Words that are found last as long as the program. They are told in no order that means anything.
class WordList {
 public:
  explicit constexpr WordList(std::uint16_t index) : index_(index) {}

  /// The longest word that `text` begins or ends with; empty where there is none.
  [[nodiscard]] std::string_view leading(std::string_view text) const;
  [[nodiscard]] std::string_view trailing(std::string_view text) const;
  /// Where the first word from byte `from` of `text` on begins; npos where there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from = 0) const;
  [[nodiscard]] bool contains(std::string_view word) const;

  struct Match {
    std::string_view word;  ///< empty where none was found
    std::uint8_t value = 0;
  };
  /// The longest word that `text` begins with, in a list that says something of each.
  [[nodiscard]] Match match(std::string_view text) const;

  /// Goes over the words.
  class Iterator {
   public:
    /// From a group, or from the end of the list.
    Iterator(const char* group, const char* end, std::size_t extra) : entry_(group), end_(end), extra_(extra) {
      open_group();
    }
    std::string_view operator*() const { return {entry_ + 1, size_at(entry_)}; }
    Iterator& operator++() {
      entry_ += 1 + size_at(entry_) + extra_;
      if (entry_ == group_end_) open_group();
      return *this;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.entry_ == b.entry_; }

   private:
    static std::size_t size_at(const char* byte) { return static_cast<unsigned char>(*byte); }
    void open_group() {
      if (entry_ == end_) return;
      group_end_ = entry_ + 1 + size_at(entry_);
      ++entry_;
    }
    const char* entry_;
    const char* end_;  ///< of the list
    const char* group_end_ = nullptr;
    std::size_t extra_;  ///< bytes of the value
  };
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

 private:
  std::uint16_t index_;
};

/// The numbers by which words are put into buckets; shared with the program that makes the table.
namespace word_hash {

constexpr unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Of the first letter of `text`, which is not empty. A letter cut short has the hash of another one and is found nowhere.
constexpr unsigned first_letter(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  if (lead < 0xe0 || text.size() < 3) return lead;
  return byte_at(text, 1) * 5 + byte_at(text, 2);
}

/// Of the last letter of `text`, which is not empty: 0 … 63.
constexpr unsigned last_letter(std::string_view text) {
  const unsigned last = byte_at(text, text.size() - 1);
  return (last < 0x80 || text.size() < 2 ? last : byte_at(text, text.size() - 2) * 5 + last) & 63U;
}

}  // namespace word_hash

/// How the lists are packed; shared with the program that makes the table. For each list a byte with the number of bits of its
/// buckets and, lowest, whether its words have values; its words in the order of the table, a 0 behind each, and one more 0.
/// The values are told apart. Letters are numbers of an alphabet, which is told by the distance of each letter from the one
/// before: 1 … for the most frequent ones; of the others a byte above those with the higher bits, and a byte.
namespace word_code {

constexpr std::size_t frequent = 240;

}  // namespace word_code

/// The letters that something may begin with: a quick test ahead of a closer look, which it may send at other letters too.
class FirstLetters {
 public:
  /// Those of the words of `lists`, and `letters` themselves.
  explicit FirstLetters(std::initializer_list<WordList> lists, std::string_view letters = {});

  /// Whether something may begin where `text`, which is not empty, begins.
  [[nodiscard]] bool may_begin(std::string_view text) const {
    const unsigned hash = word_hash::first_letter(text) & 255U;
    return (bits_[hash / 64] >> hash % 64 & 1U) != 0;
  }
  /// The first letter from byte `from` of `text` on with which something may begin; the size of `text` where there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

 private:
  void add(std::string_view word);
  std::array<std::uint64_t, 4> bits_{};
};

}  // namespace gouji
