#include "prose/battery.h"

#include <algorithm>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "prose/given_facts.h"
#include "support/files.h"

namespace gouji::test {
namespace {

std::vector<std::string> alternatives(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream words(text);
  std::string part;
  while (std::getline(words, part, '|')) parts.push_back(part);
  return parts;
}

WantedClaim read_claim(const std::string& line) {
  std::istringstream words(line);
  std::string sign;
  std::string indicators;
  WantedClaim claim;
  words >> sign >> indicators >> claim.value;
  claim.optional = sign == "?";
  claim.indicators = alternatives(indicators);
  std::string rest;
  if (claim.indicators.empty() || words >> rest) throw std::runtime_error("a claim is an indicator and a value");
  return claim;
}

WantedFinding read_finding(const std::string& line) {
  std::istringstream words(line);
  std::string sign;
  std::string severities;
  WantedFinding finding;
  words >> sign >> severities >> finding.rule;
  finding.optional = sign == "!?";
  finding.severities = alternatives(severities);
  const bool known = std::all_of(finding.severities.begin(), finding.severities.end(), [](const std::string& word) {
    return word == "error" || word == "warning" || word == "advice";
  });
  if (!known || finding.rule.empty()) throw std::runtime_error("a finding is a severity, a rule and a place");
  const std::size_t open = line.find("⟦");
  const std::size_t close = line.find("⟧");
  if (open != std::string::npos && close != std::string::npos) {
    const std::size_t begin = open + std::string("⟦").size();
    finding.mark = line.substr(begin, close - begin);
  }
  const std::string arrow = " → ";
  const std::size_t at = line.find(arrow, close == std::string::npos ? 0 : close);
  if (at != std::string::npos) finding.expected = line.substr(at + arrow.size());
  return finding;
}

class FileReader {
 public:
  FileReader(const std::string& folder, std::string name, std::vector<BatteryCase>& cases)
      : lines_(lines_of(read_file(source_path(folder + "/" + name)))), name_(std::move(name)), cases_(cases) {}

  void read() {
    std::vector<std::string> block;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      const bool ends = i == lines_.size() || lines_[i].empty();
      if (ends && !block.empty()) {
        line_ = i - block.size() + 1;
        try {
          read_block(block);
        } catch (const std::exception& fault) {
          throw std::runtime_error(name_ + ":" + std::to_string(line_) + ": " + fault.what());
        }
        block.clear();
      } else if (!ends && !lines_[i].starts_with("# ")) {
        block.push_back(lines_[i]);
      }
    }
  }

 private:
  void read_block(const std::vector<std::string>& block) {
    if (block.size() == 1 && block[0].starts_with("@ ")) {
      facts_ = read_facts(block[0].substr(2));
      return;
    }
    BatteryCase made;
    made.place = name_ + ":" + std::to_string(line_);
    std::optional<GivenFacts> facts = facts_;
    Passages passages;
    std::string section = "1.2";
    for (const std::string& line : block) {
      if (line.starts_with("@ ")) {
        const std::string words = line.substr(2);
        const bool whole = words.starts_with("20");
        if (!whole && !facts) throw std::runtime_error("no facts to add to");
        facts = whole ? read_facts(words) : with_facts(*facts, words);
      } else if (line.starts_with("§")) {
        section = line.substr(std::string("§").size());
      } else if (line.starts_with("= ") || line.starts_with("? ")) {
        made.claims.push_back(read_claim(line));
      } else if (line.starts_with("! ") || line.starts_with("!? ")) {
        made.findings.push_back(read_finding(line));
      } else {
        passages[section].push_back(line);
        made.sentence += (made.sentence.empty() ? "" : "⏎") + line;
      }
    }
    if (!facts) throw std::runtime_error("no facts");
    made.paste = report_of(*facts, passages);
    if (!facts->without.empty()) made.findings.push_back(read_finding("!? warning missing-table"));
    cases_.push_back(std::move(made));
  }

  std::vector<std::string> lines_;
  std::string name_;
  std::vector<BatteryCase>& cases_;
  std::optional<GivenFacts> facts_;
  std::size_t line_ = 0;
};

}  // namespace

bool BatteryCase::is_silent() const {
  return std::all_of(findings.begin(), findings.end(), [](const WantedFinding& finding) { return finding.optional; });
}

std::vector<BatteryCase> read_battery(const std::string& folder) {
  std::vector<BatteryCase> cases;
  for (const std::string& name : files_in(source_path(folder), ".txt")) FileReader(folder, name, cases).read();
  return cases;
}

}  // namespace gouji::test
