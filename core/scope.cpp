#include "scope.h"

namespace gouji {
namespace {

bool ends_clause(const Token& token) { return token.kind == Token::Kind::mark || token.kind == Token::Kind::quantity; }

/// 至, 到, —, 、 and the like between two times.
bool joins_times(const Prose& prose, const Token& token) {
  if (token.is(Role::also)) return true;
  const std::string_view text = prose.at(token.span);
  for (const std::string_view word : {"至", "到", "—", "——", "-", "~", "–"}) {
    if (text == word) return true;
  }
  return false;
}

/// 2020年至2022年, 2021年和2022年.
bool is_one_of_several_years(const Prose& prose, const std::vector<Token>& tokens, std::size_t i) {
  const auto is_year = [&](std::size_t at) {
    return at < tokens.size() && tokens[at].kind == Token::Kind::year && tokens[at].number != tokens[i].number;
  };
  return (i >= 2 && joins_times(prose, tokens[i - 1]) && is_year(i - 2)) ||
         (i + 2 < tokens.size() && joins_times(prose, tokens[i + 1]) && is_year(i + 2));
}

/// Whether a day or month bounds the whole year: 1月1日至12月31日, 截至12月底.
bool bounds_the_year(const Prose& prose, const std::vector<Token>& tokens, std::size_t i) {
  constexpr int new_year = 101;
  constexpr int december = 1200;
  constexpr int new_years_eve = 1231;
  const int day = tokens[i].number;
  if (day == new_year || day == new_years_eve) return true;
  if (day != december) return false;
  for (std::size_t at = i; at-- > 0 && !ends_clause(tokens[at]);) {
    const std::string_view word = prose.at(tokens[at].span);
    if (word == "至" || word == "到" || word == "截至" || word == "截止") return true;
  }
  return false;
}

}  // namespace

bool is_whole_of(std::string_view place, std::string_view agency) {
  constexpr std::string_view all = "全";
  if (!place.starts_with(all)) return agency.ends_with("人民政府");
  const std::string_view unit = place.substr(all.size());
  for (const std::string_view government : {"人民政府", "办事处"}) {
    if (agency.ends_with(government)) agency.remove_suffix(government.size());
  }
  return agency.ends_with(unit);
}

bool is_compared_with(const std::vector<Token>& tokens, std::size_t time) {
  for (std::size_t i = time; i-- > 0 && !ends_clause(tokens[i]);) {
    if (tokens[i].is(Role::compare)) return true;
  }
  bool joined = false;
  for (std::size_t i = time; i-- > 0 && !ends_clause(tokens[i]);) joined = joined || tokens[i].is(Role::also);
  if (!joined) return false;
  for (std::size_t i = time + 1; i < tokens.size() && !ends_clause(tokens[i]); ++i) {
    if (tokens[i].is(Role::compare)) return true;
  }
  return false;
}

void Scopes::enter(const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.is_mark('(')) outside_.push_back(now_);
  if (token.is_mark(')') && !outside_.empty()) {
    now_ = outside_.back();
    outside_.pop_back();
  }
  const std::string_view word = prose_.at(token.span);
  if (word == "《" || word == "“") now_.quoted = true;
  if (word == "》" || word == "”") now_.quoted = false;
  if (now_.quoted) return;
  const bool follows_time = i > 0 && (tokens[i - 1].kind == Token::Kind::year || tokens[i - 1].is(Role::other_time));
  if (token.kind == Token::Kind::year && !is_compared_with(tokens, i)) {
    now_.other_time = (year_ != 0 && token.number != year_) || is_one_of_several_years(prose_, tokens, i);
  } else if (token.kind == Token::Kind::day && !bounds_the_year(prose_, tokens, i)) {
    now_.other_time = true;
  } else if (token.is(Role::other_time) && !is_compared_with(tokens, i)) {
    now_.other_time = true;
  } else if (token.is(Role::whole_year) && !follows_time) {
    now_.other_time = false;
  }
  if (token.is(Role::other_body)) now_.other_body = true;
  if (token.is(Role::whole_place)) now_.other_body = !is_whole_of(word, agency_);
  if (token.is(Role::self)) now_.other_body = false;
}

std::vector<Scope> Scopes::of(const std::vector<Token>& tokens, bool follows_on) {
  if (!follows_on) now_ = {};
  now_.quoted = false;
  outside_.clear();
  std::vector<Scope> scopes;
  scopes.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    enter(tokens, i);
    scopes.push_back(now_);
  }
  return scopes;
}

}  // namespace gouji
