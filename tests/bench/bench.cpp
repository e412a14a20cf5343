// How long each stage takes for each of the given texts, as JSON:
//
//     bench MILLISECONDS FILE…      for each file about so long
//
//     {"FILE": {"bytes": n, "runs": n, "text": µs, …, "whole": µs, "each rule": {"ID": µs, …},
//               "allocations": {"text": n, …, "whole": n}}}
//
// Medians of as many runs as fit, at least three. `whole` is check_to_json, which is timed by itself; the stages are timed
// one after the other in the same run, each on what the one before gave. Allocations are calls of operator new; giving back
// is not counted, for what a stage takes it or a later one gives back. Nothing is asserted: a machine may be busy.
// tests/bench/bench.mjs runs this in turn with the WebAssembly module and prints both.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
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

/// Calls of operator new so far. A plain count, for the same run is timed: the sizes are tests/support/allocated.h's matter.
std::size_t allocations = 0;

/// Keeps the result of a stage from being optimised away.
volatile std::size_t sink = 0;

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// What each thing that is done to one text costs, in the order of the first run.
class Stopwatch {
 public:
  template <typename Work>
  auto time(std::string_view what, const Work& work) {
    const std::size_t allocated = allocations;
    const auto start = Clock::now();
    auto result = work();
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    const std::size_t taken = allocations - allocated;
    auto cost = std::find_if(costs_.begin(), costs_.end(), [&](const Cost& one) { return one.what == what; });
    if (cost == costs_.end()) cost = costs_.insert(cost, Cost{std::string(what), {}, taken});
    cost->times.push_back(took.count());
    return result;
  }

  /// In microseconds.
  [[nodiscard]] nlohmann::ordered_json medians() {
    nlohmann::ordered_json json;
    for (Cost& cost : costs_) json[cost.what] = median(cost.times);
    return json;
  }

  [[nodiscard]] nlohmann::ordered_json allocated() const {
    nlohmann::ordered_json json;
    for (const Cost& cost : costs_) json[cost.what] = cost.allocations;
    return json;
  }

 private:
  struct Cost {
    std::string what;
    std::vector<double> times;
    std::size_t allocations;  // the same in each run
  };
  std::vector<Cost> costs_;
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
  json["allocations"] = watch.allocated();
  json["runs"] = runs;
  json["bytes"] = paste.size();
  return json;
}

void* take(std::size_t size) {
  ++allocations;
  void* memory = std::malloc(size);
  if (memory == nullptr) std::abort();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

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
