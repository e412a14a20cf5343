#include "parts.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "sort.h"
#include "words.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;
using Opening = PartList::Opening;
using Restart = Portion::Restart;
using Sort = Portion::Sort;
using Status = Comparison::Status;

constexpr std::int64_t one = 100;  // an Amount of one piece

Amount sum_of(const std::vector<Portion>& parts, std::size_t from, std::size_t to) {
  Amount sum;
  for (std::size_t i = from; i < to; ++i) sum += parts[i].amount;
  return sum;
}

Comparison comparison_of(const Portion& total, const std::vector<Portion>& parts, std::size_t from, std::size_t to) {
  Comparison comparison;
  comparison.kind = Comparison::Kind::parts;
  comparison.stated = mention_of(total.figure);
  for (std::size_t i = from; i < to; ++i) comparison.others.push_back(mention_of(parts[i].figure));
  comparison.follows = in_measure(sum_of(parts, from, to).value, total.figure.measure);
  return comparison;
}

/// Whether one slip of the pen makes `written` of `meant`: a digit wrong, left out, put in, or two exchanged.
bool is_slip(std::int64_t written, std::int64_t meant) {
  const std::string a = std::to_string(written);
  const std::string b = std::to_string(meant);
  std::size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
  const std::string_view x = std::string_view(a).substr(same);
  const std::string_view y = std::string_view(b).substr(same);
  if (x.size() == y.size()) {
    if (x.empty()) return false;
    return x.substr(1) == y.substr(1) || (x.size() > 1 && x[0] == y[1] && x[1] == y[0] && x.substr(2) == y.substr(2));
  }
  return (x.size() == y.size() + 1 && x.substr(1) == y) || (y.size() == x.size() + 1 && y.substr(1) == x);
}

/// Names the one figure of which a slip would settle a failed sum.
void find_cause(Comparison& comparison, const Portion& total, const std::vector<Portion>& parts, std::size_t from,
                std::size_t to) {
  const auto settles = [&](const Portion& part, std::int64_t amount) {
    return amount >= 0 && amount % one == 0 && is_slip(part.amount.value / one, amount / one);
  };
  if (!total.amount.is_exact() || total.figure.is_money()) return;
  const std::int64_t sum = sum_of(parts, from, to).value;
  std::size_t found = 0;
  const auto note = [&](const Portion& part, std::int64_t amount) {
    if (!part.amount.is_exact() || !settles(part, amount)) return;
    ++found;
    comparison.cause = mention_of(part.figure);
    comparison.repaired = Decimal(amount / one);
  };
  note(total, sum);
  for (std::size_t i = from; i < to; ++i) note(parts[i], total.amount.value - (sum - parts[i].amount.value));
  if (found != 1) {
    comparison.cause.reset();
    comparison.repaired = Decimal();
  }
}

class Judge {
 public:
  Judge(const Prose& prose, const PartList& list) : prose_(prose), list_(list), parts_(list.parts) {}

  void run(std::vector<Comparison>& comparisons) {
    constexpr std::uint32_t longest = 6000;  // bytes; more is no list of one sentence
    if (parts_.back().figure.span.end - list_.totals.back().figure.span.begin > longest) return;
    if (all_measures_together(comparisons)) return;
    const Portion* total = nullptr;
    for (const Portion& candidate : list_.totals) {
      if (total == nullptr && sorts_whole(candidate)) total = &candidate;
    }
    if (total == nullptr && is_sum_of_totals()) return;
    total_ = total != nullptr ? total : &list_.totals[0];
    if (list_.resumed && total_ != &list_.totals[0] && !has_greater_part(list_.totals[0])) {
      // The parts make the first total, but may be meant as those of the last figure.
      comparisons.push_back(comparison_of(list_.totals[0], parts_, 0, parts_.size()));
      comparisons.back().status = Status::unreadable;
      return;
    }
    bound_ = bound();
    for (std::size_t i = 0; i < parts_.size();) {
      const std::size_t end = run_end(i, *total_);
      judge(i, end, comparisons);
      i = end;
    }
  }

