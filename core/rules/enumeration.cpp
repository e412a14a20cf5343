#include <algorithm>

#include "items.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

using Style = ItemMark::Style;

constexpr std::string_view digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/// 1 → 一 … 39 → 三十九.
std::string numeral(std::uint32_t value) {
  std::string text;
  if (value >= 20) text += digits[value / 10];
  if (value >= 10) text += "十";
  return text + std::string(digits[value % 10]);
}

/// The mark as it is usually printed.
std::string mark_of(Style style, std::uint32_t number) {
  switch (style) {
    case Style::section:
      return numeral(number) + "、";
    case Style::bracketed:
      return "（" + numeral(number) + "）";
    case Style::arabic:
      return std::to_string(number) + ".";
    case Style::arabic_bracketed:
      return "（" + std::to_string(number) + "）";
    case Style::is:
      return numeral(number) + "是";
    case Style::must:
      return numeral(number) + "要";
    case Style::ordinal:
      return "第" + numeral(number);
  }
  return {};
}

/// Whether a number stands there as the mark of an item could, in whatever style: 二、 二要 其二 2. Then the item may well be
/// there, under a mark that is not read as one.
bool may_hold(std::string_view text, std::uint32_t number) {
  const std::string words = without_breaks(text);
  for (const std::string& form : {numeral(number), std::to_string(number)}) {
    for (std::size_t at = words.find(form); at != std::string::npos; at = words.find(form, at + 1)) {
      const char32_t before = letter_before(words, at);
      const char32_t behind = letter_at(words, at + form.size());
      // 一年来, 一网通办: no mark, unlike 一是 and 一方面, which are in the list for what they count.
      const std::string_view phrase = leading_word(std::string_view(words).substr(at), words::set_phrases);
      if (!phrase.empty() && !phrase.ends_with("是") && phrase != "一方面") continue;
      const bool starts =
          before == 0 || before == U'其' || before == U'第' || char_class(before) == CharClass::punctuation;
      if (starts && char_class(behind) != CharClass::digit) return true;
    }
  }
  return false;
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), prose_(document.prose), marks_(document.items) {}

  void read(std::vector<Finding>& findings) {
    for (const ItemList& list : find_lists(prose_, marks_)) {
      if (!may_be_label(list)) judge(list, findings);
    }
  }

 private:
  std::uint8_t section_of(const ItemList& list) const {
    return prose_.paragraphs()[list.marks.front().paragraph].section;
  }

  /// Labels of tables are numbered too; where pages tore them they stand among the prose.
  bool may_be_label(const ItemList& list) const {
    const Style style = list.marks.front().style;
    if (style == Style::section) return true;
    const std::uint8_t section = section_of(list);
    return !is_worded(style) && (section == 0 || (section >= 2 && section <= 4));
  }

  std::string_view between(const ItemMark& first, const ItemMark& second) const {
    const std::uint32_t begin = prose_.in_folded(first.span).end;
    const std::uint32_t end = prose_.in_folded(second.span).begin;
    return document_.text.at({begin, std::max(begin, end)});
  }

  void judge(const ItemList& list, std::vector<Finding>& findings) const {
    const auto& marks = list.marks;
    if (marks.front().number != 1) {
      starts_late(marks.front(), findings);
      return;
    }
    std::size_t i = 0;
    while (i < marks.size() && marks[i].number == i + 1) ++i;
    if (i == marks.size()) return;
    const ItemMark& mark = marks[i];
    const ItemMark& before = marks[i - 1];
    const std::string is = mark_of(mark.style, mark.number);
    const std::string was = mark_of(before.style, before.number);
    const auto times = [&](std::size_t number) {
      return std::count_if(marks.begin(), marks.end(), [&](const ItemMark& one) { return one.number == number; });
    };
    if (is_doubtful(before, mark)) return;
    if (times(mark.number) > 1) {
      const ItemMark& twin = *std::find_if(marks.begin(), marks.end(), [&](const ItemMark& one) {
        return one.number == mark.number && one.span.begin != mark.span.begin;
      });
      Finding& finding = add(mark, twin, findings);
      finding.message = say("「{0}」出现了两次。", "“{0}” is there twice.", {is});
      finding.advice = say("按顺序改正序号。", "Number the items in order.");
      suggest(marks, i, finding);
    } else if (times(i + 1) > 0) {
      Finding& finding = add(mark, before, findings);
      finding.message =
          say("「{0}」之后是「{1}」，序号的先后不对。", "“{1}” follows “{0}”: the items are out of order.", {was, is});
      finding.advice = say("按顺序排列各项，或改正序号。", "Put the items in order, or number them anew.");
    } else {
      skips(before, mark, findings);
    }
  }

  /// Whether the item before this one may stand there under another mark: 首先, 一方面, 二则.
  bool is_doubtful(const ItemMark& before, const ItemMark& mark) const {
    const std::string_view text = between(before, mark);
    constexpr std::size_t longest = 6000;
    return text.size() > longest || may_hold(text, mark.number - 1) ||
           (mark.number == 2 && has_word(without_breaks(text), words::first_item_signs));
  }

  void skips(const ItemMark& before, const ItemMark& mark, std::vector<Finding>& findings) const {
    constexpr std::uint32_t farthest = 3;  // what skips more is no item of this list
    if (mark.number > before.number + farthest || may_hold(between(before, mark), before.number + 1)) return;
    const std::string is = mark_of(mark.style, mark.number);
    const std::string was = mark_of(before.style, before.number);
    std::string lost;
    for (std::uint32_t number = before.number + 1; number < mark.number; ++number)
      lost += (lost.empty() ? "「" : "、「") + mark_of(mark.style, number) + "」";
    Finding& finding = add(mark, before, findings);
    finding.message = say("「{0}」之后是「{1}」，缺少{2}。", "“{1}” follows “{0}”: {2} is missing.", {was, is, lost});
    finding.advice =
        say("补上漏掉的一项，或者把后面的序号依次改正。", "Add the item that was left out, or number the others anew.");
  }

  /// 二是 with nothing before it that could be the first item.
  void starts_late(const ItemMark& mark, std::vector<Finding>& findings) const {
    if (mark.number != 2) return;
    // The section up to the mark, or what follows the mark before.
    const std::uint8_t section = prose_.paragraphs()[mark.paragraph].section;
    std::uint32_t begin = 0;
    bool follows = false;
    for (const SectionHeading& heading : document_.layout.sections) {
      if (heading.section + 1 == section) begin = heading.span.end;
    }
    const auto own = std::lower_bound(marks_.begin(), marks_.end(), mark.span.begin,
                                      [](const ItemMark& one, std::uint32_t at) { return one.span.begin < at; });
    if (own != marks_.begin()) {
      const ItemMark& other = *std::prev(own);
      if (prose_.paragraphs()[other.paragraph].section == section) {
        begin = prose_.in_folded(other.span).end;
        follows = other.number + 1 == mark.number;  // 一是 … 二要 …
      }
    }
    const Span before{begin, prose_.in_folded(mark.span).begin};
    const std::string_view text = document_.text.at(before);
    if (begin == 0 || follows || before.empty() || may_hold(text, 1) ||
        has_word(without_breaks(text), words::first_item_signs))
      return;
    const std::string is = mark_of(mark.style, 2);
    const std::string first = mark_of(mark.style, 1);
    Finding finding;
    finding.severity = Severity::warning;
    finding.span = prose_.in_folded(mark.span);
    finding.message =
        say("这里是「{0}」，前面没有「{1}」。", "“{0}” stands here, but there is no “{1}” before it.", {is, first});
    finding.advice = say("补上「{0}」，或者改正序号。", "Add “{0}”, or number the items anew.", {first});
    findings.push_back(std::move(finding));
  }

  Finding& add(const ItemMark& mark, const ItemMark& other, std::vector<Finding>& findings) const {
    Finding& finding = findings.emplace_back();
    finding.severity = Severity::warning;
    finding.span = prose_.in_folded(mark.span);
    finding.related.push_back({prose_.in_folded(other.span), "other", std::nullopt, std::nullopt});
    return finding;
  }

  /// The number in place of one used twice, where that alone puts the list in order.
  void suggest(const std::vector<ItemMark>& marks, std::size_t twice, Finding& finding) const {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (i != twice && marks[i].number != i + 1) return;
    }
    const ItemMark& mark = marks[twice];
    const std::string must = mark_of(mark.style, static_cast<std::uint32_t>(twice + 1));
    finding.message.zh += "这里应是「" + must + "」。";
    finding.message.en += " It must be “" + must + "” here.";
    if (mark.style == Style::is || mark.style == Style::must) finding.fix = must;
  }

  const Document& document_;
  const Prose& prose_;
  const std::vector<ItemMark>& marks_;
};

/// Where a page has run everything into one line nothing tells which list is part of which.
void check(const Document& document, std::vector<Finding>& findings) {
  if (!document.prose.runs_together()) Reader(document).read(findings);
}

}  // namespace

extern const Rule enumeration_rule;
const Rule enumeration_rule = {
    "enumeration", Severity::warning, "列项序号不连续", "Items misnumbered", "《党政机关公文格式》（GB/T 9704—2012）",
    check,
};

}  // namespace gouji
