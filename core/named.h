#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "said.h"
#include "token.h"

namespace gouji {

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

[[nodiscard]] const Names& names();

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

/// What the tokens [from, to) name. 政府信息 公开 的 申请 is one name, put together from its parts.
[[nodiscard]] Named named(const std::vector<Token>& tokens, std::size_t from, std::size_t to);

/// A token that is understood: a word, a year or a day.
[[nodiscard]] bool is_known(const Token& token);

/// 2020年结转 and 结转2022年(度)(继续办理) become one token with the key that the year makes of it. `year` is that of the report,
/// 0 where it is not known.
void turn_years(std::vector<Token>& tokens, int year);

[[nodiscard]] inline bool has(const std::vector<Key>& list, Key value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace gouji
