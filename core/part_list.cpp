#include "part_list.h"

#include <algorithm>
#include <array>

#include "words.h"

namespace gouji {
namespace {

constexpr std::size_t longest_list = 64;  // parts
constexpr std::size_t farthest = 128;     // clauses from where a list opens to where it ends, or back to its total
constexpr std::size_t most_totals = 16;
constexpr std::uint32_t longest_clause = 1200;  // bytes; more is no clause of a sentence

using Sort = Portion::Sort;
using Restart = Portion::Restart;
using Opening = PartList::Opening;

bool all_of_nothing(std::string_view words) { return words.empty() || is_one_of(words, words::list_openings); }

/// 等 closes a list that names some only; 等级 and 平等 do not.
bool ends_openly(std::string_view words) {
  return words.ends_with("等") || words.starts_with("等,") || words.find("等多") != std::string_view::npos;
}

/// One row of clauses: a paragraph, or what stands in a bracket.
struct Level {
  const std::vector<Clause>& clauses;
  const Clause* around = nullptr;  ///< the clause that the bracket stands in
  ProseSpan bracket;
};

struct Place {
  std::size_t clause = 0;
  std::uint32_t at = 0;
};

class Finder {
 public:
  Finder(const Prose& prose, ProseSpan paragraph, std::vector<PartList>& lists)
      : prose_(prose), paragraph_(paragraph), lists_(lists) {}

  void run(const Level& level) {
    for (std::size_t i = 0; i < level.clauses.size(); ++i) {
      const Clause& clause = level.clauses[i];
      if (clause.span.size() > longest_clause) continue;
      if (clause.before == Sign::colon && i > 0 && totals_a_clause(level.clauses[i - 1])) {
        open(level, {i, clause.span.begin}, Opening::colon);
      }
      std::uint32_t from = clause.span.begin;
      while (const auto opening = opening_in(clause, from)) {
        open(level, {i, opening->end}, opening->kind);
        from = opening->end;
      }
      for (const Remark& remark : clause.remarks) {
        const Level inner{remark.clauses, &clause, remark.span};
        run(inner);
        if (!remark.clauses.empty() && !opening_in(remark.clauses[0], remark.span.begin)) {
          open(inner, {0, remark.span.begin}, Opening::bracket);
        }
      }
      const bool goes_on = i + 1 < level.clauses.size() && level.clauses[i + 1].before == Sign::comma;
      if (goes_on && within(clause)) open(level, {i + 1, clause.span.end}, Opening::within);
    }
  }

 private:
  struct FoundOpening {
    std::uint32_t begin;
    std::uint32_t end;
    Opening kind;
  };

  /// The first word in a clause, outside its brackets, that opens a list.
  [[nodiscard]] std::optional<FoundOpening> opening_in(const Clause& clause, std::uint32_t from) const {
    const std::string_view text = prose_.text().substr(0, clause.span.end);
    std::size_t remark = 0;
    std::size_t figure = 0;
    std::uint32_t begin = clause.span.begin;  // or the end of the last figure
    for (auto at = std::max(from, begin); (at = next_opening(text, at)) < text.size();) {
      while (figure < clause.figures.size() && clause.figures[figure].whole.end <= at)
        begin = clause.figures[figure++].whole.end;
      if (figure < clause.figures.size() && clause.figures[figure].whole.begin <= at) {
        at = clause.figures[figure].whole.end;
        continue;
      }
      while (remark < clause.remarks.size() && clause.remarks[remark].span.end < at) ++remark;
      if (remark < clause.remarks.size() && clause.remarks[remark].span.begin <= at + 1) {
        at = clause.remarks[remark].span.end + 1;
        continue;
      }
      const std::string_view word = leading_word(text.substr(at), words::list_openings);
      // 其中 and 分别为 open a list wherever they stand, 包括 and 含 only where a clause begins or behind a figure.
      const bool anywhere = word.starts_with("其中") || is_one_of(word, words::distributing_openings);
      if (anywhere || at == begin) {
        const Opening kind = is_one_of(word, words::among_openings)          ? Opening::among
                             : is_one_of(word, words::distributing_openings) ? Opening::respectively
                                                                             : Opening::including;
        return FoundOpening{at, at + static_cast<std::uint32_t>(word.size()), kind};
      }
      ++at;
    }
    return std::nullopt;
  }

  static std::uint32_t next_opening(std::string_view text, std::uint32_t at) {
    return static_cast<std::uint32_t>(std::min(text.size(), find_word(text, words::list_openings, at)));
  }

