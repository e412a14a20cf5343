// The JSON report: its shape, exact values, spans that lie in the text, order and ids of findings, any input at all.

#include "report.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "check.h"
#include "support/random.h"
#include "support/report_printer.h"

using gouji::check_to_json;
using namespace gouji::test;
using Json = nlohmann::ordered_json;

namespace {

using Keys = std::vector<std::string>;

Keys keys_of(const Json& object) {
  Keys keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

/// Whether an object has all keys of `always` and no others than those of `all`, in that order.
bool has_shape(const Json& object, const Keys& all, const Keys& always) {
  if (!object.is_object()) return false;
  const Keys keys = keys_of(object);
  std::size_t at = 0;
  for (const std::string& key : keys) {
    while (at < all.size() && all[at] != key) ++at;
    if (at++ == all.size()) return false;
  }
  return std::all_of(always.begin(), always.end(),
                     [&](const std::string& key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); });
}

bool has_keys(const Json& object, const Keys& keys) { return has_shape(object, keys, keys); }

bool has_shape_of_a_report(const Json& report) {
  bool right = has_keys(
      report, {"gouji", "document", "sections", "furniture", "tables", "claims", "unclaimed", "checks", "findings"});
  if (!right) return false;
  right &= has_keys(report["document"], {"title", "agency", "year", "form", "period", "published"});
  const auto is_span = [](const Json& span) { return has_keys(span, {"start", "end"}); };
  const auto is_cell = [](const Json& cell) {
    return has_shape(cell, {"table", "row", "column", "report"}, {"table", "row", "column"});
  };
  const auto is_bilingual = [](const Json& words) { return has_keys(words, {"zh", "en"}); };
  if (!report["document"]["period"].is_null()) right &= has_keys(report["document"]["period"], {"from", "to"});
  for (const Json& section : report["sections"])
    right &= has_keys(section, {"id", "number", "title", "span"}) && is_span(section["span"]);
  for (const Json& span : report["furniture"]) right &= is_span(span);
  for (const Json& table : report["tables"]) {
    right &= has_shape(table, {"id", "form", "report", "span", "cells"}, {"id", "form", "span", "cells"});
    right &= is_span(table["span"]);
    for (const Json& cell : table["cells"]) {
      right &= has_shape(cell, {"row", "column", "text", "value", "unit", "unreadable", "span"},
                         {"row", "column", "text", "value", "span"});
      right &= is_span(cell["span"]) && (cell["value"].is_null() || cell["value"].is_number());
      right &= !(cell.contains("unreadable") && !cell["value"].is_null());
    }
  }
  for (const Json& claim : report["claims"]) {
    right &= has_shape(claim, {"indicators", "of", "text", "words", "value", "bound", "status", "span"},
                       {"indicators", "of", "text", "words", "value", "bound", "span"});
    right &= is_span(claim["span"]) && !claim["indicators"].empty() && claim.contains("status") == !claim["of"].empty();
    for (const Json& cell : claim["of"]) right &= is_cell(cell);
  }
  for (const Json& figure : report["unclaimed"])
    right &= has_keys(figure, {"text", "why", "span"}) && is_span(figure["span"]);
  right &= has_keys(report["checks"], {"held", "failed", "unreadable", "list"});
  std::map<std::string, int> counts{{"held", 0}, {"failed", 0}, {"unreadable", 0}};
  for (const Json& check : report["checks"]["list"]) {
    ++counts[check["status"].get<std::string>()];
    if (check["relation"].get<std::string>().starts_with("text.")) {
      // What a sentence states; the words may allow a range.
      right &= has_keys(check, {"relation", "status", "left", "right", "text", "span"}) && is_span(check["span"]);
      continue;
    }
    right &= has_shape(check, {"relation", "at", "status", "report", "left", "right"},
                       {"relation", "at", "status", "left", "right"});
    if (check["status"] == "held") right &= check["left"].is_number() && check["left"] == check["right"];
    if (check["status"] == "failed") right &= check["left"].is_number() && check["left"] != check["right"];
    if (check["status"] == "unreadable") right &= check["left"].is_null() && check["right"].is_null();
  }
  right &= counts.size() == 3;
  for (const auto& [status, count] : counts) right &= report["checks"][status] == count;
  for (const Json& finding : report["findings"]) {
    right &= has_shape(finding,
                       {"id", "rule", "severity", "title", "message", "advice", "basis", "span", "cell", "actual",
                        "expected", "fix", "related", "relations"},
                       {"id", "rule", "severity", "title", "message", "advice", "span", "related", "relations"});
    right &= is_bilingual(finding["title"]) && is_bilingual(finding["message"]) && is_bilingual(finding["advice"]);
    right &= is_span(finding["span"]) && (!finding.contains("cell") || is_cell(finding["cell"]));
    if (finding.contains("fix")) right &= has_keys(finding["fix"], {"span", "text"}) && is_span(finding["fix"]["span"]);
    for (const Json& related : finding["related"]) {
      right &= has_shape(related, {"span", "role", "cell", "expected"}, {"span", "role"}) && is_span(related["span"]);
      right &= !related.contains("cell") || is_cell(related["cell"]);
    }
    for (const Json& relation : finding["relations"])
      right &= relation.get<std::string>().find('@') != std::string::npos;
  }
  return right;
}

/// Offsets of a paste that lie between two characters as JavaScript reads them (bytes that are no UTF-8 as U+FFFD).
std::vector<bool> boundaries_of(std::string_view paste) {
  std::vector<bool> boundaries;
  std::size_t at = 0;
  while (at < paste.size()) {
    const auto lead = static_cast<unsigned char>(paste[at]);
    std::size_t length = lead < 0x80                   ? 1
                         : lead >= 0xc2 && lead < 0xe0 ? 2
                         : lead >= 0xe0 && lead < 0xf0 ? 3
                         : lead >= 0xf0 && lead < 0xf5 ? 4
                                                       : 1;
    std::size_t good = 1;
    while (good < length && at + good < paste.size()) {
      const auto next = static_cast<unsigned char>(paste[at + good]);
      unsigned char low = 0x80, high = 0xbf;
      if (good == 1) {
        low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      }
      if (next < low || next > high) break;
      ++good;
    }
    boundaries.push_back(true);
    if (length == 4 && good == 4) boundaries.push_back(false);
    at += good;
  }
  boundaries.push_back(true);
  return boundaries;
}

/// All spans of a report, at any depth.
void collect_spans(const Json& json, std::vector<std::pair<std::size_t, std::size_t>>& spans) {
  if (json.is_object() && json.size() == 2 && json.contains("start") && json.contains("end"))
    spans.emplace_back(json["start"], json["end"]);
  if (json.is_structured()) {
    for (const Json& part : json) collect_spans(part, spans);
  }
}

/// A printed report with pieces cut out, moved, doubled, and with strange characters in between.
std::string random_paste(Random& random) {
  const auto layout = all_layouts()[static_cast<std::size_t>(random.below(all_layouts().size()))];
  const auto zero = all_zeros()[static_cast<std::size_t>(random.below(all_zeros().size()))];
  Dressing dressing;
  dressing.seed = random.next();
  dressing.furniture = random.chance(2);
  dressing.prose = random.chance(2);
  dressing.label_variants = random.chance(2);
  const Figures figures = consistent_figures(random.chance(3) ? "2019" : "2021", random.next(), Magnitude::office);
  std::string text = print(figures, layout, zero, dressing).text;
  static const std::vector<std::string> strange{"\U00020BB7",
                                                "\U0001F600",
                                                "\uFEFF",
                                                "\r\n",
                                                "\u00A0",
                                                "\u200B",
                                                "２６",
                                                "\xff",
                                                "\xe4\xb8",
                                                "|",
                                                "\t",
                                                ",",
                                                "\n\n",
                                                "-",
                                                std::string(1, '\0'),
                                                "99999999999999999999",
                                                "（",
                                                "。",
                                                "总计",
                                                "一、"};
  const std::uint64_t edits = random.below(30);
  for (std::uint64_t i = 0; i < edits && !text.empty(); ++i) {
    const auto at = static_cast<std::size_t>(random.below(text.size()));
    const auto length = static_cast<std::size_t>(random.below(random.chance(4) ? 400 : 12));
    switch (random.below(4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, text.substr(static_cast<std::size_t>(random.below(text.size())), length));
        break;
      default:
        text.insert(at, random.pick(strange));
    }
  }
  return text;
}

Json checked(std::string_view paste) { return Json::parse(check_to_json(paste), nullptr, false); }

/// A consistent report, with some cells changed.
std::string report_with(const std::map<std::string, std::string>& changes, bool prose = true) {
  Figures figures = consistent_figures("2021", 3, Magnitude::office);
  for (const auto& [key, text] : changes) figures.cells.at(key) = text;
  Dressing dressing;
  dressing.prose = prose;
  return print(figures, gouji::test::Layout::row_lines_pipe, Zero::digit, dressing).text;
}

std::set<std::string> ids_of(const Json& report, std::string_view severity) {
  std::set<std::string> ids;
  for (const Json& finding : report["findings"]) {
    if (finding["severity"] == severity) ids.insert(finding["id"].get<std::string>());
  }
  return ids;
}

}  // namespace

