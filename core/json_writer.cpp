#include "json_writer.h"

#include <algorithm>
#include <utility>

namespace gouji {
namespace {

char* put(char* out, std::string_view bytes) { return std::copy(bytes.begin(), bytes.end(), out); }

constexpr std::size_t longest_escape = 6;  // \u001f

/// What stands for a byte that may not stand in a string.
char* put_escape(char* out, char byte) {
  constexpr std::string_view named = "\"\"\\\\\bb\ff\nn\rr\tt";  // each with what stands for it
  *out++ = '\\';
  for (std::size_t at = 0; at < named.size(); at += 2) {
    if (named[at] != byte) continue;
    *out++ = named[at + 1];
    return out;
  }
  constexpr std::string_view hex = "0123456789abcdef";
  out = put(out, "u00");
  *out++ = hex[static_cast<unsigned char>(byte) / 16];
  *out++ = hex[static_cast<unsigned char>(byte) % 16];
  return out;
}

}  // namespace

char* JsonWriter::room(std::size_t bytes) {
  if (out_.size() - used_ < bytes) out_.resize(std::max(2 * out_.size(), used_ + bytes));
  return out_.data() + used_;
}

std::string JsonWriter::take() {
  out_.resize(used_);
  return std::move(out_);
}

char* JsonWriter::comma(char* out) const {
  const char last = used_ == 0 ? ':' : out_[used_ - 1];
  if (last != ':' && last != '{' && last != '[') *out++ = ',';
  return out;
}

JsonWriter& JsonWriter::plain(std::string_view value) {
  written(put(comma(room(value.size() + 1)), value));
  return *this;
}

JsonWriter& JsonWriter::open(char bracket) { return plain({&bracket, 1}); }

JsonWriter& JsonWriter::close(char bracket) {
  char* const out = room(1);
  *out = bracket;
  written(out + 1);
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  char* out = comma(room(name.size() + 4));
  *out++ = '"';
  out = put(out, name);
  *out++ = '"';
  *out++ = ':';
  written(out);
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view words) {
  char* out = comma(room(words.size() * longest_escape + 3));
  *out++ = '"';
  for (const char byte : words) {
    if (static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\')
      *out++ = byte;
    else
      out = put_escape(out, byte);
  }
  *out++ = '"';
  written(out);
  return *this;
}

JsonWriter& JsonWriter::number(Decimal value) { return plain(to_string(value)); }

JsonWriter& JsonWriter::null() { return plain("null"); }

JsonWriter& JsonWriter::boolean(bool value) { return plain(value ? "true" : "false"); }

}  // namespace gouji
