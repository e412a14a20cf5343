#include "json_writer.h"

namespace gouji {

void JsonWriter::comma() {
  const char last = out_.empty() ? ':' : out_.back();
  if (last != ':' && last != '{' && last != '[') out_ += ',';
}

void JsonWriter::quoted(std::string_view words) {
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out_.append(words, copied, i - copied);
    copied = i + 1;
    constexpr std::string_view named = "\"\"\\\\\bb\ff\nn\rr\tt";  // each with what stands for it
    out_ += '\\';
    std::size_t at = 0;
    while (at < named.size() && named[at] != words[i]) at += 2;
    if (at < named.size()) {
      out_ += named[at + 1];
    } else {
      constexpr std::string_view hex = "0123456789abcdef";
      out_ += "u00";
      out_ += hex[byte / 16];
      out_ += hex[byte % 16];
    }
  }
  out_.append(words, copied);
  out_ += '"';
}

JsonWriter& JsonWriter::open(char bracket) {
  comma();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  comma();
  (out_ += '"').append(name) += "\":";
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view words) {
  comma();
  quoted(words);
  return *this;
}

JsonWriter& JsonWriter::number(Decimal value) {
  comma();
  out_ += to_string(value);
  return *this;
}

JsonWriter& JsonWriter::null() {
  comma();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  comma();
  out_ += value ? "true" : "false";
  return *this;
}

}  // namespace gouji
