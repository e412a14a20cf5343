#pragma once

#include <span>
#include <string_view>

namespace gouji {

// Words that tell what a number in a sentence counts, and whether it counts at all; from `forms/phrases.json`, folded.

/// 件, 条, 万元 …, the longer before the shorter.
[[nodiscard]] std::span<const std::string_view> measures();

/// 年, 个工作日 …: a number before one of them is a date or a span of time.
[[nodiscard]] std::span<const std::string_view> time_measures();

/// Phrases whose numerals count nothing, as 三安全一稳定.
[[nodiscard]] std::span<const std::string_view> set_phrases();

}  // namespace gouji
