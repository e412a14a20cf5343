#include <array>

#include "rule.h"

namespace gouji {
namespace {

Bilingual why(RowState state) {
  switch (state) {
    case RowState::missing:
      return say("没有找到这些行", "these rows were not found");
    case RowState::too_few:
      return say("数字比列数少，又看不出哪几格是空的",
                 "fewer figures than columns, and nothing tells which cells are empty");
    case RowState::too_many:
      return say("数字比列数多", "more figures than columns");
    case RowState::two_readings:
      return say("数字可以有两种读法", "the figures can be read in two ways");
    case RowState::read:
      break;
  }
  return {};
}

/// Rows with a figure too many that were read all the same, because only one way of reading them makes all sums come out.
void tell_left_out(const TableReading& reading, std::vector<Finding>& findings) {
  Finding finding;
  std::size_t count = 0;
  std::size_t place = 0;
  for (const RowReading& row : reading.rows) {
    if (!row.left_out) continue;
    const Span figure = row.figures[*row.left_out].span;
    if (++count == 1) {
      finding.span = figure;
      place = *row.left_out + 1U;
    } else {
      finding.related.push_back({figure, "other", std::nullopt, std::nullopt});
    }
  }
  if (count == 0) return;
  const Table& table = reading.official();
  const std::string rows = std::to_string(count);
  const std::string which = std::to_string(place);
  finding.severity = Severity::advice;
  finding.message =
      say("{0}有 {1} 行多出一个数字。只有略去第 {2} 个数字，各项勾稽关系才全部成立，已按此读取。",
          "{1}{3}{0} held a figure too many. All relations hold only without figure {2}, so it was read without.",
          {{table.zh, table.en}, rows, which, count == 1 ? " row of " : " rows of "});
  finding.advice = say("如果这一列不是格式规定的，请删去。", "If the form does not ask for this column, leave it out.");
  findings.push_back(std::move(finding));
}

/// One remark for each table and reason: what is lost is said once, not line by line.
void check(const Document& document, std::vector<Finding>& findings) {
  for (const TableReading& reading : document.tables) {
    tell_left_out(reading, findings);
    for (const RowState state : {RowState::missing, RowState::too_few, RowState::too_many, RowState::two_readings}) {
      constexpr std::size_t most = 3;
      std::size_t count = 0;
      Finding finding;
      Bilingual names;
      for (std::size_t row = 0; row < reading.rows.size(); ++row) {
        if (reading.rows[row].state != state) continue;
        if (++count == 1) {
          finding.span =
              reading.rows[row].label.empty() ? Span{reading.span.begin, reading.span.begin} : reading.rows[row].label;
        } else if (!reading.rows[row].label.empty()) {
          finding.related.push_back({reading.rows[row].label, "other", std::nullopt, std::nullopt});
        }
        if (count > most) continue;
        const Bilingual name = name_of_row(reading, row);
        names.zh += (names.zh.empty() ? "" : "、") + name.zh;
        names.en += (names.en.empty() ? "" : ", ") + name.en;
      }
      if (count == 0) continue;
      const Table& table = reading.official();
      const Bilingual reason = why(state);
      finding.severity = Severity::advice;
      finding.message = say(
          "{0}有 {1} 行读不出来（{2}）：{3}{4}。这些行没有参加核对。",
          "{1} rows of {0} could not be read ({2}): {3}{4}. Relations with these rows were not checked.",
          {{table.zh, table.en}, count, reason, names, {count > most ? " 等" : "", count > most ? " and others" : ""}});
      finding.advice = say("请对照原表检查这些行；从网页或 Word 连表格一起复制，通常就能读出。",
                           "Check these rows against the original; copied as a table from the page or from Word they "
                           "can mostly be read.");
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace

extern const Rule unreadable_row_rule;
const Rule unreadable_row_rule = {
    "unreadable-row", Severity::advice, "未能读出的行", "Row that could not be read", "", check,
};

}  // namespace gouji
