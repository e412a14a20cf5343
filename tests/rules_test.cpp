// The page of each rule, core/rules/<rule>.md, is its manual and its test. An example is a fenced block with a paste,
// followed by a block with all findings that the paste must give, of any rule; without the second block it must give none.
//
//     ```report base=2021
//     （一）予以公开 | 9 | 1 | 0 | 0 | 0 | 0 | 7 |
//     ```
//
//     ```findings
//     error sum-mismatch （一）予以公开 | ⟦9⟧ → 6
//     ```
//
// A finding is: severity, rule, the marked words in ⟦ ⟧ with as much as one likes of what stands around them, and behind an
// arrow the value that must be there, if the finding gives one. They come in the order of the report. ⏎ is a line break.
//
// "report" alone: the block is the paste. \xFF is that byte. With "base=2021" or "base=2019" the paste is the faultless
// report tests/support/rule_base_2021.txt (on 2023) or rule_base_2019.txt (on 2020), changed by the lines of the block:
//
// - a line replaces, from its first cell on, the line of the base that has this cell;
// - a paragraph that opens with a number, as （二）, replaces the one with this number;
// - a line of figures alone replaces the row of table four;
// - a line that opens with "- " takes the line with this cell out;
// - a line with " ⇒ " puts what stands behind it in place of what stands before, wherever the base then has it; ⏎ is a
//   line break;
// - a section's heading replaces the section by what follows in the block, up to the next such heading.
//
// With "year=2022" as well, the base is on that year.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "document.h"
#include "rule.h"
#include "support/files.h"
#include "support/marks.h"
#include "support/rule_page.h"

using namespace gouji;
using namespace gouji::test;

namespace {

const std::vector<std::string> headings = {"查什么 What it does", "为什么 Why", "依据 Basis", "示例 Examples"};

/// "sum-mismatch" → "core/rules/sum_mismatch.md".
std::string page_of(std::string_view id) {
  std::string file(id);
  std::replace(file.begin(), file.end(), '-', '_');
  return "core/rules/" + file + ".md";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text.empty() ? "nothing\n" : text;
}

/// Whether a line of a findings block says what was found.
bool says(const std::string& line, const Document& document, const Finding& finding) {
  const std::string head = std::string(name(finding.severity)) + " " + std::string(finding.rule->id) + " ";
  const std::string tail = finding.expected ? " → " + to_string(*finding.expected) : std::string();
  const bool has_arrow = line.find(" → ", line.rfind("⟧")) != std::string::npos;
  if (!line.starts_with(head) || !line.ends_with(tail) || has_arrow == tail.empty()) return false;
  const std::string place = line.substr(head.size(), line.size() - head.size() - tail.size());
  // What is shown around the mark must be what stands there, up to the mark from the left and from it to the right.
  const std::string shown = marked_line(document, finding.span);
  const std::size_t open = place.find("⟦");
  const std::size_t at = shown.find("⟦");
  return open != std::string::npos && open <= at && shown.compare(at - open, place.size(), place) == 0;
}

/// The findings of a paste: those expected at their place as the page words them, others with their whole line.
std::vector<std::string> findings_of(const Example& example) {
  const Document document = read_document(example.paste);
  std::vector<std::string> lines;
  for (const Finding& finding : find(document)) {
    const std::size_t i = lines.size();
    const bool expected = i < example.findings.size() && says(example.findings[i], document, finding);
    lines.push_back(expected ? example.findings[i] : one_line(document, finding));
  }
  return lines;
}

bool is_flagged(const Example& example, std::string_view id) {
  return std::any_of(example.findings.begin(), example.findings.end(), [&](const std::string& line) {
    return line.find(" " + std::string(id) + " ") != std::string::npos;
  });
}

/// Both languages may quote the other; the full stop tells them apart.
bool is_chinese(const std::string& text) { return text.ends_with("。") || text.ends_with("："); }

}  // namespace

TEST_CASE("every rule has a page and every page a rule") {
  std::set<std::string> wanted;
  for (const Rule& rule : rules()) wanted.insert(page_of(rule.id));
  std::set<std::string> there;
  for (const std::string& name : files_in(source_path("core/rules"), ".md")) there.insert("core/rules/" + name);
  CHECK(there == wanted);
  for (const std::string& path : there) {
    const std::string source = path.substr(0, path.size() - 3) + ".cpp";
    INFO(source);
    CHECK_NOTHROW(read_file(source_path(source)));
  }
}

TEST_CASE("rules come in the order of their ids") {
  CHECK(std::is_sorted(rules().begin(), rules().end(), [](const Rule& a, const Rule& b) { return a.id < b.id; }));
}

TEST_CASE("a page has the title and the basis of its rule, its headings in order, and both languages") {
  for (const Rule& rule : rules()) {
    const RulePage page = read_rule_page(page_of(rule.id));
    INFO(page.path);
    CHECK(page.title == std::string(rule.title_zh) + " " + std::string(rule.title_en));
    std::vector<std::string> found;
    for (const PageSection& section : page.sections) found.push_back(section.heading);
    REQUIRE(found == headings);
    for (const PageSection& section : page.sections) {
      INFO(section.heading);
      REQUIRE(!section.paragraphs.empty());
      REQUIRE(section.paragraphs.size() % 2 == 0);
      for (std::size_t i = 0; i < section.paragraphs.size(); ++i) {
        INFO("line " << section.paragraphs[i].line);
        CHECK(is_chinese(section.paragraphs[i].text) == (i % 2 == 0));
      }
    }
    CHECK(page.sections[2].paragraphs[0].text.find(rule.basis) != std::string::npos);
  }
}

TEST_CASE("a page shows what is flagged and what is not") {
  for (const Rule& rule : rules()) {
    const RulePage page = read_rule_page(page_of(rule.id));
    INFO(page.path);
    CHECK(std::any_of(page.examples.begin(), page.examples.end(),
                      [&](const Example& example) { return is_flagged(example, rule.id); }));
    CHECK(std::any_of(page.examples.begin(), page.examples.end(),
                      [](const Example& example) { return example.findings.empty(); }));
  }
}

TEST_CASE("the examples of every page give exactly the findings they list") {
  for (const Rule& rule : rules()) {
    const RulePage page = read_rule_page(page_of(rule.id));
    for (const Example& example : page.examples) {
      INFO(page.path << ":" << example.line);
      CHECK(joined(findings_of(example)) == joined(example.findings));
    }
  }
}

TEST_CASE("the base reports of the examples are faultless") {
  for (const char* form : {"2019", "2021"}) {
    const std::string paste = read_file(source_path("tests/support/rule_base_" + std::string(form) + ".txt"));
    const Document document = read_document(paste);
    INFO(form);
    CHECK(find(document).empty());
    CHECK(std::all_of(document.relations.begin(), document.relations.end(),
                      [](const Relation& relation) { return relation.status == Relation::Status::held; }));
    CHECK(document.tables.size() == 3);
  }
}
