// How reports tell of reviews and lawsuits.

#include "wording.h"

namespace gouji::test {

const std::vector<PhraseGroup>& proceeding_phrases() {
  static const std::vector<PhraseGroup> groups = {
      {"proceedings",
       {"?review+suits=0:{proceedings.none}", "?review=0,suits>0:{proceedings.suits}",
        "?review>0,suits=0:{proceedings.review}", "?review>0,suits>0:{proceedings.both}",
        "?review>0,suits>0:{proceedings.both}", "?review>0,suits>0:{proceedings.outcomes}",
        "?review+suits>0,review@corrected+suits@corrected=0:{proceedings.unbeaten}"}},
      {"because", {"因政府信息公开", "因政府信息公开工作", "因信息公开", "因依申请公开"}},
      {"caused", {"引发的", "引起的", "导致的", "产生的"}},
      {"cases", {"件", "件", "件", "起", "宗"}},
      {"proceedings.none",
       {"{year}年未发生[因政府信息公开引发的|政府信息公开方面的|与政府信息公开有关的]行政复议[和|、|或者]行政诉讼[案件|"
        "]。",
        "全年没有因政府信息公开{caused}行政复议、行政诉讼案件。",
        "因政府信息公开被申请行政复议0件，被提起行政诉讼0件。", "{self}无政府信息公开行政复议、行政诉讼案件。",
        "政府信息公开行政复议、行政诉讼均为[0件|零]。", "未出现因政府信息公开被申请行政复议、被提起行政诉讼的情况。",
        "{year}年，因政府信息公开引发行政复议0件、行政诉讼0件。",
        "未因政府信息公开工作被申请行政复议或者提起行政诉讼。", "无涉及政府信息公开的行政复议、诉讼和申诉情况。",
        "没有发生政府信息公开行政复议和行政诉讼。"}},
      {"proceedings.review",
       {"{because}[被申请|引发]行政复议{#review}件，未发生行政诉讼。",
        "{year}年，{because}[引发|发生]行政复议{#review}件、行政诉讼0件。",
        "全年发生政府信息公开行政复议{#review}[件|起]，无行政诉讼。",
        "政府信息公开类行政复议{#review}件，其中{&review}。未发生行政诉讼。",
        "?review@pending=0:行政复议{#review}件，均已审结；没有行政诉讼。",
        "?review=review@upheld:被申请行政复议{#review}件，[均获维持|均维持原答复|结果均为维持]；行政诉讼0件。",
        "?review=1,review@pending=1:信息公开类行政复议一件，正在办理中；没有行政诉讼案件。"}},
      {"proceedings.suits",
       {"{because}[引发|被提起]行政诉讼{#suits}件，未发生行政复议。",
        "全年没有政府信息公开行政复议案件，行政诉讼{#suits}件。",
        "行政复议0件，行政诉讼{#suits}件，其中未经复议直接起诉{#direct}件，复议后起诉{#later}件。",
        "?later=0:未发生行政复议；行政诉讼{#suits}件，均为未经复议直接起诉。",
        "政府信息公开行政诉讼{#suits}件，其中{&suit}。未发生行政复议。"}},
      {"proceedings.both",
       {"{because}[引发|发生]行政复议{#review}{cases.of}、行政诉讼{#suits}{cases.of}。",
        "{year}年，{because}{caused}行政复议{#review}件，行政诉讼{#suits}件。",
        "全年办理涉及政府信息公开的行政复议{#review}件、行政诉讼{#suits}件。",
        "{because}被申请行政复议{#review}件，被提起行政诉讼{#suits}件。",
        "政府信息公开行政复议、行政诉讼分别为{#review}件、{#suits}件。",
        "信息公开类行政复议{#review}件，诉讼{#suits}件。",
        "{because}引发行政复议和行政诉讼[共|合计]{#review+suits}件，其中行政复议{#review}件、行政诉讼{#suits}件。",
        "行政复议{#review}件；行政诉讼{#suits}件（未经复议直接起诉{#direct}件、复议后起诉{#later}件）。",
        "全年共有政府信息公开行政复议案件{#review}件，未经复议直接起诉{#direct}件，复议后起诉{#later}件。"}},
      {"cases.of", {"件", "件", "起"}},
      {"proceedings.outcomes",
       {"政府信息公开行政复议{#review}件，其中{&review}；政府信息公开行政诉讼{#suits}件，其中{&suit}。",
        "行政复议{#review}件，其中结果维持{#review@upheld}件、结果纠正{#review@corrected}件、其他结果{#review@other}"
        "件、尚未审结{#review@pending}件；行政诉讼{#suits}件。",
        "行政复议结果维持、结果纠正、其他结果、尚未审结分别为{#review@upheld}件、{#review@corrected}件、{#review@other}"
        "件、{#review@pending}件；行政诉讼共{#suits}件。",
        "?review@corrected>0:行政复议{#review}件，其中被纠正{#review@corrected}件；行政诉讼{#suits}件，其中被纠正{#"
        "suits@corrected}件。",
        "?review=review@upheld,suits=suits@upheld:信息公开类行政复议{#review}件，行政诉讼{#suits}件，均获维持。",
        "行政诉讼{#suits}件中，未经复议直接起诉{#direct}件、复议后起诉{#later}件。行政复议{#review}件。"}},
      {"proceedings.unbeaten",
       {"全年未发生因政府信息公开被行政复议纠错或者行政诉讼败诉的情形。",
        "因政府信息公开引发行政复议{#review}件、行政诉讼{#suits}件，被纠错0件。",
        "政府信息公开行政复议{#review}件、行政诉讼{#suits}件，没有被纠错、败诉的案件。",
        "行政复议、行政诉讼案件均无被纠正的情况。"}},
      {"review",
       {"?review@upheld>0:[结果维持|维持]{#review@upheld}件",
        "?review@corrected>0:[结果纠正|纠正]{#review@corrected}件", "?review@other>0:其他结果{#review@other}件",
        "?review@pending>0:[尚未审结|正在审理]{#review@pending}件"}},
      {"suit",
       {"?suits@upheld>0:[结果维持|维持]{#suits@upheld}件", "?suits@corrected>0:[结果纠正|纠正]{#suits@corrected}件",
        "?suits@other>0:其他结果{#suits@other}件", "?suits@pending>0:[尚未审结|正在审理]{#suits@pending}件"}},
  };
  return groups;
}

}  // namespace gouji::test
