#include <algorithm>
#include <array>
#include <map>

#include "items.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// What section one must summarise.
struct Topic {
  std::string_view zh;
  std::string_view en;
  WordList heads;        ///< words of its own head
  IndexedList mentions;  ///< words without which nothing is said of it
};

const std::array<Topic, 5>& topics() {
  static const std::array<Topic, 5> list = {{
      {"主动公开", "proactive disclosure", words::heads_disclosure, words::mentions_disclosure},
      {"依申请公开", "disclosure on request", words::heads_requests, words::mentions_requests},
      {"政府信息管理", "management of government information", words::heads_management, words::mentions_management},
      {"政府信息公开平台建设", "platforms", words::heads_platform, words::mentions_platform},
      {"监督保障", "supervision and safeguards", words::heads_supervision, words::mentions_supervision},
  }};
  return list;
}

std::size_t letters_in(std::string_view words) {
  std::size_t letters = 0;
  for (const char c : words) letters += (c & 0xc0) != 0x80 ? 1 : 0;
  return letters;
}

/// Up to the first sign.
std::string_view first_clause(std::string_view words) {
  const std::size_t end =
      std::min({words.find("。"), words.find(','), words.find(';'), words.find(':'), words.find('\n'), words.size()});
  return words.substr(0, end);
}

/// Where the words of a head end in a clause; nothing where it has none.
std::optional<std::size_t> head_in(std::string_view clause, const Topic& topic) {
  std::optional<std::size_t> end;
  for (std::size_t at = find_word(clause, topic.heads); at < clause.size(); at = find_word(clause, topic.heads, at + 1))
    end = std::max(end.value_or(0), at + leading_word(clause.substr(at), topic.heads).size());
  return end;
}

using Heads = std::vector<std::string_view>;

bool has_head(const Heads& heads, const Topic& topic) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view head) { return head_in(head, topic).has_value(); });
}

std::size_t topics_in(const Heads& heads) {
  const auto headed = [&](const Topic& topic) { return has_head(heads, topic); };
  return static_cast<std::size_t>(std::count_if(topics().begin(), topics().end(), headed));
}

/// The heads of section one: of the numbered ones those of the style that covers most of the topics, the outer before the
/// inner; and short lines that name nothing else.
Heads heads_of(const Document& document, const std::vector<Prose::Paragraph>& paragraphs) {
  const Prose& prose = document.prose;
  const std::vector<ItemMark>& marks = document.items;
  std::map<ItemMark::Style, Heads> by_style;
  for (const ItemMark& mark : marks) {
    const Prose::Paragraph& paragraph = prose.paragraphs()[mark.paragraph];
    if (paragraph.section != 1) continue;
    const std::string_view clause = first_clause(prose.at({mark.span.end, paragraph.span.end}));
    if (letters_in(clause) <= 25) by_style[mark.style].push_back(clause);
  }
  Heads heads;
  for (const auto& [style, own] : by_style) {
    if (topics_in(own) > topics_in(heads)) heads = own;
  }
  for (const Prose::Paragraph& paragraph : paragraphs) {
    const auto mark = std::lower_bound(marks.begin(), marks.end(), paragraph.span.begin,
                                       [](const ItemMark& one, std::uint32_t at) { return one.span.begin < at; });
    if (mark != marks.end() && mark->span.begin == paragraph.span.begin) continue;
    const std::string_view clause = first_clause(prose.at(paragraph.span));
    const bool named = letters_in(clause) <= 16 && clause.find_first_of("0123456789") == std::string_view::npos &&
                       std::any_of(topics().begin(), topics().end(), [&](const Topic& topic) {
                         const auto end = head_in(clause, topic);
                         return end && letters_in(clause.substr(*end)) <= 4;
                       });
    if (named) heads.push_back(clause);
  }
  return heads;
}

void report(const Document& document, const std::vector<const Topic*>& missing, bool divided,
            std::vector<Finding>& findings) {
  std::string zh;
  std::string en;
  for (const Topic* topic : missing) {
    zh += (zh.empty() ? "「" : "、「") + std::string(topic->zh) + "」";
    en += (en.empty() ? "" : ", ") + std::string(topic->en);
  }
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = document.outline.opening(0)->span;
  finding.message = {divided ? "总体情况分了小标题，但没有" + zh + "。" : "总体情况没有写到" + zh + "。",
                     divided ? "Section one is divided into heads, but none is on " + en + "."
                             : "Section one says nothing of " + en + "."};
  finding.advice =
      say("总体情况要概述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，补上缺少的方面。",
          "Section one summarises five matters; add what is missing.");
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (!document.outline.is_report || document.outline.opening(0) == nullptr || document.prose.runs_together()) return;
  const Prose& prose = document.prose;
  const auto paragraphs = paragraphs_under(prose, 0);
  const Heads heads = heads_of(document, paragraphs);
  std::vector<const Topic*> without_head;
  std::vector<const Topic*> unmentioned;
  for (const Topic& topic : topics()) {
    if (!has_head(heads, topic)) without_head.push_back(&topic);
    const bool mentioned = std::any_of(paragraphs.begin(), paragraphs.end(), [&](const Prose::Paragraph& paragraph) {
      return prose.letters().has(topic.mentions, paragraph.span);
    });
    if (!mentioned) unmentioned.push_back(&topic);
  }
  // A short overview leaves things out as anyone can see; one that says hardly anything of the matters is something else.
  constexpr std::size_t enough = 400;
  std::size_t letters = 0;
  for (const Prose::Paragraph& paragraph : paragraphs) letters += prose.letters().in(paragraph.span).size() + 1;
  if (topics().size() - without_head.size() >= 3) {
    if (!without_head.empty()) report(document, without_head, true, findings);
  } else if (letters >= enough && !unmentioned.empty() && unmentioned.size() <= 2) {
    report(document, unmentioned, false, findings);
  }
}

}  // namespace

extern const Rule overview_topics_rule;
const Rule overview_topics_rule = {
    "overview-topics",
    Severity::warning,
    "总体情况缺少规定的方面",
    "Overview leaves a matter out",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
