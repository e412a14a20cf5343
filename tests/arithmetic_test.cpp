#include "arithmetic.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document.h"

using namespace gouji;

namespace {

/// "parts failed certain exceeds 8件 ← 5件 4件 = 9" for each comparison of a sentence.
std::vector<std::string> read(const std::string& sentence) {
  const std::string paste = "青禾县水务局2023年政府信息公开工作年度报告\n一、总体情况\n" + sentence + "\n";
  const Document document = read_document(paste);
  std::vector<std::string> out;
  for (const Comparison& c : document.comparisons) {
    static constexpr const char* kinds[] = {"parts", "share", "shares", "change", "distribution"};
    static constexpr const char* statuses[] = {"held", "failed", "unreadable"};
    static constexpr const char* faults[] = {"none", "exceeds", "falls short", "differs", "direction", "points"};
    static constexpr const char* certainties[] = {"certain", "likely", "possible"};
    std::string line = kinds[static_cast<int>(c.kind)];
    line += std::string(" ") + statuses[static_cast<int>(c.status)];
    if (c.status == Comparison::Status::held && !c.whole) line += " partly";
    if (c.status == Comparison::Status::failed)
      line += std::string(" ") + certainties[static_cast<int>(c.certainty)] + " " + faults[static_cast<int>(c.fault)];
    line += " " + std::string(document.prose.at(c.stated.span)) + " ←";
    for (const Mention& other : c.others) line += " " + std::string(document.prose.at(other.span));
    line += " = " + to_string(c.follows);
    if (c.cause) line += ", " + std::string(document.prose.at(c.cause->span)) + " → " + to_string(c.repaired);
    out.push_back(line);
  }
  return out;
}

struct Case {
  const char* sentence;
  std::vector<std::string> comparisons;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.sentence);
    CHECK(read(c.sentence) == c.comparisons);
  }
}

}  // namespace

