#pragma once

#include <cstdint>

namespace gouji {

/// A half-open range of bytes of the folded text, on code point boundaries.
///
///     folded  … 新 收 2 6 件 …
///                    ^begin  ^end
///
/// Every stage before the report speaks in these.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// A half-open range of UTF-16 code units of the paste, as JavaScript counts them. Only the report and what reads it
/// speak in these; `Text::in_paste` is the one conversion.
struct PasteSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(const PasteSpan&, const PasteSpan&) = default;
};

/// A half-open range of bytes of `Prose::text`, on code point boundaries. `Prose::in_folded` leads back to the folded text.
struct ProseSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(ProseSpan inner) const { return begin <= inner.begin && inner.end <= end; }
  friend constexpr bool operator==(const ProseSpan&, const ProseSpan&) = default;
};

}  // namespace gouji
