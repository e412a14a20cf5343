// How reports say how many requests came in, from whom, by which way, and what is left of them.

#include "wording.h"

namespace gouji::test {

const std::vector<PhraseGroup>& request_phrases() {
  static const std::vector<PhraseGroup> groups = {
      {"span",
       {"{year}年，", "{year}年，", "全年", "全年", "本年度", "{year}年", "{year}年度", "{self}", "{self}全年",
        "{year}年，{self}", "{year}年度，{self}", "报告期内，", "统计期内，{self}", "一年来，", ""}},
      {"request",
       {"政府信息公开申请", "政府信息公开申请", "政府信息公开申请", "依申请公开申请", "信息公开申请",
        "政府信息依申请公开申请"}},
      {"receive", {"收到", "收到", "受理", "新收", "接到", "接收", "新收到", "新受理", "登记受理"}},
      {"in.all", {"共", "共", "累计", "总共", "一共", "合计", "", ""}},
      {"the.public",
       {"公民、法人和其他组织", "公民、法人或者其他组织", "公民、法人或其他组织", "群众和企业", "社会公众", "申请人"}},

      // The one sentence that tells of what came in.
      {"intake",
       {"?new=0,before=0:{intake.none}", "?new=0,before>0:{intake.old}", "?new>0:{intake.new}", "?new>0:{intake.new}",
        "?new>0:{intake.both}", "?new>0:{intake.whole}", "?new>0:{intake.compared}", "?new>0:{intake.wider}"}},
      {"intake.none",
       {"{span}未收到{request}。", "{span}没有收到{request}，也没有上年度结转的申请。",
        "{span}未[接到|收到][任何|]公民、法人[或者|和]其他组织提出的{request}。", "{span}未发生依申请公开事项。",
        "{span}无依申请公开的情况。", "{span}收到{request}0{u}[，上年结转0{u}|，上年度结转0{u}，结转下年度0{u}|]。",
        "{span}没有[接到|收到][群众|社会公众]要求公开政府信息的申请。",
        "{span}新收{request}数量0{u}，上年结转{request}数量0{u}。", "{span}新收和上年结转的{request}均为0{u}。",
        "{span}新收、上年结转、办结、结转下年度的{request}均为[0|零]。", "{span}无{request}。",
        "{span}依申请公开受理[量|数量]为[0|零]。", "{span}未收到{request}，也没有需要结转下年度办理的申请。",
        "{self}开通了网上、信函、当面三种申请渠道，{year}年未收到{request}。", "{span}未收到申请公开政府信息的要求。",
        "依申请公开渠道保持畅通，全年未接到{request}。", "{span}没有依申请公开件。"}},
      {"intake.old",
       {"{span}未收到新的{request}，上年结转{#before}{u}[?after=0:，已全部办结|]。",
        "{span}新收{request}0{u}，上年[度|]结转{#before}{u}。",
        "{span}没有新收{request}，{last}年结转的{#before}{u}[?after=0:均已办结|?after>0:仍在办理的有{#after}{u}]。",
        "{span}未新收{request}，办理上年度结转申请{#before}{u}。"}},
      {"intake.new",
       {"{span}{in.all}{receive}{request}{#new}{u}。", "{span}{in.all}{receive}{#new}{u}{request}。",
        "{span}{in.all}{receive}了{#new}{u}{request}。",
        "{span}{receive}{the.public}[提出|提交|提出]的{request}{#new}{u}。",
        "{span}{in.all}{receive}{the.public}{request}{#new}{u}。", "{span}{receive}{request}{#new}{u}，{handled}",
        "{span}{receive}{request}{#new}{u}[，全部依法登记、分办|，均按程序登记]。",
        "{span}向{self}提出的{request}共{#new}{u}。", "{span}共有{#new}{u}{request}提交到{self}。",
        "{span}{in.all}受理依申请公开事项{#new}{u}。", "{span}依申请公开新收{#new}{u}。",
        "{request}{in.all}{receive}{#new}{u}，{handled}", "{span}{request}数量为{#new}{u}。",
        "?before=0:{span}{receive}{request}{#new}{u}，无上年[度|]结转[申请|]。",
        "?before=0:{span}{receive}{request}{#new}{u}，上年结转0{u}。",
        "{span}{receive}{request}{#new}{u}，其中上半年{#half.a}{u}、下半年{#half.b}{u}。",
        "上半年收到{request}{#half.a}{u}，下半年收到{#half.b}{u}，全年共计{#new}{u}。",
        "?new>20:{span}{receive}{request}{~new|件}。",
        "严格执行登记、审核、答复、归档流程，{span}{receive}{request}{#new}{u}。"}},
      {"intake.both",
       {"{span}新收{request}{#new}{u}，上年[度|]结转{request}{#before}{u}。",
        "{span}新收{request}数量{#new}{u}，上年结转{request}数量{#before}{u}。",
        "{span}收到{request}{#new}{u}，上年[度|]结转{#before}{u}。",
        "{span}新收{request}{#new}{u}，上年结转{#before}{u}；办结{#processed}{u}，结转下年度[继续办理|]{#after}{u}。",
        "新收、上年结转{request}分别为{#new}{u}、{#before}{u}。",
        "{span}新收、上年结转、办结、结转下年度继续办理的{request}分别为{#new}{u}、{#before}{u}、{#processed}{u}、{#"
        "after}{u}。",
        "?before>0:{last}年结转的{#before}{u}和{year}年新收的{#new}{u}{request}，[?after=0:已全部办结|?after>0:已办结{#"
        "processed}{u}、{#after}{u}转至{next}年度继续办理]。",
        "?before>0:{span}受理{request}{#new}{u}，办理上年度结转申请{#before}{u}。[办结|答复]{#processed}{u}[?after>0:"
        "，其余{#after}{u}结转下年度继续办理|]。",
        "?before>0:{span}{receive}{request}{#new}{u}，另有{last}年结转{#before}{u}。"}},
      {"intake.whole",
       {"?before>0:{span}共收到{request}{#new+before}{u}（[其中|含|其中含]上年[度|]结转{#before}{u}）。",
        "?before>0:{span}共处理{request}{#new+before}{u}（含上年度结转申请{#before}{u}），答复{#processed}{u}"
        "，结转下年度继续办理{#after}{u}。",
        "?before>0:{span}收到和办理{request}共{#new+before}{u}，其中新收{#new}{u}，上年结转{#before}{u}。",
        "?before>0,after=0:{span}办结{request}{#processed}{u}（含上年结转{#before}{u}）。",
        "?before=0,after>0:{span}收到{request}{#new}{u}，办结{#processed}{u}，另有{#after}{u}顺延到下年度答复。",
        "{span}收到{request}{#new}{u}，答复{#processed}{u}[?after>0:，结转{next}年度继续办理{#after}{u}|?after=0:"
        "，无结转下年度继续办理件]。"}},
      {"intake.compared",
       {"{span}{receive}{request}{#new}{u}，同比{^new/last_new}。",
        "{span}{receive}{request}{#new}{u}，[比上年|较上年|较{last}年|与上年相比]{^new/last_new}。",
        "{span}{receive}{request}{#new}{u}，同比{^new/last_new}（{last}年为{#last_new}{u}）。",
        "{span}{receive}{request}{#new}{u}，比{last}年（{#last_new}{u}）{^new/last_new}。",
        "{last}年收到{request}{#last_new}{u}，{year}年收到{#new}{u}，同比{^new/last_new}。",
        "?new>last_new:{span}{receive}{request}{#new}{u}，比{last}年增加{#new-last_new}{u}。",
        "?new<last_new:{span}{receive}{request}{#new}{u}，[较上年减少{#last_new-new}{u}|（较{last}年减少{#last_new-new}"
        "{u}）]。",
        "?new=last_new:{span}{receive}{request}{#new}{u}，与上年持平。",
        "?new>last_new:{span}{receive}{request}{#new}{u}，较{last}年的{#last_new}{u}增加{#new-last_new}{u}，增幅为{%"
        "new-last_new/last_new}。"}},
      {"intake.wider",
       {"?large=1:{scope}各级行政机关{span.short}共收到{request}{#new}{u}，其中{short}本级{#level.a}{u}"
        "，各部门、各下级政府{#level.b}{u}。",
        "?government=1:{span.short}{scope}共收到{request}{#new}{u}。",
        "?large=1:{span.short}，{scope}共收到{request}{#new}{u}（本级{#level.a}{u}、部门和基层{#level.b}{u}）。",
        "?county_body=1:{span.short}，{self}收到{request}{#new}{u}，同期{wide}各级行政机关收到{#wide}{u}。",
        "?county_body=1:{span.short}，{wide}共收到{request}{#wide}{u}，其中{self}收到{#new}{u}。",
        "{span}{receive}{request}{#new}{u}。"}},
      {"span.short", {"全年", "{year}年", "{year}年度", "本年度"}},

      // Clauses that end the sentence.
      {"handled",
       {"均在法定期限内[答复|作出答复|予以答复]。", "均按时登记、按时答复。", "全部依法依规登记、审核、办理。",
        "?after=0:[已|均已]全部办结。", "?after=0:均已办理完毕。", "?after=0:按时办结率100%。",
        "?before=0,after>0:除{#after}{u}结转下年度继续办理外，其余均已[办结|答复]。"}},

      // A sentence of its own on what was finished and what is left.
      {"left",
       {"?new+before>0,after=0:[目前|]所有申请均已[办结|办理完毕|答复]，无结转下年度[继续办理的|]申请。",
        "?new+before>0,after=0:上述申请已全部[依法|按期|]办结。",
        "?new+before>0,after=0:全部申请均在规定时间内办结，没有结转下年度的事项。",
        "?new+before>0,after=0:办结率100%。",
        "?new+before>0,after=0:办结{#processed}{u}，办结率{%processed/new+before}。",
        "?new+before>0:全部申请均在法定期限内答复。", "?new+before>0:按时答复率100%。",
        "?new+before>0:未出现超期答复。",
        "?new+before>0:全年[办结|办理答复|答复]{#processed}{u}，结转下年度继续办理{#after}{u}。",
        "?after>0:截至{year}年12月31日，[尚有|还有]{#after}{u}[申请|]未办结，转入{next}年继续办理。",
        "?after>0:[结转|转结]下年度继续办理{#after}{u}。", "?after>0:结转{next}年{#after}{u}，均为12月份收到的申请。",
        "?after>0:办结率为{%processed/new+before}，结转{next}年度办理{#after}{u}。",
        "?after>0:{#after}{u}申请因尚在答复期限内，结转至{next}年度办理。",
        "?after>0:有{#after}{u}结转下年度继续办理，其余{#processed}{u}均已答复。",
        "?new+before=0:{year}年无结转下年度继续办理的申请。",
        "?processed>0:答复{request}{#processed}{u}，[同比|较上年]{^processed/last_processed}。",
        "答复文书统一使用规范格式。"}},

      {"applicants",
       {"?new>0:[新收申请中|其中]，自然人申请{#new@natural}{u}，法人或其他组织申请{#new@legal}{u}。",
        "?new>0:申请人为自然人的{#new@natural}{u}、法人或者其他组织的{#new@legal}{u}。",
        "?new>0:自然人、法人或其他组织提出的申请分别为{#new@natural}{u}、{#new@legal}{u}。",
        "?new>0:按申请人[类别|类型|身份]分，{&applicant}。", "?new>0:新收的{#new}{u}申请中，{&applicant}。",
        "?new@natural>0,new@legal>0:新收申请中，自然人申请{#new@natural}{u}，占{%new@natural/"
        "new}；法人或其他组织申请{#new@legal}{u}，占{%new@legal/new}。",
        "?new>0,new@legal=0:[申请人|新收申请的申请人]均为自然人。", "?new>0,new@legal=0:均为自然人申请。",
        "?new>0,new@natural=0:申请人均为法人或其他组织。", "?new@natural>0:自然人申请占新收申请的{%new@natural/new}。",
        "?new@commercial_enterprise>0:新收申请中，商业企业提出{#new@commercial_enterprise}{u}。",
        "?new@natural>0,new@legal>0:法人或其他组织的申请中，{&organization}。"}},
      {"applicant",
       {"?new@natural>0:自然人申请{#new@natural}{u}",
        "?new@commercial_enterprise>0:商业企业申请{#new@commercial_enterprise}{u}",
        "?new@research_institution>0:科研机构申请{#new@research_institution}{u}",
        "?new@public_welfare_organization>0:社会公益组织申请{#new@public_welfare_organization}{u}",
        "?new@legal_service_institution>0:法律服务机构申请{#new@legal_service_institution}{u}",
        "?new@other_organization>0:其他组织申请{#new@other_organization}{u}"}},
      {"organization",
       {"?new@commercial_enterprise>0:商业企业{#new@commercial_enterprise}{u}",
        "?new@research_institution>0:科研机构{#new@research_institution}{u}",
        "?new@public_welfare_organization>0:社会公益组织{#new@public_welfare_organization}{u}",
        "?new@legal_service_institution>0:法律服务机构{#new@legal_service_institution}{u}",
        "?new@other_organization>0:其他{#new@other_organization}{u}"}},

      {"channels",
       {"?new>0:[从申请方式看|按申请渠道分]，通过网络申请{#channel.a}{u}，通过信函申请{#channel.b}{u}，当面申请{#"
        "channel.c}{u}。",
        "?channel.a>0,channel.b>0,channel.c>0:[新收申请中，|]通过网络申请{#channel.a}{u}，占{%channel.a/"
        "new}；通过信函申请{#channel.b}{u}，占{%channel.b/new}；通过当面申请{#channel.c}{u}，占{%channel.c/new}。",
        "?channel.a>0:其中{#channel.a}{u}通过网上申请系统提交。",
        "?channel.a>0,channel.b>0,channel.c=0:{#channel.a}{u}为网络申请，{#channel.b}{u}为信件申请。",
        "?channel.b>0:通过邮寄方式收到{#channel.b}{u}。",
        "?new>0:网上申请、信函申请、当面申请分别为{#channel.a}{u}、{#channel.b}{u}、{#channel.c}{u}。",
        "?topic.a>0:申请内容主要涉及[征地补偿|城市更新|生态环境]等方面，其中[征地|规划|资金]类{#topic.a}{u}。",
        "申请内容主要涉及土地征收、房屋征迁、行政许可等方面。"}},
  };
  return groups;
}

}  // namespace gouji::test
