#pragma once

// The counts that sentences may tell: those of the tables, and some of the printer's own making that agree with them.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "random.h"
#include "report_printer.h"

namespace gouji::test {

/// Counts have names. Of table three: new, before, processed, after, granted, partly, the groups denied, unavailable,
/// unprocessed and other, and each row by its id (denied.state_secret); the column behind @, the total without: new@natural,
/// new@legal (all five together), new@commercial_enterprise. Of table four: review, direct, later, suits (both together),
/// as review@upheld. Of table two: normative@issued, penalties@decisions, and fees in yuan. The others are in facts.cpp.
class Facts {
 public:
  Facts(const Figures& figures, Random& random);

  void set(const std::string& name, long long value) { own_[name] = value; }
  /// "new+before-after": nothing where one of the cells holds no plain count, where the tables contradict themselves, or
  /// where the sum is negative.
  [[nodiscard]] std::optional<long long> value(std::string_view sum) const;
  /// "before>0,after=0": whether all of it is known and true.
  [[nodiscard]] bool hold(std::string_view conditions) const;

 private:
  [[nodiscard]] std::optional<long long> term(std::string_view name) const;
  [[nodiscard]] std::optional<long long> cells(const std::string& table, std::string_view row,
                                               std::string_view column) const;
  [[nodiscard]] bool agree(const std::string& table) const;
  void read_money();
  /// Parts that add up to `whole`, each named by one letter: items.a, items.b, …
  void split(const std::string& name, long long whole, int parts, Random& random);
  void invent(Random& random);

  const Figures& figures_;
  bool requests_agree_ = false;
  bool proceedings_agree_ = false;
  std::map<std::string, long long, std::less<>> own_;
};

}  // namespace gouji::test
