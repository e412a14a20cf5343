// Whole reports. For each report of tests/corpus a golden, <name>.expected, says what is read of it and what is found:
// the facts, the sections, every cell, how many relations held, and each finding with its line and its words.
//
// `scripts/golden` writes them anew (GOUJI_UPDATE_GOLDENS=1) and fails where something changed, so that the change is
// looked at: git diff is the review.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "document.h"
#include "report.h"
#include "rule.h"
#include "stages.h"
#include "support/files.h"
#include "support/marks.h"
#include "support/reading.h"

using namespace gouji;
using namespace gouji::test;

namespace {

std::string words(const Document& document, Span span) {
  return span.empty() ? "—" : std::string(document.text.at(span));
}

std::string facts_of(const Document& document) {
  const DocumentFacts& facts = document.facts;
  const auto date = [](const std::optional<DateInText>& found) { return found ? to_string(found->date) : "—"; };
  std::string out = "title      " + words(document, facts.title) + "\n";
  out += "agency     " + words(document, facts.agency) + "\n";
  out += "year       " + (facts.year == 0 ? "—" : std::to_string(facts.year)) + "\n";
  out += "period     " + date(facts.period_from) + " to " + date(facts.period_to) + "\n";
  out += "published  " + date(facts.published) + "\n";
  for (const SectionHeading& heading : document.layout.sections) {
    out += "section    " + std::string(document.text.at(heading.span)) + "\n";
  }
  return out;
}

std::string tables_of(const Document& document) {
  std::string out;
  for (const TableReading& table : document.tables) {
    std::map<RowState, int> rows;
    for (const RowReading& row : table.rows) ++rows[row.state];
    const int unreadable = static_cast<int>(table.rows.size()) - rows[RowState::read];
    out += "table      " + std::string(table.official().id) + " of form " + std::string(table.form->id) + ": " +
           std::to_string(rows[RowState::read]) + " rows read, " + std::to_string(unreadable) + " not\n";
  }
  return out;
}

std::array<int, 3> relations_of(const Document& document) {
  std::array<int, 3> counts{};
  for (const Relation& relation : document.relations) ++counts[static_cast<std::size_t>(relation.status)];
  return counts;
}

std::string golden_of(const std::string& paste) {
  const Document document = read_document(paste);
  const auto relations = relations_of(document);
  std::string out = facts_of(document) + tables_of(document);
  out += "relations  " + std::to_string(relations[0]) + " held, " + std::to_string(relations[1]) + " failed, " +
         std::to_string(relations[2]) + " unreadable\n";
  const auto findings = find(document);
  out += "findings   " + (findings.empty() ? "none" : std::to_string(findings.size())) + "\n";
  for (const Finding& finding : findings) {
    out += "\n" + one_line(document, finding) + "\n    " + finding.message.zh + "\n    " + finding.message.en +
           "\n    " + finding.advice.zh + "\n    " + finding.advice.en + "\n";
  }
  // Every cell: figures, - for a mark that stands for zero, _ for an empty cell, ? for one that is unreadable.
  return out + "\n" + stage_to_text(document, "cells");
}

/// The first line where two texts differ, in both; empty where they are the same.
std::string difference(const std::string& golden, const std::string& found) {
  const auto wanted = lines_of(golden);
  const auto got = lines_of(found);
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string old_line = i < wanted.size() ? wanted[i] : "(end)";
    const std::string new_line = i < got.size() ? got[i] : "(end)";
    if (old_line != new_line) return "line " + std::to_string(i + 1) + "\n- " + old_line + "\n+ " + new_line;
  }
  return {};
}

/// A report that is not part of this repository but may lie beside it.
std::optional<std::string> sample(const std::string& name) {
  const std::string path = source_path("../shared/samples/" + name);
  if (!std::filesystem::exists(path)) {
    std::printf("%s is not there: not checked\n", ("../shared/samples/" + name).c_str());
    return std::nullopt;
  }
  return read_file(path);
}

/// The paste with other figures in cells of table three.
std::string with_requests(std::string paste,
                          const std::map<std::pair<std::string, std::string>, std::string>& figures) {
  for (const auto& [place, figure] : figures) {
    const Document document = read_document(paste);
    const auto ref = document.find_cell("requests", place.first, place.second);
    REQUIRE(ref);
    const PasteSpan span = document.text.in_paste(document.cell(*ref).span);
    const std::size_t begin = byte_of(paste, span.start);
    paste.replace(begin, byte_of(paste, span.end) - begin, figure);
  }
  return paste;
}

