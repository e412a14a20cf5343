// What kind of body reports, and whom a name in the sentences means.

#include "body.h"

#include <catch2/catch.hpp>

#include "place.h"

using namespace gouji;

namespace {

std::string name_of(BodyKind kind) {
  static constexpr const char* names[] = {"unknown", "government", "office", "department", "township", "other"};
  return names[static_cast<std::size_t>(kind)];
}

std::string name_of(Level level) {
  static constexpr const char* names[] = {"unknown", "national", "province", "city", "county", "township"};
  return names[static_cast<std::size_t>(level)];
}

std::string name_of(Whose whose) {
  static constexpr const char* names[] = {"own", "government", "other", "unclear"};
  return names[static_cast<std::size_t>(whose)];
}

}  // namespace

TEST_CASE("what kind of body a name tells", "[body]") {
  struct {
    const char* name;
    const char* kind;
    const char* level;
    bool lacks_rule_making;
  } const cases[] = {
      {"青禾县水务局", "department", "county", true},
      {"青禾县 水务局", "department", "county", true},
      {"青禾县\n水务局", "department", "county", true},
      {"松烟区发展和改革局", "department", "county", true},
      {"星桥市农业农村局", "department", "unknown", true},
      {"星桥市住房和城乡建设局", "department", "unknown", true},
      {"星桥市市场监督管理局", "department", "unknown", true},
      {"星桥市城市管理局", "department", "unknown", true},
      {"星桥市松烟区市场监督管理局", "department", "county", true},
      {"云岭省水利厅", "department", "province", true},
      {"上海市科委", "department", "province", true},
      {"青禾县人民政府信访局", "department", "county", true},
      {"星桥市人民政府国有资产监督管理委员会", "department", "unknown", true},
      {"国家税务总局青禾县税务局", "department", "county", true},
      {"国家统计局", "department", "national", false},

      {"云岭市人民政府", "government", "unknown", false},
      {"云岭省人民政府", "government", "province", false},
      {"上海市人民政府", "government", "province", false},
      {"上海市松烟区人民政府", "government", "county", true},
      {"红枫自治州人民政府", "government", "city", false},
      {"青禾县人民政府", "government", "county", true},
      {"青禾县", "government", "county", true},
      {"云岭市青禾县人民政府", "government", "county", true},
      {"云岭市星桥市人民政府", "government", "county", true},
      {"桐乡市人民政府", "government", "unknown", false},
      {"景德镇市人民政府", "government", "unknown", false},
      {"新乡市新乡县人民政府", "government", "county", true},
      {"津市市人民政府", "government", "unknown", false},
      {"沙市区人民政府", "government", "county", true},
      {"公安县人民政府", "government", "county", true},
      {"晋城市城区人民政府", "government", "county", true},
      {"阿克苏地区行政公署", "government", "city", false},

      {"青禾县人民政府办公室", "office", "county", true},
      {"青禾县政府办", "office", "county", true},
      {"云岭市人民政府办公厅", "office", "unknown", false},

      {"望舒镇人民政府", "township", "township", true},
      {"霜桥乡", "township", "township", true},
      {"青禾县望舒镇人民政府", "township", "township", true},
      {"听雨街道办事处", "township", "township", true},
      {"松烟区人民政府听雨街道办事处", "township", "township", true},
      {"松烟区建设路街道办事处", "township", "township", true},

      {"云岭经济技术开发区管理委员会", "other", "unknown", false},
      {"青禾县供销合作社联合社", "other", "county", false},
      {"望舒镇党政办公室", "other", "township", false},
      {"青禾县公安局松烟分局", "other", "county", false},
      {"青禾县融媒体中心", "other", "county", false},
      {"", "unknown", "unknown", false},
      {"教育部", "other", "unknown", false},
  };
  for (const auto& c : cases) {
    INFO(c.name);
    const Body body(c.name);
    CHECK(name_of(body.kind()) == c.kind);
    CHECK(name_of(body.level()) == c.level);
    CHECK(body.lacks_rule_making() == c.lacks_rule_making);
  }
}

