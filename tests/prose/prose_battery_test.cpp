// The battery of sentences in tests/prose/*.txt: what is understood, what is flagged, what is left alone. The figures are
// printed; "GOUJI_BATTERY=received build/dev/tests/tests 'prose battery'" looks at the files of that name alone.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "document.h"
#include "prose/battery.h"
#include "rule.h"
#include "support/marks.h"

using namespace gouji;
using namespace gouji::test;

namespace {

struct Tally {
  std::size_t wanted = 0;
  std::size_t found = 0;
  std::size_t false_alarms = 0;
};

bool is_written(const std::string& rule) {
  return std::any_of(rules().begin(), rules().end(), [&](const Rule& each) { return each.id == rule; });
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool says(const WantedFinding& wanted, const Document& document, const Finding& finding) {
  const std::string expected = finding.expected ? to_string(*finding.expected) : "";
  return wanted.rule == finding.rule->id && contains(wanted.severities, name(finding.severity)) &&
         (wanted.mark.empty() || wanted.mark == document.text.pasted(finding.span)) &&
         (wanted.expected.empty() || wanted.expected == expected);
}

/// What went wrong, to be read by a person.
class Misses {
 public:
  void add(const BatteryCase& made, const std::string& what) {
    text_ += made.place + ": " + what + "\n    " + made.sentence + "\n";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class Battery {
 public:
  void run(const BatteryCase& made) {
    ++cases_;
    if (made.is_silent()) ++silent_;
    const Document document = read_document(made.paste);
    check_findings(made, document);
  }

  void print(std::ostream& out) const {
    out << misses_.text() << cases_ << " cases, of which " << silent_ << " must stay silent\n";
    for (const auto& [rule, tally] : rules_) {
      out << "  " << rule << ": " << tally.found << " of " << tally.wanted << " found, " << tally.false_alarms
          << " false alarms" << (is_written(rule) ? "" : " (not written yet)") << "\n";
    }
  }

  [[nodiscard]] std::size_t cases() const { return cases_; }
  [[nodiscard]] std::size_t silent() const { return silent_; }
  [[nodiscard]] std::size_t false_alarms() const {
    std::size_t sum = 0;
    for (const auto& [rule, tally] : rules_) sum += tally.false_alarms;
    return sum;
  }

 private:
  void check_findings(const BatteryCase& made, const Document& document) {
    std::vector<const WantedFinding*> open;
    for (const WantedFinding& wanted : made.findings) open.push_back(&wanted);
    for (const Finding& finding : find(document)) {
      const auto met = std::find_if(open.begin(), open.end(),
                                    [&](const WantedFinding* wanted) { return says(*wanted, document, finding); });
      if (met != open.end()) {
        if (!(*met)->optional) ++rules_[(*met)->rule].found;
        if (!(*met)->optional) ++rules_[(*met)->rule].wanted;
        open.erase(met);
      } else if (finding.severity != Severity::advice) {
        ++rules_[std::string(finding.rule->id)].false_alarms;
        misses_.add(made, "false alarm: " + one_line(document, finding));
      }
    }
    for (const WantedFinding* wanted : open) {
      if (wanted->optional) continue;
      ++rules_[wanted->rule].wanted;
      if (is_written(wanted->rule)) misses_.add(made, "not found: " + wanted->rule + " " + wanted->mark);
    }
  }

  std::size_t cases_ = 0;
  std::size_t silent_ = 0;
  std::map<std::string, Tally> rules_;
  Misses misses_;
};

}  // namespace

TEST_CASE("prose battery") {
  Battery battery;
  const char* only = std::getenv("GOUJI_BATTERY");
  for (const BatteryCase& made : read_battery("tests/prose")) {
    if (only == nullptr || made.place.find(only) != std::string::npos) battery.run(made);
  }
  battery.print(std::cout);
  if (only != nullptr) return;
  CHECK(battery.cases() >= 450);
  CHECK(battery.silent() >= 200);
  CHECK(battery.false_alarms() == 0);
}
