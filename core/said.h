#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "letters.h"

namespace gouji {

// The words by which sentences name the figures of the forms, and which cells each of them means; from `forms/said.json`,
// compiled and proved by `generate/forms.cpp`. Everything is constant.

/// What a sentence is about: request, review, litigation … ; 0 for nothing.
using Topic = std::uint8_t;
/// Which of a topic's figures: new, carried_over, granted, upheld … ; 0 for none (the total).
using Key = std::uint8_t;

[[nodiscard]] Topic topic_named(std::string_view name);
[[nodiscard]] Key key_named(std::string_view name);

/// What else a word may be in a sentence; a word can be several of them.
enum class Role : std::uint8_t {
  info,          ///< 政府信息
  open,          ///< 公开
  apply,         ///< 依申请
  ask,           ///< 申请
  of,            ///< 的
  thing,         ///< 事项, 数量: says nothing of its own
  plain,         ///< 全年, 依法, 因: says nothing of its own
  also,          ///< 、 和: joins two names
  each,          ///< 均, 各
  sum,           ///< 共, 合计
  including,     ///< 含, 其中
  respectively,  ///< 分别为
  none,          ///< 未, 无
  all,           ///< 全部
  in_time,       ///< 按期: speaks of when, not of whether
  generic,       ///< 公民, 群众: whoever asks
  self,          ///< 我局, 本机关
  other_time,    ///< 上年, 上半年
  compare,       ///< 同比, 增加
  other_body,    ///< 各镇, 区级
  whole_place,   ///< 全市
  turned,        ///< 结转: with a year behind it, carried forward; with a year before it, carried over
  except,        ///< 除, 其余: what is said is not of all
  this_time,     ///< 本年度
  done_rate,     ///< 办结率
  other_topic,   ///< 12345, 建议: figures behind it are of something else
};

/// What a word says.
struct SaidWord {
  Topic topic;
  Key key;
  std::uint32_t roles;  ///< bit 1 << Role

  [[nodiscard]] constexpr bool is(Role role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
};

/// All these words, and what one of them says where it stands in the prose.
[[nodiscard]] IndexedList said_words();
[[nodiscard]] const SaidWord& what_is_said(const Occurrence& word);

/// A cell of a form: indices into Form::tables, Table::rows and the columns of the row's part.
struct FormCell {
  std::uint8_t table;
  std::uint8_t row;
  std::uint8_t column;
};

/// A figure that sentences tell and the forms hold.
struct Indicator {
  std::string_view id;  ///< as requests.new
  std::string_view zh;
  std::string_view en;
  Topic topic;
  Key key;
  bool strict;           ///< the words leave no doubt which figure is meant: a difference is an error
  Key including;         ///< where figures of this key are said to be included …
  std::uint8_t becomes;  ///< … it is this indicator instead; index, 255 for none
  /// For each form the sums of cells that it may be: one, or several where the words leave it open. None: the form lacks it.
  std::span<const std::span<const std::span<const FormCell>>> sums;
};

[[nodiscard]] std::span<const Indicator> indicators();

/// The indicator that a topic and a key name; null where there is none.
[[nodiscard]] const Indicator* indicator_of(Topic topic, Key key);

}  // namespace gouji
