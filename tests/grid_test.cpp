// How lines of every kind of separator are cut into pieces.

#include "grid.h"

#include <catch2/catch.hpp>
#include <map>

#include "layout.h"
#include "text.h"

using gouji::Figure;
using gouji::Grid;
using gouji::Piece;
using gouji::read_grid;
using gouji::read_layout;
using gouji::Text;

namespace {

/// "[text]", "<figure>", "<>" for an empty cell, "<illegible O>", "+" where the label runs into it; "_"
/// for each empty line before, "~" behind a heading or sentence, " / " where another line begins.
std::string dumped(const std::string& paste) {
  const Text text(paste);
  const Grid grid = read_grid(text.folded(), read_layout(text));
  std::string out;
  std::uint32_t line = 0;
  std::uint32_t at = 0;
  for (const Piece& piece : grid.pieces) {
    if (!out.empty() && piece.line != line) out += " / ";
    line = piece.line;
    if (piece.after_break) out += "~";
    out += std::string(piece.empty_lines, '_');
    const std::string words(text.at(piece.span));
    if (piece.kind == Piece::Kind::text) out += "[" + words + "]";
    if (piece.kind == Piece::Kind::blank) out += "<>";
    if (piece.kind == Piece::Kind::figure)
      out += std::string(piece.attached ? "+" : "") + "<" +
             (piece.figure().kind == Figure::Kind::illegible ? "illegible " : "") + words + ">";
    CHECK(piece.span.begin >= at);
    CHECK(piece.span.end <= text.folded().size());
    CHECK((piece.kind == Piece::Kind::blank) == piece.span.empty());
    if (piece.kind == Piece::Kind::figure) CHECK(piece.span.contains(piece.figure().span));
    at = piece.span.end;
  }
  return out;
}

/// Which cell of its line each piece is in, and how many the line has.
std::string cells(const std::string& paste) {
  const Text text(paste);
  const Grid grid = read_grid(text.folded(), read_layout(text));
  std::map<std::uint32_t, int> cells_of_line;
  for (const Piece& piece : grid.pieces) cells_of_line[piece.line] = piece.delimited ? piece.cell + 1 : 0;
  std::string out;
  for (const Piece& piece : grid.pieces)
    out += (out.empty() ? "" : " ") + std::to_string(piece.cell) + "/" + std::to_string(cells_of_line[piece.line]);
  return out;
}

}  // namespace

