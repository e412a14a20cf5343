#include "text.h"

#include <utf8proc.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/files.h"

namespace {

using gouji::CharClass;
using gouji::PasteSpan;
using gouji::Span;
using gouji::Text;

// The oracle: what text.h states, done the slow way straight from utf8proc and characters.json.

std::string utf8(char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::u32string decoded(const std::string& valid) {
  std::u32string result;
  for (std::size_t i = 0; i < valid.size();) {
    utf8proc_int32_t code_point;
    i += static_cast<std::size_t>(utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()) + i,
                                                   static_cast<utf8proc_ssize_t>(valid.size() - i), &code_point));
    result += static_cast<char32_t>(code_point);
  }
  return result;
}

std::string nfkc(char32_t code_point) {
  const std::string bytes = utf8(code_point);
  utf8proc_uint8_t* out = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(bytes.size()),
                   &out, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

bool is_default_ignorable(char32_t code_point) {
  utf8proc_int32_t out[4];
  int last_class = 0;
  return utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), out, 4, UTF8PROC_IGNORE, &last_class) == 0;
}

std::string category(char32_t code_point) {
  return utf8proc_category_string(static_cast<utf8proc_int32_t>(code_point));
}

const std::map<std::string, std::string>& own_characters() {
  static const auto characters = [] {
    std::map<std::string, std::string> result;
    std::ifstream file(gouji::test::source_path("core/forms/characters.json"));
    const auto json = nlohmann::json::parse(file, nullptr, false);
    for (const auto& pairs : json) {
      for (const auto& [from, to] : pairs.items()) result[from] = to.get<std::string>();
    }
    return result;
  }();
  return characters;
}

std::string folded_slowly(char32_t code_point) {
  std::string result;
  for (char32_t part : decoded(nfkc(code_point))) {
    const auto own = own_characters().find(utf8(part));
    const std::string text = own == own_characters().end() ? utf8(part) : own->second;
    if (own != own_characters().end()) part = decoded(text)[0];
    if (std::u32string(U"\n\v\f\r\u0085\u2028\u2029").find(part) != std::u32string::npos) {
      result += '\n';
    } else if (part == '\t') {
      result += '\t';
    } else if (category(part)[0] == 'Z' || category(part) == "Cc") {
      result += ' ';
    } else if (!is_default_ignorable(part)) {
      result += text;
    }
  }
  return result;
}

CharClass class_by_name(const std::string& name) {
  if (name[0] == 'Z' || name == "Cc") return CharClass::space;
  if (name == "Nd") return CharClass::digit;
  switch (name[0]) {
    case 'L':
      return CharClass::letter;
    case 'N':
      return CharClass::number;
    case 'M':
      return CharClass::mark;
    case 'P':
      return CharClass::punctuation;
    case 'S':
      return CharClass::symbol;
    default:
      return CharClass::other;
  }
}

/// One code point of the paste, or one maximal part that is not UTF-8.
struct Unit {
  char32_t code_point;
  std::string bytes;
  bool malformed;
};

/// "UTF-8 decode" of WHATWG Encoding, as that standard words it: one state machine, one byte at a time.
std::vector<Unit> decoded_by_standard(std::string_view paste) {
  std::vector<Unit> units;
  char32_t code_point = 0;
  unsigned needed = 0, seen = 0, lower = 0x80, upper = 0xBF;
  std::string bytes;
  const auto finish = [&](char32_t value, bool malformed) {
    units.push_back({value, bytes, malformed});
    bytes.clear();
    code_point = 0, needed = 0, seen = 0, lower = 0x80, upper = 0xBF;
  };
  for (std::size_t i = 0; i < paste.size(); ++i) {
    const unsigned byte = static_cast<unsigned char>(paste[i]);
    if (needed == 0) {
      bytes = paste[i];
      if (byte <= 0x7F) {
        finish(byte, false);
      } else if (byte >= 0xC2 && byte <= 0xDF) {
        needed = 1, code_point = byte & 0x1F;
      } else if (byte >= 0xE0 && byte <= 0xEF) {
        if (byte == 0xE0) lower = 0xA0;
        if (byte == 0xED) upper = 0x9F;
        needed = 2, code_point = byte & 0xF;
      } else if (byte >= 0xF0 && byte <= 0xF4) {
        if (byte == 0xF0) lower = 0x90;
        if (byte == 0xF4) upper = 0x8F;
        needed = 3, code_point = byte & 0x7;
      } else {
        finish(0xFFFD, true);
      }
      continue;
    }
    if (byte < lower || byte > upper) {
      finish(0xFFFD, true);
      --i;  // the byte is read again
      continue;
    }
    lower = 0x80, upper = 0xBF;
    bytes += paste[i];
    code_point = code_point << 6 | (byte & 0x3F);
    if (++seen == needed) finish(code_point, false);
  }
  if (needed != 0) finish(0xFFFD, true);
  return units;
}

