// What texts cost that are one thing over and over, and how that grows with their length:
//
//     growth BYTES [NAME]      every shape, or those whose name holds NAME, with so many bytes and with twice as many
//
// A line per shape, the slowest first: milliseconds, MB/s, how many times as long for twice as much, the most memory at
// once in bytes per byte of text, how many times that for twice as much, and what was not given back. Nothing is asserted;
// growth_test.cpp does.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "support/shapes.h"

using namespace gouji::test;

namespace {

struct Line {
  std::string name;
  Cost once;
  Cost twice;
};

double times(double many, double few) { return few > 0 ? many / few : 0; }

void print(const Line& line) {
  const auto bytes = static_cast<double>(line.twice.bytes);
  std::printf("%10.1f ms %7.1f MB/s %6.2f× %8.1f B/B %6.2f× %8zu  %s\n", line.twice.seconds * 1e3,
              bytes / line.twice.seconds / 1e6, times(line.twice.seconds, line.once.seconds),
              static_cast<double>(line.twice.memory) / bytes,
              times(static_cast<double>(line.twice.memory), static_cast<double>(line.once.memory)), line.twice.kept,
              line.name.c_str());
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || count > 3) {
    std::fprintf(stderr, "usage: growth BYTES [NAME]\n");
    return 2;
  }
  const std::size_t bytes = std::strtoull(arguments[1], nullptr, 10);
  const std::string_view wanted = count == 3 ? arguments[2] : "";
  constexpr int runs = 3;
  std::vector<Line> lines;
  for (const Shape& shape : all_shapes()) {
    if (shape.name.find(wanted) == std::string::npos) continue;
    lines.push_back({shape.name, cost_of(text_of(shape, bytes), runs), cost_of(text_of(shape, 2 * bytes), runs)});
    if (count == 3) continue;
    std::fprintf(stderr, "\r%zu shapes", lines.size());
  }
  std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.twice.seconds > b.twice.seconds; });
  std::printf("\n");
  for (const Line& line : lines) print(line);
  return 0;
}
