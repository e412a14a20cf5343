#include "headings.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "form.h"
#include "quantity.h"
#include "text.h"

namespace gouji {
namespace {

constexpr int least_similar = 60;  ///< of a title and what stands for it
constexpr int least_score = 80;    ///< of a heading
constexpr int for_official = 3;    ///< more for the form's own words

/// How many letters, and a bit for each pair of neighbours: what similar inks have in common.
class Pairs {
 public:
  void add(char32_t letter) {
    if (letters_++ > 0) bits_ |= std::uint64_t{1} << ((last_ * 5 + letter) & 63U);
    last_ = letter;
  }
  [[nodiscard]] int letters() const { return letters_; }
  /// Whether `similarity` of the two may be so much, by their sizes and by the pairs that are certainly not in both; both have
  /// two letters at least.
  [[nodiscard]] bool may_be_similar(const Pairs& other, int least) const {
    const auto enough = [&](int common) { return 200 * common / (letters_ + other.letters_ - 2) >= least; };
    return enough(std::min(letters_, other.letters_) - 1) &&
           enough(letters_ - 1 - std::popcount(bits_ & ~other.bits_)) &&
           enough(other.letters_ - 1 - std::popcount(other.bits_ & ~bits_));
  }

 private:
  int letters_ = 0;
  char32_t last_ = 0;
  std::uint64_t bits_ = 0;
};

/// A title of a section, of any form.
struct Title {
  std::uint8_t section;
  bool official;  // the form's own, no other wording
  Ink ink;
  Pairs pairs;
};

const std::vector<Title>& section_titles() {
  static const std::vector<Title> titles = [] {
    std::vector<Title> list;
    const auto add = [&](std::size_t section, std::string_view label, bool official) {
      Title title{static_cast<std::uint8_t>(section), official, label_ink(Text(label).folded()), {}};
      for (const char32_t letter : title.ink) title.pairs.add(letter);
      const auto same = std::find_if(list.begin(), list.end(), [&](const Title& other) {
        return other.section == title.section && other.ink == title.ink;
      });
      if (same == list.end()) {
        list.push_back(std::move(title));
      } else {
        same->official = same->official || official;
      }
    };
    for (const Form& form : forms()) {
      for (std::size_t i = 0; i < form.sections.size(); ++i) {
        add(i, form.sections[i].label, true);
        for (const std::string_view variant : form.sections[i].variants) add(i, variant, false);
        for (const std::string_view variant : form.sections[i].accepted) add(i, variant, false);
      }
    }
    return list;
  }();
  return titles;
}

/// Whether a page number stands behind the words, as in a table of contents.
bool ends_with_page(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && line[line.size() - 1 - digits] >= '0' && line[line.size() - 1 - digits] <= '9')
    ++digits;
  if (digits == 0 || digits > 3) return false;
  line.remove_suffix(digits);
  return line.ends_with(' ') || line.ends_with('.') || line.ends_with("…") || line.ends_with("·") ||
         line.ends_with('-') || line.ends_with("—") || line.ends_with('_');
}

/// A table of contents: headings with page numbers, or four and more in order with nothing between them, that come again
/// further on.
void mark_contents(std::vector<HeadingLine>& lines) {
  const auto again = [&](std::size_t line, std::size_t behind) {
    return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(behind), lines.end(),
                       [&](const HeadingLine& later) { return lines[line].section == later.section; });
  };
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    end = begin + 1;
    while (end < lines.size() && lines[end].section > lines[end - 1].section && lines[end].follows_heading) ++end;
    bool contents = false;
    for (std::size_t i = begin; i < end; ++i) contents = contents || (end - begin >= 4 && again(i, end));
    for (std::size_t i = begin; i < end; ++i) lines[i].of_contents = contents || (lines[i].has_page && again(i, end));
  }
}

}  // namespace

