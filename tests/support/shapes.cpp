#include "support/shapes.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "check.h"
#include "form.h"
#include "support/allocated.h"
#include "support/files.h"

namespace gouji::test {
namespace {

std::string filled(std::string_view unit, std::size_t number) {
  std::string text;
  for (const char c : unit) {
    if (c == '@')
      text += std::to_string(number);
    else
      text += c;
  }
  return text;
}

/// A whole report, cut behind the heading of its first section: what stands between is prose of that section.
struct Frame {
  std::string before;
  std::string behind;
};

Frame report_around_prose() {
  const std::string report = read_file(source_path("tests/corpus/sample-qinghe-2025.txt"));
  const std::string heading = "一、总体情况\n";
  const std::size_t at = report.find(heading) + heading.size();
  return {report.substr(0, at), "\n" + report.substr(at)};
}

std::vector<Shape> plain_shapes() {
  std::string report = read_file(source_path("tests/corpus/sample-qinghe-2025.txt")) + "\n";
  std::string wrong = read_file(source_path("tests/corpus/tingyu-2023-errors.txt")) + "\n";
  std::string old = read_file(source_path("tests/corpus/xingqiao-2019.txt")) + "\n";
  for (std::string* text : {&report, &wrong, &old}) std::replace(text->begin(), text->end(), '@', ' ');
  return {
      {"nothing but digits", "", "7", ""},
      {"one line of letters", "", "政府信息公开", ""},
      {"one line of ASCII", "", "lorem ", ""},
      {"one word", "", "a", ""},
      {"line feeds", "", "\n", ""},
      {"carriage returns", "", "\r", ""},
      {"blanks", "", " ", ""},
      {"ideographic blanks", "", "　", ""},
      {"tabs", "", "\t", ""},
      {"pipes", "", "|", ""},
      {"pipes on lines", "", "|\n", ""},
      {"digits and pipes", "", "7|", ""},
      {"digits and pipes on lines", "", "7|\n", ""},
      {"digits and tabs", "", "7\t", ""},
      {"digits and blanks", "", "7 ", ""},
      {"digits on lines", "", "7\n", ""},
      {"numbers on lines", "", "@\n", ""},
      {"digits and empty lines", "", "7\n\n", ""},
      {"seven cells a line", "", "|1|2|3|4|5|6|21|\n", ""},
      {"seven tabbed cells a line", "", "1\t2\t3\t4\t5\t6\t@\n", ""},
      {"fifteen cells a line", "", "|1|2|3|4|10|1|2|3|4|10|1|2|3|4|@|\n", ""},
      {"rows without labels in padded columns", "", "   1     2     3     4     5     6     @\n", ""},
      {"commas", "", "，", ""},
      {"ASCII commas", "", ",", ""},
      {"digits and commas", "", "7,", ""},
      {"full stops", "", "。", ""},
      {"points", "", ".", ""},
      {"digits and points", "", "7.", ""},
      {"enumeration commas", "", "、", ""},
      {"semicolons", "", "；", ""},
      {"colons", "", "：", ""},
      {"open brackets", "", "（", ""},
      {"open marks of titles", "", "《", ""},
      {"open quotation marks", "", "“", ""},
      {"open brackets of all kinds", "", "《（“【〔「『〈", ""},
      {"closing brackets", "", "）》”", ""},
      {"brackets nested and closed", std::string(), "（1件", "）"},
      {"bracketed figures", "", "（@件）", ""},
      {"signs of percent", "", "%", ""},
      {"shares", "", "占@%，", ""},
      {"years", "", "2024年", ""},
      {"different years", "", "2@年，", ""},
      {"dates", "", "2024年1月31日", ""},
      {"periods", "", "2024年1月1日至2024年12月31日，", ""},
      {"short dates on lines", "", "2024-01-31\n", ""},
      {"list markers on lines", "", "（@）\n", ""},
      {"list markers", "", "@.", ""},
      {"Chinese list markers", "", "一是二是三是", ""},
      {"其中", "", "其中", ""},
      {"其中 with figures", "", "其中@件，", ""},
      {"分别为", "", "分别为@件、", ""},
      {"共", "", "共@件，", ""},
      {"合计", "", "合计", ""},
      {"Chinese numerals", "", "三百二十六万", ""},
      {"one Chinese numeral", "", "一", ""},
      {"thousands separators", "", "1,234", ""},
      {"zero marks", "", "—/-", ""},
      {"dashes", "", "—", ""},
      {"rules", "", "----------\n", ""},
      {"Markdown", "", "| --- | --- | --- |\n", ""},
      {"CSV", "", "\"总计\",1,2,3,4,5,6,21\n", ""},
      {"quotes of CSV", "", "\"", ""},
      {"combining characters", "e", "\u0301", ""},
      {"combining characters of several classes", "e", "\u0327\u0301\u0323", ""},
      {"Hangul in parts", "", "\u1100\u1161\u11a8", ""},
      {"characters that fold to many", "", "\ufdfa", ""},
      {"bidi controls", "", "\u202e\u2066\u202a", ""},
      {"characters without width", "", "\u200b\u2060\ufeff", ""},
      {"emoji", "", "👨\u200d👩\u200d👧", ""},
      {"bytes that are no UTF-8", "", "\xff\xc3\xe4\xb8", ""},
      {"bytes of zero", "", std::string("\0", 1), ""},
      {"page marks", "", "- @ -\n", ""},
      {"page numbers", "", "第@页 共9页\n", ""},
      {"furniture", "", "首页 > 政府信息公开 > 年报\n", ""},
      {"HTML", "", "<td class=\"a\" style='b'>&nbsp;@</td></tr><tr>\n", ""},
      {"titles of the report", "", "青禾县水务局2025年政府信息公开工作年度报告\n", ""},
      {"different titles", "", "某某县第@局2025年政府信息公开工作年度报告\n", ""},
      {"addresses", "", "http://www.example.cn/a/b.html?c=@ ", ""},
      {"telephone numbers", "", "0571-8888@，", ""},
      {"document numbers", "", "国办发〔2021〕@号", ""},
      {"titles of documents", "", "《关于第@号的通知》", ""},
      {"whole reports", "", report, ""},
      {"whole reports with errors", "", wrong, ""},
      {"whole reports on 2019", "", old, ""},
      {"one report, then empty lines", report, "\n", ""},
      {"one report, then pipes", report, "|", ""},
      {"one report, then rows", report, "总计|1|2|3|4|5|6|@\n", ""},
      {"half a report", "", report.substr(0, report.find("四、")), ""},
  };
}

/// Sentences of a section in a whole report, where they are read and held against its tables.
std::vector<Shape> shapes_in_prose() {
  const Frame frame = report_around_prose();
  std::vector<Shape> shapes;
  const auto add = [&](const std::string& name, const std::string& unit, const std::string& closing = "。") {
    shapes.push_back({name, frame.before, unit, closing + frame.behind});
  };
  add("a claim that holds", "本年新收政府信息公开申请27件。");
  add("a claim that fails", "本年新收政府信息公开申请26件。");
  add("a claim that fails, on lines", "本年新收政府信息公开申请26件。\n");
  add("claims that each say something else", "本年新收政府信息公开申请@件。");
  add("claims in clauses", "本年新收政府信息公开申请@件，");
  add("claims of one document", "制发行政规范性文件3件。");
  add("claims of the right number of documents", "制发行政规范性文件2件。");
  add("claims of documents that differ", "制发行政规范性文件@件。");
  add("claims of results in clauses", "予以公开@件、部分公开2件、不予公开3件，");
  add("clauses without a figure", "认真落实各项要求，");
  add("sentences without a figure", "我局认真落实各项要求。");
  add("one clause", "认真落实各项要求");
  add("figures without a sign", "公开信息3条");
  add("figures and commas", "3件，");
  add("figures and enumeration commas", "信息@条、");
  add("totals and parts", "共公开信息12条，其中政策5条、动态4条、其他3条。");
  add("totals and wrong parts", "共公开信息12条，其中政策5条、动态4条、其他@条。");
  add("chains of 其中", "公开信息12条，其中政策5条，");
  add("parts without an end", "政策@条、");
  add("parts in brackets", "政策5条（其中文件3条、解读2条）、");
  add("brackets in brackets", "政策5条（其中");
  add("sums", "政策5条、动态4条，共9条，");
  add("sums without an end", "政策1条，共9条，");
  add("分别 over and over", "网站、微信分别发布3条、4条，");
  add("分别 with many names", "甲、");
  add("shares and their figures", "公开信息9条，占90%，");
  add("shares of a list", "占比分别为10%、");
  add("growth", "公开信息9条，比上年增加3条，增长50%，");
  add("comparisons with last year", "比上年的@件增加3件，");
  add("list items", "一是公开信息3条。\n");
  add("numbered items", "（一）公开信息3条。\n");
  add("items that count up", "@.公开信息3条。\n");
  add("headings of the first level", "七、其他情况\n公开信息3条。\n");
  add("headings of sections", "三、收到和处理政府信息公开申请情况\n");
  add("headings of sections in turn",
      "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情"
      "况\n");
  add("openings with years", "2025年，我局公开信息3条。");
  add("openings with other years", "2@年，我局公开信息3条。");
  add("openings with the year before", "2024年，我局公开信息3条。");
  add("bodies", "青禾县第@局收到申请3件。");
  add("the body itself", "青禾县水务局收到申请3件。");
  add("names without an end", "青禾县人民政府办公室");
  add("documents in sentences", "按照《中华人民共和国政府信息公开条例》（国令第711号）第@条，");
  add("quotations", "“公开信息3条”，");
  add("fees", "收取信息处理费420元，");
  add("none at all", "未收到政府信息公开申请。");
  add("all done", "申请全部办结。");
  add("reviews and lawsuits", "行政复议结果维持1件、结果纠正1件，行政诉讼@件。");
  add("dates in sentences", "2025年@月3日公开信息3条。");
  add("periods in sentences", "数据统计期限为2025年1月1日至2025年12月31日。");
  add("contacts", "联系电话：0571-88880000。\n");
  add("doubled words", "公开公开信息信息");
  add("what is left over", "XX局公开信息××条。");
  add("Chinese numerals in sentences", "公开信息三百二十六条，");
  add("approximations", "公开信息近百余条，");
  add("tables in the prose", "公开信息|3|条\n");
  return shapes;
}

/// Each label of the newest form over and over: without figures, and as a row.
std::vector<Shape> shapes_of_labels() {
  std::vector<Shape> shapes;
  const Form& form = forms().back();
  for (const Section& section : form.sections)
    shapes.push_back({"heading " + std::string(section.label), "", std::string(section.label) + "\n", ""});
  std::string rows;
  for (const Table& table : form.tables) {
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const std::string label(table.rows[r].label.text);
      std::string row = label;
      for (std::size_t c = 0; c < table.columns_of(r); ++c) row += "|" + std::to_string(c);
      shapes.push_back({"label " + label, "", label, ""});
      shapes.push_back({"row " + label, "", row + "\n", ""});
      shapes.push_back({"cells of " + label, "", label + "\n1\n", ""});
      rows += row + "\n";
    }
  }
  shapes.push_back({"all rows", "", rows, ""});
  return shapes;
}

}  // namespace

