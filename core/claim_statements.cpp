#include <algorithm>

#include "claim_reader.h"
#include "words.h"

namespace gouji {

void ClaimReader::add_statement(Claim::Says says, const Indicator* indicator, std::size_t first, std::size_t last,
                                bool soft) {
  Claim claim;
  claim.says = says;
  claim.soft = soft;
  if (indicator != nullptr) claim.of = {static_cast<std::uint8_t>(indicator - indicators().data())};
  claim.span = claim.whole = claim.words = {tokens_[first].span.begin, tokens_[last].span.end};
  claim.sentence = sentence_;
  found_.claims.push_back(claim);
}

/// 未收到政府信息公开申请; 未发生行政复议和行政诉讼; 无结转下年度.
void ClaimReader::read_none(std::size_t i) {
  if (i < denied_until_ || !may_deny(i)) return;
  std::size_t end = i + 1;
  while (end < tokens_.size() && is_known(tokens_[end])) ++end;
  // 未发生行政复议、行政诉讼和群体性事件: what joins them last need not be known.
  if (end < tokens_.size() && tokens_[end - 1].is(Role::also) && tokens_[end].kind == Token::Kind::unknown) {
    std::size_t behind = end + 1;
    while (behind < tokens_.size() && (tokens_[behind].is(Role::thing) || tokens_[behind].is(Role::plain))) ++behind;
    if (ends_clause(behind)) end = behind;
  }
  if (!ends_clause(end) || end == i + 1) return;
  const Named name = named(tokens_, i + 1, end);
  if (name.compared || name.other_time || name.other_body || name.other_topic || name.in_time || name.whole_place)
    return;
  std::size_t clause = i;
  while (clause > 0 && tokens_[clause - 1].kind != Token::Kind::mark &&
         tokens_[clause - 1].kind != Token::Kind::quantity)
    --clause;
  const Named lead = named(tokens_, clause, i);
  // 行政处罚决定均无行政复议: against those, not about disclosure.
  const bool of_others = !name.topics.empty() && std::any_of(lead.topics.begin(), lead.topics.end(), [&](Topic topic) {
    return topic != names().request && std::find(name.topics.begin(), name.topics.end(), topic) == name.topics.end();
  });
  if (lead.other_topic || lead.compared || of_others || !scope_.is_of_this_year() ||
      scope_.whose_figure(tokens_, clause, i, i) != Whose::own)
    return;
  denied_until_ = end;
  deny(name, i, end - 1);
}

bool ClaimReader::ends_clause(std::size_t i) const {
  return i == tokens_.size() || (tokens_[i].kind == Token::Kind::mark && !tokens_[i].is_mark('('));
}

/// 如未收到, 有无, 逾期未收到: no statement that there is none.
bool ClaimReader::may_deny(std::size_t i) const {
  const std::string_view before = prose_.text().substr(0, tokens_[i].span.begin);
  for (const std::string_view word :
       {"如", "若", "凡", "倘", "逾期", "是否", "有", "并非", "认为", "期限内", "不得", "从"}) {
    if (before.ends_with(word)) return false;
  }
  return true;
}

void ClaimReader::deny(const Named& name, std::size_t first, std::size_t last) {
  std::vector<Topic> topics = name.topics;
  const bool proceedings = std::any_of(topics.begin(), topics.end(), [](Topic t) { return names().is_proceeding(t); });
  if (proceedings) std::erase(topics, names().request);
  if (topics.empty() && name.keys.size() == 1 && context_request() &&
      (names().is_carried(name.keys[0]) || names().is_result(name.keys[0])))
    topics = {names().request};
  if (topics.empty() && name.weak && context_request()) topics = {names().request};
  if (proceedings && !speaks_of_open()) return;
  if (has(name.keys, names().rest) || (name.keys.size() > 1 && !name.also)) return;
  for (const Topic topic : topics) {
    std::vector<Key> keys;
    for (const Key key : name.keys) {
      if (indicator_of(topic, key) != nullptr)
        keys.push_back(key);
      else if (!names().is_verb(key) && key != names().amended)
        return;
    }
    if (topic == names().request) {
      if (has(keys, names().answered)) return;  // 未答复: not that there was nothing to answer
      if (keys.empty() || has(keys, names().handled)) keys = {names().received};
    } else if (keys.empty()) {
      if (indicator_of(topic, 0) == nullptr) continue;  // 没有规章: neither made nor in force
      keys = {0};
    }
    for (const Key key : keys) add_statement(Claim::Says::none, indicator_of(topic, key), first, last, false);
    frame_ = topic;
  }
}

/// 已全部办理答复, 均已办结: nothing was left over. 均按期答复 only says when.
void ClaimReader::read_all_done() {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].is(Role::all)) continue;
    std::size_t end = i + 1;
    bool timed = false;
    bool answered = false;
    bool asked = frame_ == names().request;
    while (end < tokens_.size() && is_known(tokens_[end]) && !answered) {
      timed = timed || tokens_[end].is(Role::in_time);
      answered = tokens_[end].key() == names().answered;
      asked = asked || tokens_[end].is(Role::ask) || tokens_[end].is(Role::apply);
      ++end;
    }
    std::size_t clause = i;
    while (clause > 0 && tokens_[clause - 1].kind != Token::Kind::mark) --clause;
    const Named lead = named(tokens_, clause, i);
    asked = asked || (!lead.topics.empty() && lead.topics[0] == names().request);
    const bool last_word = end == tokens_.size() || tokens_[end].kind == Token::Kind::mark ||
                           tokens_[end].is(Role::plain) || tokens_[end].is(Role::of);
    // 2022年结转3件,全部办结: those, not all.
    const bool only_old = !tells_total() && last_ != no_claim && found_.claims[last_].sentence == sentence_ &&
                          is_of(last_, names().carried_over, names().carried_over);
    const bool of_part = only_old || including_ || excepted(i) || lead.other_time || lead.other_body ||
                         lead.other_topic || scope_.is_of_other_body() || lead.none;
    if (answered && !timed && asked && last_word && !of_part && !lead.in_time && scope_.is_of_this_year()) {
      add_statement(Claim::Says::all_done, nullptr, i, end - 1, false);
      return;
    }
  }
}

