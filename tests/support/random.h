#pragma once

// A pseudo-random sequence that is the same on every compiler and library, unlike the distributions of <random>.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace gouji::test {

class Random {
 public:
  /// Sequences with different `stream` are independent, so that a change in one use does not shift another.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : state_(seed ^ (stream * 0xd1342543de82ef95ULL)) {}

  /// splitmix64.
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }
  bool chance(std::uint64_t one_in) { return below(one_in) == 0; }

  template <typename T>
  const T& pick(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(below(items.size()))];
  }
  template <typename T>
  T pick(std::initializer_list<T> items) {
    return items.begin()[static_cast<std::size_t>(below(items.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace gouji::test
