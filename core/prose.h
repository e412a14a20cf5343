#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layout.h"
#include "letters.h"
#include "match.h"
#include "quantity.h"
#include "span.h"
#include "text.h"

namespace gouji {

/// The sentences of the report: everything that is no cell of a table and no furniture, lines that a page wrapped put
/// together again, without spaces.
///
///     folded  全年收到政府信息公开\n申请 34 件,
///     prose   全年收到政府信息公开申请34件,
///
/// A space stays only between two Latin letters or digits. Paragraphs are divided by '\n'. Cannot fail.
class Prose {
 public:
  struct Paragraph {
    ProseSpan span;
    std::uint8_t section = 0;  ///< number of the section it stands in, from 1; 0 before the first heading
    LineKind kind =
        LineKind::prose;  ///< title, heading (of a section), prose, or tabular: a short line that is no sentence
  };
  /// Up to 。 ！ ？ or ； or the end of the paragraph, that sign included; at most some thousand characters.
  struct Sentence {
    ProseSpan span;
    std::uint32_t paragraph = 0;  ///< index
  };

  Prose() = default;
  /// Takes the first report of a paste that holds several.
  Prose(const Text& text, const Layout& layout, const std::vector<TableReading>& tables);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] ProseSpan whole() const { return {0, static_cast<std::uint32_t>(text_.size())}; }
  [[nodiscard]] std::string_view at(ProseSpan span) const { return text().substr(span.begin, span.size()); }
  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  /// The text letter by letter, with its signs and the words of the indexed lists.
  [[nodiscard]] const Letters& letters() const { return letters_; }
  /// What counts something, in order (see `find_quantities`).
  [[nodiscard]] std::span<const Quantity> quantities() const { return quantities_; }
  /// Those of them that lie inside `span`.
  [[nodiscard]] std::span<const Quantity> quantities_in(ProseSpan span) const;
  /// The words of the sentence that the byte `at` stands in; empty between paragraphs.
  [[nodiscard]] std::string_view sentence_around(std::uint32_t at) const;
  [[nodiscard]] std::uint8_t section_of(const Sentence& sentence) const {
    return paragraphs_[sentence.paragraph].section;
  }

  /// Whether a page has run the paragraphs into one line: their beginnings are lost.
  [[nodiscard]] bool runs_together() const { return runs_together_; }
  /// Where the first report of the paste ends.
  [[nodiscard]] std::uint32_t end_in_folded() const { return end_; }
  /// The bytes of the folded text from the first to the last of `span`.
  [[nodiscard]] Span in_folded(ProseSpan span) const;

 private:
  /// A piece of the text that stands in the folded text as it is here.
  struct Piece {
    std::uint32_t begin;   ///< byte of `text_`
    std::uint32_t folded;  ///< its byte of the folded text
  };

  void append(std::string_view folded, Span line);
  void append_piece(std::string_view words, std::uint32_t folded);
  void split_sentences();
  [[nodiscard]] std::uint32_t origin(std::uint32_t at) const;

  std::uint32_t end_ = 0;
  bool runs_together_ = false;
  std::string text_;
  std::vector<Piece> pieces_;  ///< they cover `text_`
  std::vector<Paragraph> paragraphs_;
  std::vector<Sentence> sentences_;
  Letters letters_;
  std::vector<Quantity> quantities_;
};

}  // namespace gouji
