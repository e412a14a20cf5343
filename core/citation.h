#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letters.h"
#include "span.h"

namespace gouji {

/// What a document was numbered, and the first and last year of the reports for which that number is right.
struct DocumentEdition {
  std::string_view number;  ///< 国办公开办函〔2021〕30号, 国务院令第711号
  int first_year;
  int last_year;
};

/// A document that reports cite (`forms/documents.json`; the numbers of the report's form are those of the forms).
struct OfficialDocument {
  std::string_view title;
  std::string_view former;                    ///< what follows the title in all editions but the last, as (试行)
  std::span<const DocumentEdition> editions;  ///< oldest first

  /// The edition that a report on `year` goes by; null where there is none.
  [[nodiscard]] const DocumentEdition* edition_for(int year) const;
  [[nodiscard]] const DocumentEdition* edition(std::string_view number) const;
};
[[nodiscard]] std::span<const OfficialDocument> official_documents();

/// The number of a document in a sentence.
///
///     按照国办公开办函[2021]30号要求            国务院令第 711 号
///         ^^^^^^^^^^^^^^^^^^^^^ span           ^^^^^^^^^^^^^^
///                     ^^^^^^ year
///                           ^^ number                ^^^
struct CitedNumber {
  enum class Brackets : std::uint8_t {
    proper,  ///< 〔2021〕
    other,   ///< [2021], (2021), 〔2021]
    lost,    ///< 国办公开办函202130号
    order,   ///< an order of the State Council has no year
  };

  Brackets brackets = Brackets::proper;
  ProseSpan span;
  ProseSpan year;  ///< with its brackets; empty for an order
  ProseSpan number;
  std::string canonical;  ///< as it should be written; begins with 〔 where the issuer is not known
};

/// Every number of a document in `text[within]` (of a `Prose`; `letters` are those of `text`), in order: whatever stands with
/// brackets behind words that such numbers begin with (发, 函, 字 …), and 国务院令第…号.
[[nodiscard]] std::vector<CitedNumber> cited_numbers(std::string_view text, const Letters& letters, ProseSpan within);

/// The name of an official document, in 《》 or without.
struct CitedTitle {
  ProseSpan span;  ///< the name alone
  const OfficialDocument* document = nullptr;
};
[[nodiscard]] std::vector<CitedTitle> cited_titles(const Letters& letters);

/// Whether `number` is given as that of `title`: 《…》（国务院令第711号）, 国务院令第711号《…》.
[[nodiscard]] bool belongs_to(std::string_view text, const CitedNumber& number, const CitedTitle& title);

}  // namespace gouji
