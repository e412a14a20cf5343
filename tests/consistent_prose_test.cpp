// Faultless reports whose sentences tell the figures of their tables in many wordings: no rule has an error or a warning to
// say. What fails is shown with its sentence, so that whoever broke it sees the wording.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "rule.h"
#include "support/report_printer.h"
#include "support/thinned.h"

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

Printed report_of(std::uint64_t turn) {
  const auto size = static_cast<Magnitude>(turn / 5 % 3);
  const Figures figures = consistent_figures(turn % 6 == 1 ? "2019" : "2021", 70000 + turn, size);
  const Zero zero = turn % 50 == 7 ? Zero::hyphen : turn % 19 == 8 ? Zero::full_width : Zero::digit;
  return print(figures, usual[turn % usual.size()], zero, dressing_of(turn));
}

/// What stands around a finding, up to the ends of its sentence, with the finding marked.
std::string sentence_of(const Document& document, const Finding& finding) {
  const std::string_view text = document.text.folded();
  const auto ends = [&](std::size_t at) {
    return text[at] == '\n' || text.substr(at).starts_with("。") || text[at] == ';';
  };
  std::size_t begin = finding.span.begin;
  while (begin > 0 && finding.span.begin - begin < 400 && !ends(begin - 1) && !text.substr(0, begin).ends_with("。"))
    --begin;
  std::size_t end = finding.span.end;
  while (end < text.size() && end - finding.span.end < 400 && !ends(end)) ++end;
  const auto part = [&](std::size_t from, std::size_t to) { return std::string(text.substr(from, to - from)); };
  return part(begin, finding.span.begin) + "⟦" + part(finding.span.begin, finding.span.end) + "⟧" +
         part(finding.span.end, end);
}

}  // namespace

TEST_CASE("what faultless reports say of their figures is passed in silence", "[consistent_prose]") {
  constexpr std::uint64_t reports = 5000;
  std::map<std::string, std::vector<std::string>> alarms;  // by rule
  std::map<std::string, int> advice;
  std::size_t count = 0;
  for (std::uint64_t turn = 0; turn < reports; turn += one_of(50)) {
    ++count;
    const Printed printed = report_of(turn);
    const Document document = read_document(printed.text);
    for (const Finding& finding : find(document)) {
      const std::string rule(finding.rule->id);
      if (finding.severity == Severity::advice) {
        ++advice[rule];
        continue;
      }
      alarms[rule].push_back("report " + std::to_string(turn) + ": " + finding.message.zh + "\n    " +
                             sentence_of(document, finding));
    }
  }
  std::printf("\nfaultless reports with varied sentences: %zu\n", count);
  for (const auto& [rule, times] : advice) std::printf("  advice %-24s %d\n", rule.c_str(), times);
  for (const auto& [rule, said] : alarms) {
    std::printf("  false alarms %-18s %zu\n", rule.c_str(), said.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(said.size(), 8); ++i) std::printf("    %s\n", said[i].c_str());
  }
  CHECK(alarms.empty());
}
