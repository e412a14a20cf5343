#include "prose.h"

#include <algorithm>

#include "label.h"
#include "word_list.h"

namespace gouji {
namespace {

bool is_plain(char c) { return (c & 0x80) == 0 && c != ' ' && c != '\n' && c != '\t'; }
bool is_word(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

constexpr std::string_view stops[] = {"。", "!", "?", ";"};

/// In bytes. A sentence without an end is cut at the comma behind so many of them, and without a comma behind twice as
/// many, so that what is done for each sentence stays bounded.
constexpr std::uint32_t longest_sentence = 4000;

std::uint32_t letter_begin(std::string_view text, std::uint32_t at) {
  while ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
  return at;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with("。") || line.ends_with(";") || line.ends_with("!") || line.ends_with("?") ||
         line.ends_with(":");
}

/// A line that is no sentence and must not run into the next: (二)依申请公开情况, a caption, a signature.
bool stands_alone(const Line& line, std::string_view words) {
  // A page wraps at twenty characters or more.
  return line.kind == LineKind::heading || line.kind == LineKind::title ||
         (line.kind == LineKind::tabular && words.size() < 60) || (line.kind == LineKind::prose && words.size() < 36);
}

/// Where the second report of the paste begins; the end of the text where there is none.
std::uint32_t end_of_first_report(const Text& text, const Layout& layout, const std::vector<TableReading>& tables) {
  std::uint32_t last_of_first = 0;
  std::uint32_t first_of_second = static_cast<std::uint32_t>(text.folded().size());
  bool several = false;
  for (const TableReading& table : tables) {
    if (table.report == 0) {
      last_of_first = std::max(last_of_first, table.span.end);
    } else {
      several = true;
      first_of_second = std::min(first_of_second, table.span.begin);
    }
  }
  if (!several) return first_of_second;
  for (const Line& line : layout.lines) {
    if (line.span.begin < last_of_first || line.span.begin >= first_of_second || line.kind == LineKind::prose) continue;
    if (text.at(line.span).find("年度报告") != std::string_view::npos) return line.span.begin;
  }
  return last_of_first;
}

}  // namespace

Prose::Prose(const Text& source, const Layout& layout, const std::vector<TableReading>& tables) {
  const std::string_view folded = source.folded();
  end_ = end_of_first_report(source, layout, tables);
  // A heading in front of a sentence is cut off as well, but hardly ever so often.
  constexpr auto many_pieces = 10;
  runs_together_ = std::count_if(layout.lines.begin(), layout.lines.end(), [](const Line& line) {
                     return !line.starts_line && line.kind == LineKind::prose;
                   }) >= many_pieces;
  std::uint8_t section = 0;
  std::size_t next_heading = 0;
  bool open = false;  // whether the last line runs on
  const auto in_table = [&](Span span) {
    return std::any_of(tables.begin(), tables.end(),
                       [&](const TableReading& table) { return table.span.contains(span); });
  };
  const auto close = [&] {
    if (!paragraphs_.empty() && paragraphs_.back().span.end == 0) {
      paragraphs_.back().span.end = static_cast<std::uint32_t>(text_.size());
      text_.push_back('\n');
      origin_.push_back(origin_.empty() ? 0 : origin_.back() + 1);
    }
    open = false;
  };
  for (const Line& line : layout.lines) {
    if (line.span.begin >= end_) break;
    while (next_heading < layout.sections.size() && layout.sections[next_heading].span.begin <= line.span.begin) {
      section = static_cast<std::uint8_t>(layout.sections[next_heading++].section + 1);
    }
    const std::string_view words = folded.substr(line.span.begin, line.span.size());
    if (line.kind == LineKind::page_mark) continue;
    const bool told = line.kind == LineKind::prose || line.kind == LineKind::title || line.kind == LineKind::heading;
    const bool separated = has_separator(words);
    if (line.kind == LineKind::empty || line.kind == LineKind::furniture || line.kind == LineKind::rule ||
        (!told && (separated || in_table(line.span)))) {
      close();
      continue;
    }
    const bool goes_on = open && paragraphs_.back().kind != LineKind::title && line.kind != LineKind::heading &&
                         line.kind != LineKind::title && numbering_of(words).style == NumberingStyle::none;
    const bool same_title =
        open && line.kind == LineKind::title && !paragraphs_.empty() && paragraphs_.back().kind == LineKind::title;
    if (!goes_on && !same_title) {
      close();
      paragraphs_.push_back({{static_cast<std::uint32_t>(text_.size()), 0}, section, line.kind});
    } else if (line.kind == LineKind::prose && paragraphs_.back().kind == LineKind::tabular) {
      paragraphs_.back().kind = LineKind::prose;
    }
    append(folded, line.span);
    open = line.kind == LineKind::title || !(stands_alone(line, words) || ends_sentence(words));
    if (!open) close();
  }
  close();

  split_sentences();
  quantities_ = find_quantities(text_);
}

void Prose::split_sentences() {
  static const FirstLetters signs({}, "。!?;,");
  for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
    const ProseSpan paragraph = paragraphs_[p].span;
    std::uint32_t from = paragraph.begin;
    const auto end_at = [&](std::uint32_t at) {
      sentences_.push_back({{from, at}, p});
      from = at;
    };
    for (std::uint32_t at = from; at < paragraph.end;) {
      const std::uint32_t reach = std::min(paragraph.end, from + 2 * longest_sentence);
      const std::string_view words = text().substr(0, reach);
      at = static_cast<std::uint32_t>(signs.find(words, at));
      if (at == reach) {
        if (reach < paragraph.end) end_at(at = letter_begin(text_, reach));
        continue;
      }
      std::size_t size = 0;
      for (const std::string_view stop : stops) {
        if (words.substr(at).starts_with(stop)) size = stop.size();
      }
      if (size == 0 && at - from > longest_sentence && words[at] == ',') size = 1;
      at += static_cast<std::uint32_t>(std::max<std::size_t>(size, 1));
      if (size > 0) end_at(at);
    }
    if (from < paragraph.end) end_at(paragraph.end);
  }
}

void Prose::append(std::string_view folded, Span line) {
  const auto is_space = [&](std::uint32_t at) { return folded[at] == ' ' || folded[at] == '\t'; };
  bool space = true;  // a line break counts as one
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (is_space(at)) {
      space = true;
      ++at;
      continue;
    }
    if (space && !text_.empty() && is_plain(text_.back()) && is_word(text_.back()) && is_word(folded[at])) {
      text_.push_back(' ');
      origin_.push_back(at - 1);
    }
    space = false;
    const std::uint32_t begin = at;
    while (at < line.end && !is_space(at)) ++at;
    text_.append(folded, begin, at - begin);
    for (std::uint32_t from = begin; from < at; ++from) origin_.push_back(from);
  }
}

std::vector<Quantity> Prose::quantities_in(ProseSpan span) const {
  const auto first =
      std::lower_bound(quantities_.begin(), quantities_.end(), span.begin,
                       [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
  std::vector<Quantity> found;
  for (auto it = first; it != quantities_.end() && it->span.end <= span.end; ++it) found.push_back(*it);
  return found;
}

std::string_view Prose::sentence_around(std::uint32_t at) const {
  const auto next =
      std::upper_bound(sentences_.begin(), sentences_.end(), at,
                       [](std::uint32_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
  if (next == sentences_.begin() || at >= std::prev(next)->span.end) return {};
  return this->at(std::prev(next)->span);
}

Span Prose::in_folded(ProseSpan span) const {
  if (origin_.empty()) return {};
  const auto begin = span.begin < origin_.size() ? origin_[span.begin] : origin_.back() + 1;
  if (span.empty()) return {begin, begin};
  return {begin, origin_[span.end - 1] + 1};
}

ProseSpan Prose::from_folded(Span span) const {
  const auto index = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(std::lower_bound(origin_.begin(), origin_.end(), at) - origin_.begin());
  };
  return {index(span.begin), index(span.end)};
}

}  // namespace gouji
