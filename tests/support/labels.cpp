// The variants are data: official label, then wordings met in published reports (YEAR stands for the report's year,
// LAST for the year before).

#include "labels.h"

#include "unicode.h"

namespace gouji::test {
namespace {

const std::map<std::string, std::vector<std::string>>& variants() {
  static const std::map<std::string, std::vector<std::string>> data = {
      {"规章", {"规章（设区的市、自治州人民政府应提供相关数据）", "规 章"}},
      {"行政规范性文件", {"规范性文件", "行政规范性文件（以政府及政府办公室名义）", "行政规范 性文件"}},
      {"规范性文件", {"行政规范性文件", "规范性文件（行政机关制定发布的）"}},
      {"行政事业性收费", {"行政事业型收费", "行政事业 性收费"}},
      {"本年制发件数", {"本年（YEAR）制发件数", "本年制 发件数"}},
      {"本年废止件数", {"本年（YEAR）废止件数", "本年废 止件数"}},
      {"现行有效件数", {"现行有效件", "现行有效件数（历史累计）"}},
      {"本年处理决定数量", {"本年处理绝对数量", "本年处理 决定数量"}},
      {"本年收费金额（单位：万元）", {"本年收费金额单位：万元", "本年收费金额 （单位：万元）"}},
      {"本年新制作数量", {"本年新 制作数量"}},
      {"本年新公开数量", {"本年新 公开数量"}},
      {"对外公开总数量", {"对外公开 总数量"}},
      {"上一年项目数量", {"上一年项目数量（指LAST年事项数）", "上一年项目数量 LAST年"}},
      {"本年增/减", {"本年 增/减", "本年增/减（指YEAR年）"}},
      {"处理决定数量", {"处理决定数量（指YEAR年办件量）", "本年处理决定数量"}},
      {"采购总金额", {"采购总金额（万元）"}},
      {"商业企业", {"商业 企业", "商 业 企 业"}},
      {"科研机构", {"科研 机构", "科研机 构"}},
      {"社会公益组织", {"社会公益 组织"}},
      {"法律服务机构", {"法律服务 机构"}},
      {"自然人", {"自然 人"}},
      {"总计", {"总 计", "合计"}},
      {"三、本年度办理结果", {"三、本年办理结果", "三、本年度 办理结果"}},
      {"（三）不予公开", {"（三）不 予公开"}},
      {"（四）无法提供", {"（四） 无法提供"}},
  };
  return data;
}

/// Section titles by number; not for every form, all met in reports.
const std::vector<std::vector<std::string>>& section_variants() {
  static const std::vector<std::vector<std::string>> data = {
      {"一、政府信息公开总体情况", "一、总体情况概述", "一、YEAR年政府信息公开总体情况"},
      {"二、主动公开情况", "二、行政机关主动公开政府信息情况"},
      {"三、收到和处理政府信息公开申请的情况"},
      {"四、政府信息公开行政复议和行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
      {"五、存在的问题及改进情况", "五、存在的主要问题和改进措施", "五、政府信息公开工作存在的主要问题及改进情况"},
      {"六、其他需要报告的事项"},
  };
  return data;
}

}  // namespace

Labels::Labels(const Dressing& dressing, int year)
    : random_(dressing.seed, 2),
      vary_(dressing.label_variants),
      year_(std::to_string(year)),
      comma_numbering_(vary_ && random_.chance(3)) {}

std::string Labels::numbering(std::string label) const {
  bool numbered = label.size() > 2 && label[0] >= '1' && label[0] <= '9' && label[1] == '.';
  return comma_numbering_ && numbered ? label.substr(0, 1) + "、" + label.substr(2) : label;
}

std::string Labels::group(const std::string& label) {
  auto found = variants().find(label);
  if (!vary_ || found == variants().end() || random_.chance(2)) return label;
  std::string last = std::to_string(std::stoi(year_) - 1);
  return replaced(replaced(random_.pick(found->second), "YEAR", year_), "LAST", last);
}

std::string Labels::of(const Heading& heading) {
  if (vary_ && !heading.variants.empty() && random_.chance(3)) return random_.pick(heading.variants);
  return numbering(group(heading.label));
}

std::string Labels::item(const std::string& label) {
  if (!vary_) return label;
  switch (random_.below(4)) {
    case 0:
      return replaced(label, "条第", "条 第");
    case 1:
      return replaced(label, "条第", "条  第");
    case 2:
      return replaced(label, "条第（", "条（");
    default:
      return label;
  }
}

std::string Labels::corner(const std::string& label) {
  if (!vary_ || label.size() < 30 || random_.chance(2)) return label;
  return replaced(label, "（本列数据", "（本列）数据");
}

std::string Labels::section(std::size_t number, const std::string& label) {
  if (!vary_ || random_.chance(2)) return label;
  return replaced(random_.pick(section_variants().at(number - 1)), "YEAR", year_);
}

}  // namespace gouji::test
