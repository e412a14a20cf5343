#pragma once

#include "numbers.h"

/// A chance is of 2^16. To be mixed it is taken as the logarithm of its odds, ln(p / (1 - p)): there what two contexts know
/// adds up.
class Odds {
 public:
  static constexpr float limit = 12;  ///< of logarithms: one in 160 000

  void make() {
    double odds = 1;
    for (u32 i = 0; i <= middle; ++i, odds *= step) {
      const u32 chance = least(__builtin_wasm_trunc_u_i32_f64(65536 * odds / (1 + odds)), 65535);
      chances_[middle + i] = u16(chance);
      chances_[middle - i] = u16(65536 - chance);
    }
    for (u32 i = 0, place = 0; i < 256; ++i) {
      while (chances_[place] < i * 256 + 128) ++place;
      logarithms_[i] = (float(place) - middle) * (limit / middle);
    }
  }
  /// Of a logarithm within the limit.
  [[gnu::always_inline]] u32 chance(float logarithm) const {
    return chances_[__builtin_wasm_trunc_u_i32_f32((logarithm + limit) * (middle / limit))];
  }
  [[gnu::always_inline]] float logarithm(u32 chance) const { return logarithms_[chance >> 8]; }

 private:
  static constexpr u32 middle = 2048;
  static constexpr double step = 1.005876576;  // e to the limit / middle

  u16 chances_[2 * middle + 1];
  float logarithms_[256];
} odds;

/// A chance moves towards what happened by a 128th of what it is off.
constexpr u32 chance_shift = 7;
[[gnu::always_inline]] inline u16 learnt(u32 chance, u32 bit, u32 shift = chance_shift) {
  return u16(chance - (chance >> shift) + (bit ? 0xffffU >> shift : 0));
}
