// The grammar of claims, word by word; whole sentences as reports write them are in tests/prose.

#include "claims.h"

#include <catch2/catch.hpp>
#include <string>

#include "document.h"

using namespace gouji;

namespace {

/// The claims of one paragraph of a report of 青禾县水务局 on 2022: "requests.new 26; requests.carried_over 3".
std::string claims_of(const std::string& sentence) {
  const std::string paste =
      "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n（二）依申请公开。" + sentence + "\n";
  const Document document = read_document(paste);
  std::string out;
  for (const Claim& claim : document.claims.claims) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < claim.of.size(); ++i)
      out += (i > 0 ? "+" : "") + std::string(indicators()[claim.of[i]].id);
    if (claim.says == Claim::Says::none) out += " none";
    if (claim.says == Claim::Says::all_done) out += "all_done";
    if (claim.says == Claim::Says::figure) out += " " + to_string(claim.value);
    if (claim.says == Claim::Says::figure && claim.bound != Bound::exact)
      out += "[" + to_string(claim.low) + "," + to_string(claim.high) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("claims: the number before its noun, behind it, and in characters") {
  CHECK(claims_of("受理26件政府信息公开申请。") == "requests.received 26");
  CHECK(claims_of("受理政府信息公开申请26件。") == "requests.received 26");
  CHECK(claims_of("受理政府信息公开申请二十六件。") == "requests.received 26");
  CHECK(claims_of("受理政府信息公开申请20余件。") == "requests.received 20[21,29]");
}

TEST_CASE("claims: what was spoken of before is taken over, until something is not understood") {
  CHECK(claims_of("新收政府信息公开申请26件，上年结转3件。答复27件。") ==
        "requests.new 26; requests.carried_over 3; requests.answered 27");
  CHECK(claims_of("新收政府信息公开申请26件。接待来访咨询9件，答复9件。") == "requests.new 26");
}

TEST_CASE("claims: lists, sums and 分别为") {
  CHECK(claims_of("予以公开2件、部分公开1件。") == "requests.granted 2; requests.partially_granted 1");
  CHECK(claims_of("予以公开和部分公开共3件。") == "requests.granted+requests.partially_granted 3");
  CHECK(claims_of("予以公开、部分公开、无法提供分别为2件、1件和4件。") ==
        "requests.granted 2; requests.partially_granted 1; requests.unavailable 4");
  CHECK(claims_of("因政府信息公开引发行政复议和行政诉讼均为2件。") == "review.total 2; litigation.total 2");
}

TEST_CASE("claims: a total that includes what was carried over") {
  CHECK(claims_of("共收到政府信息公开申请29件（含上年结转3件）。") ==
        "requests.with_carried_over 29; requests.carried_over 3");
  CHECK(claims_of("新收和上年结转的29件申请均已登记。") == "requests.with_carried_over 29");
}

TEST_CASE("claims: nothing, everything, all alike") {
  CHECK(claims_of("未收到政府信息公开申请。") == "requests.received none");
  CHECK(claims_of("未发生因政府信息公开引发的行政复议、行政诉讼。") == "review.total none; litigation.total none");
  CHECK(claims_of("收到政府信息公开申请8件，均为自然人申请，已全部办结。") ==
        "requests.received 8; requests.natural_person 8; all_done");
  CHECK(claims_of("收到政府信息公开申请8件，均在法定期限内办结。") == "requests.received 8");
}

TEST_CASE("claims: figures of other times, of others, and changes are no claims") {
  for (const char* sentence :
       {"2021年收到政府信息公开申请19件。", "上半年收到政府信息公开申请5件。", "各镇街道收到政府信息公开申请31件。",
        "云岭市水务局收到政府信息公开申请41件。", "政府信息公开申请比上年增加6件。",
        "对25件政府信息公开申请收取信息处理费。", "网上收到政府信息公开申请7件。", "如未收到政府信息公开申请，填0。"}) {
    INFO(sentence);
    CHECK(claims_of(sentence).empty());
  }
}

TEST_CASE("claims: the year of what is carried on") {
  CHECK(claims_of("2021年结转政府信息公开申请3件，结转2023年继续办理2件。") ==
        "requests.carried_over 3; requests.carried_forward 2");
  CHECK(claims_of("结转2022年继续办理的政府信息公开申请2件。").empty());
}

TEST_CASE("claims: figures that were seen and not understood are told") {
  const std::string paste =
      "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n2021年收到政府信息公开申请19件，比上年增加6件。\n";
  const Document document = read_document(paste);
  CHECK(document.claims.claims.empty());
  REQUIRE(document.claims.unclaimed.size() == 2);
  CHECK(document.claims.unclaimed[0].why == Unclaimed::Why::year);
  CHECK(document.claims.unclaimed[1].why == Unclaimed::Why::change);
}
