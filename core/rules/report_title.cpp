#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  const DocumentFacts& facts = document.facts;
  // A title without a year may be the name of the page's column.
  if (!facts.title_has_year()) return;
  const std::string title = without_breaks(document.text.at(facts.title));
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = facts.title;
  finding.advice = say("格式规定的名称是“政府信息公开工作年度报告”。", "The form names it 政府信息公开工作年度报告.");
  if (title.find("公开工作的年度报告") != std::string::npos) {
    finding.message =
        say("标题里多了“的”字：“政府信息公开工作的年度报告”。", "The title has 的 between 工作 and 年度报告.");
  } else {
    const std::size_t at = find_word(title, words::other_genres);
    if (at == std::string::npos || title.find("年度报告") != std::string::npos) return;
    const std::string name(leading_word(std::string_view(title).substr(at), words::other_genres));
    finding.message = say("标题写的是“{0}”，不是“年度报告”。", "The title says {0}, not 年度报告.", {name});
  }
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule report_title_rule;
const Rule report_title_rule = {
    "report-title",
    Severity::advice,
    "标题不是“年度报告”",
    "Title that is not that of the report",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
