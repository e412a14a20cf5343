#include <algorithm>
#include <array>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// What the report of a people's government must tell.
struct Matter {
  std::string_view zh;
  std::string_view en;
  WordList words;
};

/// A people's government itself, of whatever rank: not its office, nor a department, nor the office of a 街道.
bool is_government(const Body& body) {
  return body.kind() == BodyKind::government || (body.kind() == BodyKind::township && !body.name().ends_with("办事处"));
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (!document.outline.is_report || !is_government(document.body)) return;
  const TopHeading* overview = document.outline.opening(0);
  if (overview == nullptr || paragraphs_under(document.prose, 0).empty()) return;
  const std::array<Matter, 3> matters = {{
      {"工作考核", "the assessment of the work", words::assessment_work},
      {"社会评议", "the public's appraisal", words::assessment_society},
      {"责任追究", "holding to account", words::assessment_liability},
  }};
  std::string zh;
  std::string en;
  for (const Matter& matter : matters) {
    if (has_word(document.prose.text(), matter.words)) continue;
    zh += (zh.empty() ? "" : "、") + std::string(matter.zh);
    en += (en.empty() ? "" : ", ") + std::string(matter.en);
  }
  if (zh.empty()) return;
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = overview->span;
  finding.message = say("各级人民政府的报告要写工作考核、社会评议和责任追究结果，这份报告没有写到{0}。",
                        "The report of a people's government tells the results of assessment, public appraisal and "
                        "holding to account; this one says nothing of {0}.",
                        {{zh, en}});
  finding.advice = say("在监督保障部分补上；没有发生的，写明没有发生。",
                       "Add it under supervision and safeguards; where nothing happened, say so.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule assessment_results_rule;
const Rule assessment_results_rule = {
    "assessment-results",
    Severity::advice,
    "没有写考核、评议和责任追究结果",
    "Assessment, appraisal or accountability not told",
    "《中华人民共和国政府信息公开条例》第五十条",
    check,
};

}  // namespace gouji
