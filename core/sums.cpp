#include "sums.h"

#include <algorithm>
#include <string>

#include "part_list.h"
#include "words.h"

namespace gouji {
namespace {

using Certainty = Comparison::Certainty;
using Fault = Comparison::Fault;
using Sort = Portion::Sort;
using Status = Comparison::Status;

constexpr std::size_t farthest = 64;            // clauses before a sum
constexpr std::uint32_t longest_clause = 1200;  // bytes; more is no clause of a sentence

/// Figures in front of a sum, the last first.
struct Before {
  std::vector<Portion> parts;
  bool whole = true;    ///< the sentence begins with them
  bool alike = true;    ///< they speak of the same thing
  bool listed = false;  ///< a list of parts (其中) reaches into them
};

class Adder {
 public:
  Adder(const Prose& prose, std::vector<Comparison>& comparisons) : prose_(prose), comparisons_(comparisons) {}

  void run(const std::vector<Clause>& clauses) {
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      for (const Remark& remark : clauses[i].remarks) run(remark.clauses);
      if (i > 0 && clauses[i].before != Sign::stop && clauses[i].before != Sign::semicolon && is_sum(clauses[i])) {
        compare(portion_of(clauses[i]), figures_before(clauses, i));
      }
    }
  }

 private:
  [[nodiscard]] Portion portion_of(const Clause& clause) const {
    Portion part;
    part.figure = clause.figures[0];
    part.amount = amount_of(part.figure, prose_.at(part.figure.span));
    part.before = words_before(prose_, clause, 0);
    part.behind = words_behind(prose_, clause, 0);
    part.sort = sort_of(part.before + part.behind);
    return part;
  }

  [[nodiscard]] bool is_sum(const Clause& clause) const {
    return clause.figures.size() == 1 && clause.counts[0] && !clause.figures[0].measure.empty() &&
           is_one_of(words_before(prose_, clause, 0), words::sum_words) && words_behind(prose_, clause, 0).empty();
  }

  [[nodiscard]] Before figures_before(const std::vector<Clause>& clauses, std::size_t sum) const {
    Before found;
    const std::string_view measure = clauses[sum].figures[0].measure;
    for (std::size_t i = sum; i-- > 0 && sum - i < farthest;) {
      const Clause& clause = clauses[i];
      if (clause.span.size() > longest_clause) break;
      if (clause.figures.empty()) {
        const Sign behind = clauses[i + 1].before;
        // 农业、林业信息5条: part of a label. Anything else opens the sentence.
        if (behind != Sign::pause && behind != Sign::colon) return found;
      } else if (clause.figures.size() > 1 || !clause.counts[0] || !same_measure(clause.figures[0].measure, measure)) {
        found.whole = false;
        return found;
      } else {
        Portion part = portion_of(clause);
        const bool each = is_for_each(part.before);
        const bool opens = find_word(part.before, words::list_openings) != std::string::npos;
        const bool summed = !leading_word(part.before, words::sum_words).empty();
        if (each || summed) {
          found.whole = false;
          return found;
        }
        found.parts.push_back(std::move(part));
        if (opens) {
          found.listed = true;
          return found;
        }
      }
      if (clause.before == Sign::stop || clause.before == Sign::semicolon) return found;
    }
    return found;
  }

  void compare(const Portion& total, Before found) {
    std::vector<Portion>& parts = found.parts;
    // 收到8件,网上3件、信函5件,共8件: the total is told twice.
    if (parts.size() > 2 && parts.back().amount.value == total.amount.value) parts.pop_back();
    if (parts.size() < 2) return;
    Amount sum = parts[0].amount;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      sum += parts[i].amount;
      if (!sum.meets(total.amount)) continue;
      parts.resize(i + 1);
      add(total, parts, sum);
      return;
    }
    std::string_view verb = leading_word(parts.back().before, words::verbs);
    Sort sort = parts.back().sort;
    bool channels = false;
    for (const Portion& part : parts) {
      const std::string_view own = leading_word(part.before, words::verbs);
      found.alike = found.alike && (own.empty() || own == verb) &&
                    (part.sort == sort || part.sort == Sort::origin || sort == Sort::origin || sort == Sort::none);
      channels = channels || part.sort == Sort::channel;
    }
    Comparison& comparison = add(total, parts, sum);
    const bool exceeds = sum.low > total.amount.high;
    if (found.listed || (exceeds && channels)) {
      comparison.status = Status::unreadable;
      return;
    }
    comparison.status = Status::failed;
    comparison.fault = exceeds ? Fault::exceeds : Fault::falls_short;
    comparison.certainty = found.whole && found.alike && !channels ? Certainty::certain : Certainty::likely;
  }

  Comparison& add(const Portion& total, const std::vector<Portion>& parts, const Amount& sum) {
    Comparison comparison;
    comparison.stated = mention_of(total.figure);
    for (std::size_t i = parts.size(); i-- > 0;) comparison.others.push_back(mention_of(parts[i].figure));
    comparison.follows = in_measure(sum.value, total.figure.measure);
    comparisons_.push_back(std::move(comparison));
    return comparisons_.back();
  }

  const Prose& prose_;
  std::vector<Comparison>& comparisons_;
};

}  // namespace

std::vector<Comparison> compare_sums(const Prose& prose, const std::vector<ParagraphClauses>& paragraphs) {
  std::vector<Comparison> comparisons;
  for (const ParagraphClauses& one : paragraphs) Adder(prose, comparisons).run(one.clauses);
  return comparisons;
}

}  // namespace gouji