std::string text_of(const Shape& shape, std::size_t bytes) {
  std::string text = shape.opening;
  text.reserve(bytes + shape.unit.size() + shape.closing.size() + 20);
  const bool counts = shape.unit.find('@') != std::string::npos;
  for (std::size_t number = 1; text.size() + shape.closing.size() < bytes; ++number)
    text += counts ? filled(shape.unit, number) : shape.unit;
  return text + shape.closing;
}

std::vector<Shape> all_shapes() {
  std::vector<Shape> shapes = plain_shapes();
  for (std::vector<Shape> more : {shapes_in_prose(), shapes_of_labels()}) {
    for (Shape& shape : more) shapes.push_back(std::move(shape));
  }
  return shapes;
}

namespace {

/// Lets the program keep the pages that it once had. A large block is otherwise a new mapping each time, and on some
/// machines the system takes many times longer to give a page than the check takes to fill it.
void keep_pages() {
#ifdef __GLIBC__
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

}  // namespace

Cost cost_of(std::string_view text, int runs) {
  using Clock = std::chrono::steady_clock;
  Cost cost;
  cost.bytes = text.size();
  keep_pages();
  double all = 0;
  for (int run = 0; run == 0 || (run < runs && all < 1); ++run) {
    const std::size_t before = memory_in_use();
    reset_peak();
    const auto start = Clock::now();
    (void)check_to_json(text).size();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    cost.seconds = run == 0 ? seconds : std::min(cost.seconds, seconds);
    cost.memory = peak_memory() - before;
    cost.kept = memory_in_use() - before;
    all += seconds;
  }
  return cost;
}

}  // namespace gouji::test
