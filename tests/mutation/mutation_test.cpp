// The quality number of the checker: slips made on purpose in consistent reports of all shapes, and what is said to them.
// What is counted is printed, and written as JSON for the README.

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "mutation/slips.h"
#include "support/files.h"
#include "support/form_data.h"
#include "support/reading.h"
#include "support/thinned.h"

using namespace gouji::test;
using gouji::Document;
using gouji::find;
using gouji::Finding;
using gouji::read_document;
using gouji::Severity;
using Layout = gouji::test::Layout;  // NOLINT: gouji has a Layout too

namespace {

constexpr std::size_t thinned = one_of(40);

/// Does `work` for each index, on all processors; what it gives must depend on the index only.
void for_each_index(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < count; at = next++) work(at);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// Collects what the test cases of this file count.
nlohmann::ordered_json& quality() {
  static nlohmann::ordered_json json;
  return json;
}

void write_quality() {
  const char* wanted = std::getenv("GOUJI_MUTATION_JSON");
  std::error_code error;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::filesystem::path path = wanted ? std::filesystem::path(wanted) : self.parent_path() / "mutation.json";
  std::ofstream(path) << quality().dump(2) << "\n";
}

/// One slip in one report.
struct Case {
  Slip slip;
  std::string table;
  std::string report;  // for the list of remaining cases
  Figures figures;     // before
  Changes changes;
  std::function<std::string(std::string& report)> paste;  // names the report
  Outcome outcome;
};

/// What was counted for one kind of slip.
struct Count {
  std::size_t slips = 0, caught = 0, first = 0, right = 0, one = 0, warned = 0, candidates = 0;
  std::size_t all_named = 0, all_listed = 0, unrelated = 0, wrongly_certain = 0;
  std::size_t silent = 0;  // skipped: all identities stay true
  std::vector<std::string> remaining;

  void add(const Case& one_case, bool table_four) {
    const Outcome& outcome = one_case.outcome;
    ++slips;
    caught += outcome.caught;
    first += outcome.named_first;
    right += outcome.right_value;
    one += outcome.errors == 1 && outcome.warnings == 0;
    warned += outcome.errors == 0 && outcome.warnings == 1;
    candidates += outcome.candidates && outcome.caught;
    all_named += outcome.all_named;
    all_listed += outcome.all_listed;
    unrelated += outcome.unrelated;
    wrongly_certain += outcome.wrongly_certain;
    const bool separate = one_case.slip == Slip::two_cells;
    const bool certain = outcome.wrongly_certain == 0 || (table_four && separate);
    const bool named =
        table_four || (separate ? outcome.all_named
                                : outcome.named_first && outcome.right_value && outcome.errors + outcome.warnings == 1);
    const bool plain = outcome.caught && outcome.unrelated == 0 && certain && named;
    if (plain || remaining.size() >= 10) return;
    std::string text = one_case.report + ":";
    for (const auto& [key, now] : one_case.changes)
      text += " " + key + " " + one_case.figures.cells.at(key) + " -> " + (now.empty() ? "blank" : now);
    remaining.push_back(text + "; said" + (outcome.said.empty() ? " nothing" : outcome.said));
  }

  [[nodiscard]] double share(std::size_t of) const {
    return slips == 0 ? 100.0 : 100.0 * static_cast<double>(of) / static_cast<double>(slips);
  }
};

using Counts = std::map<std::pair<std::string, Slip>, Count>;

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", share);
  return text;
}

void print_counts(const char* title, const Counts& counts) {
  std::printf("\n%s\n%-12s %-20s %7s %7s %7s %7s %7s %7s %7s %7s %7s %7s\n", title, "table", "slip", "slips", "caught%",
              "first%", "right%", "one%", "warning", "listed%", "false", "misled", "silent");
  for (const auto& [kind, count] : counts) {
    std::printf("%-12s %-20s %7zu %7s %7s %7s %7s %7zu %7s %7zu %7zu %7zu\n", kind.first.c_str(),
                std::string(name(kind.second)).c_str(), count.slips, percent(count.share(count.caught)).c_str(),
                percent(count.share(count.first)).c_str(), percent(count.share(count.right)).c_str(),
                percent(count.share(count.one)).c_str(), count.warned, percent(count.share(count.all_listed)).c_str(),
                count.unrelated, count.wrongly_certain, count.silent);
  }
  for (const auto& [kind, count] : counts) {
    for (const std::string& text : count.remaining)
      std::printf("  %s, %s\n", std::string(name(kind.second)).c_str(), text.c_str());
  }
}

