#include <algorithm>
#include <map>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

using Kind = YearWitness::Kind;

Bilingual name_of(Kind kind) {
  switch (kind) {
    case Kind::title:
      return say("标题", "the title");
    case Kind::period:
      return say("统计期限", "the period");
    case Kind::preface:
      return say("前言", "the preface");
    case Kind::heading:
      return say("章节标题", "the heading");
    case Kind::opening:
      break;
  }
  return say("正文", "the text");
}

/// What says which year the report is on: “标题、统计期限” / “the title, the period”.
Bilingual sources_of(const Years& years) {
  Bilingual words;
  for (const Kind kind : {Kind::title, Kind::period, Kind::preface}) {
    const bool says = std::any_of(years.witnesses.begin(), years.witnesses.end(), [&](const YearWitness& witness) {
      return witness.kind == kind && witness.year == years.report;
    });
    if (says) words.add("、", ", ", name_of(kind));
  }
  return words.empty() ? say("其他各处", "the rest") : words;
}

void add_sources(const Years& years, Finding& finding) {
  for (const YearWitness& witness : years.witnesses) {
    if (witness.year == years.report && witness.kind != Kind::heading)
      finding.related.push_back({witness.span, "other", std::nullopt, std::nullopt});
  }
}

/// A finding on `span`, where a year stands that is not the report's.
Finding wrong_year(const Document& document, Span span, int year, Kind kind) {
  const Years& years = document.years;
  Finding finding;
  finding.span = span;
  finding.message =
      say("{0}写的是 {1} 年，这份报告是 {2} 年的（{3}）。", "In {0} it is {1}; the report is on {2} ({3}).",
          {name_of(kind), year, years.report, sources_of(years)});
  finding.actual = Decimal(year);
  if (years.settled) {
    finding.expected = Decimal(years.report);
    finding.fix = std::to_string(years.report) + (document.text.at(span).ends_with("年") ? "年" : "");
    finding.advice = say("多半是沿用旧稿时没有改，改为 {0} 年。",
                         "Most likely left over from an older text; change it to {0}.", {years.report});
  } else {
    finding.advice = say("核对是哪一处写错了。", "See which of them is wrong.");
  }
  add_sources(years, finding);
  return finding;
}

/// Title and period contradict, and nothing tells which of them is right.
void undecided(const Years& years, std::vector<Finding>& findings) {
  const YearWitness* title = nullptr;
  const YearWitness* period = nullptr;
  for (const YearWitness& witness : years.witnesses) {
    if (witness.kind == Kind::title && title == nullptr) title = &witness;
    if (witness.kind == Kind::period && period == nullptr) period = &witness;
  }
  if (title == nullptr || period == nullptr || title->year == period->year) return;
  Finding finding;
  finding.severity = Severity::error;
  finding.span = period->span;
  finding.related.push_back({title->span, "other", std::nullopt, std::nullopt});
  finding.message = say("标题写的是 {0} 年，统计期限写的是 {1} 年，必有一处写错。",
                        "The title says {0}, the period says {1}; one of them is wrong.", {title->year, period->year});
  finding.advice = say("核对报告的年度，改正写错的一处。", "See which year the report is on and correct the other.");
  findings.push_back(std::move(finding));
}

/// Title, period, preface and headings with another year than the report's.
void witnesses(const Document& document, std::vector<Finding>& findings) {
  const Years& years = document.years;
  const auto wrong = [&](const YearWitness& witness) { return witness.year != years.report; };
  std::size_t period_years = 0;
  std::size_t wrong_period_years = 0;
  for (const YearWitness& witness : years.witnesses) {
    if (witness.kind != Kind::period) continue;
    ++period_years;
    wrong_period_years += wrong(witness) ? 1 : 0;
  }
  bool period_said = false;
  for (const YearWitness& witness : years.witnesses) {
    if (!wrong(witness)) continue;
    if (witness.kind == Kind::period) {
      // A period that goes from one year to another is no matter of the report's year alone.
      if (wrong_period_years < period_years) continue;
      if (period_said) {
        findings.back().related.insert(findings.back().related.begin(),
                                       {witness.span, "part", std::nullopt, std::nullopt});
        continue;
      }
      period_said = true;
    }
    Finding finding = wrong_year(document, witness.span, witness.year, witness.kind);
    finding.severity = witness.kind == Kind::heading ? Severity::warning : Severity::error;
    findings.push_back(std::move(finding));
  }
}

/// Whether a count of the sentence is one of the tables', so that it is told of the report's own year.
bool tells_of_tables(const Document& document, ProseSpan sentence) {
  static constexpr std::string_view cells[][2] = {
      {"requests", "new_received"}, {"requests", "processed_total"}, {"requests", "granted"}};
  std::vector<Decimal> values;
  for (const auto& [table, row] : cells) {
    const auto cell = document.find_cell(table, row, "total");
    if (cell && document.cell(*cell).value.is_integer()) values.push_back(document.cell(*cell).value);
  }
  const auto quantities = document.prose.quantities_in(sentence);
  return std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& quantity) {
    return quantity.kind == Quantity::Kind::number && quantity.is_exact() &&
           compare(quantity.value, Decimal(10)) >= 0 &&
           std::any_of(values.begin(), values.end(),
                       [&](const Decimal& value) { return compare(value, quantity.value) == 0; });
  });
}

