#include "outline.h"

#include <algorithm>

#include "date.h"
#include "form.h"
#include "label.h"
#include "sort.h"
#include "words.h"

namespace gouji {
namespace {

bool ends_with_any(std::string_view words, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return words.ends_with(end); });
}

/// Rows that are numbered as sections are: 一、本年新收政府信息公开申请数量, 三、本年度办理结果.
const std::vector<Ink>& numbered_rows() {
  static const std::vector<Ink> rows = [] {
    std::vector<Ink> list;
    const auto add = [&](std::string_view label) {
      if (numbering_of(Text(label).folded()).style == NumberingStyle::section)
        list.push_back(label_ink(Text(label).folded()));
    };
    for (const Form& form : forms()) {
      for (const Table& table : form.tables) {
        for (const Row& row : table.rows) {
          add(row.label.text);
          for (const std::string_view under : row.label.under) add(under);
        }
      }
    }
    return list;
  }();
  return rows;
}

/// Whether it is made of the letters of a table's label, whole or torn, or nearly so.
bool is_label(const Ink& ink) {
  if (Vocabulary::official().covers(ink)) return true;
  return std::any_of(numbered_rows().begin(), numbered_rows().end(),
                     [&](const Ink& row) { return similarity(row, ink) >= 50; });
}

/// The first numeral of a heading: 一 of "一、", 二 of "第二部分".
Span numeral_of(const Text& text, Span heading) {
  static constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  Span found;
  for (std::size_t at = heading.begin; at < heading.end;) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text.folded(), at);
    if (numerals.find(c) == std::u32string_view::npos) {
      if (!found.empty()) break;
      continue;
    }
    if (found.empty()) found.begin = begin;
    found.end = static_cast<std::uint32_t>(at);
  }
  return found;
}

class Reader {
 public:
  Reader(const Text& text, const Layout& layout, const std::vector<TableReading>& tables, std::uint32_t end)
      : text_(text), layout_(layout), tables_(tables), end_(end) {}

  std::vector<TopHeading> read() {
    for (const SectionHeading& heading : layout_.sections) add(heading, true);
    for (const SectionHeading& heading : layout_.passed_over) {
      if (heading.span.begin >= end_) break;
      if (heading.ordinal != 0 && !is_label(label_ink(text_.at(heading.span)))) add(heading, false);
    }
    for (const TopHeading& heading : headings_) known_.push_back(heading.span.begin);
    std::sort(known_.begin(), known_.end());
    std::uint32_t last_section = 0;
    for (const SectionHeading& heading : layout_.sections) last_section = heading.span.end;
    bool closed = true;  // what stood before is no sentence that runs on
    for (const Line& line : layout_.lines) {
      if (line.kind == LineKind::empty || line.kind == LineKind::page_mark) continue;
      if (line.span.begin >= end_ || (line.span.begin > last_section && ends_report(line))) break;
      if (closed) add_other(line);
      const std::string_view words = text_.at(line.span);
      closed = line.kind != LineKind::prose || words.size() < 36 || ends_with_any(words, {"。", ";", ":", "!", "?"});
    }
    sort_by_place(headings_);
    return std::move(headings_);
  }

 private:
  bool in_table(Span span) const {
    return std::any_of(tables_.begin(), tables_.end(),
                       [&](const TableReading& table) { return table.span.contains(span); });
  }

  /// The date under the signature, or an attachment: what follows has numbers of its own.
  bool ends_report(const Line& line) const {
    const std::string_view words = text_.at(line.span);
    if (words.starts_with("附件") || words.starts_with("附表") || words.starts_with("附:")) return true;
    if (line.has(sign::comma | sign::colon | sign::semicolon)) return false;
    const auto date = find_date(text_.folded(), line.span);
    return date && date->span.end == line.span.end && ink_of(words).size() <= 20;
  }

  void add(const SectionHeading& heading, bool opens) {
    if (heading.span.begin >= end_) return;
    const Span number = heading.ordinal == 0 ? Span{} : numeral_of(text_, heading.span);
    headings_.push_back({heading.span, number, heading.ordinal, heading.section, opens});
  }

