// Section one: its five heads and what is said under them, with counts of things that the tables do not count.

#include "wording.h"

namespace gouji::test {

const std::vector<PhraseGroup>& overview_phrases() {
  static const std::vector<PhraseGroup> groups = {
      {"opening",
       {"{year}年，{self}坚持以公开为常态、不公开为例外，把政务公开同业务工作一起部署、一起检查。",
        "{year}年，{self}认真贯彻[落实|]{bylaw}，围绕群众关心的事项做好政府信息公开工作。",
        "{year}年，在[上级|上级主管部门]指导下，{self}严格执行{bylaw}，政府信息公开工作平稳有序。",
        "{self}高度重视政府信息公开工作，对照{bylaw}逐项抓好落实，{year}年各项任务顺利完成。",
        "{year}年，{agency}深入落实{bylaw}和年度政务公开工作要点，不断提高公开的质量和实效。现将有关情况报告如下："}},
      {"opening.lawful",
       {"{year}年，{self}认真落实{bylaw}，政府信息公开工作有序开展。",
        "{year}年，{agency}对照{bylaw}[要求|规定]，逐项做好公开工作。"}},

      {"head.1", {"主动公开", "主动公开情况", "主动公开方面", "主动公开工作情况", "主动公开政府信息情况"}},
      {"head.2", {"依申请公开", "依申请公开情况", "依申请公开方面", "依申请公开工作情况", "依申请公开办理情况"}},
      {"head.3", {"政府信息管理", "政府信息管理情况", "政府信息管理方面", "政府信息管理工作情况", "加强政府信息管理"}},
      {"head.4", {"政府信息公开平台建设", "平台建设情况", "平台建设方面", "政府信息公开平台建设情况", "公开平台建设"}},
      {"head.5", {"监督保障", "监督保障情况", "监督保障方面", "监督保障工作情况", "强化监督保障"}},

      {"about.1",
       {"{site}{more}{documents}{decisions}", "{site}{documents}{more}", "{documents}{decisions}{site}{more}",
        "{more}{site}{documents}", "{site}{site.own}{more}{decisions}"}},
      {"site.own",
       {"围绕[重点领域|民生实事|优化营商环境]，及时公开办事依据、流程和结果。",
        "政策文件与解读材料同步组织、同步发布。"}},
      {"about.2",
       {"{intake}{left}", "{intake}{results}{left}", "{intake}{applicants}{results}",
        "{intake}{channels}{results}{left}", "{intake}{applicants}{channels}{results}{left}", "{intake}{results}{trap}",
        "{care}{intake}{left}{results}", "{trap}{intake}{results}{left}", "{intake}{applicants}{left}"}},
      {"care",
       {"完善申请接收、登记、审核、答复、归档全流程制度。", "对复杂申请开展会商，统一答复标准。",
        "推广使用规范答复文书，注重与申请人沟通。"}},
      // Counts beside those of the tables, in the same measures.
      {"trap",
       {"办理12345政务服务便民热线转办件{#calls}件，按时办结率100%。", "12345热线受理群众诉求{#calls}件，全部办结。",
        "办理人大代表建议{#deputies}件、政协提案{#members}件，办复率100%。",
        "承办建议提案{#deputies+members}件，其中人大代表建议{#deputies}件、政协提案{#members}件，均已按期答复。",
        "政府网站“互动交流”栏目收到留言{#messages}条，均已办结。", "受理政府信息咨询{#consulted}人次。",
        "县长信箱等渠道收到来信{#messages}件，全部回复。", "依托政务服务大厅查阅点提供查询{#consulted}人次。",
        "依申请公开咨询电话接听{#consulted}次。"}},
      {"about.3",
       {"公文拟制时同步确定公开属性，对已公开的文件定期清理、更新状态。",
        "落实信息发布审核和保密审查制度，做到先审后发、不审不发。",
        "严格执行“三审三校”制度，全年审核拟发布信息{#items}条。",
        "一是规范公文公开属性认定；二是落实保密审查制度；三是定期清理失效信息。",
        "建立政府信息资源台账，{normative}按季度更新目录。",
        "全年制发公文{#official}件，其中主动公开{#official.a}件、依申请公开{#official.b}件、不予公开{#official.c}件。",
        "对历年公文的公开属性进行复核，{#papers}件依申请公开文件转为主动公开。",
        "印发《{place}{year}年政务公开工作要点》，明确{#columns}项任务。"}},
      {"about.4",
       {"调整公开专栏的栏目设置，方便群众按主题查找。", "做好网站适老化改造和搜索功能优化。",
        "优化政府信息公开专栏，新设栏目{#columns}个，整合栏目3个。",
        "运行维护政务新媒体账号2个，其中微信公众号1个、微博1个。",
        "一是优化网站栏目；二是规范政务新媒体运行；三是在便民服务中心设置查阅点{#trainings}处。",
        "政府网站运行平稳，全年访问量{~reads|次}。", "全面推进集约化平台应用，推动公开渠道向基层延伸。"}},
      {"about.5",
       {"{training}{supervised}{results.of.supervision}", "{supervised}{results.of.supervision}",
        "{training}{results.of.supervision}", "{supervised}{training}{results.of.supervision}"}},
      {"training",
       {"开展业务培训{#trainings}次。", "组织政务公开业务培训{#trainings}场，培训{#trainees}人次。",
        "全年举办培训班{#trainings}期，参训{~trainees|人次}。", "召开专题会议{#trainings}次，研究解决公开中的问题。",
        "明确分管负责同志和专门人员负责此项工作。"}},
      {"supervised",
       {"把公开工作纳入年度考核，定期通报栏目更新情况。",
        "对{#inspected}个单位的公开栏目开展检查，发现的问题全部整改。", "按季度开展自查，及时整改网站监测反馈的问题。",
        "工作考核按年度实施，考核结果作为绩效评价的依据。", "邀请群众代表参加政府开放日活动{#trainings}次。"}},
      {"results.of.supervision",
       {"?government=1:工作考核、社会评议结果良好，全年未发生责任追究情形。",
        "?government=1:将政务公开纳入工作考核；社会评议满意度较高；{year}年未发生责任追究情况。",
        "?government=0:{year}年未发生责任追究情形，社会评议结果良好。",
        "?government=0:自觉接受社会评议，全年没有因政府信息公开被追究责任的情形。",
        "?government=0:全年未发生责任追究情况。"}},

      // Between a heading and its table.
      {"before.2",
       {"本年度主动公开政府信息情况如下表。", "{documents}", "{decisions}", "该部分以表格形式报告，表格如下："}},
      {"before.3",
       {"{intake}", "{intake}具体情况见下表。", "{intake}{results}", "收到和处理政府信息公开申请情况如下："}},
      {"before.4", {"{proceedings}", "{proceedings}具体情况见下表。", "该部分以表格形式报告。"}},
  };
  return groups;
}

}  // namespace gouji::test
