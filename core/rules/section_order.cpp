#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// 1 → 一 … 12 → 十二.
std::string numeral(std::size_t value) {
  static constexpr std::string_view digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (value >= 20) return std::to_string(value);
  return (value >= 10 ? "十" : "") + std::string(digits[value % 10]);
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), outline_(document.outline) {
    for (const TopHeading& heading : outline_.headings) {
      if (heading.ordinal != 0) headings_.push_back(&heading);
    }
  }

  /// Says one thing of a report: its headings are numbered together.
  std::optional<Finding> read() const {
    if (auto finding = displaced()) return finding;
    if (auto finding = restarted()) return finding;
    return misnumbered();
  }

 private:
  std::string words(const TopHeading& heading) const { return std::string(document_.text.at(heading.span)); }
  static bool is_wrong(const TopHeading& heading) { return heading.opens && heading.ordinal != *heading.section + 1U; }

  /// A section that stands behind one that must follow it.
  std::optional<Finding> displaced() const {
    for (const TopHeading* heading : headings_) {
      if (heading->opens || !heading->section || outline_.opening(*heading->section) != nullptr) continue;
      // The nearest section on the wrong side.
      const TopHeading* other = nullptr;
      bool behind = false;  // it stands behind `other`, which must follow it
      for (const TopHeading& opening : outline_.headings) {
        if (!opening.opens) continue;
        const bool stands_behind = heading->span.begin > opening.span.begin;
        if (stands_behind == (*heading->section > *opening.section)) continue;
        if (other == nullptr || !stands_behind) {
          other = &opening;
          behind = stands_behind;
        }
        if (stands_behind) break;
      }
      if (other == nullptr) continue;
      Finding finding;
      finding.span = heading->span;
      finding.message = say("「{0}」排在「{1}」{2}，与格式的顺序不符。",
                            "“{0}” stands {2} “{1}”; the form has them the other way round.",
                            {words(*heading), words(*other), {behind ? "后面" : "前面", behind ? "behind" : "before"}});
      finding.advice = say("按格式的顺序排列各部分。", "Put the sections in the order of the form.");
      finding.related.push_back({other->span, "other", std::nullopt, std::nullopt});
      return finding;
    }
    return std::nullopt;
  }

  /// A number that has been used before, by headings that are not all those of sections.
  std::optional<Finding> restarted() const {
    const bool only_sections =
        std::all_of(headings_.begin(), headings_.end(), [](const TopHeading* heading) { return heading->opens; });
    if (only_sections) return std::nullopt;
    for (std::size_t i = 1; i < headings_.size(); ++i) {
      const TopHeading& heading = *headings_[i];
      if (heading.ordinal > headings_[i - 1]->ordinal) continue;
      // A single line that is numbered like a section may be anything.
      const bool goes_on = i + 1 < headings_.size() && headings_[i + 1]->ordinal == heading.ordinal + 1;
      if (!heading.section && !goes_on) continue;
      const auto same = std::find_if(headings_.begin(), headings_.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&](const TopHeading* one) { return one->ordinal == heading.ordinal; });
      const TopHeading& used = same == headings_.begin() + static_cast<std::ptrdiff_t>(i) ? *headings_[i - 1] : **same;
      Finding finding;
      finding.span = heading.span;
      finding.message = say("编号从「{0}」重新开始，前面已经有「{1}」。",
                            "The numbers start over at “{0}”; “{1}” stands before.", {words(heading), words(used)});
      finding.advice = say("一、至六、只用于规定的六个部分，各部分之内用（一）（二）。",
                           "Keep 一、 to 六、 for the six sections; use （一）（二） inside them.");
      finding.related.push_back({used.span, "other", std::nullopt, std::nullopt});
      return finding;
    }
    return std::nullopt;
  }

  /// Left out a section and counted on: that is the fault to mend, not the numbers.
  bool counts_without_gap() const {
    bool missing = false;
    for (std::size_t section = 0; section < forms().back().sections.size(); ++section)
      missing = missing || outline_.opening(section) == nullptr;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (headings_[i]->ordinal != i + 1) return false;
    }
    return missing;
  }

  std::optional<Finding> misnumbered() const {
    std::vector<const TopHeading*> wrong;
    std::size_t right = 0;
    for (const TopHeading* heading : headings_) {
      if (is_wrong(*heading)) wrong.push_back(heading);
      if (heading->opens && !is_wrong(*heading)) ++right;
    }
    if (wrong.empty() || counts_without_gap()) return std::nullopt;
    const TopHeading& first = *wrong.front();
    const std::string is = numeral(first.ordinal);
    const std::string must = numeral(*first.section + 1U);
    Finding finding;
    finding.span = first.number.empty() ? first.span : first.number;
    finding.message = say("「{0}」的编号是{1}，按格式是{2}。", "“{0}” is numbered {1}; in the form it is {2}.",
                          {words(first), is, must});
    if (wrong.size() == 1 && right >= 3) {
      finding.advice = say("把编号改为{0}。", "Number it {0}.", {must});
      if (!first.number.empty()) finding.fix = must;
      return finding;
    }
    finding.advice = say("从这里起按格式重新编号。", "Number the sections from here on as the form does.");
    const std::string count = std::to_string(wrong.size());
    if (wrong.size() > 1) {
      finding.message.zh += "共有 " + count + " 个标题的编号与格式不同。";
      finding.message.en += " The numbers of " + count + " headings differ from the form.";
    }
    for (std::size_t i = 1; i < wrong.size(); ++i)
      finding.related.push_back({wrong[i]->span, "other", std::nullopt, std::nullopt});
    return finding;
  }

  const Document& document_;
  const Outline& outline_;
  std::vector<const TopHeading*> headings_;  // those with a number
};

void check(const Document& document, std::vector<Finding>& findings) {
  if (!document.outline.is_report) return;
  if (auto finding = Reader(document).read()) {
    finding->severity = Severity::warning;
    findings.push_back(*std::move(finding));
  }
}

}  // namespace

extern const Rule section_order_rule;
const Rule section_order_rule = {
    "section-order",
    Severity::warning,
    "章节顺序或编号不对",
    "Sections out of order or misnumbered",
    "《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
