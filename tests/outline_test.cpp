// The headings of the first level of a report.

#include "outline.h"

#include <catch2/catch.hpp>

#include "document.h"

using namespace gouji;

namespace {

const std::string one = "一、总体情况\n全年工作有序。\n";
const std::string two = "二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n";
const std::string three =
    "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n";
const std::string four = "四、政府信息公开行政复议、行政诉讼情况\n没有发生。\n";
const std::string five = "五、存在的主要问题及改进情况\n解读不多，已增加。\n";
const std::string six = "六、其他需要报告的事项\n没有收费。\n";

/// "1 2 (2) 一:机构 3": sections that open, in brackets those that come again, and other headings with their number.
std::string outline_of(const std::string& paste) {
  const Document document = read_document(paste);
  std::string out;
  for (const TopHeading& heading : document.outline.headings) {
    const std::string section = heading.section ? std::to_string(*heading.section + 1) : "";
    out += out.empty() ? "" : " ";
    if (heading.opens) {
      out += section;
    } else if (heading.section) {
      out += "(" + section + ")";
    } else {
      out += std::string(document.text.at(heading.number)) + ":" + std::string(document.text.at(heading.span));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("headings of the first level are told from rows, items and sentences", "[outline]") {
  struct {
    const char* name;
    std::string paste;
    const char* outline;
  } const cases[] = {
      {"the form's", one + two + three + four + five + six, "1 2 3 4 5 6"},
      {"one of its own", one + "二、机构建设\n有专人负责。\n" + two + three + four, "1 二:二、机构建设 2 3 4"},
      {"out of order", one + two + three + four + six + five, "1 2 3 4 6 (5)"},
      {"a second of its kind", one + "三、主动公开政府信息情况\n见下表。\n" + two + three + four, "1 (2) 2 3 4"},
      {"a wrapped sentence",
       one + "全年围绕乡村振兴工作和县里的重点产业布局做好政府信息公开工作推进\n一、二、三产业融合\n" + two + three +
           four,
       "1 2 3 4"},
      {"an item with its sentence", one + "一、加强学习。全年学习两次。\n" + two + three + four, "1 2 3 4"},
      {"torn labels", one + two + three + "一、本年新收政府信息公开\n三、本年度办理\n四、结转下年度\n" + four,
       "1 2 3 4"},
      {"a table of contents",
       "一、总体情况……1\n二、机构建设……1\n二、主动公开政府信息情况……2\n" + one + two + three + four, "1 2 3 4"},
      {"an attachment", one + two + three + four + "青禾县水务局\n2022年1月30日\n一、任务\n二、要求\n", "1 2 3 4"},
      {"a second report", "青禾县水务局2021年政府信息公开工作年度报告\n" + one + two + three + four + five + six,
       "1 2 3 4 5 6"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(outline_of(c.paste) == c.outline);
  }
}

TEST_CASE("a report is one from four sections on", "[outline]") {
  CHECK(read_document(one + two + three + four).outline.is_report);
  CHECK(!read_document(one + two + three).outline.is_report);
  CHECK(!read_document("青禾县水务局2017年政府信息公开工作年度报告\n" + one +
                       "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" + four)
             .outline.is_report);
  CHECK(!read_document("从前有一座山，山上有一座庙。\n一、老和尚\n二、小和尚\n").outline.is_report);
}

TEST_CASE("a section under another title is known by its number, or as the only one in its place", "[outline]") {
  const auto renamed = [](const std::string& paste) {
    const Document document = read_document(paste);
    const TopHeading* heading = document.outline.renamed(4);
    return heading == nullptr ? std::string() : std::string(document.text.at(heading->span));
  };
  const std::string before = one + two + three + four;
  CHECK(renamed(before + "五、工作中的不足\n解读不多。\n" + six) == "五、工作中的不足");
  CHECK(renamed(before + "七、工作中的不足\n解读不多。\n" + six) == "七、工作中的不足");
  CHECK(renamed(before + "一、工作中的不足\n解读不多。\n" + six).empty());
  CHECK(renamed(before + six).empty());
  CHECK(renamed(before + five + six).empty());
}
