#include <algorithm>

#include "label.h"
#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

/// Sections that follow each other and whose headings are not there, between two headings that are.
struct Gap {
  std::size_t first = 0;
  std::size_t last = 0;
  const TopHeading* before = nullptr;  ///< null where the report begins with the gap
  const TopHeading* after = nullptr;   ///< null where it ends with it
};

/// What of a section is there though its heading is not.
struct Trace {
  const TableReading* table = nullptr;
  bool words = false;
};

class Reader {
 public:
  explicit Reader(const Document& document)
      : document_(document),
        form_(form_for_year(document.facts.year) == nullptr ? forms().back() : *form_for_year(document.facts.year)) {}

  void read(std::vector<Finding>& findings) const {
    const std::size_t count = form_.sections.size();
    for (std::size_t section = 0; section < count;) {
      if (!is_missing(section)) {
        ++section;
        continue;
      }
      Gap gap{section, section, nullptr, nullptr};
      while (gap.last + 1 < count && is_missing(gap.last + 1)) ++gap.last;
      for (std::size_t i = 0; i < gap.first; ++i) {
        if (const TopHeading* heading = document_.outline.opening(i)) gap.before = heading;
      }
      for (std::size_t i = count; i-- > gap.last + 1;) {
        if (const TopHeading* heading = document_.outline.opening(i)) gap.after = heading;
      }
      report(gap, findings);
      section = gap.last + 1;
    }
  }

 private:
  /// Nothing opens the section, not even out of its place or under another title.
  bool is_missing(std::size_t section) const {
    const Outline& outline = document_.outline;
    if (outline.opening(section) != nullptr) return false;
    // One heading may be that of two sections: 五、存在的主要问题及改进情况和其他需要报告的事项.
    const Ink title = label_ink(form_.sections[section].label);
    const auto bears = [&](const TopHeading& heading) {
      return heading.section == section || ink_of(document_.text.at(heading.span)).find(title) != Ink::npos;
    };
    return std::none_of(outline.headings.begin(), outline.headings.end(), bears) && outline.renamed(section) == nullptr;
  }

  Span place_of(const Gap& gap) const {
    const std::uint32_t end = document_.prose.end_in_folded();
    return {gap.before == nullptr ? 0 : gap.before->span.end, gap.after == nullptr ? end : gap.after->span.begin};
  }

  /// Whether a line between the two headings bears the section's title, as a caption of its table does.
  bool has_title(std::size_t section, Span place) const {
    return std::any_of(document_.layout.lines.begin(), document_.layout.lines.end(), [&](const Line& line) {
      if (!place.contains(line.span) || line.kind == LineKind::prose || line.span.size() > 200) return false;
      const Ink ink = ink_of(document_.text.at(line.span));
      return std::any_of(forms().begin(), forms().end(), [&](const Form& form) {
        const Ink title = label_ink(form.sections[section].label);
        return ink.find(title) != Ink::npos || (ink.size() * 2 > title.size() && similarity(ink, title) >= 60);
      });
    });
  }

  bool has_words(std::size_t section, Span place) const {
    const std::string_view id = form_.sections[section].id;
    const std::string all = without_breaks(document_.text.at(place));
    if (id == "problems") return has_word(all, words::problems_signs);
    if (id == "other_matters") return has_word(all, words::other_matters_signs);
    if (id != "overview") return false;
    std::string prose;
    for (const Prose::Paragraph& paragraph : document_.prose.paragraphs()) {
      const std::string_view words = document_.prose.at(paragraph.span);
      // The preface, which speaks of the report, lists its sections.
      const bool preface = words.find("报告") != std::string_view::npos;
      if (!preface && place.contains(document_.prose.in_folded(paragraph.span))) prose += words;
    }
    return has_word(prose, words::heads_disclosure) || has_word(prose, words::heads_platform) ||
           has_word(prose, words::heads_supervision);
  }

  /// Whether sentences stand where the section belongs that are hardly those of another: behind the table of the section
  /// before, or before the first heading and no preface.
  bool has_sentences_of_its_own(const Gap& gap, Span place) const {
    constexpr std::uint32_t few = 180;  // bytes
    std::uint32_t table_end = 0;
    for (const TableReading& table : document_.tables) {
      if (place.contains(table.span)) table_end = std::max(table_end, table.span.end);
    }
    if (gap.before != nullptr && table_end == 0) return false;
    std::uint32_t size = 0;
    for (const Prose::Paragraph& paragraph : document_.prose.paragraphs()) {
      const Span span = document_.prose.in_folded(paragraph.span);
      const bool preface = document_.prose.at(paragraph.span).find("报告") != std::string_view::npos;
      if (paragraph.kind == LineKind::prose && place.contains(span) && span.begin >= table_end && !preface)
        size += paragraph.span.size();
    }
    return size >= few;
  }

  /// Whether its heading stands inside a line, as where a page has run all into one: 一、2021年政府信息公开总体情况.
  bool has_inside_line(std::size_t section, Span place) const {
    constexpr std::size_t heading = 40;  // letters
    const std::string_view text = document_.text.at(place);
    const std::string_view label = form_.sections[section].label;
    const std::string_view number = label.substr(0, label.find("、") + std::string_view("、").size());
    for (std::size_t at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
      std::string_view words = text.substr(at + number.size());
      words = words.substr(0, std::min(words.find("。"), words.find('\n')));
      const Ink ink = ink_of(words).substr(0, heading);
      const auto stands = [&](std::string_view title) { return ink.find(label_ink(title)) != Ink::npos; };
      for (const Form& form : forms()) {
        const Section& official = form.sections[section];
        if (stands(official.label) || std::any_of(official.variants.begin(), official.variants.end(), stands) ||
            std::any_of(official.accepted.begin(), official.accepted.end(), stands))
          return true;
      }
    }
    return false;
  }