TEST_CASE("arithmetic: parts that make their total") {
  check({
      {"主动公开政府信息1300余条。其中，其中发布领导活动19条，政府文件27条，办公室文件66条，政策解读48条，公示公告85条"
       "，工作动态类信息1101条。同时，积极利用政务微信公开。",
       {"parts held 1300余条 ← 19条 27条 66条 48条 85条 1101条 = 1346"}},
      {"本局主动公开信息共217条。其中，门户网站公开125条（其中政策文件20条），微信公众号公开92条。",
       {"parts held 217条 ← 125条 92条 = 217", "parts held partly 125条 ← 20条 = 20"}},
      {"公开规章12件（含新制定5件，修改4件，废止3件），行政规范性文件58件（含修订15件）。",
       {"parts held 12件 ← 5件 4件 3件 = 12", "parts held partly 58件 ← 15件 = 15"}},
      {"本委收到政府信息公开申请44件（其中：网上申请41件，现场申请1件，邮寄2件），上年度结转0件，本年度办结39件。",
       {"parts held 44件 ← 41件 1件 2件 = 44"}},
      {"共收到申请4件。其中2件为网络申请，2件为信件申请；申请人为自然人的3件，法人或者其他组织的1件。",
       {"parts held 4件 ← 2件 2件 = 4", "parts held 4件 ← 3件 1件 = 4"}},
      {"全年收到申请34件，其中网上申请30件、信函4件；自然人申请31件，法人3件。",
       {"parts held 34件 ← 30件 4件 = 34", "parts held 34件 ← 31件 3件 = 34"}},
      {"全年收到政府信息公开申请40件，同比增长21.2%。其中，网络申请20件，占50%；信函申请15件，占37.5%"
       "；当面申请5件，占12.5%。",
       {"parts held 40件 ← 20件 15件 5件 = 40", "share held 50% ← 20件 40件 = 50",
        "share held 37.5% ← 15件 40件 = 37.5", "share held 12.5% ← 5件 40件 = 12.5"}},
      {"共收到申请34件，比上年的28件增加6件，其中自然人30件，法人4件。", {"parts held 34件 ← 30件 4件 = 34"}},
      {"年度办件由12件增至20件，其中网上15件、信函5件。", {"parts held 20件 ← 15件 5件 = 20"}},
      {"2023年对25件政府信息公开申请收取信息处理费2950元。其中，甲公司1件，收取420元；李某2件，收取290元；王某22件，收"
       "取2240元。",
       {"parts held 25件 ← 1件 2件 22件 = 25", "parts held 2950元 ← 420元 290元 2240元 = 2950"}},
      {"公开政府采购信息涉及金额796.85万元，其中货物500.2万元，服务296.6万元。",
       {"parts held 796.85万元 ← 500.2万元 296.6万元 = 796.8"}},
      {"收取信息处理费共计0.3万元，其中张某1200元、李某1750元。", {"parts held 0.3万元 ← 1200元 1750元 = 0.295"}},
      {"全年公开政府信息1.2万条，其中政务动态8000条，通知公告3500条，政策文件500条。",
       {"parts held 1.2万条 ← 8000条 3500条 500条 = 12000"}},
      {"发布信息148篇，其中政策文件25篇、公报11期、动态112条。", {"parts held 148篇 ← 25篇 11期 112条 = 148"}},
      {"各级网站公开政府信息近1万条，其中门户网站9800条，包括政务动态4820条、通知公告2217条、财政信息1163条、政策文件96"
       "0条、其他信息640条。",
       {"parts held 近1万条 ← 9800条 = 9800", "parts held 9800条 ← 4820条 2217条 1163条 960条 640条 = 9800"}},
      {"近三年共收到申请61件，其中2019年12件，2020年15件，2021年34件。", {"parts held 61件 ← 12件 15件 34件 = 61"}},
      {"收到申请5件，其中3件已按要求书面答复，2件结转2024年度继续办理，已办理的3件均属于本机关不掌握的信息。",
       {"parts held 5件 ← 3件 2件 = 5"}},
      {"收到申请19件，其中11件均按规定程序办结，8件申请人主动撤销。", {"parts held 19件 ← 11件 8件 = 19"}},
      {"在收到的34件申请中，自然人申请30件，法人申请4件。", {"parts held 34件 ← 30件 4件 = 34"}},
      {"共发布信息10条，网站、微信、微博分别为3条、5条、2条。", {"parts held 10条 ← 3条 5条 2条 = 10"}},
      {"行政复议351件，其中结果维持72件，结果纠正64件，其他结果178件，尚未审结37件；行政诉讼46件，其中结果维持25件，结"
       "果纠正5件，其他结果9件，尚未审结7件。",
       {"parts held 351件 ← 72件 64件 178件 37件 = 351", "parts held 46件 ← 25件 5件 9件 7件 = 46"}},
      {"本年度公开信息共计300条，其中：1.政策类100条；2.财政类120条；3.其他80条。",
       {"parts held 300条 ← 100条 120条 80条 = 300"}},
      {"收到建议10件，其中主办6件、会办4件，提案8件，其中主办5件、会办3件。",
       {"parts held 10件 ← 6件 4件 = 10", "parts held 8件 ← 5件 3件 = 8"}},
      {"全年收到申请34件，上年结转2件，其中网上申请30件、信函6件。", {}},
      {"共发布解读材料45篇，其中部门解读30余篇、专题文章近15篇。", {"parts held 45篇 ← 30余篇 近15篇 = 45"}},
      {"全年受理六百二十件，其中窗口受理五百件，网上受理一百二十件。",
       {"parts held 六百二十件 ← 五百件 一百二十件 = 620"}},
      {"主动公开信息1,250条，其中机构职能50条、业务工作1,200条。", {"parts held 1,250条 ← 50条 1,200条 = 1250"}},
  });
}

TEST_CASE("arithmetic: a sum behind its figures") {
  check({
      {"网上申请3件、信函申请5件，共8件。", {"parts held 8件 ← 3件 5件 = 8"}},
      {"通过政府网站、微信、微博分别发布3条、5条、2条，共10条。", {"parts held 10条 ← 3条 5条 2条 = 10"}},
      {"收到申请8件，网上3件、信函5件，共8件。", {"parts held 8件 ← 3件 5件 = 8"}},
      {"新收申请34件，上年结转2件，共计36件。", {"parts held 36件 ← 34件 2件 = 36"}},
  });
}

