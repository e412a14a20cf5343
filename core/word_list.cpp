#include "word_list.h"

#include <algorithm>
#include <cstring>

#include "text.h"

namespace gouji {
namespace {

#include "word_table.inc"

}  // namespace

word_trie::Letter word_trie::letters_by_code[0x10000];
word_trie::Member word_trie::members[member_count + 1];  // by list; the first is none
word_trie::Indexed word_trie::indexed[indexed_node_count + 1];

namespace {

using word_trie::Letter;
using word_trie::letters_by_code;
using word_trie::Member;
using word_trie::members;
using word_trie::Node;

/// Where words end; nodes that lie inside of words alone have no string.
struct Ending {
  std::uint16_t member;  ///< index of the first list that it is a word of; 0 for none
  std::uint16_t string;  ///< where its letters stand in the pool
  std::uint8_t size;     ///< of them, in bytes
};

/// A way from one node to another.
struct Edge {
  Node from;
  Letter letter;
  Node to;  ///< 0: no way
};

/// A bit for each letter.
struct LetterBits {
  std::uint32_t bits[letter_count / 32 + 1];

  void set(Letter letter) { bits[letter / 32] |= std::uint32_t{1} << letter % 32; }
  [[nodiscard]] bool has(Letter letter) const { return (bits[letter / 32] >> letter % 32 & 1U) != 0; }
};

constexpr std::size_t edge_places = 1 << 14;  ///< a power of two, well above the number of nodes
static_assert(node_count < edge_places / 2 + edge_places / 4);

Ending endings[node_count + 1];
/// For each node a bit for the lowest bits of each letter that a word goes on with: most letters are ruled out by it.
std::uint32_t onward[node_count + 1];
Edge edges[edge_places];
char word_pool[pool_size];

struct {
  std::uint16_t first_member[list_count + 1];
  LetterBits first_letters[list_count];
  LetterBits last_letters[list_count];
} lists;

std::size_t place_of(Node node, Letter letter) { return (node * 0x9e5U + letter * 0x65U) % edge_places; }

std::string_view string_at(Node node) {
  const Ending& ending = endings[node];
  return {word_pool + ending.string, ending.size};
}

/// Bytes of the letter that begins with `lead`; 1 inside a letter.
std::size_t letter_size(char lead) {
  const unsigned byte = static_cast<unsigned char>(lead);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// The letter at `at`, and moves behind it.
Letter next_letter(std::string_view text, std::size_t& at) { return word_trie::letter(next_code_point(text, at)); }

Letter last_letter(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (text[at] & 0xc0) == 0x80) --at;
  return next_letter(text, at);
}

/// Lays everything out.
class Unpacking {
 public:
  Unpacking() {
    const std::uint8_t* at = letter_distances;
    for (std::size_t i = 0; i < letter_count; ++i) {
      std::uint32_t distance = *at++;
      if (distance >= 0x80) distance = (distance & 0x7fU) << 8 | *at++;
      codes_[i] = static_cast<char16_t>((i == 0 || i == word_code::frequent ? 0U : codes_[i - 1]) + distance);
      letters_by_code[codes_[i]] = static_cast<Letter>(i + 1);
    }
    for (std::uint8_t list = 0; list < list_count; ++list) {
      if (list == indexed_count) keep_indexed();
      add_list(list);
    }
    lists.first_member[list_count] = static_cast<std::uint16_t>(next_member_);
  }

 private:
  void add_list(std::uint8_t list) {
    lists.first_member[list] = static_cast<std::uint16_t>(next_member_);
    const bool with_values = *packed_++ != 0;
    for (; *packed_ != 0; ++packed_) {
      const Node node = next_word(list);
      const std::uint8_t value = with_values ? *values_++ : std::uint8_t{0};
      members[next_member_] = {node, endings[node].member, list, value};
      endings[node].member = static_cast<std::uint16_t>(next_member_++);
    }
    ++packed_;
  }

  /// The indexed lists come first: all that is there so far is theirs.
  void keep_indexed() const {
    for (std::size_t node = 0; node < next_node_; ++node)
      word_trie::indexed[node] = {onward[node], endings[node].member};
  }

  /// The node of the word that stands next, made where it is new.
  Node next_word(std::uint8_t list) {
    char word[256];
    char* end = word;
    Node node = 0;
    Letter letter = 0;
    for (; *packed_ != 0; ++packed_) {
      letter = next_number();
      end = write_utf8(codes_[letter - 1], end);
      if (node == 0) lists.first_letters[list].set(letter);
      node = node == 0 ? letter : onward_from(node, letter);
    }
    lists.last_letters[list].set(letter);
    if (endings[node].member == 0) {
      endings[node].string = static_cast<std::uint16_t>(next_byte_ - word_pool);
      endings[node].size = static_cast<std::uint8_t>(end - word);
      next_byte_ = std::copy(word, end, next_byte_);
    }
    return node;
  }

