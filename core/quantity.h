#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "letters.h"
#include "number.h"
#include "span.h"

namespace gouji {

/// How the words around a number say it is meant.
enum class Bound : std::uint8_t {
  exact,
  rounded,   ///< 1.2万: to its last digit
  over,      ///< 1300余, 20多
  near,      ///< 近2000, 不到100
  about,     ///< 约300, 50左右
  at_least,  ///< 100以上, 超过100, 突破100
  at_most,   ///< 100以下, 不超过100
};

/// A number that counts something in a sentence.
///
///     通过网站发布约1.2万余条，占86.92%
///               ^^^^^^^^^^   ^^^^^^   whole
///                 ^^^^^      ^^^^^^  span: digits, separators, 万 and 亿; for a percentage with its sign
///                        条          measure
struct Quantity {
  enum class Kind : std::uint8_t {
    number,
    percent,  ///< 86.92%, 百分之二十; value is 86.92
    points,   ///< 5个百分点
    times,    ///< 1.4倍
  };

  Kind kind = Kind::number;
  Bound bound = Bound::exact;
  bool chinese = false;  ///< written in Chinese numerals
  Decimal value;         ///< as meant: 1.2万 is 12000; money in the unit of its measure
  Decimal low;           ///< the least and the greatest value that the wording allows, both included
  Decimal high;
  ProseSpan span;
  ProseSpan whole;
  std::string_view measure;  ///< 件, 条, 万元 …; empty where none follows

  /// Whether the wording allows `actual`.
  [[nodiscard]] bool allows(Decimal actual) const { return compare(low, actual) <= 0 && compare(actual, high) <= 0; }
  [[nodiscard]] bool is_exact() const { return bound == Bound::exact; }
  [[nodiscard]] bool is_money() const { return measure.ends_with("元"); }
};

/// Every number of `text` (of a `Prose`: folded, tight; `letters` are its letters) that counts something, in order.
///
/// Reads Arabic digits (grouped, with decimals, with 万 or 亿), Chinese numerals in front of a measure word (三百二十六, 四十余,
/// 两, 〇), percentages and multiples, with the interval that 余 多 近 约 左右 以上 超 不足 … allow (the article on numerals in
/// publications, GB/T 15835—2011, and the usage of official documents: 余 and 多 reach up to the next unit of the last digit
/// that is not zero, 约 is a tenth either way, 以上 and 以下 include the number itself).
///
/// Left out, since they count nothing that a report states: years, dates and times of day, spans of time (20个工作日), numbers
/// of documents, articles and issues (〔2021〕30号, 第二十条), ordinals, telephone numbers and other long codes, addresses,
/// numbers inside Latin words, labels of lists (1. （二） 一是), ranges and approximations of neighbours (三四个, 10至20件), vague
/// ones (数十, 若干), and the set phrases of `forms/phrases.json` (三安全一稳定, 12345热线).
[[nodiscard]] std::vector<Quantity> find_quantities(std::string_view text, const Letters& letters);

/// The value of Chinese numerals, all of `text`: 三百二十六, 二〇二一, 两. Nothing where it is none.
[[nodiscard]] std::optional<std::int64_t> read_chinese_numeral(std::string_view text);

}  // namespace gouji
