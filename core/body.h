#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "place.h"

namespace gouji {

enum class BodyKind : std::uint8_t {
  unknown,
  government,         ///< 人民政府 of a county or above
  government_office,  ///< its 办公厅 or 办公室
  department,         ///< 局, 委员会, 厅 … of a place, or of the state
  township,           ///< government of a 镇 or 乡, 街道办事处
  other,              ///< something else, as 管理委员会 of a zone, 党政办公室, a company
};

/// Whom words mean, seen from the body that reports.
enum class Whose : std::uint8_t {
  own,         ///< itself: 我局, 县水务局 and 水务局 for 青禾县水务局
  government,  ///< the people's government that it belongs to, or that government's office: 县政府
  other,       ///< certainly neither: 县林业局, 红河县水务局, 市政府
  unclear,
};

/// The public body that reports, as the title names it, and what can be told from that name alone (words from
/// `forms/bodies.json`).
///
///     长治市潞州区人民政府办公室
///     ^^^^^^ ^^^^^^             places, the widest first
///                  ^^^^^^^^^^^^ what it is there
///
/// Names are those of the folded text; spaces and line breaks in them do not matter.
class Body {
 public:
  Body() = default;
  explicit Body(std::string_view name);

  [[nodiscard]] const std::string& name() const { return name_; }  ///< without spaces; empty where there is none
  [[nodiscard]] BodyKind kind() const { return kind_; }
  /// Of its place. Unknown for most of those in a 市, which is a prefecture or a county as the case may be.
  [[nodiscard]] Level level() const { return level_; }
  /// Whether it is certain that the law gives it no power to make 规章.
  [[nodiscard]] bool lacks_rule_making() const;

  /// Whom `words` mean: a body's name, or 我局, 本机关. All of `words` must be the name.
  [[nodiscard]] Whose whose(std::string_view words) const;
  /// Whether `words` name a place, or a body of one, that is neither the reporter's, nor in it, nor above it.
  [[nodiscard]] bool is_elsewhere(std::string_view words) const;
  /// Whether 我局, 本办 and the like can be neither how this body calls itself nor its place: 我镇 for a 局.
  [[nodiscard]] bool contradicts(std::string_view self) const;

 private:
  [[nodiscard]] bool is_own_unit(const std::string& unit) const;
  [[nodiscard]] Whose whose_self(std::string_view word) const;

  std::string name_;
  Places places_;
  std::string unit_;   ///< what stands behind the places and their 人民政府; empty for these alone
  bool bare_ = false;  ///< a place alone
  BodyKind kind_ = BodyKind::unknown;
  Level level_ = Level::unknown;
};

/// The name of a body, or 我局 and the like, that `text` begins with, as far as it is certainly one: 青禾县水务局 of
/// 青禾县水务局认真贯彻…. Empty for none. Takes folded text without spaces (of a `Prose`).
[[nodiscard]] std::string_view body_at(std::string_view text);

}  // namespace gouji
