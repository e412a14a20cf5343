#include "rule.h"

namespace gouji {
namespace {

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.text.malformed_count() == 0) return;
  Finding finding;
  finding.severity = Severity::warning;
  finding.span = document.text.first_malformed();
  const std::string count = std::to_string(document.text.malformed_count());
  finding.message = {"文字里有 " + count + " 处不是有效的 UTF-8 编码，无法辨认，已用 � 代替。",
                     count + " places are not valid UTF-8 and cannot be read; � stands for them."};
  finding.advice = {"多半是文件编码不符：请用原程序另存为 UTF-8，或直接从网页、Word 中复制。",
                    "Most likely the file has another encoding: save it as UTF-8, or copy from the page or from Word."};
  findings.push_back(std::move(finding));
}

}  // namespace

extern const Rule bad_encoding_rule;
const Rule bad_encoding_rule = {
    "bad-encoding", Severity::warning, "编码错误", "Broken encoding", "WHATWG Encoding Standard: UTF-8 decode", check,
};

}  // namespace gouji
