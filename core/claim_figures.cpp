#include <algorithm>
#include <array>

#include "claim_reader.h"

namespace gouji {
namespace {

/// Whether the measure word is one for what the topic and key count.
bool measures(const Quantity& quantity, Topic topic, Key key) {
  static constexpr std::array<std::string_view, 3> money = {"元", "万元", "亿元"};
  static constexpr std::array<std::string_view, 5> items = {"项", "个", "次", "件", ""};
  static constexpr std::array<std::string_view, 11> cases = {"件", "份",   "宗", "起", "例", "个",
                                                             "次", "件次", "条", "部", ""};
  const auto is_in = [&](auto& list) { return std::find(list.begin(), list.end(), quantity.measure) != list.end(); };
  if (topic == names().fees || key == names().amount) return is_in(money);
  return topic == names().procurement ? is_in(items) : is_in(cases);
}

}  // namespace

/// The first token of the words that lead to the figure `i`: behind the last mark or figure; a remark in brackets right
/// before the figure is passed over: 作其他处理(含…)341件.
std::size_t ClaimReader::lead_begin(std::size_t i, std::size_t& end) const {
  end = i;
  if (i > 0 && tokens_[i - 1].is_mark(')')) {
    std::size_t open = i - 1;
    while (open > 0 && !tokens_[open].is_mark('(')) --open;
    if (tokens_[open].is_mark('(') && open > 0 && is_known(tokens_[open - 1])) end = open;
  }
  std::size_t begin = end;
  // 24件予以公开、4件部分公开: what stands before the 、 is of the figure before.
  if (begin > 0 && tokens_[begin - 1].is(Role::also)) return begin;
  while (begin > 0 && tokens_[begin - 1].kind != Token::Kind::mark && tokens_[begin - 1].kind != Token::Kind::quantity)
    --begin;
  // 收到的政府信息公开申请,共26件: a clause that only counts belongs to the one before it.
  if (begin > 1 && tokens_[begin - 1].is_mark(',') && counts_only(begin, end)) {
    std::size_t before = begin - 1;
    while (before > 0 && tokens_[before - 1].kind != Token::Kind::mark &&
           tokens_[before - 1].kind != Token::Kind::quantity)
      --before;
    const bool stated = before > 0 && tokens_[before - 1].kind == Token::Kind::quantity;
    // 收到的申请中,有4件: some of them.
    const bool among = prose_.at(tokens_[begin - 2].span).ends_with("中");
    if (!stated && !among && is_known(tokens_[begin - 2])) {
      end = begin - 1;
      return before;
    }
  }
  return begin;
}

bool ClaimReader::counts_only(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (!tokens_[i].is(Role::sum) && !tokens_[i].is(Role::plain)) return false;
  }
  return begin < end;
}

/// The first token of the known words right before `end`.
std::size_t ClaimReader::tail_begin(std::size_t begin, std::size_t end) const {
  std::size_t tail = end;
  while (tail > begin && is_known(tokens_[tail - 1])) --tail;
  return tail;
}

/// Whether the words from `i` on belong to what comes next: 均 opens a statement, 、 leads to the next figure, but not in
/// 5件予以公开和部分公开.
bool ClaimReader::leads_on(std::size_t i) const {
  if (tokens_[i].is(Role::each)) return true;
  if (!tokens_[i].is(Role::also)) return false;
  while (i < tokens_.size() && is_known(tokens_[i])) ++i;
  return i < tokens_.size() && tokens_[i].kind != Token::Kind::mark;
}

