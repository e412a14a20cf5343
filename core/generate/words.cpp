// Lists of words and official documents. A word twice in a list, or a document without a number, stops the build.

#include "words.h"

namespace generate {
namespace {

/// First and last year of the reports that an edition is right for; null is without end.
std::string edition_of(const Json& number, const Json& years) {
  return "{" + quoted(number) + ", " + years.at(0).dump() + ", " +
         (years.at(1).is_null() ? "9999" : years.at(1).dump()) + "}";
}

std::vector<WordTable::Word> words_of(const Json& list) {
  std::vector<WordTable::Word> words;
  for (const Json& word : list) words.push_back({word, 0});
  return words;
}

}  // namespace

std::string compile_words(const std::vector<Source>& sources, WordTable& table) {
  Writer out;
  std::string lists;
  for (const Source& source : sources) {
    current_file = source.path;
    const Json sets = source.json.value("indexed", Json::object());
    for (const auto& [name, list] : sets.items()) lists += table.add_indexed(name, words_of(list));
  }
  for (const Source& source : sources) {
    current_file = source.path;
    const Json sets = source.json.value("words", Json::object());
    for (const auto& [name, list] : sets.items()) lists += table.add(name, words_of(list));
    const Json grouped = source.json.value("grouped", Json::object());
    for (const auto& [name, groups] : grouped.items()) {
      std::vector<WordTable::Word> words;
      for (std::uint8_t group = 0; group < groups.size(); ++group) {
        for (const Json& word : groups[group]) words.push_back({word, group});
      }
      lists += table.add(name, words, true);
    }
    const Json ordered = source.json.value("ordered", Json::object());
    for (const auto& item : ordered.items())
      lists += span_named("std::string_view", item.key(), out.strings(ordered, item.key().c_str()));
  }
  return out.arrays() + lists;
}

std::string compile_documents(const std::vector<Source>& sources, WordTable& table) {
  Writer out;
  std::vector<std::string> items;
  std::vector<WordTable::Word> names;
  for (const Source& source : sources) {
    current_file = source.path;
    for (const Json& document : source.json.value("documents", Json::array())) {
      std::vector<std::string> editions;
      if (document.at("editions") == "forms") {
        for (const Source& form : sources) {
          if (form.json.contains("tables"))
            editions.push_back(edition_of(form.json.at("issued_by"), form.json.at("report_years")));
        }
      } else {
        for (const Json& edition : document.at("editions"))
          editions.push_back(edition_of(edition.at("number"), edition.at("reports")));
      }
      if (editions.empty()) stop("no number: " + document.at("title").dump());
      const auto index = static_cast<std::uint8_t>(items.size());
      names.push_back({document.at("title"), index});
      for (const Json& name : document.value("also", Json::array())) names.push_back({name, index});
      items.push_back("{" + quoted(document.at("title")) + ", " + quoted(document.value("former", Json(""))) + ", " +
                      out.array("DocumentEdition", editions) + "}");
    }
  }
  const std::string documents = out.array("OfficialDocument", items);
  return out.arrays() + span_named("OfficialDocument", "documents", documents) +
         table.add_indexed("document_names", names, true);
}

}  // namespace generate
