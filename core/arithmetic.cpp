#include "arithmetic.h"

#include <algorithm>
#include <iterator>

#include "changes.h"
#include "clause.h"
#include "distribution.h"
#include "part_list.h"
#include "parts.h"
#include "shares.h"
#include "sort.h"
#include "sums.h"

namespace gouji {

std::vector<Comparison> compare_figures(const Prose& prose) {
  const std::vector<ParagraphClauses> paragraphs = clauses_with_figures(prose);
  const std::vector<PartList> lists = find_part_lists(prose, paragraphs);
  std::vector<Comparison> all = compare_parts(prose, lists);
  const auto add = [&](std::vector<Comparison> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  add(compare_sums(prose, paragraphs));
  add(compare_shares(prose, paragraphs, lists));
  add(compare_changes(prose, paragraphs));
  add(compare_distributions(prose, paragraphs));
  sort(all, [](const Comparison& a, const Comparison& b) { return a.stated.span.begin < b.stated.span.begin; });
  return all;
}

}  // namespace gouji