 private:
  /// 148篇,其中25篇、11期、112条: measures left aside, the parts make the whole.
  bool all_measures_together(std::vector<Comparison>& comparisons) const {
    if (list_.others.empty() || parts_.empty() || list_.others.size() + parts_.size() < 3) return false;
    std::vector<Portion> all = parts_;
    all.insert(all.end(), list_.others.begin(), list_.others.end());
    sort(all, [](const Portion& a, const Portion& b) { return a.figure.span.begin < b.figure.span.begin; });
    for (const Portion& part : all) {
      if (part.figure.is_money()) return false;
    }
    const Portion& total = list_.totals[0];
    if (!total.amount.meets(sum_of(all, 0, all.size()))) return false;
    comparisons.push_back(comparison_of(total, all, 0, all.size()));
    return true;
  }

  /// 收到34件,上年结转2件,其中…: the parts of both.
  [[nodiscard]] bool is_sum_of_totals() const {
    if (list_.totals.size() < 2) return false;
    Amount totals;
    for (const Portion& total : list_.totals) totals += total.amount;
    return totals.meets(sum_of(parts_, 0, parts_.size()));
  }

  /// Where the longest run of parts from `from` on ends that make up `total`; the next restart where none do.
  [[nodiscard]] std::size_t run_end(std::size_t from, const Portion& total) const {
    Amount sum;
    std::size_t found = 0;
    std::size_t restart = 0;
    for (std::size_t i = from; i < parts_.size(); ++i) {
      if (i > from && restart == 0 && parts_[i].restart != Restart::no) restart = i;
      sum += parts_[i].amount;
      const bool may_end = i + 1 == parts_.size() || parts_[i + 1].restart != Restart::no;
      // Parts that make an exact total to the piece are a sorting of it, whatever follows.
      const bool exact = total.amount.is_exact() && sum.is_exact() && i > from &&
                         !(i + 1 < parts_.size() && is_exclusive(i) && parts_[i].sort == parts_[i + 1].sort);
      if ((may_end || exact) && total.amount.meets(sum)) found = i + 1;
      if (sum.low > total.amount.high && (found != 0 || restart != 0)) break;
    }
    return found != 0 ? found : restart != 0 ? restart : parts_.size();
  }

  [[nodiscard]] bool sorts_whole(const Portion& total) const {
    for (std::size_t i = 0; i < parts_.size();) {
      const std::size_t end = run_end(i, total);
      if (total.amount.meets(sum_of(parts_, i, end)) && (end - i > 1 || list_.totals.size() == 1)) return true;
      i = end;
    }
    return false;
  }

