#pragma once

// Texts of any length that nobody would send but someone might: one thing over and over. Work and memory must grow with
// their length and not faster, whatever the thing is.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

struct Shape {
  std::string name;
  std::string opening;  // stands once in front
  std::string unit;     // what comes again and again; "@" stands for a number that counts up from 1
  std::string closing;  // stands once behind
};

/// `bytes` and a little more of a shape.
[[nodiscard]] std::string text_of(const Shape& shape, std::size_t bytes);

/// All shapes, those of the forms' own labels too.
[[nodiscard]] std::vector<Shape> all_shapes();

/// What one check of a text of a shape took.
struct Cost {
  std::size_t bytes = 0;   // of the text
  double seconds = 0;      // of the fastest of some runs
  std::size_t memory = 0;  // the most that it held at once, without the text; 0 where nobody counts
  std::size_t kept = 0;    // what it did not give back
};

/// Checks the text until `runs` have been made, or fewer where it takes long, at least one.
[[nodiscard]] Cost cost_of(std::string_view text, int runs);

}  // namespace gouji::test
