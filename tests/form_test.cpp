// The forms as compiled are the forms as written in core/forms, and hold together.

#include "form.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "label.h"
#include "match.h"
#include "support/files.h"
#include "support/tables.h"
#include "text.h"
#include "words.h"

using gouji::Form;
using gouji::form_for_year;
using gouji::forms;
using gouji::Identity;
using gouji::Part;
using gouji::Table;
using Json = nlohmann::json;

namespace {

using Words = std::vector<std::string>;

Json form_file(std::string_view id) {
  return Json::parse(gouji::test::read_file(gouji::test::source_path("core/forms/" + std::string(id) + ".json")),
                     nullptr, false);
}

/// id, label, what it stands under, and other wordings.
Words described(std::string_view id, const gouji::Label& label) {
  Words out{std::string(id), std::string(label.text)};
  for (const std::string_view under : label.under) out.push_back("under " + std::string(under));
  for (const std::string_view variant : label.variants) out.push_back("or " + std::string(variant));
  return out;
}

Words described(const Json& heading) {
  Words out{heading["id"], heading["label"]};
  for (const Json& under : heading.value("under", Json::array())) out.push_back("under " + under.get<std::string>());
  for (const Json& variant : heading.value("variants", Json::array()))
    out.push_back("or " + variant.get<std::string>());
  return out;
}

std::size_t cells_of(const Table& table) {
  std::size_t cells = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) cells += table.columns_of(row);
  return cells;
}

const Form& form(std::string_view id) {
  return *std::find_if(forms().begin(), forms().end(), [&](const Form& one) { return one.id == id; });
}

}  // namespace

TEST_CASE("the compiled forms are those of the files", "[form]") {
  Words ids;
  for (const Form& form : forms()) {
    ids.emplace_back(form.id);
    INFO(form.id);
    const Json file = form_file(form.id);
    CHECK(file["id"] == std::string(form.id));
    CHECK(file["issued_by"] == std::string(form.issued_by));
    CHECK(file["report_years"][0] == form.first_year);
    REQUIRE(file["sections"].size() == form.sections.size());
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
      const gouji::Section& section = form.sections[i];
      CHECK(described(section.id, {section.label, {}, section.variants}) == described(file["sections"][i]));
      const Json accepted = file["sections"][i].value("accepted", Json::array());
      CHECK(Words(section.accepted.begin(), section.accepted.end()) == accepted.get<Words>());
    }
    REQUIRE(file["tables"].size() == form.tables.size());
    for (std::size_t t = 0; t < form.tables.size(); ++t) {
      const Table& table = form.tables[t];
      const Json& written = file["tables"][t];
      INFO(table.id);
      CHECK(written["id"] == std::string(table.id));
      CHECK(written["section"] == table.section);
      CHECK(written["name"]["zh"] == std::string(table.zh));
      CHECK(written["name"]["en"] == std::string(table.en));
      CHECK((written.value("printed", "") == "one_row") == table.one_row);
      REQUIRE(written["parts"].size() == table.parts.size());
      std::size_t row = 0;
      for (std::size_t p = 0; p < table.parts.size(); ++p) {
        const Part& part = table.parts[p];
        const Json& written_part = written["parts"][p];
        CHECK(written_part.value("item", "") == part.item);
        CHECK(written_part.value("corner", "") == part.corner);
        CHECK(written_part.value("heading", "") == part.heading);
        REQUIRE(written_part["columns"].size() == part.columns.size());
        for (std::size_t c = 0; c < part.columns.size(); ++c) {
          static const std::map<std::string, gouji::Unit> units{
              {"count", gouji::Unit::count}, {"signed", gouji::Unit::signed_count}, {"amount", gouji::Unit::amount}};
          CHECK(described(part.columns[c].id, part.columns[c].label) == described(written_part["columns"][c]));
          CHECK(written_part["columns"][c]["en"] == std::string(part.columns[c].en));
          CHECK(units.at(written_part["columns"][c]["unit"]) == part.columns[c].unit);
        }
        for (const Json& written_row : written_part["rows"]) {
          REQUIRE(row < table.rows.size());
          CHECK(described(table.rows[row].id, table.rows[row].label) == described(written_row));
          CHECK(written_row["en"] == std::string(table.rows[row].en));
          CHECK(table.rows[row].part == p);
          ++row;
        }
      }
      CHECK(row == table.rows.size());
    }
  }
  CHECK(ids == Words{"2019", "2021"});
}

