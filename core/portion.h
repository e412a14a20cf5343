#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "amount.h"
#include "clause.h"
#include "quantity.h"

namespace gouji {

/// A figure of a list with the words that say what it counts.
struct Portion {
  Quantity figure;
  Amount amount;
  std::string before;  ///< 自然人申请
  std::string behind;
  Sign sign = Sign::none;         ///< the strongest between it and the part before
  bool interrupted = false;       ///< something that is no part stands before it, or it is sorted further itself
  std::optional<Quantity> share;  ///< 占86.92%, where it follows
  std::string share_words;        ///< what stands right before it: 占全部申请的
  /// What the parts are told apart by: a list of the lexicon; none where the words tell none.
  enum class Sort : std::uint8_t { none, applicant, request_channel, result, channel, origin, progress, validity };
  Sort sort = Sort::none;
  /// Whether the total may be sorted anew from here on, so that this part must not be added to those before.
  enum class Restart : std::uint8_t { no, by_sort, maybe };
  Restart restart = Restart::no;
};

/// Whether two measure words count the same things: 件 and 宗, 元 and 万元.
[[nodiscard]] bool same_measure(std::string_view a, std::string_view b);

/// Whether a figure behind these words stands for each of several things: 各20条, 每月发布2条.
[[nodiscard]] bool is_for_each(std::string_view words);

/// What the words of a part tell it apart by.
[[nodiscard]] Portion::Sort sort_of(std::string_view words);

/// The year in 2020年收到; empty where there is none.
[[nodiscard]] std::string_view year_in(std::string_view words);

}  // namespace gouji
