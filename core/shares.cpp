#include "shares.h"

#include <algorithm>
#include <string>

#include "ratio.h"
#include "words.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;
using Status = Comparison::Status;

class Judge {
 public:
  Judge(const Prose& prose, const PartList& list) : prose_(prose), list_(list) {}

  void run(std::vector<Comparison>& comparisons) {
    for (const Portion& part : list_.parts) {
      if (part.share) sharing_.push_back(&part);
    }
    if (sharing_.empty()) return;
    find_total();
    for (const Portion* part : sharing_) compare(*part, comparisons);
  }

 private:
  /// The total that the parts make up, or the only one there is.
  void find_total() {
    Amount sum;
    for (const Portion& part : list_.parts) sum += part.amount;
    for (const Portion& total : list_.totals) {
      if (total.amount.meets(sum) && !made_up_) {
        total_ = &total;
        made_up_ = list_.parts.size() > 1;
      }
    }
    if (total_ == nullptr) total_ = &list_.totals[0];
  }

  [[nodiscard]] bool fits(const Portion& part, const Amount& whole) const {
    return whole.high > 0 && is_percentage(*part.share, prose_.at(part.share->span), part.amount, whole);
  }

  void compare(const Portion& part, std::vector<Comparison>& comparisons) const {
    Comparison comparison;
    comparison.kind = Comparison::Kind::share;
    comparison.stated = mention_of(*part.share);
    comparison.others = {mention_of(part.figure), mention_of(total_->figure)};
    comparison.follows =
        percentage(part.amount.value, total_->amount.value, shown_decimals(prose_.at(part.share->span)));
    if (!fits(part, total_->amount)) {
      comparison.status = Status::unreadable;
      if (is_surely_of_total(part) && !fits_another(part)) {
        comparison.status = Status::failed;
        comparison.fault = Fault::differs;
        comparison.certainty = Certainty::likely;
      }
    }
    comparisons.push_back(std::move(comparison));
  }

  [[nodiscard]] bool is_surely_of_total(const Portion& part) const {
    if (total_->amount.high == 0 || part.amount.low > total_->amount.high) return false;
    if (!made_up_ && (list_.totals.size() > 1 || part.restart == Portion::Restart::maybe || list_.resumed))
      return false;
    // 占比 and 占总数的 say what it is a share of; 占办结数的 says that it is of something else.
    const std::string_view words = part.share_words;
    const std::string_view own = leading_word(words, words::share_words);
    const std::string_view base = words.substr(own.size());
    if (!base.empty() && !is_one_of(base, words::share_bases)) return false;
    const auto agrees = [&](const Portion* other) { return other != &part && fits(*other, total_->amount); };
    const bool others_agree = std::any_of(sharing_.begin(), sharing_.end(), agrees);
    // (17.46%) may be anything where no other such figure is a share.
    if (own.empty() && !others_agree) return false;
    if (made_up_ || others_agree) return true;
    // 收到34件。其中予以公开20件,占66.7%: of those that were answered.
    const bool answered = part.sort == Portion::Sort::result || part.sort == Portion::Sort::progress;
    return sharing_.size() == 1 && (!answered || has_word(total_->before, words::handling_verbs));
  }

  /// Whether another figure around could be what it is a share of: 收到34件,办结30件.
  [[nodiscard]] bool fits_another(const Portion& part) const {
    constexpr std::uint32_t around = 450;
    const std::uint32_t begin = part.figure.span.begin;
    const ProseSpan before{std::max(list_.paragraph.begin, begin > around ? begin - around : 0),
                           std::min(list_.paragraph.end, list_.parts.back().figure.span.end + around)};
    Amount sum;
    for (const Portion& other : list_.parts) sum += other.amount;
    if (fits(part, sum)) return true;
    Amount totals;
    for (const Portion& total : list_.totals) totals += total.amount;
    if (fits(part, totals)) return true;
    const auto figures = prose_.quantities_in(before);
    return std::any_of(figures.begin(), figures.end(), [&](const Quantity& figure) {
      return figure.kind == Quantity::Kind::number && same_measure(figure.measure, total_->figure.measure) &&
             figure.span != part.figure.span && fits(part, amount_of(figure, prose_.at(figure.span)));
    });
  }

  const Prose& prose_;
  const PartList& list_;
  std::vector<const Portion*> sharing_;
  const Portion* total_ = nullptr;
  bool made_up_ = false;  // whether the parts are all of the total
};

/// 收到留言87条,办结80条,办结率92%: a rate with both its figures before it.
class Rates {
 public:
  Rates(const Prose& prose, std::vector<Comparison>& comparisons) : prose_(prose), comparisons_(comparisons) {}

