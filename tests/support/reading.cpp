#include "support/reading.h"

#include <map>

namespace gouji::test {

void Score::operator+=(const Score& other) {
  cells += other.cells;
  right += other.right;
  unreadable += other.unreadable;
  lost += other.lost;
  wrong += other.wrong;
  for (const std::string& fault : other.faults) {
    if (faults.size() < 12) faults.push_back(fault);
  }
}

std::size_t utf16_length(std::string_view utf8) {
  std::size_t units = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    units += byte >= 0xf0 ? 2 : (byte & 0xc0) != 0x80 ? 1 : 0;
  }
  return units;
}

std::size_t byte_of(std::string_view utf8, std::size_t unit) {
  std::size_t units = 0;
  std::size_t at = 0;
  for (; at < utf8.size() && (units < unit || (utf8[at] & 0xc0) == 0x80); ++at) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    units += byte >= 0xf0 ? 2 : (byte & 0xc0) != 0x80 ? 1 : 0;
  }
  return at;
}

std::string key_of(const Document& document, CellRef ref) {
  const Table& table = document.tables[ref.table].official();
  return std::string(table.id) + "/" + std::string(table.rows[ref.row].id) + "/" +
         std::string(table.part_of(ref.row).columns[ref.column].id);
}

Score score_reading(const Document& document, const Figures& figures, const Printed& printed) {
  std::map<std::string, CellRef> read;
  for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
    if (document.tables[t].report != 0) continue;
    for (std::uint8_t row = 0; row < document.tables[t].rows.size(); ++row) {
      for (std::uint8_t column = 0; column < document.tables[t].rows[row].cells.size(); ++column) {
        read.emplace(key_of(document, {t, row, column}), CellRef{t, row, column});
      }
    }
  }
  std::map<std::string, const Printed::Place*> places;
  for (const Printed::Place& place : printed.places) places[place.cell] = &place;

  Score score;
  for (const auto& [key, figure] : figures.cells) {
    ++score.cells;
    const bool lost = places.contains(key) ? places.at(key)->lost : true;
    const auto found = read.find(key);
    const auto place = places.find(key);
    const auto fault = [&, &key = key, &figure = figure](const std::string& what) {
      if (score.faults.size() < 12)
        score.faults.push_back(key + " is " + (figure.empty() ? "blank" : figure) + ", read " + what);
    };
    if (found == read.end()) {
      ++(lost ? score.lost : score.unreadable);
      if (!lost) fault("not at all");
      continue;
    }
    const Cell& cell = document.cell(found->second);
    if (cell.state == Cell::State::unreadable) {
      ++(lost ? score.lost : score.unreadable);
      if (!lost) fault("as unreadable");
      continue;
    }
    const bool blank = place == places.end() || place->second->blank;
    const std::string value = to_string(cell.value);
    const std::string wanted = figure.empty() ? "0" : figure[0] == '+' ? figure.substr(1) : figure;
    bool right = value == wanted && (cell.state == Cell::State::blank) == blank;
    std::string where;
    if (right && !blank) {
      const auto begin =
          static_cast<std::uint32_t>(utf16_length(std::string_view(printed.text).substr(0, place->second->begin)));
      const auto end = static_cast<std::uint32_t>(begin + utf16_length(place->second->text));
      const PasteSpan span = document.text.in_paste(cell.span);
      right = span == PasteSpan{begin, end};
      where = " at " + std::to_string(span.start) + "-" + std::to_string(span.end) + ", not " + std::to_string(begin) +
              "-" + std::to_string(end);
    }
    if (right) {
      ++score.right;
    } else {
      ++score.wrong;
      fault((cell.state == Cell::State::blank ? "as blank" : value) + where);
    }
  }
  return score;
}

}  // namespace gouji::test