/// 除…外, 其余…: something was left out before the token.
bool ClaimReader::excepted(std::size_t i) const {
  return std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                     [](const Token& token) { return token.is(Role::except); });
}

/// Whether a figure of the sentence tells of all requests.
bool ClaimReader::tells_total() const {
  return std::any_of(found_.claims.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.claims.end(),
                     [](const Claim& claim) {
                       if (claim.of.size() != 1) return false;
                       const Indicator& indicator = indicators()[claim.of[0]];
                       return indicator.topic == names().request &&
                              (names().is_verb(indicator.key) || indicator.key == names().with_carried_over);
                     });
}

/// 办结率100%: nothing was left over. 按时办结率 only says when.
void ClaimReader::read_rate() {
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
    if (!tokens_[i].is(Role::done_rate) || (i > 0 && tokens_[i - 1].is(Role::in_time))) continue;
    std::size_t q = i + 1;
    while (q < tokens_.size() && tokens_[q].is(Role::plain)) ++q;
    if (q == tokens_.size() || tokens_[q].kind != Token::Kind::quantity) continue;
    const Quantity& rate = prose_.quantities()[tokens_[q].quantity];
    const bool all = rate.kind == Quantity::Kind::percent && rate.value == Decimal(100);
    if (all && frame_ == names().request && scope_.is_of_this_year() && !scope_.is_of_other_body())
      add_statement(Claim::Says::all_done, nullptr, i, q, false);
  }
}