TEST_CASE("arithmetic: too much") {
  check({
      {"主动公开政府信息1300余条。其中，其中发布领导活动19条，政府文件27条，办公室文件66条，政策解读148条，公示公告85条"
       "，工作动态类信息1101条。",
       {"parts failed certain exceeds 1300余条 ← 19条 27条 66条 148条 85条 1101条 = 1446"}},
      {"全年收到申请34件，其中网上申请30件、信函6件；自然人申请31件，法人3件。",
       {"parts failed certain exceeds 34件 ← 30件 6件 = 36", "parts held 34件 ← 31件 3件 = 34"}},
      {"发布各类信息四十余条，其中工作动态30条、通知20条。",
       {"parts failed certain exceeds 四十余条 ← 30条 20条 = 50"}},
      {"共收到申请34件，同比增长21.4%，其中自然人30件，法人5件。",
       {"parts failed certain exceeds 34件 ← 30件 5件 = 35"}},
      {"收到申请8件，其中自然人7件，法人或其他组织2件。", {"parts failed certain exceeds 8件 ← 7件 2件 = 9"}},
      {"收到行政复议案件6件，其中维持3件、纠正1件、其他结果3件。",
       {"parts failed certain exceeds 6件 ← 3件 1件 3件 = 7"}},
      {"组织培训6场次，其中线上4场次，线下2场次，参训人员120人次，其中领导干部20人次、业务人员110人次。",
       {"parts held 6场次 ← 4场次 2场次 = 6", "parts failed certain exceeds 120人次 ← 20人次 110人次 = 130"}},
      {"全县共受理依申请公开62件（其中上年结转63件）。", {"parts failed certain exceeds 62件 ← 63件 = 63"}},
      {"公开政府采购信息涉及金额796.85万元，其中货物500.2万元，服务396.6万元。",
       {"parts failed likely exceeds 796.85万元 ← 500.2万元 396.6万元 = 896.8"}},
      {"受理咨询372人次，其中现场咨询331人次，电话咨询61人次。",
       {"parts failed certain exceeds 372人次 ← 331人次 61人次 = 392"}},
      {"全年收到申请34件，均已按时答复。其中，网上申请30件，信函4件，当面3件。",
       {"parts failed likely exceeds 34件 ← 30件 4件 3件 = 37"}},
      {"全年收到申请34件，办结30件，其中予以公开20件、部分公开8件、不予公开8件。",
       {"parts failed likely exceeds 30件 ← 20件 8件 8件 = 36"}},
      {"共收到申请34件（自然人30件，法人5件）。", {"parts failed likely exceeds 34件 ← 30件 5件 = 35"}},
      {"在收到的34件申请中，自然人申请30件，法人申请6件。", {"parts failed likely exceeds 34件 ← 30件 6件 = 36"}},
      {"共受理申请15件，其中：予以公开7件；部分公开1件；不予公开2件；无法提供3件；不予处理1件；其他处理2件。",
       {"parts failed likely exceeds 15件 ← 7件 1件 2件 3件 1件 2件 = 16"}},
      {"发布信息500条，其中工作动态350条，政策解读20条，通知公告150条。",
       {"parts failed possible exceeds 500条 ← 350条 20条 150条 = 520"}},
      {"公开信息1000条，其中网站600条，微信250条，微博350条。",
       {"parts failed possible exceeds 1000条 ← 600条 250条 350条 = 1200"}},
  });
}

TEST_CASE("arithmetic: too little") {
  check({
      {"主动公开政府信息1400余条。其中，领导活动19条，政府文件27条，办公室文件66条，政策解读48条，公示公告85条，工作动"
       "态1101条。",
       {"parts failed likely falls short 1400余条 ← 19条 27条 66条 48条 85条 1101条 = 1346"}},
      {"主动公开政府信息1562条，其中机构职能12条、政策法规88条、规划计划6条、业务工作1244条、统计数据15条、其他187条。",
       {"parts failed likely falls short 1562条 ← 12条 88条 6条 1244条 15条 187条 = 1552"}},
      {"收到申请8件，其中自然人5件，法人或其他组织2件。", {"parts failed likely falls short 8件 ← 5件 2件 = 7"}},
      {"共受理申请8件，其中予以公开4件，部分公开2件，不予公开1件。",
       {"parts failed possible falls short 8件 ← 4件 2件 1件 = 7"}},
  });
}

