#include <algorithm>

#include "citation.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::string_view republic = "中华人民共和国";

/// Whether a sentence tells how one document took the place of another: it may name both.
bool tells_of_change(const Prose& prose, ProseSpan span) {
  return has_word(prose.sentence_around(span.begin), words::superseding);
}

/// A number that was right for reports of other years.
void superseded(const Document& document, const CitedNumber& cited, const DocumentEdition& right,
                std::vector<Finding>& findings) {
  const std::string written = document.text.pasted(document.prose.in_folded(cited.span));
  const std::string year = std::to_string(document.facts.year);
  const std::string number(right.number);
  Finding finding;
  finding.severity = Severity::warning;
  finding.message = say("{0} 年的报告引用了{1}，这一年应依据{2}。",
                        "A report on {0} cites {1}; in that year {2} applies.", {year, written, number});
  finding.advice = say("改为{0}，并核对文件名称。", "Cite {0}, and check the document's name.", {number});
  finding.span = document.prose.in_folded(cited.span);
  finding.fix = number;
  findings.push_back(std::move(finding));
}

/// A number that is not that of the document it stands beside.
void wrong(const Document& document, const CitedNumber& cited, const OfficialDocument& named,
           const DocumentEdition& right, std::vector<Finding>& findings) {
  const std::string written = document.text.pasted(document.prose.in_folded(cited.span));
  const std::string number(right.number);
  const std::string title = "《" + std::string(named.title) + "》";
  Finding finding;
  finding.severity = Severity::warning;
  finding.message =
      say("{0}的文号是{1}，这里写成了{2}。", "{0} is {1}, but {2} is written here.", {title, number, written});
  finding.advice = say("改为{0}。", "Write {0}.", {number});
  finding.span = document.prose.in_folded(cited.span);
  finding.fix = number;
  findings.push_back(std::move(finding));
}

/// [2021]30号, 202130号: the year belongs in 〔〕.
void misshapen(const Document& document, const CitedNumber& cited, std::vector<Finding>& findings) {
  const bool lost = cited.brackets == CitedNumber::Brackets::lost;
  const ProseSpan place = lost ? cited.span : cited.year;
  const std::size_t bracket = cited.canonical.find("〔");
  const std::size_t behind = cited.canonical.find("〕") + std::string_view("〕").size();
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = document.prose.in_folded(place);
  finding.fix = lost ? cited.canonical : cited.canonical.substr(bracket, behind - bracket);
  const std::string written = document.text.pasted(document.prose.in_folded(cited.span));
  finding.message = say("文号“{0}”{1}，应写作“{2}”。", "The document number “{0}” {1}; it is written “{2}”.",
                        {written,
                         {lost ? "丢了年份的括号" : "的年份没有用六角括号",
                          lost ? "lost the brackets of its year" : "has its year in other brackets than 〔〕"},
                         cited.canonical});
  finding.advice = say("年份用六角括号〔〕括入。", "Put the year in 〔〕.");
  findings.push_back(std::move(finding));
}

bool is_of_issuer(std::string_view number, const OfficialDocument& document) {
  const auto issuer = [](std::string_view text) { return text.substr(0, text.find("〔")); };
  return std::any_of(document.editions.begin(), document.editions.end(), [&](const DocumentEdition& edition) {
    return edition.number.starts_with("国务院令") ? number.starts_with("国务院令")
                                                  : issuer(edition.number) == issuer(number);
  });
}

void check_number(const Document& document, const CitedNumber& cited, const std::vector<CitedTitle>& titles,
                  std::vector<Finding>& findings) {
  const int year = document.facts.year;
  const std::string_view text = document.prose.text();
  for (const OfficialDocument& known : official_documents()) {
    const DocumentEdition* edition = known.edition(cited.canonical);
    if (edition == nullptr) continue;
    const DocumentEdition* right = known.edition_for(year);
    const bool right_too = right != nullptr && document.prose.sentence_around(cited.span.begin).find(right->number) !=
                                                   std::string_view::npos;
    if (right == nullptr || right == edition || right_too || tells_of_change(document.prose, cited.span)) break;
    return superseded(document, cited, *right, findings);
  }
  // A title and its number stand close together.
  constexpr std::uint32_t reach = 400;
  const auto nearest = std::partition_point(
      titles.begin(), titles.end(), [&](const CitedTitle& title) { return title.span.end + reach < cited.span.begin; });
  for (auto it = nearest; it != titles.end() && it->span.begin < cited.span.end + reach; ++it) {
    const CitedTitle& title = *it;
    const OfficialDocument& named = *title.document;
    const DocumentEdition* right = year == 0 ? &named.editions.back() : named.edition_for(year);
    if (right == nullptr || named.edition(cited.canonical) != nullptr || !is_of_issuer(cited.canonical, named) ||
        !belongs_to(text, cited, title) || tells_of_change(document.prose, cited.span))
      continue;
    return wrong(document, cited, named, *right, findings);
  }
  if (cited.brackets == CitedNumber::Brackets::other || cited.brackets == CitedNumber::Brackets::lost)
    misshapen(document, cited, findings);
}

