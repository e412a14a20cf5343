#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "number.h"

namespace gouji {

/// Writes one JSON value (RFC 8259) piece by piece, without white space but where the caller puts a tab: the report has thousands of members, and a tree of
/// them would be built only to be printed once.
///
///     json.open('{').key("row").name("total").key("value").number(3).close('}')
///
/// Puts the commas; trusts the caller that members have keys and that what is opened is closed. Text must be valid UTF-8 and
/// is written as it is, but for what JSON forbids in strings: quotes, backslashes and control characters.
///
/// What is written stays where it is: a block that is full is followed by another, for the report of a long text is too long
/// to be moved each time it has grown.
class JsonWriter {
 public:
  JsonWriter& open(char bracket);          ///< '{' or '['
  JsonWriter& close(char bracket);         ///< '}' or ']'
  JsonWriter& key(std::string_view name);  ///< of letters alone
  JsonWriter& text(std::string_view words);
  JsonWriter& name(std::string_view words);  ///< a text in which nothing stands that JSON forbids
  JsonWriter& number(Decimal value);
  JsonWriter& null();
  JsonWriter& boolean(bool value);
  JsonWriter& tab();  ///< stands before the comma of what comes next; in no string of JSON can a tab stand

  [[nodiscard]] std::size_t size() const;
  /// Copies all of it, and gives the place behind.
  char* copy_to(char* out) const;
  [[nodiscard]] std::string str() const;

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };

  /// Where so many bytes more may be written.
  char* room(std::size_t bytes);
  /// The same for a value or a member, behind a comma where one belongs.
  char* next(std::size_t bytes);
  void begin_block(std::size_t bytes);
  JsonWriter& plain(std::string_view value);

  std::vector<Block> full_;
  std::unique_ptr<char[]> block_;
  char* at_ = nullptr;           ///< what is written of `block_` ends here
  char* end_ = nullptr;          ///< and the block itself
  bool behind_another_ = false;  ///< a comma belongs before what comes next
};

}  // namespace gouji
