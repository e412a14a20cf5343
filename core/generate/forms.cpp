// The official forms. They are proved on the way: a form that names an unknown id, uses a label or an id twice, or has an
// empty identity stops the build.

#include "forms.h"

#include <map>
#include <set>

namespace generate {
namespace {

std::string unit_of(const Json& column) {
  static const std::map<std::string, std::string> units = {
      {"count", "Unit::count"}, {"signed", "Unit::signed_count"}, {"amount", "Unit::amount"}};
  const auto found = units.find(column.at("unit").get<std::string>());
  if (found == units.end()) stop("unknown unit " + column.at("unit").dump());
  return found->second;
}

/// Ids of a list, in order; a name that ends in ".*" stands for every id that begins so.
std::string members(Writer& out, const Json& names, const std::vector<std::string>& ids) {
  std::vector<std::string> found;
  for (const Json& name : names) {
    std::string wanted = name.get<std::string>();
    const bool all = wanted.ends_with(".*");
    if (all) wanted.pop_back();
    const std::size_t before = found.size();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (all ? ids[i].starts_with(wanted) : ids[i] == wanted) found.push_back(std::to_string(i));
    }
    if (found.size() == before) stop("an identity names " + name.dump() + ", which is no row or column");
  }
  return out.array("std::uint8_t", found);
}

std::string label_of(Writer& out, const Json& item) {
  return "{" + quoted(item.at("label")) + ", " + out.strings(item, "under") + ", " + out.strings(item, "variants") +
         "}";
}

struct Names {
  std::vector<std::string> rows;
  std::vector<std::string> columns;  // of the first part: identities over columns are for tables of one part
};

std::string compile_table(Writer& out, const Json& table, Names& names) {
  std::vector<std::string> parts;
  std::vector<std::string> rows;
  std::set<std::string> labels;
  for (const Json& part : table.at("parts")) {
    std::vector<std::string> columns;
    std::set<std::string> column_ids;
    for (const Json& column : part.at("columns")) {
      if (!column_ids.insert(column.at("id")).second) stop("column id twice: " + column.at("id").dump());
      if (parts.empty()) names.columns.push_back(column.at("id"));
      columns.push_back("{" + quoted(column.at("id")) + ", " + label_of(out, column) + ", " + quoted(column.at("en")) +
                        ", " + unit_of(column) + "}");
    }
    for (const Json& row : part.at("rows")) {
      names.rows.push_back(row.at("id"));
      const std::string path = row.value("under", Json::array()).dump() + row.at("label").dump();
      if (!labels.insert(path).second) stop("row label twice: " + path);
      rows.push_back("{" + quoted(row.at("id")) + ", " + label_of(out, row) + ", " + quoted(row.at("en")) + ", " +
                     std::to_string(parts.size()) + "}");
    }
    parts.push_back("{" + quoted_or_empty(part, "item") + ", " + quoted_or_empty(part, "corner") + ", " +
                    quoted_or_empty(part, "heading") + ", " + out.array("Column", columns) + "}");
  }
  if (std::set<std::string>(names.rows.begin(), names.rows.end()).size() != names.rows.size()) stop("row id twice");
  const bool one_row = table.value("printed", "") == "one_row";
  return "{" + quoted(table.at("id")) + ", " + quoted(table.at("name").at("zh")) + ", " +
         quoted(table.at("name").at("en")) + ", " + table.at("section").dump() + ", " + (one_row ? "true" : "false") +
         ", " + out.array("Part", parts) + ", " + out.array("Row", rows) + "}";
}

std::string compile_form(Writer& out, const Json& form) {
  std::vector<std::string> sections;
  for (const Json& section : form.at("sections")) {
    sections.push_back("{" + quoted(section.at("id")) + ", " + quoted(section.at("label")) + ", " +
                       out.strings(section, "variants") + ", " + out.strings(section, "accepted") + "}");
  }
  std::vector<std::string> tables;
  std::vector<Names> names;
  std::vector<std::string> table_ids;
  for (const Json& table : form.at("tables")) {
    tables.push_back(compile_table(out, table, names.emplace_back()));
    table_ids.push_back(table.at("id"));
  }
  std::vector<std::string> identities;
  std::set<std::string> identity_names;
  for (const Json& identity : form.at("identities")) {
    if (!identity_names.insert(identity.at("name")).second) stop("identity twice: " + identity.at("name").dump());
    std::size_t table = 0;
    while (table < table_ids.size() && table_ids[table] != identity.at("table")) ++table;
    if (table == table_ids.size()) stop("an identity names the table " + identity.at("table").dump());
    const bool each_row = identity.at("each") == "row";
    const std::vector<std::string>& ids = each_row ? names[table].columns : names[table].rows;
    const auto says = [&](const char* side) {
      return "{" + quoted(identity.at(side).at("zh")) + ", " + quoted(identity.at(side).at("en")) + "}, ";
    };
    identities.push_back("{" + quoted(identity.at("name")) + ", " + says("left_says") + says("right_says") +
                         std::to_string(table) + ", " + (each_row ? "true" : "false") + ", " +
                         members(out, identity.at("left"), ids) + ", " + members(out, identity.at("right"), ids) + "}");
  }
  const Json& years = form.at("report_years");
  return "{" + quoted(form.at("id")) + ", " + quoted(form.at("issued_by")) + ", " + years[0].dump() + ", " +
         (years[1].is_null() ? "9999" : years[1].dump()) + ", " + out.array("Section", sections) + ", " +
         out.array("Table", tables) + ", " + out.array("Identity", identities) + "}";
}

}  // namespace

std::string compile_forms(const std::vector<Source>& sources) {
  Writer out;
  std::vector<std::string> forms;
  for (const Source& source : sources) {
    current_file = source.path;
    if (source.json.contains("tables")) forms.push_back(compile_form(out, source.json));
  }
  const std::string all = out.array("Form", forms);
  return "namespace form_data {\n" + out.arrays() + span_named("Form", "forms", all) + "}\n";
}

}  // namespace generate
