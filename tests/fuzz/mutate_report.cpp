// How reports are changed into others: besides what libFuzzer does with bytes, lines are moved, figures changed, separators
// exchanged and labels put in, as in bad copies.

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "form.h"
#include "fuzz.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Random = std::minstd_rand;

std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

const std::vector<std::string>& words() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> found = {
        "|",  "\t",   "\n",     "  ",   ",",    "\"",     "其中",   "分别为", "均为", "同比",   "增长",    "下降",
        "占", "%",    "万余",   "件",   "条",   "（",     "）",     "〔",     "〕",   "2021年", "1月30日", "共",
        "未", "上年", "本年度", "合计", "收到", "\u200B", "\uFEFF", "⺠",     "１２", "三十六", "。",      "；"};
    for (const gouji::Form& form : gouji::forms()) {
      for (const gouji::Section& section : form.sections) found.emplace_back(section.label);
      for (const gouji::Table& table : form.tables) {
        for (const gouji::Row& row : table.rows) found.emplace_back(row.label.text);
        for (const gouji::Part& part : table.parts) {
          for (const gouji::Column& column : part.columns) found.emplace_back(column.label.text);
        }
      }
    }
    return found;
  }();
  return all;
}

/// Where a line begins and where the next does.
std::pair<std::size_t, std::size_t> any_line(const std::string& text, Random& random) {
  const std::size_t at = below(random, text.size());
  const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  const std::size_t behind = text.find('\n', at);
  return {before == std::string::npos ? 0 : before + 1, behind == std::string::npos ? text.size() : behind + 1};
}

void change(std::string& text, Random& random) {
  const auto [begin, end] = any_line(text, random);
  const std::string line = text.substr(begin, end - begin);
  const std::string& word = words()[below(random, words().size())];
  switch (random() % 6) {
    case 0:  // a line is lost
      text.erase(begin, line.size());
      break;
    case 1:  // a line stands elsewhere, too
      text.insert(any_line(text, random).first, line);
      break;
    case 2: {  // a figure is another
      const std::size_t digit = text.find_first_of("0123456789", begin);
      if (digit != std::string::npos) text.replace(digit, 1, std::to_string(random() % 100));
      break;
    }
    case 3: {  // another separator in the whole line
      constexpr const char* separators[] = {"|", "\t", " ", ",", "\n", "  "};
      const std::string from = separators[random() % std::size(separators)];
      const std::string to = separators[random() % std::size(separators)];
      std::string changed;
      for (std::size_t at = 0; at < line.size();) {
        const bool is_separator = line.compare(at, from.size(), from) == 0;
        changed += is_separator ? to : line.substr(at, 1);
        at += is_separator ? from.size() : 1;
      }
      text.replace(begin, line.size(), changed);
      break;
    }
    case 4: {  // a word is put in, between letters
      std::size_t at = begin + below(random, line.size() + 1);
      while (at < text.size() && (text[at] & 0xc0) == 0x80) ++at;
      text.insert(at, word);
      break;
    }
    default: {  // a letter is lost
      std::size_t at = begin + below(random, line.size());
      while (at > begin && (text[at] & 0xc0) == 0x80) --at;
      std::size_t behind = at + 1;
      while (behind < text.size() && (text[behind] & 0xc0) == 0x80) ++behind;
      if (at < text.size()) text.erase(at, behind - at);
    }
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int seed) {
  Random random(seed);
  if (size == 0 || random() % 4 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(gouji::fuzz::view(data, size));
  for (std::size_t i = 1 + random() % 3; i > 0 && !text.empty(); --i) change(text, random);
  const std::size_t kept = std::min(text.size(), max_size);
  if (kept == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::memcpy(data, text.data(), kept);
  return kept;
}
