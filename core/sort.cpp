#include "sort.h"

#include <numeric>

namespace gouji {

std::vector<std::uint32_t> sorted_places(std::uint32_t size, PlacedBefore before, const void* list) {
  std::vector<std::uint32_t> from(size);
  std::iota(from.begin(), from.end(), 0U);
  std::vector<std::uint32_t> to(size);
  for (std::uint32_t width = 1; width < size; width *= 2) {
    for (std::uint32_t begin = 0; begin < size; begin += 2 * width) {
      const std::uint32_t middle = std::min(size, begin + width);
      const std::uint32_t end = std::min(size, middle + width);
      std::uint32_t left = begin;
      std::uint32_t right = middle;
      for (std::uint32_t out = begin; out < end; ++out) {
        const bool take_right = right < end && (left >= middle || before(list, from[right], from[left]));
        to[out] = from[take_right ? right++ : left++];
      }
    }
    from.swap(to);
  }
  return from;
}

}  // namespace gouji
