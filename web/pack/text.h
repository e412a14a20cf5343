#pragma once

#include "features.h"

/// Reads text in UTF-8, and whatever else is not the code of a module, as if it were text.
class Text {
 public:
  /// Bytes to come of the letter that has begun.
  u32 left() const { return left_; }

  void read(u32 byte) {
    if (left_ > 0 && (byte & 0xc0) == 0x80) {
      letter_ = letter_ << 8 | byte;
      --left_;
    } else {
      letter_ = byte;
      left_ = byte < 0xc0 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    }
    if (left_ == 0) {
      for (u32 i = letter_6; i > letter_1; --i) known[i] = known[i - 1];
      known[letter_1] = letter_;
      add_to_shape(letter_ >= 0x80       ? wide
                   : is_small(letter_)   ? small
                   : is_capital(letter_) ? capital
                   : is_digit(letter_)   ? digit
                                         : letter_);
      letter_ = 0;
    }
    known[begun] = letter_ << 2 | left_;
    const bool in_word = is_small(byte | 0x20) || is_digit(byte) || byte == '_' || byte == '$' || byte >= 0x80;
    known[word] = in_word ? mixed(known[word], byte) : 0;
    if (byte == '(' || byte == '[' || byte == '{') {
      depth_ = least(depth_ + 1, most_open - 1);
      open_[depth_] = byte | known[byte_before] << 8;
    } else if ((byte == ')' || byte == ']' || byte == '}') && depth_ > 0) {
      --depth_;
    }
    known[bracket] = open_[depth_];
  }

 private:
  enum Class : u32 { wide = 1, small, capital, digit, classes };  // other letters are classes of their own
  static constexpr u32 most_open = 64;

  static bool is_small(u32 letter) { return letter - 'a' < 26; }
  static bool is_capital(u32 letter) { return letter - 'A' < 26; }
  static bool is_digit(u32 letter) { return letter - '0' < 10; }

  void add_to_shape(u32 one) {
    if (one < classes && one == (known[shape] & 0xff)) return;
    known[shape] = known[shape] << 8 | one;
    known[long_shape] = (known[long_shape] + mixed(0, one)) << 4;  // what is eight classes ago has been shifted out
  }

  u32 left_, letter_, depth_, open_[most_open];
} text;
