#include <algorithm>
#include <span>

#include "part_list.h"
#include "words.h"

namespace gouji {
namespace {

using Sort = Portion::Sort;
using Restart = Portion::Restart;

/// 行政诉讼 in a list of 行政复议: another matter than the total's, where the list does not begin with one.
bool changes_matter(const PartList& list, const Portion& part) {
  for (const std::string_view matter : words::matters) {
    if (part.before.find(matter) == std::string::npos) continue;
    const Portion& total = list.totals[0];
    if ((total.before + total.behind).find(matter) == std::string::npos &&
        !has_word(list.parts[0].before, words::matters))
      return true;
  }
  return false;
}

/// 承办建议5件,其中面商4件,会办建议2件: named as the total is, so that it may stand beside it.
bool is_named_as_total(const PartList& list, const Portion& part) {
  if (part.sort != Sort::none || part.sign < Sign::comma || list.apart) return false;
  const std::string_view matter = trailing_word(list.totals[0].before, words::matters);
  return !matter.empty() && part.before.ends_with(matter) && !list.parts[0].before.ends_with(matter);
}

bool begins_another_statement(const PartList& list, std::size_t i) {
  const Portion& part = list.parts[i];
  std::size_t first = i - 1;
  while (first > 0 && list.parts[first].restart == Restart::no) --first;
  const std::string_view verb = leading_word(part.before, words::verbs);
  return (!verb.empty() && verb != leading_word(list.parts[first].before, words::verbs)) ||
         !leading_word(part.before, words::restarts).empty() ||
         !leading_word(part.behind, words::tails_of_all).empty() ||
         (!year_in(part.before).empty() && year_in(list.parts[i - 1].before).empty());
}

Restart restart_of(const PartList& list, std::size_t i) {
  const Portion& part = list.parts[i];
  const Portion& last = list.parts[i - 1];
  if (!leading_word(part.before, words::rest_words).empty()) return Restart::no;
  const auto known = [](Sort sort) { return sort != Sort::none && sort != Sort::result; };
  if (part.sort != last.sort && (known(part.sort) || known(last.sort))) {
    const bool sure = part.sort == Sort::applicant || part.sort == Sort::request_channel || part.sort == Sort::result;
    return sure ? Restart::by_sort : Restart::maybe;
  }
  return begins_another_statement(list, i) || changes_matter(list, part) || is_named_as_total(list, part)
             ? Restart::maybe
             : Restart::no;
}

}  // namespace

void mark_restarts(PartList& list) {
  std::vector<Portion>& parts = list.parts;
  Sign weakest = Sign::stop;
  bool shares = true;
  for (std::size_t i = 1; i < parts.size(); ++i) weakest = std::min(weakest, parts[i].sign);
  for (const Portion& part : parts) shares = shares && part.share.has_value();
  // Two figures with a semicolon between may be two sortings of the total.
  if (weakest == Sign::semicolon && parts.size() < 3 && !shares) weakest = Sign::colon;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    parts[i].restart = restart_of(list, i);
    const bool divided = parts[i].interrupted || parts[i].sign > weakest;
    if (divided && parts[i].restart == Restart::no) parts[i].restart = Restart::maybe;
  }
}

}  // namespace gouji
