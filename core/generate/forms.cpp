// Compiles the official forms from JSON to C++ data, and proves them on the way: a form that names an unknown id, uses a
// label or an id twice, or has an empty identity stops the build.
//
//     forms FORMS SAID FILE.json …    writes two files; a file with "tables" is a form; one with "furniture" lists words of web pages,
//                                    one with "phrases" words around numbers,
//                                    one with "said" the words by which sentences name figures

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

/// Rows or columns that a name means: ids in full, or all that begin with it where it ends in ".*".
std::vector<std::size_t> named(const Json& names, const std::vector<std::string>& ids) {
  std::vector<std::size_t> found;
  for (const Json& name : names) {
    std::string wanted = name.get<std::string>();
    const bool all = wanted.ends_with(".*");
    if (all) wanted.pop_back();
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (all ? ids[i].starts_with(wanted) : ids[i] == wanted) found.push_back(i);
    }
  }
  return found;
}

/// The cells of one sum in one form; none where the form lacks a row or a column of it.
std::vector<std::string> cells_of(const Json& form, const Json& sum) {
  std::vector<std::string> cells;
  std::size_t t = 0;
  for (const Json& table : form.at("tables")) {
    if (table.at("id") != sum.at("table")) {
      ++t;
      continue;
    }
    std::vector<std::string> rows;
    std::vector<const Json*> part_of;
    for (const Json& part : table.at("parts")) {
      for (const Json& row : part.at("rows")) {
        rows.push_back(row.at("id"));
        part_of.push_back(&part);
      }
    }
    for (const std::size_t row : named(sum.at("rows"), rows)) {
      std::vector<std::string> columns;
      for (const Json& column : part_of[row]->at("columns")) columns.push_back(column.at("id"));
      const auto found = named(sum.at("columns"), columns);
      if (found.empty()) return {};
      for (const std::size_t column : found) {
        cells.push_back("{" + std::to_string(t) + ", " + std::to_string(row) + ", " + std::to_string(column) + "}");
      }
    }
  }
  return cells;
}

/// The words by which sentences name figures (said.h). Every indicator must have cells in some form, every key and topic
/// that it names must be there.
std::string compile_said(const Json& said, const std::vector<Json>& forms) {
  static const std::vector<std::string> roles = {
      "info",    "open",       "apply",        "ask",    "of",     "thing",     "plain",     "and",        "each",
      "sum",     "including",  "respectively", "none",   "all",    "in_time",   "generic",   "self",       "other_time",
      "compare", "other_body", "whole_place",  "turned", "except", "this_time", "done_rate", "other_topic"};
  Writer out;
  struct Word {
    std::size_t topic = 0;
    std::size_t key = 0;
    std::uint32_t roles = 0;
  };
  std::map<std::string, Word> words;
  const auto list = [](const Json& group) {
    std::vector<std::string> names;
    for (const auto& item : group.items()) names.push_back(item.key());
    return names;
  };
  const std::vector<std::string> topics = list(said.at("topics"));
  const std::vector<std::string> keys = list(said.at("keys"));
  const auto number = [](const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) stop("said: no such name: " + name);
    return static_cast<std::size_t>(found - names.begin()) + 1;
  };
  for (const auto& item : said.at("topics").items()) {
    for (const Json& word : item.value()) {
      std::size_t& topic = words[word.get<std::string>()].topic;
      if (topic != 0) stop("said: a word of two topics: " + word.dump());
      topic = number(topics, item.key());
    }
  }
  for (const auto& item : said.at("keys").items()) {
    for (const Json& word : item.value()) {
      std::size_t& key = words[word.get<std::string>()].key;
      if (key != 0) stop("said: a word of two keys: " + word.dump());
      key = number(keys, item.key());
    }
  }
  for (const char* group : {"parts", "glue"}) {
    for (const auto& item : said.at(group).items()) {
      const std::size_t role = number(roles, item.key()) - 1;
      for (const Json& word : item.value()) words[word.get<std::string>()].roles |= std::uint32_t{1} << role;
    }
  }
  std::vector<std::string> rows;
  for (const auto& [text, word] : words) {
    rows.push_back("{\"" + (text == "\"" ? "\\\"" : text) + "\", " + std::to_string(word.topic) + ", " +
                   std::to_string(word.key) + ", " + std::to_string(word.roles) + "}");
  }
  std::vector<std::string> indicator_rows;
  const Json& indicators = said.at("indicators");
  for (const Json& indicator : indicators) {
    std::vector<std::string> by_form;
    bool any = false;
    for (const Json& form : forms) {
      std::vector<std::string> sums;
      for (const Json& sum : indicator.at("sums")) {
        const auto cells = cells_of(form, sum);
        if (!cells.empty()) sums.push_back(out.array("FormCell", cells));
      }
      any = any || !sums.empty();
      by_form.push_back(out.array("std::span<const FormCell>", sums));
    }
    if (!any) stop("said: no form has the cells of " + indicator.at("id").dump());
    std::size_t including = 0;
    std::size_t becomes = 255;
    if (indicator.contains("including")) {
      including = number(keys, indicator["including"][0]);
      for (std::size_t i = 0; i < indicators.size(); ++i) {
        if (indicators[i].at("id") == indicator["including"][1]) becomes = i;
      }
      if (becomes == 255) stop("said: no such indicator: " + indicator["including"][1].dump());
    }
    indicator_rows.push_back("{" + quoted(indicator.at("id")) + ", " + quoted(indicator.at("zh")) + ", " +
                             quoted(indicator.at("en")) + ", " + std::to_string(number(topics, indicator.at("topic"))) +
                             ", " + std::to_string(indicator.contains("key") ? number(keys, indicator["key"]) : 0) +
                             ", " + (indicator.at("severity") == "error" ? "true" : "false") + ", " +
                             std::to_string(including) + ", " + std::to_string(becomes) + ", " +
                             out.array("std::span<const std::span<const FormCell>>", by_form) + "}");
  }
  const auto quote = [](std::vector<std::string> names) {
    for (std::string& name : names) name = "\"" + name + "\"";
    return names;
  };
  const std::string topic_names = out.array("std::string_view", quote(topics));
  const std::string key_names = out.array("std::string_view", quote(keys));
  const std::string all_words = out.array("SaidWord", rows);
  const std::string all_indicators = out.array("Indicator", indicator_rows);
  const auto view = [](const char* type, const char* name, const std::string& array) {
    return std::string("inline constexpr std::span<const ") + type + "> " + name + " = " + array + ";\n";
  };
  return "// Made by generate/forms.cpp; not to be edited.\nnamespace said_data {\n" + out.arrays() +
         view("std::string_view", "topics", topic_names) + view("std::string_view", "keys", key_names) +
         view("SaidWord", "words", all_words) + view("Indicator", "indicators", all_indicators) + "}\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr, "usage: forms FORMS SAID FILE.json …\n");
    return 2;
  }
  Writer out;
  std::vector<std::string> forms;
  std::string furniture = "{}";
  std::map<std::string, std::string> phrases = {{"measures", "{}"}, {"time_measures", "{}"}, {"set_phrases", "{}"}};
  std::vector<Json> sources;
  Json said;
  for (int i = 3; i < count; ++i) {
    current_file = arguments[i];
    std::ifstream in(current_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) stop("not JSON");
    if (json.contains("tables")) {
      forms.push_back(compile_form(out, json));
      sources.push_back(json);
    }
    if (json.contains("said")) said = json["said"];
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
  std::ofstream said_file(arguments[2], std::ios::binary);
  said_file << compile_said(said, sources);
  return file.good() && said_file.good() ? 0 : 1;
}
