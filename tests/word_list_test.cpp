// Words are found as a look through the whole list finds them.

#include "word_list.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/random.h"
#include "words.h"

using gouji::WordList;
namespace words = gouji::words;

namespace {

std::vector<std::string_view> all_of(WordList list) {
  std::vector<std::string_view> all;
  for (const std::string_view word : list) all.push_back(word);
  return all;
}

std::string_view longest_in_front(const std::vector<std::string_view>& all, std::string_view text) {
  std::string_view longest;
  for (const std::string_view word : all) {
    if (word.size() > longest.size() && text.starts_with(word)) longest = word;
  }
  return longest;
}

std::string_view longest_at_end(const std::vector<std::string_view>& all, std::string_view text) {
  std::string_view longest;
  for (const std::string_view word : all) {
    if (word.size() > longest.size() && text.ends_with(word)) longest = word;
  }
  return longest;
}

std::size_t first_of(const std::vector<std::string_view>& all, std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view word : all) first = std::min(first, text.find(word));
  return first;
}

constexpr WordList lists[] = {words::measures,     words::time_measures, words::set_phrases, words::furniture,
                              words::departments,  words::surnames,      words::compounds,   words::web_code,
                              words::shortcomings, words::title_labels,  words::share_words, words::state_bodies};

}  // namespace

TEST_CASE("words are found as a look through the list finds them", "[word_list]") {
  for (const WordList list : lists) {
    const std::vector<std::string_view> all = all_of(list);
    REQUIRE(!all.empty());
    gouji::test::Random random(7);
    for (int turn = 0; turn < 60; ++turn) {
      // Words, pieces of them and letters of other lists, so that many begin alike.
      std::string text;
      while (text.size() < 40) {
        const std::string_view word = all[random.below(all.size())];
        std::size_t end = random.below(word.size()) + 1;
        while (end < word.size() && (word[end] & 0xc0) == 0x80) ++end;
        text += word.substr(0, end);
        if (random.below(3) == 0) text += "的1、";
      }
      for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (text[at] & 0xc0) == 0x80) continue;
        const std::string_view rest = std::string_view(text).substr(at);
        const std::string_view lead = std::string_view(text).substr(0, at);
        INFO(rest);
        CHECK(list.leading(rest) == longest_in_front(all, rest));
        CHECK(list.trailing(lead) == longest_at_end(all, lead));
        CHECK(list.contains(lead) == (longest_at_end(all, lead) == lead && !lead.empty()));
        CHECK(list.find(rest) == first_of(all, rest));
      }
    }
    for (const std::string_view word : all) CHECK(list.contains(word));
  }
}

TEST_CASE("a list knows no other words", "[word_list]") {
  CHECK(words::municipalities.contains("北京市"));
  CHECK(!words::municipalities.contains("北京"));
  CHECK(!words::municipalities.contains(""));
  CHECK(words::municipalities.leading("").empty());
  CHECK(words::municipalities.trailing("").empty());
  CHECK(words::municipalities.find("") == std::string_view::npos);
}