TEST_CASE("arithmetic: sums that are wrong") {
  check({
      {"网上申请3件、信函申请5件、当面申请2件，合计11件。",
       {"parts failed certain falls short 11件 ← 3件 5件 2件 = 10"}},
      {"新收申请34件，上年结转2件，共计37件。", {"parts failed certain falls short 37件 ← 34件 2件 = 36"}},
  });
}

TEST_CASE("arithmetic: nothing to say: parts of the total only, or what is none of its parts") {
  check({
      {"主动公开信息2224篇，其中政务动态227篇，通知公告518篇。", {"parts held partly 2224篇 ← 227篇 518篇 = 745"}},
      {"主动公开信息424条，具体包括：网站42条，微信212条，公告栏20条。",
       {"parts held partly 424条 ← 42条 212条 20条 = 274"}},
      {"主动公开政府信息1562条，其中机构职能12条、政策法规88条、规划计划6条、业务工作1244条、统计数据15条等。",
       {"parts held partly 1562条 ← 12条 88条 6条 1244条 15条 = 1365"}},
      {"全年共处理申请1261件（含上年度结转申请74件），答复1181件，结转下年度继续办理80件。",
       {"parts held partly 1261件 ← 74件 = 74"}},
      {"共收到公开申请20件（上年度结转16件，结转下年度9件）。", {"parts held partly 20件 ← 16件 = 16"}},
      {"制定规范性文件9件，其中新制定5件，修改4件，废止4件。", {"parts held 9件 ← 5件 4件 = 9"}},
      {"共受理申请34件，其中自然人申请30件，已办结33件，结转1件。",
       {"parts held partly 34件 ← 30件 = 30", "parts held 34件 ← 33件 1件 = 34"}},
      {"共收到申请40件，其中涉及征地20件，涉及住房25件。", {"parts held partly 40件 ← 20件 = 20"}},
      {"发布信息180条，其中市级100条，县级80条，民生类120条。",
       {"parts held 180条 ← 100条 80条 = 180", "parts held partly 180条 ← 120条 = 120"}},
      {"发布信息100条，其中发布解读60条，答复咨询70条。", {"parts held partly 100条 ← 60条 = 60"}},
      {"收到申请12件，其中网上申请5件、信函申请3件，8件均按时答复。", {"parts held partly 12件 ← 5件 3件 = 8"}},
      {"对17个镇（街道）和25个区直单位进行考核，其中优秀等次20个，良好等次30个。",
       {"parts unreadable 25个 ← 20个 30个 = 50"}},
      {"公开文件100件，收到申请34件，其中网上30件、信函8件。", {"parts unreadable 34件 ← 30件 8件 = 38"}},
      {"网站发布120条，微信发布80条，其中政策解读50条、图片40条。", {"parts unreadable 80条 ← 50条 40条 = 90"}},
      {"区政府收到申请34件，街道收到申请20件，其中网上30件，信函20件。", {"parts unreadable 20件 ← 30件 20件 = 50"}},
      {"召开新闻发布会10场，其中主要负责人出席5场，分管负责人出席8场。", {"parts unreadable 10场 ← 5场 8场 = 13"}},
      {"解读政策文件20件，其中文字解读20件，图文解读15件，视频解读5件。",
       {"parts unreadable 20件 ← 20件 15件 5件 = 40"}},
      {"受理申请18件，其中，属于公开范围12件，予以公开10件，部分公开2件，不属于公开范围6件。",
       {"parts unreadable 18件 ← 12件 10件 2件 6件 = 30"}},
      {"工作人员12人，其中党员8人，大专以上学历11人。", {"parts unreadable 12人 ← 8人 11人 = 19"}},
      {"收到申请10件，其中9件已办结，2件需补正。",
       {"parts held partly 10件 ← 9件 = 9", "parts held partly 10件 ← 2件 = 2"}},
      {"对12个单位开展检查，其中问题单位8个，整改单位8个。", {"parts held partly 12个 ← 8个 = 8"}},
      {"印发政策文件20件，其中配套解读18件，公开征求意见15件。", {"parts held partly 20件 ← 18件 = 18"}},
      {"公开信息1000条，其中网站600条，微信250条，微博100条。", {"parts held partly 1000条 ← 600条 250条 100条 = 950"}},
      {"收到申请30件（2020年25件），均已答复。", {}},
      {"网站、微信全年各发布20条、微博12条，共52条。", {}},
      {"网站发布120条，微信发布80条，共150条。", {"parts unreadable 150条 ← 120条 80条 = 200"}},
      {"收到申请46件（含上年结转3件），其中自然人申请40件，法人或其他组织申请3件。",
       {"parts held partly 46件 ← 3件 = 3", "parts held partly 46件 ← 40件 3件 = 43"}},
      {"全年收到申请34件，其中予以公开20件，部分公开9件，不予公开7件。上年结转2件。",
       {"parts unreadable 34件 ← 20件 9件 7件 = 36"}},
      {"本年新收申请13件，其中予以公开5件、部分公开3件、不予公开4件。另有1件结转下年度。",
       {"parts held partly 13件 ← 5件 3件 4件 = 12"}},
      {"政务新媒体发布信息49条（不同渠道发布的同一信息计为1条），其中微信40条、微博38条。",
       {"parts unreadable 49条 ← 40条 38条 = 78"}},
      {"印发简报5期，开展活动8次，其中线上10条。", {}},
      {"收到34件，其中网上30件、信函4件，同时办理提案20件、建议15件。", {"parts held 34件 ← 30件 4件 = 34"}},
      {"收到申请34件，召开会议3次，其中办理网上申请40件。", {}},
      {"制定文件3件，废止2件，现行有效文件共15件。", {}},
      {"发布信息100条。开展培训2次，其中公开信息解读120条。", {}},
      {"主办建议3件，协办提案5件，共印发简报10期。", {}},
      {"主办件5件，其中面商3件，协办件2件，共7件。",
       {"parts held 5件 ← 3件 2件 = 5", "parts unreadable 7件 ← 3件 2件 = 5"}},
      {"专题培训5期，例会每月1期，共17期。", {}},
      {"答复申请8件，其中予以公开4件，部分公开2件，不予公开1件。",
       {"parts failed likely falls short 8件 ← 4件 2件 1件 = 7"}},
      {"办理人大代表建议35件，其中主办20件，政协提案48件，其中主办25件。",
       {"parts held partly 35件 ← 20件 = 20", "parts held partly 48件 ← 25件 = 25"}},
      {"办理人大代表建议35件，其中主办20件，政协提案48件。", {"parts held partly 35件 ← 20件 = 20"}},
      {"承办建议5件，其中面商4件，会办建议2件。", {"parts held partly 5件 ← 4件 = 4"}},
      {"行政复议6件，其中维持4件，行政诉讼3件。", {"parts held partly 6件 ← 4件 = 4"}},
      {"行政复议6件，其中维持4件，纠正1件，行政诉讼3件。", {"parts held partly 6件 ← 4件 1件 = 5"}},
      {"组织线上培训3次，其中专家授课1次，座谈会2次，现场观摩1次。",
       {"parts held 3次 ← 1次 2次 = 3", "parts held partly 3次 ← 1次 = 1"}},
      {"召开新闻发布会10场，其中例行2场，座谈会5场，听证会6场。", {"parts unreadable 10场 ← 2场 5场 6场 = 13"}},
      {"制作宣传册3000份，其中彩页1000份，海报2500份。", {"parts unreadable 3000份 ← 1000份 2500份 = 3500"}},
      {"发布信息500条，其中要闻300条，公告150条，文件100条。",
       {"parts failed certain exceeds 500条 ← 300条 150条 100条 = 550"}},
      {"发布信息300条，其中要闻180条，通知150条。", {"parts failed likely exceeds 300条 ← 180条 150条 = 330"}},
      {"完善公开目录5个大类，其中机构职能类2个，政策文件类4个。", {"parts failed certain exceeds 5个 ← 2个 4个 = 6"}},
      {"发布信息300条，其中要闻180条、通知150条。", {"parts failed certain exceeds 300条 ← 180条 150条 = 330"}},
  });
}

