#include "quantity.h"

#include <algorithm>
#include <array>
#include <string>

#include "text.h"
#include "words.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_latin(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

constexpr std::string_view numerals = "零〇一二三四五六七八九十百千万亿两";
constexpr std::size_t han = 3;  // bytes of a Chinese character

/// The Chinese character before `at`, or nothing.
std::string_view before(std::string_view text, std::size_t at) {
  return at >= han && (text[at - 1] & 0x80) != 0 ? text.substr(at - han, han) : std::string_view();
}

/// Whether `character`, one code point, is one of `list`.
bool is_letter_of(std::string_view list, std::string_view character) {
  const std::size_t at = list.find(character);
  return character.size() == han && at != std::string_view::npos && at % han == 0;
}

bool is_numeral(std::string_view character) { return is_letter_of(numerals, character); }

int plain_digit(std::string_view c) {
  static constexpr std::array<std::string_view, 12> digits = {"零", "一", "二", "三", "四", "五",
                                                              "六", "七", "八", "九", "〇", "两"};
  const auto found = std::find(digits.begin(), digits.end(), c);
  if (found == digits.end()) return -1;
  const auto index = static_cast<int>(found - digits.begin());
  return index == 10 ? 0 : index == 11 ? 2 : index;
}

std::int64_t unit_of(std::string_view c) {
  return c == "十" ? 10 : c == "百" ? 100 : c == "千" ? 1000 : c == "万" ? 10000 : c == "亿" ? 100000000 : 0;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

/// One more than the place of the last digit that is not zero: 1300 → 100.
std::int64_t last_unit(std::int64_t value) {
  std::int64_t unit = 1;
  while (value != 0 && value % (unit * 10) == 0) unit *= 10;
  return unit;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Quantity> run(const Letters& letters) {
    std::span<const Letter> signs = letters.signs();
    std::span<const Occurrence> numerals = letters.of(words::numerals);
    std::span<const Occurrence> phrases = letters.of(words::set_phrases);
    for (;;) {
      while (!signs.empty() && (signs.front().begin < at_ || signs.front().code < '0' || signs.front().code > '9'))
        signs = signs.subspan(1);
      const std::size_t next_numeral = skip_to_here(numerals);
      const std::size_t next_phrase = skip_to_here(phrases);
      const std::size_t next_digit = signs.empty() ? text_.size() : signs.front().begin;
      const std::size_t begin = at_ = std::min({next_digit, next_numeral, next_phrase});
      if (begin == text_.size()) return std::move(found_);
      if (begin == next_phrase && !counts_itself(phrases.front().size)) {
        at_ += phrases.front().size;
      } else if (begin == next_digit) {
        arabic();
      } else if (rest().starts_with("百分之")) {
        percent_in_words();
      } else if (begin == next_numeral) {
        chinese();
      }
      if (at_ == begin) (void)next_code_point(text_, at_);
    }
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  [[nodiscard]] std::string_view lead(std::size_t begin) const { return text_.substr(0, begin); }

  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  /// Leaves out words that begin before `at_`; where the next one begins.
  std::size_t skip_to_here(std::span<const Occurrence>& words) const {
    while (!words.empty() && words.front().begin < at_) words = words.subspan(1);
    return words.empty() ? text_.size() : words.front().begin;
  }

  /// 12345 may be a hotline or a count: with a measure word it counts.
  [[nodiscard]] bool counts_itself(std::size_t phrase) const {
    const std::string_view words = rest().substr(0, phrase);
    const bool digits = std::all_of(words.begin(), words.end(), is_digit);
    return digits && !words::measures.leading(rest().substr(phrase)).empty();
  }

  /// Skips a code such as a telephone number, a date 2021.1.30 or a name with digits in it.
  void skip_code() {
    while (at_ < text_.size() && (is_digit(text_[at_]) || is_latin(text_[at_]) ||
                                  std::string_view(".-_/@:~").find(text_[at_]) != std::string_view::npos))
      ++at_;
  }

  void arabic() {
    const std::size_t begin = at_;
    std::int64_t digits = 0;
    int count = 0;
    const auto take_digits = [&] {
      while (at_ < text_.size() && is_digit(text_[at_])) {
        if (count < max_digits) digits = digits * 10 + (text_[at_] - '0');
        ++count;
        ++at_;
      }
    };
    take_digits();
    const int leading = count;
    bool grouped = false;
    const auto group_follows = [&] {
      if (at_ + 4 > text_.size()) return false;
      const char separator = text_[at_];
      if (separator != ',' && separator != ' ') return false;
      for (std::size_t i = 1; i <= 3; ++i) {
        if (!is_digit(text_[at_ + i])) return false;
      }
      return at_ + 4 == text_.size() || !is_digit(text_[at_ + 4]);
    };
    while (leading <= 3 && group_follows()) {
      ++at_;
      take_digits();
      grouped = true;
    }
    std::uint8_t decimals = 0;
    if (at_ + 1 < text_.size() && text_[at_] == '.' && is_digit(text_[at_ + 1])) {
      ++at_;
      const int whole = count;
      take_digits();
      decimals = static_cast<std::uint8_t>(std::min(count - whole, 9));
    }
    const std::size_t end = at_;
    const char previous = begin > 0 ? text_[begin - 1] : '\0';
    const char next = end < text_.size() ? text_[end] : '\0';
    const char after = end + 1 < text_.size() ? text_[end + 1] : '\0';
    const bool in_code = is_latin(previous) || is_latin(next) || std::string_view("._/@").find(previous) < 4 ||
                         next == '@' ||
                         ((next == '.' || next == '-' || next == '/' || next == ':' || next == '~') && is_digit(after));
    // 4 2件: digits that a line break has torn apart.
    const bool torn = (previous == ' ' && begin > 1 && is_digit(text_[begin - 2])) || (next == ' ' && is_digit(after));
    if (in_code || torn || count > max_digits) {
      skip_code();
      return;
    }
    if (before(text_, begin) == "第") return;
    // Ranges, numbers of documents, labels of lists.
    for (const std::string_view word : {"至", "到", "—", "―", "–"}) {
      if (rest().starts_with(word) && at_ + word.size() < text_.size() && is_digit(text_[at_ + word.size()])) {
        at_ += word.size();
        skip_code();
        return;
      }
    }
    if (rest().starts_with("号") || (previous == '(' && next == ')') || (previous == '[' && next == ']') ||
        before(text_, begin) == "〔")
      return;
    if (starts_item(begin) && !grouped && (next == '.' || next == ')' || rest().starts_with("、"))) return;
    quantity(begin, Decimal(digits, decimals), decimals, false, text_[begin] == '0' && leading > 1, count, grouped);
  }

  /// Whether a sentence or an item of a list begins at `begin`.
  [[nodiscard]] bool starts_item(std::size_t begin) const {
    return begin == 0 || ends_with_any(lead(begin), {"\n", "。", ";", ":", "("});
  }

  void percent_in_words() {
    const std::size_t begin = at_;
    at_ += std::string_view("百分之").size();
    const std::size_t from = at_;
    std::optional<Decimal> value;
    if (at_ < text_.size() && is_digit(text_[at_])) {
      std::int64_t digits = 0;
      std::uint8_t decimals = 0;
      bool point = false;
      while (at_ < text_.size() && (is_digit(text_[at_]) || (text_[at_] == '.' && !point)) && at_ - from < 10) {
        if (text_[at_] == '.') {
          point = true;
        } else {
          digits = digits * 10 + (text_[at_] - '0');
          decimals = static_cast<std::uint8_t>(decimals + (point ? 1 : 0));
        }
        ++at_;
      }
      value = Decimal(digits, decimals);
    } else {
      skip_numerals();
      const auto whole = read_chinese_numeral(text_.substr(from, at_ - from));
      if (!whole) return;
      std::int64_t digits = *whole;
      std::uint8_t decimals = 0;
      if (take("点")) {
        while (at_ + han <= text_.size() && plain_digit(text_.substr(at_, han)) >= 0 && decimals < 6) {
          digits = digits * 10 + plain_digit(text_.substr(at_, han));
          ++decimals;
          at_ += han;
        }
      }
      value = Decimal(digits, decimals);
    }
    Quantity found;
    found.kind = Quantity::Kind::percent;
    found.chinese = true;
    found.value = found.low = found.high = *value;
    found.span = found.whole = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    found_.push_back(found);
  }

  void skip_numerals() {
    while (at_ + han <= text_.size() && is_numeral(text_.substr(at_, han))) at_ += han;
  }

  void chinese() {
    const std::size_t begin = at_;
    skip_numerals();
    std::size_t end = at_;
    // 三万元: the unit of money belongs to the measure word.
    const std::string_view last = before(text_, end);
    if (rest().starts_with("元") && (last == "万" || last == "亿") && end - begin > han) end -= han;
    const std::string_view words = text_.substr(begin, end - begin);
    const std::string_view previous = before(text_, begin);
    static constexpr std::string_view no_count = "第统唯之单每同某任其逐专合划归如数几上成周期点";
    if (is_letter_of(no_count, previous)) return;
    const auto value = read_chinese_numeral(words);
    if (!value) return;
    at_ = end;
    quantity(begin, Decimal(*value), 0, true, false, 0, false);
    at_ = std::max(at_, end);
  }

  /// What follows the digits, and what it makes of them.
  void quantity(std::size_t begin, Decimal value, std::uint8_t decimals, bool chinese, bool is_code, int digits,
                bool grouped) {
    const std::size_t end_of_digits = at_;
    Quantity found;
    found.chinese = chinese;
    bool more = false;
    const auto take_more = [&] { more = take("余") || take("多") || (chinese && take("来")) || more; };
    take_more();
    std::int64_t scale = 1;
    if (!chinese && !rest().starts_with("万元") && !rest().starts_with("亿元")) {
      if (take("万"))
        scale = 10000;
      else if (take("亿"))
        scale = 100000000;
    }
    std::size_t end = scale == 1 ? end_of_digits : at_;
    if (!more) take_more();
    if (scale == 1 && !more && !chinese) {
      if (take("%")) {
        found.kind = Quantity::Kind::percent;
        end = at_;
      }
    }
    if (found.kind == Quantity::Kind::number) {
      if (take("个百分点")) {
        found.kind = Quantity::Kind::points;
      } else if (take("倍")) {
        found.kind = Quantity::Kind::times;
      }
    }
    if (found.kind == Quantity::Kind::number) {
      const std::string_view time = words::time_measures.leading(rest());
      const std::string_view measure = words::measures.leading(rest());
      if (time.size() > measure.size()) return;
      // 1.2万 alone, a lone year, a telephone number or a code counts nothing that is said.
      if (measure.empty()) {
        const bool year = digits == 4 && value.digits >= 1900 && value.digits < 2100;
        if (chinese || is_code || year || (digits > 5 && !grouped) || more) return;
      }
      found.measure = measure;
      at_ += measure.size();
    }
    std::int64_t unit = last_unit(value.digits);
    bool rounded = false;
    if (scale > 1) {
      // 1.2万 is told to a thousand: the unit of the last digit that is shown.
      std::int64_t shown = scale;
      for (int i = 0; i < decimals; ++i) shown /= 10;
      for (int i = 0; i < value.decimals; ++i) scale /= 10;
      if (scale == 0 || value.digits > boundless / scale) return;
      value = Decimal(value.digits * scale);
      unit = decimals > 0 ? std::max<std::int64_t>(shown, 1) : last_unit(value.digits);
      rounded = unit > 1;
    }
    if (compare(value, boundless) >= 0) return;
    found.value = found.low = found.high = value;
    bound(begin, more, rounded, unit, found);
    found.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    found.whole = {lead_begin_, static_cast<std::uint32_t>(at_)};
    found_.push_back(found);
  }

  /// Whatever is as much is no number of things that a report counts.
  static constexpr std::int64_t boundless = 999999999999999;

  /// Sets the interval that the words around the number allow; `unit` is that of its last digit.
  void bound(std::size_t begin, bool more, bool rounded, std::int64_t unit, Quantity& found) {
    lead_begin_ = static_cast<std::uint32_t>(begin);
    const std::string_view lead_words = lead(begin);
    const auto led_by = [&](std::initializer_list<std::string_view> words) {
      for (const std::string_view word : words) {
        if (!lead_words.ends_with(word)) continue;
        lead_begin_ = static_cast<std::uint32_t>(begin - word.size());
        return true;
      }
      return false;
    };
    const std::int64_t value = found.value.digits;
    const bool whole = found.value.is_integer();
    if (led_by({"不超过", "不多于", "至多", "最多", "未超过"})) {
      found.bound = Bound::at_most;
      found.low = 0;
    } else if (led_by({"不少于", "不低于", "至少", "超过", "突破", "超", "逾", "大于", "高于"})) {
      found.bound = Bound::at_least;
      found.high = boundless;
    } else if (led_by({"将近", "接近", "近", "不到", "不足", "未满"})) {
      found.bound = Bound::near;
      found.low = whole ? Decimal(std::max<std::int64_t>(0, value - unit)) : Decimal(0);
    } else if (led_by({"大约", "约为", "约", "大概"})) {
      found.bound = Bound::about;
    } else if (more) {
      found.bound = Bound::over;
      found.low = value + 1;
      found.high = std::max(value + 1, value + unit - 1);
    } else if (rounded) {
      found.bound = Bound::rounded;
      found.low = value - unit + 1;
      found.high = value + unit - 1;
    }
    if (take("以上") || take("之多")) {
      found.bound = Bound::at_least;
      found.low = found.value;
      found.high = boundless;
    } else if (take("以下") || take("以内")) {
      found.bound = Bound::at_most;
      found.low = 0;
      found.high = found.value;
    } else if (take("左右") || take("上下")) {
      found.bound = Bound::about;
    }
    if (found.bound == Bound::about) {
      const std::int64_t tenth = value / 10;
      found.low = Decimal(value - tenth, found.value.decimals);
      found.high = Decimal(value + tenth, found.value.decimals);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t lead_begin_ = 0;
  std::vector<Quantity> found_;
};

}  // namespace

std::optional<std::int64_t> read_chinese_numeral(std::string_view text) {
  if (text.empty() || text.size() % han != 0 || text.size() > 20 * han) return std::nullopt;
  std::int64_t total = 0;    // closed by 万 or 亿
  std::int64_t section = 0;  // below the next of them
  std::int64_t digit = -1;
  std::int64_t last_unit_read = 0;
  bool positional = text.size() > han;
  for (std::size_t at = 0; at < text.size(); at += han)
    positional = positional && plain_digit(text.substr(at, han)) >= 0;
  if (positional) {
    // 二〇二一: only as a year; 三四 is an approximation and no number.
    if (text.size() < 4 * han && text.find("〇") == std::string_view::npos) return std::nullopt;
    for (std::size_t at = 0; at < text.size(); at += han) total = total * 10 + plain_digit(text.substr(at, han));
    return total;
  }
  for (std::size_t at = 0; at < text.size(); at += han) {
    const std::string_view c = text.substr(at, han);
    if (const int plain = plain_digit(c); plain >= 0) {
      if (digit > 0) return std::nullopt;  // 五六十
      digit = plain;
      continue;
    }
    const std::int64_t unit = unit_of(c);
    if (unit == 0) return std::nullopt;
    if (unit < 10000) {
      if (digit < 0 && !(unit == 10 && (at == 0 || last_unit_read == 0 || last_unit_read >= 100))) return std::nullopt;
      section += (digit < 0 ? 1 : digit) * unit;
    } else {
      if (at == 0) return std::nullopt;  // 万人 counts nothing
      section += std::max<std::int64_t>(digit, 0);
      total = unit == 100000000 ? (total + section) * unit : total + section * unit;
      section = 0;
    }
    digit = -1;
    last_unit_read = unit;
  }
  return total + section + std::max<std::int64_t>(digit, 0);
}

std::vector<Quantity> find_quantities(std::string_view text, const Letters& letters) {
  return Reader(text).run(letters);
}

}  // namespace gouji
