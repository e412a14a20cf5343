#include "word_table.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <limits>
#include <set>

#include "../word_list.h"
#include "source.h"

namespace generate {
namespace {

constexpr std::size_t most_buckets = 256;

/// A byte that is no letter, so that no digit behind it is taken for a part of it.
std::string escaped(std::size_t byte) {
  char text[8];
  std::snprintf(text, sizeof text, "\\%03o", static_cast<unsigned>(byte));
  return text;
}

}  // namespace

std::string WordTable::add(const std::string& name, std::vector<Word> words, bool with_values) {
  std::set<std::string> seen;
  std::set<std::string> first_letters;
  std::uint32_t last_letters[2] = {};
  for (const Word& word : words) {
    if (word.text.empty() || word.text.size() > std::numeric_limits<std::uint8_t>::max())
      stop(name + ": too short or too long: " + word.text);
    if (!seen.insert(word.text).second) stop(name + " has twice: " + word.text);
    const unsigned last = gouji::word_hash::last_letter(word.text);
    last_letters[last / 32] |= std::uint32_t{1} << last % 32;
    first_letters.insert(word.text.substr(0, 3));
  }
  if (words.empty()) stop(name + " is empty");
  const std::size_t count = std::min(most_buckets, std::bit_ceil(first_letters.size()));
  std::vector<std::vector<Word>> buckets(count);
  for (Word& word : words) buckets[gouji::word_hash::first_letter(word.text) % count].push_back(word);
  const std::size_t first = buckets_.size();
  for (std::vector<Word>& bucket : buckets) {
    buckets_.push_back(size_);
    std::stable_sort(bucket.begin(), bucket.end(),
                     [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
    for (const Word& word : bucket) {
      pool_ += "\n    \"" + escaped(word.text.size()) + "\" " + quoted(word.text);
      if (with_values) pool_ += " \"" + escaped(word.value) + "\"";
      size_ += 1 + word.text.size() + (with_values ? 1 : 0);
    }
  }
  const auto number = [](std::size_t value) { return std::to_string(value); };
  lists_.push_back("{{" + number(last_letters[0]) + "U, " + number(last_letters[1]) + "U}, " + number(first) + ", " +
                   number(count - 1) + ", " + (with_values ? "1" : "0") + "}");
  return "WordList(" + number(lists_.size() - 1) + ")";
}

std::string WordTable::source() const {
  if (size_ > std::numeric_limits<std::uint16_t>::max()) stop("the words need wider offsets");
  std::string out = "constexpr ListHead word_lists[] = {";
  for (const std::string& list : lists_) out += "\n    " + list + ",";
  out += "};\nconstexpr std::uint16_t word_buckets[] = {";
  for (std::size_t i = 0; i < buckets_.size(); ++i)
    out += (i % 16 == 0 ? "\n    " : " ") + std::to_string(buckets_[i]) + ",";
  return out + "\n    " + std::to_string(size_) + "};\nconstexpr char word_pool[] =" + pool_ + ";\n";
}

}  // namespace generate
