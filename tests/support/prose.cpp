// Bodies and places that do not exist, and the order of what a report says.

#include "prose.h"

#include <array>

#include "unicode.h"

namespace gouji::test {
namespace {

struct Body {
  const char* name;
  const char* place;
  const char* brief;  // how it is called in sentences
  std::vector<const char*> selves;
  const char* scope;  // all of the place, where the body is its government
  const char* wide;   // the county or city that a department is part of
};

// The first five may make regulations of their own.
const std::vector<Body>& bodies() {
  static const std::vector<Body> all = {
      {"云岭市人民政府", "云岭市", "市政府", {"我市", "我市", "全市", "云岭市"}, "全市", ""},
      {"星桥市人民政府", "星桥市", "市政府", {"我市", "星桥市", "市政府"}, "全市", ""},
      {"朔云省人民政府", "朔云省", "省政府", {"我省", "全省"}, "全省", ""},
      {"沧屿市人民政府", "沧屿市", "市政府", {"我市", "沧屿市"}, "全市", ""},
      {"赤岭自治州人民政府", "赤岭自治州", "州政府", {"我州", "全州"}, "全州", ""},
      {"青禾县人民政府", "青禾县", "县政府", {"我县", "全县", "青禾县"}, "全县", ""},
      {"松烟区人民政府", "松烟区", "区政府", {"我区", "松烟区"}, "全区", ""},
      {"望舒镇人民政府", "望舒镇", "镇政府", {"我镇", "我镇", "望舒镇", "镇政府"}, "全镇", ""},
      {"霜桥乡人民政府", "霜桥乡", "乡政府", {"我乡", "霜桥乡"}, "全乡", ""},
      {"青禾县人民政府办公室", "青禾县", "县政府办公室", {"我办", "县政府办公室"}, "", "全县"},
      {"青禾县水务局", "青禾县", "县水务局", {"我局", "我局", "县水务局"}, "", "全县"},
      {"松烟区发展和改革局", "松烟区", "区发展和改革局", {"我局", "本局"}, "", "全区"},
      {"星桥市农业农村局", "星桥市", "市农业农村局", {"我局", "市农业农村局"}, "", "全市"},
      {"竹影县文化和旅游局", "竹影县", "县文化和旅游局", {"我局", "县文化和旅游局"}, "", "全县"},
      {"沧屿市教育局", "沧屿市", "市教育局", {"我局", "市教育局"}, "", "全市"},
      {"梧桐县卫生健康委员会", "梧桐县", "县卫生健康委", {"我委", "县卫生健康委"}, "", "全县"},
      {"云岭市住房和城乡建设局", "云岭市", "市住房和城乡建设局", {"我局", "市住房和城乡建设局"}, "", "全市"},
      {"朔云省自然资源厅", "朔云省", "省自然资源厅", {"我厅", "省自然资源厅"}, "", "全省"},
      {"听雨街道办事处", "听雨街道", "街道办事处", {"我街道", "本街道", "听雨街道"}, "", ""},
      {"松烟区听雨街道办事处", "听雨街道", "街道办事处", {"我街道", "街道办事处"}, "", ""},
      {"青禾县城乡管理综合行政执法局", "青禾县", "县综合行政执法局", {"我局"}, "", "全县"},
      {"星桥市审计局", "星桥市", "市审计局", {"我局", "市审计局"}, "", "全市"},
      {"青禾经济开发区管理委员会", "青禾经济开发区", "开发区管委会", {"我区", "管委会"}, "", ""},
  };
  return all;
}
constexpr std::size_t with_regulations = 5;

bool has_regulations(const Figures& figures) {
  for (const auto& [key, value] : figures.cells)
    if (key.starts_with("disclosure/regulations/") && value != "0" && !value.empty()) return true;
  return false;
}

constexpr std::array<const char*, 6> ordinals{"一", "二", "三", "四", "五", "六"};

}  // namespace

Prose::Prose(const Figures& figures, const Dressing& dressing)
    : random_(dressing.seed, 3), facts_(figures, random_), wording_(facts_, words_, numerals_, random_) {
  choose_body(figures, dressing);
  choose_habits();
  title_ = wording_.say("title");
}

void Prose::choose_body(const Figures& figures, const Dressing& dressing) {
  const std::size_t index = static_cast<std::size_t>(
      random_.below(has_regulations(figures) ? with_regulations : static_cast<std::uint64_t>(bodies().size())));
  const Body& body = bodies()[index];
  words_ = {{"agency", dressing.agency.empty() ? body.name : dressing.agency},
            {"place", body.place},
            {"short", body.brief},
            {"self", random_.pick(body.selves)},
            {"scope", body.scope},
            {"wide", body.wide},
            {"year", std::to_string(figures.year)},
            {"last", std::to_string(figures.year - 1)},
            {"next", std::to_string(figures.year + 1)},
            {"site.address", "www.qinghe.example"},
            {"mailbox", "xxgk@qinghe.example"},
            {"telephone", "0999-8" + std::to_string(random_.between(100000, 999999))},
            {"postcode", "8999" + std::to_string(random_.between(10, 99))},
            {"door", std::to_string(random_.between(1, 260))}};
  facts_.set("government", *body.scope != '\0' ? 1 : 0);
  const std::string scope = body.scope;
  facts_.set("large", !scope.empty() && scope != "全镇" && scope != "全乡" ? 1 : 0);
  facts_.set("county_body", *body.wide != '\0' ? 1 : 0);
  // A department publishes in January, a government may take until the end of March.
  day_ = static_cast<int>(random_.between(5, *body.scope != '\0' && random_.chance(2) ? 85 : 30));
}

void Prose::choose_habits() {
  words_["u"] = random_.pick({"件", "件", "件", "件", "件", "件", "件", "份", "宗", "起"});
  facts_.set("abbreviated", random_.chance(3) ? 1 : 0);
  using Digits = Numerals::Digits;
  numerals_.digits = random_.pick({Digits::plain, Digits::plain, Digits::plain, Digits::plain, Digits::plain,
                                   Digits::plain, Digits::plain, Digits::plain, Digits::spaced, Digits::spaced,
                                   Digits::grouped, Digits::full_width, Digits::chinese});
  numerals_.decimals = static_cast<int>(random_.below(3));
  numerals_.truncated = random_.chance(12);
  lists_by_stops_ = random_.chance(3);
  indent_ = random_.pick({"", "", "", "", "　　", "    "});
}

std::vector<std::string> Prose::indented(std::vector<std::string> paragraphs) const {
  for (std::string& paragraph : paragraphs) paragraph.insert(0, indent_);
  return paragraphs;
}

std::vector<std::string> Prose::preface() {
  // What is introduced as 《条例》 is called so.
  std::string text = wording_.say("preface");
  const bool introduced = text.find("以下简称《条例》") != std::string::npos;
  facts_.set("abbreviated", introduced ? 1 : 0);
  return indented({text});
}

std::vector<std::string> Prose::overview() {
  const bool introduced = facts_.hold("abbreviated=1");
  std::vector<std::string> lines{wording_.say(introduced ? "opening.lawful" : "opening")};
  const std::uint64_t style = random_.below(6);
  const bool of_proceedings_here = random_.chance(2);
  const auto endings = random_.below(2);
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string head = wording_.say("head." + number);
    std::string text = wording_.say("about." + number);
    if (i == 1 && of_proceedings_here) text += wording_.say("proceedings");
    switch (style) {
      case 0:
      case 1:
        lines.push_back("（" + std::string(ordinals[i]) + "）" + head + (endings == 0 ? "。" : "：") + text);
        break;
      case 2:
        lines.push_back("（" + std::string(ordinals[i]) + "）" + head + (endings == 0 ? "。" : ""));
        lines.push_back(text);
        break;
      case 3:
        lines.push_back(number + "." + head + "。" + text);
        break;
      case 4:
        lines.push_back(std::string(ordinals[i]) + "是" + head + "。" + text);
        break;
      default:
        lines.push_back("（" + std::string(ordinals[i]) + "）" + head);
        lines.push_back(text);
    }
  }
  return indented(lines);
}

