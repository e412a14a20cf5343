#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "span.h"
#include "text.h"

namespace gouji {

/// Columns of a table whose cells stand under each other, padded with spaces, as a terminal or a PDF tool prints it: told by
/// where on their lines figures and heads stand, in the paste: a Chinese character or a full-width sign takes two places.
///
///     一、本年新收…      24       2                26
///     二、上年结转…               1                 1
///                        ^col 0   ^col 1          ^col 6
class DisplayColumns {
 public:
  /// `rows` holds the figures of each row of the table, `heads` the words above the columns, as far as they were found. The
  /// columns are known only if the rows are padded at all and figures and heads fall into exactly `count` places.
  DisplayColumns(const Text& text, const std::vector<std::vector<Span>>& rows, const std::vector<Span>& heads,
                 std::size_t count);

  [[nodiscard]] bool known() const { return !columns_.empty(); }

  /// The column that a figure stands in; nothing where it stands in none, or between two.
  [[nodiscard]] std::optional<std::size_t> column_of(const Text& text, Span figure) const;

 private:
  struct Range {
    std::uint32_t begin, end;
  };
  std::vector<Range> columns_;
};

/// Where each of `labels` stands alone on one of the few lines above `below`, the nearest line first.
[[nodiscard]] std::vector<Span> find_heads(std::string_view text, std::uint32_t below,
                                           std::span<const std::string_view> labels);

}  // namespace gouji