TEST_CASE("arithmetic: shares that hold") {
  check({
      {"收到申请25件，其中网络申请20件，占80%；信函申请5件，占20%。",
       {"parts held 25件 ← 20件 5件 = 25", "share held 80% ← 20件 25件 = 80", "share held 20% ← 5件 25件 = 20"}},
      {"全年收到申请1499件。其中，通过网络申请1303件，占86.92%；通过信函申请172件，占11.47%；通过当面申请24件，占1.60%"
       "。",
       {"parts held 1499件 ← 1303件 172件 24件 = 1499", "share held 86.92% ← 1303件 1499件 = 86.92",
        "share held 11.47% ← 172件 1499件 = 11.47", "share held 1.60% ← 24件 1499件 = 1.6"}},
      {"全年发布政府信息300条，其中工作动态200条，占66.6%；政策文件100条，占33.3%。",
       {"parts held 300条 ← 200条 100条 = 300", "share held 66.6% ← 200条 300条 = 66.7",
        "share held 33.3% ← 100条 300条 = 33.3"}},
      {"全年发布政府信息300条，其中工作动态200条，占66.7%；政策文件100条，占33.4%。",
       {"parts held 300条 ← 200条 100条 = 300", "share held 66.7% ← 200条 300条 = 66.7",
        "share held 33.4% ← 100条 300条 = 33.3"}},
      {"全年发布政府信息640条，其中政策类96条，占15%，比上年提高2个百分点。",
       {"parts held partly 640条 ← 96条 = 96", "share held 15% ← 96条 640条 = 15"}},
      {"全年发布信息640条，其中原创480条，占比超过70%。",
       {"parts held partly 640条 ← 480条 = 480", "share held 超过70% ← 480条 640条 = 75"}},
      {"收到申请25件，其中自然人申请23件（占92%），法人或其他组织申请2件（占8%）。",
       {"parts held 25件 ← 23件 2件 = 25", "share held 92% ← 23件 25件 = 92", "share held 8% ← 2件 25件 = 8"}},
      {"收到申请25件，其中自然人申请23件（92%），法人或其他组织申请2件（8%）。",
       {"parts held 25件 ← 23件 2件 = 25", "share held 92% ← 23件 25件 = 92", "share held 8% ← 2件 25件 = 8"}},
      {"全年发布信息1300余条，其中政策类130条，占10%。",
       {"parts held partly 1300余条 ← 130条 = 130", "share held 10% ← 130条 1300余条 = 10"}},
      {"收到申请36件，其中网络申请20件，占全部申请的55.6%。",
       {"parts held partly 36件 ← 20件 = 20", "share held 55.6% ← 20件 36件 = 55.6"}},
      {"收到申请40件，其中予以公开答复12件占30%、部分公开4件占10%。",
       {"parts held partly 40件 ← 12件 4件 = 16", "share held 30% ← 12件 40件 = 30", "share held 10% ← 4件 40件 = 10"}},
  });
}

