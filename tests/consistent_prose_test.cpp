// Faultless reports whose sentences tell the figures of their tables in many wordings: no rule has an error or a warning to
// say, and nothing is understood that the tables do not hold. What fails is shown with its sentence, so that whoever broke
// it sees the wording.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "rule.h"
#include "said.h"
#include "support/form_data.h"
#include "support/report_printer.h"
#include "support/thinned.h"

using gouji::Claim;
using gouji::Document;
using gouji::find;
using gouji::Finding;
using gouji::read_document;
using gouji::Severity;
using namespace gouji::test;
using Layout = gouji::test::Layout;  // NOLINT: gouji has a Layout too

namespace {

/// The shapes in which nearly all reports are pasted; every cell can be read in them.
constexpr std::array usual{Layout::tabs,
                           Layout::row_lines_pipe,
                           Layout::cell_lines_blank_between,
                           Layout::browser_chromium,
                           Layout::cell_lines_trailing_pipe,
                           Layout::markdown,
                           Layout::row_lines_fillers,
                           Layout::pdf_text,
                           Layout::cell_lines,
                           Layout::word_tabs,
                           Layout::browser_firefox,
                           Layout::row_lines_between_pipes};

Dressing dressing_of(std::uint64_t turn) {
  Dressing dressing;
  dressing.seed = turn;
  dressing.furniture = turn % 4 == 0;
  dressing.half_width_punctuation = turn % 5 == 2;
  dressing.label_variants = turn % 7 == 3;
  dressing.thousands_separators = turn % 11 == 4;
  dressing.full_width_digits = turn % 13 == 5;
  dressing.signs = static_cast<Signs>(turn % 3);
  dressing.crlf = turn % 9 == 6;
  return dressing;
}

Figures figures_of(std::uint64_t turn) {
  const auto size = static_cast<Magnitude>(turn / 5 % 3);
  return consistent_figures(turn % 6 == 1 ? "2019" : "2021", 70000 + turn, size);
}

Printed report_of(const Figures& figures, std::uint64_t turn) {
  const Zero zero = turn % 50 == 7 ? Zero::hyphen : turn % 19 == 8 ? Zero::full_width : Zero::digit;
  return print(figures, usual[turn % usual.size()], zero, dressing_of(turn));
}

/// What stands around `span`, up to the ends of its sentence, with the span marked.
std::string sentence_of(const Document& document, gouji::Span span) {
  const std::string_view text = document.text.folded();
  const auto ends = [&](std::size_t at) {
    return text[at] == '\n' || text.substr(at).starts_with("。") || text[at] == ';';
  };
  std::size_t begin = span.begin;
  while (begin > 0 && span.begin - begin < 400 && !ends(begin - 1) && !text.substr(0, begin).ends_with("。")) --begin;
  std::size_t end = span.end;
  while (end < text.size() && end - span.end < 400 && !ends(end)) ++end;
  const auto part = [&](std::size_t from, std::size_t to) { return std::string(text.substr(from, to - from)); };
  return part(begin, span.begin) + "⟦" + part(span.begin, span.end) + "⟧" + part(span.end, end);
}

/// A cell, in ten thousandths.
long long scaled(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string decimals = point == text.size() ? "" : text.substr(point + 1);
  return std::stoll(text.substr(0, point)) * 10000 + std::stoll((decimals + "0000").substr(0, 4));
}

/// The cells that an indicator may mean, added up: one sum, or several where words leave it open.
std::vector<long long> values_of(std::uint8_t indicator, const Figures& figures) {
  std::vector<long long> values;
  for (std::size_t f = 0; f < gouji::forms().size(); ++f) {
    const gouji::Form& official = gouji::forms()[f];
    if (official.id != figures.form) continue;
    for (const auto& sum : gouji::indicators()[indicator].sums[f]) {
      long long total = 0;
      for (const gouji::FormCell& cell : sum) {
        const gouji::Table& table = official.tables[cell.table];
        const std::string_view column = table.part_of(cell.row).columns[cell.column].id;
        total += scaled(figures.cells.at(cell_key(table.id, table.rows[cell.row].id, column)));
      }
      values.push_back(total);
    }
  }
  return values;
}

/// Whether the tables hold what a sentence was understood to say.
bool is_true(const Claim& claim, const Figures& figures) {
  if (claim.says == Claim::Says::all_done) return figures.cells.at("requests/carried_forward/total") == "0";
  std::vector<long long> totals{0};
  for (const std::uint8_t indicator : claim.of) {
    std::vector<long long> next;
    for (const long long value : values_of(indicator, figures)) {
      for (const long long total : totals) next.push_back(total + value);
    }
    totals = next;
  }
  return std::any_of(totals.begin(), totals.end(),
                     [&](long long total) { return claim.allows(gouji::Decimal(total, 4)); });
}

}  // namespace

TEST_CASE("what faultless reports say of their figures is passed in silence", "[consistent_prose]") {
  constexpr std::uint64_t reports = 5000;
  std::map<std::string, std::vector<std::string>> alarms;  // by rule
  std::map<std::string, int> advice;
  std::size_t count = 0;
  std::size_t claims = 0;
  std::size_t not_understood = 0;
  for (std::uint64_t turn = 0; turn < reports; turn += one_of(50)) {
    ++count;
    const Figures figures = figures_of(turn);
    const Printed printed = report_of(figures, turn);
    const Document document = read_document(printed.text);
    const auto alarm = [&](const std::string& rule, const std::string& message, gouji::Span span) {
      alarms[rule].push_back("report " + std::to_string(turn) + ": " + message + "\n      " +
                             sentence_of(document, span));
    };
    claims += document.claims.claims.size();
    not_understood += document.claims.unclaimed.size();
    for (const Claim& claim : document.claims.claims) {
      if (is_true(claim, figures)) continue;
      const std::string of = claim.of.empty() ? "all done" : std::string(gouji::indicators()[claim.of[0]].id);
      alarm("claims", of, document.prose.in_folded(claim.span));
    }
    for (const Finding& finding : find(document)) {
      const std::string rule(finding.rule->id);
      if (finding.severity == Severity::advice) {
        ++advice[rule];
        continue;
      }
      alarm(rule, finding.message.zh, finding.span);
    }
  }
  std::printf("\nfaultless reports with varied sentences: %zu\n", count);
  std::printf("  figures understood %zu, passed over %zu\n", claims, not_understood);
  for (const auto& [rule, times] : advice) std::printf("  advice %-24s %d\n", rule.c_str(), times);
  for (const auto& [rule, said] : alarms) {
    std::printf("  false alarms %-18s %zu\n", rule.c_str(), said.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(said.size(), 8); ++i) std::printf("    %s\n", said[i].c_str());
  }
  CHECK(alarms.empty());
}
