// Makes what `text.cpp` unpacks its tables from, by utf8proc, the authority on normalisation and character classes, and by our
// own character map. A map that contradicts itself or utf8proc stops the build.
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
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using CodePoint = utf8proc_int32_t;
constexpr CodePoint code_points = 0x110000;

/// Code points of a page of the unpacked tables, which hold only pages in which code points differ.
constexpr std::size_t page_size = 256;

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

/// Numbers in as few bytes as each needs: seven bits in each byte, the highest first, and a high bit where more follow.
class Packed {
 public:
  void add(std::uint32_t value) {
    unsigned shift = 0;
    while (value >> shift > 0x7F) shift += 7;
    for (; shift > 0; shift -= 7) bytes_.push_back(0x80 | (value >> shift & 0x7F));
    bytes_.push_back(value & 0x7F);
  }
  /// Small numbers of either sign are few bytes: 0, -1, 1, -2 … become 0, 1, 2, 3 …
  void add_signed(std::int32_t value) {
    add(static_cast<std::uint32_t>(value) << 1 ^ (value < 0 ? ~std::uint32_t{0} : std::uint32_t{0}));
  }
  void add_byte(unsigned value) { bytes_.push_back(value); }
  [[nodiscard]] const std::vector<unsigned>& bytes() const { return bytes_; }

 private:
  std::vector<unsigned> bytes_;
};

/// Runs of neighbours that are folded to equally many letters: how many code points before it stay as they are, its size, and
/// the number of letters. What packs the page sees these apart from the letters, which are told by how far each is from the
/// one in the same place of the replacement before.
struct PackedFolds {
  Packed runs;
  Packed letters;
  std::size_t longest = 0;    ///< letters of a replacement
  std::size_t pool_size = 1;  ///< bytes of all replacements with their sizes; offset 0 means "stays as it is"
};

PackedFolds pack_folds(const std::map<CodePoint, std::string>& folds) {
  PackedFolds packed;
  std::vector<CodePoint> before;
  CodePoint next = 0;
  for (auto entry = folds.begin(); entry != folds.end();) {
    const CodePoint first = entry->first;
    const std::size_t size = code_points_of(entry->second).size();
    CodePoint end = first;
    for (; entry != folds.end() && entry->first == end; ++entry, ++end) {
      const std::vector<CodePoint> letters = code_points_of(entry->second);
      if (letters.size() != size) break;
      if (before.size() < size) before.resize(size);
      for (std::size_t i = 0; i < size; ++i) {
        packed.letters.add_signed(letters[i] - before[i]);
        before[i] = letters[i];
      }
      if (entry->second.size() > std::numeric_limits<std::uint8_t>::max()) stop("too long: " + entry->second);
      packed.pool_size += 1 + entry->second.size();
    }
    packed.runs.add(static_cast<std::uint32_t>(first - next));
    packed.runs.add(static_cast<std::uint32_t>(end - first));
    packed.runs.add(static_cast<std::uint32_t>(size));
    next = end;
  }
  packed.longest = before.size();
  return packed;
}

/// Runs of one class: its size less one, or 31 and the rest behind, and the class in the lowest three bits.
Packed pack_classes(const std::vector<std::uint8_t>& classes) {
  constexpr std::size_t most = 31;
  Packed packed;
  for (std::size_t begin = 0; begin < classes.size();) {
    std::size_t end = begin;
    while (end < classes.size() && classes[end] == classes[begin]) ++end;
    const std::size_t size = std::min(end - begin - 1, most);
    packed.add_byte(static_cast<unsigned>(size << 3 | classes[begin]));
    if (size == most) packed.add(static_cast<std::uint32_t>(end - begin - 1 - most));
    begin = end;
  }
  return packed;
}

/// Pages in which a code point is folded.
std::size_t pages_of(const std::map<CodePoint, std::string>& folds) {
  std::set<std::size_t> pages;
  for (const auto& [code_point, folded] : folds) pages.insert(static_cast<std::size_t>(code_point) / page_size);
  return pages.size();
}

/// Pages that hold more than one class.
std::size_t pages_of(const std::vector<std::uint8_t>& classes) {
  std::size_t count = 0;
  for (auto page = classes.begin(); page != classes.end(); page += page_size)
    count += std::all_of(page, page + page_size, [&](std::uint8_t one) { return one == *page; }) ? 0 : 1;
  return count;
}

std::string array(const std::string& name, const std::vector<unsigned>& bytes) {
  constexpr std::size_t width = 118;
  std::string text = "constexpr std::uint8_t " + name + "[] = {";
  std::size_t column = width;
  for (const unsigned byte : bytes) {
    const std::string item = std::to_string(byte) + ",";
    if (column + item.size() > width) {
      text += "\n  ";
      column = 2;
    }
    text += item;
    column += item.size();
  }
  return text + "\n};\n";
}

std::string constant(const std::string& name, std::size_t value) {
  return "constexpr std::size_t " + name + " = " + std::to_string(value) + ";\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) stop("usage: fold OUTPUT characters.json");
  const CharacterMap map = read_character_map(argv[2]);
  for (const auto& [from, to] : map) {
    if (nfkc(from) != utf8(from)) stop("NFKC replaces it already: " + utf8(from));
    if (fold(to, map) != utf8(to)) stop("is replaced in turn: " + utf8(to));
  }

  std::map<CodePoint, std::string> folds;
  std::vector<std::uint8_t> classes(code_points);
  for (CodePoint c = 0; c < code_points; ++c) {
    classes[static_cast<std::size_t>(c)] = class_of(c);
    if (is_surrogate(c)) continue;
    std::string folded = fold(c, map);
    if (folded != utf8(c)) folds.emplace(c, std::move(folded));
  }
  const PackedFolds packed = pack_folds(folds);
  if (packed.pool_size > std::numeric_limits<std::uint16_t>::max()) stop("the replacements need wider offsets");
  // Page 0 is that of the code points that stay as they are; one page of each class comes first.
  const std::size_t fold_pages = 1 + pages_of(folds);
  const std::size_t class_pages = 8 + pages_of(classes);
  if (std::max(fold_pages, class_pages) > std::numeric_limits<std::uint8_t>::max()) stop("too many pages for a byte");

  std::ofstream file(argv[1], std::ios::binary);
  file << "// Made by generate/fold.cpp; not to be edited.\n"
       << constant("page_size", page_size) << constant("fold_pages", fold_pages)
       << constant("fold_pool_size", packed.pool_size) << constant("longest_fold", packed.longest)
       << constant("class_pages", class_pages) << array("fold_runs", packed.runs.bytes())
       << array("fold_letters", packed.letters.bytes()) << array("class_runs", pack_classes(classes).bytes());
  if (!file.flush()) stop(std::string("cannot write ") + argv[1]);
}
