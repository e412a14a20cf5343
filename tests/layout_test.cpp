// What each line of a paste is to the report.

#include "layout.h"

#include <catch2/catch.hpp>

#include "text.h"

using gouji::Layout;
using gouji::LineKind;
using gouji::read_layout;
using gouji::Span;
using gouji::Text;

namespace {

std::string kind_name(LineKind kind) {
  static constexpr const char* names[] = {"empty", "furniture", "title",     "heading",
                                          "prose", "rule",      "page mark", "tabular"};
  return names[static_cast<std::size_t>(kind)];
}

/// The kind of one line, with a table around it so that nothing but the line itself decides.
std::string kind_of(const std::string& line) {
  const Text text("规章 | 0 | 0 | 0 |\n" + line + "\n规章 | 0 | 0 | 0 |\n");
  const Layout layout = read_layout(text);
  return kind_name(layout.lines.at(1).kind);
}

/// "1 2 3": the sections whose headings were found, each with its printed ordinal where it is another.
std::string sections_of(const std::string& paste) {
  const Text text(paste);
  std::string out;
  for (const auto& heading : read_layout(text).sections) {
    out += (out.empty() ? "" : " ") + std::to_string(heading.section + 1);
    if (heading.ordinal != heading.section + 1) out += "(" + std::to_string(heading.ordinal) + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("kinds of lines", "[layout]") {
  struct {
    const char* line;
    const char* kind;
  } const cases[] = {
      {"", "empty"},
      {"   ", "empty"},
      {"\u00A0\u3000", "empty"},

      {"当前位置：首页 > 政务公开 > 年度报告", "furniture"},
      {"您的位置：首页>法定主动公开内容>政府信息公开年报", "furniture"},
      {"首页 > 政府信息公开 > 政府信息公开年报", "furniture"},
      {"索引号：000014349/2022-05345 发文机关：青禾县水务局", "furniture"},
      {"索 引 号： 01526-2022-00012 | 主题分类： 政务公开", "furniture"},
      {"发布日期：2022-01-28 浏览次数：126", "furniture"},
      {"发布时间：2022-01-28 15:20 来源：青禾县水务局", "furniture"},
      {"字体大小：大 中 小", "furniture"},
      {"【字体：大 中 小】 【打印】 【关闭】", "furniture"},
      {"打印本页 关闭窗口", "furniture"},
      {"分享到：", "furniture"},
      {"上一篇：关于公布政府信息公开目录的通知", "furniture"},
      {"下一篇：没有了", "furniture"},
      {"版权所有：青禾县人民政府办公室", "furniture"},
      {"主办单位：青禾县人民政府办公室 承办单位：青禾县数据局", "furniture"},
      {"扫一扫在手机打开当前页", "furniture"},
      {"网站地图 | 联系我们 | 关于我们", "furniture"},

      {"|---|---|", "rule"},
      {"|:--|--:|", "rule"},
      {"| --- | --- |", "rule"},
      {"----------", "rule"},
      {"==========", "rule"},
      {"+------+-----+", "rule"},
      {"- - - -", "tabular"},
      {"——", "tabular"},
      {"-", "tabular"},

      {"- 4 -", "page mark"},
      {"— 4 —", "page mark"},
      {"－4－", "page mark"},
      {"-12-", "page mark"},
      {"第4页", "page mark"},
      {"第 4 页 共 12 页", "page mark"},
      {"4/12", "page mark"},
      {"Page 9 - 青禾县政府信息公开工作年度报告", "page mark"},
      {"P. 9", "page mark"},
      {"0/0", "tabular"},
      {"4", "tabular"},
      {"-4", "tabular"},

      {"一、总体情况", "heading"},
      {"# 一、总体情况", "heading"},
      {"总体情况", "heading"},
      {"1、 总体情况", "heading"},

      {"2021年，我局认真贯彻落实政府信息公开条例，全年主动公开信息320条。", "prose"},
      {"全年共收到申请26件，其中自然人24件，", "prose"},
      {"本年度未收到政府信息公开申请。", "prose"},
      {"2022年度制发、废止、现行有效的行政规范性文件分别为 2 件、", "prose"},
      {"一是加强组织领导；二是完善工作制度；三是强化监督检查", "prose"},
      {"注：行政复议、行政诉讼数量含上年度结转数量。", "prose"},

      {"规章", "tabular"},
      {"规章 | 0 | 0 | 0 |", "tabular"},
      {"规章 0 0 0", "tabular"},
      {"行政许可 870,413 +4 1", "tabular"},
      {"其他对外管理服务事项 6 增8 10,448", "tabular"},
      {"规章000", "tabular"},
      {"规章\t0\t0\t0", "tabular"},
      {"|", "tabular"},
      {"| ||", "tabular"},
      {"26", "tabular"},
      {"０", "tabular"},
      {"第二十条第（一）项", "tabular"},
      {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "tabular"},
      {"（二）部分公开（区分处理的，只计这一情", "tabular"},
      {"形，不计其他情形） 447 7 0 0 0 0 454", "tabular"},
      {"（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "tabular"},
      {"一、本年新收政府信息公开申请数量", "tabular"},
      {"二、上年结转政府信息公开申请数量", "tabular"},
      {"三、本年度办理结果", "tabular"},
      {"四、结转下年度继续办理", "tabular"},
      {"四、结转下年度继续办理 0 0 0 0 0 0 0", "tabular"},
      {"（七）总计", "tabular"},
      {"\"规章\",0,0,0", "tabular"},
      {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "tabular"},
      {"度", "tabular"},
      {"行政复议 行政诉讼", "tabular"},
  };
  for (const auto& c : cases) {
    INFO(c.line);
    CHECK(kind_of(c.line) == c.kind);
  }
}

TEST_CASE("a sentence wrapped behind a number", "[layout]") {
  const Text text("行政规范性文件新制作、新公开、对外公开总数分别为 24\n件、 19 件、 79 件。\n规范性文件 24 19 79\n");
  const Layout layout = read_layout(text);
  CHECK(kind_name(layout.lines.at(0).kind) == "prose");
  CHECK(kind_name(layout.lines.at(2).kind) == "tabular");
}

TEST_CASE("section headings in all wordings, with wrong ordinals and none", "[layout]") {
  struct {
    const char* name;
    std::string in;
    const char* out;
  } const cases[] = {
      {"official",
       "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
       "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
       "1 2 3 4 5 6"},
      {"2019",
       "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
       "四、政府信息公开行政复议、行政诉讼情况\n五、政府信息公开工作存在的主要问题及改进情况\n六、其他需要报告的事项\n",
       "1 2 3 4 5 6"},
      {"spaces and Markdown",
       "## 一、 总体情况\n## 二、 主动公开政府信息情况\n## 三、收到和处理政府信息公开申请 情况\n", "1 2 3"},
      {"section one: work", "一、工作基本情况\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: overview", "一、概述\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: general overview", "一、总体概述\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: progress", "一、工作总体推进情况\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: with the year", "一、2020年政府信息公开总体情况\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: affairs, with the year", "一、2023年政务公开总体情况\n二、主动公开政府信息情况\n", "1 2"},
      {"section one: number lost", "总体情况\n二、主动公开政府信息情况\n", "1(0) 2"},
      {"section one: another number", "1、 总体情况\n二、主动公开政府信息情况\n", "1(0) 2"},
      {"section two: of the bodies", "一、总体情况\n二、行政机关主动公开政府信息情况\n", "1 2"},
      {"section two: a word wrong", "一、总体情况\n二、主动公开政府政府情况\n", "1 2"},
      {"section two: short", "一、总体情况\n二、主动公开情况\n", "1 2"},
      {"section four: long",
       "三、收到和处理政府信息公开申请情况\n四、因政府信息公开工作被申请行政复议提起行政诉讼情况\n", "3 4"},
      {"section four: and", "三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议和行政诉讼情况\n", "3 4"},
      {"section five: and", "五、存在的主要问题和改进措施\n六、其他需要报告的事项\n", "5 6"},
      {"section five: long", "五、政府信息公开工作存在的主要问题及改进情况\n六、其他需要报告的事项\n", "5 6"},
      {"section five: short", "五、存在问题和改进措施\n六、其他需要报告的事项\n", "5 6"},
      {"section six: other words", "五、存在的主要问题及改进情况\n（五）其他报告事项\n", "5 6(0)"},
      {"ordinals one ahead",
       "三、主动公开政府信息情况\n四、收到和处理政府信息公开申请情况\n五、政府信息公开行政复议、行政诉讼情况\n",
       "2(3) 3(4) 4(5)"},
      {"the same ordinal twice", "一、总体情况\n一、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
       "1 2(1) 3"},
      {"seven for six", "五、存在的主要问题及改进情况\n七、其他需要报告的事项\n", "5 6(7)"},
      {"a letter before the number", "五、存在的主要问题及改进情况\nl六、其他需要报告的事项\n", "5 6(0)"},
      {"parts", "第一部分 总体情况\n第二部分：主动公开政府信息情况\n第三章 收到和处理政府信息公开申请情况\n", "1 2 3"},
      {"a table of contents before them",
       "一、总体情况 1\n二、主动公开政府信息情况 2\n三、收到和处理政府信息公开申请情况 3\n"
       "四、政府信息公开行政复议、行政诉讼情况 4\n一、总体情况\n全年工作有序。\n二、主动公开政府信息情况\n无。\n"
       "四、政府信息公开行政复议、行政诉讼情况\n无。\n",
       "1 2 4"},
      {"a table of contents with heads inside sections",
       "一、总体情况……1\n（一）主动公开……1\n（二）依申请公开……2\n二、主动公开政府信息情况……3\n"
       "一、总体情况\n全年工作有序。\n二、主动公开政府信息情况\n无。\n",
       "1 2"},
      {"a sentence behind them", "一、总体情况。2021年，工作有序。\n六、其他需要报告的事项：无。\n", "1 6"},
      {"row labels are none",
       "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n"
       "三、本年度办理结果\n四、结转下年度继续办理\n",
       "3"},
      {"sub-heads of section one are none",
       "一、总体情况\n（一）主动公开\n（二）依申请公开\n二、主动公开政府信息情况\n", "1 2"},
      {"sentences are none", "三、全年共收到申请26件，均已按时办结。\n", ""},
      {"a sub-head like a short heading",
       "一、总体情况\n（一）主动公开情况\n（二）依申请公开情况\n二、主动公开政府信息情况\n", "1 2"},
      {"no report", "关于召开会议的通知\n各有关单位：\n", ""},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(sections_of(c.in) == c.out);
  }
}

TEST_CASE("what looks like a heading and is none of the report's is passed over", "[layout]") {
  const Text text(
      "一、总体情况\n无。\n三、收到和处理政府信息公开申请情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"
      "二、主动公开政府信息情况\n无。\n四、政府信息公开行政复议、行政诉讼情况\n无。\n");
  std::string out;
  for (const auto& heading : read_layout(text).passed_over) out += std::to_string(heading.section + 1) + " ";
  CHECK(out == "2 4 ");
}

TEST_CASE("a sentence on the line of its section's heading is a line of its own", "[layout]") {
  struct {
    const char* line;
    const char* heading;
    const char* rest;
  } const cases[] = {
      {"六、其他需要报告的事项 无。", "六、其他需要报告的事项", "无。"},
      {"六、其他需要报告的事项：无。", "六、其他需要报告的事项:", "无。"},
      {"一、总体情况。2021年，全年工作有序，群众满意。", "一、总体情况。", "2021年,全年工作有序,群众满意。"},
      {"五、存在的主要问题 及改进情况", "五、存在的主要问题 及改进情况", ""},
      {"一、总体情况 ", "一、总体情况", ""},
  };
  for (const auto& c : cases) {
    INFO(c.line);
    const Text text(c.line);
    const Layout layout = read_layout(text);
    CHECK(text.at(layout.lines[0].span) == c.heading);
    CHECK(layout.lines[0].kind == LineKind::heading);
    const bool cut = *c.rest != '\0';
    REQUIRE(layout.lines.size() == (cut ? 2 : 1));
    if (!cut) continue;
    CHECK(text.at(layout.lines[1].span) == c.rest);
    CHECK(layout.lines[1].kind == LineKind::prose);
  }
}

TEST_CASE("lines cover the text, in order, apart from each other", "[layout]") {
  for (const std::string& paste : {std::string("一、总体情况\r\n\r\n 规章 | 0 |\r\n"), std::string("\n\n"),
                                   std::string(), std::string("没有换行"), std::string(" 前后有空格 \n")}) {
    const Text text(paste);
    const Layout layout = read_layout(text);
    std::uint32_t at = 0;
    for (const auto& line : layout.lines) {
      CHECK(line.span.begin >= at);
      CHECK(line.span.begin <= line.span.end);
      const std::string_view skipped = text.folded().substr(at, line.span.begin - at);
      CHECK(skipped.find_first_not_of(" \n") == std::string_view::npos);
      CHECK((line.kind == LineKind::empty) == line.span.empty());
      at = line.span.end;
    }
    CHECK(text.folded().substr(at).find_first_not_of(" \n") == std::string_view::npos);
  }
}

TEST_CASE("a report on one line is cut at its headings and sentences", "[layout]") {
  std::string table;
  for (int i = 0; i < 20; ++i) table += " 自然人 " + std::to_string(i) + " 科研机构 0";
  const std::string paste = "一、总体情况 2021年，全年主动公开信息320条。 二、主动公开政府信息情况" + table +
                            " 三、收到和处理政府信息公开申请情况" + table;
  const Text text(paste);
  const Layout layout = read_layout(text);
  CHECK(sections_of(paste) == "1 2 3");
  CHECK(layout.lines.size() == 6);
  CHECK(layout.lines[0].starts_line);
  for (std::size_t i = 1; i < layout.lines.size(); ++i) CHECK(!layout.lines[i].starts_line);
}

TEST_CASE("rows of comma separated values", "[layout]") {
  const auto cells_of = [](const std::string& line) {
    const Text text(line);
    std::string out;
    for (const Span cell : gouji::comma_cells(text.folded(), {0, static_cast<std::uint32_t>(text.folded().size())}))
      out += "[" + std::string(text.at(cell)) + "]";
    return out;
  };
  struct {
    const char* name;
    const char* in;
    const char* out;
  } const cases[] = {
      {"a row", "规章,0,0,0", "[规章][0][0][0]"},
      {"quoted", "\"规章\",\"0\",\"0\",\"0\"", "[规章][0][0][0]"},
      {"a comma in quotes", "\"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\",2,0,2",
       "[(二)部分公开(区分处理的,只计这一情形,不计其他情形)][2][0][2]"},
      {"thousands in quotes", "\"行政处罚\",\"1,234\",0", "[行政处罚][1,234][0]"},
      {"empty cells", "规章,,0,", "[规章][][0][]"},
      {"empty cells in quotes", "规章,\"\",0,\"\"", "[规章][][0][]"},
      {"words that no label knows, all in quotes", "\"信息内容\",\"上一年项目（2018年口径）\",\"增减（较2018年）\",",
       "[信息内容][上一年项目(2018年口径)][增减(较2018年)][]"},
      {"semicolons", "规章;0;0;0", "[规章][0][0][0]"},
      {"spaces", "规章, 0, 0, 0", "[规章][0][0][0]"},
      {"marks", "规章,-,/,—", "[规章][-][/][—]"},
      {"one number with separators", "1,234,567", ""},
      {"a sentence", "全年公开320条,其中网站200条,新媒体120条", ""},
      {"one comma", "规章,0", ""},
      {"pipes", "规章|0,0|0,0", ""},
      {"an open quote", "\"规章,0,0,0", ""},
      {"nothing", "", ""},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(cells_of(c.in) == c.out);
  }
}
