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

IndexedList said_words() { return said_data::words; }

const SaidWord& what_is_said(const Occurrence& word) { return said_data::meanings[word.value]; }

std::span<const Indicator> indicators() { return said_data::indicators; }

const Indicator* indicator_of(Topic topic, Key key) {
  for (const Indicator& indicator : indicators()) {
    if (indicator.topic == topic && indicator.key == key) return &indicator;
  }
  return nullptr;
}

}  // namespace gouji
