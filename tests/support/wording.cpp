#include "wording.h"

#include <algorithm>
#include <stdexcept>

#include "unicode.h"

namespace gouji::test {
namespace {

using Groups = std::map<std::string, const std::vector<const char*>*, std::less<>>;

const Groups& groups() {
  static const Groups all = [] {
    Groups found;
    for (const auto* tables : {&request_phrases(), &result_phrases(), &proceeding_phrases(), &document_phrases(),
                               &opening_phrases(), &overview_phrases(), &closing_phrases()})
      for (const PhraseGroup& group : *tables)
        if (!found.emplace(group.name, &group.phrases).second)
          throw std::runtime_error(std::string("two groups of phrases are called ") + group.name);
    return found;
  }();
  return all;
}

const std::vector<const char*>& phrases_of(std::string_view group) {
  const auto found = groups().find(group);
  if (found == groups().end()) throw std::runtime_error("no phrases are called " + std::string(group));
  return *found->second;
}

/// Splits "?guard:text".
struct Guarded {
  std::string_view guard;
  std::string_view text;
};
Guarded guarded(std::string_view phrase) {
  if (!phrase.starts_with('?')) return {{}, phrase};
  const std::size_t colon = phrase.find(':');
  return {phrase.substr(1, colon - 1), phrase.substr(colon + 1)};
}

/// The end of the bracket that opens at `open`.
std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') ++depth;
    if (text[at] == ']' || text[at] == '}') --depth;
    if (depth == 0) return at;
  }
  throw std::runtime_error("unclosed bracket: " + std::string(text));
}

/// Splits at the strokes that stand in no bracket.
std::vector<std::string_view> choices_of(std::string_view text) {
  std::vector<std::string_view> choices;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[' || text[at] == '{') at = closing(text, at);
    if (text[at] != '|') continue;
    choices.push_back(text.substr(from, at - from));
    from = at + 1;
  }
  choices.push_back(text.substr(from));
  return choices;
}

/// The two sides of a slot such as "new/last_new".
struct Sides {
  std::string_view left;
  std::string_view right;
};
Sides sides(std::string_view text, char separator) {
  const std::size_t at = text.find(separator);
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

Wording::Wording(const Facts& facts, const Words& words, const Numerals& numerals, Random& random)
    : facts_(facts), words_(words), numerals_(numerals), random_(random) {}

std::string Wording::say(std::string_view group) {
  std::vector<std::string_view> choices(phrases_of(group).begin(), phrases_of(group).end());
  return choose(choices);
}

std::string Wording::choose(const std::vector<std::string_view>& choices) {
  std::vector<std::string_view> open;
  std::copy_if(choices.begin(), choices.end(), std::back_inserter(open), [&](auto choice) { return may_say(choice); });
  return open.empty() ? "" : expand(guarded(random_.pick(open)).text);
}

std::string Wording::expand(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '[' && text[at] != '{') {
      out += text[at];
      continue;
    }
    const std::size_t end = closing(text, at);
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    out += text[at] == '[' ? choose(choices_of(inside)) : fill(inside);
    at = end;
  }
  return out;
}

bool Wording::may_say(std::string_view phrase) const {
  const Guarded one = guarded(phrase);
  if (!facts_.hold(one.guard)) return false;
  for (std::size_t at = 0; at < one.text.size(); ++at) {
    if (one.text[at] != '[' && one.text[at] != '{') continue;
    const std::size_t end = closing(one.text, at);
    if (one.text[at] == '{' && !can_fill(one.text.substr(at + 1, end - at - 1))) return false;
    at = end;
  }
  return true;
}

bool Wording::can_fill(std::string_view slot) const {
  const std::string_view rest = slot.substr(1);
  switch (slot[0]) {
    case '#':
    case '$':
      return facts_.value(rest).has_value();
    case '~':
      return facts_.value(sides(rest, '|').left).has_value();
    case '%':
    case '^':
      return facts_.value(sides(rest, '/').left) && facts_.value(sides(rest, '/').right).value_or(0) > 0;
    default:
      break;
  }
  if (words_.find(slot) != words_.end()) return true;
  const auto& phrases = phrases_of(slot[0] == '&' ? rest : slot);
  return std::any_of(phrases.begin(), phrases.end(), [&](const char* phrase) { return may_say(phrase); });
}

Numerals Wording::numerals_for(long long number) {
  // Here and there a small count in words among digits: 收到申请一件.
  Numerals numerals = numerals_;
  if (numerals.digits == Numerals::Digits::plain && number > 0 && number <= 10 && random_.chance(16))
    numerals.digits = Numerals::Digits::chinese;
  return numerals;
}

std::string Wording::fill(std::string_view slot) {
  const std::string_view rest = slot.substr(1);
  switch (slot[0]) {
    case '#': {
      const long long number = facts_.value(rest).value();
      return spelled(number, numerals_for(number));
    }
    case '~':
      return approximated(facts_.value(sides(rest, '|').left).value(), sides(rest, '|').right, numerals_, random_);
    case '%':
      return percent(facts_.value(sides(rest, '/').left).value(), facts_.value(sides(rest, '/').right).value(),
                     numerals_);
    case '^':
      return growth(facts_.value(sides(rest, '/').left).value(), facts_.value(sides(rest, '/').right).value(),
                    numerals_, random_);
    case '$':
      return money(facts_.value(rest).value(), numerals_, random_);
    case '&':
      return list(rest);
    default:
      break;
  }
  const auto word = words_.find(slot);
  return word != words_.end() ? word->second : say(slot);
}

std::string Wording::list(std::string_view group) {
  const std::string comma = random_.pick({"，", "、", "，"});
  const std::string last = comma == "、" && random_.chance(4) ? "和" : comma;
  std::vector<const char*> said;
  for (const char* phrase : phrases_of(group))
    if (may_say(phrase)) said.push_back(phrase);
  std::string out;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (i > 0) out += i + 1 == said.size() ? last : comma;
    out += expand(guarded(said[i]).text);
  }
  return out;
}

}  // namespace gouji::test