void ClaimReader::read_figure(std::size_t i, std::size_t depth) {
  const Quantity& quantity = prose_.quantities()[tokens_[i].quantity];
  if (quantity.kind != Quantity::Kind::number) return;  // shares and changes leave the frame as it is
  std::size_t end = i;
  const std::size_t begin = lead_begin(i, end);
  const std::size_t tail = tail_begin(begin, end);
  const Named left = named(tokens_, tail, end);
  std::size_t right_end = i + 1;
  while (right_end < tokens_.size() && is_known(tokens_[right_end]) && !leads_on(right_end)) ++right_end;
  const bool right_whole = right_end == tokens_.size() || tokens_[right_end].kind == Token::Kind::mark ||
                           tokens_[right_end].kind == Token::Kind::quantity || leads_on(right_end);
  const Named right = named(tokens_, i + 1, right_end);
  const Named whole = named(tokens_, begin, end);

  const auto pass = [&](Unclaimed::Why why, bool forget) {
    // 涉及61人, 共37件: what is no case, or only sums up, says nothing of what the next figure is.
    forget = forget && measures(quantity, names().request, 0) && !counts_only(begin, end);
    if (forget) frame_ = 0;
    lost_ = lost_ || forget;
    const bool relevant = measures(quantity, names().request, 0) && !quantity.measure.empty() &&
                          (!left.says_nothing() || frame_ != 0 || !right.topics.empty());
    if (relevant && quantity.measure != "条" && quantity.measure != "次" && quantity.measure != "个" &&
        quantity.measure != "项")
      found_.unclaimed.push_back({quantity.span, why});
  };
  if (left.compared || whole.compared) return pass(Unclaimed::Why::change, false);
  if (left.other_topic || whole.other_topic) return pass(Unclaimed::Why::words, true);
  auto reading = read_name(quantity, left, right, right_whole, begin, tail, end);
  if (!reading && left.says_nothing() && !left.none && tail == begin && turns_forward(i + 1)) {
    reading = Reading{{names().request}, {names().carried_forward}, false, false, begin};
  }
  if (!reading) return pass(Unclaimed::Why::words, true);
  const Whose whose = scope_.whose_figure(tokens_, begin, tail, end);
  if (whose == Whose::unclear) return pass(Unclaimed::Why::words, true);
  if (!scope_.is_of_this_year()) {
    frame_ = reading->topics.front();
    return pass(Unclaimed::Why::year, false);
  }
  if (whose != Whose::own) {
    frame_ = reading->topics.front();
    scope_.turn_to_other_body();
    return pass(Unclaimed::Why::body, false);
  }
  if (!make(*reading, quantity, i, left, depth)) return pass(Unclaimed::Why::part, false);
  lost_ = false;
}

/// 其中2件未到答复期限,结转下年度办理: whether what is said behind a figure ends with its being carried forward, in the
/// same clause or the next one.
bool ClaimReader::turns_forward(std::size_t i) const {
  if (!context_request() && frame_ != names().request) return false;
  bool next_clause = false;
  bool none = false;
  for (; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    none = none || token.is(Role::none);
    if (token.key() == names().carried_forward && !none)
      return i + 1 == tokens_.size() || tokens_[i + 1].kind == Token::Kind::mark || tokens_[i + 1].is(Role::plain) ||
             tokens_[i + 1].key() == names().handled || tokens_[i + 1].key() == names().answered;
    if (token.kind == Token::Kind::quantity || token.is(Role::other_topic)) return false;
    if (token.kind != Token::Kind::mark) continue;
    if (!token.is_mark(',') || next_clause) return false;
    next_clause = true;
    none = false;
  }
  return false;
}

/// 办结14件,其中予以公开8件: whether the sentence goes on with a figure of one of the official results.
bool ClaimReader::is_sorted_behind(std::size_t i) const {
  for (; i + 1 < tokens_.size(); ++i) {
    if (names().is_result(tokens_[i].key()) && tokens_[i + 1].kind == Token::Kind::quantity) return true;
  }
  return false;
}