struct Oracle {
  std::string folded;
  std::vector<PasteSpan> sources;  ///< for each byte of `folded`
  std::size_t malformed = 0;
  std::uint32_t units = 0;
};

Oracle oracle_of(std::string_view paste) {
  Oracle oracle;
  const auto units = decoded_by_standard(paste);
  for (std::size_t i = 0; i < units.size(); ++i) {
    Unit unit = units[i];
    std::uint32_t length = unit.code_point > 0xFFFF ? 2 : 1;
    if (unit.code_point == '\r' && i + 1 < units.size() && units[i + 1].code_point == '\n') {
      unit.bytes = "\r\n";
      length = 2;
      ++i;
    }
    oracle.malformed += unit.malformed;
    const std::string folded = folded_slowly(unit.code_point);
    oracle.folded += folded;
    oracle.sources.insert(oracle.sources.end(), folded.size(), {oracle.units, oracle.units + length});
    oracle.units += length;
  }
  return oracle;
}

/// A copy of exactly its size on the heap, so that the address sanitizer sees a read beyond it.
class Exact {
 public:
  explicit Exact(std::string_view text) : bytes_(text.begin(), text.end()) { bytes_.shrink_to_fit(); }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

 private:
  std::vector<char> bytes_;
};

std::string random_paste(std::mt19937& random, std::size_t pieces) {
  static const std::vector<std::string> common = {
      "新收政府信息公开申请",
      "结转",
      "规章",
      "\xE2\xBA\xA0",      // U+2EA0, a radical
      "規",                // traditional
      "\xF0\xA0\xAE\xB7",  // U+20BB7
      "\xF0\x9F\x98\x80",  // an emoji
      "\xEF\xBB\xBF",      // BOM
      "\xC2\xA0",          // NBSP
      "\xE2\x80\x8B",      // zero width space
      "１２，３４５",
      "㎡",
      "½",
      "\xEF\xB7\xBA",  // U+FDFA, eighteen code points
      "…",
      "①",
      "\r\n",
      "\r",
      "\n",
      "\t",
      "\xE2\x80\xA8",
      "26",
      "|",
      " ",
  };
  std::string paste;
  for (std::size_t i = 0; i < pieces; ++i) {
    switch (random() % 6) {
      case 0:
        paste += static_cast<char>(random() % 256);
        break;
      case 1:  // the lead of a sequence that may not go on
        paste += static_cast<char>(0xC0 + random() % 0x40);
        break;
      case 2: {
        const auto code_point = static_cast<char32_t>(random() % 0x110000);
        paste += utf8(code_point);  // surrogates too: three bytes that are not UTF-8
        break;
      }
      default:
        paste += common[random() % common.size()];
    }
  }
  return paste;
}

}  // namespace

TEST_CASE("every code point folds as utf8proc's NFKC and our own rules say", "[text]") {
  std::vector<std::uint32_t> wrong, changed_twice;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string paste = utf8(c);
    const Text text(paste);
    if (text.folded() != folded_slowly(c)) wrong.push_back(c);
    if (Text(text.folded()).folded() != text.folded()) changed_twice.push_back(c);
  }
  CHECK(wrong.empty());
  CHECK(changed_twice.empty());
  CHECK(own_characters().size() > 300);
}

