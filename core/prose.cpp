#include "prose.h"

#include <algorithm>

#include "label.h"

namespace gouji {
namespace {

bool is_plain(char c) { return (c & 0x80) == 0 && c != ' ' && c != '\n' && c != '\t'; }
bool is_word(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

/// In bytes. A sentence without an end is cut at the comma behind so many of them, and without a comma behind twice as
/// many, so that what is done for each sentence stays bounded.
constexpr std::uint32_t longest_sentence = 4000;

std::uint32_t letter_begin(std::string_view text, std::uint32_t at) {
  while ((static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) --at;
  return at;
}

bool is_stop(char32_t code) { return code == U'。' || code == U'!' || code == U'?' || code == U';'; }

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
      append_piece("\n", text_.empty() ? 0 : origin(paragraphs_.back().span.end - 1) + 1);
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

  letters_ = Letters(text_);
  split_sentences();
  quantities_ = find_quantities(text_, letters_);
}

void Prose::split_sentences() {
  for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
    const ProseSpan paragraph = paragraphs_[p].span;
    std::uint32_t from = paragraph.begin;
    const auto end_at = [&](std::uint32_t at) {
      sentences_.push_back({{from, at}, p});
      from = at;
    };
    const auto cut_before = [&](std::uint32_t at) {
      while (at - from > 2 * longest_sentence) end_at(letter_begin(text_, from + 2 * longest_sentence));
    };
    for (const Letter& sign : letters_.signs_in(paragraph)) {
      const bool stop = is_stop(sign.code);
      if (!stop && sign.code != U',') continue;
      cut_before(sign.span().end);
      if (stop || sign.begin - from > longest_sentence) end_at(sign.span().end);
    }
    cut_before(paragraph.end);
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
    if (space && !text_.empty() && is_plain(text_.back()) && is_word(text_.back()) && is_word(folded[at]))
      append_piece(" ", at - 1);
    space = false;
    const std::uint32_t begin = at;
    while (at < line.end && !is_space(at)) ++at;
    append_piece(folded.substr(begin, at - begin), begin);
  }
}

void Prose::append_piece(std::string_view words, std::uint32_t folded) {
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), folded});
  text_ += words;
}

std::span<const Quantity> Prose::quantities_in(ProseSpan span) const {
  const auto first =
      std::lower_bound(quantities_.begin(), quantities_.end(), span.begin,
                       [](const Quantity& quantity, std::uint32_t at) { return quantity.span.begin < at; });
  const auto rest = quantities().subspan(static_cast<std::size_t>(first - quantities_.begin()));
  std::size_t count = 0;
  while (count < rest.size() && rest[count].span.end <= span.end) ++count;
  return rest.first(count);
}

std::string_view Prose::sentence_around(std::uint32_t at) const {
  const auto next =
      std::upper_bound(sentences_.begin(), sentences_.end(), at,
                       [](std::uint32_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
  if (next == sentences_.begin() || at >= std::prev(next)->span.end) return {};
  return this->at(std::prev(next)->span);
}

std::uint32_t Prose::origin(std::uint32_t at) const {
  const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                     [](std::uint32_t byte, const Piece& piece) { return byte < piece.begin; });
  const Piece& piece = *std::prev(next);
  return piece.folded + (at - piece.begin);
}

Span Prose::in_folded(ProseSpan span) const {
  if (pieces_.empty()) return {};
  const std::uint32_t begin =
      span.begin < text_.size() ? origin(span.begin) : origin(static_cast<std::uint32_t>(text_.size()) - 1) + 1;
  if (span.empty()) return {begin, begin};
  return {begin, origin(span.end - 1) + 1};
}

}  // namespace gouji
