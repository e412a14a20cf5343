#include "letters.h"

#include <algorithm>

#include "text.h"

namespace gouji {
namespace {

/// The index of the first item that begins at `at` or behind it.
template <typename Item>
std::size_t first_from(std::span<const Item> items, std::uint32_t at) {
  const auto first = std::lower_bound(items.begin(), items.end(), at,
                                      [](const Item& item, std::uint32_t byte) { return item.begin < byte; });
  return static_cast<std::size_t>(first - items.begin());
}

}  // namespace

Letters::Letters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (byte & 0xc0) != 0x80 ? 1 : 0;
  letters_.resize(count);
  std::vector<word_trie::Letter> numbers(count + 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Letter& letter = letters_[i];
    letter.begin = static_cast<std::uint32_t>(at);
    letter.code = next_code_point(text, at);
    numbers[i] = word_trie::letter(letter.code);
    if (!is_chinese(letter.code)) signs_.push_back(letter);
  }
  find_words(numbers);
}

void Letters::find_words(const std::vector<word_trie::Letter>& numbers) {
  std::vector<Occurrence> found;  // in the order of the text
  found.reserve(letters_.size() / 2);
  std::vector<std::uint32_t> last(IndexedList::count(), 0);  // of each list, one more than its index
  first_.assign(IndexedList::count() + 1, 0);
  for (std::size_t i = 0; i < letters_.size(); ++i) {
    std::size_t end = i;
    for (word_trie::Node node = numbers[i]; node != 0; node = word_trie::next_indexed(node, numbers[++end])) {
      const word_trie::Indexed& here = word_trie::indexed[node];
      for (std::uint16_t index = here.member; index != 0; index = word_trie::members[index].next) {
        const word_trie::Member& member = word_trie::members[index];
        const Occurrence one{letters_[i].begin,
                             static_cast<std::uint16_t>(letters_[end].span().end - letters_[i].begin), member.list,
                             member.value};
        std::uint32_t& before = last[member.list];
        if (before != 0 && found[before - 1].begin == one.begin) {
          found[before - 1] = one;  // a longer word
        } else {
          found.push_back(one);
          before = static_cast<std::uint32_t>(found.size());
          ++first_[member.list + 1U];
        }
      }
      if (!here.may_go_on(numbers[end + 1])) break;
    }
  }
  for (std::size_t list = 0; list + 1 < first_.size(); ++list) first_[list + 1] += first_[list];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  occurrences_.resize(found.size());
  for (const Occurrence& one : found) occurrences_[next[one.list]++] = one;
}

std::span<const Letter> Letters::part_of(const std::vector<Letter>& letters, ProseSpan span) {
  const std::span<const Letter> all = letters;
  const std::size_t first = first_from(all, span.begin);
  return all.subspan(first, first_from(all.subspan(first), span.end));
}

std::span<const Occurrence> Letters::of(IndexedList list, ProseSpan span) const {
  const std::span<const Occurrence> all = of(list);
  const std::size_t first = first_from(all, span.begin);
  std::size_t count = first_from(all.subspan(first), span.end);
  // A word that goes on behind the span is none of it.
  while (count > 0 && all[first + count - 1].span().end > span.end) --count;
  return all.subspan(first, count);
}

}  // namespace gouji
