#include <algorithm>

#include "label.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::size_t problems = 4;  // index of the section

/// The words alone, as "本年度无" of "(本年度无。)".
std::string without_signs(std::string_view words) {
  std::string plain;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    if (char_class(next_code_point(words, at)) == CharClass::letter) plain += words.substr(begin, at - begin);
  }
  return plain;
}

struct Sides {
  bool problems = false;
  bool measures = false;
};

/// What the clauses speak of. Words of improvement are measures only where no shortcoming is told with them, as in
/// 有待进一步提高, nor before all of them, as in 公开工作稳步推进，但仍存在…
Sides sides_of(std::string_view text) {
  Sides sides;
  bool measures_alone = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min({text.find("。", at), text.find(',', at), text.find(';', at), text.find(':', at),
                                      text.find('\n', at), text.size()});
    const std::string_view clause = text.substr(at, end - at);
    at = end + 1;
    if (has_word(clause, words::announced_remedies)) sides.measures = true;
    if (has_word(clause, words::shortcomings)) {
      sides.problems = true;
    } else if (has_word(clause, words::remedies)) {
      (sides.problems ? sides.measures : measures_alone) = true;
    }
  }
  if (!sides.problems) sides.measures = sides.measures || measures_alone;
  return sides;
}

Finding empty_section(const Document& document, Span place, bool says_none) {
  const std::string heading(document.text.at(document.outline.opening(problems)->span));
  const std::string said(document.text.at(place));
  Finding finding;
  // What stood there may have been lost on the way into the paste.
  finding.severity = says_none ? Severity::warning : Severity::advice;
  finding.span = place;
  finding.message =
      says_none
          ? Bilingual{"「" + heading + "」只写了「" + said + "」。", "“" + heading + "” says only “" + said + "”."}
          : Bilingual{"「" + heading + "」下面没有内容。", "Nothing stands under “" + heading + "”."};
  finding.advice = say("写明存在的主要问题和改进情况。", "Tell the main problems and what is done about them.");
  return finding;
}

Finding one_sided(Span place, bool has_problems) {
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = place;
  finding.message = has_problems ? Bilingual{"这一部分只写了问题，没有写改进情况。",
                                             "This section tells problems, but not what is done about them."}
                                 : Bilingual{"这一部分只写了改进措施，没有写存在的问题。",
                                             "This section tells measures, but no problem."};
  finding.advice = has_problems
                       ? Bilingual{"针对每个问题写明改进措施。", "Name a measure for each problem."}
                       : Bilingual{"写明主要问题，再写对应的改进措施。", "Name the main problems before the measures."};
  return finding;
}

void check(const Document& document, std::vector<Finding>& findings) {
  const TopHeading* heading = document.outline.opening(problems);
  if (!document.outline.is_report || heading == nullptr || !has_sentences(document.prose)) return;
  const auto paragraphs = paragraphs_under(document.prose, problems);
  // Also what stands in a table of its own.
  const std::string all = without_breaks(document.text.at(span_under(document.outline, document.prose, *heading)));
  const std::string plain = without_signs(all);
  if (plain.empty()) {
    // What follows may not have been copied.
    if (document.outline.opening(problems + 1) != nullptr)
      findings.push_back(empty_section(document, heading->span, false));
    return;
  }
  const Span place = paragraphs.empty() ? heading->span : document.prose.in_folded(paragraphs.front().span);
  if (is_one_of(plain, words::nothing_to_say)) {
    findings.push_back(empty_section(document, place, true));
    return;
  }
  const auto [has_problems, has_measures] = sides_of(all);
  if (has_problems != has_measures) findings.push_back(one_sided(place, has_problems));
}

}  // namespace

extern const Rule problems_section_rule;
const Rule problems_section_rule = {
    "problems-section",
    Severity::warning,
    "问题和改进情况没有写全",
    "Problems or measures not told",
    "《中华人民共和国政府信息公开条例》第五十条",
    check,
};

}  // namespace gouji