TEST_CASE("the report has its shape whatever the text", "[report]") {
  Random random(5);
  std::size_t findings = 0;
  for (int round = 0; round < 250; ++round) {
    const std::string paste = random_paste(random);
    const std::string text = check_to_json(paste);
    const Json report = Json::parse(text, nullptr, false);
    INFO("round " << round);
    REQUIRE(has_shape_of_a_report(report));
    REQUIRE(check_to_json(std::string(paste)) == text);
    findings += report["findings"].size();

    std::vector<std::pair<std::size_t, std::size_t>> spans;
    collect_spans(report, spans);
    const std::vector<bool> boundaries = boundaries_of(paste);
    bool inside = true;
    for (const auto& [start, end] : spans)
      inside = inside && start <= end && end < boundaries.size() && boundaries[start] && boundaries[end];
    REQUIRE(inside);

    std::vector<std::tuple<int, bool, std::size_t>> order;
    std::set<std::string> ids;
    for (const Json& finding : report["findings"]) {
      const std::string severity = finding["severity"];
      order.emplace_back(severity == "error"     ? 0
                         : severity == "warning" ? 1
                                                 : 2,
                         !finding.contains("expected"), finding["span"]["start"].get<std::size_t>());
      ids.insert(finding["id"].get<std::string>());
    }
    REQUIRE(std::is_sorted(order.begin(), order.end()));
    REQUIRE(ids.size() == report["findings"].size());
  }
  CHECK(findings > 250);
}

