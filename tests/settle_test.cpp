// A figure too many in the rows of a table: left out where only one way of doing so makes all identities hold.

#include <algorithm>
#include <catch2/catch.hpp>
#include <optional>

#include "document.h"
#include "rule.h"
#include "support/reading.h"

using gouji::Document;
using gouji::read_document;
using gouji::RowState;
using namespace gouji::test;

namespace {

/// Table three of a report with a column of last year's totals behind the official ones.
Printed with_last_year(std::uint64_t seed) {
  Dressing dressing;
  dressing.seed = seed;
  dressing.prose = false;
  return print_damaged(consistent_figures("2021", seed, Magnitude::office), Damage::extra_figure_column, dressing);
}

const gouji::TableReading& requests_of(const Document& document) {
  for (const gouji::TableReading& table : document.tables) {
    if (table.official().id == "requests") return table;
  }
  FAIL("no table three");
  return document.tables.front();
}

}  // namespace

TEST_CASE("a column that the form does not have is left out, and the report says so") {
  for (const std::uint64_t seed : {1, 4, 7, 10}) {
    const Printed printed = with_last_year(seed);
    const Document document = read_document(printed.text);
    for (const gouji::RowReading& row : requests_of(document).rows) {
      CHECK(row.state == RowState::read);
      CHECK(row.left_out == std::optional<std::uint8_t>(7));
    }
    const auto findings = gouji::find(document);
    const auto told = std::count_if(findings.begin(), findings.end(), [](const gouji::Finding& finding) {
      return finding.rule->id == "unreadable-row" && finding.message.en.find("without figure 8") != std::string::npos;
    });
    CHECK(told == 1);
    CHECK(std::none_of(findings.begin(), findings.end(),
                       [](const gouji::Finding& finding) { return finding.severity != gouji::Severity::advice; }));
  }
}

TEST_CASE("where several ways of leaving a figure out hold, or none, the row stays unreadable") {
  // One row alone: its sum holds without the first figure and without the second, which are equal.
  const Document equal = read_document(
      "一、本年新收政府信息公开申请数量\t2\t2\t0\t0\t0\t0\t0\t2\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0"
      "\n");
  CHECK(requests_of(equal).rows[0].state == RowState::too_many);
  const Document wrong = read_document(
      "一、本年新收政府信息公开申请数量\t2\t3\t4\t0\t0\t0\t0\t50\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0"
      "\n");
  CHECK(requests_of(wrong).rows[0].state == RowState::too_many);
}
