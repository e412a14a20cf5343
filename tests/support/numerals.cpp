#include "numerals.h"

#include <array>

#include "unicode.h"

namespace gouji::test {
namespace {

using Digits = Numerals::Digits;

constexpr std::array<const char*, 10> signs{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// Up to 9999, with the 零 that stands for missing places inside it.
std::string chinese_section(long long number) {
  static constexpr std::array<const char*, 4> units{"", "十", "百", "千"};
  std::string text;
  bool gap = false;
  long long divisor = 1000;
  for (std::size_t place = 4; place-- > 0; divisor /= 10) {
    const auto digit = static_cast<std::size_t>(number / divisor % 10);
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += signs[0];
    gap = false;
    text += std::string(signs[digit]) + units[place];
  }
  return text;
}

std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

/// Digits with a decimal point, in the way of the report.
std::string written(const std::string& digits, const Numerals& numerals) {
  if (numerals.digits == Digits::spaced) return " " + digits + " ";
  if (numerals.digits == Digits::full_width) return mapped(digits, full_width_digits());
  return digits;
}

/// The decimal that `scaled` is, having `decimals` digits behind the point.
std::string with_point(long long scaled, int decimals) {
  std::string digits = std::to_string(scaled);
  if (decimals == 0) return digits;
  const auto behind = static_cast<std::size_t>(decimals);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  return digits.insert(digits.size() - behind, ".");
}

long long power_of_ten(int exponent) {
  long long power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

/// `part / whole`, times ten to the `decimals`.
long long ratio(long long part, long long whole, int decimals, bool truncated) {
  const long long scaled = part * power_of_ten(decimals);
  return truncated ? scaled / whole : (2 * scaled + whole) / (2 * whole);
}

/// A number in ten thousands with one decimal, as 1.2万.
std::string ten_thousands(long long tenths, const Numerals& numerals) {
  std::string text = with_point(tenths, 1);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return written(text, numerals) + "万";
}

}  // namespace

std::string chinese(long long number) {
  if (number == 0) return signs[0];
  if (number == 2) return "两";
  std::string text = number >= 10000 ? chinese_section(number / 10000) + "万" : "";
  const long long rest = number % 10000;
  if (!text.empty() && rest > 0 && rest < 1000) text += signs[0];
  text += rest > 0 ? chinese_section(rest) : "";
  const bool teens = number >= 10 && number < 20;
  return teens ? text.substr(std::string(signs[1]).size()) : text;
}

std::string spelled(long long number, const Numerals& numerals) {
  if (numerals.digits == Digits::chinese && number < 100000000) return chinese(number);
  const std::string digits = std::to_string(number);
  return numerals.digits == Digits::grouped ? grouped(digits) : written(digits, numerals);
}

std::string approximated(long long number, std::string_view measure, const Numerals& numerals, Random& random) {
  const std::string unit(measure);
  if (number < 21) return spelled(number, numerals) + unit;
  if (number > 20000 && random.chance(2)) {
    const long long tenths = number / 1000;
    switch (random.below(3)) {
      case 0:
        return ten_thousands((number + 500) / 1000, numerals) + unit;
      case 1:
        if (number % 1000 != 0) return "超" + ten_thousands(tenths, numerals) + unit;
        break;
      default:
        if (number % 1000 != 0) return ten_thousands(tenths, numerals) + "余" + unit;
    }
  }
  // To the first two digits, or the first one of a short number.
  long long step = 10;
  while (number / step >= 100) step *= 10;
  const long long below = number / step * step;
  const long long above = below + step;
  const bool between = number > below;
  switch (random.below(7)) {
    case 0:
      if (between) return spelled(below, numerals) + random.pick({"余", "多"}) + unit;
      break;
    case 1:
      if (between && above - number <= step / 2) return random.pick({"近", "将近"}) + spelled(above, numerals) + unit;
      break;
    case 2:
      if (above - number <= step / 2 && step * 10 <= number) return "约" + spelled(above, numerals) + unit;
      if (number - below <= step / 2 && step * 10 <= number) return "约" + spelled(below, numerals) + unit;
      break;
    case 3:
      if (number - below <= step / 2 && step * 10 <= number) return spelled(below, numerals) + unit + "左右";
      break;
    case 4:
      return spelled(below, numerals) + unit + "以上";
    case 5:
      if (between) return random.pick({"超过", "逾", "突破"}) + spelled(below, numerals) + unit;
      break;
    default:
      if (between) return spelled(below, numerals) + "余" + unit;
  }
  return spelled(number, numerals) + unit;
}

std::string percent(long long part, long long whole, const Numerals& numerals) {
  int decimals = numerals.decimals;
  // 0% of something and 100% less something would be odd.
  const auto told = [&] { return ratio(part * 100, whole, decimals, numerals.truncated); };
  while (decimals < 2 && part > 0 && part < whole && (told() == 0 || told() == 100 * power_of_ten(decimals)))
    ++decimals;
  if (part % whole == 0) decimals = 0;
  const std::string digits = with_point(told(), decimals);
  if (numerals.digits != Digits::chinese || told() == 0) return written(digits + "%", numerals);
  const std::size_t point = digits.find('.');
  const long long in_front = std::stoll(digits.substr(0, point));
  std::string text = "百分之" + (in_front == 2 ? "二" : chinese(in_front));
  if (point != std::string::npos) {
    text += "点";
    for (const char digit : digits.substr(point + 1)) text += signs[static_cast<std::size_t>(digit - '0')];
  }
  return text;
}

std::string growth(long long now, long long before, const Numerals& numerals, Random& random) {
  if (now == before) return "持平";
  if (now < before) return random.pick({"下降", "减少"}) + percent(before - now, before, numerals);
  const long long tenths = ratio(now - before, before, 1, numerals.truncated);
  if (now > 2 * before && numerals.digits != Digits::chinese && random.chance(2))
    return "增长" + written(with_point(tenths, 1), numerals) + "倍";
  return random.pick({"增长", "上升", "增加"}) + percent(now - before, before, numerals);
}

std::string money(long long yuan, const Numerals& numerals, Random& random) {
  if (yuan % 10000 != 0 && yuan < 10000000 && random.chance(4)) return written(std::to_string(yuan), numerals) + "元";
  std::string text = with_point(yuan, 4);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return written(text, numerals) + "万元";
}

}  // namespace gouji::test
