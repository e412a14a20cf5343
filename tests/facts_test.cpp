// What the report says of itself.

#include "facts.h"

#include <catch2/catch.hpp>

#include "layout.h"
#include "text.h"

using namespace gouji;

namespace {

struct Facts {
  std::string title, agency, period, published;
  int year;
};

Facts facts_of(const std::string& paste) {
  const Text text(paste);
  const auto facts = read_facts(text, read_layout(text));
  const auto date = [](const auto& found) { return found ? to_string(found->date) : std::string("none"); };
  const std::string period =
      facts.period_from || facts.period_to ? date(facts.period_from) + " " + date(facts.period_to) : "none";
  return {std::string(text.at(facts.title)), std::string(text.at(facts.agency)), period, date(facts.published),
          facts.year};
}

}  // namespace

TEST_CASE("title, body and year", "[facts]") {
  const std::string body = "\n一、总体情况\n";
  struct {
    const char* name;
    std::string in;
    const char* title;
    const char* agency;
    int year;
  } const cases[] = {
      {"usual", "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局2021年政府信息公开工作年度报告",
       "青禾县水务局", 2021},
      {"over two lines", "青禾县水务局2021年政府信息公开工作\n年度报告", "青禾县水务局2021年政府信息公开工作\n年度报告",
       "青禾县水务局", 2021},
      {"over two lines, the body first", "青禾县水务局\n2021年政府信息公开工作年度报告",
       "青禾县水务局\n2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"spaced", "青禾县水务局 2021 年 政府信息公开工作年度报告", "青禾县水务局 2021 年 政府信息公开工作年度报告",
       "青禾县水务局", 2021},
      {"full-width year", "青禾县水务局２０２１年政府信息公开工作年度报告",
       "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"the year first", "2024年青禾县水务局政府信息公开工作年度报告", "2024年青禾县水务局政府信息公开工作年度报告",
       "青禾县水务局", 2024},
      {"the year inside", "青禾县水务局政府信息公开2021年工作年度报告", "青禾县水务局政府信息公开2021年工作年度报告",
       "青禾县水务局", 2021},
      {"in short", "青禾县2023年政府信息公开年报", "青禾县2023年政府信息公开年报", "青禾县", 2023},
      {"behind furniture",
       "当前位置：首页 > 政府信息公开年报\n索引号：0001\n青禾县水务局2021年政府信息公开工作年度报告",
       "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"in the page's index only", "标题：青禾县水务局2021年政府信息公开工作年度报告\n索引号：0001",
       "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"behind the name of the page's column of that year",
       "首页\n青禾县2021年政府信息公开年报\n青禾县水务局2021年政府信息公开工作年度报告",
       "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"behind the name of the page's column", "首页\n政府信息公开年报\n青禾县水务局2021年政府信息公开工作年度报告",
       "青禾县水务局2021年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"without a year", "青禾县水务局政府信息公开工作年度报告", "青禾县水务局政府信息公开工作年度报告", "青禾县水务局",
       0},
      {"the year behind", "青禾县水务局政府信息公开工作年度报告（2021年度）",
       "青禾县水务局政府信息公开工作年度报告(2021年度)", "青禾县水务局", 2021},
      {"the year in numerals", "青禾县水务局二〇二一年政府信息公开工作年度报告",
       "青禾县水务局二〇二一年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"the year without 年", "青禾县水务局2021政府信息公开工作年度报告", "青禾县水务局2021政府信息公开工作年度报告",
       "青禾县水务局", 2021},
      {"a year that is none", "青禾县水务局202020年政府信息公开工作年度报告",
       "青禾县水务局202020年政府信息公开工作年度报告", "青禾县水务局", 0},
      {"with joining words", "青禾县水务局关于2021年度政府信息公开工作年度报告",
       "青禾县水务局关于2021年度政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"a heading of Markdown", "# 青禾县水务局 2021 年政府信息公开工作年度报告",
       "# 青禾县水务局 2021 年政府信息公开工作年度报告", "青禾县水务局", 2021},
      {"the body alone nowhere", "2021年政府信息公开工作年度报告", "2021年政府信息公开工作年度报告", "", 2021},
      {"none", "本报告根据条例编制。", "", "", 0},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    const Facts facts = facts_of(c.in + body);
    CHECK(facts.title == c.title);
    CHECK(facts.agency == c.agency);
    CHECK(facts.year == c.year);
  }
}