Numbering number_of_heading(std::string_view line) {
  // Marks of Markdown.
  const std::size_t start = std::min(line.find_first_not_of("#*> "), line.size());
  const std::string_view words = line.substr(start);
  Numbering numbering = numbering_of(words);
  if (words.starts_with("第")) {
    for (const std::string_view part : {"部分", "章", "节"}) {
      const std::size_t at = words.substr(0, 15).find(part);
      if (at > 9) continue;
      const auto ordinal = read_chinese_numeral(words.substr(3, at - 3));
      if (!ordinal || *ordinal < 1) continue;
      std::size_t end = at + part.size();
      while (end < words.size() && (words[end] == ' ' || words[end] == ':')) ++end;
      numbering = {NumberingStyle::section, static_cast<std::uint32_t>(*ordinal), static_cast<std::uint32_t>(end)};
      break;
    }
  }
  numbering.bytes += static_cast<std::uint32_t>(start);
  return numbering;
}

std::optional<HeadingLine> read_heading(std::string_view line) {
  if (line.empty() || line.size() > 150 || has_separator(line)) return std::nullopt;
  const Numbering numbering = number_of_heading(line);
  const std::string_view words = line.substr(numbering.bytes);
  Pairs pairs;
  for (std::size_t at = 0; at < words.size();) {
    if (const char32_t c = next_code_point(words, at); is_ink(c)) pairs.add(c);
  }
  if (pairs.letters() < 2 || pairs.letters() > 40) return std::nullopt;
  const bool numbered = numbering.style == NumberingStyle::section;
  // 没有其他需要报告的事项。
  if (!numbered && line.ends_with("。")) return std::nullopt;
  HeadingLine best;
  // What the number is worth besides the words, and so how similar they must be for a heading.
  const auto worth_of_number = [&](const Title& title) {
    if (numbered) return numbering.ordinal == title.section + 1U ? 50 : 35;
    return numbering.style == NumberingStyle::arabic ? 10 : numbering.style == NumberingStyle::bracketed ? -15 : 0;
  };
  Ink ink;
  for (const Title& title : section_titles()) {
    const int for_number = worth_of_number(title);
    const int wanted = std::max(least_score, best.score + 1) - for_number - (title.official ? for_official : 0);
    if (!title.pairs.may_be_similar(pairs, std::max(least_similar, wanted))) continue;
    if (ink.empty()) ink = ink_of(words);
    int score = similarity(title.ink, ink);
    if (score < least_similar) continue;
    // 主动公开情况 without a number may as well be a head inside section one.
    if (title.official && score == 100) score += for_official;
    score += for_number;
    if (score <= best.score) continue;
    best.section = title.section;
    best.ordinal = static_cast<std::uint8_t>(numbered ? std::min(numbering.ordinal, 99U) : 0);
    best.score = score;
  }
  if (best.score < least_score) return std::nullopt;
  best.has_page = ends_with_page(line);
  return best;
}

void choose_headings(std::vector<HeadingLine>& lines) {
  mark_contents(lines);
  const std::size_t n = std::min<std::size_t>(lines.size(), 256);
  std::vector<int> best(n);
  std::vector<std::size_t> previous(n, n);
  std::size_t last = n;
  for (std::size_t i = 0; i < n; ++i) {
    if (lines[i].of_contents) continue;
    best[i] = lines[i].score;
    for (std::size_t j = 0; j < i; ++j) {
      if (!lines[j].of_contents && lines[j].section < lines[i].section && best[j] + lines[i].score > best[i]) {
        best[i] = best[j] + lines[i].score;
        previous[i] = j;
      }
    }
    if (last == n || best[i] > best[last]) last = i;
  }
  for (std::size_t i = last; i < n; i = previous[i]) lines[i].chosen = true;
}

std::size_t title_in_front(std::string_view text) {
  const Numbering numbering = number_of_heading(text);
  if (numbering.style != NumberingStyle::section) return 0;
  // It ends with the last letter of the longest title that stands there.
  std::size_t longest = 0;
  for (const Title& title : section_titles()) {
    std::size_t end = numbering.bytes;
    std::size_t matched = 0;
    while (end < text.size() && matched < title.ink.size()) {
      const char32_t c = next_code_point(text, end);
      if (char_class(c) != CharClass::letter) continue;
      if (c != title.ink[matched]) break;
      ++matched;
    }
    if (matched == title.ink.size()) longest = std::max(longest, end);
  }
  return longest;
}

}  // namespace gouji