std::size_t count(const std::vector<Finding>& findings, Severity severity) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const Finding& finding) { return finding.severity == severity; }));
}

/// "26 0 1": the cells of a row of a table, the first such in the paste.
std::string row_of(const Document& document, std::string_view table, std::string_view row) {
  for (const TableReading& reading : document.tables) {
    if (reading.official().id != table) continue;
    for (std::size_t i = 0; i < reading.rows.size(); ++i) {
      if (reading.official().rows[i].id != row) continue;
      std::string out;
      for (const Cell& cell : reading.rows[i].cells) {
        const bool read = cell.state == Cell::State::number || cell.state == Cell::State::zero_mark;
        out += (out.empty() ? "" : " ") + (read ? to_string(cell.value) : "?");
      }
      return out;
    }
  }
  return "no such row";
}

}  // namespace

TEST_CASE("the reports of the corpus are read and judged as their goldens say") {
  const bool update = std::getenv("GOUJI_UPDATE_GOLDENS") != nullptr;
  const std::string folder = source_path("tests/corpus");
  const auto reports = files_in(folder, ".txt");
  REQUIRE(reports.size() >= 6);
  for (const std::string& name : reports) {
    INFO("tests/corpus/" << name);
    const std::string path = folder + "/" + name.substr(0, name.size() - 4) + ".expected";
    const std::string golden = std::filesystem::exists(path) ? read_file(path) : "";
    const std::string found = golden_of(read_file(folder + "/" + name));
    if (update && found != golden) write_file(path, found);
    CHECK(difference(golden, found) == "");
  }
  for (const std::string& name : files_in(folder, ".expected")) {
    INFO(name << " has no report");
    CHECK(std::filesystem::exists(folder + "/" + name.substr(0, name.size() - 9) + ".txt"));
  }
}

TEST_CASE("a whole report with a pipe behind every cell: all its cells, and nothing to say about them") {
  const auto paste = sample("luzhou-2021.txt");
  if (!paste) return;
  const Document document = read_document(*paste);
  std::map<std::string, std::size_t> cells;
  for (const TableReading& table : document.tables) {
    for (const RowReading& row : table.rows) {
      for (const Cell& cell : row.cells) {
        ++cells[std::string(table.official().id)];
        CHECK(cell.state == Cell::State::number);
        CHECK(document.text.pasted(cell.span) == to_string(cell.value));
      }
    }
  }
  CHECK(cells == std::map<std::string, std::size_t>{{"disclosure", 10}, {"requests", 175}, {"proceedings", 15}});
  CHECK(row_of(document, "disclosure", "normative_documents") == "3 0 8");
  CHECK(row_of(document, "requests", "new_received") == "24 2 0 0 0 0 26");
  CHECK(row_of(document, "requests", "unavailable.not_held") == "3 2 0 0 0 0 5");
  CHECK(row_of(document, "proceedings", "review") == "0 3 1 0 4");
  CHECK(row_of(document, "proceedings", "litigation_direct") == "1 0 0 0 1");

  std::map<std::string, int> held;
  for (const Relation& relation : document.relations) {
    if (relation.status == Relation::Status::held) ++held[std::string(relation.identity->name)];
  }
  CHECK(relations_of(document) == std::array<int, 3>{42, 0, 0});
  CHECK(held ==
        std::map<std::string, int>{
            {"requests.balance", 7}, {"requests.processed_sum", 7}, {"requests.row_sum", 25}, {"proceedings.sum", 3}});
  const auto findings = find(document);
  CHECK(count(findings, Severity::error) == 0);
  CHECK(count(findings, Severity::warning) == 1);  // its 其中 stands twice
  const auto by_rule = [&](std::string_view rule) {
    return std::count_if(findings.begin(), findings.end(), [&](const auto& one) { return one.rule->id == rule; });
  };
  CHECK(by_rule("doubled-words") == 1);
  CHECK(by_rule("fee-statement") == 1);
  CHECK(by_rule("list-punctuation") == 1);
}

