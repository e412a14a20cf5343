#pragma once

// The long measurements run over one of so many cases where sanitizers make every step slow.

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOUJI_SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define GOUJI_SANITIZED 1
#endif

namespace gouji::test {

#ifdef GOUJI_SANITIZED
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

[[nodiscard]] constexpr std::size_t one_of(std::size_t many) { return sanitized ? many : 1; }

}  // namespace gouji::test
