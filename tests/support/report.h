#pragma once

// A whole report, with places where a damage can take hold.

#include <functional>

#include "grid.h"

namespace gouji::test {

/// What a damage may change; an empty function leaves things as they are.
struct Hooks {
  std::function<void(Grid&, Random&)> change_grid;
  std::function<void(const Grid&, Random&, Writer&)> write_grid;
  std::function<void(const std::string& table, Random&, Writer&)> before_table;
  std::function<void(const std::string& table, Random&, Writer&)> after_table;
};

void write_report(const Figures& figures, Layout layout, Zero zero, const Dressing& dressing, const Hooks& hooks,
                  Writer& writer);

}  // namespace gouji::test
