#include <algorithm>
#include <set>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

constexpr std::size_t parts_of_form = 6;

/// The sections that a sentence lists.
struct Listed {
  std::set<std::size_t> sections;
  bool others = false;  ///< it lists something else besides
};

/// Whether a piece between two joints says anything, as opposed to 等, 共, 组成.
bool is_item(std::string_view piece) {
  while (!piece.empty()) {
    const std::string_view filler = leading_word(piece, words::parts_fillers);
    if (filler.empty()) return true;
    piece.remove_prefix(filler.size());
  }
  return false;
}

/// 行政复议、行政诉讼情况 and 问题及改进情况 are one item though 、 and 及 divide them: the items are told by their words.
Listed read_list(std::string_view sentence) {
  Listed listed;
  bool before = false;  // an item of another kind stands before, divided by 、 alone
  std::string_view joint;
  std::size_t last_section = 0;  // byte where the last item that is a section ends
  std::vector<std::pair<std::size_t, bool>> others;
  for (std::size_t at = 0; at < sentence.size();) {
    std::size_t end = at;
    while (end < sentence.size() && leading_word(sentence.substr(end), words::parts_joints).empty()) ++end;
    const std::string_view piece = sentence.substr(at, end - at);
    bool section = false;
    for (std::size_t i = 0; i < parts_of_form; ++i) {
      if (!has_word(piece, words_of_section(i))) continue;
      listed.sections.insert(i);
      section = true;
    }
    if (section) {
      if (listed.sections.size() == 1 && joint == "、" && before) listed.others = true;
      for (const auto& other : others) listed.others = listed.others || other.second;
      others.clear();
      last_section = end;
    } else if (is_item(piece)) {
      before = true;
      others.emplace_back(at, !listed.sections.empty());
    }
    joint = leading_word(sentence.substr(end), words::parts_joints);
    at = end + joint.size();
    if (joint.empty() && end >= sentence.size()) break;
  }
  // What follows the last section up to the figure belongs to the list; the caller cuts the sentence there.
  for (const auto& other : others) listed.others = listed.others || (other.second && other.first >= last_section);
  return listed;
}

/// 六部分, 六个方面.
bool counts_parts(const Quantity& quantity) {
  return (quantity.measure.ends_with("部分") || quantity.measure.ends_with("方面")) &&
         quantity.kind == Quantity::Kind::number && quantity.is_exact();
}

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), prose_(document.prose) {}

  void read(std::vector<Finding>& findings) const {
    for (const Prose::Paragraph& paragraph : prose_.paragraphs()) {
      if (paragraph.section > 1) break;
      for (const Quantity& quantity : prose_.quantities_in(paragraph.span)) {
        if (counts_parts(quantity)) judge(paragraph, quantity, findings);
      }
    }
  }

 private:
  /// From 。 to 。, with the semicolons of a list inside.
  ProseSpan sentence_around(const Prose::Paragraph& paragraph, ProseSpan figure) const {
    constexpr std::string_view stop = "。";
    const std::string_view text = prose_.text();
    ProseSpan span = paragraph.span;
    const std::size_t before = text.substr(0, figure.begin).rfind(stop);
    if (before != std::string_view::npos)
      span.begin = std::max(span.begin, static_cast<std::uint32_t>(before + stop.size()));
    const std::size_t behind = text.find(stop, figure.end);
    if (behind != std::string_view::npos) span.end = std::min(span.end, static_cast<std::uint32_t>(behind));
    return span;
  }

  bool has_all_sections() const {
    for (std::size_t section = 0; section < parts_of_form; ++section) {
      if (document_.outline.opening(section) == nullptr) return false;
    }
    return std::all_of(document_.outline.headings.begin(), document_.outline.headings.end(),
                       [](const TopHeading& heading) { return heading.opens; });
  }

  void judge(const Prose::Paragraph& paragraph, const Quantity& quantity, std::vector<Finding>& findings) const {
    const ProseSpan sentence = sentence_around(paragraph, quantity.span);
    const std::string_view all = prose_.at(sentence);
    if (!has_word(all, words::parts_subjects)) return;
    // 等六部分组成，其中总体情况分五个方面: which of them counts what is listed cannot be told.
    const auto counted = prose_.quantities_in(sentence);
    if (std::count_if(counted.begin(), counted.end(), counts_parts) > 1) return;
    Listed listed = read_list(prose_.at({sentence.begin, quantity.span.begin}));
    if (listed.sections.size() < 3) listed = read_list(prose_.at({quantity.whole.end, sentence.end}));
    const std::size_t count = listed.sections.size();
    const Decimal stated = quantity.value;
    const auto says = [&](std::size_t number) {
      return compare(stated, Decimal(static_cast<std::int64_t>(number))) == 0;
    };
    if (listed.others || says(count) || (count == 0 && says(parts_of_form))) return;
    if (count > 0 && count < 4) return;
    if (count == 0 && !(quantity.measure.ends_with("部分") && has_word(all, words::report_itself) &&
                        has_word(all, words::parts_verbs)))
      return;
    const bool complete = has_all_sections();
    if (count == 0 && !complete) return;

    const std::string words(prose_.at(quantity.whole));
    Finding finding;
    finding.span = prose_.in_folded(quantity.span);
    finding.severity = count == parts_of_form && complete ? Severity::warning : Severity::advice;
    if (count == 0) {
      finding.message =
          say("这里说「{0}」，报告有六个部分。", "“{0}” is said here; the report has six sections.", {words});
    } else {
      const std::string number = std::to_string(count);
      finding.message =
          say("这里说「{0}」，列出的是 {1} 个部分。", "“{0}” is said here; {1} sections are listed.", {words, number});
      name_unlisted(listed, finding);
    }
    if (complete && (count == parts_of_form || count == 0)) {
      finding.advice = say("改为六。", "Make it six.");
      finding.expected = Decimal(static_cast<std::int64_t>(parts_of_form));
      finding.fix = quantity.chinese ? "六" : "6";
    } else {
      finding.advice = say("核对部分的数目和列出的各部分。", "Compare the number with the sections listed.");
    }
    finding.actual = stated;
    findings.push_back(std::move(finding));
  }

  void name_unlisted(const Listed& listed, Finding& finding) const {
    if (listed.sections.size() == parts_of_form) return;
    std::string names;
    for (std::size_t section = 0; section < parts_of_form; ++section) {
      if (!listed.sections.contains(section))
        names += (names.empty() ? "「" : "、「") + std::string(forms().back().sections[section].label) + "」";
    }
    finding.message.zh += "没有列出" + names + "。";
    finding.message.en += " Not listed: " + names + ".";
  }

  const Document& document_;
  const Prose& prose_;
};

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.outline.is_report) Reader(document).read(findings);
}

}  // namespace

extern const Rule stated_parts_rule;
const Rule stated_parts_rule = {
    "stated-parts",
    Severity::warning,
    "部分的数目说错",
    "Number of sections misstated",
    "《中华人民共和国政府信息公开条例》第五十条；《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