  void run(const std::vector<Clause>& clauses) {
    std::vector<Portion> counted;  // of the sentence
    for (const Clause& clause : clauses) {
      if (clause.before == Sign::stop || clause.before == Sign::semicolon) counted.clear();
      for (std::size_t f = 0; f < clause.figures.size(); ++f) {
        if (clause.counts[f]) {
          Portion portion;
          portion.figure = clause.figures[f];
          portion.amount = amount_of(portion.figure, prose_.at(portion.figure.span));
          portion.before = words_before(prose_, clause, f);
          portion.behind = words_behind(prose_, clause, f);
          counted.push_back(std::move(portion));
        } else if (clause.figures[f].kind == Quantity::Kind::percent) {
          compare(clause.figures[f], words_before(prose_, clause, f), counted);
        }
      }
    }
  }

 private:
  void compare(const Quantity& rate, std::string_view words, const std::vector<Portion>& counted) {
    const std::string_view tail = trailing_word(words, words::rate_tails);
    if (tail.empty() || has_word(words, words::timely) || counted.size() != 2) return;
    const std::string_view done = trailing_word(words.substr(0, words.size() - tail.size()), words::rated);
    const Portion& whole = counted[0];
    const Portion& part = counted[1];
    const auto says = [&](std::string_view word) {
      return (part.before + part.behind).find(word) != std::string::npos;
    };
    if (done.empty() || !(says(done) || (done == "回收" && says("收回")))) return;
    if (!has_word(whole.before, words::sent_verbs) || !same_measure(whole.figure.measure, part.figure.measure)) return;
    // What is disclosed may be of another kind than what was received, unless it is said to be among it.
    if (done == "公开" && !says("其中")) return;
    // 办结率100% speaks of what was due.
    if (whole.amount.low == 0 || part.amount.value > whole.amount.value || rate.value == Decimal(100)) return;
    Comparison comparison;
    comparison.kind = Comparison::Kind::share;
    comparison.stated = mention_of(rate);
    comparison.others = {mention_of(part.figure), mention_of(whole.figure)};
    const std::string_view text = prose_.at(rate.span);
    comparison.follows = percentage(part.amount.value, whole.amount.value, shown_decimals(text));
    if (!is_percentage(rate, text, part.amount, whole.amount)) {
      comparison.status = Status::failed;
      comparison.fault = Fault::differs;
      comparison.certainty = Certainty::likely;
    }
    comparisons_.push_back(std::move(comparison));
  }

  const Prose& prose_;
  std::vector<Comparison>& comparisons_;
};

/// 动态类占72%,文件类占35%,其他占13%: percentages of one list.
class Sums {
 public:
  Sums(const Prose& prose, std::vector<Comparison>& comparisons) : prose_(prose), comparisons_(comparisons) {}

  void run(const std::vector<Clause>& clauses) {
    std::vector<Quantity> shares;
    bool overlapping = false;
    for (const Clause& clause : clauses) {
      const bool ends = clause.before == Sign::stop;
      const std::string words = words_of(prose_, clause);
      const bool is_share = clause.figures.size() == 1 && clause.figures[0].kind == Quantity::Kind::percent &&
                            leading_word(words, words::share_words).empty() &&
                            !trailing_word(words_before(prose_, clause, 0), words::share_words).empty();
      if (ends || !is_share) {
        if (!overlapping) add(shares);
        shares.clear();
        overlapping = false;
      }
      if (!is_share) continue;
      shares.push_back(clause.figures[0]);
      overlapping = overlapping || sort_of(words) == Portion::Sort::channel || has_word(words, words::overlapping);
    }
    if (!overlapping) add(shares);
  }

 private:
  void add(const std::vector<Quantity>& shares) {
    if (shares.size() < 3) return;
    Comparison comparison;
    comparison.kind = Comparison::Kind::shares;
    Amount sum;
    std::int64_t rounding = 20;
    for (const Quantity& share : shares) {
      const std::string_view text = prose_.at(share.span);
      const int decimals = shown_decimals(text);
      sum += amount_of(share, text);
      // Half a unit of the last digit that is shown.
      rounding += decimals == 0 ? 50 : decimals == 1 ? 5 : 1;
      comparison.others.push_back(mention_of(share));
    }
    comparison.stated = mention_of(shares.back());
    comparison.follows = Decimal(sum.value, 2);
    constexpr std::int64_t hundred = 100'00;
    comparison.whole = sum.high >= hundred;
    if (sum.value > hundred + rounding && sum.low > hundred) {
      comparison.status = Status::failed;
      comparison.fault = Fault::exceeds;
      comparison.certainty = Certainty::possible;
    }
    comparisons_.push_back(std::move(comparison));
  }

  const Prose& prose_;
  std::vector<Comparison>& comparisons_;
};

}  // namespace

std::vector<Comparison> compare_shares(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs,
                                       const std::vector<PartList>& lists) {
  std::vector<Comparison> comparisons;
  for (const PartList& list : lists) Judge(prose, list).run(comparisons);
  for (const ParagraphClauses& one : paragraphs) {
    Rates(prose, comparisons).run(one.clauses);
    Sums(prose, comparisons).run(one.clauses);
  }
  return comparisons;
}

}  // namespace gouji
