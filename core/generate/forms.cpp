// Compiles the official forms from JSON to C++ data, and proves them on the way: a form that names an unknown id, uses a
// label or an id twice, or has an empty identity stops the build.
//
//     forms OUTPUT FILE.json …        a file with "tables" is a form; one with "furniture" lists words of web pages,
//                                    one with "phrases" words around numbers

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::ordered_json;

std::string current_file;

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", current_file.c_str(), why.c_str());
  std::exit(1);
}

std::string quoted(const Json& text) { return "\"" + text.get<std::string>() + "\""; }
std::string quoted_or_empty(const Json& object, const char* key) {
  return object.contains(key) ? quoted(object[key]) : "\"\"";
}

/// Writes arrays under running names, so that a struct can hold a span of each.
class Writer {
 public:
  std::string array(const std::string& type, const std::vector<std::string>& items) {
    if (items.empty()) return "{}";
    const std::string name = "a" + std::to_string(next_++);
    arrays_ += "inline constexpr " + type + " " + name + "[] = {";
    for (const std::string& item : items) arrays_ += "\n    " + item + ",";
    arrays_ += "};\n";
    return name;
  }
  std::string strings(const Json& object, const char* key) {
    std::vector<std::string> items;
    if (object.contains(key)) {
      for (const Json& item : object[key]) items.push_back(quoted(item));
    }
    return array("std::string_view", items);
  }
  [[nodiscard]] const std::string& arrays() const { return arrays_; }

 private:
  int next_ = 0;
  std::string arrays_;
};

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

/// The words of a list, quoted, each before the words that it begins with; a word twice stops the build.
std::vector<std::string> longest_first(const Json& words) {
  std::vector<std::string> list;
  std::set<std::string> seen;
  for (const Json& word : words) {
    if (!seen.insert(word.get<std::string>()).second) stop("twice: " + word.dump());
    list.push_back(quoted(word));
  }
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return list;
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
                       out.strings(section, "variants") + "}");
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

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: forms OUTPUT FILE.json …\n");
    return 2;
  }
  Writer out;
  std::vector<std::string> forms;
  std::string furniture = "{}";
  std::map<std::string, std::string> phrases = {{"measures", "{}"}, {"time_measures", "{}"}, {"set_phrases", "{}"}};
  for (int i = 2; i < count; ++i) {
    current_file = arguments[i];
    std::ifstream in(current_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) stop("not JSON");
    if (json.contains("tables")) forms.push_back(compile_form(out, json));
    if (json.contains("furniture")) furniture = out.strings(json, "furniture");
    if (json.contains("phrases")) {
      for (auto& [name, list] : phrases) list = out.array("std::string_view", longest_first(json["phrases"].at(name)));
    }
  }
  const std::string all = out.array("Form", forms);
  std::ofstream file(arguments[1], std::ios::binary);
  file << "// Made by generate/forms.cpp; not to be edited.\nnamespace form_data {\n"
       << out.arrays() << "inline constexpr std::span<const Form> forms = " << all
       << ";\ninline constexpr std::span<const std::string_view> furniture_words = " << furniture << ";\n";
  for (const auto& [name, list] : phrases)
    file << "inline constexpr std::span<const std::string_view> " << name << " = " << list << ";\n";
  file << "}\n";
  return file.good() ? 0 : 1;
}
