#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "span.h"

namespace gouji {

/// An exact decimal number: digits / 10^decimals, without trailing zeros after the point. No floating point: 0.1 is 0.1.
struct Decimal {
  std::int64_t digits = 0;
  std::uint8_t decimals = 0;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t value) : digits(value) {}  // NOLINT: an integer is a decimal
  Decimal(std::int64_t digits, std::uint8_t decimals);

  [[nodiscard]] constexpr bool is_integer() const { return decimals == 0; }
  [[nodiscard]] constexpr bool is_negative() const { return digits < 0; }
  friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
};

/// Exact order of two decimals of at most `max_digits` digits; beyond that the sign of the difference of the whole parts.
[[nodiscard]] int compare(Decimal a, Decimal b);

/// "1234", "-0.37".
[[nodiscard]] std::string to_string(Decimal value);

/// What a figure in a table cell is counted in, where the cell says so itself.
enum class FigureUnit : std::uint8_t { none, piece /* 件 条 项 宗 … */, yuan, wan_yuan, yi_yuan };

/// One figure of a table cell.
///
///     增10   1,234   22（其中修订16件）   0.37万元   ——
///     ^^^^   ^^^^^   ^^                  ^^^^       ^^    span: sign, digits and separators
struct Figure {
  enum class Kind : std::uint8_t {
    number,
    zero_mark,
    illegible /* something that is no figure stands in a figure's place */
  };

  Decimal value;  ///< as printed, not converted to the column's unit; 0 for a zero mark
  Span span;
  Kind kind = Kind::number;
  FigureUnit unit = FigureUnit::none;
  bool annotated = false;  ///< a remark in brackets follows, as 22（其中修订16件）
};

/// Longest run of digits that is read as a number; more is no figure of a report.
inline constexpr int max_digits = 15;

/// Reads `text[span]`, folded and without space around it, as one whole table figure: an optional sign (+ - 增 减), digits
/// with optional grouping by ',' or by single spaces, optional decimals, an optional measure word or money unit, an
/// optional remark in brackets; or a mark that stands for zero (- — / 无 不适用 …). Gives nothing where it is anything else.
[[nodiscard]] std::optional<Figure> read_figure(std::string_view text, Span span);

}  // namespace gouji