TEST_CASE("a report that says all was answered, while its tables carry some forward") {
  const auto paste = sample("luzhou-2021.txt");
  if (!paste) return;
  const std::string changed = with_requests(*paste, {{{"carried_forward", "natural_person"}, "3"},
                                                     {{"carried_forward", "total"}, "3"},
                                                     {{"granted", "natural_person"}, "12"},
                                                     {{"granted", "total"}, "12"},
                                                     {{"processed_total", "natural_person"}, "21"},
                                                     {{"processed_total", "total"}, "23"}});
  const Document document = read_document(changed);
  CHECK(relations_of(document) == std::array<int, 3>{42, 0, 0});
  const auto findings = find(document);
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const auto& one) { return one.rule->id == "all-done-mismatch"; });
  REQUIRE(found != findings.end());
  CHECK(found->severity == Severity::warning);
  CHECK(document.text.pasted(found->span) == "已全部办理答复");
  REQUIRE(found->related.size() == 1);
  CHECK(document.text.pasted(found->related[0].span) == "3");
  CHECK(count(findings, Severity::error) == 0);
  CHECK(count(findings, Severity::warning) == 2);
}

TEST_CASE("a section's heading taken out of a whole report is missed where it stood") {
  const auto paste = sample("luzhou-2021.txt");
  if (!paste) return;
  for (const std::string heading :
       {"一、总体情况\n", "二、主动公开政府信息情况\n", "三、收到和处理政府信息公开申请情况\n",
        "四、政府信息公开行政复议、行政诉讼情况\n", "五、存在的主要问题及改进情况\n"}) {
    INFO(heading);
    std::string without = *paste;
    const std::size_t at = without.find(heading);
    without.erase(at, heading.size());
    const Document document = read_document(without);
    const auto findings = find(document);
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [](const auto& one) { return one.rule->id == "missing-section"; });
    REQUIRE(found != findings.end());
    CHECK(found->message.zh.find(heading.substr(0, heading.size() - 1)) != std::string::npos);
    if (found->fix) CHECK(without.substr(at, 3) == std::string(document.text.folded().substr(found->span.begin, 3)));
  }
}

TEST_CASE("a report cut into fragments, labels and figures apart: what is read of it holds") {
  const auto paste = sample("shanghai-kewei-2024.md");
  if (!paste) return;
  const Document document = read_document(*paste);
  const auto findings = find(document);
  CHECK(count(findings, Severity::error) == 0);
  CHECK(std::count_if(findings.begin(), findings.end(),
                      [](const auto& one) { return one.rule->id == "section-order"; }) == 1);
  CHECK(relations_of(document)[1] == 0);
  // Either read as printed, or not read.
  const auto printed_or_unread = [&](std::string_view row, const std::string& printed) {
    INFO(row);
    const std::string read = row_of(document, "requests", row);
    CHECK((read == printed || read == "? ? ? ? ? ? ?"));
  };
  printed_or_unread("new_received", "32 2 0 0 0 0 34");
  printed_or_unread("carried_over", "2 0 0 0 0 0 2");
  printed_or_unread("granted", "9 0 0 0 0 0 9");
  printed_or_unread("denied.internal_affairs", "1 0 0 0 0 0 1");
  printed_or_unread("denied.process_information", "1 0 0 0 0 0 1");
  printed_or_unread("unavailable.not_held", "4 0 0 0 0 0 4");
  printed_or_unread("unavailable.needs_creation", "6 0 0 0 0 0 6");
  printed_or_unread("other.no_correction_overdue", "8 2 0 0 0 0 10");
  printed_or_unread("other.other", "4 0 0 0 0 0 4");
  printed_or_unread("processed_total", "33 2 0 0 0 0 35");
  printed_or_unread("carried_forward", "1 0 0 0 0 0 ?");  // its total is blank
}

TEST_CASE("part of a report as text of a PDF: what is there is read, what is missing said once for each table") {
  const auto paste = sample("huaian-2024-section3-pdf.txt");
  if (!paste) return;
  const Document document = read_document(*paste);
  CHECK(row_of(document, "requests", "new_received") == "3001 53 0 0 61 4 3119");
  CHECK(row_of(document, "requests", "granted") == "1288 21 0 0 50 3 1362");
  CHECK(relations_of(document)[1] == 0);
  const auto findings = find(document);
  CHECK(count(findings, Severity::error) == 0);
  std::map<std::string_view, std::size_t> by_rule;
  for (const Finding& finding : findings) ++by_rule[finding.rule->id];
  CHECK(by_rule["missing-table"] <= 1);
  CHECK(by_rule["unreadable-row"] <= document.tables.size());
  CHECK(findings.size() == by_rule["missing-table"] + by_rule["unreadable-row"]);
}
