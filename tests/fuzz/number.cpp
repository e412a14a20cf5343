// Any cell, any sentence: figures and dates lie in their text, and a number that is written reads as itself.

#include "number.h"

#include "date.h"
#include "fuzz.h"
#include "quantity.h"
#include "text.h"

using namespace gouji;
using gouji::fuzz::require;

namespace {

void check_cell(std::string_view folded) {
  const Span whole = without_spaces(folded, {0, static_cast<std::uint32_t>(folded.size())});
  const auto figure = read_figure(folded, whole);
  if (!figure) return;
  require(fuzz::is_span_of(folded, figure->span) && whole.contains(figure->span), "a figure lies in its cell");
  if (figure->kind != Figure::Kind::number) return;
  const std::string written = to_string(figure->value);
  const auto again = read_figure(written, {0, static_cast<std::uint32_t>(written.size())});
  require(again && again->kind == Figure::Kind::number && again->value == figure->value,
          "a number that is written reads as itself");
  require(compare(figure->value, figure->value) == 0, "a number equals itself");
}

void check_sentence(std::string_view folded) {
  std::uint32_t end = 0;
  for (const Quantity& quantity : find_quantities(folded, Letters(folded))) {
    require(quantity.whole.contains(quantity.span), "a quantity's words hold its digits");
    require(end <= quantity.whole.begin, "quantities are disjoint and in order");
    require(fuzz::is_span_of(folded, {quantity.whole.begin, quantity.whole.end}), "a quantity lies in its sentence");
    require(fuzz::is_span_of(folded, {quantity.span.begin, quantity.span.end}), "its digits lie in its sentence");
    require(!quantity.span.empty(), "a quantity has digits");
    require(compare(quantity.low, quantity.high) <= 0, "an interval has its least value first");
    require(quantity.bound != Bound::exact || quantity.allows(quantity.value), "an exact number allows itself");
    end = quantity.whole.end;
  }
}

void check_dates(std::string_view folded) {
  const Span all{0, static_cast<std::uint32_t>(folded.size())};
  for (const bool year_needed : {true, false}) {
    Span rest = all;
    while (const auto found = find_date(folded, rest, year_needed)) {
      require(fuzz::is_span_of(folded, found->span) && rest.contains(found->span), "a date lies where it was sought");
      require(!found->span.empty(), "a date has digits");
      require(found->date.year != 0 || !year_needed, "a date has its year where one is needed");
      rest.begin = found->span.end;
    }
  }
  if (const auto range = find_range(folded, all)) {
    require(fuzz::is_span_of(folded, range->from.span), "a period begins in the text");
    require(!range->to || range->from.span.end <= range->to->span.begin, "a period ends behind its beginning");
    require(!range->to || fuzz::is_span_of(folded, range->to->span), "a period ends in the text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Text text(fuzz::view(data, size));
  check_cell(text.folded());
  check_sentence(text.folded());
  check_dates(text.folded());
  return 0;
}
