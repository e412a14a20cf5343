#include <algorithm>
#include <map>
#include <string>

#include "rule.h"

namespace gouji {
namespace {

/// Whether the words mean one figure and no other.
bool is_definite(const Claim& claim) {
  if (claim.says == Claim::Says::all_done || claim.soft || claim.of.size() != 1) return false;
  const auto& by_form = indicators()[claim.of[0]].sums;
  return std::all_of(by_form.begin(), by_form.end(), [](const auto& sums) { return sums.size() <= 1; });
}

/// 收到26件 and 未收到: however 收到 is counted, both cannot be.
bool denies(const Claim& a, const Claim& b) {
  const auto denied = [](const Claim& none, const Claim& figure) {
    return none.says == Claim::Says::none && figure.says == Claim::Says::figure && compare(figure.low, Decimal(0)) > 0;
  };
  return a.of == b.of && (denied(a, b) || denied(b, a));
}

bool contradict(const Claim& a, const Claim& b) { return compare(a.high, b.low) < 0 || compare(b.high, a.low) < 0; }

void check(const Document& document, std::vector<Finding>& findings) {
  const auto& claims = document.claims.claims;
  // What the table has judged is told against the table, once.
  std::vector<bool> judged(claims.size());
  for (const Tie& tie : document.ties) judged[tie.claim] = tie.status != Relation::Status::unreadable;
  std::map<std::string, const Claim*> first_of;  // by the bytes of Claim::of
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim* later = &claims[i];
    if (judged[i] || later->soft || later->of.empty()) continue;
    const auto [entry, fresh] = first_of.try_emplace(std::string(later->of.begin(), later->of.end()), later);
    const Claim* claim = entry->second;
    const bool definite = is_definite(*claim) && is_definite(*later);
    if (fresh || !(denies(*claim, *later) || (definite && contradict(*claim, *later)))) continue;
    const bool exact = claim->bound == Bound::exact && later->bound == Bound::exact;
    Finding finding;
    finding.severity = exact && indicators()[later->of[0]].strict ? Severity::error : Severity::warning;
    finding.span = document.prose.in_folded(later->span);
    const Span first = document.prose.in_folded(claim->span);
    const Bilingual name = name_of_claim(*later);
    finding.actual = later->value;
    finding.message = say("{0}前面写“{1}”，这里写“{2}”。", "Of {0} the text says “{1}” before and “{2}” here.",
                          {name, document.text.pasted(first), document.text.pasted(finding.span)});
    finding.advice =
        say("同一个数字前后应当一致，请核对台账。", "One figure must read the same throughout; check your records.");
    finding.related.push_back({first, "other", std::nullopt, std::nullopt});
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule text_text_mismatch_rule;
const Rule text_text_mismatch_rule = {
    "text-text-mismatch",
    Severity::error,
    "正文前后不一致",
    "Two sentences do not agree",
    "《中华人民共和国政府信息公开条例》第五十条",
    check,
};

}  // namespace gouji
