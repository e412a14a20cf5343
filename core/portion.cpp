#include "portion.h"

#include <algorithm>
#include <array>

#include "words.h"

namespace gouji {

using Sort = Portion::Sort;

std::string_view year_in(std::string_view words) {
  const std::size_t at = words.find("年");
  return at != std::string_view::npos && at >= 4 && words[at - 1] >= '0' && words[at - 1] <= '9'
             ? words.substr(at - 4, 4)
             : std::string_view();
}

bool same_measure(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto both = [&](WordList words) { return is_one_of(a, words) && is_one_of(b, words); };
  return both(words::applications) || both(words::items) || (a.ends_with("元") && b.ends_with("元"));
}

bool is_for_each(std::string_view words) {
  for (const std::string_view each : words::each_words) {
    for (std::size_t at = words.find(each); at != std::string_view::npos; at = words.find(each, at + each.size())) {
      // 各类 and 均衡 are other words.
      const std::string_view behind = words.substr(at + each.size());
      if (behind.empty() || each == "每" || !leading_word(behind, words::verbs).empty()) return true;
    }
  }
  return false;
}

Sort sort_of(std::string_view words) {
  struct Named {
    Sort sort;
    WordList words;
  };
  const std::array<Named, 7> sorts = {{{Sort::origin, words::origins},
                                       {Sort::result, words::results},
                                       {Sort::validity, words::validity},
                                       {Sort::applicant, words::applicants},
                                       {Sort::request_channel, words::request_channels},
                                       {Sort::channel, words::channels},
                                       {Sort::progress, words::progress}}};
  Sort sort = Sort::none;
  std::size_t first = std::string_view::npos;
  for (const Named& named : sorts) {
    const std::size_t at = find_word(words, named.words);
    if (at < first) {
      first = at;
      sort = named.sort;
    }
  }
  return sort;
}

}  // namespace gouji