TEST_CASE("a report tells what stands in the text", "[report]") {
  const std::string paste =
      report_with({{"requests/granted/natural_person", "777"}, {"disclosure/fees/amount", "0.37"}}, false);
  const Json report = checked(paste);
  CHECK(report["gouji"] == std::string(gouji::version));
  CHECK(report["document"]["form"] == "2021");
  REQUIRE(report["tables"].size() == 3);
  CHECK(report["tables"][0]["cells"].size() == 10);
  CHECK(report["tables"][1]["cells"].size() == 175);
  CHECK(report["tables"][2]["cells"].size() == 15);
  CHECK(report["sections"].size() == 6);
  CHECK(report["checks"]["held"] == 40);
  CHECK(report["checks"]["failed"] == 2);
  CHECK(report["checks"]["list"].size() == 42);
  REQUIRE(report["findings"].size() == 1);
  const Json& finding = report["findings"][0];
  CHECK(finding["rule"] == "sum-mismatch");
  CHECK(finding["cell"] == Json({{"table", "requests"}, {"row", "granted"}, {"column", "natural_person"}}));
  CHECK(finding["actual"] == 777);
  CHECK(finding["fix"]["span"] == finding["span"]);
  CHECK(finding["fix"]["text"] == std::to_string(finding["expected"].get<int>()));
  CHECK(finding["relations"] == Json({"requests.processed_sum@natural_person", "requests.row_sum@granted"}));
}

TEST_CASE("values are given as they are written", "[report]") {
  struct Case {
    const char* cell;
    const char* text;
    const char* value;
    const char* unit;
  };
  const Case cases[] = {
      {"disclosure/fees/amount", "0.37", "0.37", ""},
      {"disclosure/fees/amount", "0.10", "0.1", ""},
      {"disclosure/fees/amount", "1276.5534万元", "1276.5534", "万元"},
      {"disclosure/fees/amount", "3405820元", "3405820", "元"},
      {"disclosure/licensing/decisions", "999999999999999", "999999999999999", ""},
      {"disclosure/licensing/decisions", "1,234,567", "1234567", ""},
      {"disclosure/licensing/decisions", "12件", "12", ""},
      {"disclosure/licensing/decisions", "—", "0", ""},
      {"disclosure/licensing/decisions", "", "null", ""},
  };
  for (const Case& c : cases) {
    INFO(c.cell << " " << c.text);
    std::string value = "no such cell";
    std::string unit;
    const Json report = checked(report_with({{c.cell, c.text}}));
    for (const Json& table : report["tables"]) {
      for (const Json& cell : table["cells"]) {
        const std::string key = table["id"].get<std::string>() + "/" + cell["row"].get<std::string>() + "/" +
                                cell["column"].get<std::string>();
        if (key != c.cell) continue;
        value = cell["value"].dump();
        unit = cell.value("unit", "");
      }
    }
    CHECK(value == c.value);
    CHECK(unit == c.unit);
  }
}