  Trace trace_of(std::size_t section, Span place) const {
    Trace trace;
    for (const TableReading& table : document_.tables) {
      const auto read = std::count_if(table.rows.begin(), table.rows.end(),
                                      [](const RowReading& row) { return row.state == RowState::read; });
      const bool there = static_cast<std::size_t>(read) * 2 >= table.rows.size();
      if (table.report == 0 && table.official().section == section + 1 && there) trace.table = &table;
    }
    trace.words = has_title(section, place) || has_words(section, place);
    return trace;
  }

  /// Whether the paste goes on beyond the gap, so that the section was not cut off with the rest.
  bool is_inside(const Gap& gap) const {
    if (gap.before == nullptr) return !document_.facts.title.empty();
    if (gap.after != nullptr) return true;
    const auto& published = document_.facts.published;
    if (published && published->span.begin > gap.before->span.end) return true;
    return std::any_of(document_.layout.lines.begin(), document_.layout.lines.end(), [&](const Line& line) {
      return line.kind == LineKind::furniture && line.span.begin > gap.before->span.end;
    });
  }

  /// The line where the table of a section begins, its heads included. With no heading between them the lines of two tables
  /// run into each other: what stands behind the last figure of the table before is taken for heads.
  std::uint32_t start_of(const TableReading& table, Span place) const {
    const std::uint32_t first = figures_of(table).begin;
    for (const TableReading& other : document_.tables) {
      const std::uint32_t end = figures_of(other).end;
      if (end <= first) place.begin = std::max(place.begin, end);
    }
    const auto& lines = document_.layout.lines;
    std::uint32_t start = first;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      if (line->span.begin > first || line->kind == LineKind::empty) continue;
      const bool head = line->kind == LineKind::tabular || line->kind == LineKind::rule;
      if (!head || line->span.begin < place.begin) break;
      start = line->span.begin;
    }
    return start;
  }

  /// From the first to the last of a table's rows that were read.
  static Span figures_of(const TableReading& table) {
    Span span{table.span.end, table.span.begin};
    for (const RowReading& row : table.rows) {
      if (row.state != RowState::read) continue;
      if (!row.label.empty()) span.begin = std::min(span.begin, row.label.begin);
      for (const Cell& cell : row.cells) {
        span.begin = std::min(span.begin, cell.span.begin);
        span.end = std::max(span.end, cell.span.end);
      }
    }
    return span;
  }

  void report(const Gap& gap, std::vector<Finding>& findings) const {
    const Span place = place_of(gap);
    for (std::size_t section = gap.first; section <= gap.last; ++section) {
      if (has_inside_line(section, place)) return;
    }
    Finding finding;
    bool traced = has_sentences_of_its_own(gap, place);
    const TableReading* table = nullptr;
    for (std::size_t section = gap.first; section <= gap.last; ++section) {
      const Trace trace = trace_of(section, place);
      traced = traced || trace.words || trace.table != nullptr;
      if (table == nullptr) table = trace.table;
      const std::string label(form_.sections[section].label);
      finding.message.zh += (finding.message.zh.empty() ? "没有「" : "、「") + label + "」";
      finding.message.en += (finding.message.en.empty() ? "" : ", ") + std::string("“") + label + "”";
    }
    const bool one = gap.first == gap.last;
    const TopHeading& neighbour = gap.after != nullptr ? *gap.after : *gap.before;
    finding.span = neighbour.span;
    finding.severity = traced || !is_inside(gap) ? Severity::warning : Severity::error;
    if (table != nullptr) {
      finding.span.begin = finding.span.end = start_of(*table, place);
      const std::string name(table->official().zh);
      finding.message.zh += one ? "这个标题，" + name + "还在。" : "这几个标题，" + name + "还在。";
      finding.message.en =
          "The heading " + finding.message.en + " is missing; " + std::string(table->official().en) + " is there.";
      finding.advice = say("在这里补上标题。", "Put the heading in here.");
      if (one) finding.fix = std::string(form_.sections[gap.first].label) + "\n";
    } else if (traced) {
      finding.message.zh += one ? "这个标题，内容好像还在。" : "这几个标题，内容好像还在。";
      finding.message.en = "No heading " + finding.message.en + "; what belongs there seems to be there.";
      finding.advice = say("按格式补上标题。", "Add the heading that the form prescribes.");
    } else {
      finding.message.zh += one ? "这一节。" : "这几节。";
      finding.message.en = "The report has no section " + finding.message.en + ".";
      finding.advice =
          say("格式规定的六个部分缺一不可，没有内容也要保留标题并写明。",
              "All six sections are required; one that has nothing to report keeps its heading and says so.");
    }
    if (table == nullptr) {
      finding.advice.zh += std::string("位置在标出的标题") + (gap.after != nullptr ? "之前。" : "的内容之后。");
      finding.advice.en += gap.after != nullptr ? " Its place is before the heading marked."
                                                : " Its place is behind the section marked.";
    }
    findings.push_back(std::move(finding));
  }

  const Document& document_;
  const Form& form_;
};

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.outline.is_report) Reader(document).read(findings);
}

}  // namespace

extern const Rule missing_section_rule;
const Rule missing_section_rule = {
    "missing-section",
    Severity::error,
    "缺少规定的部分",
    "Section missing",
    "《中华人民共和国政府信息公开条例》第五十条；《中华人民共和国政府信息公开工作年度报告格式》",
    check,
};

}  // namespace gouji
