#pragma once

#include "numbers.h"

/// Codes bits by their chances: an interval is divided in proportion, and the part of the bit is the interval of the next one.
/// What both ends of it have in common is what was packed.
class Coder {
 public:
  void begin(u8* packed) {
    packed_ = packed;
    low_ = 0;
    high_ = ~0U;
#ifndef PACKER
    for (u32 i = 0; i < 4; ++i) value_ = value_ << 8 | *packed_++;
#endif
  }

  /// While it rests, nothing is coded: both sides know the bits.
  bool rests = false;

  /// `chance` of a one is of 2^16, neither 0 nor all of it. The packer codes `bit`; else the bit comes from what was packed.
  [[gnu::always_inline]] u32 code(u32 chance, u32 bit) {
    if (rests) return bit;
    const u32 range = high_ - low_;
    const u32 middle = low_ + (range >> 16) * chance + ((range & 0xffff) * chance >> 16);
#ifndef PACKER
    bit = value_ <= middle;
#endif
    (bit ? high_ : low_) = bit ? middle : middle + 1;
    for (; (low_ ^ high_) < 1 << 24; low_ <<= 8, high_ = high_ << 8 | 0xff) {
#ifdef PACKER
      *packed_++ = u8(high_ >> 24);
#else
      value_ = value_ << 8 | *packed_++;
#endif
    }
    return bit;
  }

#ifdef PACKER
  /// Gives the end of what was packed.
  u8* end() {
    for (u32 i = 0; i < 4; ++i, high_ <<= 8) *packed_++ = u8(high_ >> 24);
    return packed_;
  }
#endif

 private:
  u8* packed_;
  u32 low_, high_;
#ifndef PACKER
  u32 value_;
#endif
} coder;
