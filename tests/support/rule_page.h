#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::test {

/// A paragraph, item of a list or heading inside a section of a rule page.
struct Paragraph {
  std::size_t line = 0;
  std::string text;
};

/// One example: a paste and all that must be found in it, one finding to a string. rules_test.cpp tells the format.
struct Example {
  std::size_t line = 0;  ///< where its fence opens
  std::string paste;
  std::vector<std::string> findings;
};

struct PageSection {
  std::string heading;
  std::vector<Paragraph> paragraphs;
};

struct RulePage {
  std::string path;  ///< below the root of the repository
  std::string title;
  std::vector<PageSection> sections;
  std::vector<Example> examples;
};

/// Reads a page. Throws "path:line: why" where its examples are not of the format.
[[nodiscard]] RulePage read_rule_page(const std::string& path);

}  // namespace gouji::test
