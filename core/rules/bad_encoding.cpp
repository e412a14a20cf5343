#include "rule.h"

namespace gouji {
namespace {

/// U+FFFD stands for bytes that are not UTF-8, whether they were met here or by the program that the text comes from.
void check(const Document& document, std::vector<Finding>& findings) {
  constexpr std::string_view replacement = "\uFFFD";
  const std::string_view text = document.text.folded();
  std::size_t count = 0;
  std::size_t first = std::string_view::npos;
  for (std::size_t at = text.find(replacement); at != std::string_view::npos; at = text.find(replacement, at + 3)) {
    if (count++ == 0) first = at;
  }
  if (count == 0) return;
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + replacement.size())};
  finding.message = {
      "文字里有 " + std::to_string(count) + " 处乱码（不是有效的 UTF-8 编码），已用 � 代替。",
      count == 1 ? "1 place is not valid UTF-8 and cannot be read; � stands for it."
                 : std::to_string(count) + " places are not valid UTF-8 and cannot be read; � stands for them."};
  finding.advice =
      say("多半是文件编码不符：请用原程序另存为 UTF-8，或直接从网页、Word 中复制。",
          "Most likely the file has another encoding: save it as UTF-8, or copy from the page or from Word.");
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule bad_encoding_rule;
const Rule bad_encoding_rule = {
    "bad-encoding", Severity::warning, "编码错误", "Broken encoding", "WHATWG Encoding Standard: UTF-8 decode", check,
};

}  // namespace gouji