TEST_CASE("the period of a report", "[facts]") {
  const char* whole = "2021-01-01 2021-12-31";
  struct {
    const char* words;
    const char* period;
  } const cases[] = {
      {"本报告所列数据的统计期限自2021年1月1日起，至2021年12月31日止。", whole},
      {"统计期限为2021年1月1日至2021年12月31日。", whole},
      {"统计期限为2021年1月1日至12月31日。", whole},
      {"统计期限为2021年1月1日起至2021年12月31日止。", whole},
      {"统计期限为2021年1月1日到12月31日。", whole},
      {"统计期限为2021年1月1日-12月31日。", whole},
      {"统计期限为2021年1月1日—2021年12月31日。", whole},
      {"统计期限为2021年1月1日——12月31日。", whole},
      {"统计期限为2021年1月1日～12月31日。", whole},
      {"统计期限为 2021 年 1 月 1 日至 2021 年 12 月 31 日。", whole},
      {"统计期限为２０２１年１月１日至１２月３１日。", whole},
      {"统计期限为2021年1月1日\n至2021年12月31日。", whole},
      {"统计期限为2021年1月1日至2021年12月\n31日。", whole},
      {"统计期限为2021-01-01至2021-12-31。", whole},
      {"统计期限为2021.1.1-2021.12.31。", whole},
      {"统计期限为2021.1.1—12.31。", whole},
      {"数据统计期限从2021年1月1日到12月31日止。", whole},
      {"统计期限为二〇二一年一月一日至十二月三十一日。", whole},
      {"统计期限为2021年1月至12月。", "2021-01-00 2021-12-00"},
      {"统计期限为1月1日至12月31日。", "0000-01-01 0000-12-31"},
      {"统计期限为2021年2月1日至2021年12月31日。", "2021-02-01 2021-12-31"},
      {"统计期限为2021年1月1日至。", "2021-01-01 none"},
      {"本报告中所列数据截止日期为2021年12月25日。", "none 2021-12-25"},
      {"2021年1月1日至2021年3月31日开展专项清理。统计期限为2021年1月1日至12月31日。", whole},
      {"2021年1月1日至2021年3月31日开展专项清理。", "none"},
      {"内容涵盖2021年1月1日至12月31日期间的工作。", whole},
      {"统计期限为2020年1月1日至2021年12月31日。", "2020-01-01 2021-12-31"},
      {"统计期限为2021年1月1日至2021年11月30日。", "2021-01-01 2021-11-30"},
      {"截至2021年12月31日，共有政务新媒体2个。", "none"},
      {"2021年1月1日，新办法施行。", "none"},
      {"2021年度共公开信息320条。", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.words);
    const Facts facts =
        facts_of("青禾县水务局2021年政府信息公开工作年度报告\n" + std::string(c.words) + "\n一、总体情况\n");
    CHECK(facts.period == c.period);
    CHECK(facts.year == 2021);
  }
  // Without a title the period tells the year.
  CHECK(facts_of("统计期限为2021年1月1日至12月31日。").year == 2021);
}

TEST_CASE("the date of publication", "[facts]") {
  const std::string title = "青禾县水务局2021年政府信息公开工作年度报告\n";
  struct {
    const char* name;
    std::string in;
    const char* published;
  } const cases[] = {
      {"of the page", "发布日期：2022-01-28 来源：青禾县水务局\n" + title, "2022-01-28"},
      {"of the page, with the time", "发布时间：2022-01-28 15:20 浏览次数：33\n" + title, "2022-01-28"},
      {"in characters", "成文日期：2022年1月28日\n" + title, "2022-01-28"},
      {"under the report", title + "一、总体情况\n六、其他需要报告的事项\n无。\n青禾县水务局\n2022年1月28日\n",
       "2022-01-28"},
      {"on one line with the body", title + "一、总体情况\n青禾县水务局 2022年1月28日\n", "2022-01-28"},
      {"the page before the report", "发布日期：2022-01-30\n" + title + "一、总体情况\n2022年1月28日\n", "2022-01-30"},
      {"under the report, in numerals", title + "一、总体情况\n青禾县水务局\n二〇二二年一月二十八日\n", "2022-01-28"},
      {"of one label behind another that is empty", "成文日期： | 发布日期：2022-01-28\n" + title, "2022-01-28"},
      {"none", title + "一、总体情况\n2021年1月1日起施行了新办法，公开工作有了新的依据，我局组织了学习。\n", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(facts_of(c.in).published == c.published);
  }
}
