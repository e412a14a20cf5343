#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gouji {

// The official forms (政府信息公开工作年度报告格式), compiled from `forms/*.json` by `generate/forms.cpp`, which refuses data that
// name an unknown id or use a label twice. Everything here is constant and lives as long as the program.

/// What a column's figures are.
enum class Unit : std::uint8_t {
  count,         ///< non-negative integers
  signed_count,  ///< integers with a sign (本年增/减 of the 2019 form)
  amount,        ///< money, decimals allowed
};

struct Label {
  std::string_view text;                       ///< as printed, numbering included
  std::span<const std::string_view> under;     ///< the merged labels it stands under, outermost first
  std::span<const std::string_view> variants;  ///< other wordings that reports use for it
};

struct Column {
  std::string_view id;
  Label label;
  std::string_view en;
  Unit unit;
};

struct Row {
  std::string_view id;
  Label label;
  std::string_view en;
  std::uint8_t part;  ///< index into Table::parts
};

/// The rows of a table that share their columns.
struct Part {
  std::string_view item;     ///< the line above, as 第二十条第（一）项; may be empty
  std::string_view corner;   ///< text of the corner cell
  std::string_view heading;  ///< what spans all columns, as 申请人情况; may be empty
  std::span<const Column> columns;
};

struct Table {
  std::string_view id;
  std::string_view zh;  ///< short name, as 表三
  std::string_view en;
  std::uint8_t section;  ///< number of the section it belongs to, from 1
  bool one_row;          ///< printed as one row: the figures of all rows side by side, the rows' labels as heads
  std::span<const Part> parts;
  std::span<const Row> rows;

  [[nodiscard]] const Part& part_of(std::size_t row) const { return parts[rows[row].part]; }
  [[nodiscard]] std::size_t columns_of(std::size_t row) const { return part_of(row).columns.size(); }
};

/// The sum of the left members equals the sum of the right ones.
struct Identity {
  std::string_view name;  ///< as requests.balance
  struct Words {
    std::string_view zh, en;
  };
  Words left_says;     ///< what the left members make, as 各类申请人相加
  Words right_says;    ///< what they must equal, as 总计
  std::uint8_t table;  ///< index into Form::tables
  bool each_row;       ///< members are columns and it holds in each row; else rows, and in each column
  std::span<const std::uint8_t> left;
  std::span<const std::uint8_t> right;
};

struct Section {
  std::string_view id;
  std::string_view label;
  std::span<const std::string_view> variants;  ///< other titles, by which the section is known
  std::span<const std::string_view> accepted;  ///< other titles that are as good as the label
};

struct Form {
  std::string_view id;
  std::string_view issued_by;
  std::uint16_t first_year;
  std::uint16_t last_year;  ///< 9999 while in force
  std::span<const Section> sections;
  std::span<const Table> tables;
  std::span<const Identity> identities;
};

/// All forms, oldest first.
[[nodiscard]] std::span<const Form> forms();

/// The form that a report on `year` follows; null before the first.
[[nodiscard]] const Form* form_for_year(int year);

}  // namespace gouji