TEST_CASE("arithmetic: shares that do not") {
  check({
      {"收到申请25件，其中网络申请20件，占75%；信函申请5件，占20%。",
       {"parts held 25件 ← 20件 5件 = 25", "share failed likely differs 75% ← 20件 25件 = 80",
        "share held 20% ← 5件 25件 = 20"}},
      {"收到申请25件，其中自然人申请23件，占92.00%，法人或其他组织申请2件，占9.20%。",
       {"parts held 25件 ← 23件 2件 = 25", "share held 92.00% ← 23件 25件 = 92",
        "share failed likely differs 9.20% ← 2件 25件 = 8"}},
      {"全年发布政府信息640条，其中政策类96条，占12.5%。",
       {"parts held partly 640条 ← 96条 = 96", "share failed likely differs 12.5% ← 96条 640条 = 15"}},
      {"答复申请25件，其中予以公开15件，占60%；部分公开3件，占21%；无法提供7件，占28%。",
       {"parts held 25件 ← 15件 3件 7件 = 25", "share held 60% ← 15件 25件 = 60",
        "share failed likely differs 21% ← 3件 25件 = 12", "share held 28% ← 7件 25件 = 28"}},
      {"收到申请25件，其中自然人申请23件（82%），法人或其他组织申请2件（8%）。",
       {"parts held 25件 ← 23件 2件 = 25", "share failed likely differs 82% ← 23件 25件 = 92",
        "share held 8% ← 2件 25件 = 8"}},
      {"收到申请36件，其中网络申请20件，占全部申请的52.6%。",
       {"parts held partly 36件 ← 20件 = 20", "share failed likely differs 52.6% ← 20件 36件 = 55.6"}},
  });
}