std::vector<std::string> Prose::before_table(int section) {
  if (!random_.chance(5)) return {};
  return indented({wording_.say("before." + std::to_string(section))});
}

std::string Prose::enumerated(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += std::string(ordinals.at(i)) + "是" + items[i] + (lists_by_stops_ || i + 1 == items.size() ? "。" : "；");
  return text;
}

std::vector<std::string> Prose::problems() {
  const std::size_t count = static_cast<std::size_t>(random_.between(2, 4));
  const std::uint64_t first = random_.below(5);
  std::vector<std::string> problems, measures;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(1 + (first + i) % 5);
    problems.push_back(wording_.say("problem." + number));
    measures.push_back(wording_.say("measure." + number));
  }
  const std::string lead = wording_.say("problems.lead");
  const std::string then = wording_.say("measures.lead");
  switch (random_.below(4)) {
    case 0:
      return indented({"（一）存在的主要问题", enumerated(problems), "（二）改进情况", enumerated(measures)});
    case 1: {
      std::vector<std::string> lines{lead};
      for (std::size_t i = 0; i < count; ++i) lines.push_back(std::to_string(i + 1) + "." + problems[i] + "。");
      lines.push_back(then);
      for (std::size_t i = 0; i < count; ++i) lines.push_back(std::to_string(i + 1) + "." + measures[i] + "。");
      return indented(lines);
    }
    case 2:
      return indented({lead + enumerated(problems) + then + enumerated(measures)});
    default:
      return indented({lead + enumerated(problems), then + enumerated(measures)});
  }
}

