// How long each stage takes for each of the given texts, as JSON: {"FILE": {"bytes": n, "text": µs, …, "whole": µs}}.
//
//     bench MILLISECONDS FILE…      for each file about so long
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
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "check.h"
#include "document.h"
#include "report.h"
#include "rule.h"

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

/// The times of one text, by stage, in microseconds.
class Stopwatch {
 public:
  template <typename Work>
  auto time(const char* stage, const Work& work) {
    const auto start = Clock::now();
    auto result = work();
    const std::chrono::duration<double, std::micro> took = Clock::now() - start;
    times_[stage].push_back(took.count());
    return result;
  }

  [[nodiscard]] nlohmann::ordered_json medians() {
    nlohmann::ordered_json json;
    for (const char* stage : {"text", "layout", "grid", "match", "diagnosis", "rules", "json", "whole"})
      json[stage] = median(times_[stage]);
    return json;
  }

 private:
  std::map<std::string, std::vector<double>> times_;
};

void run_stages(const std::string& paste, Stopwatch& watch) {
  Document document(paste);
  document.text = watch.time("text", [&] { return Text(paste); });
  document.layout = watch.time("layout", [&] { return read_layout(document.text); });
  document.facts = read_facts(document.text, document.layout);
  document.grid = watch.time("grid", [&] { return read_grid(document.text.folded(), document.layout); });
  document.tables =
      watch.time("match", [&] { return match_tables(document.text, document.layout, document.facts, document.grid); });
  document.diagnoses = watch.time("diagnosis", [&] {
    document.relations = evaluate(document.tables);
    return diagnose(document.tables, document.relations);
  });
  const auto findings = watch.time("rules", [&] { return find(document); });
  sink = sink + watch.time("json", [&] { return to_json(document, findings); }).size();
}

nlohmann::ordered_json measure(const std::string& paste, std::chrono::milliseconds budget) {
  constexpr int least_runs = 3;
  Stopwatch watch;
  const auto start = Clock::now();
  int runs = 0;
  while (runs < least_runs || Clock::now() - start < budget) {
    run_stages(paste, watch);
    sink = sink + watch.time("whole", [&] { return check_to_json(paste); }).size();
    ++runs;
  }
  auto json = watch.medians();
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