  /// A short line that is numbered as a section is, but bears another title.
  void add_other(const Line& line) {
    const std::string_view words = text_.at(line.span);
    if ((line.kind != LineKind::tabular && line.kind != LineKind::prose) || line.span.begin >= end_) return;
    if (words.size() > 90 || !line.has(sign::letter) || line.has(sign::separator | sign::semicolon | sign::mark))
      return;
    if (layout_.contents.contains(line.span)) return;
    const Numbering numbering = numbering_of(words);
    if (numbering.style != NumberingStyle::section || numbering.ordinal > 12) return;
    const std::string_view title = words.substr(numbering.bytes);
    const std::size_t stop = std::min({title.find("。"), title.find(':'), title.find(',')});
    // What goes on behind a stop is an item of a list, not a heading.
    if (stop < title.size() && stop + ((title[stop] & 0x80) != 0 ? 3U : 1U) != title.size()) return;
    const Ink ink = ink_of(title);
    if (ink.size() < 2 || is_label(ink) || numbering_of(title).style != NumberingStyle::none) return;
    if (std::binary_search(known_.begin(), known_.end(), line.span.begin)) return;
    if (in_table(line.span)) return;
    headings_.push_back(
        {line.span, numeral_of(text_, line.span), static_cast<std::uint8_t>(numbering.ordinal), std::nullopt, false});
  }

  const Text& text_;
  const Layout& layout_;
  const std::vector<TableReading>& tables_;
  std::uint32_t end_;
  std::vector<TopHeading> headings_;
  std::vector<std::uint32_t> known_;  // where those that bear a section's title begin
};

}  // namespace

const TopHeading* Outline::opening(std::size_t section) const {
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const TopHeading& heading) {
    return heading.opens && heading.section == section;
  });
  return found == headings.end() ? nullptr : &*found;
}

const TopHeading* Outline::renamed(std::size_t section) const {
  if (opening(section) != nullptr) return nullptr;
  // The sections on either side that are there, and the headings between them.
  std::size_t first = section;
  std::size_t behind = section + 1;
  while (first > 0 && opening(first - 1) == nullptr) --first;
  const std::size_t count = forms().back().sections.size();
  while (behind < count && opening(behind) == nullptr) ++behind;
  std::vector<const TopHeading*> others;
  for (const TopHeading& heading : headings) {
    const bool late = first > 0 && heading.span.begin < opening(first - 1)->span.begin;
    const bool early = behind < count && heading.span.begin > opening(behind)->span.begin;
    if (!late && !early && !heading.section) others.push_back(&heading);
  }
  for (const TopHeading* heading : others) {
    if (heading->ordinal == section + 1) return heading;
  }
  if (others.size() != behind - first) return nullptr;
  // Headings inside the section before begin to count anew.
  const bool goes_on = first == 0 || others.front()->ordinal > opening(first - 1)->ordinal;
  return goes_on ? others[section - first] : nullptr;
}

Outline read_outline(const Text& text, const Layout& layout, const DocumentFacts& facts,
                     const std::vector<TableReading>& tables, const Prose& prose) {
  Outline outline;
  outline.headings = Reader(text, layout, tables, prose.end_in_folded()).read();
  const auto open = std::count_if(outline.headings.begin(), outline.headings.end(),
                                  [](const TopHeading& heading) { return heading.opens; });
  // Reports on the years before the first form had other sections.
  const bool older = facts.year != 0 && facts.year < forms().front().first_year && tables.empty();
  outline.is_report = open >= 4 && !older;
  return outline;
}

bool has_sentences(const Prose& prose) {
  return std::any_of(prose.paragraphs().begin(), prose.paragraphs().end(), [](const Prose::Paragraph& paragraph) {
    const bool of_table = std::any_of(forms().back().tables.begin(), forms().back().tables.end(),
                                      [&](const Table& table) { return table.section == paragraph.section; });
    return paragraph.section > 0 && !of_table && paragraph.kind == LineKind::prose;
  });
}

Span span_under(const Outline& outline, const Prose& prose, const TopHeading& heading) {
  std::uint32_t end = prose.end_in_folded();
  for (const TopHeading& other : outline.headings) {
    if (other.opens && other.span.begin > heading.span.begin) end = std::min(end, other.span.begin);
  }
  return {heading.span.end, std::max(heading.span.end, end)};
}

WordList words_of_section(std::size_t section) {
  static constexpr WordList lists[] = {words::section_overview, words::section_disclosure,
                                       words::section_requests, words::section_proceedings,
                                       words::section_problems, words::section_other_matters};
  return lists[section];
}

std::vector<Prose::Paragraph> paragraphs_under(const Prose& prose, std::size_t section) {
  std::vector<Prose::Paragraph> found;
  for (const Prose::Paragraph& paragraph : prose.paragraphs()) {
    if (paragraph.section == section + 1 && paragraph.kind != LineKind::heading) found.push_back(paragraph);
  }
  return found;
}

}  // namespace gouji