TEST_CASE("arithmetic: shares of something that is not told, or that may be") {
  check({
      {"予以公开答复966件，占66.48%；部分公开67件，占4.61%。", {}},
      {"收到申请1499件，其中予以公开答复966件，占66.48%；部分公开67件，占4.61%。",
       {"parts held partly 1499件 ← 966件 67件 = 1033", "share unreadable 66.48% ← 966件 1499件 = 64.44",
        "share unreadable 4.61% ← 67件 1499件 = 4.47"}},
      {"收到申请34件，办结30件，其中予以公开20件，占66.7%。",
       {"parts held partly 30件 ← 20件 = 20", "share held 66.7% ← 20件 30件 = 66.7"}},
      {"收到申请34件。办结30件。其中予以公开20件，占58.8%。",
       {"parts held partly 30件 ← 20件 = 20", "share unreadable 58.8% ← 20件 30件 = 66.7"}},
      {"全年发布政府信息640条，约占全市发布总量的四分之一。", {}},
      {"全年发布信息640条，阅读量占全市同类信息的40%。", {}},
      {"收到申请34件，其中予以公开20件，占办结总数的66.7%。",
       {"parts held partly 34件 ← 20件 = 20", "share unreadable 66.7% ← 20件 34件 = 58.8"}},
      {"全年发布信息640条，其中政策类96条，占比较上年增加6%。", {"parts held partly 640条 ← 96条 = 96"}},
      {"收到申请25件，其中自然人申请23件（90.5%）。",
       {"parts held partly 25件 ← 23件 = 23", "share unreadable 90.5% ← 23件 25件 = 92"}},
      {"全年发布政府信息640条，其中工作动态类占72%，政策文件类占15%，其他占13%。",
       {"shares held 13% ← 72% 15% 13% = 100"}},
      {"社会评议发放问卷500份，收回485份，回收率97%；表示满意的470份，满意率94%。",
       {"share held 97% ← 485份 500份 = 97"}},
  });
}

TEST_CASE("arithmetic: rates, and percentages of one list") {
  check({
      {"收到网民留言87条，办结80条，办结率92%。", {"share held 92% ← 80条 87条 = 92"}},
      {"收到网民留言87条，办结80条，办结率82%。", {"share failed likely differs 82% ← 80条 87条 = 92"}},
      {"收到申请263件，其中同意公开81件，公开率为30.80%。",
       {"parts held partly 263件 ← 81件 = 81", "share held 30.80% ← 81件 263件 = 30.8"}},
      {"收到申请40件，办结38件，办结率100%。", {}},
      {"收到申请40件，办结38件，按时办结率98%。", {}},
      {"收到申请40件，上年结转2件，办结38件，办结率90.5%。", {}},
      {"发放问卷500份，收回485份，回收率95%。", {"share failed likely differs 95% ← 485份 500份 = 97"}},
      {"公开的信息中工作动态类占72%，政策文件类占35%，其他占13%。",
       {"shares failed possible exceeds 13% ← 72% 35% 13% = 120"}},
      {"浏览渠道中，网站占72%，微信占35%，微博占13%。", {}},
  });
}

TEST_CASE("arithmetic: lists of another total") {
  check({
      {"收到建议40件，公开文件20件，公开率98%。", {}},
      {"全年收到申请205件。其中予以公开75件，占37.13%。",
       {"parts held partly 205件 ← 75件 = 75", "share unreadable 37.13% ← 75件 205件 = 36.59"}},
      {"全年答复申请202件。其中予以公开75件，占33.13%。",
       {"parts held partly 202件 ← 75件 = 75", "share failed likely differs 33.13% ← 75件 202件 = 37.13"}},
  });
}
