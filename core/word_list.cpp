#include "word_list.h"

#include <algorithm>
#include <cstring>

#include "text.h"

namespace gouji {
namespace {

/// Where a list stands in the table.
struct ListHead {
  std::uint32_t first_letters[2];  ///< a bit for the hash of each word's first letter …
  std::uint32_t last_letters[2];   ///< … and its last one
  std::uint16_t first_bucket;
  std::uint8_t mask;   ///< buckets less one
  std::uint8_t extra;  ///< bytes of a value behind each word
};

#include "word_table.inc"

ListHead word_lists[list_count];
std::uint16_t word_buckets[bucket_count + 1];
char word_pool[pool_size];

void set_bit(std::uint32_t (&bits)[2], unsigned hash) { bits[hash / 32 % 2] |= std::uint32_t{1} << hash % 32; }

bool has_bit(const std::uint32_t (&bits)[2], unsigned hash) { return (bits[hash / 32 % 2] >> hash % 32 & 1U) != 0; }

std::size_t size_of(const char* entry) { return static_cast<unsigned char>(*entry); }

const char* bucket_begin(const ListHead& list, unsigned bucket) {
  return word_pool + word_buckets[list.first_bucket + bucket];
}

/// Bytes of the letter that begins with `lead`; 1 inside a letter.
std::size_t letter_size(char lead) {
  const unsigned byte = static_cast<unsigned char>(lead);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// Whether `word`, of which `text` may be shorter, has the first letter of `text`, which is not empty.
bool same_first_letter(const char* word, std::string_view text) {
  if (word[0] != text[0]) return false;
  return static_cast<unsigned char>(word[0]) < 0xe0 || (text.size() >= 3 && word[1] == text[1] && word[2] == text[2]);
}

/// Lays the table out.
class Unpacking {
 public:
  Unpacking() {
    const std::uint8_t* at = letter_distances;
    for (std::size_t i = 0; i < letter_count; ++i) {
      std::uint32_t distance = *at++;
      if (distance >= 0x80) distance = (distance & 0x7fU) << 8 | *at++;
      letters_[i] = static_cast<char16_t>((i == 0 || i == word_code::frequent ? 0U : letters_[i - 1]) + distance);
    }
    for (ListHead& list : word_lists) add_list(list);
    *bucket_ = place();
  }

 private:
  [[nodiscard]] std::uint16_t place() const { return static_cast<std::uint16_t>(end_ - word_pool); }

  void add_list(ListHead& list) {
    const unsigned head = *codes_++;
    list.first_bucket = static_cast<std::uint16_t>(bucket_ - word_buckets);
    list.mask = static_cast<std::uint8_t>((1U << (head >> 1)) - 1);
    list.extra = head & 1U;
    char* group = nullptr;
    while (*codes_ != 0) {
      char letters[largest + 1];
      const std::string_view word = next_word(letters);
      const unsigned hash = word_hash::first_letter(word);
      set_bit(list.first_letters, hash);
      set_bit(list.last_letters, word_hash::last_letter(word));
      while (bucket_ <= word_buckets + list.first_bucket + (hash & list.mask)) *bucket_++ = place();
      const std::size_t size = 1 + word.size() + list.extra;
      if (group == nullptr || !same_first_letter(group + 2, word) || size_of(group) + size > largest) group = end_++;
      *group = static_cast<char>(size_of(group) + size);
      *end_++ = static_cast<char>(word.size());
      end_ = std::copy(word.begin(), word.end(), end_);
      if (list.extra != 0) *end_++ = static_cast<char>(*values_++);
    }
    ++codes_;
    while (bucket_ <= word_buckets + list.first_bucket + list.mask) *bucket_++ = place();
  }

  std::string_view next_word(char* letters) {
    char* end = letters;
    while (const std::size_t code = *codes_++) {
      const bool rare = code > word_code::frequent;
      end = write_utf8(
          letters_[rare ? word_code::frequent + (code - word_code::frequent - 1) * 256 + *codes_++ : code - 1], end);
    }
    return {letters, static_cast<std::size_t>(end - letters)};
  }

  static constexpr std::size_t largest = 255;  ///< bytes of a word and of a group
  char16_t letters_[letter_count];
  const std::uint8_t* codes_ = word_codes;
  const std::uint8_t* values_ = word_values;
  std::uint16_t* bucket_ = word_buckets;
  char* end_ = word_pool;
};

const bool unpacked = (Unpacking(), true);

/// The first entry that `is_it` says is it among the words with the first letter of `text`, which is not empty; null where
/// there is none.
template <typename Test>
const char* find_entry(const ListHead& list, std::string_view text, const Test& is_it) {
  const unsigned hash = word_hash::first_letter(text);
  if (!has_bit(list.first_letters, hash)) return nullptr;
  const unsigned bucket = hash & list.mask;
  const char* const end = bucket_begin(list, bucket + 1);
  for (const char* group = bucket_begin(list, bucket); group != end;) {
    const char* const group_end = group + 1 + size_of(group);
    if (same_first_letter(group + 2, text)) {
      for (const char* entry = group + 1; entry != group_end; entry += 1 + size_of(entry) + list.extra) {
        if (is_it(entry)) return entry;
      }
    }
    group = group_end;
  }
  return nullptr;
}

/// The entry of the longest word that `text`, which is not empty, begins with; null where there is none.
const char* entry_in_front(const ListHead& list, std::string_view text) {
  return find_entry(list, text, [&](const char* entry) {
    const std::size_t size = size_of(entry);
    return size <= text.size() && entry[size] == text[size - 1] && std::memcmp(entry + 1, text.data(), size) == 0;
  });
}

}  // namespace

std::string_view WordList::leading(std::string_view text) const {
  const char* entry = text.empty() ? nullptr : entry_in_front(word_lists[index_], text);
  return entry == nullptr ? std::string_view() : std::string_view(entry + 1, size_of(entry));
}

WordList::Match WordList::match(std::string_view text) const {
  const std::string_view word = leading(text);
  return {word, word.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(word.data()[word.size()])};
}

std::string_view WordList::trailing(std::string_view text) const {
  if (text.empty()) return {};
  const ListHead& list = word_lists[index_];
  if (!has_bit(list.last_letters, word_hash::last_letter(text))) return {};
  std::string_view longest;
  for (const std::string_view word : *this) {
    if (word.size() > longest.size() && text.ends_with(word)) longest = word;
  }
  return longest;
}

std::size_t WordList::find(std::string_view text, std::size_t from) const {
  const ListHead& list = word_lists[index_];
  for (std::size_t at = from; at < text.size(); at += letter_size(text[at])) {
    const std::string_view rest = text.substr(at);
    if (has_bit(list.first_letters, word_hash::first_letter(rest)) && entry_in_front(list, rest) != nullptr) return at;
  }
  return std::string_view::npos;
}

bool WordList::contains(std::string_view word) const {
  if (word.empty()) return false;
  return find_entry(word_lists[index_], word,
                    [&](const char* entry) { return std::string_view(entry + 1, size_of(entry)) == word; }) != nullptr;
}

WordList::Iterator WordList::begin() const {
  const ListHead& list = word_lists[index_];
  return {bucket_begin(list, 0), bucket_begin(list, list.mask + 1U), list.extra};
}

WordList::Iterator WordList::end() const {
  const ListHead& list = word_lists[index_];
  const char* const end = bucket_begin(list, list.mask + 1U);
  return {end, end, list.extra};
}

FirstLetters::FirstLetters(std::initializer_list<WordList> lists, std::string_view letters) {
  for (const WordList list : lists) {
    for (const std::string_view word : list) add(word);
  }
  for (std::size_t at = 0; at < letters.size(); at += letter_size(letters[at])) add(letters.substr(at));
}

void FirstLetters::add(std::string_view word) {
  const unsigned hash = word_hash::first_letter(word) & 255U;
  bits_[hash / 64] |= std::uint64_t{1} << hash % 64;
}

std::size_t FirstLetters::find(std::string_view text, std::size_t from) const {
  while (from < text.size() && !may_begin(text.substr(from))) from += letter_size(text[from]);
  return std::min(from, text.size());
}

}  // namespace gouji
