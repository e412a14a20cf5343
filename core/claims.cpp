#include "claims.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "token.h"

namespace gouji {
namespace {

/// Names of topics and keys that the grammar itself must know; looked up once.
struct Names {
  Topic request = topic_named("request");
  Topic review = topic_named("review");
  Topic litigation = topic_named("litigation");
  Topic litigation_direct = topic_named("litigation_direct");
  Topic litigation_after_review = topic_named("litigation_after_review");
  Topic licensing = topic_named("licensing");
  Topic penalties = topic_named("penalties");
  Topic coercive_measures = topic_named("coercive_measures");
  Topic fees = topic_named("fees");
  Topic procurement = topic_named("procurement");
  Key fresh = key_named("new");
  Key received = key_named("received");
  Key handled = key_named("handled");
  Key answered = key_named("answered");
  Key decided = key_named("decided");
  Key amended = key_named("amended");
  Key carried_over = key_named("carried_over");
  Key carried_forward = key_named("carried_forward");
  Key with_carried_over = key_named("with_carried_over");
  Key granted = key_named("granted");
  Key rest = key_named("rest");
  Key natural_person = key_named("natural_person");
  Key legal_service_institution = key_named("legal_service_institution");
  Key upheld = key_named("upheld");
  Key pending = key_named("pending");
  Key amount = key_named("amount");

  [[nodiscard]] bool is_verb(Key key) const {
    return key == fresh || key == received || key == handled || key == answered;
  }
  [[nodiscard]] bool is_carried(Key key) const { return key == carried_over || key == carried_forward; }
  [[nodiscard]] bool is_applicant(Key key) const { return natural_person <= key && key <= legal_service_institution; }
  [[nodiscard]] bool is_result(Key key) const { return granted <= key && key < rest; }
  [[nodiscard]] bool is_outcome(Key key) const { return upheld <= key && key <= pending; }
  [[nodiscard]] bool is_decision(Topic topic) const {
    return topic == licensing || topic == penalties || topic == coercive_measures;
  }
  [[nodiscard]] bool is_proceeding(Topic topic) const {
    return topic == review || topic == litigation || topic == litigation_direct || topic == litigation_after_review;
  }
};

const Names& names() {
  static const Names all;
  return all;
}

/// What a run of tokens names.
struct Named {
  std::vector<Topic> topics;
  std::vector<Key> keys;
  bool weak = false;  ///< 申请 alone: of requests, where they are spoken of
  bool each = false;
  bool sum = false;
  bool also = false;
  bool including = false;
  bool generic = false;
  bool none = false;
  bool compared = false;
  bool other_time = false;
  bool other_body = false;
  bool whole_place = false;
  bool other_topic = false;
  bool in_time = false;
  bool thing = false;
  bool respectively = false;
  bool part = false;  ///< words of requests: 公开, 申请, 信息