/// The topic and key that the words around a figure name; nothing where that is not certain.
std::optional<ClaimReader::Reading> ClaimReader::read_name(const Quantity& quantity, const Named& left,
                                                           const Named& right, bool right_whole, std::size_t begin,
                                                           std::size_t tail, std::size_t end) const {
  Reading out;
  out.first = tail;
  while (out.first < end && tokens_[out.first].topic() == 0 && tokens_[out.first].key() == 0 &&
         (tokens_[out.first].is(Role::also) || tokens_[out.first].is(Role::plain) || tokens_[out.first].is(Role::of) ||
          tokens_[out.first].is(Role::including) || tokens_[out.first].kind != Token::Kind::word))
    ++out.first;
  out.each = left.each;
  if (left.in_time || left.respectively || (left.none && quantity.value.digits != 0)) return std::nullopt;
  out.topics = left.topics;
  out.keys = left.keys;
  // 受理26件政府信息公开申请; 其中11件予以公开.
  const bool noun_behind = right_whole && !right.each && !right.none && !right.compared;
  if (out.topics.empty() && noun_behind && !right.topics.empty()) out.topics = right.topics;
  // 办结19件,其中公开9件
  if (out.topics.empty() && out.keys.empty() && frame_ == names().request && !lost_ && tail == begin &&
      out.first + 1 == end && prose_.at(tokens_[out.first].span) == "公开")
    out.keys = {names().granted};
  // 其余39件作其他答复 is no 其他 of a list.
  if (out.keys.empty() && noun_behind && !has(right.keys, names().rest)) out.keys = right.keys;
  // 制发规章4件、行政规范性文件13件: the verb is that of the first.
  if (out.keys.empty() && !out.topics.empty() && last_ != no_claim && frame_ != 0 &&
      found_.claims[last_].of.size() == 1 && found_.claims[last_].sentence == sentence_) {
    const Key shared = indicators()[found_.claims[last_].of[0]].key;
    const bool documents = std::all_of(out.topics.begin(), out.topics.end(), [](Topic topic) {
      return indicator_of(topic, 0) == nullptr && topic != names().request;
    });
    if (documents && shared != 0) out.keys = {shared};
  }
  const bool carried = !out.keys.empty() && names().is_carried(out.keys.front());
  const bool weak = left.weak || ((noun_behind || carried) && right.weak);
  const bool whole_segment = tail == begin || scope_.is_subject(tokens_, begin, tail);
  if (out.topics.empty()) {
    // Taken over: only where the whole segment is understood, and nothing unknown is what was counted.
    if (!whole_segment || out.keys.empty() || lost_) return std::nullopt;
    const Key key = out.keys.front();
    const bool of_requests = names().is_result(key) || names().is_carried(key) || names().is_applicant(key) ||
                             key == names().fresh || weak ||
                             (names().is_verb(key) && (about_requests_ || is_sorted_behind(end)));
    // 新收申请, 上年结转的申请 are words of this report alone.
    const bool own_words = weak && (names().is_carried(key) || key == names().fresh);
    // What stands behind the figure matters only where its noun may stand there.
    if (!right_whole && !left.weak && !(names().is_carried(key) && weak)) return std::nullopt;
    const auto frame = frame_at(begin);
    if (!frame || (*frame == 0 && !own_words && !(of_requests && context_request()))) return std::nullopt;
    out.topics = {*frame != 0 ? *frame : names().request};
  }
  if (quantity.measure.empty() && (out.keys.empty() || end == begin)) return std::nullopt;
  return resolve(out, left, quantity) ? std::optional(out) : std::nullopt;
}

/// What the words that end before `begin` are about: 行政复议结果中,维持31件 where the last figure was of lawsuits. Nothing
/// where they name several topics.
std::optional<Topic> ClaimReader::frame_at(std::size_t begin) const {
  std::size_t from = begin;
  while (from > 0 && tokens_[from - 1].kind != Token::Kind::quantity) --from;
  Named between = named(tokens_, from, begin);
  const bool proceeding = std::any_of(between.topics.begin(), between.topics.end(),
                                      [](Topic topic) { return names().is_proceeding(topic); });
  if (proceeding) std::erase(between.topics, names().request);  // 因政府信息公开申请引发的行政复议
  if (between.topics.size() > 1) return std::nullopt;
  return between.topics.empty() || frame_ == 0 ? frame_ : between.topics.front();
}

