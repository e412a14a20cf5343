// Reads the forms from the repository; a form that cannot be read ends the test run.

#include "form_data.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "files.h"

namespace gouji::test {
namespace {

using Json = nlohmann::json;

std::vector<std::string> strings(const Json& object, const char* key) {
  return object.value(key, std::vector<std::string>{});
}

Heading read_heading(const Json& json) {
  return {json.at("id"), json.at("label"), strings(json, "variants"), strings(json, "under"), json.value("unit", "")};
}

Part read_part(const Json& json) {
  Part part{json.value("item", ""), json.value("corner", ""), json.value("heading", ""), {}, {}};
  for (const Json& column : json.at("columns")) part.columns.push_back(read_heading(column));
  for (const Json& row : json.at("rows")) part.rows.push_back(read_heading(row));
  return part;
}

Table read_table(const Json& json) {
  Table table{json.at("id"), json.at("section"), json.value("printed", "") == "one_row", {}};
  for (const Json& part : json.at("parts")) table.parts.push_back(read_part(part));
  return table;
}

bool is_part_of(std::string_view id, std::string_view group) {
  return group.ends_with(".*") && id.starts_with(group.substr(0, group.size() - 1));
}

/// The ids that one side of an identity names, groups spelled out in the order of the form.
std::vector<std::string> spell_out(const std::vector<std::string>& side, const std::vector<Heading>& headings) {
  std::vector<std::string> ids;
  for (const std::string& wanted : side) {
    std::size_t before = ids.size();
    for (const Heading& heading : headings)
      if (heading.id == wanted || is_part_of(heading.id, wanted)) ids.push_back(heading.id);
    if (ids.size() == before) throw std::runtime_error("identity names an unknown id: " + wanted);
  }
  return ids;
}

Form read_form(const std::string& id) {
  std::string path = source_path("core/forms/" + id + ".json");
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  Json json = Json::parse(file);

  Form form{id, {}, {}, {}};
  for (const Json& section : json.at("sections")) form.sections.push_back(section.at("label"));
  for (const Json& table : json.at("tables")) form.tables.push_back(read_table(table));
  for (const Json& entry : json.at("identities")) {
    Identity identity{entry.at("name"), entry.at("table"), entry.at("each"), {}, {}};
    const Part& part = form.table(identity.table).parts.front();
    const std::vector<Heading>& summed = identity.each == "column" ? part.rows : part.columns;
    identity.left = spell_out(strings(entry, "left"), summed);
    identity.right = spell_out(strings(entry, "right"), summed);
    form.identities.push_back(identity);
  }
  return form;
}

}  // namespace

const Table& Form::table(std::string_view wanted) const {
  for (const Table& table : tables)
    if (table.id == wanted) return table;
  throw std::runtime_error("no such table: " + std::string(wanted));
}

const Form& form(std::string_view id) {
  static std::map<std::string, Form> forms;
  auto found = forms.find(std::string(id));
  if (found == forms.end()) found = forms.emplace(std::string(id), read_form(std::string(id))).first;
  return found->second;
}

std::string cell_key(std::string_view table, std::string_view row, std::string_view column) {
  return std::string(table) + "/" + std::string(row) + "/" + std::string(column);
}

}  // namespace gouji::test