TEST_CASE("the forms have the cells of the official ones", "[form]") {
  struct {
    const char* form;
    std::size_t cells[3];
  } const cases[] = {{"2019", {22, 161, 15}}, {"2021", {10, 175, 15}}};
  for (const auto& c : cases) {
    const Form& official = form(c.form);
    REQUIRE(official.tables.size() == 3);
    const Words ids{"disclosure", "requests", "proceedings"};
    for (std::size_t t = 0; t < 3; ++t) {
      INFO(c.form << " " << official.tables[t].id);
      CHECK(official.tables[t].id == ids[t]);
      CHECK(cells_of(official.tables[t]) == c.cells[t]);
      CHECK(official.tables[t].section == t + 2);
      CHECK(official.tables[t].one_row == (t == 2));
    }
    CHECK(official.sections.size() == 6);
  }
}

TEST_CASE("ids and labels of a form are its own", "[form]") {
  for (const Form& official : forms()) {
    for (const Table& table : official.tables) {
      INFO(official.id << " " << table.id);
      std::set<std::string_view> ids;
      std::set<std::string> labels;
      for (const gouji::Row& row : table.rows) {
        CHECK(ids.insert(row.id).second);
        CHECK(row.part < table.parts.size());
        std::string path;
        for (const std::string_view under : row.label.under) path += std::string(under) + "/";
        CHECK(labels.insert(path + std::string(row.label.text)).second);
        for (const std::string_view variant : row.label.variants)
          CHECK(labels.insert(path + std::string(variant)).second);
      }
      for (const Part& part : table.parts) {
        std::set<std::string_view> columns;
        for (const gouji::Column& column : part.columns) CHECK(columns.insert(column.id).second);
      }
    }
  }
}

TEST_CASE("identities name rows and columns of their table", "[form]") {
  struct {
    const char* name;
    bool each_row;
    std::size_t left_2019, left_2021, right;
  } const cases[] = {
      {"requests.balance", false, 2, 2, 2},
      {"requests.processed_sum", false, 19, 21, 1},
      {"requests.row_sum", true, 6, 6, 1},
      {"proceedings.sum", true, 4, 4, 1},
  };
  for (const Form& official : forms()) {
    REQUIRE(official.identities.size() == std::size(cases));
    for (std::size_t i = 0; i < std::size(cases); ++i) {
      const Identity& identity = official.identities[i];
      INFO(official.id << " " << identity.name);
      CHECK(identity.name == cases[i].name);
      CHECK(identity.each_row == cases[i].each_row);
      CHECK(identity.left.size() == (official.id == "2019" ? cases[i].left_2019 : cases[i].left_2021));
      CHECK(identity.right.size() == cases[i].right);
      CHECK(!identity.left_says.zh.empty());
      CHECK(!identity.right_says.en.empty());
      const Table& table = official.tables[identity.table];
      CHECK(identity.name.starts_with(std::string(table.id) + "."));
      const std::size_t members = identity.each_row ? table.parts[0].columns.size() : table.rows.size();
      std::set<std::uint8_t> used;
      for (const auto& side : {identity.left, identity.right}) {
        for (const std::uint8_t member : side) {
          CHECK(member < members);
          CHECK(used.insert(member).second);
        }
      }
      // Every row and column of table three takes part, but for the flows, which have their own identity.
      if (identity.name == "requests.row_sum" || identity.name == "proceedings.sum") CHECK(used.size() == members);
      if (identity.name == "requests.processed_sum") CHECK(used.size() == members - 3);
    }
  }
}

TEST_CASE("the form of a year", "[form]") {
  struct {
    int year;
    const char* form;
  } const cases[] = {{2008, ""},     {2018, ""},     {2019, "2019"}, {2020, "2019"}, {2021, "2021"},
                     {2022, "2021"}, {2025, "2021"}, {2099, "2021"}, {0, ""},        {-1, ""}};
  for (const auto& c : cases) {
    INFO(c.year);
    const Form* found = form_for_year(c.year);
    CHECK((found == nullptr ? "" : found->id) == c.form);
  }
}

TEST_CASE("words of furniture are short and their own", "[form]") {
  std::set<std::string_view> seen;
  for (const std::string_view word : gouji::words::furniture) {
    CHECK(!word.empty());
    CHECK(word.size() < 40);
    CHECK(seen.insert(word).second);
    CHECK(gouji::Text(word).folded() == word);
  }
  CHECK(seen.contains("索引号"));
}
