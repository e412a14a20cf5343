// Makes the tables of `text.cpp` from utf8proc, the authority on normalisation and character classes, and from our own
// character map. A map that contradicts itself or utf8proc stops the build.
//
//     fold OUTPUT characters.json

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using CodePoint = utf8proc_int32_t;
constexpr CodePoint code_points = 0x110000;

// The tables have three stages: a code point's block of values is found through a block of indices. These sizes take the
// least room (27 kB for folding, 13 kB for classes).
constexpr std::size_t value_block = 16;
constexpr std::size_t index_block = 32;

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "fold: %s\n", why.c_str());
  std::exit(1);
}

bool is_surrogate(CodePoint c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string utf8(CodePoint c) {
  utf8proc_uint8_t bytes[4];
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(utf8proc_encode_char(c, bytes))};
}

std::vector<CodePoint> code_points_of(const std::string& text) {
  std::vector<CodePoint> result;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    CodePoint c;
    const auto size = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (size < 1) stop("bad UTF-8: " + text);
    result.push_back(c);
    i += static_cast<std::size_t>(size);
  }
  return result;
}

/// What `characters.json` replaces, each key and value one code point.
using CharacterMap = std::map<CodePoint, CodePoint>;

CharacterMap read_character_map(const char* path) {
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file, nullptr, false);
  if (!json.is_object()) stop(std::string("cannot read ") + path);
  CharacterMap map;
  for (const auto& [name, pairs] : json.items()) {
    for (const auto& [from, to] : pairs.items()) {
      const auto key = code_points_of(from);
      const auto value = code_points_of(to.get<std::string>());
      if (key.size() != 1 || value.size() != 1) stop(name + ": not one character: " + from);
      if (!map.emplace(key[0], value[0]).second) stop(name + ": twice: " + from);
    }
  }
  return map;
}

std::string nfkc(CodePoint c) {
  const std::string bytes = utf8(c);
  utf8proc_uint8_t* out = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(bytes.size()),
                   &out, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  if (size < 0) stop(utf8proc_errmsg(size));
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

bool is_line_break(CodePoint c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_space_or_control(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP ||
         category == UTF8PROC_CATEGORY_CC;
}

/// What one code point of the paste folds to: the rules that `text.h` states.
std::string fold(CodePoint c, const CharacterMap& map) {
  std::string result;
  for (CodePoint part : code_points_of(nfkc(c))) {
    if (const auto own = map.find(part); own != map.end()) part = own->second;
    if (is_line_break(part)) {
      result += '\n';
    } else if (part == '\t') {
      result += '\t';
    } else if (is_space_or_control(utf8proc_category(part))) {
      result += ' ';
    } else if (!utf8proc_get_property(part)->ignorable) {
      result += utf8(part);
    }
  }
  return result;
}

/// The value of `CharClass` for a code point, in the order of `text.h`.
std::uint8_t class_of(CodePoint c) {
  const auto category = utf8proc_category(c);
  if (is_space_or_control(category)) return 0;
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return 1;
    case UTF8PROC_CATEGORY_ND:
      return 2;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return 3;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return 4;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return 5;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return 6;
    default:
      return 7;
  }
}

/// A table as blocks of equal size, each distinct block kept once, and the index of each block.
struct Blocks {
  std::vector<unsigned> indices;
  std::vector<unsigned> values;
};

Blocks blocks_of(const std::vector<unsigned>& table, std::size_t size) {
  Blocks result;
  std::map<std::vector<unsigned>, unsigned> seen;
  for (std::size_t begin = 0; begin < table.size(); begin += size) {
    const auto first = table.begin() + static_cast<std::ptrdiff_t>(begin);
    const std::vector<unsigned> block(first, first + static_cast<std::ptrdiff_t>(size));
    const auto [entry, is_new] = seen.emplace(block, static_cast<unsigned>(seen.size()));
    if (is_new) result.values.insert(result.values.end(), block.begin(), block.end());
    result.indices.push_back(entry->second);
  }
  return result;
}

std::string array(const std::string& name, const std::vector<unsigned>& values) {
  constexpr std::size_t width = 118;
  const bool fits_byte = *std::max_element(values.begin(), values.end()) <= std::numeric_limits<std::uint8_t>::max();
  std::string text = std::string("constexpr std::") + (fits_byte ? "uint8_t " : "uint16_t ") + name + "[] = {";
  std::size_t column = width;
  for (const unsigned value : values) {
    const std::string item = std::to_string(value) + ",";
    if (column + item.size() > width) {
      text += "\n  ";
      column = 2;
    }
    text += item;
    column += item.size();
  }
  return text + "\n};\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) stop("usage: fold OUTPUT characters.json");
  const CharacterMap map = read_character_map(argv[2]);
  for (const auto& [from, to] : map) {
    if (nfkc(from) != utf8(from)) stop("NFKC replaces it already: " + utf8(from));
    if (fold(to, map) != utf8(to)) stop("is replaced in turn: " + utf8(to));
  }

  // The pool holds each replacement once: its size in one byte, then its bytes. Offset 0 means "stays as it is".
  std::vector<unsigned> pool{0};
  std::map<std::string, unsigned> offsets;
  std::vector<unsigned> entries(code_points), classes(code_points);
  for (CodePoint c = 0; c < code_points; ++c) {
    const auto index = static_cast<std::size_t>(c);
    classes[index] = class_of(c);
    if (is_surrogate(c)) continue;
    const std::string folded = fold(c, map);
    if (folded == utf8(c)) continue;
    const auto [entry, is_new] = offsets.emplace(folded, static_cast<unsigned>(pool.size()));
    entries[index] = entry->second;
    if (!is_new) continue;
    pool.push_back(static_cast<unsigned>(folded.size()));
    for (const char byte : folded) pool.push_back(static_cast<unsigned char>(byte));
  }
  if (pool.size() > std::numeric_limits<std::uint16_t>::max()) stop("the replacements need wider offsets");

  const Blocks fold_values = blocks_of(entries, value_block);
  const Blocks fold_indices = blocks_of(fold_values.indices, index_block);
  const Blocks class_values = blocks_of(classes, value_block);
  const Blocks class_indices = blocks_of(class_values.indices, index_block);
  std::vector<unsigned> class_pairs;
  for (std::size_t i = 0; i < class_values.values.size(); i += 2) {
    class_pairs.push_back(class_values.values[i] | class_values.values[i + 1] << 4);
  }

  std::ofstream file(argv[1], std::ios::binary);
  file << "// Made by generate/fold.cpp; not to be edited.\n"
       << "constexpr unsigned value_block = " << value_block << ";\nconstexpr unsigned index_block = " << index_block
       << ";\n"
       << array("fold_top", fold_indices.indices) << array("fold_index", fold_indices.values)
       << array("fold_value", fold_values.values) << array("fold_pool", pool)
       << array("class_top", class_indices.indices) << array("class_index", class_indices.values)
       << array("class_pair", class_pairs);
  if (!file.flush()) stop(std::string("cannot write ") + argv[1]);
}