TEST_CASE("ids of findings outlast edits elsewhere", "[report]") {
  const std::map<std::string, std::string> wrong{{"requests/granted/natural_person", "777"}};
  const std::set<std::string> ids = ids_of(checked(report_with(wrong)), "error");
  REQUIRE(ids.size() == 1);

  CHECK(ids_of(checked("转自网站\n\n" + report_with(wrong)), "error") == ids);
  CHECK(ids_of(checked(report_with(wrong, false)), "error") == ids);
  const std::map<std::string, std::string> more{{"requests/granted/natural_person", "777"},
                                                {"disclosure/penalties/decisions", "-3"}};
  const std::set<std::string> with_more = ids_of(checked(report_with(more)), "error");
  CHECK(with_more.size() == 2);
  CHECK(std::includes(with_more.begin(), with_more.end(), ids.begin(), ids.end()));
  const std::map<std::string, std::string> other{{"requests/granted/natural_person", "778"}};
  CHECK(ids_of(checked(report_with(other)), "error") != ids);
}

TEST_CASE("nothing, noise and monsters have a report", "[report]") {
  const std::string report = report_with({});
  const std::string digits(4000, '9');
  struct Case {
    const char* name;
    std::string paste;
    std::size_t errors;
  };
  const Case cases[] = {
      {"nothing", "", 0},
      {"one space", " ", 0},
      {"one BOM", "\uFEFF", 0},
      {"one NUL", std::string(1, '\0'), 0},
      {"one bad byte", "\xff", 0},
      {"half a character", "\xe4\xb8", 0},
      {"a digit", "7", 0},
      {"endless digits", digits, 0},
      {"endless digits in a report", report + digits, 0},
      {"endless digits before a report", digits + "\n" + report, 0},
      {"NUL bytes between", std::string(1, '\0') + report + std::string(3, '\0'), 0},
      {"only separators", std::string(500, '|') + "\n" + std::string(500, '\t'), 0},
      {"only line breaks", std::string(3000, '\n'), 0},
      {"one long word", std::string(9000, 'a'), 0},
      {"brackets", std::string(5000, '('), 0},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const std::string text = check_to_json(c.paste);
    const Json json = Json::parse(text, nullptr, false);
    CHECK(has_shape_of_a_report(json));
    CHECK(ids_of(json, "error").size() == c.errors);
  }
  CHECK(checked("")["findings"].empty());
  CHECK(checked("")["tables"].empty());
}

TEST_CASE("a figure too long to be one is not read as another", "[report]") {
  const std::string digits(40, '9');
  const Json report = checked(report_with({{"requests/granted/natural_person", digits}}));
  for (const Json& table : report["tables"]) {
    for (const Json& cell : table["cells"]) {
      if (cell["row"] == "granted" && cell["column"] == "natural_person") CHECK(cell["value"].is_null());
    }
  }
  CHECK(ids_of(report, "error").empty());
}

TEST_CASE("the text for the terminal says where, in both languages", "[report]") {
  const std::string paste = report_with({{"requests/granted/natural_person", "777"}}, false);
  const gouji::Document document = gouji::read_document(paste);
  const std::string text = to_text(document, find(document));
  const std::size_t at = paste.find("777");
  const auto line = 1 + std::count(paste.begin(), paste.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  CHECK(text.starts_with(std::to_string(line) + ":"));
  CHECK(text.find("⟦777⟧") != std::string::npos);
  CHECK(text.find("sum-mismatch") != std::string::npos);
  CHECK(text.find("成立 40，不成立 2，无法核对 0") != std::string::npos);
  CHECK(text.find("42 relations: 40 held, 2 failed, 0 unreadable") != std::string::npos);
  CHECK(count_errors(find(document)) == 1);
}
