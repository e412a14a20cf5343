// Each identity evaluated in each row or column: held, failed, or not to be told.

#include "relations.h"

#include <catch2/catch.hpp>
#include <map>

#include "support/random.h"
#include "support/tables.h"

using gouji::CellRef;
using gouji::evaluate;
using gouji::Relation;
using gouji::TableReading;
using gouji::test::consistent_figures;
using gouji::test::Figures;
using gouji::test::tables_of;
using gouji::test::tables_with;

namespace {

using Cells = std::map<std::string, std::string>;

constexpr const char* statuses[] = {"held", "failed", "unreadable"};

/// "failed 8=7": status, and both sums.
std::string said(const std::vector<TableReading>& tables, const std::string& name) {
  for (const Relation& relation : evaluate(tables)) {
    if (name_of(relation, tables) != name) continue;
    return std::string(statuses[static_cast<std::size_t>(relation.status)]) + " " + std::to_string(relation.left_sum) +
           "=" + std::to_string(relation.right_sum);
  }
  return "no such relation";
}

std::map<std::string, int> counts(const std::vector<TableReading>& tables) {
  std::map<std::string, int> counts;
  for (const Relation& relation : evaluate(tables)) ++counts[statuses[static_cast<std::size_t>(relation.status)]];
  return counts;
}

}  // namespace