void note(const char* where, const Counts& counts) {
  for (const auto& [kind, count] : counts) {
    quality()[where].push_back({{"table", kind.first},
                                {"slip", name(kind.second)},
                                {"slips", count.slips},
                                {"caught", count.caught},
                                {"culprit_first", count.first},
                                {"right_value", count.right},
                                {"one_error", count.one},
                                {"one_warning", count.warned},
                                {"all_named", count.all_named},
                                {"all_listed", count.all_listed},
                                {"unrelated_findings", count.unrelated},
                                {"wrongly_certain", count.wrongly_certain},
                                {"left_all_identities_true", count.silent}});
  }
  write_quality();
}

Counts judge_all(std::vector<Case>& cases, Counts counts) {
  for_each_index(cases.size(), [&](std::size_t i) {
    const std::string paste = cases[i].paste(cases[i].report);
    cases[i].outcome = judge(paste, cases[i].figures, cases[i].changes, cases[i].slip == Slip::two_cells);
  });
  for (const Case& one : cases) counts[{one.table, one.slip}].add(one, one.table == "proceedings");
  return counts;
}

void check_counts(const Counts& counts) {
  for (const auto& [kind, count] : counts) {
    const auto& [table, slip] = kind;
    INFO(table << ", " << name(slip));
    CHECK(count.caught == count.slips);
    CHECK(count.unrelated == 0);
    if (table == "proceedings") {
      // Two wrong parts of a row of zeros look exactly like one wrong total.
      if (slip != Slip::two_cells) CHECK(count.wrongly_certain == 0);
    } else if (is_of_one_cell(slip)) {
      CHECK(count.share(count.first) >= 99);
      CHECK(count.share(count.right) >= 99);
      // For an empty total cell the one finding is a warning.
      CHECK(count.share(slip == Slip::blank ? count.one + count.warned : count.one) >= 99);
    } else if (slip == Slip::two_cells) {
      CHECK(count.share(count.all_named) >= 90);
    }
  }
}

bool loses_cells(const Printed& printed) {
  return std::any_of(printed.places.begin(), printed.places.end(),
                     [](const Printed::Place& place) { return place.lost && !place.cell.starts_with("disclosure/"); });
}

/// Marks for zero besides the digit, now and then.
Zero zero_of(std::size_t turn) {
  static constexpr std::array zeros{Zero::digit,   Zero::full_width, Zero::digit,          Zero::hyphen,    Zero::digit,
                                    Zero::em_dash, Zero::digit,      Zero::not_applicable, Zero::digit,     Zero::slash,
                                    Zero::digit,   Zero::none_word,  Zero::digit,          Zero::two_dashes};
  return zeros[turn % zeros.size()];
}

Dressing dressing_of(std::size_t turn) {
  Dressing dressing;
  dressing.seed = turn;
  dressing.prose = false;  // prose would repeat the wrong figure
  dressing.label_variants = turn % 3 == 0;
  dressing.half_width_punctuation = turn % 4 == 1;
  dressing.truncated_heads = turn % 5 == 2;
  dressing.three_small_tables = turn % 7 == 3;
  return dressing;
}