  /// Whether a clause ends with a count: 共85条 in front of a colon.
  [[nodiscard]] bool totals_a_clause(const Clause& clause) const {
    return !clause.figures.empty() && clause.counts.back() &&
           words_behind(prose_, clause, clause.figures.size() - 1).size() <= 30;
  }

  /// 在收到的34件申请中
  [[nodiscard]] bool within(const Clause& clause) const {
    return clause.figures.size() == 1 && clause.counts[0] &&
           !trailing_word(words_behind(prose_, clause, 0), words::within_tails).empty();
  }

  [[nodiscard]] Portion portion_of(const Clause& clause, std::size_t figure, std::string before) const {
    Portion part;
    part.figure = clause.figures[figure];
    part.amount = amount_of(part.figure, prose_.at(part.figure.span));
    part.before = std::move(before);
    part.behind = words_behind(prose_, clause, figure);
    part.sort = sort_of(part.before + part.behind);
    return part;
  }

  struct Totals {
    std::vector<Portion> list;  // the nearest first
    bool across = false;
    bool near = true;
    bool apart = false;
    bool resumed = false;
  };

  /// Adds the counts of a clause between `begin` and `end`, the last first.
  void add_counts(const Clause& clause, std::uint32_t begin, std::uint32_t end, std::vector<Portion>& totals) const {
    for (std::size_t f = clause.figures.size(); f-- > 0 && totals.size() < most_totals;) {
      const ProseSpan span = clause.figures[f].whole;
      if (span.begin >= begin && span.end <= end && clause.counts[f]) {
        totals.push_back(portion_of(clause, f, words_before(prose_, clause, f)));
      }
    }
  }

  /// Adds what a clause before a list counts.
  void add_totals(const Clause& clause, Totals& totals) const {
    const auto opening = opening_in(clause, clause.span.begin);
    if (!opening) {
      add_counts(clause, clause.span.begin, clause.span.end, totals.list);
      return;
    }
    // The last part of another list, then what that one sorts.
    add_counts(clause, opening->end, clause.span.end, totals.list);
    if (totals.list.size() > 1) totals.list.resize(1);
    totals.resumed = !totals.list.empty();
    add_counts(clause, clause.span.begin, opening->begin, totals.list);
  }

  /// What a list that opens at `place` may be the parts of.
  [[nodiscard]] Totals totals_before(const Level& level, Place place) const {
    Totals totals;
    const std::vector<Clause>& clauses = level.clauses;
    std::size_t i = place.clause;
    bool blank = true;  // whether the sentence begins with the list
    Sign crossed = Sign::comma;
    if (i < clauses.size()) {
      add_counts(clauses[i], clauses[i].span.begin, place.at, totals.list);
      blank = all_of_nothing(words_of(prose_, clauses[i], clauses[i].span.begin, place.at));
      crossed = clauses[i].before;
    }
    const std::size_t back = i > farthest ? i - farthest : 0;
    while (i > back && clauses[i - 1].span.size() <= longest_clause && crossed != Sign::stop &&
           (crossed != Sign::semicolon || totals.list.empty())) {
      const Clause& clause = clauses[--i];
      add_totals(clause, totals);
      blank = blank && all_of_nothing(words_of(prose_, clause));
      crossed = clause.before;
    }
    if (totals.list.empty() && blank && i > back && clauses[i - 1].span.size() <= longest_clause) {
      totals.across = totals.apart = true;
      totals.near = !clauses[i - 1].figures.empty();
      do {
        const Clause& clause = clauses[--i];
        add_totals(clause, totals);
        crossed = clause.before;
      } while (i > back && clauses[i - 1].span.size() <= longest_clause && crossed != Sign::stop &&
               (crossed != Sign::semicolon || totals.list.empty()));
    }
    if (totals.list.empty() && level.around != nullptr) {
      totals.apart = true;
      add_counts(*level.around, level.around->span.begin, level.bracket.begin, totals.list);
      if (totals.list.size() > 1) totals.list.resize(1);
    }
    return totals;
  }

  /// The figures from `place` on, up to where the list must end.
  struct Collected {
    std::vector<Portion> parts;
    std::vector<Quantity> shares;  // of 分别占
    bool closed = false;
    bool partial = false;
  };

