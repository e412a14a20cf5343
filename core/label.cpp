#include "label.h"

#include <algorithm>

#include "chinese_digit.h"
#include "form.h"
#include "sort.h"
#include "text.h"

namespace gouji {

Ink ink_of(std::string_view folded) {
  Ink ink;
  ink.reserve(folded.size() / 3);
  for (std::size_t at = 0; at < folded.size();) {
    if (const char32_t c = next_code_point(folded, at); is_ink(c)) ink.push_back(c);
  }
  return ink;
}

CodedInk coded_ink_of(std::string_view folded) {
  CodedInk ink;
  ink.reserve(folded.size() / 3);
  append_coded_ink(folded, ink);
  return ink;
}

void append_coded_ink(std::string_view folded, CodedInk& ink) {
  const Vocabulary& vocabulary = Vocabulary::official();
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const char8_t number = vocabulary.number_of(c);
    if (number != 0 || is_ink(c)) ink.push_back(number);
  }
}

namespace {

/// Reads 一 … 九十九 at `at`; 0 and no move where there is none.
std::uint32_t take_ordinal(std::string_view text, std::size_t& at) {
  std::uint32_t value = 0;
  std::size_t next = at;
  while (next < text.size()) {
    std::size_t behind = next;
    const char32_t c = next_code_point(text, behind);
    if (c == U'十') {
      value = value == 0 ? 10 : value * 10;
    } else if (const int digit = chinese_digit(c); digit > 0) {
      if (value % 10 != 0) break;
      value += static_cast<std::uint32_t>(digit);
    } else {
      break;
    }
    next = behind;
  }
  if (value != 0) at = next;
  return value;
}

std::uint32_t take_arabic(std::string_view text, std::size_t& at) {
  std::uint32_t value = 0;
  const std::size_t start = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - start < 2) {
    value = value * 10 + static_cast<std::uint32_t>(text[at] - '0');
    ++at;
  }
  return at > start ? value : 0;
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
}

}  // namespace

Numbering numbering_of(std::string_view folded) {
  if (folded.empty()) return {};
  std::size_t at = 0;
  const auto done = [&](NumberingStyle style, std::uint32_t ordinal) {
    skip_spaces(folded, at);
    return Numbering{style, ordinal, static_cast<std::uint32_t>(at)};
  };
  const auto is_digit = [&] { return at < folded.size() && folded[at] >= '0' && folded[at] <= '9'; };
  if (folded[0] == '(') {
    ++at;
    skip_spaces(folded, at);
    const bool arabic = is_digit();
    const std::uint32_t ordinal = arabic ? take_arabic(folded, at) : take_ordinal(folded, at);
    skip_spaces(folded, at);
    if (ordinal == 0 || !take(folded, at, ")")) return {};
    return done(arabic ? NumberingStyle::arabic : NumberingStyle::bracketed, ordinal);
  }
  if (is_digit()) {
    const std::uint32_t ordinal = take_arabic(folded, at);
    if (ordinal == 0 || (!take(folded, at, "、") && !take(folded, at, "."))) return {};
    if (is_digit()) return {};  // 3.5 is a number
    return done(NumberingStyle::arabic, ordinal);
  }
  const std::uint32_t ordinal = take_ordinal(folded, at);
  if (ordinal == 0) return {};
  skip_spaces(folded, at);
  if (!take(folded, at, "、") && !take(folded, at, ".") && !take(folded, at, ",")) return {};
  return done(NumberingStyle::section, ordinal);
}

Ink label_ink(std::string_view folded) { return ink_of(folded.substr(numbering_of(folded).bytes)); }
CodedInk coded_label_ink(std::string_view folded) { return coded_ink_of(folded.substr(numbering_of(folded).bytes)); }

