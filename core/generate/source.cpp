#include "source.h"

#include <cstdio>
#include <cstdlib>

namespace generate {

std::string current_file;

void stop(const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", current_file.c_str(), why.c_str());
  std::exit(1);
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string quoted(const Json& text) { return quoted(text.get<std::string>()); }

std::string quoted_or_empty(const Json& object, const char* key) {
  return object.contains(key) ? quoted(object[key]) : "\"\"";
}

std::string Writer::array(const std::string& type, const std::vector<std::string>& items) {
  if (items.empty()) return "{}";
  const std::string name = "a" + std::to_string(next_++);
  arrays_ += "inline constexpr " + type + " " + name + "[] = {";
  for (const std::string& item : items) arrays_ += "\n    " + item + ",";
  arrays_ += "};\n";
  return name;
}

std::string Writer::strings(const Json& object, const char* key) {
  std::vector<std::string> items;
  if (object.contains(key)) {
    for (const Json& item : object[key]) items.push_back(quoted(item));
  }
  return array("std::string_view", items);
}

std::string span_named(const std::string& type, const std::string& name, const std::string& array) {
  return "inline constexpr std::span<const " + type + "> " + name + " = " + array + ";\n";
}

}  // namespace generate