std::vector<std::string> Prose::other_matters() {
  if (!facts_.hold("form2021=1") || !random_.chance(5)) return indented({wording_.say("other.matters")});
  std::vector<std::string> lines;
  static constexpr std::array<std::array<const char*, 2>, 4> items{
      {{"（一）收取信息处理费情况", "item.fees"},
       {"（二）落实上级年度政务公开工作要点情况", "item.tasks"},
       {"（三）人大代表建议和政协提案办理结果公开情况", "item.proposals"},
       {"（四）政务公开工作创新情况", "item.new"}}};
  for (const auto& [head, text] : items) {
    lines.emplace_back(head);
    lines.push_back(wording_.say(text));
  }
  return indented(lines);
}

std::vector<std::string> Prose::signature() {
  const int month = day_ <= 30 ? 1 : day_ <= 57 ? 2 : 3;
  const int day = month == 1 ? day_ : month == 2 ? day_ - 30 : day_ - 57;
  const std::string arabic = word("next") + "年" + std::to_string(month) + "月" + std::to_string(day) + "日";
  std::string in_words;
  for (const char digit : word("next")) {
    static constexpr std::array<const char*, 10> digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    in_words += digits[static_cast<std::size_t>(digit - '0')];
  }
  in_words += "年" + std::string(ordinals[static_cast<std::size_t>(month - 1)]) + "月" +
              (day == 2 ? "二" : chinese(day)) + "日";
  switch (random_.below(5)) {
    case 0:
      return {};
    case 1:
      return {word("agency"), in_words};
    case 2:
      return {arabic};
    default:
      return {word("agency"), arabic};
  }
}

std::vector<std::string> Prose::furniture_before() {
  const std::string shelf = std::to_string(random_.between(10, 99));
  const std::string serial = std::to_string(random_.between(100, 999));
  const std::string visits = std::to_string(random_.between(20, 900));
  const std::string next = word("next");
  const std::string agency = word("agency");
  const int month = day_ <= 30 ? 1 : day_ <= 57 ? 2 : 3;
  const int day = month == 1 ? day_ : month == 2 ? day_ - 30 : day_ - 57;
  const std::string date = next + "-0" + std::to_string(month) + (day < 10 ? "-0" : "-") + std::to_string(day);
  return {"当前位置：首页 > 政务公开 > 政府信息公开年报 > " + word("year") + "年",
          "索引号：YL0" + shelf + "/" + next + "-00" + serial + "  发布机构：" + agency,
          "发布日期：" + date + " 09:30  来源：" + agency + "  浏览次数：" + visits,
          "字体大小：【大】 【中】 【小】  打印本页  关闭窗口"};
}

std::vector<std::string> Prose::furniture_after() const {
  return {"分享到：微信 微博", "上一篇：" + word("agency") + "政府信息公开指南", "下一篇：没有了",
          "主办单位：" + word("agency") + "  网站标识码：0000000001  备案号：云ICP备00000000号-1",
          "版权所有 © " + word("next") + " 未经许可不得转载"};
}

}  // namespace gouji::test
