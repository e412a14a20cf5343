#pragma once

#include <string_view>
#include <vector>

#include "prose.h"
#include "token.h"

namespace gouji {

/// Of what time and of whom a place of a sentence speaks.
///
///     2022年上半年,我局收到申请11件,全年收到26件
///     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ other_time
struct Scope {
  bool other_time = false;  ///< another year than the report's, a part of it, or several years
  bool other_body = false;
  bool quoted = false;  ///< inside 《》 or “”
};

/// Carries from sentence to sentence what a ； leaves open.
class Scopes {
 public:
  /// `year` is that of the report, 0 where it is not known; `agency` the name of the body, may be empty.
  Scopes(const Prose& prose, int year, std::string_view agency) : prose_(prose), year_(year), agency_(agency) {}

  /// One for each token of the sentence. `follows_on`: it belongs to the one before it.
  [[nodiscard]] std::vector<Scope> of(const std::vector<Token>& tokens, bool follows_on);

 private:
  void enter(const std::vector<Token>& tokens, std::size_t i);

  const Prose& prose_;
  int year_;
  std::string_view agency_;
  Scope now_;
  std::vector<Scope> outside_;  ///< what held before each open bracket
};

/// Whether 全县, 全局, 全镇 … is all of the body itself: 全县 of 青禾县人民政府.
[[nodiscard]] bool is_whole_of(std::string_view place, std::string_view agency);

/// Whether the words before and behind a time say that something is compared with it: 比2022年, 与上年相比.
[[nodiscard]] bool is_compared_with(const std::vector<Token>& tokens, std::size_t time);

}  // namespace gouji