  [[nodiscard]] Collected collect(const Level& level, Place place) const {
    Collected found;
    std::string lead;  // of a label that signs divide: 农业、林业信息5条
    bool in_label = false;
    Sign sign = Sign::none;
    bool broken = false;
    bool clear = true;
    for (std::size_t k = place.clause; k < level.clauses.size() && k < place.clause + farthest; ++k) {
      const Clause& clause = level.clauses[k];
      if (clause.span.size() > longest_clause) break;
      const bool first = k == place.clause;
      const std::uint32_t begin = first ? std::max(place.at, clause.span.begin) : clause.span.begin;
      if (!first) {
        if (clause.before == Sign::stop) break;
        if (!in_label) sign = std::max(sign, clause.before);
      }
      std::string words = words_of(prose_, clause, begin, clause.span.end);
      if (!first && !leading_word(words, words::list_enders).empty()) {
        clear = false;
        break;
      }
      const auto nested = opening_in(clause, first ? begin : clause.span.begin);
      const std::uint32_t end = nested ? nested->begin : clause.span.end;
      std::size_t in_clause = 0;
      bool other_figures = false;
      std::uint32_t label_begin = begin;
      for (std::size_t f = 0; f < clause.figures.size(); ++f) {
        const Quantity& figure = clause.figures[f];
        if (figure.whole.begin < begin || figure.whole.end > end) continue;
        std::string before = words_of(prose_, clause, label_begin, figure.whole.begin);
        label_begin = figure.whole.end;
        if (!clause.counts[f]) {
          other_figures = true;
          if (figure.kind == Quantity::Kind::percent) add_share(found, figure, std::move(before), clause.before);
          continue;
        }
        before = lead + before;
        lead.clear();
        if (is_one_of(before, words::sum_words)) {
          found.closed = false;
          return found;
        }
        // A figure without a measure is a part only where its clause ends with it.
        if (figure.measure.empty() && (figure.whole.end != clause.span.end || !figure.value.is_integer())) continue;
        Portion part = portion_of(clause, f, std::move(before));
        if (is_for_each(part.before)) {
          clear = false;
          broken = true;
          continue;
        }
        add_share_in_brackets(clause, f, part);
        found.partial =
            found.partial || ends_openly(part.behind) || !leading_word(part.before, words::partial_words).empty();
        // 2件网上申请3件: what belongs to what is not told.
        const bool tangled = in_clause > 0;
        clear = clear && !tangled;
        part.sign = sign;
        part.interrupted = broken || tangled;
        found.parts.push_back(std::move(part));
        sign = Sign::none;
        broken = false;
        ++in_clause;
        if (found.parts.size() == longest_list) return found;
      }
      if (nested) {
        if (!found.parts.empty()) found.parts.back().interrupted = true;
        return found;
      }
      const bool goes_on = k + 1 < level.clauses.size() &&
                           (level.clauses[k + 1].before == Sign::pause || level.clauses[k + 1].before == Sign::colon);
      in_label = in_clause == 0 && !other_figures && goes_on;
      if (in_label) {
        lead += words;
      } else if (in_clause == 0 && !other_figures) {
        lead.clear();
        if (ends_openly(words)) found.partial = true;
        if (!words.empty() && !found.parts.empty()) {
          broken = true;
          clear = false;
        }
      } else if (in_clause > 0 && !trailing_word(found.parts.back().behind, words::within_tails).empty()) {
        // 办结的30件中,… sorts another total.
        found.parts.pop_back();
        return found;
      }
    }
    // A list that breaks off in the middle of a line may go on elsewhere.
    const std::uint32_t end = level.clauses.back().span.end;
    found.closed = clear && (level.around != nullptr || end < paragraph_.end);
    return found;
  }

  /// 占60%: of the part before it. 分别占60%、40%: of all parts, in order.
  static void add_share(Collected& found, const Quantity& share, std::string words, Sign sign) {
    if (has_word(words, words::differences) || has_word(words, words::compared)) return;
    if (words.find("分别") != std::string::npos) {
      found.shares.clear();
    } else if (!words.empty() || sign != Sign::pause || found.shares.empty()) {
      if (found.parts.empty() || found.parts.back().share || !has_word(words, words::share_words)) return;
      found.parts.back().share = share;
      found.parts.back().share_words = std::move(words);
      return;
    }
    found.shares.push_back(share);
    const bool each_has_one = found.shares.size() == found.parts.size();
    for (std::size_t i = 0; i < found.parts.size(); ++i) {
      found.parts[i].share = each_has_one ? std::optional(found.shares[i]) : std::nullopt;
      found.parts[i].share_words = "占";
    }
  }

