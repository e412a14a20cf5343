#pragma once

// The official forms as the tests read them: straight from core/forms/*.json, by the tests' own few lines.

#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

struct Heading {
  std::string id;
  std::string label;
  std::vector<std::string> variants;
  std::vector<std::string> under;  // labels of the merged heads or groups it stands under, outermost first
  std::string unit;                // of a column: count, signed, amount
};

struct Part {
  std::string item;     // 第二十条第（一）项, or empty
  std::string corner;   // label over the row labels
  std::string heading;  // one head over all columns, or empty
  std::vector<Heading> columns;
  std::vector<Heading> rows;
};

struct Table {
  std::string id;
  int section = 0;
  bool one_row = false;  // all rows printed side by side, as table four
  std::vector<Part> parts;
};

struct Identity {
  std::string name;
  std::string table;
  std::string each;               // "column" or "row"
  std::vector<std::string> left;  // ids, groups ("denied.*") already spelled out
  std::vector<std::string> right;
};

struct Form {
  std::string id;
  std::vector<std::string> sections;
  std::vector<Table> tables;
  std::vector<Identity> identities;

  [[nodiscard]] const Table& table(std::string_view id) const;
};

/// Reads core/forms/<id>.json once.
[[nodiscard]] const Form& form(std::string_view id);

[[nodiscard]] std::string cell_key(std::string_view table, std::string_view row, std::string_view column);

}  // namespace gouji::test
