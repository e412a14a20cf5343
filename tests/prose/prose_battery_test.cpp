// The battery of sentences in tests/prose/*.txt: what is understood, what is flagged, what is left alone. The figures are
// printed. With GOUJI_BATTERY=received the files whose names begin so are looked at alone; with GOUJI_BATTERY=received.txt:5
// that one case, and its whole report is printed.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>
#include <map>

#include "document.h"
#include "prose/battery.h"
#include "rule.h"
#include "said.h"
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

/// "requests.granted+requests.partially_granted"; "requests.all_done".
std::string indicators_of(const Claim& claim) {
  if (claim.says == Claim::Says::all_done) return "requests.all_done";
  std::string ids;
  for (const std::uint8_t index : claim.of) ids += (ids.empty() ? "" : "+") + std::string(indicators()[index].id);
  return ids;
}

/// "26", "1301..1399"; nothing where there is no figure.
std::string value_of(const Claim& claim) {
  if (claim.says == Claim::Says::all_done) return "";
  const std::string low = to_string(claim.low);
  const std::string high = to_string(claim.high);
  return low == high ? low : low + ".." + high;
}

std::string in_words(const Claim& claim) { return indicators_of(claim) + " " + value_of(claim); }

bool says(const WantedClaim& wanted, const Claim& claim) {
  return contains(wanted.indicators, indicators_of(claim)) &&
         (wanted.value == "none" ? "0" : wanted.value) == value_of(claim);
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
    check_claims(made, document);
    check_findings(made, document);
  }

  void print(std::ostream& out) const {
    out << misses_.text() << cases_ << " cases, of which " << silent_ << " must stay silent\n";
    out << "  claims: " << claims_.found << " of " << claims_.wanted << " understood, " << claims_.false_alarms
        << " false ones\n";
    for (const auto& [rule, tally] : rules_) {
      out << "  " << rule << ": " << tally.found << " of " << tally.wanted << " found, " << tally.false_alarms
          << " false alarms" << (is_written(rule) ? "" : " (not written yet)") << "\n";
    }
  }

  [[nodiscard]] std::size_t cases() const { return cases_; }
  [[nodiscard]] std::size_t silent() const { return silent_; }
  [[nodiscard]] const Tally& claims() const { return claims_; }
  [[nodiscard]] std::size_t false_alarms() const {
    std::size_t sum = 0;
    for (const auto& [rule, tally] : rules_) sum += tally.false_alarms;
    return sum;
  }

 private:
  void check_claims(const BatteryCase& made, const Document& document) {
    std::vector<bool> met(made.claims.size());
    for (const Claim& claim : document.claims.claims) {
      bool wanted = false;
      for (std::size_t i = 0; i < made.claims.size(); ++i) {
        if (!says(made.claims[i], claim)) continue;
        wanted = true;
        met[i] = true;
      }
      if (wanted) continue;
      ++claims_.false_alarms;
      misses_.add(made, "false claim: " + in_words(claim) + " from " + std::string(document.prose.at(claim.words)));
    }
    for (std::size_t i = 0; i < made.claims.size(); ++i) {
      const WantedClaim& wanted = made.claims[i];
      if (wanted.optional) continue;
      ++claims_.wanted;
      if (met[i]) ++claims_.found;
      if (!met[i]) misses_.add(made, "not understood: " + wanted.indicators.front() + " " + wanted.value);
    }
  }

  void check_findings(const BatteryCase& made, const Document& document) {
    std::vector<const WantedFinding*> open;
    for (const WantedFinding& wanted : made.findings) open.push_back(&wanted);
    std::stable_partition(open.begin(), open.end(), [](const WantedFinding* wanted) { return !wanted->optional; });
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
  Tally claims_;
  std::map<std::string, Tally> rules_;
  Misses misses_;
};

}  // namespace

TEST_CASE("prose battery") {
  Battery battery;
  const char* only = std::getenv("GOUJI_BATTERY");
  for (const BatteryCase& made : read_battery("tests/prose")) {
    if (only == nullptr || made.place.starts_with(only)) battery.run(made);
    if (only != nullptr && made.place == only) std::cout << made.paste << "\n";
  }
  battery.print(std::cout);
  if (only != nullptr) return;
  CHECK(battery.cases() >= 450);
  CHECK(battery.silent() >= 200);
  CHECK(battery.false_alarms() == 0);
  CHECK(battery.claims().false_alarms == 0);
  CHECK(battery.claims().found * 100 >= battery.claims().wanted * 97);
}
