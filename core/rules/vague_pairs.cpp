#include <algorithm>

#include "rule.h"
#include "words.h"

namespace gouji {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The end of the number that starts at `at`: digits or Chinese numerals; `at` itself where there is none.
std::size_t number_end(std::string_view text, std::size_t at) {
  if (is_digit(text[at])) {
    while (at < text.size() && (is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') && at + 1 < text.size() &&
                                                       is_digit(text[at + 1]))))
      ++at;
  }
  for (;;) {
    const std::string_view numeral = leading_word(text.substr(at), words::vague_numerals);
    if (numeral.empty()) return at;
    at += numeral.size();
  }
}

/// A number with the words around it.
///
///     大约有300余条左右
///     ^^^^   before: what `text` ends with, 有 left out
///              ^^^^ tail: behind the number
struct Number {
  std::string_view before;
  std::string_view tail;   ///< right behind the digits
  std::string_view after;  ///< behind the measure
};

/// The word of `list` in front of the number; empty where it is part of another word, as in 节约300元.
std::string_view word_before(const Number& number, WordList list) {
  const std::string_view word = trailing_word(number.before, list);
  return trailing_word(number.before, words::near_in_words).empty() ? word : std::string_view();
}

struct Pair {
  std::string_view first;
  std::string_view second;
  bool contrary = false;  ///< 近 is less, 余 is more
};

/// Most numbers have none of the words behind them: those are looked for first.
std::optional<Pair> pair_around(const Number& number) {
  struct Kind {
    std::string_view behind;
    WordList after;
    WordList before;
    bool contrary;
  };
  for (const Kind& kind : {Kind{number.after, words::about_after, words::about_before, false},
                           Kind{number.after, words::least_after, words::least_before, false},
                           Kind{number.after, words::most_after, words::most_before, false},
                           Kind{number.tail, words::near_after, words::near_before, true}}) {
    const std::string_view second = leading_word(kind.behind, kind.after);
    if (second.empty()) continue;
    const std::string_view first = word_before(number, kind.before);
    if (!first.empty()) return Pair{first, second, kind.contrary};
  }
  return std::nullopt;
}

class Check {
 public:
  Check(const Document& document, std::vector<Finding>& findings)
      : document_(document), text_(document.prose.text()), findings_(findings) {}

  void run(const Prose::Sentence& sentence) {
    const std::string_view words = text_.substr(0, sentence.span.end);
    std::span<const Letter> signs = document_.prose.letters().signs_in(sentence.span);
    std::span<const Occurrence> numerals = document_.prose.letters().of(words::vague_numerals, sentence.span);
    for (std::size_t end = sentence.span.begin;;) {
      while (!signs.empty() && (signs.front().begin < end || !is_digit(text_[signs.front().begin])))
        signs = signs.subspan(1);
      while (!numerals.empty() && numerals.front().begin < end) numerals = numerals.subspan(1);
      const std::size_t begin = std::min<std::size_t>(signs.empty() ? words.size() : signs.front().begin,
                                                      numerals.empty() ? words.size() : numerals.front().begin);
      if (begin == words.size()) return;
      end = number_end(words, begin);
      judge(sentence, begin, end);
    }
  }

 private:
  void judge(const Prose::Sentence& sentence, std::size_t begin, std::size_t end) {
    Number number;
    number.before = text_.substr(sentence.span.begin, begin - sentence.span.begin);
    number.before.remove_suffix(trailing_word(number.before, words::before_figures).size());
    number.tail = text_.substr(end, sentence.span.end - end);
    number.after = number.tail;
    number.after.remove_prefix(leading_word(number.after, words::near_after).size());
    std::size_t unit = 0;
    for (const WordList list : {words::measures, words::time_measures, words::vague_shares})
      unit = std::max(unit, leading_word(number.after, list).size());
    number.after.remove_prefix(unit);
    const auto offset = [&](std::string_view part) { return static_cast<std::uint32_t>(part.data() - text_.data()); };
    if (const auto pair = pair_around(number))
      return report_pair({offset(pair->first), offset(pair->second) + static_cast<std::uint32_t>(pair->second.size())},
                         *pair);
    static constexpr std::string_view times = "倍";
    if (!number.tail.starts_with(times)) return;
    std::string_view changed = number.before;  // 减少了近2倍
    changed.remove_suffix(trailing_word(changed, words::near_before).size());
    changed.remove_suffix(trailing_word(changed, words::before_figures).size());
    const std::string_view shrinking = trailing_word(changed, words::shrinking);
    if (!shrinking.empty()) report_times({offset(shrinking), static_cast<std::uint32_t>(end + times.size())});
  }

  Finding& add(ProseSpan span) {
    Finding finding;
    finding.severity = Severity::advice;
    finding.span = document_.prose.in_folded(span);
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  void report_pair(ProseSpan span, const Pair& pair) {
    const std::string first(pair.first);
    const std::string second(pair.second);
    const std::string words = "“" + first + "……" + second + "”";
    Finding& finding = add(span);
    finding.message = say("{0}{1}", "“{2}” and “{3}” {1}",
                          {words,
                           {pair.contrary ? "前后矛盾：一个约数只能用一种说法。" : "意思重复。",
                            pair.contrary ? "around one number contradict each other." : "say the same twice."},
                           first,
                           second});
    finding.advice = say("留一个即可；能写准确数字的写准确数字。", "Keep one of them, or give the exact figure.");
  }

  void report_times(ProseSpan span) {
    Finding& finding = add(span);
    finding.message =
        say("“{0}”：减少不用倍数表示。", "“{0}”: a decrease is not told in times.", {document_.prose.at(span)});
    finding.advice = say("改用百分比或具体数量。", "Give a percentage or the number.");
  }

  const Document& document_;
  std::string_view text_;
  std::vector<Finding>& findings_;
};

void check(const Document& document, std::vector<Finding>& findings) {
  Check all(document, findings);
  for (const Prose::Sentence& sentence : document.prose.sentences()) all.run(sentence);
}

}  // namespace

extern const Rule vague_pairs_rule;
const Rule vague_pairs_rule = {
    "vague-pairs", Severity::advice, "约数说法重复", "Vague words doubled", "GB/T 15835—2011《出版物上数字用法》",
    check,
};

}  // namespace gouji
