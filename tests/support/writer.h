#pragma once

// Collects the printed text and notes where each figure comes to stand.

#include <string>
#include <string_view>
#include <vector>

#include "report_printer.h"
#include "unicode.h"

namespace gouji::test {

/// What is done to every piece of text on its way out.
struct Style {
  bool half_width_punctuation = false;
  bool crlf = false;
  bool one_line = false;                     // every line break becomes a space
  const CharacterMap* characters = nullptr;  // radicals, traditional characters
};

/// A cell's figure as it is to be printed.
struct FigureText {
  std::string cell;  // its key
  std::string text;  // "" for a blank
  std::string unit;  // printed behind it, not part of it
  bool second = false;
};

class Writer {
 public:
  explicit Writer(const Style& style) : style_(style) {}

  void put(std::string_view text);
  void line(std::string_view text) {
    put(text);
    put("\n");
  }
  void figure(const FigureText& figure);
  /// From here on all figures are noted as second occurrences.
  void start_second_report() { second_report_ = true; }
  void mark_lost(const std::vector<std::string>& cells);

  [[nodiscard]] bool at_line_start() const { return printed_.text.empty() || printed_.text.back() == '\n'; }
  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] Printed take() { return std::move(printed_); }

 private:
  void put_raw(std::string_view text);

  Style style_;
  bool second_report_ = false;
  Printed printed_;
};

}  // namespace gouji::test
