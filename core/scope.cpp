#include "scope.h"

namespace gouji {
namespace {

/// 比2022年…: the year is what something is compared with.
bool compared_nearby(const std::vector<Token>& tokens, std::size_t year) {
  for (std::size_t i = year;
       i-- > 0 && tokens[i].kind != Token::Kind::mark && tokens[i].kind != Token::Kind::quantity;) {
    if (tokens[i].is(Role::compare)) return true;
  }
  return false;
}

}  // namespace

void Scope::begin() {
  scope_year_ = 0;
  other_time_ = false;
  other_body_ = false;
}

void Scope::read(const std::vector<Token>& tokens, std::size_t i, std::size_t depth) {
  const Token& token = tokens[i];
  if (token.is(Role::other_body)) other_body_ = true;
  if (token.is(Role::self)) other_body_ = false;
  if (token.is(Role::this_time)) {
    other_time_ = false;
    scope_year_ = 0;
  } else if (token.is(Role::other_time) && !compared_nearby(tokens, i)) {
    other_time_ = true;
  } else if (token.kind == Token::Kind::year && depth == 0 && !compared_nearby(tokens, i)) {
    // 2018年至2022年, 2021年和2022年: of several years together.
    const bool joined = scope_year_ != 0 && scope_year_ != token.number && i > 0 &&
                        tokens[i - 1].kind != Token::Kind::mark && tokens[i - 1].span.size() <= 6;
    if (joined) other_time_ = true;
    if (!joined && token.number == year_) other_time_ = false;
    scope_year_ = token.number;
  } else if (token.kind == Token::Kind::day && token.number != 101 && !(token.number == 1231 && is_until(tokens, i))) {
    other_time_ = true;
  }
}

/// 截至(2024年)12月31日, …至12月31日.
bool Scope::is_until(const std::vector<Token>& tokens, std::size_t day) const {
  const std::uint32_t before = tokens[day > 0 && tokens[day - 1].kind == Token::Kind::year ? day - 1 : day].span.begin;
  const std::string_view lead = prose_.text().substr(0, before);
  return lead.ends_with("至") || lead.ends_with("截止") || lead.ends_with("到") || lead.ends_with("-") ||
         lead.ends_with("—") || lead.ends_with("截止到") || lead.ends_with("~");
}

bool Scope::is_of_this_year() const { return !other_time_ && (scope_year_ == 0 || year_ == 0 || scope_year_ == year_); }

/// The name that stands in front of the words, as 市自然资源局 in 市自然资源局接收到申请书; empty where there is none.
std::string_view Scope::subject(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail) const {
  std::size_t end = tail;
  while (end > begin && tokens[end - 1].kind != Token::Kind::unknown && !tokens[end - 1].is(Role::self)) --end;
  while (begin < end && tokens[begin].kind != Token::Kind::unknown && !tokens[begin].is(Role::self)) ++begin;
  if (end == begin) return {};
  return prose_.at({tokens[begin].span.begin, tokens[end - 1].span.end});
}

bool Scope::is_subject(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail) const {
  return whose_name(subject(tokens, begin, tail)) == Whose::own;
}

Whose Scope::whose_name(std::string_view name) const {
  if (name.empty()) return Whose::own;
  for (const std::string_view and_word : {"和", "及", "与", "、"}) {
    const std::size_t at = name.find(and_word);
    if (at == std::string_view::npos || at == 0) continue;
    const Whose first = whose_name(name.substr(0, at));
    return first == Whose::own ? whose_name(name.substr(at + and_word.size())) : first;
  }
  const Whose whose = body_.whose(name);
  // An office writes the report of its government.
  return whose == Whose::government && body_.kind() == BodyKind::government_office ? Whose::own : whose;
}

Whose Scope::whose_figure(const std::vector<Token>& tokens, std::size_t begin, std::size_t tail,
                          std::size_t end) const {
  if (other_body_) return Whose::other;
  const bool rules_place = body_.kind() == BodyKind::government || body_.kind() == BodyKind::township;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].is(Role::whole_place) && !rules_place) return Whose::other;
  }
  return whose_name(subject(tokens, begin, tail));
}

}  // namespace gouji