bool ClaimReader::is_in_brackets(std::size_t i) const {
  while (i-- > 0) {
    if (tokens_[i].is_mark(')')) return false;
    if (tokens_[i].is_mark('(')) return true;
  }
  return false;
}

/// 收到8份申请,均为自然人申请; 行政复议7件,均获维持: the kind of all that were told last.
void ClaimReader::read_all_alike() {
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    if (!tokens_[i].is(Role::each)) continue;
    std::size_t end = i + 1;
    while (end < tokens_.size() && is_known(tokens_[end])) ++end;
    if (end < tokens_.size() && tokens_[end].kind != Token::Kind::mark) continue;
    const Named name = named(tokens_, i + 1, end);
    if (name.keys.size() != 1 || name.none || name.in_time) continue;
    const Key key = name.keys[0];
    if (!names().is_applicant(key) && !names().is_outcome(key) && !names().is_result(key)) continue;
    // All totals of the sentence that stand before these words; in brackets the figure right before them.
    const std::size_t count = found_.claims.size();
    std::size_t first = first_of_sentence_;
    for (std::size_t c = first; c < count && is_in_brackets(i); ++c) {
      if (found_.claims[c].says == Claim::Says::figure && found_.claims[c].span.end <= tokens_[i].span.begin) first = c;
    }
    for (std::size_t c = first; c < count; ++c) {
      const Claim total = found_.claims[c];
      if (total.says != Claim::Says::figure || total.of.size() != 1 || total.span.end > tokens_[i].span.begin) continue;
      const Indicator& whole = indicators()[total.of[0]];
      const bool request_total =
          whole.topic == names().request && (whole.key == names().fresh || whole.key == names().received);
      const bool results_total = whole.topic == names().request && whole.key == names().answered;
      if (names().is_applicant(key) ? !request_total
          : names().is_outcome(key) ? whole.key != 0 || !names().is_proceeding(whole.topic)
                                    : !results_total)
        continue;
      const Indicator* indicator = indicator_of(whole.topic, key);
      if (indicator == nullptr) continue;
      Claim claim = total;
      claim.of = {static_cast<std::uint8_t>(indicator - indicators().data())};
      claim.words = {total.words.begin, tokens_[end - 1].span.end};
      found_.claims.push_back(claim);
    }
  }
}

/// 行政复议12件,均与征地有关: nothing says that these are about disclosure.
void ClaimReader::leave_other_matters() {
  bool told = false;
  for (std::size_t i = 0; i < tokens_.size() && !told; ++i) {
    if (!tokens_[i].is(Role::each)) continue;
    std::size_t end = i + 1;
    while (end < tokens_.size() && tokens_[end].kind != Token::Kind::mark) ++end;
    const Named name = named(tokens_, i + 1, end);
    const bool outcome =
        std::any_of(name.keys.begin(), name.keys.end(), [](Key key) { return names().is_outcome(key); });
    const std::string_view each = prose_.at(tokens_[i].span);
    const std::string_view behind = prose_.text().substr(tokens_[i].span.end);
    const bool relates =
        !trailing_word(each, words::relating).empty() || !leading_word(behind, words::relating).empty();
    told = relates && !outcome &&
           std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                       tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Token& token) { return token.kind == Token::Kind::unknown; });
  }
  if (!told) return;
  const std::size_t before = found_.claims.size();
  for (std::size_t c = first_of_sentence_; c < found_.claims.size();) {
    const Claim& claim = found_.claims[c];
    if (claim.of.empty() || !names().is_proceeding(indicators()[claim.of[0]].topic)) {
      ++c;
      continue;
    }
    if (claim.says == Claim::Says::figure) found_.unclaimed.push_back({claim.span, Unclaimed::Why::words});
    found_.claims.erase(found_.claims.begin() + static_cast<std::ptrdiff_t>(c));
  }
  if (found_.claims.size() == before) return;
  last_ = no_claim;
  frame_ = 0;
}

}  // namespace gouji
