#include "distribution.h"

#include <algorithm>
#include <string>

#include "amount.h"
#include "clause.h"
#include "words.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;
using Status = Comparison::Status;

constexpr std::string_view respectively = "分别";
constexpr std::size_t most_names = 20;
constexpr std::size_t han = 3;  // bytes of a Chinese character

/// Names in a row, divided by 、.
struct Names {
  std::vector<std::string> pieces;
  bool clear = true;  ///< nothing tells that the row begins elsewhere or is no row
};

/// Figures in a row.
struct Figures {
  std::vector<Quantity> row;  ///< divided by 、 or 和
  std::size_t more = 0;       ///< that follow behind commas and may belong to it
  bool clear = true;
};

std::size_t joints_in(std::string_view words) {
  std::size_t count = 0;
  for (const std::string_view joint : words::joints) {
    for (std::size_t at = words.find(joint); at != std::string_view::npos; at = words.find(joint, at + joint.size())) {
      // 以及 holds 及.
      if (joint == "及" && words.substr(0, at).ends_with("以")) continue;
      ++count;
    }
  }
  // 《条例》《办法》: names in marks need no sign between them.
  for (const std::string_view joint : {"》《", "”“"}) {
    for (std::size_t at = words.find(joint); at != std::string_view::npos; at = words.find(joint, at + 1)) ++count;
  }
  return count;
}

/// How many names there may be.
struct Range {
  std::size_t low;
  std::size_t high;
};

Range count_of(const std::vector<std::string>& pieces, std::size_t from) {
  std::size_t joints = 0;
  for (std::size_t i = from; i < pieces.size(); ++i) {
    const std::string& piece = pieces[i];
    const std::size_t of = i == from ? piece.rfind("的") : std::string::npos;
    joints += joints_in(of == std::string::npos ? std::string_view(piece) : std::string_view(piece).substr(of));
  }
  return {pieces.size() - from, pieces.size() - from + joints};
}

/// 道路、桥梁和供水、燃气: where 和 stands before the last name, it may divide groups of names. 0 for no groups.
std::size_t groups_of(const std::vector<std::string>& pieces) {
  std::size_t before_last = 0;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) before_last += joints_in(pieces[i]);
  return before_last == 0 ? 0 : before_last + joints_in(pieces.back()) + 1;
}

/// 办结率、答复率和满意率: whether the last 和 surely divides two names, as all of them end alike.
bool end_alike(const std::vector<std::string>& pieces) {
  const std::string& last = pieces.back();
  std::string_view end = std::string_view(last).substr(last.size() < han ? 0 : last.size() - han);
  const auto ends = [&](std::string_view name) { return name.size() > han && name.ends_with(end); };
  if (joints_in(last) != 1 || end.size() < han) return false;
  for (const std::string_view joint : words::joints) {
    const std::size_t at = last.find(joint);
    if (at == std::string::npos) continue;
    return ends(std::string_view(last).substr(0, at)) &&
           std::all_of(pieces.begin(), pieces.end() - 1, [&](const std::string& piece) { return ends(piece); });
  }
  return false;
}

class Reader {
 public:
  Reader(const Prose& prose, std::vector<Comparison>& comparisons) : prose_(prose), comparisons_(comparisons) {}

