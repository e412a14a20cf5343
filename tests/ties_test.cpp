// Sentences and sums together: who is wrong where they differ.

#include "ties.h"

#include <catch2/catch.hpp>
#include <string>

#include "document.h"
#include "rule.h"
#include "support/files.h"
#include "support/marks.h"

using namespace gouji;
using namespace gouji::test;

namespace {

/// The faultless base report (13 new requests, 1 carried over, 13 answered, 1 carried forward) with words put in place of
/// others.
std::string base_with(std::initializer_list<std::pair<std::string, std::string>> changes) {
  std::string text = read_file(source_path("tests/support/rule_base_2021.txt"));
  for (const auto& [from, to] : changes) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  return text;
}

std::vector<std::string> findings_of(const std::string& paste) {
  const Document document = read_document(paste);
  std::vector<std::string> lines;
  for (const Finding& finding : find(document)) {
    if (finding.severity != Severity::advice) lines.push_back(one_line(document, finding));
  }
  return lines;
}

using List = std::vector<std::string>;

const std::string received = "全年新收政府信息公开申请13件，上年结转1件，办结13件，结转下年度继续办理1件。";

}  // namespace

TEST_CASE("ties: every claim of the base report holds") {
  const std::string paste = base_with({});
  const Document document = read_document(paste);
  CHECK(document.ties.size() >= 4);
  for (const Tie& tie : document.ties) CHECK(tie.status == Relation::Status::held);
}

TEST_CASE("ties: a sentence alone against sums that hold is wrong") {
  const auto found = findings_of(base_with({{"公开申请13件", "公开申请31件"}}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("error text-table-mismatch"));
  CHECK(found[0].ends_with("→ 13"));
}

TEST_CASE("ties: sums and two sentences that agree against one cell name that cell, once") {
  // The total of the new requests is wrong: its row, its column and both sentences say 13.
  const std::string paste =
      base_with({{"| 1 | 0 | 13 |", "| 1 | 0 | 31 |"}, {"（五）监督保障。", "（五）监督保障。新收申请13件均有台账。"}});
  const auto found = findings_of(paste);
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("error sum-mismatch"));
  CHECK(found[0].ends_with("→ 13"));
  const Document document = read_document(paste);
  REQUIRE(document.diagnoses.size() == 1);
  CHECK(document.diagnoses[0].witnesses.size() == 2);
}

TEST_CASE("ties: a sentence settles which figure of table four is wrong") {
  // 1+0+1+0 is not 3: without a sentence any of the five may be wrong.
  const std::pair<std::string, std::string> cell{"1 | 0 | 1 | 0 | 2 |", "1 | 0 | 1 | 0 | 3 |"};
  const auto open = findings_of(base_with({cell}));
  REQUIRE(open.size() == 1);
  CHECK(open[0].find("→") == std::string::npos);
  const auto settled = findings_of(base_with({cell, {received, received + "因政府信息公开引发行政复议2件。"}}));
  REQUIRE(settled.size() == 1);
  CHECK(settled[0].starts_with("error sum-mismatch"));
  CHECK(settled[0].ends_with("→ 2"));
}

TEST_CASE("ties: sentences that agree with a wrong cell do not hide it") {
  const auto found = findings_of(base_with({{"| 1 | 0 | 13 |", "| 1 | 0 | 31 |"}, {"公开申请13件", "公开申请31件"}}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("error sum-mismatch"));
}

TEST_CASE("ties: a cell that no sum bears out is wrong only if two sentences say so") {
  const auto one = findings_of(base_with({{received, received + "全年制发行政规范性文件3件。"}}));
  REQUIRE(one.size() == 1);
  CHECK(one[0].starts_with("warning text-table-mismatch"));
  CHECK(one[0].find("→") == std::string::npos);
  const auto two =
      findings_of(base_with({{received, received + "全年制发行政规范性文件3件。"},
                             {"（五）监督保障。", "（五）监督保障。制发行政规范性文件3件，都经过审核。"}}));
  REQUIRE(two.size() == 1);
  CHECK(two[0].starts_with("warning text-table-mismatch"));
  CHECK(two[0].ends_with("→ 3"));
}

TEST_CASE("ties: an empty or unreadable cell contradicts nothing") {
  CHECK(
      findings_of(base_with({{"行政许可 | 136 |", "行政许可 |  |"}, {received, received + "作出行政许可决定136件。"}}))
          .empty());
}

TEST_CASE("ties: words that leave it open fit whichever row they can mean") {
  for (const char* words : {"全年收到政府信息公开申请13件。", "全年收到政府信息公开申请14件。",
                            "全年办理政府信息公开申请14件。", "全年共处理政府信息公开申请14件（含上年结转1件）。"}) {
    INFO(words);
    CHECK(findings_of(base_with({{received, words}})).empty());
  }
  CHECK(findings_of(base_with({{received, "全年收到政府信息公开申请15件。"}})).size() == 1);
}
