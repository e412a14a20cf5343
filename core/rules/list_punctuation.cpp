#include <algorithm>

#include "items.h"
#include "rule.h"

namespace gouji {
namespace {

constexpr std::string_view stop = "。";

/// What ends an item before the last.
struct Ending {
  ItemMark mark;
  ProseSpan sign;
  bool semicolon = false;
};

std::string words_of(const Document& document, const Ending& ending) {
  return std::string(document.prose.at(ending.mark.span));
}

/// The signs behind the items but the last, where they are 。 or ;. An item of several sentences ends with 。 as it must, and
/// tells nothing.
std::vector<Ending> endings_of(const Prose& prose, const ItemList& list) {
  std::vector<Ending> endings;
  for (std::size_t i = 0; i + 1 < list.marks.size(); ++i) {
    ProseSpan item{list.marks[i].span.end, list.marks[i + 1].span.begin};
    while (!item.empty() && (prose.text()[item.end - 1] == '\n' || prose.text()[item.end - 1] == ' ')) --item.end;
    const std::string_view words = prose.at(item);
    if (words.ends_with(';')) {
      endings.push_back({list.marks[i], {item.end - 1, item.end}, true});
    } else if (words.ends_with(stop) && words.find(stop) == words.size() - stop.size()) {
      endings.push_back({list.marks[i], {item.end - static_cast<std::uint32_t>(stop.size()), item.end}, false});
    }
  }
  return endings;
}

void check(const Document& document, std::vector<Finding>& findings) {
  if (document.prose.runs_together()) return;
  for (const ItemList& list : find_lists(document.prose, document.items)) {
    if (!is_worded(list.marks.front().style) || list.has_parts) continue;
    const std::vector<Ending> endings = endings_of(document.prose, list);
    const auto other = std::find_if(endings.begin(), endings.end(),
                                    [&](const Ending& one) { return one.semicolon != endings.front().semicolon; });
    if (other == endings.end()) continue;
    const Ending& first = endings.front();
    Finding finding;
    finding.severity = Severity::advice;
    finding.span = document.prose.in_folded(other->sign);
    const auto sign = [](const Ending& ending) { return std::string(ending.semicolon ? "“；”" : "“。”"); };
    const auto name = [](const Ending& ending) { return std::string(ending.semicolon ? "；" : "。"); };
    finding.message = say(
        "这一组列项的标点不一致：「{0}」一项用{1}，「{2}」一项用{3}。",
        "The items of this list end differently: “{0}” with {4}, “{2}” with {5}.",
        {words_of(document, first), sign(first), words_of(document, *other), sign(*other), name(first), name(*other)});
    finding.advice = say("各项之间统一用“；”，最后一项用“。”。", "Put ； between the items and 。 behind the last.");
    finding.related.push_back({document.prose.in_folded(first.sign), "other", std::nullopt, std::nullopt});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule list_punctuation_rule;
const Rule list_punctuation_rule = {
    "list-punctuation",
    Severity::advice,
    "列项标点不一致",
    "Items end differently",
    "《标点符号用法》（GB/T 15834—2011）",
    check,
};

}  // namespace gouji
