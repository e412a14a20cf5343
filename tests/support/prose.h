#pragma once

// The words around the tables: title, preface, sections one, five and six, and what a site puts around a report.
// Figures told in words are those of the tables.

#include <string>
#include <vector>

#include "random.h"
#include "report_printer.h"

namespace gouji::test {

class Prose {
 public:
  Prose(const Figures& figures, const Dressing& dressing);

  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::vector<std::string> preface();
  [[nodiscard]] std::vector<std::string> overview();
  [[nodiscard]] std::vector<std::string> problems();
  [[nodiscard]] std::vector<std::string> other_matters();
  [[nodiscard]] std::vector<std::string> signature() const;
  [[nodiscard]] std::vector<std::string> furniture_before();
  [[nodiscard]] std::vector<std::string> furniture_after();

 private:
  /// A count of the tables, or -1 where the cell holds no plain count.
  [[nodiscard]] long long count(const std::string& key) const;
  [[nodiscard]] std::string number(long long value) const;
  [[nodiscard]] std::string documents();
  [[nodiscard]] std::string requests();
  [[nodiscard]] std::string proceedings();

  const Figures& figures_;
  Random random_;
  std::string agency_;
  std::string place_;  // 青禾县
  std::string self_;   // 我局
  std::string year_;
  std::string next_year_;
  bool spaced_numbers_;
};

}  // namespace gouji::test
