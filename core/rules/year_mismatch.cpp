#include <algorithm>
#include <array>

#include "rule.h"

namespace gouji {
namespace {

Bilingual name_of(YearWitness::Kind kind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names = {
      {{"标题", "title"}, {"统计期限", "period"}, {"前言", "preface"}, {"章节标题", "heading"}, {"正文", "text"}}};
  const auto& [zh, en] = names[static_cast<std::size_t>(kind)];
  return {std::string(zh), std::string(en)};
}

/// The first place that says otherwise.
const YearWitness* other_than(const Years& years, int year) {
  for (const YearWitness& witness : years.witnesses) {
    if (witness.year != year) return &witness;
  }
  return nullptr;
}

Finding about(const Document& document, const YearWitness& witness, Severity severity) {
  const int year = document.years.report;
  Finding finding;
  finding.severity = severity;
  finding.span = witness.span;
  const Bilingual name = name_of(witness.kind);
  const std::string said = document.text.pasted(witness.span);
  const auto right = std::find_if(document.years.witnesses.begin(), document.years.witnesses.end(),
                                  [&](const YearWitness& other) { return other.year == year; });
  if (right != document.years.witnesses.end()) {
    const Bilingual other = name_of(right->kind);
    finding.related.push_back({right->span, "other", std::nullopt, std::nullopt});
    finding.message =
        say("{0}写“{1}”，{2}写“{3}”，本报告是 {4} 年的。", "The {0} says {5}, the {2} {6}; the report is on {4}.",
            {name, said, other, document.text.pasted(right->span), year, witness.year, right->year});
  } else {
    finding.message = say("{0}写“{1}”，本报告是 {2} 年的。", "The {0} says {1}; the report is on {2}.",
                          {name, {said, std::to_string(witness.year)}, year});
  }
  finding.actual = Decimal(witness.year);
  finding.expected = Decimal(year);
  finding.advice =
      say("多半是沿用上一年的文字，改为 {0} 年。", "Most likely left over from another year: write {0}.", {year});
  return finding;
}

/// Title and period contradict, and nothing else tells which is right.
void undecided(const Document& document, std::vector<Finding>& findings) {
  const Years& years = document.years;
  if (years.witnesses.empty()) return;
  const YearWitness& first = years.witnesses.front();
  const YearWitness* second = other_than(years, first.year);
  if (second == nullptr) return;
  Finding finding;
  finding.severity = Severity::error;
  finding.span = second->span;
  finding.related.push_back({first.span, "candidate", std::nullopt, std::nullopt});
  const Bilingual a = name_of(first.kind);
  const Bilingual b = name_of(second->kind);
  finding.message =
      say("{0}写“{1}”，{2}写“{3}”，两处不是同一年。", "The {0} says {4}, the {2} {5}.",
          {a, document.text.pasted(first.span), b, document.text.pasted(second->span), first.year, second->year});
  finding.advice =
      say("核对这是哪一年的报告，把写错的一处改过来。", "See which year the report is on and correct the other.");
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  const Years& years = document.years;
  if (years.report == 0) return undecided(document, findings);
  for (const YearWitness& witness : years.witnesses) {
    if (witness.year == years.report) continue;
    // A period from one year to another is told as such (period); of both its ends the first is enough.
    const bool told = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.rule == nullptr && finding.actual == Decimal(witness.year) &&
             witness.kind == YearWitness::Kind::period;
    });
    const bool mixed = witness.kind == YearWitness::Kind::period &&
                       std::any_of(years.witnesses.begin(), years.witnesses.end(), [&](const YearWitness& other) {
                         return other.kind == YearWitness::Kind::period && other.year == years.report;
                       });
    if (!told && !mixed) findings.push_back(about(document, witness, Severity::error));
  }
  if (!years.settled) return;
  // 2020年，我局认真贯彻… at the head of a paragraph of the report on 2021. Figures of another year may well be told beside
  // those of this one.
  for (const YearOpening& opening : years.openings) {
    const Prose::Sentence& sentence = document.prose.sentences()[opening.sentence];
    const std::uint8_t section = document.prose.section_of(sentence);
    const bool first = sentence.span.begin == document.prose.paragraphs()[sentence.paragraph].span.begin;
    const bool reports = opening.own && opening.general;
    if (opening.witness.year != years.report - 1 || !first || !reports || section == 0 || section > 4) continue;
    findings.push_back(about(document, opening.witness, Severity::warning));
  }
}

}  // namespace

extern const Rule year_mismatch_rule;
const Rule year_mismatch_rule = {
    "year-mismatch",
    Severity::error,
    "年份不一致",
    "Years do not agree",
    "《中华人民共和国政府信息公开条例》第四十九条",
    check,
};

}  // namespace gouji
