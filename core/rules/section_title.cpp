#include <algorithm>

#include "headings.h"
#include "label.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// The form that the report on this year follows; the one in force where the year is not known.
const Form& form_of(const Document& document) {
  const Form* form = form_for_year(document.facts.year);
  return form == nullptr ? forms().back() : *form;
}

/// Whether the words are a title of the section in some form, as it stands or with a remark: 2021年总体情况.
bool is_accepted(const Ink& words, std::size_t section) {
  constexpr std::size_t remark = 12;
  const auto fits = [&](std::string_view label) {
    const Ink title = label_ink(label);
    return words.find(title) != Ink::npos && words.size() <= title.size() + remark;
  };
  return std::any_of(forms().begin(), forms().end(), [&](const Form& form) {
    const Section& official = form.sections[section];
    return fits(official.label) || std::any_of(official.accepted.begin(), official.accepted.end(), fits);
  });
}

/// What stands on the next line, into which a page may have wrapped the title.
Ink next_line(const Document& document, Span heading) {
  for (const Line& line : document.layout.lines) {
    if (line.span.begin > heading.begin && line.kind != LineKind::empty)
      return line.span.size() < 60 ? ink_of(document.text.at(line.span)) : Ink();
  }
  return {};
}

/// The title behind its number: "总体情况" of "## 一、总体情况".
Span title_of(const Document& document, Span heading) {
  std::string_view words = document.text.at(heading);
  const std::uint32_t number = number_of_heading(words).bytes;
  for (const std::string_view sign : {"。", ":", "*", "#"}) {
    while (words.ends_with(sign) && words.size() > number) words.remove_suffix(sign.size());
  }
  return {heading.begin + number, heading.begin + static_cast<std::uint32_t>(words.size())};
}

std::string without_number(std::string_view label) {
  return std::string(label.substr(label.find("、") + std::string_view("、").size()));
}

void differing(const Document& document, std::size_t section, Span heading, std::vector<Finding>& findings) {
  const std::string official = without_number(form_of(document).sections[section].label);
  const Span title = title_of(document, heading);
  const std::string words(document.text.at(title));
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = title;
  finding.message =
      say("标题是「{0}」，格式规定的是「{1}」。", "The title is “{0}”; the form has “{1}”.", {words, official});
  finding.advice = say("改用格式规定的标题。", "Use the title that the form prescribes.");
  finding.fix = official;
  findings.push_back(std::move(finding));
}

void renamed(const Document& document, std::size_t section, const TopHeading& heading, std::vector<Finding>& findings) {
  const std::string official(form_of(document).sections[section].label);
  const std::string words(document.text.at(heading.span));
  Finding finding;
  // 三、依申请公开情况 is known by its words; others only by their number or place.
  finding.severity = has_word(words, words_of_section(section)) ? Severity::advice : Severity::warning;
  finding.span = heading.span;
  finding.message =
      say("这里应是「{0}」，标题却是「{1}」。", "“{0}” belongs here, but the title is “{1}”.", {official, words});
  finding.advice = say("如果是同一部分，改用格式规定的标题；如果不是，补上格式规定的这一部分。",
                       "If it is the same section, use the title that the form prescribes; if not, add the section.");
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (!document.outline.is_report) return;
  for (std::size_t section = 0; section < forms().back().sections.size(); ++section) {
    if (const TopHeading* heading = document.outline.opening(section)) {
      const Ink words = ink_of(document.text.at(title_of(document, heading->span)));
      if (!is_accepted(words, section) && !is_accepted(words + next_line(document, heading->span), section))
        differing(document, section, heading->span, findings);
    } else if (const TopHeading* other = document.outline.renamed(section)) {
      renamed(document, section, *other, findings);
    }
  }
}

}  // namespace

extern const Rule section_title_rule;
const Rule section_title_rule = {
    "section-title",
    Severity::advice,
    "章节标题与格式不同",
    "Title of a section differs",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
