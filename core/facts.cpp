#include "facts.h"

#include <algorithm>

#include "words.h"

namespace gouji {
namespace {

/// Four digits before the report's name without 年: 2021政府信息公开年度报告.
std::optional<DateInText> bare_year(std::string_view text, Span title) {
  const auto is_digit = [&](std::uint32_t at) { return text[at] >= '0' && text[at] <= '9'; };
  for (std::uint32_t at = title.begin; at + 4 <= title.end; ++at) {
    if (!text.substr(at).starts_with("20") || (at > title.begin && is_digit(at - 1))) continue;
    if (!is_digit(at + 2) || !is_digit(at + 3)) continue;
    std::uint32_t behind = at + 4;
    while (behind < title.end && text[behind] == ' ') ++behind;
    if (leading_word(text.substr(behind, title.end - behind), words::report_subjects).empty()) continue;
    const int year = 2000 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
    return DateInText{{year, 0, 0}, {at, at + 4}};
  }
  return std::nullopt;
}

/// Takes what belongs to the line and not to the name off both ends: # 关于…, 附件：….
Span without_leads(std::string_view text, Span name) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (true) {
    while (name.begin < name.end && blank(name.begin)) ++name.begin;
    while (name.end > name.begin && blank(name.end - 1)) --name.end;
    const std::string_view words = text.substr(name.begin, name.size());
    const std::size_t lead = leading_word(words, words::title_leads).size();
    const std::size_t joint = lead == 0 ? trailing_word(words, words::title_joints).size() : 0;
    if (lead + joint == 0) return name;
    name.begin += static_cast<std::uint32_t>(lead);
    name.end -= static_cast<std::uint32_t>(joint);
  }
}

/// The body that the title names: before the year, between the year and the report's name, or before the report's name.
Span find_agency(std::string_view text, Span title, const std::optional<DateInText>& year) {
  Span agency = title;
  if (year) {
    agency = without_leads(text, {title.begin, year->span.begin});
    if (agency.empty()) {
      std::uint32_t behind = year->span.end;
      while (behind < title.end && text[behind] == ' ') ++behind;
      for (const std::string_view word : {"年度", "年"}) {
        if (!text.substr(behind).starts_with(word)) continue;
        behind += static_cast<std::uint32_t>(word.size());
        break;
      }
      agency = {std::min(behind, title.end), title.end};
    }
  }
  const std::string_view words = text.substr(agency.begin, agency.size());
  std::size_t end = std::string_view::npos;
  for (const std::string_view subject : words::report_subjects) end = std::min(end, words.find(subject));
  // A year that is none, as 202020年.
  if (!year) end = std::min(end, words.find_first_of("0123456789"));
  const bool whole_title = agency.end == title.end;
  if (end == std::string_view::npos && whole_title) return {};
  if (end != std::string_view::npos) agency.end = agency.begin + static_cast<std::uint32_t>(end);
  return without_leads(text, agency);
}

void read_title(std::string_view text, DocumentFacts& facts) {
  if (facts.title.empty()) return;
  auto year = find_year(text, facts.title);
  if (!year) year = bare_year(text, facts.title);
  if (year) {
    facts.year = year->date.year;
    facts.year_span = year->span;
  }
  facts.agency = find_agency(text, facts.title, year);
}

/// The words of the sentence before `at`, without space.
std::string sentence_before(std::string_view text, std::uint32_t at) {
  static constexpr std::uint32_t reach = 200;
  const std::uint32_t least = at > reach ? at - reach : 0;
  std::uint32_t begin = at;
  for (; begin > least; --begin) {
    const char c = text[begin - 1];
    if (c == ';' || c == '!' || c == '|' || text.substr(0, begin).ends_with("。")) break;
  }
  while (begin < at && (text[begin] & 0xC0) == 0x80) ++begin;
  std::string tight;
  for (const char c : text.substr(begin, at - begin)) {
    if (c != ' ' && c != '\n') tight.push_back(c);
  }
  return tight;
}

bool is_whole_year(const DateRange& range) {
  return range.to && range.from.date.month == 1 && range.from.date.day <= 1 && range.to->date.month == 12 &&
         (range.to->date.day == 31 || range.to->date.day == 0);
}

/// The stretch of time that a sentence calls the period of the report's data; else the first whole year that is told.
void read_period(std::string_view text, DocumentFacts& facts) {
  const auto end = static_cast<std::uint32_t>(text.size());
  std::optional<DateRange> period;
  for (std::uint32_t from = 0; from < end;) {
    const auto range = find_range(text, {from, end});
    if (!range) break;
    from = range->to ? range->to->span.end : range->from.span.end;
    const std::string before = sentence_before(text, range->from.span.begin);
    const bool named = has_word(before, words::period_nouns) ||
                       (before.find("统计") != std::string::npos && has_word(before, words::report_data));
    // A stretch of months, or one without a year, is a period only where it is called so.
    const bool whole = is_whole_year(*range) && range->from.date.day == 1 && range->from.date.year != 0;
    if (named || (whole && !period)) period = range;
    if (named) break;
  }
  if (!period) return;
  facts.period_from = period->from;
  facts.period_to = period->to;
  facts.period_end_has_year = period->year_said;
  if (period->from.date.year == 0 && period->to) facts.period_from->date.year = period->to->date.year;
}

/// 数据截至2021年12月31日, where no period is told.
void read_cutoff(std::string_view text, DocumentFacts& facts) {
  const auto end = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t from = 0; from < end;) {
    const auto date = find_date(text, {from, end});
    if (!date) return;
    from = date->span.end;
    const std::string before = sentence_before(text, date->span.begin);
    for (const std::string_view word : words::data_cutoffs) {
      const std::size_t at = before.rfind(word);
      // 数据截止日期为, 数据截至时间为.
      if (at == std::string::npos || before.size() - at - word.size() > std::string_view("截止日期时间为").size())
        continue;
      facts.period_to = date;
      return;
    }
  }
}

