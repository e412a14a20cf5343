#include "sort.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace gouji;

TEST_CASE("sort is a stable sort") {
  std::mt19937 random(1);
  for (std::size_t size = 0; size < 70; ++size) {
    std::vector<std::pair<unsigned, std::size_t>> list;
    for (std::size_t i = 0; i < size; ++i) list.emplace_back(random() % 8, i);
    auto expected = list;
    const auto by_first = [](const auto& a, const auto& b) { return a.first > b.first; };
    std::stable_sort(expected.begin(), expected.end(), by_first);
    sort(list, by_first);
    CHECK(list == expected);
  }
}

TEST_CASE("sort moves elements and leaves each once where asked") {
  std::vector<std::string> words = {"丙", "甲", "丙", "乙", "甲"};
  sort_unique(words);
  CHECK(words == std::vector<std::string>{"丙", "乙", "甲"});
}
