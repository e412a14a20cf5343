#pragma once

#include "odds.h"
#include "past.h"
#include "tables.h"

/// The longest run of bytes before that equals the last ones, and the byte that came behind it. It is followed on behind bytes
/// that differ, for code and text are often copied with small changes.
class Match {
 public:
  void make() {
    for (auto& chances : tables.match_chances) chances[0] = chances[1] = 1U << 15;
  }

  /// Looks for a longer one.
  [[gnu::always_inline]] void find() {
    u32& place = tables.match_places[mixed(mixed(0, latest), earlier) >> (32 - match_place_bits)];
    if (size_ < long_enough && place > 0 && place != from_) {
      u32 size = 0;
      while (size < long_enough && size < place && out[place - 1 - size] == out[at - 1 - size]) ++size;
      if (size >= hashed && size > size_) {
        from_ = place;
        size_ = size;
        misses_ = 0;
      }
    }
    place = at;
    byte_ = from_ ? out[from_] : none;
    chances_ = tables.match_chances[least(size_, 15) << 3 | (misses_ & 7)];
  }

  /// Whether its byte is still possible after the decisions so far.
  bool predicts() const { return byte_ != none; }
  [[gnu::always_inline]] u32 bit(u32 first_of_ones) const { return byte_ >= first_of_ones; }
  [[gnu::always_inline]] u16& chance(u32 bit) { return chances_[bit]; }
  void fails() { byte_ = none; }

  /// Goes on to the next byte.
  void advance() {
    const bool miss = !predicts();
    misses_ = misses_ << 1 | miss;
    size_ = miss ? 0 : size_ + 1;
    from_ += from_ > 0;
  }

 private:
  static constexpr u32 none = 256, hashed = 8, long_enough = 16;
  u32 from_, size_, byte_;
  u32 misses_;  // a bit for each byte, the last one in the lowest
  u16* chances_;
} match;
