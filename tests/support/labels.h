#pragma once

// Labels as reports print them: the official wording, or one of the wordings met in practice.

#include <string>

#include "form_data.h"
#include "random.h"
#include "report_printer.h"

namespace gouji::test {

class Labels {
 public:
  Labels(const Dressing& dressing, int year);

  [[nodiscard]] std::string of(const Heading& heading);
  [[nodiscard]] std::string group(const std::string& label);
  [[nodiscard]] std::string item(const std::string& label);
  [[nodiscard]] std::string corner(const std::string& label);
  [[nodiscard]] std::string section(std::size_t number, const std::string& label);

 private:
  [[nodiscard]] std::string numbering(std::string label) const;

  Random random_;
  bool vary_;
  std::string year_;
  bool comma_numbering_;  // 1、 for 1. in the whole report
};

}  // namespace gouji::test
