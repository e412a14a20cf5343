#include "word_table.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "../word_list.h"
#include "source.h"

namespace generate {
namespace {

constexpr std::size_t most_buckets = 256;
constexpr std::size_t largest = std::numeric_limits<std::uint8_t>::max();

/// As `core/word_list.cpp` tells first letters apart.
std::string_view first_letter(const WordTable::Word& word) {
  return std::string_view(word.text).substr(0, static_cast<unsigned char>(word.text[0]) < 0xe0 ? 1 : 3);
}

std::vector<std::uint32_t> letters_of(std::string_view text) {
  std::vector<std::uint32_t> letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&] { return static_cast<unsigned char>(text[at++]); };
    const std::uint32_t lead = byte();
    const int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    std::uint32_t letter = lead & (more == 0 ? 0x7fU : 0x3fU >> more);
    for (int i = 0; i < more; ++i) letter = letter << 6 | (byte() & 0x3fU);
    letters.push_back(letter);
  }
  return letters;
}

std::string array(const std::string& name, const std::vector<std::size_t>& values) {
  std::string out = "constexpr std::uint8_t " + name + "[] = {";
  for (std::size_t i = 0; i < values.size(); ++i)
    out += (i % 24 == 0 ? "\n    " : " ") + std::to_string(values[i]) + ",";
  return out + "};\n";
}

std::string constant(const std::string& name, std::size_t value) {
  return "constexpr std::size_t " + name + " = " + std::to_string(value) + ";\n";
}

}  // namespace

std::string WordTable::add(const std::string& name, std::vector<Word> words, bool with_values) {
  std::set<std::string> seen;
  std::set<std::string> first_letters;
  for (const Word& word : words) {
    if (word.text.empty() || word.text.size() + 2 > largest) stop(name + ": too short or too long: " + word.text);
    if (!seen.insert(word.text).second) stop(name + " has twice: " + word.text);
    first_letters.insert(std::string(first_letter(word)));
  }
  if (words.empty()) stop(name + " is empty");
  List list;
  list.with_values = with_values;
  const std::size_t count = std::min(most_buckets, std::bit_ceil(first_letters.size()));
  list.buckets = count;
  const auto bucket = [&](const Word& word) { return gouji::word_hash::first_letter(word.text) % count; };
  std::sort(words.begin(), words.end(), [&](const Word& a, const Word& b) {
    if (bucket(a) != bucket(b)) return bucket(a) < bucket(b);
    if (first_letter(a) != first_letter(b)) return first_letter(a) < first_letter(b);
    return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
  });
  list.words = std::move(words);
  lists_.push_back(std::move(list));
  return "WordList(" + std::to_string(lists_.size() - 1) + ")";
}

/// Bytes of the unpacked pool: groups as `core/word_list.h` tells.
std::size_t WordTable::pool_size() const {
  std::size_t size = 0;
  for (const List& list : lists_) {
    std::size_t group = 0;
    std::string_view first;
    for (const Word& word : list.words) {
      const std::size_t bytes = 1 + word.text.size() + (list.with_values ? 1 : 0);
      if (first != first_letter(word) || group + bytes > largest) {
        group = 0;
        ++size;
      }
      first = first_letter(word);
      group += bytes;
      size += bytes;
    }
  }
  return size;
}

std::vector<std::uint32_t> WordTable::alphabet() const {
  std::map<std::uint32_t, std::size_t> uses;
  for (const List& list : lists_) {
    for (const Word& word : list.words) {
      for (const std::uint32_t letter : letters_of(word.text)) ++uses[letter];
    }
  }
  std::vector<std::uint32_t> letters;
  for (const auto& [letter, count] : uses) letters.push_back(letter);
  std::stable_sort(letters.begin(), letters.end(), [&](auto a, auto b) { return uses[a] > uses[b]; });
  const auto rare = letters.begin() + static_cast<std::ptrdiff_t>(std::min(letters.size(), gouji::word_code::frequent));
  std::sort(letters.begin(), rare);
  std::sort(rare, letters.end());
  return letters;
}

std::string WordTable::source() const {
  using gouji::word_code::frequent;
  const std::vector<std::uint32_t> letters = alphabet();
  std::vector<std::size_t> distances;
  std::map<std::uint32_t, std::size_t> numbers;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::uint32_t distance = letters[i] - (i == 0 || i == frequent ? 0 : letters[i - 1]);
    if (letters[i] > 0xffff || distance > 0x7fff) stop("a letter too far from the one before");
    if (distance > 0x7f) distances.push_back(0x80 | distance >> 8);
    distances.push_back(distance & 0xff);
    numbers.emplace(letters[i], i);
  }
  if (letters.size() > frequent + (largest - frequent) * 256) stop("too many different letters");
  std::vector<std::size_t> codes;
  std::vector<std::size_t> values;
  std::size_t buckets = 0;
  for (const List& list : lists_) {
    buckets += list.buckets;
    codes.push_back(static_cast<std::size_t>(std::bit_width(list.buckets - 1)) << 1 | (list.with_values ? 1 : 0));
    for (const Word& word : list.words) {
      for (const std::uint32_t letter : letters_of(word.text)) {
        const std::size_t number = numbers.at(letter);
        if (number < frequent) {
          codes.push_back(number + 1);
        } else {
          codes.push_back(frequent + 1 + (number - frequent) / 256);
          codes.push_back((number - frequent) % 256);
        }
      }
      codes.push_back(0);
      if (list.with_values) values.push_back(word.value);
    }
    codes.push_back(0);
  }
  if (pool_size() > std::numeric_limits<std::uint16_t>::max()) stop("the words need wider offsets");
  return constant("list_count", lists_.size()) + constant("letter_count", letters.size()) +
         constant("bucket_count", buckets) + constant("pool_size", pool_size()) + array("letter_distances", distances) +
         array("word_codes", codes) + array("word_values", values);
}

}  // namespace generate
