// Every spelling of a figure in a cell, and what is no figure.

#include "number.h"

#include <catch2/catch.hpp>

#include "text.h"

using gouji::Decimal;
using gouji::Figure;
using gouji::FigureUnit;
using gouji::read_figure;
using gouji::Text;

namespace {

/// "1234 [1,234]": value, and what the span holds; then the unit and a remark. Nothing where there is no figure.
std::string read(const std::string& paste) {
  const Text text(paste);
  const auto figure = read_figure(text.folded(), {0, static_cast<std::uint32_t>(text.folded().size())});
  if (!figure) return "none";
  static constexpr const char* units[] = {"", " piece", " yuan", " wan yuan", " yi yuan"};
  std::string out = figure->kind == Figure::Kind::zero_mark ? "zero" : to_string(figure->value);
  out += " [" + std::string(text.at(figure->span)) + "]" + units[static_cast<std::size_t>(figure->unit)];
  return out + (figure->annotated ? " remark" : "");
}

}  // namespace

TEST_CASE("figures of cells", "[number]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"zero", "0", "0 [0]"},
      {"digits", "3985758", "3985758 [3985758]"},
      {"leading zeros", "007", "7 [007]"},
      {"full-width digits", "１２", "12 [12]"},
      {"full-width zero", "０", "0 [0]"},
      {"thousands", "1,234", "1234 [1,234]"},
      {"millions", "12,345,678", "12345678 [12,345,678]"},
      {"full-width comma", "１，２３４", "1234 [1,234]"},
      {"thousands with a space", "1 234", "1234 [1 234]"},
      {"millions with spaces", "12 345 678", "12345678 [12 345 678]"},
      {"no-break spaces", "1\u00A0234", "1234 [1 234]"},
      {"decimals", "477.35", "477.35 [477.35]"},
      {"decimals below one", "0.37", "0.37 [0.37]"},
      {"decimals with a zero behind", "5.10", "5.1 [5.10]"},
      {"decimals that are none", "5.00", "5 [5.00]"},
      {"thousands and decimals", "1,276.55", "1276.55 [1,276.55]"},
      {"fifteen digits", "999999999999999", "999999999999999 [999999999999999]"},
      {"fifteen digits with separators", "999,999,999,999,999", "999999999999999 [999,999,999,999,999]"},

      {"plus", "+19", "19 [+19]"},
      {"minus", "-8", "-8 [-8]"},
      {"full-width plus", "＋19", "19 [+19]"},
      {"full-width minus", "－8", "-8 [-8]"},
      {"minus sign", "\u22128", "-8 [\u22128]"},
      {"plus and space", "+ 19", "19 [+ 19]"},
      {"rise", "增10", "10 [增10]"},
      {"fall", "减3", "-3 [减3]"},
      {"rise in two words", "增加5", "5 [增加5]"},
      {"fall in two words", "减少12", "-12 [减少12]"},
      {"rise and space", "增 10", "10 [增 10]"},
      {"rise by thousands", "增1,234", "1234 [增1,234]"},
      {"minus zero", "-0", "0 [-0]"},

      {"wan yuan", "0.37万元", "0.37 [0.37] wan yuan"},
      {"wan yuan, many decimals", "1276.5534万元", "1276.5534 [1276.5534] wan yuan"},
      {"wan yuan and space", "43.788 万元", "43.788 [43.788] wan yuan"},
      {"yuan", "3405820元", "3405820 [3405820] yuan"},
      {"yi yuan", "1.2亿元", "1.2 [1.2] yi yuan"},
      {"pieces", "12件", "12 [12] piece"},
      {"pieces and space", "12 件", "12 [12] piece"},
      {"items", "55条次", "55 [55] piece"},

      {"a remark", "22（其中修订16件）", "22 [22] remark"},
      {"a remark with spaces", "22 （其中修订 16 件）", "22 [22] remark"},
      {"a remark, half-width", "55(含自然失效29件)", "55 [55] remark"},
      {"a unit and a remark", "22件（其中修订16件）", "22 [22] piece remark"},

      {"hyphen", "-", "zero [-]"},
      {"em dash", "—", "zero [—]"},
      {"two dashes", "——", "zero [——]"},
      {"two hyphens", "--", "zero [--]"},
      {"en dash", "–", "zero [–]"},
      {"box drawing", "─", "zero [─]"},
      {"slash", "/", "zero [/]"},
      {"full-width slash", "／", "zero [/]"},
      {"backslash", "\\", "zero [\\]"},
      {"none", "无", "zero [无]"},
      {"empty", "空", "zero [空]"},
      {"Chinese zero", "零", "zero [零]"},
      {"Chinese zero, round", "〇", "zero [〇]"},
      {"not applicable", "不适用", "zero [不适用]"},
      {"not involved", "不涉及", "zero [不涉及]"},
      {"rise of nothing", "增", "zero [增]"},
      {"fall of nothing", "减", "zero [减]"},
      {"two zeros", "0/0", "0 [0/0]"},
      {"signs with zeros", "+(0) -(0)", "0 [+(0) -(0)]"},

      {"nothing", "", "none"},
      {"a year", "2021年", "none"},
      {"a date", "2021-01-30", "none"},
      {"a label with its number", "1.属于国家秘密", "none"},
      {"a label with its number and a comma", "1、申请人无正当理由", "none"},
      {"a number of a section", "3.5.1", "none"},
      {"a number with its dot", "1.", "none"},
      {"three figures", "19 0 40", "none"},
      {"three zeros", "0 0 0", "none"},
      {"a zero and a signed one", "0 +0", "none"},
      {"one figure and a group of two", "1,23", "none"},
      {"a group of four", "1,2345", "none"},
      {"four digits and a group", "1234,567", "none"},
      {"groups of three and two", "1,234,56", "none"},
      {"sixteen digits", "1234567890123456", "none"},
      {"sixteen digits with separators", "1,234,567,890,123,456", "none"},
      {"sixteen digits with decimals", "12345678901234.56", "none"},
      {"a letter for zero", "O", "none"},
      {"a question mark", "?", "none"},
      {"a percentage", "12%", "none"},
      {"a fraction", "3/4", "none"},
      {"a row's numbering in brackets", "（二）", "none"},
      {"a figure and a numbering", "5（二）", "none"},
      {"a word", "规章", "none"},
      {"none, twice", "无无", "none"},
      {"a sentence", "无此类情况", "none"},
      {"two signs", "+-3", "none"},
      {"a sign alone", "+", "none"},
      {"digits in words", "第3项", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(read(c.in) == c.out);
  }
}

