#pragma once

// Whole reports made from a few facts, for sentences to be put into: the tables follow from the facts, nothing else in the
// report states a figure.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

/// "2021 青禾县水务局 new_received=26 carried_over=3 carried_forward=2 granted=20 partially_granted=7 review=1,0,1,0"
///
/// The year of the report and the body, then rows of the tables by their ids in core/forms/<form>.json, in any order. What is
/// not named is 0.
///
/// - A row of table three is its total, all natural persons; or six figures, one for each kind of applicant. denied,
///   unavailable, not_processed and other stand for the commonest row of the group.
/// - granted makes up what the other results leave of the requests that were not carried forward, unless it is named.
/// - What legal persons asked for is dealt out to the results from the top.
/// - A row of table four is its four outcomes. A row of table two is its cells.
/// - without=requests leaves a table out.
struct GivenFacts {
  int year = 0;
  std::string agency;
  std::map<std::string, std::vector<std::string>> rows;
  std::vector<std::string> without;
};

/// Throws where a word is not understood, or the identities of the form cannot hold.
[[nodiscard]] GivenFacts read_facts(std::string_view line);
/// The same facts with those of `line`, which names no year and no body, put in.
[[nodiscard]] GivenFacts with_facts(GivenFacts facts, std::string_view line);

/// What stands where in the report: "0" the preface (in place of the usual one), "1.1" to "1.5" behind that part of section
/// one, "2" to "4" between heading and table, "2+" to "4+" behind the table, "5" and "6" the whole section, "title",
/// "signature" and "date" those lines.
using Passages = std::map<std::string, std::vector<std::string>>;

/// The report as it would be pasted.
[[nodiscard]] std::string report_of(const GivenFacts& facts, const Passages& passages);

}  // namespace gouji::test
