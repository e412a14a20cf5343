// Sentences of our own about places that do not exist. A figure is told only where the cells give it for certain.

#include "prose.h"

#include <array>

#include "unicode.h"

namespace gouji::test {
namespace {

struct Agency {
  const char* name;
  const char* place;
  const char* self;
};

// Fictional, all of them; only the first two are of a rank that makes regulations.
constexpr std::array<Agency, 8> agencies{{
    {"云岭市人民政府", "云岭市", "我市"},
    {"星桥市人民政府", "星桥市", "我市"},
    {"青禾县人民政府办公室", "青禾县", "我办"},
    {"青禾县水务局", "青禾县", "我局"},
    {"松烟区发展和改革局", "松烟区", "我局"},
    {"望舒镇人民政府", "望舒镇", "我镇"},
    {"听雨街道办事处", "听雨街道", "我街道"},
    {"星桥市农业农村局", "星桥市", "我局"},
}};

bool has_regulations(const Figures& figures) {
  for (const auto& [key, value] : figures.cells)
    if (key.starts_with("disclosure/regulations/") && value != "0" && !value.empty()) return true;
  return false;
}

}  // namespace

Prose::Prose(const Figures& figures, const Dressing& dressing)
    : figures_(figures),
      random_(dressing.seed, 3),
      year_(std::to_string(figures.year)),
      next_year_(std::to_string(figures.year + 1)) {
  std::size_t index = static_cast<std::size_t>(has_regulations(figures) ? random_.below(2) : random_.below(8));
  agency_ = dressing.agency.empty() ? agencies[index].name : dressing.agency;
  place_ = agencies[index].place;
  self_ = agencies[index].self;
  spaced_numbers_ = random_.chance(4);
}

long long Prose::count(const std::string& key) const {
  auto found = figures_.cells.find(key);
  return found != figures_.cells.end() && is_ascii_digits(found->second) ? std::stoll(found->second) : -1;
}

std::string Prose::number(long long value) const {
  return spaced_numbers_ ? " " + std::to_string(value) + " " : std::to_string(value);
}

std::string Prose::title() const { return agency_ + year_ + "年政府信息公开工作年度报告"; }

std::vector<std::string> Prose::preface() {
  std::string basis =
      random_.pick({"按照《中华人民共和国政府信息公开条例》第五十条的规定，",
                    "根据《中华人民共和国政府信息公开条例》，", "依据《中华人民共和国政府信息公开条例》有关要求，"});
  std::string period = random_.pick({"本报告所列数据的统计期限为", "本报告数据统计时限为", "报告中数据的统计周期为"});
  std::string end = random_.pick({"12月31日。", "12月31日止。"});
  std::string body = basis + "编制" + year_ + "年政府信息公开工作年度报告。全文由总体情况、主动公开政府信息情况、" +
                     "收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、" +
                     "其他需要报告的事项六部分组成。" + period + year_ + "年1月1日至" + end;
  if (random_.chance(2)) body += "公众可在" + place_ + "政府网站查阅本报告，如有疑问请与" + agency_ + "联系。";
  return {body};
}

std::string Prose::documents() {
  std::string row = "disclosure/normative_documents/";
  if (figures_.form == "2019") {
    long long made = count(row + "made");
    return made < 0 ? "" : "本年新制作规范性文件" + number(made) + "件。";
  }
  long long issued = count(row + "issued");
  long long repealed = count(row + "repealed");
  long long in_force = count(row + "in_force");
  if (issued < 0 || repealed < 0 || in_force < 0) return "";
  return random_.chance(2) ? "全年制发行政规范性文件" + number(issued) + "件，废止" + number(repealed) +
                                 "件，现行有效" + number(in_force) + "件。"
                           : "本年度制发行政规范性文件" + number(issued) + "件。";
}

std::string Prose::requests() {
  std::string total = "/total";
  long long received = count("requests/new_received" + total);
  long long before = count("requests/carried_over" + total);
  long long processed = count("requests/processed_total" + total);
  long long after = count("requests/carried_forward" + total);
  if (received < 0 || before < 0 || processed < 0 || after < 0) return "办理程序进一步规范。";
  if (received + before + processed + after == 0)
    return random_.pick({"本年度未收到政府信息公开申请。", "全年没有收到政府信息公开申请，也没有上年结转的申请。"});
  std::string text;
  switch (random_.below(3)) {
    case 0:
      text = "本年新收政府信息公开申请" + number(received) + "件，上年结转" + number(before) + "件；办结" +
             number(processed) + "件，结转下年度继续办理" + number(after) + "件。";
      break;
    case 1:
      text = "全年新收政府信息公开申请" + number(received) + "件，上年结转政府信息公开申请" + number(before) + "件。";
      break;
    default:
      text = "全年共新收政府信息公开申请" + number(received) + "件，全部依法登记、分办。";
  }
  long long natural = count("requests/new_received/natural_person");
  if (natural >= 0 && natural <= received && random_.chance(2))
    text += "新收申请中，自然人申请" + number(natural) + "件，法人或其他组织申请" + number(received - natural) + "件。";
  return text;
}

std::string Prose::proceedings() {
  long long review = count("proceedings/review/total");
  long long direct = count("proceedings/litigation_direct/total");
  long long later = count("proceedings/litigation_after_review/total");
  if (review < 0 || direct < 0 || later < 0) return "";
  if (review + direct + later == 0) return "未发生因政府信息公开引发的行政复议和行政诉讼。";
  return "因政府信息公开引发行政复议" + number(review) + "件、行政诉讼" + number(direct + later) + "件。";
}

std::vector<std::string> Prose::overview() {
  long long items = static_cast<long long>(random_.between(120, 4800));
  std::string opening =
      year_ + "年，" + self_ + "坚持以公开为常态、不公开为例外，" +
      random_.pick({"把政务公开同业务工作一起部署、一起检查。", "围绕群众关心的事项做好政府信息公开工作。"});
  std::string first =
      "（一）主动公开。通过政府网站发布政府信息" + number(items) + "条，" +
      random_.pick({"重点公开政策文件、财政资金和民生事项。", "及时更新机构职能、办事指南和工作动态。"});
  first += documents();
  std::string second = "（二）依申请公开。" + requests();
  second += proceedings();
  std::string third = std::string("（三）政府信息管理。") +
                      random_.pick({"公文拟制时同步确定公开属性，对已公开的文件定期清理、更新状态。",
                                    "落实信息发布审核和保密审查制度，做到先审后发、不审不发。"});
  std::string fourth =
      std::string("（四）政府信息公开平台建设。") +
      random_.pick({"调整公开专栏的栏目设置，方便群众按主题查找。", "做好网站适老化改造和搜索功能优化。"});
  std::string fifth = std::string("（五）监督保障。") +
                      random_.pick({"明确分管负责同志和专门人员，开展业务培训2次。",
                                    "把公开工作纳入年度考核，定期通报栏目更新情况。"}) +
                      "本年度未发生责任追究情形，社会评议结果良好。";
  return {opening, first, second, third, fourth, fifth};
}

std::vector<std::string> Prose::problems() {
  // One draw a statement: the operands of + may be evaluated in any order.
  std::string problems = "存在的主要问题：一是";
  problems += random_.pick({"部分栏目更新不够及时；", "政策解读形式比较单一；", "公开内容与群众需求还有差距；"});
  problems += "二是";
  problems += random_.pick({"基层工作人员变动较快，业务不够熟练。", "依申请公开答复文书的规范程度有待提高。"});
  std::string measures = "改进措施：一是";
  measures += random_.pick({"建立栏目更新提醒机制，逐月核对；", "丰富图文、问答等解读形式；"});
  measures += "二是";
  measures += random_.pick({"加强岗前培训和日常指导，统一文书样式。", "定期会商疑难申请，提高答复质量。"});
  return {problems, measures};
}

std::vector<std::string> Prose::other_matters() {
  long long unpaid = count("requests/other.fee_unpaid/total");
  if (unpaid > 0)
    return {year_ + "年" + self_ + "按照规定发出信息处理费收费通知，申请人逾期未缴纳，实际收取金额为0元。"};
  return {random_.pick({std::string("本年度未发出信息处理费收费通知，未收取信息处理费。无其他需要报告的事项。"),
                        year_ + "年" + self_ + "没有收取政府信息公开信息处理费。"})};
}

std::vector<std::string> Prose::signature() const { return {agency_, next_year_ + "年1月20日"}; }

std::vector<std::string> Prose::furniture_before() {
  std::string shelf = std::to_string(random_.between(10, 99));
  std::string serial = std::to_string(random_.between(100, 999));
  std::string visits = std::to_string(random_.between(20, 900));
  return {"当前位置：首页 > 政务公开 > 政府信息公开年报 > " + year_ + "年",
          "索引号：YL0" + shelf + "/" + next_year_ + "-00" + serial + "  发布机构：" + agency_,
          "发布日期：" + next_year_ + "-01-20 09:30  来源：" + agency_ + "  浏览次数：" + visits,
          "字体大小：【大】 【中】 【小】  打印本页  关闭窗口"};
}

std::vector<std::string> Prose::furniture_after() {
  return {"分享到：微信 微博", "上一篇：" + agency_ + "政府信息公开指南", "下一篇：没有了",
          "主办单位：" + agency_ + "  网站标识码：0000000001  备案号：云ICP备00000000号-1",
          "版权所有 © " + next_year_ + " 未经许可不得转载"};
}

}  // namespace gouji::test