  [[nodiscard]] bool has_greater_part(const Portion& total) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const Portion& part) { return part.amount.low > total.amount.high; });
  }

  [[nodiscard]] bool is_about(std::string_view matter) const {
    return (total_->before + total_->behind).find(matter) != std::string::npos;
  }

  /// Whether a part cannot also be counted as another of its sort.
  [[nodiscard]] bool is_exclusive(std::size_t i) const {
    const Sort sort = parts_[i].sort;
    return sort == Sort::applicant || sort == Sort::request_channel || sort == Sort::result || sort == Sort::origin;
  }

  /// 收到34件,办结30件: the same applications, first coming in, then going out.
  [[nodiscard]] bool one_flow() const {
    if (list_.totals.size() != 2) return false;
    const Portion& in = list_.totals[1];
    const Portion& out = list_.totals[0];
    return has_word(in.before, words::intake_verbs) && has_word(out.before, words::handling_verbs) &&
           !has_word(out.before + out.behind, words::carrying);
  }

  /// What the parts cannot exceed in any reading.
  [[nodiscard]] std::int64_t bound() const {
    std::int64_t most = 0;
    std::int64_t all = 0;
    for (const Portion& total : list_.totals) {
      most = std::max(most, total.amount.high);
      all += total.amount.high;
    }
    return one_flow() ? most : all;
  }

  void judge(std::size_t from, std::size_t to, std::vector<Comparison>& comparisons) const {
    Comparison comparison = comparison_of(*total_, parts_, from, to);
    const Amount sum = sum_of(parts_, from, to);
    const bool sure = from == 0 || parts_[from].restart != Restart::maybe;
    if (total_->amount.meets(sum) && (sure || to - from > 1)) {
      comparisons.push_back(std::move(comparison));
    } else if (!sure) {
      return;  // perhaps no part of this total at all
    } else if (sum.low > total_->amount.high) {
      exceeding(from, to, sum, comparison);
      comparisons.push_back(std::move(comparison));
    } else {
      comparison.whole = false;
      falling_short(from, to, sum, comparison);
      comparisons.push_back(std::move(comparison));
    }
  }

  void fail(Comparison& comparison, Fault fault, Certainty certainty, std::size_t from, std::size_t to) const {
    comparison.status = Status::failed;
    comparison.fault = fault;
    comparison.certainty = certainty;
    comparison.whole = true;
    find_cause(comparison, *total_, parts_, from, to);
  }

  void exceeding(std::size_t from, std::size_t to, const Amount& sum, Comparison& comparison) const {
    comparison.status = Status::unreadable;
    const Portion& first = parts_[from];
    if (!list_.resumed && sum.low <= bound_) return;
    const bool about_requests = is_about("申请");
    if (first.restart == Restart::by_sort && !about_requests) return;
    if (told_elsewhere(sum.low - total_->amount.high, true)) return;
    // A part that is greater than the total speaks of another one, where the total is not in the sentence or the measure
    // counts all kinds of things.
    const bool doubtful = list_.across || !is_one_of(total_->figure.measure, words::noted_measures);
    if (doubtful && has_greater_part(*total_)) return;
    if (list_.across && has_word(total_->before + total_->behind, words::carrying)) return;
    const bool alone = to - from == 1;
    if (!alone && (may_overlap(from, to) || has_sums_within(from, to))) return;
    Sort sort = first.sort;
    bool channels = false;
    for (std::size_t i = from; i < to; ++i) {
      channels = channels || (parts_[i].sort == Sort::channel && !about_requests);
      if (parts_[i].sort != sort) sort = Sort::none;
    }
    const Evidence evidence = evidence_of(from, to);
    if (evidence == Evidence::none) return;
    Certainty certainty = evidence == Evidence::strong ? Certainty::certain : Certainty::likely;
    const auto at_most = [&](Certainty limit) { certainty = std::max(certainty, limit); };
    if (list_.opening != Opening::among) at_most(Certainty::likely);
    if (list_.opening == Opening::respectively && sort == Sort::none) return;
    if (list_.resumed) {
      // 其中门户网站125件,其中文件20件: the last figure, unless the list goes back to the first.
      if (has_greater_part(*total_)) return;
    } else if (list_.totals.size() > 1 && !one_flow()) {
      return;
    }
    if (list_.totals.size() > 1 || !list_.near) at_most(Certainty::likely);
    if (alone && !(about_requests && sort != Sort::none && sort != Sort::channel)) at_most(Certainty::likely);
    // A request may be about several matters.
    if (about_requests && sort == Sort::none) at_most(Certainty::likely);
    // What was answered may have been received the year before.
    if (about_requests && (sort == Sort::result || sort == Sort::progress)) at_most(Certainty::likely);
    for (std::size_t i = from; i < to; ++i) {
      if (!parts_[i].figure.measure.empty() && parts_[i].figure.measure != total_->figure.measure)
        at_most(Certainty::likely);
    }
    if (channels && !alone) {
      if (list_.opening != Opening::among || deduplicated()) return;
      at_most(Certainty::possible);
    }
    bool exclusive = about_requests || is_about("复议") || is_about("诉讼");
    for (std::size_t i = from; exclusive && i < to; ++i) exclusive = is_exclusive(i) || sort == Sort::none;
    if (!exclusive && counted_within(from, to, sum)) at_most(Certainty::possible);
    fail(comparison, Fault::exceeds, certainty, from, to);
  }

  enum class Evidence : std::uint8_t { none, weak, strong };

  /// How sure it is that the parts are all of this total, and none of them stands beside it: 建议35件,其中主办20件,提案48件.
  [[nodiscard]] Evidence evidence_of(std::size_t from, std::size_t to) const {
    if (list_.apart || to - from == 1) return Evidence::strong;
    bool close = true;
    bool alike = is_exclusive(from);
    for (std::size_t i = from + 1; i < to; ++i) {
      close = close && parts_[i].sign == Sign::pause;
      alike = alike && parts_[i].sort == parts_[from].sort;
    }
    if (close || alike || are_parallel(from, to)) return Evidence::strong;
    if (!is_one_of(total_->figure.measure, words::noted_measures)) return Evidence::none;
    return to - from > 2 ? Evidence::strong : Evidence::weak;
  }

  /// 机构职能类, 政策文件类: labels that begin or end alike.
  [[nodiscard]] bool are_parallel(std::size_t from, std::size_t to) const {
    constexpr std::size_t han = 3;
    const std::string& first = parts_[from].before;
    if (first.size() < han) return false;
    const std::string_view begin = std::string_view(first).substr(0, han);
    const std::string_view end = std::string_view(first).substr(first.size() - han);
    bool begins = true;
    bool ends = true;
    for (std::size_t i = from + 1; i < to; ++i) {
      begins = begins && parts_[i].before.starts_with(begin);
      ends = ends && parts_[i].before.ends_with(end);
    }
    return begins || ends;
  }

  /// Whether one thing may well be in several of the parts: a document with a text and a film, a person with two properties.
  [[nodiscard]] bool may_overlap(std::size_t from, std::size_t to) const {
    if (is_one_of(total_->figure.measure, words::people)) return true;
    for (std::size_t i = from; i < to; ++i) {
      const std::string words = parts_[i].before + parts_[i].behind;
      if (has_word(words, words::overlapping) && parts_[i].sort != Sort::result) return true;
      if (!is_exclusive(i) && parts_[i].amount.value == total_->amount.value) return true;
    }
    return false;
  }

  /// 属于公开范围12件,予以公开10件,部分公开2件: parts of a part, without brackets. Left out, the rest is not too much.
  [[nodiscard]] bool has_sums_within(std::size_t from, std::size_t to) const {
    Amount rest = sum_of(parts_, from, to);
    for (std::size_t i = from; i < to; ++i) {
      Amount inner;
      for (std::size_t j = i + 1; j < to && inner.value < parts_[i].amount.value; ++j) {
        inner += parts_[j].amount;
        if (j < i + 2 || inner.value != parts_[i].amount.value) continue;
        rest.low -= inner.low;
        rest.high -= inner.high;
        i = j;
        break;
      }
    }
    return rest.low <= total_->amount.high && rest.high >= total_->amount.low;
  }

  /// 其中动态1744条、政务393条、解读21条、回应2条 of 2139条: what is too much is one of the parts, so that it may be counted
  /// within the others.
  [[nodiscard]] bool counted_within(std::size_t from, std::size_t to, const Amount& sum) const {
    if (!total_->amount.is_exact() || to - from < 3) return false;
    return std::any_of(parts_.begin() + static_cast<std::ptrdiff_t>(from),
                       parts_.begin() + static_cast<std::ptrdiff_t>(to),
                       [&](const Portion& part) { return sum.value - part.amount.value == total_->amount.value; });
  }

  void falling_short(std::size_t from, std::size_t to, const Amount& sum, Comparison& comparison) const {
    if (from != 0 || to != parts_.size() || !list_.closed || list_.partial || list_.totals.size() > 1) return;
    if (!list_.others.empty() || list_.opening == Opening::including || deduplicated()) return;
    if (evidence_of(from, to) != Evidence::strong) return;
    for (std::size_t i = 1; i < to; ++i) {
      if (parts_[i].restart != Restart::no) return;
    }
    const std::int64_t missing = total_->amount.low - sum.high;
    bool channels = false;
    for (const Portion& part : parts_) channels = channels || part.sort == Sort::channel;
    const bool exhaustive = list_.opening == Opening::respectively || ends_with_rest() || both_applicants();
    const bool nearly = missing * 10 <= total_->amount.low || missing == one || digit_slip(sum);
    if (!(exhaustive && missing * 2 <= total_->amount.low) && !(to >= 3 && nearly && !channels)) return;
    if (told_elsewhere(missing, false)) return;
    fail(comparison, Fault::falls_short, may_be_pending() ? Certainty::possible : Certainty::likely, from, to);
  }

  /// 收到8件,其中予以公开4件…: the rest may not have been answered yet.
  [[nodiscard]] bool may_be_pending() const {
    bool results = false;
    for (const Portion& part : parts_) {
      if (has_word(part.before + part.behind, words::carrying)) return false;
      results = results || part.sort == Sort::result || part.sort == Sort::progress;
    }
    return results && has_word(total_->before, words::intake_verbs);
  }

  [[nodiscard]] bool digit_slip(const Amount& sum) const {
    const Amount& total = total_->amount;
    if (!total.is_exact() || !sum.is_exact() || total_->figure.is_money() || total.value % one != 0) return false;
    return std::any_of(parts_.begin(), parts_.end(), [&](const Portion& part) {
      const std::int64_t meant = total.value - (sum.value - part.amount.value);
      return part.amount.value >= 10 * one && is_slip(part.amount.value / one, meant / one);
    });
  }

  /// 其他12件 at the end: nothing is left out.
  [[nodiscard]] bool ends_with_rest() const {
    const Portion& last = parts_.back();
    const std::string_view rest = leading_word(last.before, words::rest_words);
    return parts_.size() > 1 && !rest.empty() &&
           (last.before.size() == rest.size() ||
            is_one_of(std::string_view(last.before).substr(rest.size()), words::rest_tails));
  }

  /// 自然人 and 法人或其他组织: whoever applies is one of them.
  [[nodiscard]] bool both_applicants() const {
    const auto names = [&](std::string_view name) {
      return std::any_of(parts_.begin(), parts_.end(), [&](const Portion& part) {
        return (part.before + part.behind).find(name) != std::string::npos;
      });
    };
    return parts_.size() == 2 && names("自然人") &&
           (names("法人或其他组织") || names("法人及其他组织") || names("法人和其他组织"));
  }

  /// The words around the list.
  [[nodiscard]] ProseSpan surroundings() const {
    constexpr std::uint32_t around = 450;
    const std::uint32_t begin = total_->figure.span.begin;
    const std::uint32_t end = parts_.back().figure.span.end;
    return {std::max(list_.paragraph.begin, begin > around ? begin - around : 0),
            std::min(list_.paragraph.end, end + around)};
  }

  /// 不同渠道发布的同一信息计为1条
  [[nodiscard]] bool deduplicated() const { return has_word(prose_.at(surroundings()), words::overlap_words); }

  /// Whether the sentences around name the difference: 另有2件…; or, if `carried` only, 上年结转2件.
  [[nodiscard]] bool told_elsewhere(std::int64_t difference, bool carried) const {
    constexpr std::uint32_t before = 36;
    const auto figures = prose_.quantities_in(surroundings());
    return std::any_of(figures.begin(), figures.end(), [&](const Quantity& figure) {
      if (figure.kind != Quantity::Kind::number || !same_measure(figure.measure, total_->figure.measure)) return false;
      const auto is = [&](const Portion& part) { return part.figure.span == figure.span; };
      if (std::any_of(parts_.begin(), parts_.end(), is) || is(*total_)) return false;
      const std::uint32_t from =
          std::max(list_.paragraph.begin, figure.span.begin - std::min(before, figure.span.begin));
      if (carried && !has_word(prose_.at({from, figure.span.begin}), words::carrying)) return false;
      return amount_of(figure, prose_.at(figure.span)).value == difference;
    });
  }

  const Prose& prose_;
  const PartList& list_;
  const std::vector<Portion>& parts_;
  const Portion* total_ = nullptr;
  std::int64_t bound_ = 0;
};

}  // namespace

std::vector<Comparison> compare_parts(const Prose& prose, const std::vector<PartList>& lists) {
  std::vector<Comparison> comparisons;
  for (const PartList& list : lists) Judge(prose, list).run(comparisons);
  return comparisons;
}

}  // namespace gouji