TEST_CASE("every code point has the class of its utf8proc category", "[text]") {
  std::vector<std::uint32_t> wrong;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (gouji::char_class(c) != class_by_name(category(c))) wrong.push_back(c);
  }
  CHECK(wrong.empty());
}

TEST_CASE("folded text and the way back", "[text]") {
  struct Case {
    const char* name;
    std::string paste;
    std::string folded;
    std::string part;  ///< of the folded text, its first occurrence
    PasteSpan in_paste;
    std::string pasted;
  };
  const Case cases[] = {
      {"plain", "新收26件", "新收26件", "26", {2, 4}, "26"},
      {"full-width digits", "新收２６件", "新收26件", "26", {2, 4}, "２６"},
      {"full-width separator", "１，２３４", "1,234", "1,234", {0, 5}, "１，２３４"},
      {"behind a rare character", "\U00020BB7野26", "\U00020BB7野26", "26", {3, 5}, "26"},
      {"a rare character itself", "在\U00020BB7野", "在\U00020BB7野", "\U00020BB7", {1, 3}, "\U00020BB7"},
      {"behind an emoji", "\U0001F600\U0001F600 26", "\U0001F600\U0001F600 26", "26", {5, 7}, "26"},
      {"behind a BOM", "\uFEFF26", "26", "26", {1, 3}, "26"},
      {"behind CRLF", "一\r\n二\r\n26", "一\n二\n26", "26", {6, 8}, "26"},
      {"CRLF itself", "一\r\n26", "一\n26", "\n", {1, 3}, "\r\n"},
      {"CR, VT, FF, NEL, LS, PS", "\r\v\f\u0085\u2028\u202926", "\n\n\n\n\n\n26", "26", {6, 8}, "26"},
      {"CR at the end", "26\r", "26\n", "\n", {2, 3}, "\r"},
      {"behind NBSP and an ideographic space", "\u00A0\u300026", "  26", "26", {2, 4}, "26"},
      {"control characters", std::string("\0\x7F", 2) + "26", "  26", "26", {2, 4}, "26"},
      {"tab stays", "一\t26", "一\t26", "\t26", {1, 4}, "\t26"},
      {"zero-width characters around", "\u200B26\u200D", "26", "26", {1, 3}, "26"},
      {"zero-width character within", "2\u200B6", "26", "26", {0, 3}, "2\u200B6"},
      {"soft hyphen, variation selector", "结\u00AD转\uFE00", "结转", "结转", {0, 3}, "结\u00AD转"},
      {"radicals", "人\u2EA0\u2ED4户", "人民门户", "民门", {1, 3}, "\u2EA0\u2ED4"},
      {"Kangxi radical of a traditional form", "\u2FA8户", "门户", "门", {0, 1}, "\u2FA8"},
      {"traditional forms", "規範性文件", "规范性文件", "规范", {0, 2}, "規範"},
      {"expansion, whole", "约㎡", "约m2", "m2", {1, 2}, "㎡"},
      {"expansion, its first part", "约㎡", "约m2", "m", {1, 2}, "㎡"},
      {"expansion, its last part", "约㎡", "约m2", "2", {1, 2}, "㎡"},
      {"ellipsis, circled digit", "…①26", "...126", "26", {2, 4}, "26"},
      {"lone continuation", "\x80\x32\x36", "\uFFFD26", "26", {1, 3}, "26"},
      {"truncated sequence", "\xE6\x96\x32\x36", "\uFFFD26", "26", {1, 3}, "26"},
      {"truncated at the end", "26\xF0\x9F\x98", "26\uFFFD", "\uFFFD", {2, 3}, "\uFFFD"},
      {"overlong", "\xC0\xAF\x32\x36", "\uFFFD\uFFFD26", "26", {2, 4}, "26"},
      {"overlong in four bytes", "\xF0\x81\x82\x41", "\uFFFD\uFFFD\uFFFDA", "A", {3, 4}, "A"},
      {"surrogates", "\xED\xA0\x80\x32\x36", "\uFFFD\uFFFD\uFFFD26", "26", {3, 5}, "26"},
      {"above U+10FFFF",
       "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
       "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA\uFFFD\uFFFDB",
       "B",
       {8, 9},
       "B"},
      {"invalid parts in a row", "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFDA", "A", {4, 5}, "A"},
      {"bytes of GB18030", "\xB9\xE6\x32\x36", "\uFFFD\uFFFD26", "26", {2, 4}, "26"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Exact paste(c.paste);
    const Text text(paste.view());
    CHECK(text.folded() == c.folded);
    const std::size_t begin = text.folded().find(c.part);
    REQUIRE(begin != std::string_view::npos);
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + c.part.size())};
    CHECK(text.at(span) == c.part);
    CHECK(text.in_paste(span).start == c.in_paste.start);
    CHECK(text.in_paste(span).end == c.in_paste.end);
    CHECK(text.pasted(span) == c.pasted);
  }
}

