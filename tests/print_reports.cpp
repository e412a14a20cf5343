// Prints fictional reports of every shape, and the examples of every rule's page, into a folder, one file each, for tests
// that run outside of this program: whether the WebAssembly module says of them what the native program says, and whether
// the page shows all that is found. The same files on every machine.
//
//     print_reports DIRECTORY

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/files.h"
#include "support/report_printer.h"
#include "support/rule_page.h"

using namespace gouji::test;

namespace {

struct NamedZero {
  Zero zero;
  const char* name;  // fit for a file name
};
constexpr std::array zeros{NamedZero{Zero::digit, "0"}, NamedZero{Zero::blank, "blank"},
                           NamedZero{Zero::hyphen, "hyphen"}, NamedZero{Zero::not_applicable, "not-applicable"}};
constexpr std::array editions{"2019", "2021"};

Dressing dressing_of(std::uint64_t turn) {
  Dressing dressing;
  dressing.seed = turn;
  dressing.furniture = turn % 3 == 0;
  dressing.half_width_punctuation = turn % 4 == 1;
  dressing.label_variants = turn % 5 == 2;
  dressing.truncated_heads = turn % 7 == 3;
  dressing.three_small_tables = turn % 7 == 5;
  dressing.thousands_separators = turn % 11 == 4;
  dressing.full_width_digits = turn % 6 == 5;
  dressing.signs = static_cast<Signs>(turn % 3);
  dressing.crlf = turn % 5 == 4;
  return dressing;
}

class Folder {
 public:
  explicit Folder(std::filesystem::path path) : path_(std::move(path)) { std::filesystem::create_directories(path_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream file(path_ / (name + ".txt"), std::ios::binary);
    file << text;
    file.close();
    good_ = good_ && file.good();
    ++count_;
  }

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] int count() const { return count_; }

 private:
  std::filesystem::path path_;
  bool good_ = true;
  int count_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: print_reports DIRECTORY\n");
    return 2;
  }
  Folder folder(arguments[1]);
  std::uint64_t turn = 0;
  for (const char* edition : editions) {
    for (const Layout layout : all_layouts()) {
      for (const NamedZero& zero : zeros) {
        ++turn;
        // Figures without anything between can be told apart only if each has one digit.
        const Magnitude size = layout == Layout::fused ? Magnitude::tiny : static_cast<Magnitude>(turn % 3);
        const Figures figures = consistent_figures(edition, turn, size);
        folder.write(std::string(edition) + "-" + std::string(name(layout)) + "-zero-" + zero.name,
                     print(figures, layout, zero.zero, dressing_of(turn)).text);
      }
    }
    for (const Damage damage : all_damages()) {
      ++turn;
      const Figures figures = consistent_figures(edition, turn, static_cast<Magnitude>(turn % 3));
      folder.write(std::string(edition) + "-damaged-" + std::string(name(damage)),
                   print_damaged(figures, damage, dressing_of(turn)).text);
    }
  }
  for (const std::string& page : files_in(source_path("core/rules"), ".md")) {
    int number = 0;
    for (const Example& example : read_rule_page("core/rules/" + page).examples)
      folder.write("rule-" + page.substr(0, page.size() - 3) + "-" + std::to_string(++number), example.paste);
  }
  if (!folder.good()) {
    std::fprintf(stderr, "print_reports: cannot write to %s\n", arguments[1]);
    return 1;
  }
  std::printf("%d reports in %s\n", folder.count(), arguments[1]);
  return 0;
}