TEST_CASE("a relation holds, fails, or cannot be told", "[relations]") {
  struct {
    const char* name;
    Cells cells;
    const char* relation;
    const char* said;
  } const cases[] = {
      {"all zero", {}, "requests.balance@total", "held 0=0"},
      {"balance",
       {{"new_received/total", "13"},
        {"carried_over/total", "2"},
        {"processed_total/total", "14"},
        {"carried_forward/total", "1"}},
       "requests.balance@total",
       "held 15=15"},
      {"balance of a column",
       {{"new_received/natural_person", "13"}, {"processed_total/natural_person", "12"}},
       "requests.balance@natural_person",
       "failed 13=12"},
      {"results",
       {{"granted/natural_person", "3"}, {"other.other/natural_person", "4"}, {"processed_total/natural_person", "7"}},
       "requests.processed_sum@natural_person",
       "held 7=7"},
      {"results fail",
       {{"granted/natural_person", "3"}, {"processed_total/natural_person", "7"}},
       "requests.processed_sum@natural_person",
       "failed 3=7"},
      {"a row",
       {{"granted/natural_person", "3"}, {"granted/other_organization", "2"}, {"granted/total", "5"}},
       "requests.row_sum@granted",
       "held 5=5"},
      {"a row fails",
       {{"granted/natural_person", "3"}, {"granted/total", "5"}},
       "requests.row_sum@granted",
       "failed 3=5"},
      {"table four",
       {{"review/upheld", "3"}, {"review/pending", "1"}, {"review/total", "4"}},
       "proceedings.sum@review",
       "held 4=4"},
      {"table four fails",
       {{"litigation_after_review/total", "4"}},
       "proceedings.sum@litigation_after_review",
       "failed 0=4"},

      {"a mark is zero",
       {{"granted/natural_person", "-"}, {"granted/total", "-"}},
       "requests.row_sum@granted",
       "held 0=0"},
      {"a mark cannot be another figure",
       {{"granted/natural_person", "-"}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "failed 0=3"},
      {"blanks are zero",
       {{"granted/natural_person", ""}, {"granted/total", ""}},
       "requests.row_sum@granted",
       "held 0=0"},
      {"a blank beside figures that agree",
       {{"granted/natural_person", "3"}, {"granted/research_institution", ""}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "held 3=3"},
      {"a blank part could make up the difference",
       {{"granted/natural_person", ""}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "unreadable 0=3"},
      {"a blank total could make up the difference",
       {{"granted/natural_person", "3"}, {"granted/total", ""}},
       "requests.row_sum@granted",
       "unreadable 3=0"},
      {"a blank part cannot make the parts less",
       {{"granted/natural_person", "5"}, {"granted/research_institution", ""}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "failed 5=3"},
      {"a blank on the side that is greater",
       {{"new_received/total", "5"}, {"carried_over/total", ""}, {"processed_total/total", "3"}},
       "requests.balance@total",
       "failed 5=3"},
      {"a blank on the side that is less",
       {{"new_received/total", "5"}, {"processed_total/total", "3"}, {"carried_forward/total", ""}},
       "requests.balance@total",
       "unreadable 5=3"},
      {"an unreadable part",
       {{"granted/natural_person", "?"}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "unreadable 0=3"},
      {"an unreadable part, though the rest agrees",
       {{"granted/natural_person", "?"}},
       "requests.row_sum@granted",
       "unreadable 0=0"},
      {"a decimal is no count",
       {{"granted/natural_person", "1.5"}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "unreadable 0=3"},
      {"a negative figure is added as it is",
       {{"granted/natural_person", "-1"}, {"granted/other_organization", "4"}, {"granted/total", "3"}},
       "requests.row_sum@granted",
       "held 3=3"},
      {"large figures",
       {{"granted/natural_person", "999999999999999"},
        {"granted/other_organization", "999999999999999"},
        {"granted/total", "1999999999999998"}},
       "requests.row_sum@granted",
       "held 1999999999999998=1999999999999998"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(said(tables_with("2021", c.cells), c.relation) == c.said);
  }
}

TEST_CASE("every identity is evaluated in every row or column", "[relations]") {
  struct {
    const char* form;
    int held;
  } const cases[] = {{"2019", 7 + 7 + 23 + 3}, {"2021", 7 + 7 + 25 + 3}};
  for (const auto& c : cases) {
    INFO(c.form);
    const auto tables = tables_with(c.form, {});
    CHECK(counts(tables) == std::map<std::string, int>{{"held", c.held}});
    // In the order of the identities, then of their rows or columns; names tell them apart.
    std::vector<std::string> names;
    for (const Relation& relation : evaluate(tables)) names.push_back(name_of(relation, tables));
    CHECK(names.front() == "requests.balance@natural_person");
    CHECK(names[6] == "requests.balance@total");
    CHECK(names[7] == "requests.processed_sum@natural_person");
    CHECK(names[14] == "requests.row_sum@new_received");
    CHECK(names.back() == "proceedings.sum@litigation_after_review");
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
  }
}

TEST_CASE("all relations of random consistent figures hold", "[relations]") {
  for (const char* form : {"2019", "2021"}) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      const auto size = static_cast<gouji::test::Magnitude>(seed % 3);
      const auto found = counts(tables_of(consistent_figures(form, seed, size)));
      INFO(form << " " << seed);
      CHECK(found.size() == 1);
      CHECK(found.contains("held"));
    }
  }
}

TEST_CASE("one cell more breaks exactly the relations that have it", "[relations]") {
  const Figures figures = consistent_figures("2021", 3, gouji::test::Magnitude::office);
  for (const auto& [key, text] : figures.cells) {
    Figures changed = figures;
    changed.cells[key] = text[0] == '+' ? text : std::to_string(std::stoi(text) + 1);
    const auto tables = tables_of(changed);
    INFO(key);
    for (const Relation& relation : evaluate(tables)) {
      bool has = false;
      for (const auto& side : {relation.left, relation.right}) {
        for (const CellRef ref : side) {
          has = has || std::string(tables[ref.table].official().id) + "/" + gouji::test::short_key(tables, ref) == key;
        }
      }
      CHECK((relation.status == Relation::Status::failed) == has);
    }
  }
}

TEST_CASE("two printed tables are evaluated each for itself", "[relations]") {
  auto tables = tables_with("2021", {{"granted/total", "3"}});
  const auto second = tables_with("2021", {});
  tables.insert(tables.end(), second.begin(), second.end());
  const auto relations = evaluate(tables);
  CHECK(relations.size() == 84);
  int failed = 0;
  for (const Relation& relation : relations) {
    if (relation.status != Relation::Status::failed) continue;
    ++failed;
    CHECK(relation.table == 1);
  }
  CHECK(failed == 2);
  CHECK(evaluate({}).empty());
}
