#include "headings.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "form.h"
#include "quantity.h"
#include "text.h"

namespace gouji {
namespace {

/// Section titles of all forms, by section.
struct Title {
  std::uint8_t section;
  Ink ink;
  std::uint64_t pairs;
  bool official;  // the form's own, no other wording
};

/// A bit for each pair of neighbouring letters.
std::uint64_t pairs_of(const Ink& ink) {
  std::uint64_t pairs = 0;
  for (std::size_t i = 0; i + 1 < ink.size(); ++i) pairs |= std::uint64_t{1} << ((ink[i] * 5 + ink[i + 1]) & 63U);
  return pairs;
}

/// A bound of `similarity`, by the pairs that are certainly not in both.
int most_similar(const Title& title, const Ink& ink, std::uint64_t pairs) {
  const auto in_title = static_cast<int>(title.ink.size()) - 1 - std::popcount(title.pairs & ~pairs);
  const auto in_ink = static_cast<int>(ink.size()) - 1 - std::popcount(pairs & ~title.pairs);
  return 200 * std::min(in_title, in_ink) / static_cast<int>(title.ink.size() + ink.size() - 2);
}

const std::vector<Title>& section_titles() {
  static const std::vector<Title> titles = [] {
    std::vector<Title> list;
    for (const Form& form : forms()) {
      for (std::size_t i = 0; i < form.sections.size(); ++i) {
        const auto add = [&](std::string_view label, bool official) {
          Ink ink = label_ink(Text(label).folded());
          const std::uint64_t pairs = pairs_of(ink);
          list.push_back({static_cast<std::uint8_t>(i), std::move(ink), pairs, official});
        };
        add(form.sections[i].label, true);
        for (const std::string_view variant : form.sections[i].variants) add(variant, false);
        for (const std::string_view variant : form.sections[i].accepted) add(variant, false);
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
  for (const std::string_view part : {"部分", "章", "节"}) {
    const std::size_t at = words.find(part);
    if (!words.starts_with("第") || at == std::string_view::npos || at > 9) continue;
    const auto ordinal = read_chinese_numeral(words.substr(3, at - 3));
    if (!ordinal || *ordinal < 1) continue;
    std::size_t end = at + part.size();
    while (end < words.size() && (words[end] == ' ' || words[end] == ':')) ++end;
    numbering = {NumberingStyle::section, static_cast<std::uint32_t>(*ordinal), static_cast<std::uint32_t>(end)};
    break;
  }
  numbering.bytes += static_cast<std::uint32_t>(start);
  return numbering;
}

std::optional<HeadingLine> read_heading(std::string_view line) {
  if (line.empty() || line.size() > 150 || has_separator(line)) return std::nullopt;
  const Numbering numbering = number_of_heading(line);
  const Ink ink = ink_of(line.substr(numbering.bytes));
  if (ink.size() < 2 || ink.size() > 40) return std::nullopt;
  const bool numbered = numbering.style == NumberingStyle::section;
  // 没有其他需要报告的事项。
  if (!numbered && line.ends_with("。")) return std::nullopt;
  HeadingLine best;
  const std::uint64_t pairs = pairs_of(ink);
  constexpr int least = 60;
  for (const Title& title : section_titles()) {
    if (most_similar(title, ink, pairs) < least) continue;
    int score = similarity(title.ink, ink);
    if (score < least) continue;
    // 主动公开情况 without a number may as well be a head inside section one.
    if (title.official && score == 100) score += 3;
    if (numbered) score += numbering.ordinal == title.section + 1U ? 50 : 35;
    if (numbering.style == NumberingStyle::arabic) score += 10;
    if (numbering.style == NumberingStyle::bracketed) score -= 15;
    if (score <= best.score) continue;
    best.section = title.section;
    best.ordinal = static_cast<std::uint8_t>(numbered ? std::min(numbering.ordinal, 99U) : 0);
    best.score = score;
  }
  if (best.score < 80) return std::nullopt;
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
