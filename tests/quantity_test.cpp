#include "quantity.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text.h"

using namespace gouji;

namespace {

/// "1300余条=1300[1301,1399]" for each quantity of a sentence.
std::vector<std::string> read(const std::string& sentence) {
  const Text folded(sentence);
  std::vector<std::string> out;
  for (const Quantity& quantity : find_quantities(folded.folded(), gouji::Letters(folded.folded()))) {
    const std::string_view whole = folded.folded().substr(quantity.whole.begin, quantity.whole.size());
    std::string line = std::string(whole) + "=" + to_string(quantity.value);
    if (compare(quantity.low, quantity.high) != 0)
      line += "[" + to_string(quantity.low) + "," + to_string(quantity.high) + "]";
    out.push_back(line);
  }
  return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("quantity: spellings of a number") {
  CHECK(read("受理26件，答复１２件，收到申请 34 件") == List{"26件=26", "12件=12", "34=34"});
  CHECK(read("发布1,234条") == List{"1,234条=1234"});
  CHECK(read("发布1 234条") == List{"1 234条=1234"});
  CHECK(read("三百二十六件") == List{"三百二十六件=326"});
  CHECK(read("发文三百二十六件、十二件、二十件、一百零五件、两件") ==
        List{"三百二十六件=326", "十二件=12", "二十件=20", "一百零五件=105", "两件=2"});
  CHECK(read("收费3.5万元，共380元，1.2亿元") == List{"3.5万元=3.5", "380元=380", "1.2亿元=1.2"});
  CHECK(read("占86.92%，上升百分之二十，提高百分之三点五，增长1.4倍，提高5个百分点") ==
        List{"86.92%=86.92", "百分之二十=20", "百分之三点五=3.5", "1.4倍=1.4", "5个百分点=5"});
  CHECK(read("部分公开67,占4.61%") == List{"67=67", "4.61%=4.61"});
}

TEST_CASE("quantity: what the words around a number allow") {
  CHECK(read("1300余条") == List{"1300余条=1300[1301,1399]"});
  CHECK(read("13170余条") == List{"13170余条=13170[13171,13179]"});
  CHECK(read("四十余条") == List{"四十余条=40[41,49]"});
  CHECK(read("4万余条") == List{"4万余条=40000[40001,49999]"});
  CHECK(read("1.2万条") == List{"1.2万条=12000[11001,12999]"});
  CHECK(read("20多万条") == List{"20多万条=200000[200001,299999]"});
  CHECK(read("近2000篇") == List{"近2000篇=2000[1000,2000]"});
  CHECK(read("约300份，50个左右") == List{"约300份=300[270,330]", "50个左右=50[45,55]"});
  CHECK(read("100条以上") == List{"100条以上=100[100,999999999999999]"});
  CHECK(read("超过500人次，不超过3件") == List{"超过500人次=500[500,999999999999999]", "不超过3件=3[0,3]"});
  CHECK(read("共计达18条") == List{"18条=18"});
}

TEST_CASE("quantity: numbers that count nothing") {
  // More than there can be; nor may such a number be more than the greatest that its own words allow.
  CHECK(read("9999999999亿个以上").empty());
  CHECK(read("999999999999亿件").empty());
  CHECK(read("1000000000000000条").empty());
  for (const char* sentence : {"国办公开办函〔2021〕30号",
                               "国务院令第711号",
                               "第二十条第（一）项",
                               "2021年1月1日至12月31日",
                               "联系电话：0355-2239235，邮编046000",
                               "20个工作日",
                               "24小时",
                               "三安全一稳定",
                               "“三审三校”",
                               "12345热线",
                               "双随机、一公开",
                               "十四五规划",
                               "7×24小时",
                               "（一）主动公开",
                               "1.加强领导",
                               "一是加强领导",
                               "三四个栏目",
                               "10至20件",
                               "数十件",
                               "近百条",
                               "若干条",
                               "百余条",
                               "www.abc123.gov.cn",
                               "第3期",
                               "统一件",
                               "第三批次",
                               "九时三十分",
                               "2021.1.30",
                               "9:30",
                               "进一步",
                               "二〇二一年",
                               "4567890",
                               "一件事一次办",
                               "高效办成“一件事”",
                               "2016—2020年",
                               "收到申请4 2件"}) {
    INFO(sentence);
    CHECK(read(sentence) == List{});
  }
  CHECK(read("受理12345热线47件") == List{"47件=47"});
  CHECK(read("办结12345件") == List{"12345件=12345"});
  CHECK(read("召开会议一次") == List{"一次=1"});
}

TEST_CASE("chinese numerals") {
  CHECK(read_chinese_numeral("三百二十六") == 326);
  CHECK(read_chinese_numeral("一千零五") == 1005);
  CHECK(read_chinese_numeral("二〇二一") == 2021);
  CHECK(read_chinese_numeral("十") == 10);
  CHECK(read_chinese_numeral("一百一十") == 110);
  CHECK(read_chinese_numeral("三万二千") == 32000);
  CHECK(read_chinese_numeral("两") == 2);
  CHECK(!read_chinese_numeral("三四"));
  CHECK(!read_chinese_numeral("五六十"));
  CHECK(!read_chinese_numeral("万"));
  CHECK(!read_chinese_numeral(""));
}
