#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "number.h"
#include "relations.h"
#include "span.h"

namespace gouji {

/// A figure of a sentence, as its words mean it.
struct Mention {
  ProseSpan span;  ///< the number with the words that bound it and its measure: 约300件
  Decimal value;
  Decimal low;  ///< what the wording allows, both ends included
  Decimal high;
};

/// A figure that a sentence states, held against what follows from other figures of the report.
///
///     主动公开信息100条,其中政策文件30条、公示公告75条
///                ^^^^^                              stated: 100
///                                 ^^^^         ^^^^^  others: 30, 75; what follows is 105
struct Comparison {
  enum class Kind : std::uint8_t {
    parts,         ///< a total and the parts of it that a list names
    share,         ///< how many percent of a total a part is
    shares,        ///< all percentages of one list
    change,        ///< by how much a figure grew or fell
    distribution,  ///< a row of names and the row of figures given to them (分别为)
  };
  using Status = Relation::Status;

  /// What is wrong where the comparison failed.
  enum class Fault : std::uint8_t {
    none,
    exceeds,      ///< what follows is more than what is stated
    falls_short,  ///< what follows is less
    differs,      ///< what follows is something else
    direction,    ///< it is said to have grown and fell, or the other way round
    points,       ///< a difference of percentages is told in percent, not in percentage points
  };
  /// How sure it is that a failure is one.
  enum class Certainty : std::uint8_t {
    certain,   ///< both cannot be true
    likely,    ///< very probably wrong
    possible,  ///< worth a look
  };

  Kind kind = Kind::parts;
  Status status = Status::held;
  Fault fault = Fault::none;
  Certainty certainty = Certainty::certain;
  Mention stated;
  std::vector<Mention> others;   ///< in the order of the text, but for a change: the figure now, then the one before
  Decimal follows;               ///< from the others, as `stated` should be: the sum, the percentage, the difference
  bool whole = true;             ///< the others make up all of `stated`; else they are some of it and may be less
  std::optional<Mention> cause;  ///< the one figure that, changed to `repaired`, would settle a failure
  Decimal repaired;
};

}  // namespace gouji