  void run(const std::vector<Clause>& clauses) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Clause& clause = clauses[i];
      const std::size_t at = prose_.at(clause.span).find(respectively);
      if (at == std::string_view::npos) continue;
      const auto begin = clause.span.begin + static_cast<std::uint32_t>(at);
      const Names names = names_before(clauses, i, begin);
      const Figures figures = figures_behind(clauses, i, begin + static_cast<std::uint32_t>(respectively.size()));
      if (names.clear && figures.clear && figures.row.size() > 1 && names.pieces.size() <= most_names) {
        compare(names, figures, begin);
      }
    }
  }

 private:
  [[nodiscard]] Names names_before(const std::vector<Clause>& clauses, std::size_t index, std::uint32_t end) const {
    Names names;
    const auto add = [&](const Clause& clause, std::uint32_t until) {
      const bool counts = std::any_of(clause.figures.begin(), clause.figures.end(),
                                      [&](const Quantity& figure) { return figure.whole.begin < until; });
      std::string words = words_of(prose_, clause, clause.span.begin, until);
      // 2019年至2021年, 各级: a row that is not told name by name.
      const bool open = counts || words.empty() || words.size() <= han || has_word(words, words::collective);
      names.clear = names.clear && !open;
      names.pieces.insert(names.pieces.begin(), std::move(words));
    };
    add(clauses[index], end);
    std::size_t i = index;
    for (; i > 0 && clauses[i].before == Sign::pause && names.pieces.size() <= most_names; --i) {
      add(clauses[i - 1], clauses[i - 1].span.end);
    }
    // 网站、微信,以及微博: the row begins before the comma.
    const bool goes_on = clauses[i].before == Sign::comma && !leading_word(names.pieces.front(), words::joints).empty();
    names.clear = names.clear && !goes_on;
    return names;
  }

  [[nodiscard]] Figures figures_behind(const std::vector<Clause>& clauses, std::size_t index,
                                       std::uint32_t begin) const {
    Figures figures;
    const Clause& clause = clauses[index];
    const auto first = std::find_if(clause.figures.begin(), clause.figures.end(),
                                    [&](const Quantity& figure) { return figure.whole.begin >= begin; });
    if (first == clause.figures.end() || first + 1 != clause.figures.end()) return figures;
    constexpr std::uint32_t far = 45;  // 分别较上年增加了
    if (first->whole.begin - begin > far) return figures;
    figures.row.push_back(*first);
    std::size_t i = index + 1;
    const auto is_bare = [&](const Clause& next) {
      return next.figures.size() == 1 && next.figures[0].whole.begin == next.span.begin &&
             next.figures[0].kind == first->kind;
    };
    const auto is_whole = [&](std::size_t at) {
      return words_behind(prose_, clauses[at], clauses[at].figures.size() - 1).empty();
    };
    bool whole = is_whole(index);
    for (; whole && i < clauses.size() && clauses[i].before == Sign::pause; ++i) {
      if (!is_bare(clauses[i])) break;
      figures.row.push_back(clauses[i].figures[0]);
      whole = is_whole(i);
    }
    // 3条、5条、开展活动2次: what the row goes on with is none of it, or cannot be read.
    if (i < clauses.size() && clauses[i].before == Sign::pause) figures.clear = false;
    for (; whole && i < clauses.size() && clauses[i].before == Sign::comma && is_bare(clauses[i]); ++i) {
      if (!is_whole(i)) break;
      ++figures.more;
    }
    return figures;
  }

  void compare(const Names& names, const Figures& figures, std::uint32_t begin) {
    const std::size_t count = figures.row.size();
    const Range all = count_of(names.pieces, 0);
    if (all.high < 2) return;
    const bool sure = end_alike(names.pieces);
    const std::size_t groups = groups_of(names.pieces);
    bool held = groups != 0 && groups <= count + figures.more && count <= all.high;
    // The row may begin behind any 的: 公民、法人和其他组织的申请、投诉.
    for (std::size_t from = 0; from < names.pieces.size() && !held; ++from) {
      if (from > 0 && names.pieces[from].find("的") == std::string::npos) continue;
      Range range = count_of(names.pieces, from);
      if (sure && from == 0) range.low = range.high;
      held = range.low <= count + figures.more && count <= range.high;
    }
    Comparison comparison;
    comparison.kind = Comparison::Kind::distribution;
    comparison.stated.span = {begin, figures.row.back().whole.end};
    comparison.stated.value = comparison.stated.low = comparison.stated.high = static_cast<std::int64_t>(count);
    comparison.follows = static_cast<std::int64_t>(held ? count : sure || all.high < count ? all.high : all.low);
    for (const Quantity& figure : figures.row) comparison.others.push_back(mention_of(figure));
    if (!held) {
      // Names too many may be one name of several words, unless all are short.
      const bool plain = std::all_of(names.pieces.begin(), names.pieces.end(),
                                     [](const std::string& piece) { return piece.size() <= 7 * han; });
      comparison.status = Status::failed;
      comparison.fault = all.high < count ? Fault::falls_short : Fault::exceeds;
      comparison.certainty = all.high < count || plain ? Certainty::likely : Certainty::possible;
    }
    comparisons_.push_back(std::move(comparison));
  }

  const Prose& prose_;
  std::vector<Comparison>& comparisons_;
};

}  // namespace

std::vector<Comparison> compare_distributions(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs) {
  std::vector<Comparison> comparisons;
  for (const ParagraphClauses& one : paragraphs) Reader(prose, comparisons).run(one.clauses);
  return comparisons;
}

}  // namespace gouji
