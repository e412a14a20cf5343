// How long each stage takes for each of the given texts, as JSON:
//
//     bench MILLISECONDS FILE…      for each file about so long
//
//     {"FILE": {"bytes": n, "runs": n, "text": µs, …, "whole": µs, "each rule": {"ID": µs, …}}}
//
// Medians of as many runs as fit, at least three. `whole` is check_to_json, which is timed by itself; the stages are timed
// one after the other in the same run, each on what the one before gave. Nothing is asserted: a machine may be busy.
// tests/bench/bench.mjs runs this in turn with the WebAssembly module and prints both.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "arithmetic.h"
#include "check.h"
#include "document.h"
#include "report.h"
#include "rule.h"
#include "settle.h"

using namespace gouji;
using Clock = std::chrono::steady_clock;

namespace {

/// Keeps the result of a stage from being optimised away.
volatile std::size_t sink = 0;

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The times of one text by what was done, in microseconds, in the order of the first run.
class Stopwatch {
 public:
  template <typename Work>
  auto time(std::string_view what, const Work& work) {
    const auto start = Clock::now();
    auto result = work();
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    const auto found = std::find_if(times_.begin(), times_.end(), [&](const auto& one) { return one.first == what; });
    if (found != times_.end())
      found->second.push_back(took.count());
    else
      times_.push_back({std::string(what), {took.count()}});
    return result;
  }

  [[nodiscard]] nlohmann::ordered_json medians() {
    nlohmann::ordered_json json;
    for (auto& [what, times] : times_) json[what] = median(times);
    return json;
  }

 private:
  std::vector<std::pair<std::string, std::vector<double>>> times_;
};

/// The stages of `read_document` and `check_to_json`, in their order.
void run_stages(const std::string& paste, Stopwatch& watch) {
  Document document(paste);
  const Text& text = document.text;
  document.text = watch.time("text", [&] { return Text(paste); });
  document.layout = watch.time("layout", [&] { return read_layout(text); });
  const Layout& layout = document.layout;
  document.facts = watch.time("facts", [&] { return read_facts(text, layout); });
  document.body = watch.time("body", [&] { return Body(text.at(document.facts.agency)); });
  document.grid = watch.time("grid", [&] { return read_grid(text.folded(), layout); });
  document.tables = watch.time("match", [&] { return match_tables(text, layout, document.facts, document.grid); });
  std::vector<TableReading>& tables = document.tables;
  watch.time("settle", [&] { return settle(tables), 0; });
  document.prose = watch.time("prose", [&] { return Prose(text, layout, tables); });
  const Prose& prose = document.prose;
  document.items = watch.time("items", [&] { return find_items(prose); });
  document.outline = watch.time("outline", [&] { return read_outline(text, layout, document.facts, tables, prose); });
  document.comparisons = watch.time("comparisons", [&] { return compare_figures(prose); });
  document.years =
      watch.time("years", [&] { return read_years(text, layout, document.facts, document.body, tables, prose); });
  document.relations = watch.time("relations", [&] { return evaluate(tables); });
  document.claims = watch.time("claims", [&] { return read_claims(prose, document.facts.year, document.body); });
  std::vector<Claim>& claims = document.claims.claims;
  document.ties = watch.time("ties", [&] { return tie_to_tables(claims, tables); });
  document.diagnoses = watch.time("diagnosis", [&] { return diagnose(tables, document.relations); });
  watch.time("weigh", [&] { return weigh(claims, tables, document.relations, document.ties, document.diagnoses), 0; });
  const auto findings = watch.time("rules", [&] { return find(document); });
  sink = sink + watch.time("json", [&] { return to_json(document, findings); }).size();
}

void run_rules(const Document& document, Stopwatch& watch) {
  for (const Rule& rule : rules()) {
    sink = sink + watch.time(rule.id, [&] {
      std::vector<Finding> findings;
      rule.check(document, findings);
      return findings.size();
    });
  }
}

nlohmann::ordered_json measure(const std::string& paste, std::chrono::milliseconds budget) {
  constexpr int least_runs = 3;
  Stopwatch watch;
  Stopwatch rule_watch;
  const Document document = read_document(paste);
  const auto start = Clock::now();
  int runs = 0;
  while (runs < least_runs || Clock::now() - start < budget) {
    run_stages(paste, watch);
    run_rules(document, rule_watch);
    sink = sink + watch.time("whole", [&] { return check_to_json(paste); }).size();
    ++runs;
  }
  auto json = watch.medians();
  json["each rule"] = rule_watch.medians();
  json["runs"] = runs;
  json["bytes"] = paste.size();
  return json;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench MILLISECONDS FILE…\n");
    return 2;
  }
  const std::chrono::milliseconds budget(std::atoi(arguments[1]));
  nlohmann::ordered_json all;
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    if (!file) {
      std::fprintf(stderr, "bench: cannot read %s\n", arguments[i]);
      return 2;
    }
    const std::string paste{std::istreambuf_iterator<char>(file), {}};
    all[arguments[i]] = measure(paste, budget);
  }
  std::printf("%s\n", all.dump(2).c_str());
  return 0;
}
