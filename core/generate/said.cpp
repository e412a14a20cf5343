// The words by which sentences name figures. Every indicator must have cells in some form, and every key and topic that it
// names must be there, or the build stops.

#include "said.h"

#include <algorithm>
#include <map>

namespace generate {
namespace {

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

std::string compile_said(const Json& said, const std::vector<Json>& forms, WordTable& table) {
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
  // Many words say the same: each meaning is written once.
  std::vector<std::string> meanings;
  std::vector<WordTable::Word> list_of_words;
  for (const auto& [text, word] : words) {
    const std::string meaning =
        "{" + std::to_string(word.topic) + ", " + std::to_string(word.key) + ", " + std::to_string(word.roles) + "}";
    auto found = std::find(meanings.begin(), meanings.end(), meaning);
    if (found == meanings.end()) found = meanings.insert(found, meaning);
    list_of_words.push_back({text, static_cast<std::uint8_t>(found - meanings.begin())});
  }
  if (meanings.size() > 256) stop("said: more meanings than a byte can number");
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
  const auto all_quoted = [](std::vector<std::string> names) {
    for (std::string& name : names) name = generate::quoted(name);
    return names;
  };
  const std::string topic_names = out.array("std::string_view", all_quoted(topics));
  const std::string key_names = out.array("std::string_view", all_quoted(keys));
  const std::string all_meanings = out.array("SaidWord", meanings);
  const std::string all_indicators = out.array("Indicator", indicator_rows);
  return "namespace said_data {\n" + out.arrays() + span_named("std::string_view", "topics", topic_names) +
         span_named("std::string_view", "keys", key_names) + span_named("SaidWord", "meanings", all_meanings) +
         span_named("Indicator", "indicators", all_indicators) + table.add_indexed("words", list_of_words, true) +
         "}\n";
}

}  // namespace

std::string compile_said(const std::vector<Source>& sources, WordTable& table) {
  std::vector<Json> forms;
  const Source* said = nullptr;
  for (const Source& source : sources) {
    if (source.json.contains("tables")) forms.push_back(source.json);
    if (source.json.contains("said")) said = &source;
  }
  if (said == nullptr) stop("no file has what is said");
  current_file = said->path;
  return compile_said(said->json["said"], forms, table);
}

}  // namespace generate
