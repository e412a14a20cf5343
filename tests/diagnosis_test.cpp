// Which figure is wrong: one act that explains every sum is named, what ties is listed, what nothing explains is said so.

#include "diagnosis.h"

#include <catch2/catch.hpp>

#include "support/random.h"
#include "support/tables.h"

using gouji::diagnose;
using gouji::Diagnosis;
using gouji::evaluate;
using gouji::Repair;
using gouji::slip_likelihood;
using gouji::TableReading;
using gouji::test::tables_with;

namespace {

using Cells = std::map<std::string, std::string>;

/// Thirteen new requests and two carried over; thirteen answered, two carried forward.
Cells consistent() {
  return {{"new_received/natural_person", "10"},
          {"new_received/commercial_enterprise", "3"},
          {"new_received/total", "13"},
          {"carried_over/natural_person", "2"},
          {"carried_over/total", "2"},
          {"granted/natural_person", "7"},
          {"granted/commercial_enterprise", "2"},
          {"granted/total", "9"},
          {"denied.state_secret/natural_person", "1"},
          {"denied.state_secret/total", "1"},
          {"unavailable.not_held/natural_person", "2"},
          {"unavailable.not_held/commercial_enterprise", "1"},
          {"unavailable.not_held/total", "3"},
          {"processed_total/natural_person", "10"},
          {"processed_total/commercial_enterprise", "3"},
          {"processed_total/total", "13"},
          {"carried_forward/natural_person", "2"},
          {"carried_forward/total", "2"},
          {"review/upheld", "12"},
          {"review/corrected", "5"},
          {"review/total", "17"}};
}

std::vector<TableReading> tables_after(const Cells& changes, Cells cells = consistent()) {
  for (const auto& [key, text] : changes) cells[key] = text;
  return tables_with("2021", cells);
}

std::string dumped(const std::vector<TableReading>& tables, const std::vector<Repair>& repairs) {
  std::string out;
  for (const Repair& repair : repairs) {
    out += (out.empty() ? "" : ", ") + gouji::test::short_key(tables, repair.cell) + " " + std::to_string(repair.from) +
           "->" + std::to_string(repair.to);
  }
  return out;
}

std::vector<std::string> dumped(const std::vector<TableReading>& tables) {
  static constexpr const char* kinds[] = {"one cell",        "blank",   "swapped",   "shifted",
                                          "total misplaced", "several", "ambiguous", "unexplained"};
  std::vector<std::string> out;
  const auto relations = evaluate(tables);
  for (const Diagnosis& diagnosis : diagnose(tables, relations)) {
    out.push_back(kinds[static_cast<std::size_t>(diagnosis.kind)]);
    if (!diagnosis.repairs.empty()) out.back() += ": " + dumped(tables, diagnosis.repairs);
    for (std::size_t i = 0; i < diagnosis.alternatives.size() && i < 7; ++i)
      out.back() += (i == 0 ? ": " : " | ") + dumped(tables, diagnosis.alternatives[i]);
    out.back() += "; " + std::to_string(diagnosis.relations.size()) + " sums";
    for (const std::size_t index : diagnosis.relations) {
      CHECK(relations[index].status != gouji::Relation::Status::held);
      CHECK(relations[index].table == diagnosis.table);
    }
  }
  return out;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a diagnosis names what explains all sums", "[diagnosis]") {
  struct Case {
    const char* name;
    Cells changes;
    Said said;
  };
  const Case cases[] = {
      {"consistent", {}, {}},
      {"an empty total whose row cannot be read, and a wrong one below",
       {{"carried_over/commercial_enterprise", "?"}, {"carried_over/total", ""}, {"processed_total/total", "14"}},
       {"several: carried_over/total 0->2, processed_total/total 14->13; 3 sums"}},
      {"a part", {{"granted/natural_person", "8"}}, {"one cell: granted/natural_person 8->7; 2 sums"}},
      {"a zero",
       {{"denied.enforcement_files/research_institution", "4"}},
       {"one cell: denied.enforcement_files/research_institution 4->0; 2 sums"}},
      {"a total of a row", {{"granted/total", "90"}}, {"one cell: granted/total 90->9; 2 sums"}},
      {"a total of a column",
       {{"processed_total/natural_person", "11"}},
       {"one cell: processed_total/natural_person 11->10; 3 sums"}},
      {"the total of totals", {{"processed_total/total", "31"}}, {"one cell: processed_total/total 31->13; 3 sums"}},
      {"a flow", {{"carried_over/natural_person", "0"}}, {"one cell: carried_over/natural_person 0->2; 2 sums"}},
      {"swapped in a row",
       {{"granted/natural_person", "2"}, {"granted/commercial_enterprise", "7"}},
       {"swapped: granted/natural_person 2->7, granted/commercial_enterprise 7->2; 2 sums"}},
      {"swapped in a column",
       {{"granted/natural_person", "2"}, {"unavailable.not_held/natural_person", "7"}},
       {"swapped: granted/natural_person 2->7, unavailable.not_held/natural_person 7->2; 2 sums"}},
      {"swapped with a total",
       {{"granted/natural_person", "9"}, {"granted/total", "7"}},
       {"swapped: granted/natural_person 9->7, granted/total 7->9; 3 sums"}},
      {"a row one cell to the right",
       {{"granted/natural_person", "0"},
        {"granted/commercial_enterprise", "7"},
        {"granted/research_institution", "2"},
        {"granted/total", "0"}},
       {"shifted: granted/natural_person 0->7, granted/commercial_enterprise 7->2, granted/research_institution 2->0, "
        "granted/total 0->9; 5 sums"}},
      {"a row one cell to the left",
       {{"granted/natural_person", "2"},
        {"granted/commercial_enterprise", "0"},
        {"granted/other_organization", "9"},
        {"granted/total", "0"}},
       {"shifted: granted/natural_person 2->7, granted/commercial_enterprise 0->2, granted/other_organization 9->0, "
        "granted/total 0->9; 5 sums"}},
      {"two cells far from each other",
       {{"granted/natural_person", "70"}, {"unavailable.not_held/commercial_enterprise", "6"}},
       {"several: granted/natural_person 70->7, unavailable.not_held/commercial_enterprise 6->1; 4 sums"}},
      {"three cells",
       {{"granted/natural_person", "70"},
        {"unavailable.not_held/commercial_enterprise", "6"},
        {"carried_forward/total", "24"}},
       {"several: granted/natural_person 70->7, unavailable.not_held/commercial_enterprise 6->1, carried_forward/total "
        "24->2; 6 sums"}},
      {"one too many here, one too few there, in a row",
       {{"new_received/natural_person", "11"}, {"new_received/commercial_enterprise", "2"}},
       {"ambiguous: new_received/natural_person 11->10, new_received/commercial_enterprise 2->3 | "
        "carried_over/natural_person 2->1, carried_over/commercial_enterprise 0->1; 2 sums"}},
      {"five cells",
       {{"granted/natural_person", "70"},
        {"unavailable.not_held/commercial_enterprise", "6"},
        {"carried_forward/total", "24"},
        {"new_received/research_institution", "8"},
        {"denied.state_secret/other_organization", "31"}},
       {"unexplained; 10 sums"}},
      {"the blank that must hold a figure",
       {{"granted/natural_person", ""}},
       {"blank: granted/natural_person 0->7; 2 sums"}},
      {"a blank total", {{"processed_total/total", ""}}, {"blank: processed_total/total 0->13; 3 sums"}},
      {"two blanks that must hold figures",
       {{"granted/natural_person", ""}, {"unavailable.not_held/total", ""}},
       {"blank: granted/natural_person 0->7; 2 sums", "blank: unavailable.not_held/total 0->3; 2 sums"}},
      {"two blanks of one sum",
       {{"granted/natural_person", ""}, {"granted/total", ""}},
       {"blank: granted/natural_person 0->7, granted/total 0->9; 3 sums"}},
      {"blanks that stand for zero",
       {{"granted/research_institution", ""}, {"carried_over/commercial_enterprise", ""}},
       {}},
      {"a wrong figure among blanks that stand for zero",
       {{"granted/natural_person", "8"},
        {"granted/research_institution", ""},
        {"carried_over/commercial_enterprise", ""}},
       {"one cell: granted/natural_person 8->7; 2 sums"}},
      {"a blank and a wrong figure elsewhere",
       {{"granted/natural_person", ""}, {"unavailable.not_held/commercial_enterprise", "6"}},
       {"blank: granted/natural_person 0->7; 2 sums",
        "one cell: unavailable.not_held/commercial_enterprise 6->1; 2 sums"}},
      {"a mark that must be a figure",
       {{"granted/natural_person", "-"}},
       {"one cell: granted/natural_person 0->7; 2 sums"}},
      {"an unreadable cell leaves its sums out",
       {{"granted/natural_person", "?"}, {"unavailable.not_held/commercial_enterprise", "6"}},
       {"one cell: unavailable.not_held/commercial_enterprise 6->1; 2 sums"}},
      {"table four: likeliest slip first",
       {{"review/total", "71"}},
       {"ambiguous: review/total 71->17 | review/corrected 5->59 | review/other 0->54 | review/pending 0->54 | "
        "review/upheld 12->66; 1 sums"}},
      {"table four: a figure cannot be less than nothing",
       {{"review/pending", "1"}},
       {"ambiguous: review/upheld 12->11 | review/total 17->18 | review/corrected 5->4 | review/pending 1->0; 1 sums"}},
      {"table four: a blank total", {{"review/total", ""}}, {"blank: review/total 0->17; 1 sums"}},
      {"table four: two rows, each for itself",
       {{"review/total", "71"}, {"litigation_direct/total", "1"}},
       {"ambiguous: review/total 71->17 | review/corrected 5->59 | review/other 0->54 | review/pending 0->54 | "
        "review/upheld 12->66; 1 sums",
        "ambiguous: litigation_direct/upheld 0->1 | litigation_direct/corrected 0->1 | litigation_direct/other 0->1 | "
        "litigation_direct/pending 0->1 | litigation_direct/total 1->0; 1 sums"}},
      {"tables three and four",
       {{"review/total", ""}, {"granted/natural_person", "8"}},
       {"one cell: granted/natural_person 8->7; 2 sums", "blank: review/total 0->17; 1 sums"}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(dumped(tables_after(c.changes)) == c.said);
  }
}

TEST_CASE("totals filled in at another place are named as that", "[diagnosis]") {
  // The totals of table three stand in the first column, everything else one to the right.
  const char* columns[] = {"natural_person",
                           "commercial_enterprise",
                           "research_institution",
                           "public_welfare_organization",
                           "legal_service_institution",
                           "other_organization",
                           "total"};
  const Cells right = consistent();
  Cells wrong;
  for (const auto& [key, text] : right) {
    const std::size_t slash = key.find('/');
    const std::string row = key.substr(0, slash + 1);
    if (!right.contains(row + "total") || row == "review/") continue;
    for (std::size_t i = 0; i < 7; ++i) {
      const auto from = right.find(row + columns[i == 0 ? 6 : i - 1]);
      wrong[row + columns[i]] = from == right.end() ? "0" : from->second;
    }
  }
  const auto tables = tables_after(wrong);
  const auto diagnoses = diagnose(tables, evaluate(tables));
  REQUIRE(diagnoses.size() == 1);
  CHECK(diagnoses[0].kind == Diagnosis::Kind::total_misplaced);
  CHECK(diagnoses[0].repairs.size() == 22);
  for (const Repair& repair : diagnoses[0].repairs) {
    const auto meant = right.find(gouji::test::short_key(tables, repair.cell));
    CHECK(std::to_string(repair.to) == (meant == right.end() ? "0" : meant->second));
  }
}

TEST_CASE("the 2019 form is diagnosed alike", "[diagnosis]") {
  Cells cells = consistent();
  cells["other/natural_person"] = "4";  // 三、（六）其他处理 is one row of this form
  const auto tables = tables_with("2019", cells);
  CHECK(dumped(tables) == Said{"one cell: other/natural_person 4->0; 2 sums"});
}

TEST_CASE("likelier slips of a typist come first", "[diagnosis]") {
  struct Case {
    const char* name;
    std::int64_t to, likely, unlikely;
  };
  const Case cases[] = {
      {"digits transposed, one digit wrong", 26, 62, 27},   {"digits transposed, something else", 26, 62, 51},
      {"digit dropped, something else", 126, 16, 51},       {"digit doubled, something else", 126, 1226, 1351},
      {"a zero too many, something else", 26, 260, 351},    {"a zero too few, something else", 260, 26, 35},
      {"one digit wrong, two digits wrong", 126, 127, 251}, {"one off, something else", 126, 125, 19},
      {"left at zero, something else", 126, 0, 19},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    CHECK(slip_likelihood(c.likely, c.to) > slip_likelihood(c.unlikely, c.to));
  }
}

TEST_CASE("any table is diagnosed, always alike, and its repairs make every sum come out", "[diagnosis]") {
  gouji::test::Random random(11);
  std::size_t explained = 0;
  for (int round = 0; round < 40; ++round) {
    Cells cells = round % 2 == 0 ? consistent() : Cells();
    const Cells all = gouji::test::figures_with("2021", {}).cells;
    // From a few wrong cells to nothing but noise, with blanks and unreadable cells.
    const std::size_t wrong = random.chance(3) ? 200 : 1 + random.below(6);
    for (std::size_t i = 0; i < wrong; ++i) {
      auto at = all.begin();
      std::advance(at, static_cast<std::ptrdiff_t>(random.below(all.size())));
      if (at->first.starts_with("disclosure/")) continue;
      const std::string key = at->first.substr(at->first.find('/') + 1);
      const std::string digits = std::to_string(random.below(random.chance(8) ? 999999999999999 : 300));
      cells[key] = random.chance(9) ? "" : random.chance(9) ? "?" : digits;
    }
    auto tables = tables_with("2021", cells);
    const Said said = dumped(tables);
    CHECK(dumped(tables) == said);
    const auto pasted = tables;
    for (const Diagnosis& diagnosis : diagnose(tables, evaluate(tables))) {
      for (const Repair& repair : diagnosis.repairs) {
        CHECK(pasted[repair.cell.table].rows[repair.cell.row].cells[repair.cell.column].value ==
              gouji::Decimal(repair.from));
        gouji::Cell& cell = tables[repair.cell.table].rows[repair.cell.row].cells[repair.cell.column];
        CHECK(repair.to >= 0);
        CHECK(repair.to != repair.from);
        cell.value = gouji::Decimal(repair.to);
        cell.state = gouji::Cell::State::number;
      }
    }
    bool all_named = !said.empty();
    for (const std::string& one : said)
      all_named = all_named && !one.starts_with("ambiguous") && !one.starts_with("unexplained");
    if (!all_named) continue;
    ++explained;
    for (const gouji::Relation& relation : evaluate(tables)) {
      INFO(gouji::name_of(relation, tables));
      CHECK(relation.status != gouji::Relation::Status::failed);
    }
  }
  CHECK(explained > 5);
}
