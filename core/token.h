#pragma once

#include <cstdint>
#include <vector>

#include "prose.h"
#include "said.h"
#include "span.h"

namespace gouji {

/// A sentence cut into what the claim reader knows and what it does not.
struct Token {
  enum class Kind : std::uint8_t {
    word,      ///< one of said.json
    quantity,  ///< with what stands around it: 约300件
    year,      ///< 2021年, 2021年度
    day,       ///< 12月31日, 6月
    mark,      ///< , ; : ( ) 。 …
    unknown,   ///< anything else
  };

  Kind kind = Kind::unknown;
  ProseSpan span;
  const SaidWord* word = nullptr;
  std::uint32_t quantity = 0;  ///< index into Prose::quantities
  int number = 0;              ///< the year; for a day month * 100 + day
  char mark = '\0';            ///< the first byte of the mark; '.' for 。

  [[nodiscard]] bool is(Role role) const { return word != nullptr && word->is(role); }
  [[nodiscard]] bool is_mark(char c) const { return kind == Kind::mark && mark == c; }
  [[nodiscard]] Topic topic() const { return word == nullptr ? Topic{0} : word->topic; }
  [[nodiscard]] Key key() const { return word == nullptr ? Key{0} : word->key; }
};

/// Puts the tokens of a sentence in place of what `tokens` holds: in order, covering it. Words are the longest that fit.
void read_tokens(const Prose& prose, const Prose::Sentence& sentence, std::vector<Token>& tokens);

}  // namespace gouji