TEST_CASE("whom a name means", "[body]") {
  struct {
    const char* reporter;
    const char* words;
    const char* whose;
  } const cases[] = {
      {"青禾县水务局", "青禾县水务局", "own"},
      {"青禾县水务局", "县水务局", "own"},
      {"青禾县水务局", "水务局", "own"},
      {"青禾县水务局", "县局", "own"},
      {"青禾县水务局", "局", "unclear"},
      {"青禾县水务局", "我局", "own"},
      {"青禾县水务局", "本局", "own"},
      {"青禾县水务局", "本机关", "own"},
      {"青禾县水务局", "我单位", "own"},
      {"青禾县水务局", "云岭市青禾县水务局", "own"},
      {"青禾县水务局", "青禾县人民政府", "government"},
      {"青禾县水务局", "县人民政府", "government"},
      {"青禾县水务局", "县政府", "government"},
      {"青禾县水务局", "县政府办公室", "government"},
      {"青禾县水务局", "县政府办", "government"},
      {"青禾县水务局", "县林业局", "other"},
      {"青禾县水务局", "青禾县政务服务和数据管理局", "other"},
      {"青禾县水务局", "红河县水务局", "other"},
      {"青禾县水务局", "松烟区发展和改革局", "other"},
      {"青禾县水务局", "云岭市水务局", "other"},
      {"青禾县水务局", "市水务局", "other"},
      {"青禾县水务局", "省水利厅", "other"},
      {"青禾县水务局", "望舒镇人民政府", "other"},
      {"青禾县水务局", "红河县", "other"},
      {"青禾县水务局", "青禾县", "unclear"},
      {"青禾县水务局", "我县", "unclear"},
      {"青禾县水务局", "我镇", "unclear"},
      {"青禾县水务局", "我委", "unclear"},
      {"青禾县水务局", "县河湖长制服务中心", "unclear"},
      {"青禾县水务局", "青禾区水务局", "unclear"},
      {"青禾县水务局", "局办公室", "unclear"},
      {"青禾县水务局", "领导小组", "unclear"},
      {"青禾县水务局", "", "unclear"},
      {"", "我局", "unclear"},

      {"松烟区发展和改革局", "区发改局", "own"},
      {"松烟区发展和改革局", "发展改革局", "own"},
      {"松烟区发展和改革局", "区发展改革局", "own"},
      {"松烟区发展和改革局", "区教育局", "other"},
      {"松烟区发展和改革局", "县发展和改革局", "unclear"},
      {"上海市科委", "市科委", "own"},
      {"上海市科委", "上海市科委", "own"},
      {"上海市科学技术委员会", "市科委", "own"},
      {"上海市科学技术委员会", "我委", "own"},
      {"上海市科委", "我委", "own"},
      {"上海市科委", "市政府", "government"},
      {"星桥市人力资源和社会保障局", "市人社局", "own"},
      {"星桥市人力资源和社会保障局", "松烟区人社局", "other"},
      {"国家税务总局青禾县税务局", "县税务局", "own"},

      {"松烟区人民政府办公室", "我办", "own"},
      {"松烟区人民政府办公室", "区政府办公室", "own"},
      {"松烟区人民政府办公室", "区政府办", "own"},
      {"松烟区人民政府办公室", "区政府", "government"},
      {"松烟区人民政府办公室", "松烟区人民政府", "government"},
      {"云岭市松烟区人民政府办公室", "松烟区人民政府办公室", "own"},
      {"云岭市松烟区人民政府办公室", "云岭市人民政府办公室", "other"},
      {"云岭市松烟区人民政府办公室", "市政府办公室", "other"},
      {"云岭市松烟区人民政府办公室", "区水务局", "other"},

      {"青禾县人民政府", "县政府", "own"},
      {"青禾县人民政府", "我县", "own"},
      {"青禾县人民政府", "青禾县", "own"},
      {"青禾县人民政府", "县政府办公室", "government"},
      {"青禾县人民政府", "县水务局", "other"},
      {"青禾县人民政府", "望舒镇", "other"},

      {"望舒镇人民政府", "我镇", "own"},
      {"望舒镇人民政府", "镇政府", "own"},
      {"望舒镇人民政府", "望舒镇", "own"},
      {"望舒镇人民政府", "我县", "unclear"},
      {"望舒镇人民政府", "县政府", "other"},
      {"望舒镇人民政府", "听雨镇人民政府", "other"},
      {"望舒镇人民政府", "水务局", "other"},
      {"听雨街道办事处", "我街道", "own"},
      {"听雨街道办事处", "我办", "own"},
      {"听雨街道办事处", "本街道", "own"},
      {"听雨街道办事处", "听雨街道", "own"},
  };
  for (const auto& c : cases) {
    INFO(c.reporter << " / " << c.words);
    CHECK(name_of(Body(c.reporter).whose(c.words)) == c.whose);
  }
}

