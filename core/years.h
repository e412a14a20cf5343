#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "body.h"
#include "facts.h"
#include "match.h"
#include "prose.h"
#include "span.h"
#include "text.h"

namespace gouji {

/// A place that says which year the report is on.
struct YearWitness {
  enum class Kind : std::uint8_t {
    title,    ///< of the report, or the same in the page's index
    period,   ///< beginning or end
    preface,  ///< 现公布…2021年政府信息公开工作年度报告
    heading,  ///< 一、2021年政府信息公开总体情况
    opening,  ///< 2021年，我局认真贯彻…: a sentence that tells of the year
  };

  Kind kind = Kind::title;
  int year = 0;
  Span span;  ///< the year, 年 included
};

/// A sentence that opens with a year and tells what the body did in it.
struct YearOpening {
  YearWitness witness;
  std::uint32_t sentence = 0;  ///< index into Prose::sentences
  bool own = false;            ///< of the reporter or its place: 我局, 全县
  bool counts = false;         ///< tells how many: 共收到…
  bool general = false;        ///< tells how: 认真贯彻…
};

/// The year that a report is on, and all that says so.
struct Years {
  int report = 0;        ///< 0 where nothing tells it, or title and period contradict and nothing else decides
  bool settled = false;  ///< two sources at least agree on it
  std::vector<YearWitness> witnesses;  ///< but for the openings, in the order of their kinds
  std::vector<YearOpening> openings;   ///< in order
};

/// The year with its 年, as far as that follows.
[[nodiscard]] Span with_nian(std::string_view text, Span year);

/// Title and period decide. Where they contradict, what else there is decides between the two: the preface, most of the
/// openings, the date of publication, the edition of the tables.
[[nodiscard]] Years read_years(const Text& text, const Layout& layout, const DocumentFacts& facts, const Body& body,
                               const std::vector<TableReading>& tables, const Prose& prose);

}  // namespace gouji