/// All slips that begin in cells of tables three and four; what leaves all identities true is only counted.
template <typename Add>
void each_slip(const Figures& figures, const Figures& other, std::uint64_t seed, Counts& counts, const Add& add) {
  const std::vector<PrintedRow> rows = printed_rows(figures);
  for (const Slip slip : all_slips) {
    Random random(seed, 100 + static_cast<std::uint64_t>(slip));
    for (std::size_t row = 0; row < rows.size(); ++row) {
      for (std::size_t at = 0; at < rows[row].keys.size(); ++at) {
        const Changes changes = make_slip(slip, figures, other, rows, row, at, random);
        if (changes.empty()) continue;
        if (all_identities_hold(with(figures, changes))) {
          ++counts[{rows[row].table, slip}].silent;
          continue;
        }
        add(slip, rows[row].table, changes);
      }
    }
  }
}

bool has_requests(const Figures& figures) { return figures.cells.at("requests/new_received/total") != "0"; }

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("slips in random reports of all layouts are caught and named", "[mutation]") {
  std::vector<Case> cases;
  Counts counts;
  std::size_t turn = 0;
  for (const char* form_id : {"2019", "2021"}) {
    for (const Magnitude size : {Magnitude::tiny, Magnitude::office, Magnitude::city}) {
      std::uint64_t seed = 1000;
      const auto next_report = [&] {
        Figures figures = consistent_figures(form_id, ++seed, size);
        while (!has_requests(figures)) figures = consistent_figures(form_id, ++seed, size);
        return figures;
      };
      const Figures figures = next_report();
      const Figures other = next_report();
      each_slip(figures, other, seed, counts, [&](Slip slip, const std::string& table, const Changes& changes) {
        ++turn;
        if (turn % thinned != 0) return;
        const auto paste = [turn, slip, table, changed = with(figures, changes)](std::string& report) {
          // The next layout in turn that still tells every figure.
          for (std::size_t step = 0;; ++step) {
            const Layout layout = all_layouts()[(turn / thinned + step) % all_layouts().size()];
            const Zero zero = zero_of(turn / all_layouts().size());
            Printed printed = print(changed, layout, zero, dressing_of(turn));
            // A row that stands alone has no other rows to tell where its columns are.
            const bool alone = layout == Layout::padded_columns && slip == Slip::blank && table == "proceedings";
            if (alone || loses_cells(printed)) continue;
            report = changed.form + ", " + std::string(name(layout)) + ", zeros " + std::string(name(zero)) +
                     ", turn " + std::to_string(turn);
            return std::move(printed.text);
          }
        };
        cases.push_back({slip, table, "", figures, changes, paste, {}});
      });
    }
  }
  counts = judge_all(cases, std::move(counts));
  print_counts("slips in random reports, layouts and spellings of zero in turn", counts);
  note("random", counts);
  check_counts(counts);
}

