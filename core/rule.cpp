#include "rule.h"

#include <algorithm>
#include <array>

#include "sort.h"

namespace gouji {

#define RULE(name) extern const Rule name##_rule;
#include "rules/list.inc"
#undef RULE

std::span<const Rule> rules() {
  static const std::array all = {
#define RULE(name) name##_rule,
#include "rules/list.inc"
#undef RULE
  };
  return all;
}

std::vector<Finding> find(const Document& document) {
  std::vector<Finding> findings;
  for (const Rule& rule : rules()) {
    const std::size_t before = findings.size();
    rule.check(document, findings);
    for (std::size_t i = before; i < findings.size(); ++i) findings[i].rule = &rule;
  }
  sort(findings, [](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (a.expected.has_value() != b.expected.has_value()) return a.expected.has_value();
    return a.span.begin < b.span.begin;
  });
  return findings;
}

namespace {

std::string path_of(const Label& label, bool whole) {
  std::string path;
  // 三、本年度办理结果 stands over most of the rows and tells nothing.
  for (std::size_t i = 0; whole && i < label.under.size(); ++i) path += std::string(label.under[i]) + "／";
  if (!whole && label.under.size() > 1) path += std::string(label.under.back()) + "／";
  // （区分处理的，只计这一情形，不计其他情形） is a note to whoever fills the form in.
  const std::string_view text = label.text;
  const std::size_t note = text.find("（", 3);
  return path + std::string(note == std::string_view::npos ? text : text.substr(0, note));
}

}  // namespace

Bilingual name_of_row(const TableReading& reading, std::size_t row) {
  const Row& official = reading.official().rows[row];
  const std::string label = path_of(official.label, reading.official().one_row);
  return say("「{0}」", "“{0}”", {{label, official.en}});
}

Bilingual name_of_cell(const Document& document, CellRef ref) {
  const TableReading& reading = document.tables[ref.table];
  const Table& table = reading.official();
  const Column& column = table.part_of(ref.row).columns[ref.column];
  const Bilingual row = name_of_row(reading, ref.row);
  std::string english(table.en);
  english[0] = static_cast<char>(english[0] - 'a' + 'A');
  return say("{0}{1}行「{2}」列", "{3}, row {1}, column “{4}”", {table.zh, row, column.label.text, english, column.en});
}

Bilingual name_of_claim(const Claim& claim) {
  Bilingual name;
  for (const std::uint8_t index : claim.of) {
    const Indicator& indicator = indicators()[index];
    name.zh += (name.zh.empty() ? "" : "和") + std::string(indicator.zh);
    name.en += (name.en.empty() ? "" : " and ") + std::string(indicator.en);
  }
  return name;
}

Bilingual figures_of(const Document& document, const Relation& relation) {
  struct Side {
    std::string sum;
    std::string terms;  // in brackets, where the sum has more than one that is not zero
  };
  const auto side = [&](const CellRefs& cells, std::int64_t sum) {
    std::string terms;
    std::size_t shown = 0;
    for (const CellRef ref : cells) {
      const std::int64_t value = document.cell(ref).value.digits;
      if (value == 0) continue;
      terms += (shown > 0 && value > 0 ? "+" : "") + std::to_string(value);
      ++shown;
    }
    return Side{std::to_string(sum), shown > 1 ? terms : std::string()};
  };
  const Side left = side(relation.left, relation.left_sum);
  const Side right = side(relation.right, relation.right_sum);
  const auto zh = [](const Side& s) { return " " + s.sum + (s.terms.empty() ? "" : "（" + s.terms + "）"); };
  const auto en = [](const Side& s) { return " " + s.sum + (s.terms.empty() ? "" : " (" + s.terms + ")"); };
  const Identity& identity = *relation.identity;
  return say("{0}是{1}，{2}是{3}", "{0}{4}, {2}{5}",
             {{identity.left_says.zh, identity.left_says.en},
              zh(left),
              {identity.right_says.zh, identity.right_says.en},
              zh(right),
              en(left),
              en(right)});
}

}  // namespace gouji
