#pragma once

namespace gouji {

/// 〇 … 九 as 0 … 9; -1 for anything else.
constexpr int chinese_digit(char32_t letter) {
  switch (letter) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
      return 1;
    case U'二':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    default:
      return -1;
  }
}

}  // namespace gouji
