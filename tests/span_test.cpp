// Every cell's span in the report is exactly its figure, in UTF-16 units of the paste, whatever stands before it or
// within it. The units are counted here without the checker.

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "check.h"
#include "support/report_printer.h"

using namespace gouji::test;

namespace {

constexpr const char* rare = "\U00020BB7";
constexpr const char* emoji = "\U0001F600";
constexpr const char* bom = "\uFEFF";
constexpr const char* no_break_space = "\u00A0";
constexpr const char* zero_width_space = "\u200B";
constexpr const char* not_utf8 = "\xFF";

/// UTF-16 units of a text in which no byte but FF is no UTF-8; that one reads as one U+FFFD.
std::size_t units_of(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xff) {
      units += 1;
    } else if ((byte & 0xc0) != 0x80) {
      units += byte >= 0xf0 ? 2 : 1;
    }
  }
  return units;
}

/// A paste made from a printed one: what stands between the figures and the figures themselves are changed.
struct Changed {
  std::string text;
  std::map<std::string, std::pair<std::size_t, std::size_t>> spans;  // by cell, in UTF-16 units
};

using Change = std::function<std::string(const std::string&)>;

Changed changed(const Printed& printed, const std::string& prefix, const Change& between, const Change& figure) {
  Changed out;
  out.text = prefix;
  std::size_t units = units_of(prefix);
  std::size_t at = 0;
  const auto add = [&](const std::string& text) {
    out.text += text;
    units += units_of(text);
  };
  for (const Printed::Place& place : printed.places) {
    add(between(printed.text.substr(at, place.begin - at)));
    const std::size_t start = units;
    add(figure(printed.text.substr(place.begin, place.end - place.begin)));
    out.spans[place.cell] = {start, units};
    at = place.end;
  }
  add(between(printed.text.substr(at)));
  return out;
}

std::string same(const std::string& text) { return text; }

Change replacing(const std::string& from, const std::string& to) {
  return [=](const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      if (text.compare(at, from.size(), from) == 0) {
        out += to;
        at += from.size();
      } else {
        out += text[at++];
      }
    }
    return out;
  };
}

/// "26" to "2<what>6".
Change within(const std::string& what) {
  return [=](const std::string& text) { return text.size() < 2 ? text : text.substr(0, 1) + what + text.substr(1); };
}

std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    out += digit ? "\xEF\xBC" + std::string(1, static_cast<char>(0x90 + (c - '0'))) : std::string(1, c);
  }
  return out;
}

}  // namespace

TEST_CASE("spans are exact behind every kind of character", "[span]") {
  struct Case {
    const char* name;
    std::string prefix;
    Change between;
    Change figure;
  };
  const Case cases[] = {
      {"nothing strange", "", same, same},
      {"a rare character", std::string(rare) + "山县人民政府办公室\n", same, same},
      {"rare characters in words", "", replacing("政府", std::string("政府") + rare), same},
      {"an emoji", std::string(emoji) + "\n", same, same},
      {"emoji behind sentences", "", replacing("。", std::string("。") + emoji), same},
      {"a BOM", bom, same, same},
      {"CRLF", "", replacing("\n", "\r\n"), same},
      {"a BOM and CRLF", bom, replacing("\n", "\r\n"), same},
      {"CR alone", "", replacing("\n", "\r"), same},
      {"no-break spaces", "", replacing(" ", no_break_space), same},
      {"zero-width characters before commas", "", replacing("，", std::string(zero_width_space) + "，"), same},
      {"zero-width characters in labels", "", replacing("件", std::string(zero_width_space) + "件" + bom), same},
      {"zero-width characters within figures", "", same, within(zero_width_space)},
      {"full-width digits", "", same, full_width},
      {"full-width digits, one zero-width space within", "", same,
       [](const std::string& text) {
         return text.size() < 2 ? full_width(text)
                                : full_width(text.substr(0, 1)) + zero_width_space + full_width(text.substr(1));
       }},
      {"a byte that is not UTF-8", std::string(not_utf8) + "\n", same, same},
      {"bytes that are not UTF-8 in sentences", "", replacing("。", std::string("。") + not_utf8), same},
      {"all at once", std::string(bom) + rare + emoji + not_utf8 + "\r\n",
       [](const std::string& text) {
         return replacing(
             "\n", "\r\n")(replacing(" ", no_break_space)(replacing("。", std::string(rare) + "。" + emoji + not_utf8)(
             replacing("件", std::string("件") + zero_width_space)(text))));
       },
       full_width},
  };
  const gouji::test::Layout layouts[] = {gouji::test::Layout::tabs, gouji::test::Layout::cell_lines_blank_between,
                                         gouji::test::Layout::row_lines_fillers, gouji::test::Layout::spaces};
  for (const char* form : {"2021", "2019"}) {
    const Figures figures = consistent_figures(form, 5, Magnitude::city);
    for (const auto layout : layouts) {
      for (const Case& c : cases) {
        INFO(c.name << ", " << name(layout) << ", form " << form);
        Dressing dressing;
        dressing.seed = 2;
        const Changed paste = changed(print(figures, layout, Zero::digit, dressing), c.prefix, c.between, c.figure);
        const auto report = nlohmann::json::parse(gouji::check_to_json(paste.text), nullptr, false);
        std::size_t right = 0;
        std::vector<std::string> wrong;
        for (const auto& table : report["tables"]) {
          for (const auto& cell : table["cells"]) {
            const std::string key = table["id"].get<std::string>() + "/" + cell["row"].get<std::string>() + "/" +
                                    cell["column"].get<std::string>();
            const auto [start, end] = paste.spans.at(key);
            const std::string wanted = figures.cells.at(key);
            const bool value = cell["value"].dump() == (wanted[0] == '+' ? wanted.substr(1) : wanted);
            const bool place = cell["span"]["start"] == start && cell["span"]["end"] == end;
            right += value && place;
            if (!value || !place)
              wrong.push_back(key + " " + wanted + " at " + std::to_string(start) + "-" + std::to_string(end) +
                              ", read " + cell.dump());
          }
        }
        if (wrong.size() > 3) wrong.resize(3);
        CHECK(wrong == std::vector<std::string>());
        CHECK(right == figures.cells.size());
      }
    }
  }
}
