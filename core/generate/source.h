#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace generate {

using Json = nlohmann::ordered_json;

/// One of the JSON files.
struct Source {
  std::string path;
  Json json;
};

/// Stops the build: tells the file that is being compiled, and why.
[[noreturn]] void stop(const std::string& why);
extern std::string current_file;

/// A string of C++.
[[nodiscard]] std::string quoted(const std::string& text);
[[nodiscard]] std::string quoted(const Json& text);
/// `object[key]`, or an empty string of C++.
[[nodiscard]] std::string quoted_or_empty(const Json& object, const char* key);

/// Writes arrays under running names, so that a struct can hold a span of each.
class Writer {
 public:
  /// The name of a new array; `{}` where it would be empty.
  std::string array(const std::string& type, const std::vector<std::string>& items);
  std::string strings(const Json& object, const char* key);
  [[nodiscard]] const std::string& arrays() const { return arrays_; }

 private:
  int next_ = 0;
  std::string arrays_;
};

/// `inline constexpr std::span<const TYPE> NAME = ARRAY;`
[[nodiscard]] std::string span_named(const std::string& type, const std::string& name, const std::string& array);

}  // namespace generate
