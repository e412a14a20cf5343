#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document.h"
#include "message.h"

namespace gouji {

enum class Severity : std::uint8_t {
  error,    ///< two statements that cannot both be true, or what the form strictly forbids
  warning,  ///< very probably wrong
  advice,   ///< worth a look
};

/// A place that belongs to a finding besides its own.
struct Related {
  Span span;
  std::string_view role;  ///< "part", "total", "candidate", "other"
  std::optional<CellRef> cell;
  std::optional<std::int64_t> expected;  ///< for a candidate: the value that would settle everything
};

struct Rule;

/// One fault, with the exact place and the figures. `expected` and `fix` only where one value is certain.
struct Finding {
  const Rule* rule = nullptr;
  Severity severity = Severity::error;
  Bilingual message;
  Bilingual advice;
  Span span;
  std::optional<CellRef> cell;
  std::optional<Decimal> actual;
  std::optional<Decimal> expected;
  std::optional<std::string> fix;  ///< text to put in place of `span`
  std::vector<Related> related;
  std::vector<std::size_t> relations;  ///< indices into Document::relations
};

/// A rule: one kind of fault. Its page `rules/<file>.md` says what and why, with examples that run as tests.
struct Rule {
  std::string_view id;
  Severity severity;  ///< the usual one; a finding may be milder
  std::string_view title_zh;
  std::string_view title_en;
  std::string_view basis;  ///< legal or formal basis, as printed in the source
  void (*check)(const Document&, std::vector<Finding>&);
};

/// All rules, in the order of their ids.
[[nodiscard]] std::span<const Rule> rules();

/// Applies all rules. Findings come by severity, then by certainty of the culprit, then by position.
[[nodiscard]] std::vector<Finding> find(const Document& document);

// Words that rules share.

/// "表三「（一）予以公开」行「自然人」列" / "table three, row (一)予以公开, column 自然人".
[[nodiscard]] Bilingual name_of_cell(const Document& document, CellRef cell);
/// "「一、本年新收政府信息公开申请数量」行" / "row “一、本年新收…” (new requests this year)".
[[nodiscard]] Bilingual name_of_row(const TableReading& table, std::size_t row);
/// "本年新收申请"; the sum of several as "予以公开和部分公开".
[[nodiscard]] Bilingual name_of_claim(const Claim& claim);
/// The identity with its actual figures: "15+2+2=19，（七）总计 18" — terms that are zero left out.
[[nodiscard]] Bilingual figures_of(const Document& document, const Relation& relation);

}  // namespace gouji
