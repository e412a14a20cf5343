#include "word_table.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "../word_list.h"
#include "source.h"

namespace generate {
namespace {

constexpr std::size_t largest = std::numeric_limits<std::uint8_t>::max();

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
  const std::size_t index = add_list(name, std::move(words), with_values);
  return "inline constexpr WordList " + name + " = WordList(" + std::to_string(index) + ");\n";
}

std::string WordTable::add_indexed(const std::string& name, std::vector<Word> words, bool with_values) {
  if (indexed_ != lists_.size()) stop(name + ": lists that are indexed come first");
  const std::size_t index = add_list(name, std::move(words), with_values);
  ++indexed_;
  return "inline constexpr IndexedList " + name + " = IndexedList(" + std::to_string(index) + ");\n";
}

std::size_t WordTable::add_list(const std::string& name, std::vector<Word> words, bool with_values) {
  std::set<std::string> seen;
  for (const Word& word : words) {
    if (word.text.empty() || word.text.size() > largest) stop(name + ": too short or too long: " + word.text);
    if (!seen.insert(word.text).second) stop(name + " has twice: " + word.text);
  }
  if (words.empty()) stop(name + " is empty");
  lists_.push_back({std::move(words), with_values});
  return lists_.size() - 1;
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

std::string WordTable::sizes() const {
  std::set<std::vector<std::uint32_t>> beginnings;
  std::set<std::string> different;
  std::size_t members = 0;
  std::size_t bytes = 0;
  std::size_t indexed = 0;  // beginnings of words of the indexed lists
  for (const List& list : lists_) {
    if (&list == &lists_[indexed_]) indexed = beginnings.size();
    for (const Word& word : list.words) {
      ++members;
      if (different.insert(word.text).second) bytes += word.text.size();
      std::vector<std::uint32_t> letters = letters_of(word.text);
      for (; letters.size() > 1; letters.pop_back()) beginnings.insert(letters);
    }
  }
  const std::size_t letters = alphabet().size();
  const std::size_t nodes = letters + beginnings.size();
  if (lists_.size() > largest || std::max({members, bytes, nodes}) >= std::numeric_limits<std::uint16_t>::max())
    stop("the words need wider numbers");
  return constant("list_count", lists_.size()) + constant("indexed_count", indexed_) +
         constant("letter_count", letters) + constant("node_count", nodes) +
         constant("indexed_node_count", letters + indexed) + constant("member_count", members) +
         constant("pool_size", bytes);
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
  const auto coded = [&](const std::string& word) {
    std::vector<std::size_t> codes;
    for (const std::uint32_t letter : letters_of(word)) {
      const std::size_t number = numbers.at(letter);
      if (number < frequent) {
        codes.push_back(number + 1);
      } else {
        codes.push_back(frequent + 1 + (number - frequent) / 256);
        codes.push_back((number - frequent) % 256);
      }
    }
    return codes;
  };
  std::vector<std::size_t> codes;
  std::vector<std::size_t> values;
  for (const List& list : lists_) {
    codes.push_back(list.with_values ? 1 : 0);
    // Words that begin alike stand together, where packing finds what they share.
    std::map<std::vector<std::size_t>, std::uint8_t> words;
    for (const Word& word : list.words) words.emplace(coded(word.text), word.value);
    for (const auto& [word, value] : words) {
      codes.insert(codes.end(), word.begin(), word.end());
      codes.push_back(0);
      if (list.with_values) values.push_back(value);
    }
    codes.push_back(0);
  }
  return sizes() + array("letter_distances", distances) + array("word_codes", codes) + array("word_values", values);
}

}  // namespace generate
