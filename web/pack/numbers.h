#pragma once

#include <stdint.h>

using u8 = uint8_t;
using u16 = uint16_t;
using u32 = uint32_t;
using i32 = int32_t;

[[gnu::always_inline]] inline u32 least(u32 a, u32 b) { return a < b ? a : b; }

/// One more value in a hash. The multiplier is that of the golden ratio; the shift brings high bits down for the next.
[[gnu::always_inline]] inline u32 mixed(u32 hash, u32 value) {
  hash = (hash + value) * 0x9E3779B1U;
  return hash ^ hash >> 15;
}
