#include "years.h"

#include <algorithm>
#include <map>

#include "date.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view nian = "年";

bool is_plausible(int year) { return year >= 2000 && year <= 2099; }

class Reader {
 public:
  Reader(const Text& text, const Layout& layout, const DocumentFacts& facts, const Body& body, const Prose& prose)
      : text_(text.folded()), layout_(layout), facts_(facts), body_(body), prose_(prose) {}

  Years read() {
    read_title();
    read_period();
    read_preface();
    read_headings();
    for (std::uint32_t i = 0; i < prose_.sentences().size(); ++i) read_opening(i);
    return std::move(years_);
  }

 private:
  using Kind = YearWitness::Kind;

  void add(Kind kind, int year, Span span) {
    if (is_plausible(year)) years_.witnesses.push_back({kind, year, with_nian(text_, span)});
  }

  /// The title, and where the page's index repeats it with another year.
  void read_title() {
    if (facts_.title_has_year()) add(Kind::title, facts_.year, facts_.year_span);
    for (const Line& line : layout_.lines) {
      if (line.kind != LineKind::furniture || line.span.contains(facts_.title)) continue;
      const std::string_view words = text_.substr(line.span.begin, line.span.size());
      const std::string_view label = leading_word(words, words::title_labels);
      if (label.empty() || !has_word(words, words::report_names) || words.find("公开") == std::string_view::npos)
        continue;
      const std::size_t end = std::min(words.find('|'), words.size());
      const auto year = find_year(text_, {line.span.begin, line.span.begin + static_cast<std::uint32_t>(end)});
      if (year) add(Kind::title, year->date.year, year->span);
    }
  }

  void read_period() {
    if (facts_.period_from && facts_.period_from->date.year != 0) {
      const Span span = year_of(text_, *facts_.period_from);
      if (!span.empty()) add(Kind::period, facts_.period_from->date.year, span);
    }
    // 数据截至2024年1月5日 tells when the figures were taken.
    const bool last_day = facts_.period_to && facts_.period_to->date.month == 12 && facts_.period_to->date.day == 31;
    if (facts_.period_to && facts_.period_end_has_year && (facts_.period_from || last_day)) {
      const Span span = year_of(text_, *facts_.period_to);
      if (!span.empty()) add(Kind::period, facts_.period_to->date.year, span);
    }
  }

  /// 现公布青禾县水务局2021年政府信息公开工作年度报告, 编制2021年…报告, before the first section.
  void read_preface() {
    const std::string_view all = prose_.text();
    for (const Prose::Sentence& sentence : prose_.sentences()) {
      const Prose::Paragraph& paragraph = prose_.paragraphs()[sentence.paragraph];
      if (paragraph.section != 0 || paragraph.kind == LineKind::title || layout_.sections.empty()) continue;
      for (std::uint32_t from = sentence.span.begin; from < sentence.span.end;) {
        const auto year = find_year(all, {from, sentence.span.end});
        if (!year) break;
        from = year->span.end;
        if (names_report(sentence, year->span))
          add(Kind::preface, year->date.year, prose_.in_folded({year->span.begin, year->span.end}));
      }
    }
  }

  /// Whether the words around the year say that it is the report itself that is compiled or published.
  [[nodiscard]] bool names_report(const Prose::Sentence& sentence, Span year) const {
    const std::string_view all = prose_.text();
    std::string_view before = all.substr(sentence.span.begin, year.begin - sentence.span.begin);
    const std::size_t comma = before.rfind(',');
    if (comma != std::string_view::npos) before.remove_prefix(comma + 1);
    if (!has_word(before, words::compiling)) return false;
    std::string_view behind = all.substr(year.end + nian.size(), sentence.span.end - year.end - nian.size());
    behind = behind.substr(0, std::min(behind.find(','), behind.size()));
    const std::size_t name = behind.find("报告");
    if (name == std::string_view::npos || name > 90) return false;
    const std::string_view words = behind.substr(0, name);
    return words.find("公开") != std::string_view::npos && words.find("和") == std::string_view::npos &&
           !behind.substr(name).starts_with("报告格式");
  }

  void read_headings() {
    for (const SectionHeading& heading : layout_.sections) {
      if (const auto year = find_year(text_, heading.span)) add(Kind::heading, year->date.year, year->span);
    }
  }

