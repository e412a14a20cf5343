// Text goes out piece by piece, already in its final characters, so that no offset ever has to be moved.

#include "writer.h"

#include <algorithm>

namespace gouji::test {

void Writer::put(std::string_view text) {
  if (!style_.half_width_punctuation) return put_raw(text);
  put_raw(mapped(text, half_width_punctuation()));
}

void Writer::put_raw(std::string_view text) {
  std::string out = style_.characters == nullptr ? std::string(text) : mapped(text, *style_.characters);
  std::string_view line_break = style_.one_line ? " " : style_.crlf ? "\r\n" : "\n";
  printed_.text += replaced(out, "\n", line_break);
}

void Writer::figure(const FigureText& figure) {
  Printed::Place place;
  place.cell = figure.cell;
  place.begin = printed_.text.size();
  put_raw(figure.text);
  place.end = printed_.text.size();
  place.text = printed_.text.substr(place.begin);
  place.blank = figure.text.empty();
  (second_report_ || figure.second ? printed_.also : printed_.places).push_back(place);
  put(figure.unit);
}

void Writer::mark_lost(const std::vector<std::string>& cells) {
  for (Printed::Place& place : printed_.places)
    if (std::find(cells.begin(), cells.end(), place.cell) != cells.end()) place.lost = true;
}

}  // namespace gouji::test
