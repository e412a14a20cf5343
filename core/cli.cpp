#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "check.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream file(argv[argc - 1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::printf("%s\n", gouji::check_to_json(text).c_str());
}