/// Brings topics and keys to what `indicators` knows; false where they do not go together.
bool ClaimReader::resolve(Reading& out, const Named& left, const Quantity& quantity) const {
  for (const Topic topic : out.topics) {
    if (!measures(quantity, topic, out.keys.empty() ? Key{0} : out.keys.front())) return false;
    // 行政许可事项13项 are items of a list, no decisions.
    if (names().is_decision(topic) && (left.thing || left.part)) return false;
    // Who receives reviews decides them: those are not against the body that reports.
    const bool decides =
        has(out.keys, names().received) || has(out.keys, names().fresh) || has(out.keys, names().answered);
    if (names().is_proceeding(topic) && (!speaks_of_open() || decides)) return false;
  }
  const Topic topic = out.topics.front();
  if (out.topics.size() > 1) {
    // 行政复议和行政诉讼均为2件; 行政复议、诉讼0件.
    std::vector<Topic> real = out.topics;
    const bool about = std::any_of(real.begin(), real.end(), [](Topic t) { return names().is_proceeding(t); });
    if (about) std::erase(real, names().request);  // 因政府信息公开申请引发的行政复议
    out.topics = real;
    if (real.size() > 1 && !left.each && quantity.value.digits != 0) return false;
    out.each = true;
  }
  std::vector<Key> kept;
  for (std::size_t t = 0; t < out.topics.size(); ++t) {
    const Topic one = out.topics[t];
    std::vector<Key> known;
    for (const Key key : out.keys) {
      if (indicator_of(one, key) != nullptr)
        known.push_back(key);
      else if (!names().is_verb(key) && key != names().decided &&
               !(one != names().request && names().is_applicant(key)))
        return false;
    }
    if (known.empty() && indicator_of(one, 0) == nullptr) return false;
    if (t == 0) kept = known;
  }
  out.keys = kept;
  if (out.keys.size() > 1) {
    const bool verbs = std::all_of(out.keys.begin(), out.keys.end(), [](Key key) { return names().is_verb(key); });
    if (!left.also) return false;
    if (verbs)
      out.keys = {names().handled};  // 受理并答复: one or the other
    else if (left.each || quantity.value.digits == 0)
      out.each = true;
    else if (!left.sum)
      out.soft = true;
  }
  if (has(out.keys, names().rest) && !rest_of_a_list(topic)) return false;
  return true;
}

/// Whether 其他N件 ends a list of results.
bool ClaimReader::rest_of_a_list(Topic topic) const {
  if (last_ == no_claim || frame_ != topic) return false;
  const Claim& last = found_.claims[last_];
  if (last.of.size() != 1) return false;
  const Indicator& indicator = indicators()[last.of[0]];
  return indicator.topic == topic && (names().is_result(indicator.key) || names().is_outcome(indicator.key));
}

/// 予以公开、部分公开分别为5件、3件: the names in order with the figures in order.
void ClaimReader::distribute() {
  for (std::size_t r = 1; r < tokens_.size(); ++r) {
    if (!tokens_[r].is(Role::respectively)) continue;
    std::vector<std::size_t> figures;
    for (std::size_t i = r + 1; i < tokens_.size(); ++i) {
      if (tokens_[i].kind == Token::Kind::quantity)
        figures.push_back(i);
      else if (!tokens_[i].is(Role::also) && !tokens_[i].is_mark(',') && !(figures.empty() && is_known(tokens_[i])))
        break;
    }
    // 规章、规范性文件分别制发4件、13件: one verb for all.
    const std::vector<Key> verb = figures.empty() ? std::vector<Key>() : named(tokens_, r + 1, figures[0]).keys;
    std::size_t begin = r;
    while (begin > 0 && is_known(tokens_[begin - 1])) --begin;
    std::vector<Reading> items;
    std::size_t from = begin;
    Topic topic = 0;
    bool certain = figures.size() > 1;
    for (std::size_t i = begin; i <= r && certain; ++i) {
      if (i < r && !tokens_[i].is(Role::also)) continue;
      const Named name = named(tokens_, from, i);
      certain = name.topics.size() + name.keys.size() > 0 && name.topics.size() <= 1 && name.keys.size() <= 1 &&
                !name.other_time && !name.compared && !name.other_body;
      if (!name.topics.empty()) topic = name.topics[0];
      Reading item;
      item.keys = name.keys.empty() ? verb : name.keys;
      if (topic != 0) item.topics = {topic};
      item.first = from;
      items.push_back(item);
      from = i + 1;
    }
    if (!certain || items.size() != figures.size()) continue;
    for (std::size_t i = 0; i < items.size(); ++i) {
      Reading& item = items[i];
      if (item.topics.empty()) {
        const Topic fallback = topic != 0          ? topic
                               : frame_ != 0       ? frame_
                               : context_request() ? names().request
                                                   : Topic{0};
        if (fallback == 0) return;
        item.topics = {fallback};
      }
      const Quantity& quantity = prose_.quantities()[tokens_[figures[i]].quantity];
      if (quantity.kind != Quantity::Kind::number || !resolve(item, Named(), quantity)) continue;
      make(item, quantity, figures[i], Named(), 0);
      taken_[figures[i]] = true;
    }
  }
}

}  // namespace gouji
