#pragma once

#include <cstdint>
#include <vector>

#include "prose.h"
#include "quantity.h"
#include "said.h"
#include "span.h"

namespace gouji {

/// What a sentence says of a figure that the forms hold.
///
///     2021年共受理26件政府信息公开申请,已全部办理答复
///           ^^^^^^^^^^^^^^^^^^^^^^^^^^ words
///               ^^ span             requests.received 26
///                                    ^^^^^^^^^^^^ all_done
struct Claim {
  enum class Says : std::uint8_t {
    figure,    ///< a number
    none,      ///< that there is none: 未收到 …
    all_done,  ///< that nothing was left over: 全部办结
  };

  Says says = Says::figure;
  bool soft = false;  ///< the words leave some doubt: never an error
  Bound bound = Bound::exact;
  std::vector<std::uint8_t> of;  ///< indices into `indicators()`: the sum of these; empty for all_done
  Decimal value;                 ///< in the unit of the form (万元 for fees); 0 for none
  Decimal low;
  Decimal high;
  ProseSpan span;   ///< the figure without its measure word; for the other two the words
  ProseSpan whole;  ///< the figure with what bounds it and its measure word: 20余件; for the other two the words
  ProseSpan words;  ///< from the first word that was understood to the last
  std::uint32_t sentence = 0;  ///< index into Prose::sentences
  bool chinese = false;        ///< the figure is written in Chinese numerals

  [[nodiscard]] bool allows(Decimal actual) const { return compare(low, actual) <= 0 && compare(actual, high) <= 0; }
};

/// A figure that stands where requests, cases or documents are spoken of, and of which nothing is claimed.
struct Unclaimed {
  enum class Why : std::uint8_t {
    words,   ///< something between the figure and its name was not understood
    year,    ///< it is of another year or of a part of the year
    body,    ///< it is of another body
    change,  ///< it is a change against something else
    part,    ///< a part of a figure told before, of which the form has nothing
  };
  ProseSpan span;
  Why why = Why::words;
};

struct Claims {
  std::vector<Claim> claims;         ///< in order
  std::vector<Unclaimed> unclaimed;  ///< in order
};

}  // namespace gouji