/// A name that only former editions had, as 格式(试行).
void check_title(const Document& document, const CitedTitle& title, std::vector<Finding>& findings) {
  const OfficialDocument& named = *title.document;
  const int year = document.facts.year;
  const std::string_view text = document.prose.text();
  if (named.former.empty() || named.edition_for(year) != &named.editions.back()) return;
  std::uint32_t end = title.span.end;
  for (const std::string_view close : {"》", "〉"}) {
    if (text.substr(end).starts_with(close)) end += static_cast<std::uint32_t>(close.size());
  }
  if (!text.substr(end).starts_with(named.former) || tells_of_change(document.prose, title.span)) return;
  const std::string_view sentence = document.prose.sentence_around(title.span.begin);
  // Where a number of this document stands in the sentence, the number says it all.
  for (const DocumentEdition& edition : named.editions) {
    if (sentence.find(edition.number) != std::string_view::npos) return;
  }
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = document.prose.in_folded({end, end + static_cast<std::uint32_t>(named.former.size())});
  const std::string number(named.editions.back().number);
  finding.message = say("{0} 年的报告引用了已被替代的试行格式，应依据{1}。",
                        "A report on {0} cites the form on trial, which {1} replaced.", {year, number});
  finding.advice = say("去掉“（试行）”，改引{0}。", "Leave out “（试行）” and cite {0}.", {number});
  findings.push_back(std::move(finding));
}

std::vector<char32_t> ink_of_name(std::string_view name) {
  std::vector<char32_t> ink;
  for (std::size_t at = 0; at < name.size();) {
    const char32_t code = next_code_point(name, at);
    if (is_chinese(code)) ink.push_back(code);
  }
  return ink;
}

/// Length of the longest sequence of letters that both names hold in order.
std::size_t common_letters(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const char32_t letter : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = letter == b[j] ? diagonal + 1 : std::max(row[j + 1], row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

bool starts_alike(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
}

/// 《中华人民共和国政府信息年度报告格式》: nearly, but not quite, the name of an official document.
void check_name(const Document& document, ProseSpan span, std::vector<Finding>& findings) {
  const std::string_view name = document.prose.at(span);
  if (!name.starts_with(republic) || name.size() > 120) return;
  const auto written = ink_of_name(name.substr(republic.size()));
  for (const OfficialDocument& known : official_documents()) {
    if (!known.title.starts_with(republic)) continue;
    const auto right = ink_of_name(known.title.substr(republic.size()));
    // 条例实施办法 is another document, and 《…年度报告》格式 a usual way to write.
    if (starts_alike(written, right)) return;
    if (common_letters(written, right) * 10 < std::max(written.size(), right.size()) * 7) continue;
    Finding finding;
    finding.severity = Severity::warning;
    finding.span = document.prose.in_folded(span);
    finding.fix = std::string(known.title);
    finding.message = say("文件名称“{0}”有误，应为《{1}》。", "There is no document of the name “{0}”; it is 《{1}》.",
                          {name, known.title});
    finding.advice = say("按文件原名书写。", "Give the name as the document has it.");
    findings.push_back(std::move(finding));
    return;
  }
}

/// What stands between 《 and 》 (or 〈 and 〉), the innermost ones.
std::vector<ProseSpan> names_in(const Prose& prose) {
  std::vector<ProseSpan> names;
  std::uint32_t begin = 0;
  bool open = false;
  for (const Letter& sign : prose.letters().signs()) {
    if (sign.code == U'《' || sign.code == U'〈') {
      begin = sign.span().end;
      open = true;
    } else if (open && (sign.code == U'》' || sign.code == U'〉')) {
      names.push_back({begin, sign.begin});
      open = false;
    } else if (sign.code == U'\n') {
      open = false;
    }
  }
  return names;
}

void check(const Document& document, std::vector<Finding>& findings) {
  const Prose& prose = document.prose;
  const std::vector<CitedTitle> titles = cited_titles(prose.letters());
  for (const CitedNumber& cited : cited_numbers(prose.text(), prose.letters(), prose.whole()))
    check_number(document, cited, titles, findings);
  for (const CitedTitle& title : titles) check_title(document, title, findings);
  for (const ProseSpan name : names_in(prose)) check_name(document, name, findings);
}

}  // namespace

extern const Rule document_number_rule;
const Rule document_number_rule = {
    "document-number",
    Severity::warning,
    "文件名称或文号有误",
    "Wrong document name or number",
    "国务院令第711号；国办公开办函〔2021〕30号；GB/T 9704—2012《党政机关公文格式》：年份用六角括号“〔〕”括入",
    check,
};

}  // namespace gouji
