#include "changes.h"

#include <algorithm>
#include <optional>
#include <string>

#include "portion.h"
#include "ratio.h"
#include "words.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;
using Kind = Quantity::Kind;
using Status = Comparison::Status;

constexpr std::size_t most_figures = 100;  // of a sentence

/// A figure of a sentence and what it is to a change.
struct Said {
  enum class Role : std::uint8_t { now, reached, before, change, ratio, other };
  Role role = Role::other;
  Quantity figure;
  Amount amount;
  bool rises = true;  ///< of a change, and of a figure that was reached
  bool plain =
      true;      ///< nothing but words of comparing stands with it: it speaks of what the figures before it speak of
  int year = 0;  ///< 2022年公开812条; 0 for none
  std::string subject;  ///< 公开, with a year
  std::size_t clause = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether words do nothing but compare: 比2021年的, 同比.
bool only_compares(std::string_view words) {
  while (!words.empty()) {
    if (is_digit(words[0])) {
      words.remove_prefix(1);
      continue;
    }
    const std::string_view glue = leading_word(words, words::comparing_glue);
    if (glue.empty()) return false;
    words.remove_prefix(glue.size());
  }
  return true;
}

/// 上年, 2021年: the words end with another time.
bool names_another_time(std::string_view words) {
  if (!trailing_word(words, words::previous_periods).empty()) return true;
  for (const std::string_view end : {"年", "年度", "年的", "年为", "年同期"}) {
    if (words.ends_with(end) && words.size() > end.size() && is_digit(words[words.size() - end.size() - 1]))
      return true;
  }
  return false;
}

bool is_before(std::string_view words) {
  if (has_word(words, words::carrying)) return false;
  return has_word(words, words::previous_periods) || has_word(words, words::compared) ||
         !trailing_word(words, words::starting_points).empty();
}

/// Whether 比2021年的 stands by itself, so that it speaks of what the figures before it speak of.
bool compares_the_same(std::string_view words) {
  std::size_t at = std::min(find_word(words, words::previous_periods), find_word(words, words::compared));
  const std::string_view start = trailing_word(words, words::starting_points);
  if (!start.empty()) at = std::min(at, words.size() - start.size());
  return at != std::string_view::npos && only_compares(words);
}

class Reader {
 public:
  Reader(const Prose& prose, std::vector<Comparison>& comparisons) : prose_(prose), comparisons_(comparisons) {}

