#pragma once

#include "odds.h"
#include "tables.h"

/// What followed predictions like the one that was mixed, in a small context: half of the final chance. Between two of a row
/// of predictions both count, by how near they are.
class Refinement {
 public:
  void make() {
    for (auto& row : tables.refinements) {
      for (u32 i = 0; i < refinement_steps; ++i) row[i] = float(odds.chance(float(i) / steps_in_one - Odds::limit));
    }
  }
  [[gnu::always_inline]] float chance(float logarithm, u32 context) {
    const float position = (logarithm + Odds::limit) * steps_in_one;
    const u32 lower = __builtin_wasm_trunc_u_i32_f32(position);
    two_ = &tables.refinements[context >> (32 - refinement_bits)][lower];
    second_ = position - float(lower);
    return two_[0] * (1 - second_) + two_[1] * second_;
  }
  [[gnu::always_inline]] void learn(u32 bit) {
    const float target = float(bit << 16);
    two_[0] += (target - two_[0]) * ((1 - second_) * rate);
    two_[1] += (target - two_[1]) * (second_ * rate);
  }

 private:
  static constexpr float rate = .02f;
  static constexpr float steps_in_one = (refinement_steps - 2) / (2 * Odds::limit);
  float* two_;
  float second_;
} refinement;
