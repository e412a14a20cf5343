#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts.h"
#include "layout.h"
#include "match.h"
#include "prose.h"
#include "span.h"
#include "text.h"
#include "word_list.h"

namespace gouji {

/// A heading of the first level: that of a section, or another one that is numbered as they are.
struct TopHeading {
  Span span;                            ///< as printed
  Span number;                          ///< its numeral alone; empty where it has none
  std::uint8_t ordinal = 0;             ///< 0 for none
  std::optional<std::uint8_t> section;  ///< whose title it bears, an index into Form::sections
  bool opens = false;                   ///< the section begins here: one of Layout::sections
};

/// How the first report of the paste is divided.
struct Outline {
  std::vector<TopHeading> headings;  ///< in printed order
  bool is_report = false;            ///< it has the headings of four sections at least: a whole report, or most of one

  /// Where a section begins; null where its heading was not found.
  [[nodiscard]] const TopHeading* opening(std::size_t section) const;
  /// The heading that stands in its place under a title unlike any of its own; null where none does.
  [[nodiscard]] const TopHeading* renamed(std::size_t section) const;
};

/// Finds the headings of the first level. Labels of the tables are numbered alike; they are none. Cannot fail.
[[nodiscard]] Outline read_outline(const Text& text, const Layout& layout, const DocumentFacts& facts,
                                   const std::vector<TableReading>& tables, const Prose& prose);

/// Whether there is a sentence in any section without a table: of a paste of tables alone nobody can say what it leaves out.
[[nodiscard]] bool has_sentences(const Prose& prose);

/// All that stands between a heading that opens a section and the next, tables included.
[[nodiscard]] Span span_under(const Outline& outline, const Prose& prose, const TopHeading& heading);

/// Words by which a section is known in a sentence, or in a title of one's own.
[[nodiscard]] WordList words_of_section(std::size_t section);

/// What stands under a section's heading, up to the next; nothing where the heading was not found.
[[nodiscard]] std::vector<Prose::Paragraph> paragraphs_under(const Prose& prose, std::size_t section);

}  // namespace gouji
