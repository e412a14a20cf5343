#include "number.h"

#include <algorithm>
#include <array>
#include <string>

#include "text.h"
#include "word_list.h"

namespace gouji {

Decimal::Decimal(std::int64_t d, std::uint8_t n) : digits(d), decimals(n) {
  while (decimals > 0 && digits % 10 == 0) {
    digits /= 10;
    --decimals;
  }
}

int compare(Decimal a, Decimal b) {
  // Whole parts first, then the fractions brought to as many decimals: nothing overflows.
  const auto split = [](Decimal value) {
    std::int64_t unit = 1;
    for (int i = 0; i < value.decimals; ++i) unit *= 10;
    return std::array<std::int64_t, 3>{value.digits / unit, value.digits % unit, unit};
  };
  auto [whole_a, part_a, unit_a] = split(a);
  auto [whole_b, part_b, unit_b] = split(b);
  if (whole_a != whole_b) return whole_a < whole_b ? -1 : 1;
  for (; unit_a < unit_b; unit_a *= 10) part_a *= 10;
  for (; unit_b < unit_a; unit_b *= 10) part_b *= 10;
  return part_a < part_b ? -1 : part_a > part_b ? 1 : 0;
}

std::string to_string(Decimal value) {
  std::string out = std::to_string(value.digits);
  if (value.decimals == 0) return out;
  const std::size_t sign = value.digits < 0 ? 1 : 0;
  const std::size_t wanted = sign + value.decimals + 1;
  if (out.size() < wanted) out.insert(sign, wanted - out.size(), '0');
  out.insert(out.size() - value.decimals, 1, '.');
  return out;
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads forward through folded text; a cursor, because every part of a figure is optional.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text[at]; }
  bool take(std::string_view word) {
    if (!text.substr(at).starts_with(word)) return false;
    at += word.size();
    return true;
  }
  void skip_spaces() {
    while (peek() == ' ') ++at;
  }
};

/// Digits in groups of three after the first, as 1,234,567 or 1 234 567: the group's separator, or nothing.
bool takes_group(const Cursor& cursor, char separator) {
  if (cursor.peek() != separator) return false;
  const std::string_view rest = cursor.text.substr(cursor.at + 1);
  return rest.size() >= 3 && is_digit(rest[0]) && is_digit(rest[1]) && is_digit(rest[2]) &&
         (rest.size() == 3 || !is_digit(rest[3]));
}

/// Dashes and strokes that people put where nothing is to be reported, once or several times (—— or --), and words for it.
constexpr std::string_view zero_signs = "-—–―─━/\\\u2212〇○";
constexpr std::array<std::string_view, 5> zero_words = {"无", "空", "零", "不适用", "不涉及"};

bool is_zero_mark(std::string_view text) {
  std::size_t at = 0;
  const char32_t sign = next_code_point(text, at);
  if (zero_signs.find(text.substr(0, at)) == std::string_view::npos)
    return std::find(zero_words.begin(), zero_words.end(), text) != zero_words.end();
  while (at < text.size()) {
    if (next_code_point(text, at) != sign) return false;
  }
  return true;
}

/// Cells such as 0/0 or +(0) -(0): whatever they say, it is zero. Zeros with only spaces between are several figures.
bool is_only_zeros(std::string_view text) {
  bool zero = false;
  bool joined = false;
  for (const char c : text) {
    if (c == '0') {
      zero = true;
    } else if (c == '/' || c == '(') {
      joined = true;
    } else if (c != '+' && c != '-' && c != ')' && c != ' ') {
      return false;
    }
  }
  return zero && joined;
}

FigureUnit take_unit(Cursor& cursor) {
  struct Word {
    std::string_view text;
    FigureUnit unit;
  };
  static constexpr std::array<Word, 20> words = {
      {{"万元", FigureUnit::wan_yuan}, {"亿元", FigureUnit::yi_yuan}, {"元", FigureUnit::yuan},
       {"件次", FigureUnit::piece},    {"条次", FigureUnit::piece},   {"人次", FigureUnit::piece},
       {"件", FigureUnit::piece},      {"条", FigureUnit::piece},     {"项", FigureUnit::piece},
       {"宗", FigureUnit::piece},      {"起", FigureUnit::piece},     {"个", FigureUnit::piece},
       {"份", FigureUnit::piece},      {"例", FigureUnit::piece},     {"次", FigureUnit::piece},
       {"部", FigureUnit::piece},      {"篇", FigureUnit::piece},     {"类", FigureUnit::piece},
       {"家", FigureUnit::piece},      {"批", FigureUnit::piece}}};
  static const FirstLetters beginnings = [] {
    std::string letters;
    for (const Word& word : words) letters += word.text;
    return FirstLetters({}, letters);
  }();
  if (cursor.done() || !beginnings.may_begin(cursor.text.substr(cursor.at))) return FigureUnit::none;
  for (const Word& word : words) {
    if (cursor.take(word.text)) return word.unit;
  }
  return FigureUnit::none;
}

