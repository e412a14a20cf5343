#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prose.h"
#include "quantity.h"
#include "span.h"

namespace gouji {

/// What divides two clauses, the weaker before the stronger.
enum class Sign : std::uint8_t {
  none,
  pause,  ///< 、, and 和 及 与 behind a figure
  comma,
  colon,
  semicolon,
  stop,  ///< 。 ! ?
};

struct Clause;

/// What stands in brackets within or behind a clause.
struct Remark {
  ProseSpan span;  ///< inside the brackets
  std::vector<Clause> clauses;
};

/// Words between two signs, with the figures among them.
///
///     收到申请34件(上年28件),其中网上30件、信函4件。
///     ~~~~~~~~~~~~~~~~~~~~~                           span; figures 34件; remark 上年28件
///                           ~~~~~~~~~~                 before: comma
///                                     ~~~~~~~~         before: pause
struct Clause {
  Sign before = Sign::none;
  ProseSpan span;
  std::vector<Quantity> figures;  ///< its own: not those in brackets, in quotation marks or in names of documents
  /// For each of them whether it counts what is there, as opposed to a percentage, a difference (增加6件) or a figure of
  /// another year (上年28件).
  std::vector<bool> counts;
  std::vector<Remark> remarks;
};

/// The clauses of one paragraph of sentences, in order. Signs in quotation marks and in figures (1,234) divide nothing; a bracket that
/// is never closed ends with its sentence; brackets in brackets in brackets are not looked into.
struct ParagraphClauses {
  ProseSpan paragraph;
  std::vector<Clause> clauses;
};

/// Those of every paragraph that holds two figures or more, and so may hold one against another.
[[nodiscard]] std::vector<ParagraphClauses> clauses_with_figures(const Prose& prose);

/// The words of a clause from `begin` to `end`, those in brackets left out.
[[nodiscard]] std::string words_of(const Prose& prose, const Clause& clause, std::uint32_t begin, std::uint32_t end);
[[nodiscard]] std::string words_of(const Prose& prose, const Clause& clause);

/// The words before a figure of a clause that belong to it: from the figure before it or the clause's beginning on.
[[nodiscard]] std::string words_before(const Prose& prose, const Clause& clause, std::size_t figure);
/// The words behind it, to the next figure or the clause's end.
[[nodiscard]] std::string words_behind(const Prose& prose, const Clause& clause, std::size_t figure);

}  // namespace gouji
