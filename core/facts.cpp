#include "facts.h"

#include <algorithm>
#include <array>

namespace gouji {
namespace {

/// The year of the title, and the body before or behind it.
void read_agency(std::string_view text, DocumentFacts& facts) {
  const auto year = find_year(text, facts.title);
  if (!year) return;
  facts.year = year->date.year;
  facts.year_span = year->span;
  Span agency{facts.title.begin, year->span.begin};
  if (agency.empty()) {
    // 2024年上海市科委政府信息公开…: the body stands between the year and the subject.
    const std::size_t behind = text.find("年", year->span.end) + std::string_view("年").size();
    const std::string_view rest = text.substr(behind, facts.title.end - behind);
    for (const std::string_view subject : {"政府信息公开", "政务公开", "信息公开"}) {
      const std::size_t at = rest.find(subject);
      if (at == std::string_view::npos) continue;
      agency = {static_cast<std::uint32_t>(behind), static_cast<std::uint32_t>(behind + at)};
      break;
    }
  }
  while (agency.end > agency.begin && text[agency.end - 1] == '\n') --agency.end;
  facts.agency = without_spaces(text, agency);
  // Titles with the year behind the subject (…政府信息公开2021年工作年度报告) keep only the body.
  for (const std::string_view subject : {"政府信息公开", "政务公开"}) {
    const std::size_t at = text.substr(facts.agency.begin, facts.agency.size()).find(subject);
    if (at != std::string_view::npos && at > 0) facts.agency.end = facts.agency.begin + static_cast<std::uint32_t>(at);
  }
}

/// 2021年1月1日(起)至(2021年)12月31日, 2021-01-01至2021-12-31, in one line or wrapped.
void read_period(std::string_view text, DocumentFacts& facts) {
  const auto end = static_cast<std::uint32_t>(text.size());
  std::uint32_t from = 0;
  while (const auto first = find_date(text, {from, end})) {
    from = first->span.end;
    if (first->date.month != 1 || first->date.day != 1) continue;
    std::size_t next = first->span.end;
    const auto skip = [&] {
      while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
    };
    skip();
    // 自2021年1月1日起，至…
    for (const std::string_view word : {"起", ","}) {
      if (text.substr(next).starts_with(word)) next += word.size();
      skip();
    }
    bool joined = false;
    for (const std::string_view word : {"至", "到", "-", "—", "–", "~"}) {
      if (!text.substr(next).starts_with(word)) continue;
      next += word.size();
      joined = true;
      break;
    }
    if (!joined) continue;
    while (text.substr(next).starts_with("—") || text.substr(next).starts_with("-")) next += text[next] == '-' ? 1 : 3;
    skip();
    const Span rest{static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(std::min(text.size(), next + 40))};
    auto second = find_date(text, rest, false);
    if (!second || second->span.begin != next) continue;
    if (second->date.year == 0) second->date.year = first->date.year;
    facts.period_from = first;
    facts.period_to = second;
    if (facts.year == 0) {
      facts.year = first->date.year;
      facts.year_span = {first->span.begin, first->span.begin + 4};
    }
    return;
  }
}

void read_published(std::string_view text, const std::vector<Line>& lines, DocumentFacts& facts) {
  static constexpr std::array<std::string_view, 6> names = {"发布日期", "发布时间", "发文时间",
                                                            "发文日期", "成文日期", "公开日期"};
  for (const std::string_view name : names) {
    for (const Line& line : lines) {
      if (line.kind != LineKind::furniture) continue;
      const std::size_t at = text.substr(line.span.begin, line.span.size()).find(name);
      if (at == std::string_view::npos) continue;
      const auto begin = static_cast<std::uint32_t>(line.span.begin + at);
      facts.published = find_date(text, {begin, std::min(line.span.end, begin + 60)});
      if (facts.published) return;
    }
  }
  // Otherwise the date under the report.
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Line& line = lines[i];
    if (line.kind == LineKind::empty || line.kind == LineKind::furniture) continue;
    if (line.span.size() > 45) return;
    if (const auto date = find_date(text, line.span)) {
      facts.published = date;
      return;
    }
  }
}

}  // namespace

DocumentFacts read_facts(const Text& source, const Layout& layout) {
  const std::string_view text = source.folded();
  DocumentFacts facts;
  facts.title = layout.title;
  read_agency(text, facts);
  read_period(text, facts);
  read_published(text, layout.lines, facts);
  return facts;
}

}  // namespace gouji
