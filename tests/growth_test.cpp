// Whatever one pastes, twice as much of it takes about twice the time and twice the memory.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>

#include "support/allocated.h"
#include "support/shapes.h"

using namespace gouji::test;

namespace {

/// How often the text is there again in the longer one.
constexpr double longer = 4;
/// Twice that for blocks that grow by doubling. Work in the square of the length would be four times as much again.
constexpr double most_memory = longer * 2;
constexpr double most_time = longer * 2.5;
/// Bytes held at once for each byte of text.
constexpr double most_memory_per_byte = 300;

double ratio(double many, double few) { return few > 0 ? many / few : 0; }

/// How many times as long the longer text takes. A machine that is busy with other things makes the one or the other slow:
/// the least of several tries counts, each with more text than the one before.
double growth_in_time(const Shape& shape) {
  double least = 0;
  for (std::size_t bytes = 10'000; bytes <= 160'000; bytes *= 2) {
    const double once = cost_of(text_of(shape, bytes), 3).seconds;
    const double more = cost_of(text_of(shape, static_cast<std::size_t>(longer) * bytes), 3).seconds;
    const double growth = ratio(more, once);
    least = least == 0 ? growth : std::min(least, growth);
    if (least <= most_time) break;
  }
  return least;
}

/// The same of the memory held at once. A step, where some part begins to take room, is no growth: what grows faster than the
/// text does so at every length.
double growth_in_memory(const Shape& shape, Cost once) {
  double least = 0;
  for (int tries = 0; tries < 3; ++tries) {
    const Cost more = cost_of(text_of(shape, static_cast<std::size_t>(longer) * once.bytes), 1);
    CHECK(static_cast<double>(more.memory) / static_cast<double>(more.bytes) <= most_memory_per_byte);
    CHECK(more.kept == 0);
    const double growth = ratio(static_cast<double>(more.memory), static_cast<double>(once.memory));
    least = least == 0 ? growth : std::min(least, growth);
    if (least <= most_memory) break;
    once = more;
  }
  return least;
}

}  // namespace

TEST_CASE("work and memory grow with the text and not faster", "[growth]") {
  constexpr std::size_t bytes = 20'000;
  for (const Shape& shape : all_shapes()) {
    CAPTURE(shape.name);
    const Cost once = cost_of(text_of(shape, bytes), 1);
    REQUIRE(once.bytes >= bytes);
    // What counts the memory makes the time a matter of its own.
    if (!counts_memory()) continue;
    CHECK(growth_in_time(shape) <= most_time);
    CHECK(growth_in_memory(shape, once) <= most_memory);
  }
}
