#pragma once

// The words around the tables: title, preface, sections one, five and six, sentences in front of a table, and what a site
// puts around a report. They grow from the phrases of prose_*.cpp (see wording.h); figures told in words are those of the
// tables, and the report has no fault.

#include <string>
#include <vector>

#include "facts.h"
#include "random.h"
#include "report_printer.h"
#include "wording.h"

namespace gouji::test {

class Prose {
 public:
  Prose(const Figures& figures, const Dressing& dressing);
  Prose(const Prose&) = delete;
  Prose& operator=(const Prose&) = delete;

  [[nodiscard]] std::string title() const { return title_; }
  [[nodiscard]] std::vector<std::string> preface();
  [[nodiscard]] std::vector<std::string> overview();
  /// What stands between the heading of section two, three or four and its table; most reports have nothing there.
  [[nodiscard]] std::vector<std::string> before_table(int section);
  [[nodiscard]] std::vector<std::string> problems();
  [[nodiscard]] std::vector<std::string> other_matters();
  [[nodiscard]] std::vector<std::string> signature();
  [[nodiscard]] std::vector<std::string> furniture_before();
  [[nodiscard]] std::vector<std::string> furniture_after() const;

 private:
  void choose_body(const Figures& figures, const Dressing& dressing);
  void choose_habits();
  /// "一是…；二是…。" with the punctuation of this report.
  [[nodiscard]] std::string enumerated(const std::vector<std::string>& items);
  [[nodiscard]] const std::string& word(const char* name) const { return words_.at(name); }

  Random random_;
  Facts facts_;
  Wording::Words words_;
  Numerals numerals_;
  /// The paragraphs with the space that this report puts in front of them.
  [[nodiscard]] std::vector<std::string> indented(std::vector<std::string> paragraphs) const;

  std::string indent_;
  bool lists_by_stops_ = false;  // 一是…。二是…。 instead of 一是…；二是…。
  int day_ = 0;                  // of publication, in the month after the year
  Wording wording_;
  std::string title_;
};

}  // namespace gouji::test