TEST_CASE("a figure is read within its span only", "[number]") {
  const std::string_view text = "0 1,234 567";
  const auto figure = read_figure(text, {2, 7});
  REQUIRE(figure.has_value());
  CHECK(figure->value == Decimal(1234));
  CHECK(figure->span == gouji::Span{2, 7});
  CHECK(read_figure(text, {2, 3})->value == Decimal(1));
  CHECK(!read_figure(text, {2, 4}).has_value());
  CHECK(!read_figure(text, {4, 4}).has_value());
}

TEST_CASE("decimals are exact", "[number]") {
  struct {
    const char* name;
    Decimal value;
    const char* out;
  } const cases[] = {
      {"zero", Decimal(), "0"},
      {"an integer", Decimal(26), "26"},
      {"a negative one", Decimal(-26), "-26"},
      {"two decimals", Decimal(47735, 2), "477.35"},
      {"zeros behind go", Decimal(500, 2), "5"},
      {"less than one", Decimal(37, 2), "0.37"},
      {"much less than one", Decimal(7, 4), "0.0007"},
      {"negative, less than one", Decimal(-37, 2), "-0.37"},
      {"nothing", Decimal(0, 3), "0"},
      {"fifteen digits", Decimal(999999999999999, 4), "99999999999.9999"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(to_string(c.value) == c.out);
  }
  CHECK(Decimal(10, 1) == Decimal(1));
  CHECK(Decimal(1, 1) != Decimal(1));
  CHECK(Decimal(37, 2).is_integer() == false);
  CHECK(Decimal(-37, 2).is_negative());
}