/// The dates behind labels of the page's index, those of the first label first.
void read_labelled_stamps(std::string_view text, const std::vector<Line>& lines, DocumentFacts& facts) {
  static const FirstLetters beginnings = [] {
    std::string letters;
    for (const std::string_view label : words::published_labels) letters += label.substr(0, 3);
    return FirstLetters({}, letters);
  }();
  struct Labelled {
    std::size_t label;
    Stamp stamp;
  };
  std::vector<Labelled> stamps;
  for (const Line& line : lines) {
    if (line.kind != LineKind::furniture) continue;
    const std::string_view words = text.substr(0, line.span.end);
    static_assert(words::published_labels.size() <= 32);
    std::uint32_t found = 0;  // a bit for each label: its first place in the line counts
    for (std::size_t at = line.span.begin; at < words.size(); at = beginnings.find(words, at + 1)) {
      for (std::size_t i = 0; i < words::published_labels.size(); ++i) {
        const std::string_view label = words::published_labels[i];
        if ((found >> i & 1U) != 0 || !words.substr(at).starts_with(label)) continue;
        found |= std::uint32_t{1} << i;
        const auto begin = static_cast<std::uint32_t>(at + label.size());
        const auto date = find_date(text, {begin, std::min(line.span.end, begin + 40)});
        // The date must be the label's own: 成文日期： | 发布日期：2022-01-28.
        if (date && text.substr(begin, date->span.begin - begin).find_first_not_of(" :|") == std::string_view::npos)
          stamps.push_back({i, {*date, false}});
      }
    }
  }
  for (std::size_t i = 0; i < words::published_labels.size(); ++i) {
    for (const Labelled& one : stamps) {
      if (one.label == i) facts.stamps.push_back(one.stamp);
    }
  }
}

void read_stamps(std::string_view text, const std::vector<Line>& lines, DocumentFacts& facts) {
  read_labelled_stamps(text, lines, facts);
  // The date under the report.
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Line& line = lines[i];
    if (line.kind == LineKind::empty || line.kind == LineKind::furniture) continue;
    if (line.span.size() > 60) break;
    if (const auto date = find_date(text, line.span)) {
      facts.stamps.push_back({*date, true});
      break;
    }
  }
  if (!facts.stamps.empty()) facts.published = facts.stamps[0].when;
}

}  // namespace

DocumentFacts read_facts(const Text& source, const Layout& layout) {
  const std::string_view text = source.folded();
  DocumentFacts facts;
  facts.title = layout.title;
  read_title(text, facts);
  read_period(text, facts);
  if (!facts.period_from) read_cutoff(text, facts);
  if (facts.year == 0 && facts.period_from && facts.period_from->date.year != 0) {
    facts.year = facts.period_from->date.year;
    facts.year_span = year_of(text, *facts.period_from);
    if (facts.year_span.empty() && facts.period_to) facts.year_span = year_of(text, *facts.period_to);
  }
  read_stamps(text, layout.lines, facts);
  return facts;
}

}  // namespace gouji
