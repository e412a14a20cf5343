// The relations of a table as equations: figures are changed and changed back, and it is known at once what holds.

#include "equations.h"

#include <catch2/catch.hpp>

#include "support/random.h"
#include "support/tables.h"

using gouji::Equations;
using gouji::evaluate;
using gouji::Relation;
using gouji::TableReading;
using gouji::test::tables_with;

namespace {

/// The relations of a table, from … to.
std::pair<std::size_t, std::size_t> relations_of(const std::vector<Relation>& relations, std::uint16_t table) {
  std::size_t first = 0;
  while (relations[first].table != table) ++first;
  std::size_t last = first;
  while (last < relations.size() && relations[last].table == table) ++last;
  return {first, last};
}

Equations equations_of(const std::vector<TableReading>& tables, std::uint16_t table,
                       const std::vector<std::size_t>& left_out = {}) {
  Equations equations;
  const auto relations = evaluate(tables);
  const auto [first, last] = relations_of(relations, table);
  equations.read(tables, relations, first, last, left_out);
  return equations;
}

/// Whether sums, cells and what is open are as the terms and figures say.
bool adds_up(const Equations& equations) {
  std::size_t open = 0;
  std::size_t terms = 0;
  for (std::size_t e = 0; e < equations.size(); ++e) {
    std::int64_t sum = 0;
    for (const Equations::Term& term : equations.terms(e)) sum += term.sign * equations.value(term.cell);
    if (sum != equations.residual(e)) return false;
    open += sum != 0 ? 1 : 0;
    terms += equations.terms(e).size();
  }
  std::size_t memberships = 0;
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) {
    if (cell > 0 && !(equations.ref(cell - 1) < equations.ref(cell))) return false;
    for (const Equations::Membership& in : equations.of(cell)) {
      const auto of = equations.terms(in.equation);
      if (std::none_of(of.begin(), of.end(),
                       [&](const auto& term) { return term.cell == cell && term.sign == in.sign; }))
        return false;
    }
    memberships += equations.of(cell).size();
  }
  return open == equations.open() && terms == memberships;
}

}  // namespace

TEST_CASE("equations have the cells and figures of the table", "[equations]") {
  const auto tables = tables_with("2021", {{"granted/natural_person", "3"}, {"granted/total", "4"}});
  const Equations equations = equations_of(tables, 1);
  CHECK(equations.size() == 7 + 7 + 25);
  CHECK(adds_up(equations));
  CHECK(equations.open() == 3);  // the row, and what was done of either column
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) {
    const auto ref = equations.ref(cell);
    CHECK(tables[ref.table].rows[ref.row].cells[ref.column].value == gouji::Decimal(equations.value(cell)));
    CHECK(equations.of(cell).size() <= 3);
  }
}

TEST_CASE("an equation whose cells cannot all be read is left out", "[equations]") {
  const auto tables = tables_with("2021", {{"granted/natural_person", "?"}, {"granted/total", "1.5"}});
  const Equations equations = equations_of(tables, 1);
  CHECK(equations.size() == 7 + 7 + 25 - 3);
  CHECK(adds_up(equations));
  const Equations blank = equations_of(tables_with("2021", {{"granted/natural_person", ""}}), 1);
  CHECK(blank.size() == 7 + 7 + 25);
  std::size_t blanks = 0;
  for (std::size_t cell = 0; cell < blank.cells(); ++cell) blanks += blank.is_blank(cell) ? 1 : 0;
  CHECK(blanks == 1);
}

TEST_CASE("figures are changed and changed back", "[equations]") {
  gouji::test::Random random(5);
  Equations equations = equations_of(tables_with("2021", {{"granted/natural_person", "3"}}), 1);
  std::vector<std::int64_t> before;
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) before.push_back(equations.value(cell));
  const std::size_t open = equations.open();
  for (int round = 0; round < 300; ++round) {
    const std::size_t cell = random.below(equations.cells());
    if (random.chance(2)) {
      equations.set(cell, static_cast<std::int64_t>(random.below(5)));
    } else {
      equations.change(cell, static_cast<std::int64_t>(random.below(5)) - 2);
    }
    REQUIRE(adds_up(equations));
  }
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) equations.set(cell, before[cell]);
  CHECK(adds_up(equations));
  CHECK(equations.open() == open);
}

TEST_CASE("some of the relations, with the figures of all", "[equations]") {
  const auto tables = tables_with("2021", {{"review/total", "4"}, {"litigation_direct/total", "2"}});
  Equations all = equations_of(tables, 2);
  REQUIRE(all.size() == 3);
  CHECK(all.open() == 2);
  all.set(0, 7);
  std::size_t open = 0;
  for (std::size_t e = 0; e < all.size(); ++e) {
    Equations part = equations_of(tables, 2, {all.relation(e)});
    CHECK(part.size() == 2);
    part.set_all(all);
    CHECK(adds_up(part));
    CHECK(part.open() == all.open() - (all.residual(e) != 0 ? 1 : 0));
    open += part.open();
  }
  CHECK(open == 4);
}

TEST_CASE("one object reads table after table", "[equations]") {
  auto tables = tables_with("2021", {{"granted/total", "3"}});
  const auto relations = evaluate(tables);
  const auto [first, last] = relations_of(relations, 1);
  Equations equations;
  for (int round = 0; round < 3; ++round) {
    equations.read(tables, relations, first, last);
    CHECK(equations.size() == 39);
    CHECK(adds_up(equations));
    equations.read(tables, relations, last, relations.size());
    CHECK(equations.size() == 3);
    CHECK(adds_up(equations));
  }
}
