// How reports say what became of the requests.

#include "wording.h"

namespace gouji::test {

const std::vector<PhraseGroup>& result_phrases() {
  static const std::vector<PhraseGroup> groups = {
      {"results",
       {"?processed>0:[办结|答复|办理完毕]的申请中，{&result}。",
        "?processed>0:在办结的{#processed}{u}申请中，{&result}。",
        "?processed>0:全年[办结|答复]{request}{#processed}{u}，其中{&result}。",
        "?processed>0:{#processed}{u}申请的办理结果[为|是]：{&result}。",
        "?processed>0:[从办理结果看|按办理结果分]，{results.all}", "?processed>0:{results.all}",
        "?processed>0:{results.part}", "?processed>0:{results.part}", "?processed>0:{results.detail}",
        "?processed>0,before+after>0:新收和上年结转的{#new+before}{u}申请中，{&outcome}。",
        "?new>0,before=0,after>0:收到的{#new}{u}申请中，{&outcome}。"}},

      {"granted", {"予以公开", "予以公开", "同意公开", "公开"}},
      {"partly", {"部分公开", "部分公开", "予以部分公开", "区分处理、部分公开"}},
      {"unavailable", {"无法提供", "无法提供", "本机关无法提供"}},
      {"other", {"其他处理", "其他处理", "作其他处理", "以其他方式处理"}},
      // All that is not zero: they add up to what was processed.
      {"result",
       {"?granted>0:{granted}{#granted}{u}", "?partly>0:{partly}{#partly}{u}", "?denied>0:不予公开{#denied}{u}",
        "?unavailable>0:{unavailable}{#unavailable}{u}", "?unprocessed>0:不予处理{#unprocessed}{u}",
        "?other>0:{other}{#other}{u}"}},
      // With those carried forward: they add up to what was there to do.
      {"outcome",
       {"?granted>0:予以公开{#granted}{u}", "?partly>0:部分公开{#partly}{u}", "?denied>0:不予公开{#denied}{u}",
        "?unavailable>0:无法提供{#unavailable}{u}", "?unprocessed>0:不予处理{#unprocessed}{u}",
        "?other>0:其他处理{#other}{u}", "?after>0:[结转下年度继续办理|转下年度办理|结转{next}年度办理]{#after}{u}"}},
      {"results.all",
       {"予以公开{#granted}{u}，部分公开{#partly}{u}，不予公开{#denied}{u}，无法提供{#unavailable}{u}，不予处理{#"
        "unprocessed}{u}，其他处理{#other}{u}。",
        "予以公开、部分公开、不予公开、无法提供、不予处理、其他处理分别为{#granted}{u}、{#partly}{u}、{#denied}{u}、{#"
        "unavailable}{u}、{#unprocessed}{u}、{#other}{u}。",
        "予以公开{#granted}{u}（占{%granted/processed}），部分公开{#partly}{u}（占{%partly/"
        "processed}），不予公开{#denied}{u}（占{%denied/processed}），无法提供{#unavailable}{u}（占{%unavailable/"
        "processed}），不予处理{#unprocessed}{u}（占{%unprocessed/processed}），其他处理{#other}{u}（占{%other/"
        "processed}）。",
        "予以公开{#granted}{u}，占办结总数的{%granted/processed}；部分公开{#partly}{u}，占{%partly/"
        "processed}；其余{#processed-granted-partly}{u}依法作其他答复。",
        "予以公开{#granted}{u}、部分公开{#partly}{u}、不予公开{#denied}{u}、无法提供{#unavailable}{u}、不予处理{#"
        "unprocessed}{u}、作其他处理{#other}{u}、结转下年度办理{#after}{u}。"}},
      {"results.part",
       {"其中予以公开及部分公开{#granted+partly}{u}，占{%granted+partly/processed}。",
        "其中，同意公开或部分公开共{#granted+partly}{u}，公开率为{%granted+partly/processed}。",
        "予以公开和部分公开合计{#granted+partly}{u}，占办结申请的{%granted+partly/processed}。",
        "?granted>0:予以公开{#granted}{u}，占办结申请的{%granted/processed}。",
        "?granted>0:办结的申请中，予以公开的{#granted}{u}。",
        "?granted>0,granted<processed:办结的申请中，予以公开的占{%granted/processed}。",
        "?denied=0:没有不予公开的情形。",
        "?granted>0,partly>0:予以公开答复{#granted}，占{%granted/processed}；部分公开{#partly}，占{%partly/"
        "processed}。",
        "?granted>1:予以公开的申请中，已主动公开、告知获取方式的{#guided}{u}。",
        "制发补正告知书{#notes}件、延期答复告知书{#delays}件。", "?withdrawn>0:申请人撤回{#withdrawn}{u}。",
        "?processed>granted:除予以公开的{#granted}{u}外，其余{#processed-granted}{u}均在答复书中说明理由和救济途径。",
        "?denied=0,unprocessed=0:全年未作出不予公开和不予处理的答复。", "?granted=processed:均予以公开。",
        "?granted=processed:办结的{#processed}{u}申请全部予以公开。",
        "?unavailable.not_held=processed:均因本机关不掌握相关政府信息而无法提供。",
        "?partly=0,granted>0:办结的申请中，予以公开{#granted}{u}，部分公开0{u}。",
        "?unavailable.not_held>0:办结的申请中，{#unavailable.not_held}{u}因本机关不掌握相关[政府信息|信息]"
        "无法提供，已告知申请人。"}},
      {"results.detail",
       {"?denied>0:办结的申请中，不予公开{#denied}{u}，包括{&denied.kind}。",
        "?unavailable>0:办结的申请中，无法提供{#unavailable}{u}，其中{&unavailable.kind}。",
        "?unprocessed>0:办结的申请中，不予处理{#unprocessed}{u}（{&unprocessed.kind}）。",
        "?form2021=1,other>0:办结的申请中，其他处理{#other}{u}，其中{&other.kind}。",
        "?denied.process_information>0:因属于四类过程性信息不予公开{#denied.process_information}{u}。",
        "?unavailable.not_held>0:本机关不掌握相关政府信息的{#unavailable.not_held}{u}，均已告知申请人。",
        "?unprocessed.repeated>0:重复申请{#unprocessed.repeated}{u}，依法不予处理。"}},
      {"denied.kind",
       {"?denied.state_secret>0:属于国家秘密{#denied.state_secret}{u}",
        "?denied.prohibited_by_law>0:其他法律行政法规禁止公开{#denied.prohibited_by_law}{u}",
        "?denied.three_securities_one_stability>0:危及“三安全一稳定”{#denied.three_securities_one_stability}{u}",
        "?denied.third_party_rights>0:保护第三方合法权益{#denied.third_party_rights}{u}",
        "?denied.internal_affairs>0:属于三类内部事务信息{#denied.internal_affairs}{u}",
        "?denied.process_information>0:属于四类过程性信息{#denied.process_information}{u}",
        "?denied.enforcement_files>0:属于行政执法案卷{#denied.enforcement_files}{u}",
        "?denied.administrative_query>0:属于行政查询事项{#denied.administrative_query}{u}"}},
      {"unavailable.kind",
       {"?unavailable.not_held>0:本机关不掌握相关政府信息{#unavailable.not_held}{u}",
        "?unavailable.needs_creation>0:没有现成信息需要另行制作{#unavailable.needs_creation}{u}",
        "?unavailable.unclear_after_correction>0:补正后申请内容仍不明确{#unavailable.unclear_after_correction}{u}"}},
      {"unprocessed.kind",
       {"?unprocessed.petition_complaint>0:信访举报投诉类申请{#unprocessed.petition_complaint}{u}",
        "?unprocessed.repeated>0:重复申请{#unprocessed.repeated}{u}",
        "?unprocessed.public_publication>0:要求提供公开出版物{#unprocessed.public_publication}{u}",
        "?unprocessed.excessive>0:无正当理由大量反复申请{#unprocessed.excessive}{u}",
        "?unprocessed.confirm_or_reissue>0:要求确认或重新出具已获取信息{#unprocessed.confirm_or_reissue}{u}"}},
      {"other.kind",
       {"?other.no_correction_overdue>0:申请人逾期不补正{#other.no_correction_overdue}{u}",
        "?other.fee_unpaid>0:申请人逾期未缴纳费用{#other.fee_unpaid}{u}", "?other.other>0:其他{#other.other}{u}"}},
  };
  return groups;
}

}  // namespace gouji::test