  Letter next_number() {
    const std::size_t code = *packed_;
    if (code <= word_code::frequent) return static_cast<Letter>(code);
    const std::size_t high = code - word_code::frequent - 1;
    return static_cast<Letter>(word_code::frequent + high * 256 + *++packed_ + 1);
  }

  Node onward_from(Node node, Letter letter) {
    std::size_t place = place_of(node, letter);
    for (; edges[place].to != 0; place = (place + 1) % edge_places) {
      if (edges[place].from == node && edges[place].letter == letter) return edges[place].to;
    }
    edges[place] = {node, letter, next_node_};
    onward[node] |= std::uint32_t{1} << letter % 32;
    return next_node_++;
  }

  char16_t codes_[letter_count];
  const std::uint8_t* packed_ = word_codes;
  const std::uint8_t* values_ = word_values;
  std::size_t next_member_ = 1;
  Node next_node_ = letter_count + 1;
  char* next_byte_ = word_pool;
};

const bool unpacked = (Unpacking(), true);

/// The node behind one more letter; 0 where no word goes on so.
Node next_node(Node node, Letter letter) {
  if ((onward[node] >> letter % 32 & 1U) == 0) return 0;
  for (std::size_t place = place_of(node, letter); edges[place].to != 0; place = (place + 1) % edge_places) {
    if (edges[place].from == node && edges[place].letter == letter) return edges[place].to;
  }
  return 0;
}

/// The member of a list that a node is; null where it is none.
const Member* member_of(Node node, std::uint8_t list) {
  std::uint16_t member = endings[node].member;
  while (member != 0 && members[member].list != list) member = members[member].next;
  return member == 0 ? nullptr : &members[member];
}

}  // namespace

Node word_trie::next_indexed(Node node, Letter letter) {
  const Node next = next_node(node, letter);
  return next <= indexed_node_count ? next : Node{0};
}

const Member* WordList::member_in_front(std::string_view text) const {
  if (text.empty()) return nullptr;
  std::size_t at = 0;
  Node node = next_letter(text, at);
  if (!lists.first_letters[index_].has(node)) return nullptr;
  const Member* longest = nullptr;
  for (;;) {
    if (const Member* member = member_of(node, index_)) longest = member;
    if (at >= text.size() || onward[node] == 0) return longest;
    node = next_node(node, next_letter(text, at));
    if (node == 0) return longest;
  }
}

std::string_view WordList::leading(std::string_view text) const {
  const Member* member = member_in_front(text);
  return member == nullptr ? std::string_view() : string_at(member->node);
}

WordList::Match WordList::match(std::string_view text) const {
  const Member* member = member_in_front(text);
  return member == nullptr ? Match() : Match{string_at(member->node), member->value};
}

std::string_view WordList::trailing(std::string_view text) const {
  if (text.empty() || !lists.last_letters[index_].has(last_letter(text))) return {};
  std::string_view longest;
  for (const std::string_view word : *this) {
    if (word.size() > longest.size() && text.ends_with(word)) longest = word;
  }
  return longest;
}

std::size_t WordList::find(std::string_view text, std::size_t from) const {
  const LetterBits& first_letters = lists.first_letters[index_];
  while (from < text.size()) {
    std::size_t behind = from;
    const bool may_begin = first_letters.has(next_letter(text, behind));
    if (may_begin && member_in_front(text.substr(from)) != nullptr) return from;
    from = behind;
  }
  return std::string_view::npos;
}

bool WordList::contains(std::string_view word) const {
  if (word.empty()) return false;
  std::size_t at = 0;
  Node node = next_letter(word, at);
  while (at < word.size() && node != 0) node = next_node(node, next_letter(word, at));
  return node != 0 && member_of(node, index_) != nullptr;
}

std::string_view WordList::Iterator::operator*() const { return string_at(member_->node); }

WordList::Iterator WordList::begin() const { return Iterator(members + lists.first_member[index_]); }

WordList::Iterator WordList::end() const { return Iterator(members + lists.first_member[index_ + 1]); }

std::size_t IndexedList::count() { return indexed_count; }

FirstLetters::FirstLetters(std::initializer_list<WordList> lists, std::string_view letters) {
  for (const WordList list : lists) {
    for (const std::string_view word : list) add(word);
  }
  for (std::size_t at = 0; at < letters.size(); at += letter_size(letters[at])) add(letters.substr(at));
}

void FirstLetters::add(std::string_view word) {
  const unsigned lead = byte_at(word, 0);
  const unsigned hash = lead < 0xe0 ? lead : byte_at(word, 1) * 5 + byte_at(word, 2);
  bits_[hash / 64 % 4] |= std::uint64_t{1} << hash % 64;
}

std::size_t FirstLetters::find(std::string_view text, std::size_t from) const {
  while (from < text.size() && !may_begin(text.substr(from))) from += letter_size(text[from]);
  return std::min(from, text.size());
}

}  // namespace gouji