  [[nodiscard]] bool says_nothing() const { return topics.empty() && keys.empty() && !weak; }
};

template <class T>
void add(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool has(const std::vector<Key>& list, Key value) { return std::find(list.begin(), list.end(), value) != list.end(); }

class Reader {
 public:
  Reader(const Prose& prose, int year, const Body& body) : prose_(prose), year_(year), body_(body) {}

  Claims run() {
    const auto& sentences = prose_.sentences();
    std::uint32_t paragraph = 0xffffffff;
    for (sentence_ = 0; sentence_ < sentences.size(); ++sentence_) {
      const Prose::Sentence& sentence = sentences[sentence_];
      if (sentence.paragraph != paragraph) {
        paragraph = sentence.paragraph;
        begin_paragraph(prose_.paragraphs()[paragraph]);
      }
      const auto kind = prose_.paragraphs()[paragraph].kind;
      if (kind == LineKind::title || kind == LineKind::heading) continue;
      read_sentence(sentence);
    }
    std::stable_sort(found_.claims.begin(), found_.claims.end(),
                     [](const Claim& a, const Claim& b) { return a.span.begin < b.span.begin; });
    return std::move(found_);
  }

 private:
  void begin_paragraph(const Prose::Paragraph& paragraph) {
    frame_ = 0;
    last_ = no_claim;
    const std::string_view text = prose_.at(paragraph.span);
    // （二）依申请公开情况: what the paragraphs below it are about.
    const bool short_line = paragraph.kind != LineKind::prose || text.size() < 60;
    if (short_line && (text.starts_with("(") || text.find("。") == std::string_view::npos)) {
      heading_ = text.find("申请") != std::string_view::npos ? names().request
                 : text.find("复议") != std::string_view::npos || text.find("诉讼") != std::string_view::npos
                     ? names().review
                     : Topic{0};
    }
    if (text.starts_with("(") && !short_line) {
      const std::string_view lead = text.substr(0, std::min(text.find("。"), text.size()));
      if (lead.size() < 60) heading_ = lead.find("申请") != std::string_view::npos ? names().request : Topic{0};
    }
    if (paragraph.section == 3) heading_ = names().request;
    if (paragraph.section == 4) heading_ = names().review;
    context_request_ = heading_ == names().request || (heading_ == names().review);
    context_open_ = heading_ != 0;
  }

  /// Whether the sentence goes on with the one before it, behind a ；: of the same time and body.
  [[nodiscard]] bool follows_on() const {
    if (sentence_ == 0) return false;
    const Prose::Sentence& before = prose_.sentences()[sentence_ - 1];
    return before.paragraph == prose_.sentences()[sentence_].paragraph && prose_.at(before.span).ends_with(";");
  }

  void read_sentence(const Prose::Sentence& sentence) {
    tokens_ = tokens_of(prose_, sentence);
    turn_years();
    const std::string_view text = prose_.at(sentence.span);
    const bool speaks_of_disclosure =
        text.find("信息公开") != std::string_view::npos || text.find("依申请公开") != std::string_view::npos ||
        text.find("公开申请") != std::string_view::npos || text.find("政务公开") != std::string_view::npos;
    context_open_ = context_open_ || speaks_of_disclosure;
    // 依申请公开:新收20件
    const std::string_view label = text.substr(0, std::min(text.find(':'), text.size()));
    context_request_ = context_request_ || (label.size() < text.size() && label.ends_with("依申请公开"));
    first_of_sentence_ = found_.claims.size();
    total_told_ = false;
    if (!follows_on()) {
      scope_year_ = 0;
      other_time_ = false;
      other_body_ = false;
    }
    lost_ = false;
    outside_.clear();
    denied_until_ = 0;
    including_ = false;
    taken_.assign(tokens_.size(), false);
    std::size_t depth = 0;
    std::size_t including_depth = 0;
    distribute();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.is_mark('(')) {
        ++depth;
        outside_.push_back({frame_, lost_});
      }
      if (token.is_mark(')')) {
        if (depth > 0) --depth;
        if (!outside_.empty()) {
          // What is remarked in brackets does not change what is spoken of.
          if (lost_) std::tie(frame_, lost_) = outside_.back();
          outside_.pop_back();
        }
        if (including_ && depth < including_depth) including_ = false;
      }
      if (token.is(Role::including) && !including_) {
        including_ = true;
        including_depth = depth;
      }
      read_scope(i, depth);
      if (token.kind == Token::Kind::quantity && !taken_[i]) read_figure(i, depth);
      if (token.is(Role::none)) read_none(i);
    }
    read_all_done();
    read_rate();
    read_all_alike();
    context_request_ = context_request_ || text.find("申请公开") != std::string_view::npos ||
                       text.find("公开申请") != std::string_view::npos;
  }

  /// Of whom and of what time the rest of the sentence speaks.
  void read_scope(std::size_t i, std::size_t depth) {
    const Token& token = tokens_[i];
    if (token.is(Role::other_body)) other_body_ = true;
    if (token.is(Role::self)) other_body_ = false;
    const bool compared = compared_nearby(i);
    if (token.is(Role::this_time)) {
      other_time_ = false;
      scope_year_ = 0;
    } else if (token.is(Role::other_time) && !compared) {
      other_time_ = true;
    } else if (token.kind == Token::Kind::year && !compared && depth == 0) {
      // 2018年至2022年, 2021年和2022年: of several years together.
      const bool joined = scope_year_ != 0 && scope_year_ != token.number && i > 0 &&
                          tokens_[i - 1].kind != Token::Kind::mark && tokens_[i - 1].span.size() <= 6;
      if (joined) other_time_ = true;
      if (!joined && token.number == year_) other_time_ = false;
      scope_year_ = token.number;
    } else if (token.kind == Token::Kind::day && token.number != 101 && !(token.number == 1231 && is_until(i))) {
      other_time_ = true;
    }
  }

