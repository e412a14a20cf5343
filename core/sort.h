#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

namespace gouji {

/// Whether the element at one place goes before that at another; `list` is whatever the function knows to be there.
using PlacedBefore = bool (*)(const void* list, std::uint32_t a, std::uint32_t b);

/// The places 0 … size - 1 in order, equal ones as they stand. A merge sort: size · log2(size) comparisons.
[[nodiscard]] std::vector<std::uint32_t> sorted_places(std::uint32_t size, PlacedBefore before, const void* list);

/// Sorts `list`, equal elements as they stand. std::stable_sort would write its 4 kB anew for each type of element, in a
/// program that is loaded with a page; here only the exchange of elements is.
template <class Element, class Before = std::less<>>
void sort(std::vector<Element>& list, Before before = {}) {
  struct View {
    const std::vector<Element>& list;
    Before& before;
  } const view{list, before};
  const auto placed_before = [](const void* of, std::uint32_t a, std::uint32_t b) -> bool {
    const View& it = *static_cast<const View*>(of);
    return it.before(it.list[a], it.list[b]);
  };
  std::vector<Element> sorted;
  sorted.reserve(list.size());
  for (const std::uint32_t place : sorted_places(static_cast<std::uint32_t>(list.size()), placed_before, &view))
    sorted.push_back(std::move(list[place]));
  list = std::move(sorted);
}

/// Sorts `list` and leaves each element once.
template <class Element>
void sort_unique(std::vector<Element>& list) {
  sort(list);
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Sorts what has a `span` by where it begins.
template <class Element>
void sort_by_place(std::vector<Element>& list) {
  sort(list, [](const Element& a, const Element& b) { return a.span.begin < b.span.begin; });
}

}  // namespace gouji