/// Whether the brackets at the cursor hold a remark on the figure; an ordinal such as (二) belongs to what follows.
bool take_remark(Cursor& cursor) {
  if (cursor.peek() != '(') return false;
  const std::size_t close = cursor.text.find(')', cursor.at);
  if (close == std::string_view::npos) return false;
  std::size_t at = cursor.at + 1;
  std::size_t letters = 0;
  while (at < close) {
    const char32_t c = next_code_point(cursor.text, at);
    if (char_class(c) == CharClass::letter) ++letters;
  }
  if (letters < 2) return false;
  cursor.at = close + 1;
  return true;
}

}  // namespace

std::optional<Figure> read_figure(std::string_view text, Span span) {
  Cursor cursor{text.substr(span.begin, span.size())};
  if (cursor.done()) return std::nullopt;
  const auto at = [&](std::size_t offset) { return static_cast<std::uint32_t>(span.begin + offset); };

  Figure figure;
  figure.span = span;
  bool negative = false;
  bool directed = false;  // 增 or 减
  if (!is_digit(cursor.peek())) {
    // Most of what is no figure is known by its first letter.
    static const FirstLetters beginnings = [] {
      std::string letters = "+-() \u2212减增";
      letters += zero_signs;
      for (const std::string_view word : zero_words) letters += word;
      return FirstLetters({}, letters);
    }();
    if (!beginnings.may_begin(cursor.text)) return std::nullopt;
    if (is_zero_mark(cursor.text)) {
      figure.kind = Figure::Kind::zero_mark;
      return figure;
    }
    if (is_only_zeros(cursor.text)) return figure;
    if ((cursor.peek() & 0x80) != 0) {
      negative = cursor.take("减少") || cursor.take("减");
      directed = negative || cursor.take("增加") || cursor.take("增");
      if (directed) cursor.skip_spaces();
    }
    const bool minus = cursor.take("-") || cursor.take("\u2212");
    negative = negative || minus;
    if (minus || cursor.take("+")) cursor.skip_spaces();
    if (!is_digit(cursor.peek())) {
      // 增 or 减 alone: the form's column was filled with a direction and no number.
      if (!directed || !cursor.done()) return std::nullopt;
      figure.kind = Figure::Kind::zero_mark;
      return figure;
    }
  } else if (cursor.peek() == '0' && is_only_zeros(cursor.text)) {
    return figure;
  }

  std::int64_t digits = 0;
  int count = 0;
  const auto take_digits = [&] {
    while (is_digit(cursor.peek())) {
      if (++count > max_digits) return false;
      digits = digits * 10 + (cursor.peek() - '0');
      ++cursor.at;
    }
    return true;
  };
  if (!take_digits()) return std::nullopt;
  if (const char separator = cursor.peek(); count <= 3 && (separator == ',' || separator == ' ')) {
    while (takes_group(cursor, separator)) {
      ++cursor.at;
      if (!take_digits()) return std::nullopt;
    }
  }
  std::uint8_t decimals = 0;
  if (cursor.peek() == '.' && cursor.at + 1 < cursor.text.size() && is_digit(cursor.text[cursor.at + 1])) {
    ++cursor.at;
    const int before = count;
    if (!take_digits()) return std::nullopt;
    decimals = static_cast<std::uint8_t>(count - before);
  }
  figure.value = Decimal(negative ? -digits : digits, decimals);
  figure.span = {span.begin, at(cursor.at)};

  if (cursor.done()) return figure;
  cursor.skip_spaces();
  figure.unit = take_unit(cursor);
  cursor.skip_spaces();
  figure.annotated = take_remark(cursor);
  cursor.skip_spaces();
  return cursor.done() ? std::optional(figure) : std::nullopt;
}

}  // namespace gouji
