#include "support/marks.h"

namespace gouji::test {

std::string marked_line(const Document& document, Span span) {
  const std::string_view text = document.text.folded();
  const std::size_t before = span.begin == 0 ? std::string_view::npos : text.rfind('\n', span.begin - 1);
  const auto begin = static_cast<std::uint32_t>(before == std::string_view::npos ? 0 : before + 1);
  const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', span.end), text.size()));
  const auto pasted = [&](std::uint32_t from, std::uint32_t to) { return document.text.pasted(Span{from, to}); };
  std::string marked = pasted(span.begin, span.end);
  for (std::size_t at = marked.find('\n'); at != std::string::npos; at = marked.find('\n', at)) {
    marked.replace(at, 1, "⏎");
  }
  return pasted(begin, span.begin) + "⟦" + marked + "⟧" + pasted(span.end, end);
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::advice:
      return "advice";
  }
  return "";
}

std::string one_line(const Document& document, const Finding& finding) {
  return std::string(name(finding.severity)) + " " + std::string(finding.rule->id) + " " +
         marked_line(document, finding.span) +
         (finding.expected ? " → " + to_string(*finding.expected) : std::string());
}

}  // namespace gouji::test