  void run(const std::vector<Clause>& clauses) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if (clauses[i].before == Sign::stop || clauses[i].before == Sign::semicolon) close();
      read(clauses[i], i);
    }
    close();
  }

 private:
  [[nodiscard]] Said said_of(const Quantity& figure, std::string_view words, std::size_t clause) const {
    using Role = Said::Role;
    Said said;
    said.figure = figure;
    said.amount = amount_of(figure, prose_.at(figure.span));
    said.clause = clause;
    const auto ends = [&](WordList list) { return trailing_word(words, list); };
    const std::string_view risen = ends(words::rises);
    const std::string_view fallen = ends(words::falls);
    const std::string_view reached = ends(words::risen_to).empty() ? ends(words::fallen_to) : ends(words::risen_to);
    if (!reached.empty()) {
      said.role = Role::reached;
      said.rises = !ends(words::risen_to).empty();
    } else if (!risen.empty() || !fallen.empty()) {
      said.role = Role::change;
      said.rises = risen.size() > fallen.size();
      said.plain = only_compares(words.substr(0, words.size() - std::max(risen.size(), fallen.size())));
    } else if (figure.kind == Kind::times) {
      said.role = words == "的" || only_compares(words) ? Role::ratio : Role::other;
    } else if (figure.kind == Kind::points) {
      said.role = Role::other;
    } else if (is_before(words)) {
      said.role = Role::before;
      said.plain = compares_the_same(words);
    } else {
      said.role = Role::now;
      read_year(words, said);
    }
    return said;
  }

  static void read_year(std::string_view words, Said& said) {
    const std::string_view year = year_in(words);
    if (year.empty()) return;
    for (const char digit : year) said.year = said.year * 10 + (digit - '0');
    words.remove_prefix(static_cast<std::size_t>(year.data() - words.data()) + year.size());
    for (const std::string_view end : {"年", "度"}) {
      if (words.starts_with(end)) words.remove_prefix(end.size());
    }
    said.subject = words;
  }

  void read(const Clause& clause, std::size_t index) {
    std::size_t next_remark = 0;
    const auto remarks_until = [&](std::uint32_t end) {
      for (; next_remark < clause.remarks.size() && clause.remarks[next_remark].span.begin <= end; ++next_remark) {
        read_remark(clause, clause.remarks[next_remark], index);
      }
    };
    for (std::size_t f = 0; f < clause.figures.size(); ++f) {
      remarks_until(clause.figures[f].whole.begin);
      const std::string words = words_before(prose_, clause, f);
      if (words.find("环比") != std::string::npos || words.find("均") != std::string::npos) continue;
      if (sentence_.size() < most_figures) sentence_.push_back(said_of(clause.figures[f], words, index));
    }
    remarks_until(clause.span.end);
  }

  /// 较上年(526条), (2023年为1530件): a figure of another time in brackets.
  void read_remark(const Clause& clause, const Remark& remark, std::size_t index) {
    if (remark.clauses.size() != 1 || remark.clauses[0].figures.size() != 1) return;
    const Clause& inner = remark.clauses[0];
    const std::string own = words_before(prose_, inner, 0);
    std::uint32_t from = clause.span.begin;
    for (const Quantity& figure : clause.figures) {
      if (figure.whole.end < remark.span.begin) from = figure.whole.end;
    }
    const std::string outer = words_of(prose_, clause, from, remark.span.begin - 1);
    const bool earlier = own.empty() ? names_another_time(outer) : names_another_time(own) && only_compares(own);
    if (!earlier || inner.figures[0].kind == Kind::times || inner.figures[0].kind == Kind::points) return;
    Said said;
    said.figure = inner.figures[0];
    said.amount = amount_of(said.figure, prose_.at(said.figure.span));
    said.role = Said::Role::before;
    said.clause = index;
    if (sentence_.size() < most_figures) sentence_.push_back(std::move(said));
  }

  void close() {
    for (std::size_t i = 0; i < sentence_.size(); ++i) {
      if (sentence_[i].role == Said::Role::change && sentence_[i].plain) change(i);
      if (sentence_[i].role == Said::Role::ratio) ratio(i);
      if (sentence_[i].role == Said::Role::reached) reached(i);
    }
    last_ = std::move(sentence_);
    sentence_.clear();
  }

  static bool comparable(const Quantity& a, const Quantity& b) {
    if (a.kind != b.kind) return false;
    return a.kind == Kind::percent ||
           (a.kind == Kind::number && !a.measure.empty() && same_measure(a.measure, b.measure));
  }

  /// The figure before that a change at `index` is measured from: the last one ahead of it, or one in brackets behind it.
  [[nodiscard]] std::optional<std::size_t> before_of(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
      if (sentence_[i].role == Said::Role::before) return i;
    }
    if (index + 1 < sentence_.size() && sentence_[index + 1].role == Said::Role::before &&
        sentence_[index + 1].clause == sentence_[index].clause)
      return index + 1;
    return std::nullopt;
  }

  /// Figures of now ahead of `index` that may be compared with `other`, the nearest first. What was reached stands for itself.
  [[nodiscard]] std::vector<const Said*> nows_before(std::size_t index, const Quantity& other) const {
    std::vector<const Said*> nows;
    for (std::size_t i = index; i-- > 0;) {
      const Said& said = sentence_[i];
      if (!comparable(said.figure, other)) continue;
      if (said.role == Said::Role::reached) return {&said};
      if (said.role == Said::Role::now) nows.push_back(&said);
    }
    if (nows.empty()) {
      for (std::size_t i = last_.size(); i-- > 0;) {
        if (last_[i].role == Said::Role::now && comparable(last_[i].figure, other)) nows.push_back(&last_[i]);
      }
    }
    return nows;
  }

  struct Reading {
    Fault fault = Fault::none;
    Decimal follows;
  };

  /// What a change must be if the figure went from `before` to `now`, and what is wrong with it.
  [[nodiscard]] Reading read_change(const Said& stated, const Amount& now, const Amount& before) const {
    Reading reading;
    const std::string_view text = prose_.at(stated.figure.span);
    const int decimals = shown_decimals(text);
    const bool rose = now.value > before.value;
    const Amount size =
        rose
            ? Amount{now.value - before.value, std::max<std::int64_t>(0, now.low - before.high), now.high - before.low}
            : Amount{before.value - now.value, std::max<std::int64_t>(0, before.low - now.high), before.high - now.low};
    bool fits = false;
    if (stated.figure.kind == Kind::percent) {
      reading.follows = percentage(size.value, before.value, decimals);
      fits = is_percentage(stated.figure, text, size, before);
    } else if (stated.figure.kind == Kind::times) {
      // 增长2倍 is often said of what doubled.
      reading.follows = quotient(size.value, before.value, decimals);
      fits = is_quotient(stated.figure, text, size, before) || is_quotient(stated.figure, text, now, before);
    } else {
      reading.follows = in_measure(size.value, stated.figure.measure);
      fits = size.meets(stated.amount);
    }
    const bool turned = now.value != before.value && rose != stated.rises && !now.meets(before);
    reading.fault = turned ? Fault::direction : fits ? Fault::none : Fault::differs;
    return reading;
  }

  void change(std::size_t index) {
    const Said& stated = sentence_[index];
    const auto at = before_of(index);
    if (!at) {
      if (!between_years(index)) from_difference(index);
      return;
    }
    const Said& before = sentence_[*at];
    if (before.amount.low <= 0 || !same_subject(*at, index)) return;
    if (stated.figure.kind == Kind::number && !comparable(stated.figure, before.figure)) return;
    std::vector<const Said*> candidates = nows_before(std::min(*at, index), before.figure);
    bool sure = before.plain && are_near(candidates, *at);
    // What was reached stands behind the figure before: 由12件增至20件,增长66.7%.
    for (std::size_t i = *at; i < index; ++i) {
      if (sentence_[i].role == Said::Role::reached && comparable(sentence_[i].figure, before.figure)) {
        candidates = {&sentence_[i]};
        sure = true;
      }
    }
    if (candidates.empty()) return;
    if (before.figure.kind == Kind::percent) {
      if (sure) points(stated, *candidates[0], before);
      return;
    }
    judge(stated, candidates, before, sure);
  }

  /// Whether the nearest of several figures that may be meant stands right before the comparison.
  [[nodiscard]] bool are_near(const std::vector<const Said*>& nows, std::size_t before) const {
    if (nows.size() <= 1) return true;
    const bool here =
        std::any_of(sentence_.begin(), sentence_.end(), [&](const Said& said) { return &said == nows[0]; });
    return here && sentence_[before].clause - nows[0]->clause <= 1;
  }

  /// Whether nothing that compares something else stands between the figure before and the change.
  [[nodiscard]] bool same_subject(std::size_t before, std::size_t change) const {
    for (std::size_t i = before + 1; i < change; ++i) {
      const Said& between = sentence_[i];
      const bool goes_on = between.role == Said::Role::reached ||
                           ((between.role == Said::Role::change || between.role == Said::Role::ratio) && between.plain);
      if (!goes_on) return false;
    }
    return true;
  }

  void judge(const Said& stated, const std::vector<const Said*>& nows, const Said& before, bool sure) {
    std::vector<Amount> amounts;
    Amount sum;
    for (const Said* now : nows) {
      amounts.push_back(now->amount);
      sum += now->amount;
    }
    const Said* fitting = nullptr;
    for (std::size_t i = 0; i < nows.size() && fitting == nullptr; ++i) {
      if (read_change(stated, amounts[i], before.amount).fault == Fault::none) fitting = nows[i];
    }
    if (fitting == nullptr && nows.size() > 1 && read_change(stated, sum, before.amount).fault == Fault::none) return;
    const Said& now = fitting != nullptr ? *fitting : *nows[0];
    const Reading reading = read_change(stated, now.amount, before.amount);
    add(stated, now, before, reading.follows, sure ? reading.fault : Fault::none,
        fitting == nullptr && !sure ? Status::unreadable : Status::held);
  }

  /// 2023年公开860条,2022年公开812条,同比增长5.9%: the only two figures of the sentence, of the same and a year apart.
  bool between_years(std::size_t index) {
    const Said& stated = sentence_[index];
    if (index < 2) return false;
    const Said* later = &sentence_[index - 2];
    const Said* earlier = &sentence_[index - 1];
    if (later->year < earlier->year) std::swap(later, earlier);
    if (earlier->year == 0 || later->year != earlier->year + 1) return false;
    const bool same = only_compares(earlier->subject) || later->subject.starts_with(earlier->subject) ||
                      later->subject.ends_with(earlier->subject);
    if (!same) return false;
    if (!comparable(later->figure, earlier->figure) || earlier->amount.low <= 0) return false;
    if (stated.figure.kind == Kind::number && !comparable(stated.figure, later->figure)) return false;
    if (stated.figure.kind == Kind::points || later->figure.kind != Kind::number) return false;
    const bool alone = std::all_of(sentence_.begin(), sentence_.begin() + static_cast<std::ptrdiff_t>(index - 2),
                                   [&](const Said& said) { return !comparable(said.figure, later->figure); });
    if (!alone) return false;
    const Reading reading = read_change(stated, later->amount, earlier->amount);
    add(stated, *later, *earlier, reading.follows, reading.fault, Status::held);
    return true;
  }

  /// 比上年增加5件,增长25%: what it was before follows from the difference.
  void from_difference(std::size_t index) {
    const Said& stated = sentence_[index];
    if (stated.figure.kind != Kind::percent || index == 0) return;
    const Said& difference = sentence_[index - 1];
    if (difference.role != Said::Role::change || !difference.plain || difference.figure.kind != Kind::number) return;
    const std::vector<const Said*> nows = nows_before(index - 1, difference.figure);
    if (nows.empty() || difference.rises != stated.rises) return;
    const auto before_of = [&](const Said& now) {
      Said before = difference;
      const std::int64_t sign = difference.rises ? -1 : 1;
      const Amount& d = difference.amount;
      before.amount = {now.amount.value + sign * d.value, now.amount.low + sign * (sign < 0 ? d.high : d.low),
                       now.amount.high + sign * (sign < 0 ? d.low : d.high)};
      return before;
    };
    const Said* fitting = nullptr;
    for (const Said* now : nows) {
      const Said before = before_of(*now);
      if (before.amount.low <= 0) return;
      if (fitting == nullptr && read_change(stated, now->amount, before.amount).fault == Fault::none) fitting = now;
    }
    const Said& now = fitting != nullptr ? *fitting : *nows[0];
    const Reading reading = read_change(stated, now.amount, before_of(now).amount);
    // Of several figures the one that is meant is not told.
    const bool open = fitting == nullptr && nows.size() > 1;
    add(stated, now, difference, reading.follows, open ? Fault::none : reading.fault,
        open ? Status::unreadable : Status::held);
  }

  /// 由80%提高到85%,提高5个百分点: a difference of percentages.
  void points(const Said& stated, const Said& now, const Said& before) {
    const Amount& a = now.amount;
    const Amount& b = before.amount;
    const bool rose = a.value > b.value;
    const std::int64_t size = rose ? a.value - b.value : b.value - a.value;
    const Decimal follows(size, 2);
    const bool turned = a.value != b.value && rose != stated.rises;
    if (stated.figure.kind == Kind::points) {
      const Amount difference{size, rose ? a.low - b.high : b.low - a.high, rose ? a.high - b.low : b.high - a.low};
      const Fault fault = turned ? Fault::direction : difference.meets(stated.amount) ? Fault::none : Fault::differs;
      add(stated, now, before, follows, fault, Status::held);
    } else if (stated.figure.kind == Kind::percent) {
      const Reading reading = read_change(stated, a, b);
      if (reading.fault == Fault::none) {
        add(stated, now, before, reading.follows, Fault::none, Status::held);
      } else if (!turned && size == stated.amount.value) {
        add(stated, now, before, follows, Fault::points, Status::held);
        comparisons_.back().certainty = Certainty::possible;
      }
    }
  }

  /// 是2021年10件的2.5倍
  void ratio(std::size_t index) {
    if (index == 0 || sentence_[index - 1].clause != sentence_[index].clause) return;
    const Said& stated = sentence_[index];
    const Said& before = sentence_[index - 1];
    const bool earlier = before.role == Said::Role::before || before.role == Said::Role::now;
    if (!earlier || before.amount.low <= 0 || before.figure.kind != Kind::number) return;
    const std::vector<const Said*> nows = nows_before(index - 1, before.figure);
    if (nows.empty()) return;
    const std::string_view text = prose_.at(stated.figure.span);
    const auto fits = [&](const Said* now) { return is_quotient(stated.figure, text, now->amount, before.amount); };
    const auto fitting = std::find_if(nows.begin(), nows.end(), fits);
    const Said& now = fitting != nows.end() ? **fitting : *nows[0];
    const Decimal follows = quotient(now.amount.value, before.amount.value, shown_decimals(text));
    const bool open = fitting == nows.end() && (nows.size() > 1 || before.role == Said::Role::now);
    add(stated, now, before, follows, fitting != nows.end() || open ? Fault::none : Fault::differs,
        open ? Status::unreadable : Status::held);
  }

  /// 由20件增至12件
  void reached(std::size_t index) {
    if (index == 0) return;
    const Said& now = sentence_[index];
    const Said& before = sentence_[index - 1];
    if (before.role != Said::Role::before || before.clause != now.clause || !comparable(now.figure, before.figure))
      return;
    if (now.amount.meets(before.amount)) return;
    const bool rose = now.amount.value > before.amount.value;
    const std::int64_t size = rose ? now.amount.value - before.amount.value : before.amount.value - now.amount.value;
    if (rose == now.rises) return;
    add(now, now, before, in_measure(size, now.figure.measure), Fault::direction, Status::held);
  }

  void add(const Said& stated, const Said& now, const Said& before, Decimal follows, Fault fault, Status status) {
    Comparison comparison;
    comparison.kind = Comparison::Kind::change;
    comparison.stated = mention_of(stated.figure);
    comparison.others = {mention_of(now.figure), mention_of(before.figure)};
    comparison.follows = follows;
    comparison.status = fault != Fault::none ? Status::failed : status;
    comparison.fault = fault;
    comparison.certainty = fault != Fault::none ? Certainty::likely : Certainty::certain;
    comparisons_.push_back(std::move(comparison));
  }

  const Prose& prose_;
  std::vector<Comparison>& comparisons_;
  std::vector<Said> sentence_;
  std::vector<Said> last_;  // the sentence before
};

}  // namespace

std::vector<Comparison> compare_changes(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs) {
  std::vector<Comparison> comparisons;
  for (const ParagraphClauses& one : paragraphs) Reader(prose, comparisons).run(one.clauses);
  return comparisons;
}

}  // namespace gouji
