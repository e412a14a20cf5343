#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace gouji {

/// All words of all lists as one trie, laid out when the program starts; `generate/word_table.cpp` packs the words.
///
///     件次     node of 件 ──次──▶ node of 件次      members: measures
///              members: measures, things
///
/// A letter has a number, from 1 on, which is also the node of the words that are this letter alone; 0 is no letter of any
/// word, and no node.
namespace word_trie {

using Letter = std::uint16_t;
using Node = std::uint16_t;

/// That a node is a word of a list.
struct Member {
  Node node;
  std::uint16_t next;  ///< the same word in another list, as an index; 0 for none
  std::uint8_t list;
  std::uint8_t value;  ///< what the list says of the word; 0 in lists that say nothing
};

/// Where a walk through the words of the indexed lists stands, which hold but some of all nodes.
struct Indexed {
  std::uint32_t onward;  ///< for each letter that a word goes on with, the bit of the lowest bits of its number
  std::uint16_t member;  ///< the first indexed list that the node is a word of, as an index; 0 for none

  [[nodiscard]] bool may_go_on(Letter letter) const { return (onward >> letter % 32 & 1U) != 0; }
};

extern Letter letters_by_code[0x10000];
extern Member members[];
extern Indexed indexed[];  ///< by node

[[nodiscard]] inline Letter letter(char32_t code_point) {
  return code_point < 0x10000 ? letters_by_code[code_point] : Letter{0};
}
/// The node behind one more letter; 0 where no word of an indexed list goes on so.
[[nodiscard]] Node next_indexed(Node node, Letter letter);

}  // namespace word_trie

/// A set of words. All lists share one trie, in which the word in front of a text is found in about the time of comparing it,
/// however many there are; a list is a number, as cheap to copy.
///
/// Words that are found last as long as the program. They are told in no order that means anything.
class WordList {
 public:
  explicit constexpr WordList(std::uint8_t index) : index_(index) {}

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
    explicit Iterator(const word_trie::Member* member) : member_(member) {}
    std::string_view operator*() const;
    Iterator& operator++() {
      ++member_;
      return *this;
    }
    friend bool operator==(Iterator a, Iterator b) { return a.member_ == b.member_; }

   private:
    const word_trie::Member* member_;
  };
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

 protected:
  /// The longest word of the list that `text` begins with; null where there is none.
  [[nodiscard]] const word_trie::Member* member_in_front(std::string_view text) const;

  std::uint8_t index_;
};

/// One of the lists whose words are looked for all over the prose, once for all of them: see `Letters`.
class IndexedList : public WordList {
 public:
  using WordList::WordList;
  /// Below `count()`.
  [[nodiscard]] constexpr std::size_t index() const { return index_; }
  [[nodiscard]] static std::size_t count();
};

/// How the lists are packed; shared with the program that makes the table. For each list a byte that is 1 where its words have
/// values; its words, a 0 behind each, and one more 0. The values are told apart. Letters are numbers of an alphabet, which is
/// told by the distance of each letter from the one before: 1 … for the most frequent ones; of the others a byte above those
/// with the higher bits, and a byte.
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
    const unsigned lead = static_cast<unsigned char>(text[0]);
    const unsigned hash = lead < 0xe0 || text.size() < 3 ? lead : byte_at(text, 1) * 5 + byte_at(text, 2);
    return (bits_[hash / 64 % 4] >> hash % 64 & 1U) != 0;
  }
  /// The first letter from byte `from` of `text` on with which something may begin; the size of `text` where there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

 private:
  static constexpr unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
  }
  void add(std::string_view word);
  std::array<std::uint64_t, 4> bits_{};
};

}  // namespace gouji
