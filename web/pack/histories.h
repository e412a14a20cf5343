#pragma once

#include "numbers.h"

/// The history of a bit in a context, as one of at most 256 states: how many zeros and ones there were, of the less frequent
/// one only the more recent, and which came last. State 0 is that of a context that is new, and of two states the one with
/// fewer bits tends to be the lower.
class Histories {
 public:
  void make() {
    u32 made = 1;
    for (u32 from = 0; from < made; ++from) {
      for (u32 bit = 0; bit < 2; ++bit) {
        const State next = after(states_[from], bit);
        u32 i = 1;
        while (i < made && !(states_[i].counts[0] == next.counts[0] && states_[i].counts[1] == next.counts[1] &&
                             states_[i].last == next.last))
          ++i;
        if (i == made) states_[made++] = next;
        next_[bit][from] = u8(i);
      }
    }
  }
  const u8* next(u32 bit) const { return next_[bit]; }
  /// The chance of a one that a state begins with, of 2^16.
  u32 chance(u32 state) const {
    const float zeros = states_[state].counts[0] + .4f;
    const float ones = states_[state].counts[1] + .4f;
    return u32(ones / (zeros + ones) * 65535.f);
  }

 private:
  struct State {
    u8 counts[2], last;
  };

  static State after(State state, u32 bit) {
    // What is counted at most, given the count of the other bit: so there are no more than 256 states.
    constexpr u8 most[] = {40, 30, 12, 6, 5};
    u32 same = state.counts[bit] + 1U;
    u32 other = state.counts[1 - bit];
    if (other > 2) other = 1 + other / 2;
    u32& more = same < other ? other : same;
    const u32 fewer = same < other ? same : other;
    more = least(more, most[least(fewer, 4)]);
    State next;
    next.counts[bit] = u8(same);
    next.counts[1 - bit] = u8(other);
    next.last = u8(bit);
    return next;
  }

  State states_[256];
  u8 next_[2][256];
} histories;
