#include "columns.h"

#include <algorithm>

#include "sort.h"
#include "text.h"

namespace gouji {
namespace {

std::size_t line_start(std::string_view text, std::size_t at) {
  const std::size_t end = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Places that the paste takes for a span of the folded text.
std::uint32_t width_of(const Text& text, Span span) {
  std::uint32_t width = 0;
  const std::string pasted = text.pasted(span);
  for (std::size_t at = 0; at < pasted.size();) {
    const char32_t c = next_code_point(pasted, at);
    // Dashes, dots and quotation marks are as wide as characters in Chinese text.
    width += c >= 0x1100 || (c >= 0x2010 && c <= 0x2027) ? 2 : 1;
  }
  return width;
}

/// Places before `at` on its line.
std::uint32_t place_of(const Text& text, std::uint32_t at) {
  return width_of(text, {static_cast<std::uint32_t>(line_start(text.folded(), at)), at});
}

bool is_padded(std::string_view text, Span figure) {
  const std::size_t start = line_start(text, figure.begin);
  return text.substr(start, figure.end - start).find("  ") != std::string_view::npos;
}

}  // namespace

DisplayColumns::DisplayColumns(const Text& text, const std::vector<std::vector<Span>>& rows,
                               const std::vector<Span>& heads, std::size_t count) {
  std::vector<Range> ranges;
  std::size_t padded = 0;
  std::size_t filled = 0;
  for (const auto& row : rows) {
    if (row.empty()) continue;
    ++filled;
    padded += is_padded(text.folded(), row.back()) ? 1 : 0;
    for (const Span figure : row) {
      const std::uint32_t begin = place_of(text, figure.begin);
      ranges.push_back({begin, begin + width_of(text, figure)});
    }
  }
  // Without padding, places say nothing.
  if (filled < 2 || padded * 10 < filled * 8) return;
  for (const Span head : heads) {
    const std::uint32_t begin = place_of(text, head.begin);
    ranges.push_back({begin, begin + width_of(text, head)});
  }
  sort(ranges, [](const Range& a, const Range& b) { return a.begin < b.begin; });
  for (const Range& range : ranges) {
    if (columns_.empty() || columns_.back().end <= range.begin) {
      columns_.push_back(range);
    } else {
      columns_.back().end = std::max(columns_.back().end, range.end);
    }
  }
  if (columns_.size() != count) columns_.clear();
}

std::optional<std::size_t> DisplayColumns::column_of(const Text& text, Span figure) const {
  const std::uint32_t begin = place_of(text, figure.begin);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].begin <= begin && begin < columns_[i].end) return i;
  }
  return std::nullopt;
}

std::vector<Span> find_heads(std::string_view text, std::uint32_t below, std::span<const std::string_view> labels) {
  constexpr int most_lines = 8;
  std::vector<Span> heads;
  std::vector<bool> found(labels.size(), false);
  std::size_t end = line_start(text, below);
  for (int i = 0; i < most_lines && end > 0; ++i) {
    --end;
    const std::size_t start = line_start(text, end);
    const std::string_view line = text.substr(start, end - start);
    for (std::size_t l = 0; l < labels.size(); ++l) {
      if (found[l]) continue;
      for (std::size_t at = line.find(labels[l]); at != std::string_view::npos; at = line.find(labels[l], at + 1)) {
        const std::size_t behind = at + labels[l].size();
        const bool alone = (at == 0 || line[at - 1] == ' ') && (behind == line.size() || line[behind] == ' ');
        if (!alone) continue;
        heads.push_back({static_cast<std::uint32_t>(start + at), static_cast<std::uint32_t>(start + behind)});
        found[l] = true;
      }
    }
    end = start;
  }
  return heads;
}

}  // namespace gouji