TEST_CASE("slips in the consistent reports of the corpus are caught and named", "[mutation]") {
  std::vector<Case> cases;
  Counts counts;
  std::size_t turn = 0;
  for (const char* file : {"yunling-2024", "wangshu-2021", "zhuying-2023", "songyan-2020", "xingqiao-2019"}) {
    const std::string paste = file_text(source_path(std::string("tests/corpus/") + file + ".txt"));
    const Document document = read_document(paste);
    Figures figures;
    std::map<std::string, std::pair<std::size_t, std::size_t>> places;  // bytes of the paste
    for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
      figures.form = document.tables[t].form->id;
      for (std::uint8_t row = 0; row < document.tables[t].rows.size(); ++row) {
        for (std::uint8_t column = 0; column < document.tables[t].rows[row].cells.size(); ++column) {
          const std::string key = key_of(document, {t, row, column});
          const gouji::Cell& cell = document.cell({t, row, column});
          const gouji::PasteSpan span = document.text.in_paste(cell.span);
          figures.cells[key] = to_string(cell.value);
          places[key] = {byte_of(paste, span.start), byte_of(paste, span.end)};
        }
      }
    }
    INFO(file);
    REQUIRE(places.size() > 190);
    REQUIRE(all_identities_hold(figures));
    REQUIRE(has_requests(figures));
    const Figures other = consistent_figures(figures.form, 7, Magnitude::office);
    each_slip(figures, other, 7, counts, [&](Slip slip, const std::string& table, const Changes& changes) {
      ++turn;
      if (turn % thinned != 0) return;
      const auto leaves_no_trace = [&](const auto& change) {
        if (!change.second.empty()) return false;
        // In spaces an empty cell leaves no trace; beside paragraphs of their own, line breaks of which nobody knows whose
        // they are.
        const auto [begin, end] = places.at(change.first);
        const bool paragraphs = paste[begin - 1] == '\n' || paste[end] == '\n' || paste.compare(end, 2, "\t\n") == 0;
        return std::string_view(file) == "songyan-2020" || (std::string_view(file) == "zhuying-2023" && paragraphs);
      };
      if (std::any_of(changes.begin(), changes.end(), leaves_no_trace)) return;
      std::string edited = paste;
      std::map<std::size_t, const std::string*, std::greater<>> from_the_end;
      for (const auto& [key, text] : changes) from_the_end[places.at(key).first] = &key;
      for (const auto& [begin, key] : from_the_end) {
        const std::string& text = changes.at(*key);
        edited.replace(begin, places.at(*key).second - begin, text.empty() ? "\u00A0" : text);
      }
      cases.push_back({slip,
                       table,
                       "",
                       figures,
                       changes,
                       [edited, file](std::string& report) {
                         report = file;
                         return edited;
                       },
                       {}});
    });
  }
  counts = judge_all(cases, std::move(counts));
  print_counts("slips in reports of the corpus", counts);
  note("corpus", counts);
  check_counts(counts);
}

TEST_CASE("consistent reports of all layouts are passed in silence", "[mutation]") {
  constexpr std::size_t reports = 10000 / thinned;
  std::vector<std::string> alarms(reports);
  std::vector<char> used(reports, 0);
  for_each_index(reports, [&](std::size_t i) {
    const std::size_t turn = i * thinned;
    const auto size = static_cast<Magnitude>(turn % 3);
    const Figures figures = consistent_figures(turn % 5 < 2 ? "2019" : "2021", 5000 + turn, size);
    Dressing dressing = dressing_of(turn);
    dressing.prose = turn % 2 == 0;
    dressing.furniture = turn % 4 == 0;
    dressing.thousands_separators = turn % 9 == 0;
    dressing.full_width_digits = turn % 11 == 0;
    dressing.signs = static_cast<Signs>(turn % 3);
    dressing.crlf = turn % 6 == 0;
    for (std::size_t step = 0; used[i] == 0; ++step) {
      const Layout layout = all_layouts()[(turn / thinned + step) % all_layouts().size()];
      const Zero zero = all_zeros()[turn / all_layouts().size() % all_zeros().size()];
      const Printed printed = print(figures, layout, zero, dressing);
      if (std::any_of(printed.places.begin(), printed.places.end(), [](const auto& place) { return place.lost; }))
        continue;
      used[i] = 1;
      const Document document = read_document(printed.text);
      for (const Finding& finding : find(document)) {
        if (finding.severity == Severity::advice) continue;
        alarms[i] += " " + std::string(finding.rule->id) + (finding.cell ? " " + key_of(document, *finding.cell) : "");
      }
      if (!alarms[i].empty())
        alarms[i] = std::string(name(layout)) + ", zeros " + std::string(name(zero)) + ", form " + figures.form +
                    ", turn " + std::to_string(turn) + ":" + alarms[i];
    }
  });
  const auto false_alarms =
      std::count_if(alarms.begin(), alarms.end(), [](const std::string& alarm) { return !alarm.empty(); });
  std::printf("\nconsistent reports, all layouts and spellings of zero: %zu, with an error or a warning: %td\n",
              reports, false_alarms);
  int shown = 0;
  for (const std::string& alarm : alarms) {
    if (!alarm.empty() && shown++ < 10) std::printf("  %s\n", alarm.c_str());
  }
  quality()["consistent"] = {{"reports", reports}, {"with_error_or_warning", false_alarms}};
  write_quality();
  CHECK(false_alarms == 0);
}