  /// 2021年，我局…, 2021年共收到…, at the beginning of a sentence in one of the sections.
  void read_opening(std::uint32_t index) {
    const Prose::Sentence& sentence = prose_.sentences()[index];
    const std::string_view all = prose_.text();
    if (prose_.section_of(sentence) == 0) return;
    const auto year = year_at(all, {sentence.span.begin, sentence.span.end});
    if (!year) return;
    std::string_view rest = all.substr(year->span.end, sentence.span.end - year->span.end);
    rest.remove_prefix(nian.size());
    if (rest.starts_with("度")) rest.remove_prefix(std::string_view("度").size());
    if (rest.starts_with(",")) rest.remove_prefix(1);
    YearOpening opening;
    opening.sentence = index;
    std::string_view subject = body_at(rest);
    const Whose whose = subject.empty() ? Whose::unclear : body_.whose(subject);
    if (subject.empty()) subject = leading_word(rest, words::whole_places);
    if (whose == Whose::other) return;
    opening.own = !subject.empty();
    rest.remove_prefix(subject.size());
    if (rest.starts_with(",")) rest.remove_prefix(1);
    if (!leading_word(rest, words::no_general_starts).empty()) return;
    opening.counts = !leading_word(rest, words::counting_starts).empty();
    opening.general = !opening.counts && !leading_word(rest, words::general_starts).empty();
    if (!opening.own && !opening.counts && !opening.general) return;
    opening.witness = {Kind::opening, year->date.year, prose_.in_folded({year->span.begin, year->span.end})};
    opening.witness.span = with_nian(text_, opening.witness.span);
    years_.openings.push_back(opening);
  }

  std::string_view text_;
  const Layout& layout_;
  const DocumentFacts& facts_;
  const Body& body_;
  const Prose& prose_;
  Years years_;
};

/// The year of most openings; 0 for none or a tie.
int year_of_openings(const Years& years) {
  std::map<int, int> counts;
  for (const YearOpening& opening : years.openings) ++counts[opening.witness.year];
  int best = 0;
  int most = 0;
  for (const auto& [year, count] : counts) {
    if (count == most) best = 0;
    if (count > most) {
      most = count;
      best = year;
    }
  }
  return best;
}

/// How many of those that are neither title nor period speak for `year` rather than `other`.
int votes(const Years& years, const DocumentFacts& facts, const std::vector<TableReading>& tables, int year,
          int other) {
  int count = year_of_openings(years) == year ? 1 : 0;
  const auto says = [&](YearWitness::Kind kind) {
    return std::any_of(years.witnesses.begin(), years.witnesses.end(),
                       [&](const YearWitness& witness) { return witness.kind == kind && witness.year == year; });
  };
  count += says(YearWitness::Kind::preface) ? 1 : 0;
  count += says(YearWitness::Kind::heading) ? 1 : 0;
  count += facts.published && facts.published->date.year == year + 1 ? 1 : 0;
  const auto fits = [](const TableReading& table, int of) {
    return table.form->first_year <= of && of <= table.form->last_year;
  };
  for (const TableReading& table : tables) {
    if (table.report != 0 || table.official().one_row) continue;
    count += fits(table, year) && !fits(table, other) ? 1 : 0;
    break;
  }
  return count;
}

}  // namespace

Span with_nian(std::string_view text, Span year) {
  std::size_t at = year.end;
  while (at < text.size() && text[at] == ' ') ++at;
  if (text.substr(at).starts_with(nian)) year.end = static_cast<std::uint32_t>(at + nian.size());
  return year;
}

Years read_years(const Text& text, const Layout& layout, const DocumentFacts& facts, const Body& body,
                 const std::vector<TableReading>& tables, const Prose& prose) {
  Years years = Reader(text, layout, facts, body, prose).read();
  const auto of = [&](YearWitness::Kind kind) {
    int year = 0;
    for (const YearWitness& witness : years.witnesses) {
      if (witness.kind != kind) continue;
      if (year != 0 && year != witness.year) return -1;
      year = witness.year;
    }
    return year;
  };
  // A period that goes from one year to another leaves the decision to the title.
  const int title = facts.title_has_year() ? facts.year : 0;
  const int period = std::max(of(YearWitness::Kind::period), 0);
  if (title != 0 && period != 0 && title != period) {
    const int for_title = votes(years, facts, tables, title, period);
    const int for_period = votes(years, facts, tables, period, title);
    years.report = for_title > for_period ? title : for_period > for_title ? period : 0;
    years.settled = years.report != 0;
  } else {
    years.report = title != 0 ? title : period;
    years.settled = title != 0 && (title == period || votes(years, facts, tables, title, 0) > 0);
    // A title that stands against all the rest.
    const int told = of(YearWitness::Kind::preface) > 0 ? of(YearWitness::Kind::preface) : year_of_openings(years);
    if (title != 0 && period == 0 && told != 0 && told != title && votes(years, facts, tables, told, title) > 1 &&
        votes(years, facts, tables, title, told) == 0) {
      years.report = told;
      years.settled = true;
    }
  }
  return years;
}

}  // namespace gouji
