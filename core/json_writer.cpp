#include "json_writer.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

namespace gouji {
namespace {

constexpr std::size_t first_block = std::size_t{1} << 14;
constexpr std::size_t largest_block = std::size_t{1} << 20;

/// Copies so many bytes at once as long as there are so many: pieces are short, and to call memcpy takes longer than most.
char* copy(std::string_view bytes, char* out) {
  constexpr std::size_t word = 8;
  const char* from = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= word; left -= word, from += word, out += word) std::memcpy(out, from, word);
  for (; left > 0; --left) *out++ = *from++;
  return out;
}

/// Whether a byte may not stand in a string as it is.
bool is_forbidden(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\'; }

/// The same of any of four bytes.
bool has_forbidden(std::uint32_t word) {
  constexpr std::uint32_t each = 0x01010101;
  const auto has_less = [](std::uint32_t bytes, std::uint32_t than) { return (bytes - each * than) & ~bytes; };
  return ((has_less(word, 0x20) | has_less(word ^ each * '"', 1) | has_less(word ^ each * '\\', 1)) & each * 0x80) != 0;
}

/// Whether a text may stand in a string as it is.
bool is_plain(std::string_view words) {
  std::size_t at = 0;
  for (std::uint32_t word = 0; words.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, words.data() + at, sizeof word);
    if (has_forbidden(word)) return false;
  }
  while (at < words.size() && !is_forbidden(words[at])) ++at;
  return at == words.size();
}

constexpr std::size_t longest_escape = 6;  // \u001f

/// What stands for a byte that may not stand in a string.
char* put_escape(char byte, char* out) {
  constexpr std::string_view named = "\"\"\\\\\bb\ff\nn\rr\tt";  // each with what stands for it
  *out++ = '\\';
  for (std::size_t at = 0; at < named.size(); at += 2) {
    if (named[at] != byte) continue;
    *out++ = named[at + 1];
    return out;
  }
  constexpr std::string_view hex = "0123456789abcdef";
  out = copy("u00", out);
  *out++ = hex[static_cast<unsigned char>(byte) / 16];
  *out++ = hex[static_cast<unsigned char>(byte) % 16];
  return out;
}

constexpr std::size_t most_digits = 10;  // of four bytes
char* put_digits(std::uint32_t value, char* out) {
  char* end = out + 1;
  for (std::uint32_t rest = value; rest >= 10; rest /= 10) ++end;
  for (char* digit = end; digit != out; value /= 10) *--digit = static_cast<char>('0' + value % 10);
  return end;
}

}  // namespace

void JsonWriter::begin_block(std::size_t bytes) {
  const std::size_t written = size();
  if (block_) {
    const auto filled = static_cast<std::size_t>(at_ - block_.get());
    full_.push_back({std::move(block_), filled});
  }
  const std::size_t room = std::max(bytes, std::clamp(written, first_block, largest_block));
  block_.reset(new char[room]);
  at_ = block_.get();
  end_ = at_ + room;
}

char* JsonWriter::room(std::size_t bytes) {
  if (static_cast<std::size_t>(end_ - at_) < bytes) begin_block(bytes);
  return at_;
}

char* JsonWriter::next(std::size_t bytes) {
  char* out = room(bytes + 1);
  if (behind_another_) *out++ = ',';
  behind_another_ = true;
  return out;
}

std::size_t JsonWriter::size() const {
  auto size = static_cast<std::size_t>(at_ - block_.get());
  for (const Block& block : full_) size += block.size;
  return size;
}

char* JsonWriter::copy_to(char* out) const {
  for (const Block& block : full_) out = std::copy_n(block.bytes.get(), block.size, out);
  return std::copy(static_cast<const char*>(block_.get()), static_cast<const char*>(at_), out);
}

std::string JsonWriter::str() const {
  std::string out;
  out.reserve(size());
  for (const Block& block : full_) out.append(block.bytes.get(), block.size);
  return out.append(block_.get(), at_);
}

JsonWriter& JsonWriter::open(char bracket) {
  char* const out = next(1);
  *out = bracket;
  at_ = out + 1;
  behind_another_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  *room(1) = bracket;
  ++at_;
  behind_another_ = true;
  return *this;
}

JsonWriter& JsonWriter::tab() {
  *room(1) = '\t';
  ++at_;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  this->name(name);
  *room(1) = ':';
  ++at_;
  behind_another_ = false;
  return *this;
}

JsonWriter& JsonWriter::name(std::string_view words) {
  char* out = next(words.size() + 2);
  *out++ = '"';
  out = copy(words, out);
  *out++ = '"';
  at_ = out;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view words) {
  if (is_plain(words)) return name(words);
  char* out = next(words.size() * longest_escape + 2);
  *out++ = '"';
  for (const char byte : words) {
    if (is_forbidden(byte)) {
      out = put_escape(byte, out);
    } else {
      *out++ = byte;
    }
  }
  *out++ = '"';
  at_ = out;
  return *this;
}

JsonWriter& JsonWriter::number(Decimal value) {
  const auto small = static_cast<std::uint32_t>(value.digits);
  if (value.digits != small || !value.is_integer()) return plain(to_string(value));
  at_ = put_digits(small, next(most_digits));
  return *this;
}

JsonWriter& JsonWriter::null() { return plain("null"); }

JsonWriter& JsonWriter::boolean(bool value) { return plain(value ? "true" : "false"); }

JsonWriter& JsonWriter::plain(std::string_view value) {
  at_ = copy(value, next(value.size()));
  return *this;
}

}  // namespace gouji