int fit_label(CodedInkView label, CodedInkView before, CodedInkView after) {
  const std::size_t n = label.size();
  if (n == 0 || n > 64) return 0;
  if (before.size() >= n && before.ends_with(label)) return 100;

  // Scores in halves of a letter: a letter found 2, one left out of the label -1, one strange in between -1.
  // prefix[p]: the best fit of the label's first p letters anywhere in `before`; suffix[p]: of the rest in `after`.
  std::array<int, 65> prefix;
  std::array<int, 65> suffix;
  std::array<int, 65> row;
  const auto run = [&](auto letter_at, auto text_at, std::size_t text_size, std::array<int, 65>& best) {
    for (std::size_t p = 0; p <= n; ++p) {
      row[p] = -static_cast<int>(p);
      best[p] = row[p];
    }
    for (std::size_t t = 0; t < text_size; ++t) {
      int diagonal = row[0];
      row[0] = 0;
      const char8_t c = text_at(t);
      for (std::size_t p = 1; p <= n; ++p) {
        const int up = row[p];
        const int match = diagonal + (letter_at(p - 1) == c ? 2 : -1);
        row[p] = std::max({match, up - 1, row[p - 1] - 1});
        diagonal = up;
        best[p] = std::max(best[p], row[p]);
      }
    }
  };
  // Letters that are none of the label's, in front of all that are or behind them, change nothing.
  const LetterSet letters(label);
  const auto trim = [&](CodedInkView text) {
    while (!text.empty() && !letters.has(text.front())) text.remove_prefix(1);
    while (!text.empty() && !letters.has(text.back())) text.remove_suffix(1);
    return text;
  };
  const CodedInkView near = trim(before.substr(before.size() - std::min(before.size(), fit_window)));
  run([&](std::size_t p) { return label[p]; }, [&](std::size_t t) { return near[t]; }, near.size(), prefix);
  const CodedInkView next = trim(after.substr(0, fit_window));
  // The rest of the label read backwards from the far end, so that suffix[q] fits its last q letters.
  run([&](std::size_t p) { return label[n - 1 - p]; }, [&](std::size_t t) { return next[next.size() - 1 - t]; },
      next.size(), suffix);

  int best = 0;
  for (std::size_t p = 0; p <= n; ++p) {
    // What stands behind its figures weighs less: it may as well be the next row's label.
    best = std::max(best, std::max(prefix[p], 0) * 90 + std::max(suffix[n - p], 0) * 60);
  }
  return best / static_cast<int>(2 * n);
}

int similarity(const Ink& a, const Ink& b) {
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 100;
  if (a.size() < 2 || b.size() < 2) return 0;
  int common = 0;
  std::vector<bool> used(b.size(), false);
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    for (std::size_t j = 0; j + 1 < b.size(); ++j) {
      if (!used[j] && a[i] == b[j] && a[i + 1] == b[j + 1]) {
        used[j] = true;
        ++common;
        break;
      }
    }
  }
  return 200 * common / static_cast<int>(a.size() + b.size() - 2);
}

Vocabulary::Vocabulary() {
  // Labels are stored as printed, full-width signs and all; the ink of both kinds of text is the same.
  std::vector<Ink> inks;
  const auto add = [&](std::string_view label) { inks.push_back(ink_of(label)); };
  const auto add_label = [&](const Label& label) {
    add(label.text);
    for (const std::string_view text : label.under) add(text);
    for (const std::string_view text : label.variants) add(text);
  };
  for (const Form& form : forms()) {
    for (const Table& table : form.tables) {
      for (const Part& part : table.parts) {
        add(part.item);
        add(part.corner);
        add(part.heading);
        for (const Column& column : part.columns) add_label(column.label);
      }
      for (const Row& row : table.rows) add_label(row.label);
    }
  }
  std::vector<char32_t> letters;
  for (const Ink& ink : inks) letters.insert(letters.end(), ink.begin(), ink.end());
  sort_unique(letters);
  first_letter_ = letters.front();
  numbers_.resize(letters.back() - first_letter_ + 1);
  // A byte numbers as many letters as labels have (form_test.cpp); one more would be as strange as those of no label.
  letters.resize(std::min<std::size_t>(letters.size(), 255));
  for (std::size_t i = 0; i < letters.size(); ++i) numbers_[letters[i] - first_letter_] = static_cast<char8_t>(i + 1);
  for (const Ink& ink : inks) {
    for (std::size_t i = 0; i + 1 < ink.size(); ++i) {
      const std::size_t pair = std::size_t{number_of(ink[i])} << 8 | number_of(ink[i + 1]);
      pairs_[pair / 64] |= std::uint64_t{1} << pair % 64;
    }
  }
}

const Vocabulary& Vocabulary::official() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

bool Vocabulary::covers(const Ink& ink) const {
  if (ink.empty()) return false;
  if (ink.size() == 1) return has_letter(ink[0]);
  for (std::size_t i = 0; i + 1 < ink.size(); ++i) {
    if (!has_pair(ink[i], ink[i + 1])) return false;
  }
  return true;
}

}  // namespace gouji
