// Which year a report is on, and what says so.

#include "years.h"

#include <catch2/catch.hpp>

#include "document.h"

using namespace gouji;

namespace {

std::string with_headings(const std::string& title, const std::string& preface, const std::string& overview,
                          const std::string& end = "") {
  return title + "\n" + preface + "\n一、总体情况\n" + overview + "\n二、主动公开政府信息情况\n" + end + "\n";
}

/// "2021 settled", "2021", "none".
std::string year_of(const std::string& paste) {
  const Years years = read_document(paste).years;
  if (years.report == 0) return "none";
  return std::to_string(years.report) + (years.settled ? " settled" : "");
}

}  // namespace

TEST_CASE("title and period decide which year a report is on, or what else there is", "[years]") {
  const std::string title_2021 = "青禾县水务局2021年政府信息公开工作年度报告";
  const std::string title_2020 = "青禾县水务局2020年政府信息公开工作年度报告";
  const std::string period_2021 = "本报告所列数据的统计期限为2021年1月1日至2021年12月31日。";
  const std::string plain = "我局认真做好公开工作，及时公开信息。";
  struct {
    const char* name;
    std::string paste;
    const char* year;
  } const cases[] = {
      {"both agree", with_headings(title_2021, period_2021, plain), "2021 settled"},
      {"both agree against the text", with_headings(title_2021, period_2021, "2020年，我局认真做好公开工作。"),
       "2021 settled"},
      {"a title alone", with_headings(title_2021, "编制本报告。", plain), "2021"},
      {"a title and the text", with_headings(title_2021, "编制本报告。", "2021年，我局认真做好公开工作。"),
       "2021 settled"},
      {"a period alone", with_headings("", period_2021, plain), "2021"},
      {"they contradict", with_headings(title_2020, period_2021, plain), "none"},
      {"they contradict, and the text tells", with_headings(title_2020, period_2021, "2021年，我局认真做好公开工作。"),
       "2021 settled"},
      {"they contradict, and the preface tells",
       with_headings(title_2020, "现公布青禾县水务局2020年政府信息公开工作年度报告。" + period_2021, plain),
       "2020 settled"},
      {"they contradict, and the date tells", with_headings(title_2020, period_2021, plain, "2022年1月20日"),
       "2021 settled"},
      {"they contradict, and so do the others",
       with_headings(title_2020, period_2021, "2020年，我局认真做好公开工作。", "2022年1月20日"), "none"},
      {"a title against all the rest",
       with_headings(title_2020, "编制本报告。", "2021年，我局认真做好公开工作。", "2022年1月20日"), "2021 settled"},
      {"neither", with_headings("", "编制本报告。", plain), "none"},
      {"nothing", "", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    CHECK(year_of(c.paste) == c.year);
  }
}

TEST_CASE("sentences that open with a year and tell of its work", "[years]") {
  struct {
    const char* sentence;
    const char* opening;
  } const cases[] = {
      {"2020年，我局认真贯彻条例。", "2020 own general"},
      {"2020年，青禾县水务局认真贯彻条例。", "2020 own general"},
      {"2020年，县水务局以公开促规范。", "2020 own general"},
      {"2020年度，我局共收到申请19件。", "2020 own counts"},
      {"2020年共收到申请19件。", "2020 counts"},
      {"2020年，坚持以公开为常态。", "2020 general"},
      {"2020年，全局高度重视公开工作。", "2020 own general"},
      {"2020年，我局成立了领导小组。", "2020 own"},
      {"2020年，县林业局认真贯彻条例。", "none"},
      {"2020年，红河县水务局认真贯彻条例。", "none"},
      {"2020年以来，我局持续清理信息。", "none"},
      {"2020年底前完成清理。", "none"},
      {"2020年3月，我局修订了办法。", "none"},
      {"2020年度部门决算已经公开。", "none"},
      {"2020年修订的办法继续执行。", "none"},
      {"2020—2022年规划已经公开。", "none"},
      {"公开2020年度部门决算。", "none"},
      {"在2020年基础上充实栏目。", "none"},
  };
  for (const auto& c : cases) {
    INFO(c.sentence);
    const Years years = read_document(with_headings("青禾县水务局2021年政府信息公开工作年度报告", "编制本报告。",
                                                    std::string(c.sentence)))
                            .years;
    std::string found;
    for (const YearOpening& opening : years.openings) {
      found += std::to_string(opening.witness.year) + (opening.own ? " own" : "") + (opening.counts ? " counts" : "") +
               (opening.general ? " general" : "");
    }
    CHECK((found.empty() ? "none" : found) == c.opening);
  }
}