TEST_CASE("an empty span stands where the next character does", "[text]") {
  const Text text("一\t\u200B\t二\u200B");
  CHECK(text.folded() == "一\t\t二");
  CHECK(text.in_paste({0, 0}) == PasteSpan{0, 0});
  CHECK(text.in_paste({4, 4}) == PasteSpan{3, 3});
  CHECK(text.in_paste({8, 8}) == PasteSpan{6, 6});
  CHECK(Text("").in_paste({0, 0}) == PasteSpan{0, 0});
  CHECK(Text("\u200B").in_paste({0, 0}) == PasteSpan{1, 1});
}

TEST_CASE("bytes that are not UTF-8 are counted", "[text]") {
  const Text good("新收26件\uFFFD");
  CHECK(good.malformed_count() == 0);
  CHECK(good.first_malformed().empty());

  const Text bad("㎡\xFF新\x80");
  CHECK(bad.malformed_count() == 2);
  CHECK(bad.first_malformed() == Span{2, 5});
  CHECK(bad.in_paste(bad.first_malformed()) == PasteSpan{1, 2});
}

TEST_CASE("random bytes: the map agrees with the oracle, is monotone, and folding twice is folding once", "[text]") {
  std::mt19937 random(20240115);
  for (int round = 0; round < 400; ++round) {
    const Exact paste(random_paste(random, random() % 300));
    const Text text(paste.view());
    const Oracle oracle = oracle_of(paste.view());
    INFO("round " << round);
    REQUIRE(text.folded() == oracle.folded);
    REQUIRE(text.malformed_count() == oracle.malformed);
    REQUIRE(Text(text.folded()).folded() == text.folded());
    REQUIRE(Text(text.folded()).malformed_count() == 0);

    const auto size = static_cast<std::uint32_t>(oracle.folded.size());
    std::u32string read;
    std::vector<std::uint32_t> boundaries;
    for (std::size_t position = 0; position < size;) {
      boundaries.push_back(static_cast<std::uint32_t>(position));
      read += gouji::next_code_point(text.folded(), position);
    }
    REQUIRE(read == decoded(oracle.folded));
    boundaries.push_back(size);

    bool agrees = true, monotone = true;
    PasteSpan previous{0, 0};
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
      const std::uint32_t begin = boundaries[i];
      const PasteSpan empty = text.in_paste({begin, begin});
      const std::uint32_t start = begin < size ? oracle.sources[begin].start : oracle.units;
      agrees = agrees && empty == PasteSpan{start, start};
      monotone = monotone && previous.start <= empty.start;
      previous = empty;
      for (const std::size_t length : {1, 2, 5, 60}) {
        if (i + length >= boundaries.size()) break;
        const std::uint32_t end = boundaries[i + length];
        const PasteSpan span = text.in_paste({begin, end});
        agrees = agrees && span == PasteSpan{start, oracle.sources[end - 1].end};
        monotone = monotone && span.start <= span.end && span.end <= oracle.units;
      }
    }
    REQUIRE(agrees);
    REQUIRE(monotone);
  }
}