  /// 截至(2024年)12月31日, …至12月31日.
  [[nodiscard]] bool is_until(std::size_t day) const {
    const std::uint32_t before =
        tokens_[day > 0 && tokens_[day - 1].kind == Token::Kind::year ? day - 1 : day].span.begin;
    const std::string_view lead = prose_.text().substr(0, before);
    return lead.ends_with("至") || lead.ends_with("截止") || lead.ends_with("到") || lead.ends_with("-") ||
           lead.ends_with("—") || lead.ends_with("截止到") || lead.ends_with("~");
  }

  [[nodiscard]] bool is_of_this_year() const {
    return !other_time_ && (scope_year_ == 0 || year_ == 0 || scope_year_ == year_);
  }

  // --- words -------------------------------------------------------------------------------------------------------

  /// 2020年结转 and 结转2022年(度)(继续办理): one token with the key that the year makes of it.
  void turn_years() {
    static const SaidWord over{"", 0, names().carried_over, 0};
    static const SaidWord forward{"", 0, names().carried_forward, 0};
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      // 上年度(2022年)结转: the year only explains.
      if (i + 4 < tokens_.size() && tokens_[i].is(Role::other_time) && tokens_[i + 1].is_mark('(') &&
          tokens_[i + 2].kind == Token::Kind::year && tokens_[i + 3].is_mark(')') && tokens_[i + 4].is(Role::turned)) {
        const auto next = tokens_.begin() + static_cast<std::ptrdiff_t>(i);
        tokens_[i + 2].span.begin = tokens_[i].span.begin;
        tokens_.erase(next + 3);
        tokens_.erase(next, next + 2);
      }
      if (i + 2 < tokens_.size() && tokens_[i].kind == Token::Kind::year && tokens_[i + 1].is(Role::turned) &&
          tokens_[i + 2].kind == Token::Kind::year) {
        // 2022年结转到2023年: from the year before the report, or into the year behind it.
        const bool ordered = year_ == 0 || tokens_[i + 2].number == tokens_[i].number + 1;
        const SaidWord* word = ordered && tokens_[i + 2].number == year_ ? &over
                               : ordered && tokens_[i].number == year_   ? &forward
                                                                         : nullptr;
        tokens_[i].kind = word != nullptr ? Token::Kind::word : Token::Kind::unknown;
        tokens_[i].word = word;
        tokens_[i].span.end = tokens_[i + 2].span.end;
        const auto next = tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        tokens_.erase(next, next + 2);
        continue;
      }
      const bool year_first = tokens_[i].kind == Token::Kind::year && tokens_[i + 1].is(Role::turned);
      const bool year_last = tokens_[i].is(Role::turned) && tokens_[i + 1].kind == Token::Kind::year;
      if (!year_first && !year_last) continue;
      const int year = year_first ? tokens_[i].number : tokens_[i + 1].number;
      const bool fits = year_ == 0 || year == (year_first ? year_ - 1 : year_ + 1);
      Token& token = tokens_[i];
      token.kind = fits ? Token::Kind::word : Token::Kind::unknown;
      token.word = fits ? (year_first ? &over : &forward) : nullptr;
      token.span.end = tokens_[i + 1].span.end;
      tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  /// 比2022年…: the year is what something is compared with.
  [[nodiscard]] bool compared_nearby(std::size_t year) const {
    for (std::size_t i = year;
         i-- > 0 && tokens_[i].kind != Token::Kind::mark && tokens_[i].kind != Token::Kind::quantity;) {
      if (tokens_[i].is(Role::compare)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_known(const Token& token) const {
    return token.kind == Token::Kind::word || token.kind == Token::Kind::year || token.kind == Token::Kind::day;
  }

  /// What the tokens [from, to) name. 政府信息 公开 的 申请 is one name, put together from its parts.
  [[nodiscard]] Named named(std::size_t from, std::size_t to) const {
    Named out;
    bool open = false;
    bool apply = false;
    bool ask = false;
    const auto close = [&] {
      if (open && (ask || apply)) {
        add(out.topics, names().request);
      } else if (apply) {
        add(out.topics, names().request);
      } else if (ask) {
        out.weak = true;
      }
      open = apply = ask = false;
    };
    for (std::size_t i = from; i < to; ++i) {
      const Token& token = tokens_[i];
      const bool part = token.is(Role::info) || token.is(Role::open) || token.is(Role::apply) || token.is(Role::ask);
      const bool inside = part || token.is(Role::of) || token.is(Role::thing) || token.is(Role::generic) ||
                          (token.is(Role::plain) && !token.is(Role::each)) ||
                          (token.is(Role::also) && i + 1 < to && tokens_[i + 1].is(Role::generic));
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

  /// Of several keys in one name the one that says most.
  static void prefer(std::vector<Key>& keys) {
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

  // --- figures -----------------------------------------------------------------------------------------------------

  /// The first token of the words that lead to the figure `i`: behind the last mark or figure; a remark in brackets right
  /// before the figure is passed over: 作其他处理(含…)341件.
  [[nodiscard]] std::size_t lead_begin(std::size_t i, std::size_t& end) const {
    end = i;
    if (i > 0 && tokens_[i - 1].is_mark(')')) {
      std::size_t open = i - 1;
      while (open > 0 && !tokens_[open].is_mark('(')) --open;
      if (tokens_[open].is_mark('(') && open > 0 && is_known(tokens_[open - 1])) end = open;
    }
    std::size_t begin = end;
    // 24件予以公开、4件部分公开: what stands before the 、 is of the figure before.
    if (begin > 0 && tokens_[begin - 1].is(Role::also)) return begin;
    while (begin > 0 && tokens_[begin - 1].kind != Token::Kind::mark &&
           tokens_[begin - 1].kind != Token::Kind::quantity)
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

  [[nodiscard]] bool counts_only(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (!tokens_[i].is(Role::sum) && !tokens_[i].is(Role::plain)) return false;
    }
    return begin < end;
  }

  /// The first token of the known words right before `end`.
  [[nodiscard]] std::size_t tail_begin(std::size_t begin, std::size_t end) const {
    std::size_t tail = end;
    while (tail > begin && is_known(tokens_[tail - 1])) --tail;
    return tail;
  }

  /// Whether the words from `i` on belong to what comes next: 均 opens a statement, 、 leads to the next figure, but not in
  /// 5件予以公开和部分公开.
  [[nodiscard]] bool leads_on(std::size_t i) const {
    if (tokens_[i].is(Role::each)) return true;
    if (!tokens_[i].is(Role::also)) return false;
    while (i < tokens_.size() && is_known(tokens_[i])) ++i;
    return i < tokens_.size() && tokens_[i].kind != Token::Kind::mark;
  }

  /// Whether the measure word is one for what the topic and key count.
  [[nodiscard]] static bool measures(const Quantity& quantity, Topic topic, Key key) {
    static constexpr std::array<std::string_view, 3> money = {"元", "万元", "亿元"};
    static constexpr std::array<std::string_view, 5> items = {"项", "个", "次", "件", ""};
    static constexpr std::array<std::string_view, 11> cases = {"件", "份",   "宗", "起", "例", "个",
                                                               "次", "件次", "条", "部", ""};
    const auto is_in = [&](auto& list) { return std::find(list.begin(), list.end(), quantity.measure) != list.end(); };
    if (topic == names().fees || key == names().amount) return is_in(money);
    return topic == names().procurement ? is_in(items) : is_in(cases);
  }

  /// Where a name was looked for, and what it makes.
  struct Reading {
    std::vector<Topic> topics;
    std::vector<Key> keys;
    bool each = false;
    bool soft = false;
    std::size_t first = 0;  ///< token of the first word
    std::size_t last = 0;   ///< token behind the last
  };

  void read_figure(std::size_t i, std::size_t depth) {
    const Quantity& quantity = prose_.quantities()[tokens_[i].quantity];
    if (quantity.kind != Quantity::Kind::number) return;  // shares and changes leave the frame as it is
    std::size_t end = i;
    const std::size_t begin = lead_begin(i, end);
    const std::size_t tail = tail_begin(begin, end);
    const Named left = named(tail, end);
    std::size_t right_end = i + 1;
    while (right_end < tokens_.size() && is_known(tokens_[right_end]) && !leads_on(right_end)) ++right_end;
    const bool right_whole = right_end == tokens_.size() || tokens_[right_end].kind == Token::Kind::mark ||
                             tokens_[right_end].kind == Token::Kind::quantity || leads_on(right_end);
    const Named right = named(i + 1, right_end);
    const Named whole = named(begin, end);

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
      reading = Reading{{names().request}, {names().carried_forward}, false, false, begin, 0};
    }
    if (!reading) return pass(Unclaimed::Why::words, true);
    const Whose whose = whose_figure(begin, tail, end);
    if (whose == Whose::unclear) return pass(Unclaimed::Why::words, true);
    if (!is_of_this_year()) {
      frame_ = reading->topics.front();
      return pass(Unclaimed::Why::year, false);
    }
    if (whose != Whose::own) {
      frame_ = reading->topics.front();
      other_body_ = true;
      return pass(Unclaimed::Why::body, false);
    }
    if (!make(*reading, quantity, i, left, depth)) return pass(Unclaimed::Why::part, false);
    lost_ = false;
  }

  /// 其中2件未到答复期限,结转下年度办理: whether what is said behind a figure ends with its being carried forward, in the
  /// same clause or the next one.
  [[nodiscard]] bool turns_forward(std::size_t i) const {
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

  /// The topic and key that the words around a figure name; nothing where that is not certain.
  [[nodiscard]] std::optional<Reading> read_name(const Quantity& quantity, const Named& left, const Named& right,
                                                 bool right_whole, std::size_t begin, std::size_t tail,
                                                 std::size_t end) const {
    Reading out;
    out.first = tail;
    while (out.first < end && tokens_[out.first].topic() == 0 && tokens_[out.first].key() == 0 &&
           (tokens_[out.first].is(Role::also) || tokens_[out.first].is(Role::plain) ||
            tokens_[out.first].is(Role::of) || tokens_[out.first].is(Role::including) ||
            tokens_[out.first].kind != Token::Kind::word))
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
    const bool whole_segment = tail == begin || is_subject(begin, tail);
    if (out.topics.empty()) {
      // Taken over: only where the whole segment is understood, and nothing unknown is what was counted.
      if (!whole_segment || out.keys.empty() || lost_) return std::nullopt;
      const Key key = out.keys.front();
      const bool of_requests = names().is_result(key) || names().is_carried(key) || names().is_applicant(key) ||
                               key == names().fresh || weak;
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
  [[nodiscard]] std::optional<Topic> frame_at(std::size_t begin) const {
    std::size_t from = begin;
    while (from > 0 && tokens_[from - 1].kind != Token::Kind::quantity) --from;
    Named between = named(from, begin);
    const bool proceeding = std::any_of(between.topics.begin(), between.topics.end(),
                                        [](Topic topic) { return names().is_proceeding(topic); });
    if (proceeding) std::erase(between.topics, names().request);  // 因政府信息公开申请引发的行政复议
    if (between.topics.size() > 1) return std::nullopt;
    return between.topics.empty() || frame_ == 0 ? frame_ : between.topics.front();
  }

  /// Brings topics and keys to what `indicators` knows; false where they do not go together.
  bool resolve(Reading& out, const Named& left, const Quantity& quantity) const {
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
  [[nodiscard]] bool rest_of_a_list(Topic topic) const {
    if (last_ == no_claim || frame_ != topic) return false;
    const Claim& last = found_.claims[last_];
    if (last.of.size() != 1) return false;
    const Indicator& indicator = indicators()[last.of[0]];
    return indicator.topic == topic && (names().is_result(indicator.key) || names().is_outcome(indicator.key));
  }

  [[nodiscard]] bool context_request() const {
    return context_request_ ||
           std::any_of(found_.claims.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.claims.end(),
                       [](const Claim& claim) {
                         return !claim.of.empty() && indicators()[claim.of[0]].topic == names().request;
                       });
  }
  [[nodiscard]] bool speaks_of_open() const { return context_open_; }

  /// Enters what was read as claims. False where it is only a part of a figure told before.
  bool make(const Reading& reading, const Quantity& quantity, std::size_t i, const Named& left, std::size_t depth) {
    const Topic topic = reading.topics.front();
    const Key key = reading.keys.empty() ? Key{0} : reading.keys.front();
    // 共收到34件,其中受理30件 says nothing of a row; 其中已答复30件 does.
    if (topic == names().request && (key == names().received || key == names().handled)) {
      if (total_told_ || including_) return false;
      total_told_ = true;
    }
    if (key == names().fresh) total_told_ = true;
    if (key == names().answered && including_ && last_ != no_claim && is_of(last_, names().answered, names().handled))
      return false;
    if (key == names().carried_over && depth > 0 && last_ != no_claim &&
        is_of(last_, names().answered, names().answered)) {
      include(key, left);
      return true;
    }
    Claim claim;
    claim.soft = reading.soft;
    claim.bound = quantity.bound;
    claim.chinese = quantity.chinese;
    claim.value = in_form_unit(quantity.value, quantity);
    claim.low = in_form_unit(quantity.low, quantity);
    claim.high = in_form_unit(quantity.high, quantity);
    claim.span = quantity.span;
    claim.whole = quantity.whole;
    claim.words = {tokens_[std::min(reading.first, i)].span.begin, tokens_[i].span.end};
    claim.sentence = sentence_;
    include(key, left);
    const std::vector<Key> keys = reading.keys.empty() ? std::vector<Key>{0} : reading.keys;
    for (const Topic one : reading.topics) {
      for (const Key each : keys) {
        const Indicator* indicator = indicator_of(one, each);
        if (indicator == nullptr) indicator = indicator_of(one, 0);
        if (indicator == nullptr) continue;
        const auto index = static_cast<std::uint8_t>(indicator - indicators().data());
        if (std::find(claim.of.begin(), claim.of.end(), index) == claim.of.end()) claim.of.push_back(index);
        if (reading.each) push(claim);
      }
    }
    if (!reading.each) push(claim);
    frame_ = topic;
    return true;
  }

  void push(Claim& claim) {
    last_ = found_.claims.size();
    found_.claims.push_back(claim);
    claim.of.clear();
  }

  [[nodiscard]] bool is_of(std::size_t claim, Key a, Key b) const {
    const auto& of = found_.claims[claim].of;
    if (of.size() != 1) return false;
    const Key key = indicators()[of[0]].key;
    return key == a || key == b;
  }

  /// 收到62件(含上年结转3件): the 62 are both together.
  void include(Key key, const Named& left) {
    if (last_ == no_claim || (!left.including && !including_)) return;
    Claim& container = found_.claims[last_];
    if (container.of.size() != 1) return;
    const Indicator& indicator = indicators()[container.of[0]];
    if (indicator.including != 0 && indicator.including == key && indicator.becomes != 255)
      container.of[0] = indicator.becomes;
  }

  [[nodiscard]] static Decimal in_form_unit(Decimal value, const Quantity& quantity) {
    if (!quantity.is_money()) return value;
    if (quantity.measure == "元") return Decimal(value.digits, static_cast<std::uint8_t>(value.decimals + 4));
    if (quantity.measure == "亿元" && value.decimals == 0) return value.digits * 10000;
    return value;
  }

  // --- whose figures -----------------------------------------------------------------------------------------------

  /// The name that stands in front of the words, as 市自然资源局 in 市自然资源局接收到申请书; empty where there is none.
  [[nodiscard]] std::string_view subject(std::size_t begin, std::size_t tail) const {
    std::size_t end = tail;
    while (end > begin && tokens_[end - 1].kind != Token::Kind::unknown && !tokens_[end - 1].is(Role::self)) --end;
    while (begin < end && tokens_[begin].kind != Token::Kind::unknown && !tokens_[begin].is(Role::self)) ++begin;
    if (end == begin) return {};
    return prose_.at({tokens_[begin].span.begin, tokens_[end - 1].span.end});
  }

  /// Whether the unknown words before `tail` are only the name of the body itself.
  [[nodiscard]] bool is_subject(std::size_t begin, std::size_t tail) const {
    return whose_name(subject(begin, tail)) == Whose::own;
  }

  [[nodiscard]] Whose whose_name(std::string_view name) const {
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

  /// Whose the figure is that the words [begin, end) lead to, `tail` being the first that was understood.
  [[nodiscard]] Whose whose_figure(std::size_t begin, std::size_t tail, std::size_t end) const {
    if (other_body_) return Whose::other;
    const bool rules_place = body_.kind() == BodyKind::government || body_.kind() == BodyKind::township;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].is(Role::whole_place) && !rules_place) return Whose::other;
    }
    return whose_name(subject(begin, tail));
  }

  // --- lists told with 分别为 ---------------------------------------------------------------------------------------

  /// 予以公开、部分公开分别为5件、3件: the names in order with the figures in order.
  void distribute() {
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
      const std::vector<Key> verb = figures.empty() ? std::vector<Key>() : named(r + 1, figures[0]).keys;
      std::size_t begin = r;
      while (begin > 0 && is_known(tokens_[begin - 1])) --begin;
      std::vector<Reading> items;
      std::size_t from = begin;
      Topic topic = 0;
      bool certain = figures.size() > 1;
      for (std::size_t i = begin; i <= r && certain; ++i) {
        if (i < r && !tokens_[i].is(Role::also)) continue;
        const Named name = named(from, i);
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

  // --- statements without figures ----------------------------------------------------------------------------------

  void add_statement(Claim::Says says, const Indicator* indicator, std::size_t first, std::size_t last, bool soft) {
    Claim claim;
    claim.says = says;
    claim.soft = soft;
    if (indicator != nullptr) claim.of = {static_cast<std::uint8_t>(indicator - indicators().data())};
    claim.span = claim.whole = claim.words = {tokens_[first].span.begin, tokens_[last].span.end};
    claim.sentence = sentence_;
    found_.claims.push_back(claim);
  }

  /// 未收到政府信息公开申请; 未发生行政复议和行政诉讼; 无结转下年度.
  void read_none(std::size_t i) {
    if (i < denied_until_ || !may_deny(i)) return;
    std::size_t end = i + 1;
    while (end < tokens_.size() && is_known(tokens_[end])) ++end;
    const bool whole = end == tokens_.size() || (tokens_[end].kind == Token::Kind::mark && !tokens_[end].is_mark('('));
    if (!whole || end == i + 1) return;
    const Named name = named(i + 1, end);
    if (name.compared || name.other_time || name.other_body || name.other_topic || name.in_time || name.whole_place)
      return;
    std::size_t clause = i;
    while (clause > 0 && tokens_[clause - 1].kind != Token::Kind::mark &&
           tokens_[clause - 1].kind != Token::Kind::quantity)
      --clause;
    const Named lead = named(clause, i);
    if (lead.other_topic || lead.compared || !is_of_this_year() || whose_figure(clause, i, i) != Whose::own) return;
    denied_until_ = end;
    deny(name, i, end - 1);
  }

  /// 如未收到, 有无, 逾期未收到: no statement that there is none.
  [[nodiscard]] bool may_deny(std::size_t i) const {
    const std::string_view before = prose_.text().substr(0, tokens_[i].span.begin);
    for (const std::string_view word :
         {"如", "若", "凡", "倘", "逾期", "是否", "有", "并非", "认为", "期限内", "不得", "从"}) {
      if (before.ends_with(word)) return false;
    }
    return true;
  }

  void deny(const Named& name, std::size_t first, std::size_t last) {
    std::vector<Topic> topics = name.topics;
    const bool proceedings =
        std::any_of(topics.begin(), topics.end(), [](Topic t) { return names().is_proceeding(t); });
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
        if (indicator_of(topic, 0) == nullptr) return;
        keys = {0};
      }
      for (const Key key : keys) add_statement(Claim::Says::none, indicator_of(topic, key), first, last, false);
      frame_ = topic;
    }
  }

  /// 已全部办理答复, 均已办结: nothing was left over. 均按期答复 only says when.
  void read_all_done() {
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
      const Named lead = named(clause, i);
      asked = asked || (!lead.topics.empty() && lead.topics[0] == names().request);
      const bool last_word = end == tokens_.size() || tokens_[end].kind == Token::Kind::mark ||
                             tokens_[end].is(Role::plain) || tokens_[end].is(Role::of);
      // 2022年结转3件,全部办结: those, not all.
      const bool only_old = !tells_total() && last_ != no_claim && found_.claims[last_].sentence == sentence_ &&
                            is_of(last_, names().carried_over, names().carried_over);
      const bool of_part = only_old || including_ || excepted(i) || lead.other_time || lead.other_body ||
                           lead.other_topic || other_body_ || lead.none;
      if (answered && !timed && asked && last_word && !of_part && !lead.in_time && is_of_this_year()) {
        add_statement(Claim::Says::all_done, nullptr, i, end - 1, false);
        return;
      }
    }
  }

  /// 除…外, 其余…: something was left out before the token.
  [[nodiscard]] bool excepted(std::size_t i) const {
    return std::any_of(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(i),
                       [](const Token& token) { return token.is(Role::except); });
  }

  /// Whether a figure of the sentence tells of all requests.
  [[nodiscard]] bool tells_total() const {
    return std::any_of(found_.claims.begin() + static_cast<std::ptrdiff_t>(first_of_sentence_), found_.claims.end(),
                       [](const Claim& claim) {
                         if (claim.of.size() != 1) return false;
                         const Indicator& indicator = indicators()[claim.of[0]];
                         return indicator.topic == names().request &&
                                (names().is_verb(indicator.key) || indicator.key == names().with_carried_over);
                       });
  }

  /// 办结率100%: nothing was left over. 按时办结率 only says when.
  void read_rate() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!tokens_[i].is(Role::done_rate) || (i > 0 && tokens_[i - 1].is(Role::in_time))) continue;
      std::size_t q = i + 1;
      while (q < tokens_.size() && tokens_[q].is(Role::plain)) ++q;
      if (q == tokens_.size() || tokens_[q].kind != Token::Kind::quantity) continue;
      const Quantity& rate = prose_.quantities()[tokens_[q].quantity];
      const bool all = rate.kind == Quantity::Kind::percent && rate.value == Decimal(100);
      if (all && frame_ == names().request && is_of_this_year() && !other_body_)
        add_statement(Claim::Says::all_done, nullptr, i, q, false);
    }
  }

  [[nodiscard]] bool is_in_brackets(std::size_t i) const {
    while (i-- > 0) {
      if (tokens_[i].is_mark(')')) return false;
      if (tokens_[i].is_mark('(')) return true;
    }
    return false;
  }

  /// 收到8份申请,均为自然人申请; 行政复议7件,均获维持: the kind of all that were told last.
  void read_all_alike() {
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (!tokens_[i].is(Role::each)) continue;
      std::size_t end = i + 1;
      while (end < tokens_.size() && is_known(tokens_[end])) ++end;
      if (end < tokens_.size() && tokens_[end].kind != Token::Kind::mark) continue;
      const Named name = named(i + 1, end);
      if (name.keys.size() != 1 || name.none || name.in_time) continue;
      const Key key = name.keys[0];
      if (!names().is_applicant(key) && !names().is_outcome(key) && !names().is_result(key)) continue;
      // All totals of the sentence that stand before these words; in brackets the figure right before them.
      const std::size_t count = found_.claims.size();
      std::size_t first = first_of_sentence_;
      for (std::size_t c = first; c < count && is_in_brackets(i); ++c) {
        if (found_.claims[c].says == Claim::Says::figure && found_.claims[c].span.end <= tokens_[i].span.begin)
          first = c;
      }
      for (std::size_t c = first; c < count; ++c) {
        const Claim total = found_.claims[c];
        if (total.says != Claim::Says::figure || total.of.size() != 1 || total.span.end > tokens_[i].span.begin)
          continue;
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

  static constexpr std::size_t no_claim = static_cast<std::size_t>(-1);

  const Prose& prose_;
  int year_;
  const Body& body_;
  Claims found_;

  // Of the paragraph.
  Topic heading_ = 0;
  Topic frame_ = 0;  ///< what the last figure was of
  std::size_t last_ = no_claim;
  bool context_request_ = false;
  bool context_open_ = false;

  // Of the sentence.
  std::uint32_t sentence_ = 0;
  std::vector<Token> tokens_;
  std::vector<bool> taken_;
  std::size_t first_of_sentence_ = 0;
  std::size_t denied_until_ = 0;  ///< token
  int scope_year_ = 0;
  bool other_time_ = false;
  bool lost_ = false;  ///< a figure of the sentence was not understood: what follows may be of its matter
  std::vector<std::pair<Topic, bool>> outside_;  ///< `frame_` and `lost_` before each open bracket
  bool other_body_ = false;
  bool including_ = false;
  bool total_told_ = false;
};

}  // namespace

Claims read_claims(const Prose& prose, int year, const Body& body) { return Reader(prose, year, body).run(); }

}  // namespace gouji