  void add_share_in_brackets(const Clause& clause, std::size_t figure, Portion& part) const {
    const std::uint32_t from = clause.figures[figure].whole.end;
    const std::uint32_t until =
        figure + 1 < clause.figures.size() ? clause.figures[figure + 1].whole.begin : clause.span.end;
    for (const Remark& remark : clause.remarks) {
      if (remark.span.begin < from || remark.span.begin > until || remark.clauses.size() != 1) continue;
      const Clause& inner = remark.clauses[0];
      if (inner.figures.size() != 1 || inner.figures[0].kind != Quantity::Kind::percent) continue;
      const std::string before = words_before(prose_, inner, 0);
      if (!before.empty() && leading_word(before, words::share_words).empty()) continue;
      part.share = inner.figures[0];
      part.share_words = before;
    }
  }

  /// 其中:网上申请41件
  static bool follows_colon(const Level& level, Place place) {
    const std::size_t next = place.clause + 1;
    return place.at >= level.clauses[place.clause].span.end && next < level.clauses.size() &&
           level.clauses[next].before == Sign::colon;
  }

  void open(const Level& level, Place place, Opening opening) {
    if (place.clause >= level.clauses.size()) return;
    const Totals before = totals_before(level, place);
    const std::vector<Portion>& totals = before.list;
    if (totals.empty()) return;
    const Collected found = collect(level, place);
    if (found.parts.empty()) return;
    // 30件(2020年25件) sorts nothing.
    if (opening == Opening::bracket) {
      const bool years = std::any_of(found.parts.begin(), found.parts.end(),
                                     [](const Portion& part) { return !year_in(part.before).empty(); });
      if (found.parts.size() < 2 || years) return;
    }
    std::vector<std::string_view> done;
    for (const Portion& total : totals) {
      const std::string_view measure = total.figure.measure;
      if (measure.empty() || std::any_of(done.begin(), done.end(), [&](auto m) { return same_measure(m, measure); }))
        continue;
      done.push_back(measure);
      // A figure between a total and its list turns the list away from it, unless the list goes on with both:
      // 25件申请收取2950元,其中1件收取420元.
      const std::string_view nearest = totals[0].figure.measure;
      const auto in_list = [&](std::string_view m) {
        return std::any_of(found.parts.begin(), found.parts.end(),
                           [&](const Portion& part) { return same_measure(part.figure.measure, m); });
      };
      if (!same_measure(measure, nearest) && !in_list(nearest)) continue;
      if (!in_list(measure)) continue;
      PartList list = select(found, totals, measure);
      list.opening = opening;
      list.across = before.across;
      list.near = before.near;
      list.apart =
          before.apart || opening == Opening::colon || opening == Opening::within || follows_colon(level, place);
      list.resumed = before.resumed && same_measure(measure, nearest);
      mark_restarts(list);
      lists_.push_back(std::move(list));
    }
  }

  /// The parts of one kind of measure, with the places where the total may be sorted anew.
  [[nodiscard]] PartList select(const Collected& found, const std::vector<Portion>& totals,
                                std::string_view measure) const {
    PartList list;
    list.paragraph = paragraph_;
    list.closed = found.closed;
    list.partial = found.partial;
    for (const Portion& total : totals) {
      if (same_measure(total.figure.measure, measure)) list.totals.push_back(total);
    }
    const auto is_total = [&](std::string_view m) {
      return std::any_of(totals.begin(), totals.end(),
                         [&](const Portion& total) { return same_measure(total.figure.measure, m); });
    };
    Sign sign = Sign::none;
    bool interrupted = false;
    for (const Portion& part : found.parts) {
      sign = std::max(sign, part.sign);
      interrupted = interrupted || part.interrupted;
      if (!part.figure.measure.empty() && !same_measure(part.figure.measure, measure)) {
        interrupted = interrupted || !is_total(part.figure.measure);
        list.others.push_back(part);
        continue;
      }
      list.parts.push_back(part);
      list.parts.back().sign = sign;
      list.parts.back().interrupted = interrupted;
      sign = Sign::none;
      interrupted = false;
    }
    return list;
  }

  const Prose& prose_;
  ProseSpan paragraph_;
  std::vector<PartList>& lists_;
};

}  // namespace

std::vector<PartList> find_part_lists(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs) {
  std::vector<PartList> lists;
  for (const ParagraphClauses& one : paragraphs) Finder(prose, one.paragraph, lists).run({one.clauses, nullptr, {}});
  return lists;
}

}  // namespace gouji