TEST_CASE("what is certainly elsewhere", "[body]") {
  struct {
    const char* reporter;
    const char* words;
    bool elsewhere;
  } const cases[] = {
      {"青禾县水务局", "红河县水务局", true},
      {"青禾县水务局", "红河县", true},
      {"青禾县水务局", "松烟区人民政府", true},
      {"青禾县水务局", "云岭市水务局", false},    // may be above
      {"青禾县水务局", "望舒镇人民政府", false},  // may be in it
      {"青禾县水务局", "红河县望舒镇人民政府", true},
      {"青禾县水务局", "青禾县林业局", false},
      {"青禾县水务局", "县林业局", false},
      {"青禾县水务局", "青禾区水务局", false},  // renamed
      {"青禾县水务局", "国务院", false},
      {"云岭苗族侗族自治州青禾县水务局", "云岭州青禾县水务局", false},  // in short
      {"云岭苗族侗族自治州青禾县水务局", "星桥州青禾县水务局", true},
      {"青禾县水务局", "青禾苗族自治县水务局", false},  // in short, or renamed
      {"云岭市青禾县水务局", "云岭市红河县水务局", true},
      {"云岭市青禾县水务局", "星桥市红河县水务局", true},
      {"云岭市青禾县水务局", "星桥市青禾县水务局", true},
      {"星桥市农业农村局", "云岭市农业农村局", false},  // one may be in the other
      {"星桥市农业农村局", "松烟区农业农村局", false},
      {"望舒镇人民政府", "听雨街道办事处", true},
      {"望舒镇人民政府", "青禾县人民政府", false},
      {"青禾县望舒镇人民政府", "红河县人民政府", true},
      {"云岭经济技术开发区管理委员会", "青禾县人民政府", false},
  };
  for (const auto& c : cases) {
    INFO(c.reporter << " / " << c.words);
    CHECK(Body(c.reporter).is_elsewhere(c.words) == c.elsewhere);
  }
}

TEST_CASE("how a body cannot call itself", "[body]") {
  struct {
    const char* reporter;
    const char* words;
    bool contradicts;
  } const cases[] = {
      {"青禾县水务局", "我镇", true},          {"青禾县水务局", "我委", true},
      {"青禾县水务局", "我办", true},          {"青禾县水务局", "我局", false},
      {"青禾县水务局", "我县", false},         {"青禾县水务局", "我市", false},
      {"青禾县水务局", "本单位", false},       {"青禾县水务局", "我中心", false},
      {"松烟区教育局", "我县", true},          {"松烟区教育局", "我区", false},
      {"望舒镇人民政府", "我局", true},        {"望舒镇人民政府", "我乡", true},
      {"望舒镇人民政府", "我镇", false},       {"望舒镇人民政府", "我县", false},
      {"望舒镇人民政府", "我办", false},       {"听雨街道办事处", "我街道", false},
      {"听雨街道办事处", "我镇", true},        {"听雨街道办事处", "我办", false},
      {"上海市科委", "我委", false},           {"上海市科委", "我局", true},
      {"青禾县人民政府", "我局", false},       {"青禾县人民政府", "我县", false},
      {"青禾县融媒体中心", "我局", false},     {"", "我局", false},
      {"青禾县人民政府办公室", "我局", true},  {"青禾县人民政府办公室", "我办", false},
      {"青禾县人民政府办公室", "我县", false},
  };
  for (const auto& c : cases) {
    INFO(c.reporter << " / " << c.words);
    CHECK(Body(c.reporter).contradicts(c.words) == c.contradicts);
  }
}

TEST_CASE("the body that a sentence begins with", "[body]") {
  struct {
    const char* text;
    const char* name;
  } const cases[] = {
      {"青禾县水务局认真贯彻条例", "青禾县水务局"},
      {"县水务局认真贯彻条例", "县水务局"},
      {"水务局认真贯彻条例", "水务局"},
      {"松烟区发展和改革局坚持公开", "松烟区发展和改革局"},
      {"区发改局坚持公开", "区发改局"},
      {"市科委积极做好公开工作", "市科委"},
      {"上海市科学技术委员会共收到申请", "上海市科学技术委员会"},
      {"市政务服务局推进公开", "市政务服务局"},
      {"星桥市市场监督管理局推进公开", "星桥市市场监督管理局"},
      {"青禾县人民政府办公室进一步规范", "青禾县人民政府办公室"},
      {"县政府办理申请10件", "县政府"},
      {"县政府办共办理申请10件", "县政府办"},
      {"县政府高度重视", "县政府"},
      {"望舒镇人民政府共公开信息", "望舒镇人民政府"},
      {"望舒镇共公开信息", "望舒镇"},
      {"听雨街道办事处共公开信息", "听雨街道办事处"},
      {"云岭市各级行政机关", "云岭市"},
      {"我局共收到申请", "我局"},
      {"我办认真贯彻", "我办"},
      {"本机关收到申请", "本机关"},
      {"我县水务局收到申请", "我县水务局"},
      {"我镇共主动公开", "我镇"},
      {"本办法自发布之日起施行", ""},
      {"本年新收政府信息公开申请", ""},
      {"全县共收到申请", ""},
      {"全市新收政府信息公开申请", ""},
      {"各乡镇共收到申请", ""},
      {"各县区共收到申请", ""},
      {"住房和城乡建设领域", ""},
      {"市场主体10户", ""},
      {"城市管理信息64条", ""},
      {"城区道路改造", ""},
      {"社区服务信息71条", ""},
      {"区域协作", ""},
      {"街道主动公开政府信息163条", ""},
      {"乡镇水务站的公开意识", ""},
      {"落实县政府要求", ""},
      {"认真贯彻落实省政府要求", ""},
      {"2021年", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    INFO(c.text);
    CHECK(body_at(c.text) == c.name);
  }
}
