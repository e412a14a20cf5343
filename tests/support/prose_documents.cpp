// How reports tell of what they disclosed on their own: documents, decisions, fees, and what stands on the website, which no
// table counts.

#include "wording.h"

namespace gouji::test {

const std::vector<PhraseGroup>& document_phrases() {
  static const std::vector<PhraseGroup> groups = {
      {"documents",
       {"?form2021=1:{documents.new}", "?form2021=1:{documents.new}", "?form2021=0:{documents.old}",
        "?regulations@issued>0:{regulations}", "及时清理并公布文件目录。"}},
      {"normative", {"行政规范性文件", "行政规范性文件", "规范性文件"}},
      {"issue", {"制发", "制定", "制发", "印发", "出台"}},
      {"documents.new",
       {"{span}{issue}{normative}{#normative@issued}件，废止{#normative@repealed}件，现行有效{#normative@in_force}件。",
        "{span}{issue}{normative}{#normative@issued}件。",
        "{span}制发、废止、现行有效的{normative}分别为{#normative@issued}件、{#normative@repealed}件、{#normative@in_"
        "force}件。",
        "截至{year}年12月31日，现行有效{normative}{#normative@in_force}件。",
        "截至{year}年底，{self}现行有效的{normative}共{#normative@in_force}件，均已在政府网站[集中公开|公开]。",
        "?normative@issued=0:{span}未{issue}{normative}[，现行有效{normative}{#normative@in_force}件|]。",
        "?normative@issued=0,normative@repealed=0:{span}未制发、废止{normative}，现行有效{normative}{#normative@in_"
        "force}件。",
        "?normative@issued=0,normative@repealed=0,normative@in_force=0:{span}制定{normative}0件，废止{normative}"
        "0件，现行有效的{normative}0件。",
        "?normative@issued>0:新{issue}的{#normative@issued}件{normative}全部在网站公开，解读率100%。",
        "?normative@repealed>0:{span}废止{normative}{#normative@repealed}件，新{issue}{#normative@issued}件。",
        "{span}公开政策性文件{#papers}件。",
        "新{issue}{normative}{#normative@issued}件，公开其他政策性文件{#papers}件。",
        "?normative@issued>0:公开各类文件{#normative@issued+papers}件，其中{normative}{#normative@issued}件。",
        "?normative@issued=0,normative@repealed=0:{span}未制发、修改、废止{normative}，现行有效的{normative}[共|有|]{#"
        "normative@in_force}件。",
        "{normative}：制发{#normative@issued}件，废止{#normative@repealed}件，现行有效{#normative@in_force}件。"}},
      {"documents.old",
       {"{span}新制作{normative}{#normative@made}件，新公开{#normative@disclosed}件，对外公开总数量{#normative@"
        "disclosed_total}件。",
        "{span}新制作{normative}{#normative@made}件。",
        "{span}{normative}新制作、新公开、对外公开总数分别为{#normative@made}件、{#normative@disclosed}件、{#normative@"
        "disclosed_total}件。",
        "?normative@made=0:{span}未新制作{normative}。",
        "截至{year}年底，{normative}对外公开总数量为{#normative@disclosed_total}件。",
        "{span}公开政策性文件{#papers}件。"}},
      {"regulations",
       {"{span}[制发|制定]规章{#regulations@issued}件，废止{#regulations@repealed}件，现行有效{#regulations@in_force}"
        "件。",
        "{span}公布规章{#regulations@issued}件、{normative}{#normative@issued}件。",
        "现行有效规章{#regulations@in_force}件、{normative}{#normative@in_force}件。"}},

      {"decisions",
       {"{span}作出行政许可决定{#licensing@decisions}件、行政处罚决定{#penalties@decisions}件、行政强制{#coercive@"
        "decisions}件。",
        "{span}公开行政许可处理决定{#licensing@decisions}件，行政处罚处理决定{#penalties@decisions}件。",
        "{span}行政许可、行政处罚、行政强制处理决定数量分别为{#licensing@decisions}件、{#penalties@decisions}件、{#"
        "coercive@decisions}件。",
        "?licensing@decisions>0:{span}办理行政许可{#licensing@decisions}件。",
        "?licensing@decisions>20:{span}作出行政许可决定{~licensing@decisions|件}。",
        "?penalties@decisions>0:{span}作出行政处罚决定{#penalties@decisions}[件|宗|起]。",
        "?licensing@decisions=0,penalties@decisions=0:{self}全年无行政许可、行政处罚事项。",
        "?licensing@decisions=0,penalties@decisions=0,coercive@decisions=0:{span}行政许可、行政处罚、行政强制均为0件。",
        "?coercive@decisions=0,penalties@decisions>0:{span}作出行政处罚{#penalties@decisions}件，未作出行政强制措施。",
        "?form2021=1,fees>0:{span}收取行政事业性收费{$fees}。", "?form2021=1,fees=0:{span}未收取行政事业性收费。",
        "?form2021=1:{span}行政许可{#licensing@decisions}件，行政处罚{#penalties@decisions}件，行政事业性收费{$fees}。",
        "?form2021=0:{span}[实施|组织]政府集中采购项目{#procurement@items}[个|项][，采购总金额{$procurement}|]。",
        "依法公开行政许可、行政处罚的依据、条件和结果。",
        "公布行政许可事项{#columns}项、行政处罚事项{#inspected}项的依据和流程。"}},

      {"site",
       {"{span}通过政府网站[主动|]公开政府信息{#items}条。",
        "{span}主动公开政府信息{#items}条，其中政务动态{#items.a}条，政策文件{#items.b}条，财政信息{#items.c}"
        "条，其他信息{#items.d}条。",
        "{span}主动公开各类政府信息{#items}条，其中，网站公开{#outlet.a}条、微信公众号公开{#outlet.b}"
        "条、政务公开栏等其他方式公开{#outlet.c}条。",
        "?items.a>0,items.b>0:{span}发布信息{#items}条，其中政务动态{#items.a}条，政策文件{#items.b}条等。",
        "?items.a>0:{span}发布信息{#items}条，包括工作动态{#items.a}条。",
        "{span}[共|累计|]发布各类政府信息{~items|条}。",
        "?items.a>0:{span}主动公开政府信息{#items}条，其中政务动态类信息占{%items.a/items}。",
        "{span}主动公开政府信息{#items}条，[同比|比上年|较{last}年]{^items/last_items}。",
        "{span}发布政府信息{#items}条，{last}年为{#last_items}条，同比{^items/last_items}。",
        "?outlet.a>0:{span}主动公开政府信息{#items}条，其中通过门户网站公开{#outlet.a}条，占{%outlet.a/items}。",
        "{span}在政府网站公开信息{#items}条（不同渠道发布的同一信息计为1条）。",
        "公开栏目全年更新信息{#items}条，覆盖政策文件、财政资金、民生服务等[方面|领域]。"}},
      {"more",
       {"政务新媒体发布信息{#posts}条，阅读量{~reads|次}。", "微信公众号推送信息{#posts}条，关注人数{~followers|人}。",
        "编发政府公报{#bulletins}期，刊登文件{#papers}件。", "发布政策解读材料{#explained}篇，其中图解{#pictures}篇。",
        "发布解读材料{#explained}件，回应群众关切{#messages}次。", "召开新闻发布会{#conferences}场。",
        "政府网站收到留言{#messages}条，办结{#messages}条，公开答复率100%。",
        "就{#drafts}项重大决策公开征集意见，收到意见建议{#opinions}条。", "重点公开政策文件、财政资金和民生事项。",
        "及时更新机构职能、办事指南和工作动态。", "按时公开{year}年度部门预算和{last}年度部门决算。",
        "通过政务公开栏、村（居）务公开栏张贴信息{#papers}份。", "历年累计公开文件{#papers+items}件。"}},
  };
  return groups;
}

}  // namespace gouji::test
