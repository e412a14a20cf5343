#pragma once

#include <cstddef>

// What a program that links this takes from the heap through operator new, which is replaced there.

namespace gouji::test {

/// False where a sanitizer counts the heap itself; then the other functions give 0.
[[nodiscard]] bool counts_memory();

/// Bytes that are taken now.
[[nodiscard]] std::size_t memory_in_use();

/// The most bytes that were taken at once since `reset_peak`.
[[nodiscard]] std::size_t peak_memory();
void reset_peak();

}  // namespace gouji::test
