#include "fuzz.h"

#include <utf8proc.h>

#include <cstdio>
#include <cstdlib>

namespace gouji::fuzz {

void require(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

bool is_span_of(std::string_view utf8, Span span) {
  const auto boundary = [&](std::uint32_t at) { return at == utf8.size() || (utf8[at] & 0xc0) != 0x80; };
  return span.begin <= span.end && span.end <= utf8.size() && boundary(span.begin) && boundary(span.end);
}

bool is_utf8(std::string_view bytes) {
  const auto* at =
      reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());  // NOLINT: utf8proc speaks in unsigned bytes
  auto left = static_cast<utf8proc_ssize_t>(bytes.size());
  while (left > 0) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(at, left, &code_point);
    if (size <= 0) return false;
    at += size;
    left -= size;
  }
  return true;
}

}  // namespace gouji::fuzz
