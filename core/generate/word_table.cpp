#include "word_table.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <limits>
#include <set>
#include <string_view>

#include "../word_list.h"
#include "source.h"

namespace generate {
namespace {

constexpr std::size_t most_buckets = 256;
constexpr std::size_t largest = std::numeric_limits<std::uint8_t>::max();

std::string_view first_letter(const WordTable::Word& word) {
  const bool ascii = static_cast<unsigned char>(word.text[0]) < 0x80;
  return std::string_view(word.text).substr(0, ascii ? 1 : 3);
}

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
  std::uint32_t first[2] = {};
  std::uint32_t last[2] = {};
  const auto mark = [](std::uint32_t(&bits)[2], unsigned hash) {
    bits[hash / 32 % 2] |= std::uint32_t{1} << hash % 32;
  };
  for (const Word& word : words) {
    if (word.text.empty() || word.text.size() + 2 > largest) stop(name + ": too short or too long: " + word.text);
    if (!seen.insert(word.text).second) stop(name + " has twice: " + word.text);
    mark(first, gouji::word_hash::first_letter(word.text));
    mark(last, gouji::word_hash::last_letter(word.text));
    first_letters.insert(std::string(first_letter(word)));
  }
  if (words.empty()) stop(name + " is empty");
  const std::size_t count = std::min(most_buckets, std::bit_ceil(first_letters.size()));
  std::vector<std::vector<Word>> buckets(count);
  for (Word& word : words) buckets[gouji::word_hash::first_letter(word.text) % count].push_back(word);
  const std::size_t first_bucket = buckets_.size();
  for (std::vector<Word>& bucket : buckets) {
    buckets_.push_back(size_);
    std::sort(bucket.begin(), bucket.end(), [](const Word& a, const Word& b) {
      if (first_letter(a) != first_letter(b)) return first_letter(a) < first_letter(b);
      return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
    });
    add_groups(bucket, with_values);
  }
  const auto number = [](std::size_t value) { return std::to_string(value); };
  const auto bits = [&](const std::uint32_t(&of)[2]) { return "{" + number(of[0]) + "U, " + number(of[1]) + "U}, "; };
  lists_.push_back("{" + bits(first) + bits(last) + number(first_bucket) + ", " + number(count - 1) + ", " +
                   (with_values ? "1" : "0") + "}");
  return "WordList(" + number(lists_.size() - 1) + ")";
}

/// Words of one bucket, sorted by first letter, in groups that are no longer than a byte can tell.
void WordTable::add_groups(const std::vector<Word>& words, bool with_values) {
  const auto bytes = [&](const Word& word) { return 1 + word.text.size() + (with_values ? 1 : 0); };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    std::size_t size = 0;
    while (end < words.size() && first_letter(words[end]) == first_letter(words[i]) &&
           size + bytes(words[end]) <= largest)
      size += bytes(words[end++]);
    pool_ += "\n    \"" + escaped(size) + "\"";
    for (; i < end; ++i) {
      pool_ += "\n      \"" + escaped(words[i].text.size()) + "\" " + quoted(words[i].text);
      if (with_values) pool_ += " \"" + escaped(words[i].value) + "\"";
    }
    size_ += 1 + size;
  }
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
