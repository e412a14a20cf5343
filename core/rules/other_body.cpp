#include <algorithm>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

class Search {
 public:
  Search(const Document& document, std::vector<Finding>& findings)
      : document_(document), prose_(document.prose), findings_(findings) {}

  void run() {
    for (const Prose::Sentence& sentence : prose_.sentences()) {
      const Prose::Paragraph& paragraph = prose_.paragraphs()[sentence.paragraph];
      if (paragraph.kind == LineKind::title || paragraph.kind == LineKind::heading) continue;
      if (prose_.section_of(sentence) == 0) {
        compiled(sentence.span);
        found_at(sentence.span);
      } else {
        opening(sentence.span);
      }
    }
    signature();
    report_strangers();
    self_names();
  }

 private:
  [[nodiscard]] std::string_view text() const { return prose_.text(); }
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return text().substr(begin, end - begin);
  }

  /// The body whose name stands at `at`, if it is certainly another than the one that reports, and not a former one.
  [[nodiscard]] std::string_view stranger_at(std::uint32_t at, std::uint32_t end) const {
    const std::string_view name = body_at(between(at, end));
    if (name.starts_with("原")) return {};
    return !name.empty() && document_.body.whose(name) == Whose::other ? name : std::string_view();
  }

  void add(std::uint32_t at, std::string_view name) {
    const ProseSpan span{at, at + static_cast<std::uint32_t>(name.size())};
    if (std::find(strangers_.begin(), strangers_.end(), span) == strangers_.end()) strangers_.push_back(span);
  }

  /// One finding, on the first of them.
  void report_strangers() {
    if (strangers_.empty()) return;
    std::sort(strangers_.begin(), strangers_.end(), [](ProseSpan a, ProseSpan b) { return a.begin < b.begin; });
    const std::string name(prose_.at(strangers_.front()));
    const bool elsewhere = std::any_of(strangers_.begin(), strangers_.end(),
                                       [&](ProseSpan span) { return document_.body.is_elsewhere(prose_.at(span)); });
    Finding finding;
    finding.severity = elsewhere ? Severity::warning : Severity::advice;
    finding.span = prose_.in_folded(strangers_.front());
    for (std::size_t i = 1; i < strangers_.size(); ++i)
      finding.related.push_back({prose_.in_folded(strangers_[i]), "part", std::nullopt, std::nullopt});
    finding.related.push_back({document_.facts.agency, "other", std::nullopt, std::nullopt});
    finding.message = say("这里写的是“{0}”，报告是{1}的。", "This says {0}; the report is that of {1}.",
                          {name, document_.body.name()});
    finding.advice = say("多半是套用别的单位的稿子时没有改，核对后改正。",
                         "Most likely left over from the text of another body; check and correct it.");
    findings_.push_back(std::move(finding));
  }

  /// 现公布红河县水务局2021年…年度报告, 编制了…, 本报告由红河县水务局编制.
  void compiled(ProseSpan sentence) {
    const std::string_view words = prose_.at(sentence);
    if (words.find("报告") == std::string_view::npos) return;
    for (const std::string_view verb : words::compiling) {
      for (std::size_t at = words.find(verb); at != std::string_view::npos; at = words.find(verb, at + 1)) {
        std::uint32_t next = sentence.begin + static_cast<std::uint32_t>(at + verb.size());
        for (const std::string_view filler : {"了", "《", "完成"}) {
          if (between(next, sentence.end).starts_with(filler)) next += static_cast<std::uint32_t>(filler.size());
        }
        const std::string_view name = stranger_at(next, sentence.end);
        // Only the report's own name, its year behind the body's.
        const std::uint32_t behind = next + static_cast<std::uint32_t>(name.size());
        if (!name.empty() && year_at(text(), {behind, sentence.end})) add(next, name);
      }
    }
    const std::size_t by = words.find("报告由");
    if (by == std::string_view::npos) return;
    const std::uint32_t at = sentence.begin + static_cast<std::uint32_t>(by + std::string_view("报告由").size());
    const std::string_view name = stranger_at(at, sentence.end);
    const std::string_view behind = between(at + static_cast<std::uint32_t>(name.size()), sentence.end);
    if (!name.empty() && !leading_word(behind, words::compiling).empty() && document_.body.is_elsewhere(name))
      add(at, name);
  }

  /// 可在红河县人民政府网站下载, 请与红河县水务局联系.
  void found_at(ProseSpan sentence) {
    const std::string_view words = prose_.at(sentence);
    for (const std::string_view lead : words::before_sources) {
      for (std::size_t at = words.find(lead); at != std::string_view::npos; at = words.find(lead, at + 1)) {
        const std::uint32_t next = sentence.begin + static_cast<std::uint32_t>(at + lead.size());
        const std::string_view name = stranger_at(next, sentence.end);
        if (name.empty() || !document_.body.is_elsewhere(name)) continue;
        const std::string_view rest = between(next + static_cast<std::uint32_t>(name.size()), sentence.end);
        if (!leading_word(rest, words::behind_sources).empty()) add(next, name);
      }
    }
  }

  /// 2021年，红河县水务局认真贯彻….
  void opening(ProseSpan sentence) {
    const auto year = year_at(text(), {sentence.begin, sentence.end});
    if (!year) return;
    std::uint32_t at = year->span.end + static_cast<std::uint32_t>(std::string_view("年").size());
    for (const std::string_view filler : {"度", ","}) {
      if (between(at, sentence.end).starts_with(filler)) at += static_cast<std::uint32_t>(filler.size());
    }
    const std::string_view name = stranger_at(at, sentence.end);
    if (name.empty() || !document_.body.is_elsewhere(name)) return;
    const std::string_view rest = between(at + static_cast<std::uint32_t>(name.size()), sentence.end);
    const bool tells =
        !leading_word(rest, words::general_starts).empty() || !leading_word(rest, words::counting_starts).empty();
    if (tells && leading_word(rest, words::no_general_starts).empty()) add(at, name);
  }

  /// A line under the report that is a body's name and nothing else.
  void signature() {
    const auto& paragraphs = prose_.paragraphs();
    for (std::size_t i = paragraphs.size(); i-- > 0 && i + 4 > paragraphs.size();) {
      const ProseSpan span = paragraphs[i].span;
      if (paragraphs[i].section == 0 || paragraphs[i].kind == LineKind::heading) return;
      const std::string_view name = stranger_at(span.begin, span.end);
      if (!name.empty() && name.size() == span.size() && document_.body.is_elsewhere(name)) add(span.begin, name);
    }
  }

  /// Whether a quotation or the name of a document goes on at `at`.
  [[nodiscard]] bool is_quoted(std::uint32_t at) const {
    const auto signs = prose_.letters().signs_in({0, at});
    for (auto sign = signs.rbegin(); sign != signs.rend() && sign->code != U'\n'; ++sign) {
      if (sign->code == U'“' || sign->code == U'《') return true;
      if (sign->code == U'”' || sign->code == U'》') return false;
    }
    return false;
  }

  /// 我镇 in the report of a 局.
  void self_names() {
    std::optional<Finding> finding;
    for (const Occurrence& self : prose_.letters().of(words::self_starts)) {
      const std::uint32_t at = self.begin;
      if (text().substr(0, at).ends_with("自")) continue;
      const std::string_view name = body_at(text().substr(at));
      if (name.empty() || !document_.body.contradicts(name) || is_quoted(at)) continue;
      const Span span = prose_.in_folded({at, at + static_cast<std::uint32_t>(name.size())});
      if (finding) {
        finding->related.push_back({span, "part", std::nullopt, std::nullopt});
        continue;
      }
      finding.emplace();
      finding->severity = Severity::advice;
      finding->span = span;
      const std::string words(name);
      finding->message = {document_.body.name() + "的报告里自称“" + words + "”。",
                          "The report of " + document_.body.name() + " calls it " + words + "."};
      finding->advice = {"核对自称；如果是套用别的单位的稿子，看看还有没有没改到的地方。",
                         "Check it; if the text was taken from another body, look for more that was left over."};
    }
    if (finding) findings_.push_back(std::move(*finding));
  }

  const Document& document_;
  const Prose& prose_;
  std::vector<Finding>& findings_;
  std::vector<ProseSpan> strangers_;
};

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.body.kind() == BodyKind::unknown) return;
  Search(document, findings).run();
}

}  // namespace

extern const Rule other_body_rule;
const Rule other_body_rule = {
    "other-body",
    Severity::warning,
    "留有其他单位的名称",
    "Name of another body left over",
    "《中华人民共和国政府信息公开条例》第五十条",
    check,
};

}  // namespace gouji
