#include "named.h"

#include <algorithm>

namespace gouji {
namespace {

template <class T>
void add(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

/// Of several keys in one name the one that says most.
void prefer(std::vector<Key>& keys) {
  const auto drop_verbs_if = [&](auto is_better) {
    if (std::any_of(keys.begin(), keys.end(), is_better))
      std::erase_if(keys, [&](Key key) { return names().is_verb(key) && !is_better(key); });
  };
  if (keys.size() > 1) std::erase(keys, names().decided);
  drop_verbs_if([](Key key) { return names().is_carried(key); });
  if (std::any_of(keys.begin(), keys.end(), [](Key key) { return names().is_carried(key); }))
    std::erase_if(keys, [](Key key) { return !names().is_carried(key); });
  drop_verbs_if([](Key key) { return !names().is_verb(key); });
  if (has(keys, names().fresh)) std::erase(keys, names().received);
  if (has(keys, names().received) || has(keys, names().answered) || has(keys, names().fresh))
    std::erase(keys, names().handled);
  // 属于国家秘密不予公开: the kind of refusal says more than that it is one.
  if (keys.size() > 1) {
    std::erase_if(keys, [&](Key key) {
      const Indicator* whole = indicator_of(names().request, key);
      return whole != nullptr && std::any_of(keys.begin(), keys.end(), [&](Key other) {
               const Indicator* leaf = indicator_of(names().request, other);
               return leaf != nullptr && leaf != whole && leaf->id.size() > whole->id.size() &&
                      leaf->id.starts_with(whole->id) && leaf->id[whole->id.size()] == '.';
             });
    });
  }
}

}  // namespace

const Names& names() {
  static const Names all;
  return all;
}

Named named(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  Named out;
  bool open = false;
  bool apply = false;
  bool ask = false;
  const auto close = [&] {
    if (apply || (open && ask)) {
      add(out.topics, names().request);
    } else if (ask) {
      out.weak = true;
    }
    open = apply = ask = false;
  };
  for (std::size_t i = from; i < to; ++i) {
    const Token& token = tokens[i];
    const bool part = token.is(Role::info) || token.is(Role::open) || token.is(Role::apply) || token.is(Role::ask);
    const bool inside = part || token.is(Role::of) || token.is(Role::thing) || token.is(Role::generic) ||
                        (token.is(Role::plain) && !token.is(Role::each)) ||
                        (token.is(Role::also) && i + 1 < to && tokens[i + 1].is(Role::generic));
    if (!inside) close();
    open = open || token.is(Role::open);
    apply = apply || token.is(Role::apply);
    ask = ask || token.is(Role::ask);
    if (token.topic() != 0) add(out.topics, token.topic());
    if (token.key() != 0) add(out.keys, token.key());
    out.each = out.each || token.is(Role::each);
    out.sum = out.sum || token.is(Role::sum);
    out.also = out.also || token.is(Role::also);
    out.including = out.including || token.is(Role::including);
    out.generic = out.generic || token.is(Role::generic);
    out.none = out.none || token.is(Role::none);
    out.compared = out.compared || token.is(Role::compare);
    out.other_time = out.other_time || token.is(Role::other_time);
    out.other_body = out.other_body || token.is(Role::other_body);
    out.whole_place = out.whole_place || token.is(Role::whole_place);
    out.other_topic = out.other_topic || token.is(Role::other_topic);
    out.respectively = out.respectively || token.is(Role::respectively);
    out.part = out.part || part;
    out.in_time = out.in_time || token.is(Role::in_time);
    out.thing = out.thing || (token.is(Role::thing) && !token.is(Role::info));
  }
  close();
  // 公民、法人和其他组织: whoever asks, no kind of applicant.
  const bool person = has(out.keys, names().natural_person);
  if (out.generic || (person && out.keys.size() > 1)) {
    const bool organization = std::any_of(out.keys.begin(), out.keys.end(), [](Key key) {
      return names().is_applicant(key) && key != names().natural_person;
    });
    if (out.generic || organization) std::erase_if(out.keys, [](Key key) { return names().is_applicant(key); });
  }
  // 新收和上年结转的47件: both together.
  const bool taken_in = has(out.keys, names().fresh) || has(out.keys, names().received);
  if (out.also && taken_in && has(out.keys, names().carried_over)) out.keys = {names().with_carried_over};
  prefer(out.keys);
  return out;
}

bool is_known(const Token& token) {
  return token.kind == Token::Kind::word || token.kind == Token::Kind::year || token.kind == Token::Kind::day;
}

void turn_years(std::vector<Token>& tokens, int year) {
  static const SaidWord over{0, names().carried_over, 0};
  static const SaidWord forward{0, names().carried_forward, 0};
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    // 上年度(2022年)结转: the year only explains.
    if (i + 4 < tokens.size() && tokens[i].is(Role::other_time) && tokens[i + 1].is_mark('(') &&
        tokens[i + 2].kind == Token::Kind::year && tokens[i + 3].is_mark(')') && tokens[i + 4].is(Role::turned)) {
      const auto next = tokens.begin() + static_cast<std::ptrdiff_t>(i);
      tokens[i + 2].span.begin = tokens[i].span.begin;
      tokens.erase(next + 3);
      tokens.erase(next, next + 2);
    }
    if (i + 2 < tokens.size() && tokens[i].kind == Token::Kind::year && tokens[i + 1].is(Role::turned) &&
        tokens[i + 2].kind == Token::Kind::year) {
      // 2022年结转到2023年: from the year before the report, or into the year behind it.
      const bool ordered = year == 0 || tokens[i + 2].number == tokens[i].number + 1;
      const SaidWord* word = ordered && tokens[i + 2].number == year ? &over
                             : ordered && tokens[i].number == year   ? &forward
                                                                     : nullptr;
      tokens[i].kind = word != nullptr ? Token::Kind::word : Token::Kind::unknown;
      tokens[i].word = word;
      tokens[i].span.end = tokens[i + 2].span.end;
      const auto next = tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      tokens.erase(next, next + 2);
      continue;
    }
    const bool year_first = tokens[i].kind == Token::Kind::year && tokens[i + 1].is(Role::turned);
    const bool year_last = tokens[i].is(Role::turned) && tokens[i + 1].kind == Token::Kind::year;
    if (!year_first && !year_last) continue;
    const int said = year_first ? tokens[i].number : tokens[i + 1].number;
    const bool fits = year == 0 || said == (year_first ? year - 1 : year + 1);
    Token& token = tokens[i];
    token.kind = fits ? Token::Kind::word : Token::Kind::unknown;
    token.word = fits ? (year_first ? &over : &forward) : nullptr;
    token.span.end = tokens[i + 1].span.end;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

}  // namespace gouji