TEST_CASE("lines are cut by the separators they show", "[grid]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"nothing", "", ""},
      {"pipes behind", "规章 | 0 | 1 | 2 |", "[规章]<0><1><2>"},
      {"pipes without space", "规章|0|1|2|", "[规章]<0><1><2>"},
      {"pipes between", "规章 | 0 | 1 | 2", "[规章]<0><1><2>"},
      {"full-width pipes", "规章 ｜ 0 ｜ 1 ｜ 2 ｜", "[规章]<0><1><2>"},
      {"an empty cell between pipes", "规章 | 0 | | 2 |", "[规章]<0><><2>"},
      {"an empty last cell", "规章 | 0 | 1 | |", "[规章]<0><1><>"},
      {"a no-break space in a cell", "规章 | 0 | \u00A0 | 2 |", "[规章]<0><><2>"},
      {"fillers behind", "行政许可 | 0 | ||", "[行政许可]<0><><>"},
      {"framed by pipes", "| 规章 | 0 | 1 | 2 |\n| 行政规范性文件 | 3 | 4 | 5 |",
       "[规章]<0><1><2> / [行政规范性文件]<3><4><5>"},
      {"Markdown", "| 信息内容 | 本年制发件数 |\n|---|---|\n| 规章 | 0 |", "[信息内容][本年制发件数] / [规章]<0>"},
      {"a covered cell at the left", "三、本年度办理结果 | （一）予以公开 | 1 | 1 |\n| （二）部分公开 | 2 | 2 |",
       "[三、本年度办理结果][(一)予以公开]<1><1> / <>[(二)部分公开]<2><2>"},
      {"a cell a line, pipes behind", "规章 |\n0 |\n1 |\n2 |", "[规章] / <0> / <1> / <2>"},
      {"a cell a line, fillers", "行政许可 |\n0 | ||\n", "[行政许可] / <0><><>"},
      {"a pipe opens each row", "|\n规章 |\n0 |\n1 |", "<> / [规章] / <0> / <1>"},
      {"cell and pipe on lines of their own", "规章\n|\n0\n|\n1\n|", "[规章] / <> / <0> / <> / <1> / <>"},
      {"tabs", "规章\t0\t1\t2", "[规章]<0><1><2>"},
      {"an empty cell between tabs", "规章\t0\t\t2", "[规章]<0><><2>"},
      {"an empty last cell behind a tab", "规章\t0\t1\t", "[规章]<0><1><>"},
      {"an empty first cell before a tab", "规章\t0\n\t1", "[规章]<0> / <><1>"},
      {"commas", "规章,0,1,2", "[规章]<0><1><2>"},
      {"commas and quotes", "\"规章\",\"1,234\",\"\",2", "[规章]<1,234><><2>"},
      {"spaces", "规章 0 1 2", "[规章]<0><1><2>"},
      {"wide spaces", "规章\u3000\u30000\u30001   2", "[规章]<0><1><2>"},
      {"spaces in the label", "（一） 予以公开 1 0 1", "[(一) 予以公开]<1><0><1>"},
      {"zeros alone", "0 0 0", "<0><0><0>"},
      {"marks between spaces", "规章 - / 无", "[规章]<-></><无>"},
      {"no separators", "规章000", "[规章]+<000>"},
      {"no separators, two labels", "行政许可6行政处罚3", "[行政许可6行政处罚]+<3>"},
      {"a cell a line", "规章\n0\n1\n2", "[规章] / <0> / <1> / <2>"},
      {"a cell a line, indented", "  规章\n  0\n \u00A01", "[规章] / <0> / <1>"},
      {"empty lines between", "规章\n\n0\n\n1", "[规章] / _<0> / _<1>"},
      {"empty lines for empty cells", "规章\n\n0\n\n\n\n1", "[规章] / _<0> / ___<1>"},
      {"a page mark between", "规章 | 0 |\n- 4 -\n行政规范性文件 | 1 |", "[规章]<0> / [行政规范性文件]<1>"},
      {"a heading between", "规章 | 0 |\n三、收到和处理政府信息公开申请情况\n\n自然人 | 总计 |",
       "[规章]<0> / ~[自然人][总计]"},
      {"a sentence between", "规章 0\n本年度未收到政府信息公开申请。\n行政许可 3", "[规章]<0> / ~[行政许可]<3>"},
      {"thousands with a comma", "行政处罚 1,234 0", "[行政处罚]<1,234><0>"},
      {"two figures, not thousands with a space", "行政处罚 12 345 6", "[行政处罚]<12><345><6>"},
      {"signs", "行政许可 66 +126 192", "[行政许可]<66><+126><192>"},
      {"signs in words", "行政许可 | 6 | 减3 | 3 |", "[行政许可]<6><减3><3>"},
      {"money in the cell", "政府集中采购 14 523.15万元", "[政府集中采购]<14><523.15万元>"},
      {"money and space in a cell", "政府集中采购 | 14 | 43.788 万元 |", "[政府集中采购]<14><43.788 万元>"},
      {"a remark", "规章 | 22 （其中修订 16 件） | 235 |", "[规章]<22 (其中修订 16 件)><235>"},
      {"a remark between spaces", "规章 22（其中修订16件） 235", "[规章]<22(其中修订16件)><235>"},
      {"a remark behind a space", "规章 22 （其中修订16件） 235", "[规章]<22 (其中修订16件)><235>"},
      {"several figures in one cell", "规章 | 19 0 40 |", "[规章]<19><0><40>"},
      {"the number of a label is none", "1.属于国家秘密 0 0", "[1.属于国家秘密]<0><0>"},
      {"the number of a label with space is none", "2. 重复申请 0 0", "[2. 重复申请]<0><0>"},
      {"a year in a label is none", "本年（2023）制发件数 现行有效件数", "[本年(2023)制发件数 现行有效件数]"},
      {"a year with space in a label is none", "上一年项目数量 2019 年", "[上一年项目数量 2019 年]"},
      {"a mark inside a label is none", "本年增/减 本年 增/减", "[本年增/减 本年 增/减]"},
      {"a letter for a figure", "规章 | 0 | O | 2 |", "[规章]<0><illegible O><2>"},
      {"a question mark for a figure", "规章 | 0 | ? | 2 |", "[规章]<0><illegible ?><2>"},
      {"a label between figures", "0 | 自然人 | 2 |", "<0>[自然人]<2>"},
      {"traditional characters", "規章 | 0 |", "[规章]<0>"},
      {"full-width figures", "规章 | １２ | ０ |", "[规章]<12><0>"},
      {"endless digits are no figure", "规章 | 12345678901234567890 | 0 |", "[规章][12345678901234567890]<0>"},
      {"furniture is no part", "打印本页 关闭窗口\n规章 | 0 |", "~[规章]<0>"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(dumped(c.in) == c.out);
  }
}

TEST_CASE("each piece knows its cell", "[grid]") {
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"pipes", "规章 | 0 | 1 |", "0/3 1/3 2/3"},
      {"framed by pipes", "| 规章 | 0 | 1 |\n| 行政规范性文件 | 0 | 1 |", "0/3 1/3 2/3 0/3 1/3 2/3"},
      {"tabs and empty cells", "规章\t\t1\t", "0/4 1/4 2/4 3/4"},
      {"commas", "规章,0,1", "0/3 1/3 2/3"},
      {"spaces", "规章 0 1", "0/0 0/0 0/0"},
      {"two figures in a cell", "规章 | 0 1 | 2", "0/3 1/3 1/3 2/3"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(cells(c.in) == c.out);
  }
}
