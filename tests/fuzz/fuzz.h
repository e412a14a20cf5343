#pragma once

#include <cstdint>
#include <string_view>

#include "span.h"

namespace gouji::fuzz {

/// Ends the program, with what was promised on standard error, where it does not hold: libFuzzer keeps the input then.
void require(bool holds, std::string_view promise);

/// Whether both ends of the span lie in the text, in order, and neither inside a code point.
[[nodiscard]] bool is_span_of(std::string_view utf8, Span span);

/// Whether the bytes are UTF-8 without surrogates and overlong forms.
[[nodiscard]] bool is_utf8(std::string_view bytes);

[[nodiscard]] inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // NOLINT: libFuzzer speaks in unsigned bytes
}

}  // namespace gouji::fuzz
