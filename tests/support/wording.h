#pragma once

// Sentences grown from tables of phrases.
//
//     {"intake", {"{span}[共|]收到{request}{#new}{u}。",
//                 "?before>0:收到{request}{#new+before}{u}（含上年结转{#before}{u}）。"}}
//
// [a|b]        one of them
// ?guard:      a choice that may be taken only where this holds (see Facts); so does what its slots need
// {name}       a word of the report, or one phrase of the group of this name
// {&name}      all phrases of the group whose guards hold, as a list
// {#sum}       a count
// {~sum|条}    words that are true for it: 1300余条
// {%part/all}  a percentage
// {^now/past}  growth: 增长12.5%
// {$yuan}      an amount of money

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts.h"
#include "numerals.h"
#include "random.h"

namespace gouji::test {

struct PhraseGroup {
  const char* name;
  std::vector<const char*> phrases;
};

// The tables, one file each.
[[nodiscard]] const std::vector<PhraseGroup>& request_phrases();     // prose_requests.cpp
[[nodiscard]] const std::vector<PhraseGroup>& result_phrases();      // prose_results.cpp
[[nodiscard]] const std::vector<PhraseGroup>& proceeding_phrases();  // prose_proceedings.cpp
[[nodiscard]] const std::vector<PhraseGroup>& document_phrases();    // prose_documents.cpp
[[nodiscard]] const std::vector<PhraseGroup>& opening_phrases();     // prose_opening.cpp
[[nodiscard]] const std::vector<PhraseGroup>& overview_phrases();    // prose_overview.cpp
[[nodiscard]] const std::vector<PhraseGroup>& closing_phrases();     // prose_closing.cpp

class Wording {
 public:
  using Words = std::map<std::string, std::string, std::less<>>;

  Wording(const Facts& facts, const Words& words, const Numerals& numerals, Random& random);

  /// One phrase of a group, "" where none may be said.
  [[nodiscard]] std::string say(std::string_view group);
  /// `text` with its choices made and its slots filled.
  [[nodiscard]] std::string expand(std::string_view text);

 private:
  /// Whether a phrase may be said: its guard holds and its slots can be filled.
  [[nodiscard]] bool may_say(std::string_view phrase) const;
  [[nodiscard]] bool can_fill(std::string_view slot) const;
  [[nodiscard]] std::string fill(std::string_view slot);
  [[nodiscard]] std::string choose(const std::vector<std::string_view>& choices);
  [[nodiscard]] std::string list(std::string_view group);
  [[nodiscard]] Numerals numerals_for(long long number);

  const Facts& facts_;
  const Words& words_;
  const Numerals& numerals_;
  Random& random_;
};

}  // namespace gouji::test
