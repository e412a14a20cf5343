// Any paste: what every stage promises of its spans, and what a report promises its readers.

#include "check.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "document.h"
#include "fuzz.h"

using namespace gouji;
using gouji::fuzz::require;
using Json = nlohmann::json;

namespace {

void check_stages(const Document& document) {
  const std::string_view folded = document.text.folded();
  std::uint32_t end = 0;
  for (const Line& line : document.layout.lines) {
    require(fuzz::is_span_of(folded, line.span) && end <= line.span.begin, "lines are disjoint and in order");
    end = line.span.end;
  }
  end = 0;
  for (const Piece& piece : document.grid.pieces) {
    require(fuzz::is_span_of(folded, piece.span) && end <= piece.span.begin, "pieces are disjoint and in order");
    require((piece.kind == Piece::Kind::blank) == piece.span.empty(), "nothing is invented");
    end = piece.span.end;
  }
  for (const TableReading& table : document.tables) {
    require(fuzz::is_span_of(folded, table.span), "a table lies in the text");
    require(table.rows.size() == table.official().rows.size(), "a table has the rows of its form");
    std::vector<Span> taken;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      require(table.rows[row].cells.size() == table.official().columns_of(row), "a row has the cells of its part");
      std::uint32_t before = 0;
      for (const Cell& cell : table.rows[row].cells) {
        require(fuzz::is_span_of(folded, cell.span), "a cell lies in the text");
        if (cell.span.empty()) continue;
        require(before <= cell.span.begin, "cells of a row are in order");
        before = cell.span.end;
        taken.push_back(cell.span);
      }
    }
    std::sort(taken.begin(), taken.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (std::size_t i = 1; i < taken.size(); ++i)
      require(taken[i - 1].end <= taken[i].begin, "no figure stands in two cells");
  }
  const std::string_view prose = document.prose.text();
  require(fuzz::is_utf8(prose), "the prose is UTF-8");
  end = 0;
  for (const Prose::Sentence& sentence : document.prose.sentences()) {
    require(fuzz::is_span_of(prose, {sentence.span.begin, sentence.span.end}) && end <= sentence.span.begin,
            "sentences are disjoint and in order");
    require(fuzz::is_span_of(folded, document.prose.in_folded(sentence.span)), "a sentence comes from the text");
    end = sentence.span.end;
  }
  for (const Claim& claim : document.claims.claims) {
    require(fuzz::is_span_of(prose, {claim.span.begin, claim.span.end}), "a claim lies in the prose");
    require(fuzz::is_span_of(folded, document.prose.in_folded(claim.span)), "a claim comes from the text");
  }
}

/// Every {"start", "end"} in the report, wherever it stands.
void check_spans(const Json& value, const std::vector<bool>& boundaries) {
  if (value.is_object() && value.contains("start") && value.contains("end")) {
    const auto start = value["start"].get<std::size_t>();
    const auto end = value["end"].get<std::size_t>();
    require(start <= end && end < boundaries.size(), "a span lies in the paste");
    require(boundaries[start] && boundaries[end], "a span does not cut a code point");
  }
  if (value.is_structured()) {
    for (const Json& inner : value) check_spans(inner, boundaries);
  }
}

/// For each UTF-16 unit of what the paste reads as, and its end, whether a code point begins there.
std::vector<bool> boundaries_of(std::string_view utf8) {
  std::vector<bool> boundaries;
  for (const char c : utf8) {
    if ((c & 0xc0) == 0x80) continue;
    boundaries.push_back(true);
    if (static_cast<unsigned char>(c) >= 0xf0) boundaries.push_back(false);
  }
  boundaries.push_back(true);
  return boundaries;
}

void check_report(const Json& report, const std::vector<bool>& boundaries) {
  check_spans(report, boundaries);
  int held = 0;
  int failed = 0;
  int unreadable = 0;
  for (const Json& check : report["checks"]["list"]) {
    const std::string status = check["status"];
    held += status == "held" ? 1 : 0;
    failed += status == "failed" ? 1 : 0;
    unreadable += status == "unreadable" ? 1 : 0;
  }
  require(report["checks"]["held"] == held && report["checks"]["failed"] == failed &&
              report["checks"]["unreadable"] == unreadable,
          "the counts of checks are those of their list");
  const std::vector<std::string> severities = {"error", "warning", "advice"};
  std::size_t severity = 0;
  std::vector<std::string> ids;
  for (const Json& finding : report["findings"]) {
    while (severity < severities.size() && finding["severity"] != severities[severity]) ++severity;
    require(severity < severities.size(), "findings come by severity");
    ids.push_back(finding["id"]);
    for (const char* words : {"title", "message"}) {
      for (const char* language : {"zh", "en"}) {
        require(!finding[words][language].get<std::string>().empty(), "a finding speaks both languages");
      }
    }
    const std::string message = finding["message"]["zh"];
    require(message.find("{0}") == std::string::npos || message.find("{1}") == std::string::npos,
            "no place for a word is left open");
  }
  std::sort(ids.begin(), ids.end());
  require(std::adjacent_find(ids.begin(), ids.end()) == ids.end(), "no two findings have the same id");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view paste = fuzz::view(data, size);
  const Document document = read_document(paste);
  check_stages(document);
  const std::string json = check_to_json(paste);
  require(fuzz::is_utf8(json), "the report is UTF-8");
  require(json == check_to_json(paste), "the same bytes give the same report");
  const Json report = Json::parse(json, nullptr, false);
  require(!report.is_discarded(), "the report is JSON");
  // In other pastes units are counted as Text does, which has a target of its own.
  if (fuzz::is_utf8(paste)) check_report(report, boundaries_of(paste));
  return 0;
}
