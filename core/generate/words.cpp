// Compiles lists of words and official documents from JSON to C++ data; a word twice or a document without a number stops
// the build.
//
//     words WORDS DOCUMENTS FILE.json …   writes two files; a file with "words" is an object of lists, one with "documents"
//                                         lists what reports cite, one with "tables" is a form: an edition of the document
//                                         whose "editions" are "forms"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
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

/// An array and a span of it; an empty list has no array.
std::string list_of(const std::string& type, const std::string& name, const std::vector<std::string>& items) {
  std::string out;
  if (!items.empty()) {
    out = "inline constexpr " + type + " " + name + "_items[] = {";
    for (const std::string& item : items) out += "\n    " + item + ",";
    out += "};\n";
  }
  return out + "inline constexpr std::span<const " + type + "> " + name +
         (items.empty() ? "" : " = " + name + "_items") + ";\n";
}

std::string compile_words(const Json& lists) {
  std::string out;
  for (const auto& [name, list] : lists.items()) {
    std::vector<std::string> items;
    std::set<std::string> seen;
    for (const Json& word : list) {
      if (word.get<std::string>().empty() || !seen.insert(word).second) stop(name + " has twice: " + word.dump());
      items.push_back(quoted(word));
    }
    out += list_of("std::string_view", name, items);
  }
  return out;
}

/// First and last year of the reports that an edition is right for; null is without end.
std::string edition_of(const Json& number, const Json& years) {
  return "{" + quoted(number) + ", " + years.at(0).dump() + ", " +
         (years.at(1).is_null() ? "9999" : years.at(1).dump()) + "}";
}

std::string compile_documents(const Json& documents, const std::vector<Json>& forms) {
  std::string arrays;
  std::vector<std::string> items;
  std::set<std::string> titles;
  for (const Json& document : documents) {
    if (!titles.insert(document.at("title")).second) stop("twice: " + document.at("title").dump());
    std::vector<std::string> editions;
    if (document.at("editions") == "forms") {
      for (const Json& form : forms) editions.push_back(edition_of(form.at("issued_by"), form.at("report_years")));
    } else {
      for (const Json& edition : document.at("editions"))
        editions.push_back(edition_of(edition.at("number"), edition.at("reports")));
    }
    if (editions.empty()) stop("no number: " + document.at("title").dump());
    std::vector<std::string> names;
    for (const Json& name : document.value("also", Json::array())) names.push_back(quoted(name));
    const std::string id = "document" + std::to_string(items.size());
    arrays += list_of("std::string_view", id + "_also", names) + list_of("DocumentEdition", id + "_editions", editions);
    items.push_back("{" + quoted(document.at("title")) + ", " + id + "_also, " +
                    quoted(document.value("former", Json(""))) + ", " + id + "_editions}");
  }
  return arrays + list_of("OfficialDocument", "documents", items);
}

bool write(const char* path, const std::string& data) {
  std::ofstream file(path, std::ios::binary);
  file << "// Made by generate/words.cpp; not to be edited.\n" << data;
  return file.good();
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::fprintf(stderr, "usage: words WORDS DOCUMENTS FILE.json …\n");
    return 2;
  }
  std::string words;
  Json documents;
  std::vector<Json> forms;
  for (int i = 3; i < count; ++i) {
    current_file = arguments[i];
    std::ifstream in(current_file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) stop("not JSON");
    if (json.contains("words")) words += compile_words(json["words"]);
    if (json.contains("documents")) documents = json["documents"];
    if (json.contains("tables")) forms.push_back(json);
  }
  current_file = "documents";
  return write(arguments[1], words) && write(arguments[2], compile_documents(documents, forms)) ? 0 : 1;
}
