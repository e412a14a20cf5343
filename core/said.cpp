#include "said.h"

#include <algorithm>

namespace gouji {

#include "said_data.inc"

namespace {

std::uint8_t index_of(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - names.begin() + 1);
}

}  // namespace

Topic topic_named(std::string_view name) { return index_of(said_data::topics, name); }
Key key_named(std::string_view name) { return index_of(said_data::keys, name); }

const SaidWord* said_word(std::string_view text) {
  // Words are sorted by their bytes: those that `text` begins with lie before it, the longest last.
  const auto words = said_data::words;
  auto it = std::upper_bound(words.begin(), words.end(), text,
                             [](std::string_view value, const SaidWord& word) { return value < word.text; });
  while (it != words.begin()) {
    --it;
    if (text.starts_with(it->text)) return &*it;
    // Where even the first character differs there is no shorter word to be found.
    if (text.empty() || it->text.front() != text.front()) return nullptr;
    // The longest common beginning bounds what can still match.
    const auto [a, b] = std::mismatch(it->text.begin(), it->text.end(), text.begin(), text.end());
    const auto common = static_cast<std::size_t>(a - it->text.begin());
    if (common == 0) return nullptr;
    text = text.substr(0, common);
    it = std::upper_bound(words.begin(), it, text,
                          [](std::string_view value, const SaidWord& word) { return value < word.text; });
  }
  return nullptr;
}

std::span<const Indicator> indicators() { return said_data::indicators; }

const Indicator* indicator_of(Topic topic, Key key) {
  for (const Indicator& indicator : indicators()) {
    if (indicator.topic == topic && indicator.key == key) return &indicator;
  }
  return nullptr;
}

}  // namespace gouji
