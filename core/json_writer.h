#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "number.h"

namespace gouji {

/// Writes one JSON value (RFC 8259) piece by piece, without white space: the report has thousands of members, and a tree of
/// them would be built only to be printed once.
///
///     json.open('{').key("row").text("total").key("value").number(3).close('}')
///
/// Puts the commas; trusts the caller that members have keys and that what is opened is closed. Text must be valid UTF-8 and
/// is written as it is, but for what JSON forbids in strings: quotes, backslashes and control characters.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);          ///< '{' or '['
  JsonWriter& close(char bracket);         ///< '}' or ']'
  JsonWriter& key(std::string_view name);  ///< of letters alone
  JsonWriter& text(std::string_view words);
  JsonWriter& number(Decimal value);
  JsonWriter& null();
  JsonWriter& boolean(bool value);

  [[nodiscard]] std::string take();

 private:
  /// Where so many bytes more may be written: a string that is told of each of them takes three times as long.
  char* room(std::size_t bytes);
  /// What was written ends here.
  void written(const char* end) { used_ = static_cast<std::size_t>(end - out_.data()); }
  /// A comma at `out` where one belongs; gives the place behind.
  [[nodiscard]] char* comma(char* out) const;
  JsonWriter& plain(std::string_view value);

  std::string out_;
  std::size_t used_ = 0;  ///< bytes of `out_` that are written
};

}  // namespace gouji
