// Puts a report together: words from prose.cpp, tables from the layout families.

#include "report_printer.h"

#include "form_data.h"
#include "grid.h"
#include "report.h"

namespace gouji::test {

Printed print(const Figures& figures, Layout layout, Zero zero, const Dressing& dressing) {
  Style style{dressing.half_width_punctuation, dressing.crlf, false, nullptr};
  if (layout == Layout::spaces_radicals) style.characters = &radicals();
  Writer writer(style);
  write_report(figures, layout, zero, dressing, {}, writer);
  return writer.take();
}

}  // namespace gouji::test