/// Whether no sentence of section one stands before the opening, which is one of them.
bool opens_the_report(const Document& document, const YearOpening& opening) {
  const auto& sentences = document.prose.sentences();
  if (document.prose.section_of(sentences[opening.sentence]) != 1) return false;
  const auto first = std::find_if(sentences.begin(), sentences.end(), [&](const Prose::Sentence& sentence) {
    const Prose::Paragraph& paragraph = document.prose.paragraphs()[sentence.paragraph];
    return paragraph.section == 1 && paragraph.kind == LineKind::prose;
  });
  return first - sentences.begin() >= static_cast<std::ptrdiff_t>(opening.sentence);
}

/// How wrong it is that a sentence opens with another year than the report's.
class Weighing {
 public:
  explicit Weighing(const Document& document) : document_(document) {}

  /// Nothing where the year may well be right.
  [[nodiscard]] std::optional<Severity> weigh(const YearOpening& opening);

 private:
  /// Whether the paragraph speaks of the report's own year, too. Openings come in order: the answer is kept for the next.
  [[nodiscard]] bool tells_of_this_year(std::uint32_t paragraph) {
    if (paragraph == paragraph_) return of_this_year_;
    const std::string_view words = document_.prose.at(document_.prose.paragraphs()[paragraph].span);
    paragraph_ = paragraph;
    of_this_year_ = words.find(std::to_string(document_.years.report)) != std::string_view::npos ||
                    has_word(words, words::this_year);
    return of_this_year_;
  }
  /// Whether the sentence compares, or its paragraph goes year by year.
  [[nodiscard]] bool tells_of_several_years(const Prose::Sentence& sentence) {
    return has_word(document_.prose.at(sentence.span), words::comparing) || tells_of_this_year(sentence.paragraph);
  }

  const Document& document_;
  std::uint32_t paragraph_ = UINT32_MAX;
  bool of_this_year_ = false;
};

std::optional<Severity> Weighing::weigh(const YearOpening& opening) {
  const Document& document = document_;
  const Prose::Sentence& sentence = document.prose.sentences()[opening.sentence];
  const std::string_view words = document.prose.at(sentence.span);
  const std::uint8_t section = document.prose.section_of(sentence);
  const int year = opening.witness.year;
  const int report = document.years.report;
  // What is still to be done, and what was found before, is told of other years.
  if (section == 5 || year < report - 2 || year > report + 1 || tells_of_several_years(sentence)) return std::nullopt;
  if (year > report && has_word(words, words::planning)) return std::nullopt;
  const Severity likely = document.years.settled ? Severity::warning : Severity::advice;
  const bool first = sentence.span.begin == document.prose.paragraphs()[sentence.paragraph].span.begin;
  if (opening.general) {
    // 2023年，全县公开工作考核我局位列第三: what became known of that year in this one.
    if (has_word(words, words::assessing)) return Severity::advice;
    if (!opening.own || !first || year < report - 1 || section > 4) return Severity::advice;
    return opens_the_report(document, opening) && document.years.settled ? Severity::error : likely;
  }
  if (!opening.counts) return std::nullopt;
  if (tells_of_tables(document, sentence.span)) return likely;
  const bool fees = words.find("信息处理费") != std::string_view::npos || words.find("收费") != std::string_view::npos;
  return section == 6 && fees ? likely : Severity::advice;
}

/// Sentences that open with another year: one finding for each year, on the worst of them.
void openings(const Document& document, std::vector<Finding>& findings) {
  struct OfYear {
    Finding worst;
    std::vector<Related> others;
  };
  std::map<int, OfYear> by_year;
  Weighing weighing(document);
  for (const YearOpening& opening : document.years.openings) {
    const int year = opening.witness.year;
    if (year == document.years.report) continue;
    const auto severity = weighing.weigh(opening);
    if (!severity) continue;
    Finding finding = wrong_year(document, opening.witness.span, year, Kind::opening);
    finding.severity = *severity;
    if (*severity == Severity::advice) {
      finding.expected.reset();
      finding.fix.reset();
      finding.advice = say("如果说的是本年度的情况，改正年份；如果是与往年比较，可以不改。",
                           "If it tells of the report's year, correct the year; if it compares, leave it.");
    }
    const auto [known, added] = by_year.try_emplace(year, OfYear{finding, {}});
    if (added) continue;
    auto& [worst, others] = known->second;
    if (finding.severity < worst.severity) std::swap(worst, finding);
    others.push_back({finding.span, "part", std::nullopt, std::nullopt});
  }
  for (auto& [year, known] : by_year) {
    auto& [worst, others] = known;
    worst.related.insert(worst.related.begin(), others.rbegin(), others.rend());
    findings.push_back(std::move(worst));
  }
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.years.report == 0) {
    undecided(document.years, findings);
    return;
  }
  witnesses(document, findings);
  openings(document, findings);
}

}  // namespace

extern const Rule year_mismatch_rule;
const Rule year_mismatch_rule = {
    "year-mismatch",
    Severity::error,
    "年度前后不一致",
    "Years that contradict",
    "《中华人民共和国政府信息公开条例》第四十九条、第五十条",
    check,
};

}  // namespace gouji
