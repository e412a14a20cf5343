#pragma once

#include <cstdint>
#include <vector>

#include "clause.h"
#include "portion.h"
#include "prose.h"

namespace gouji {

/// A list of parts and what they may be the parts of.
///
///     收到申请34件,其中网上申请30件、信函申请4件;自然人申请31件,法人申请3件。
///         ~~~~ total    ~~~~       ~~~           ~~~~         ~~~ parts; the third restarts
struct PartList {
  enum class Opening : std::uint8_t {
    among,         ///< 其中, 包括: whatever follows is among the total
    including,     ///< 含, 主要包括
    respectively,  ///< 分别为
    within,        ///< 34件申请中,
    colon,
    bracket,
  };

  Opening opening = Opening::among;
  ProseSpan paragraph;
  std::vector<Portion> totals;  ///< that it may sort, the nearest first; never empty
  std::vector<Portion> parts;   ///< never empty; of the totals' kind of measure
  std::vector<Portion> others;  ///< figures of the list with other measures
  bool across = false;          ///< the totals stand in the sentence before
  bool near = true;             ///< the nearest total stands in the list's sentence or ends the one before
  bool apart = false;           ///< the list has a sentence or brackets of its own, or stands behind a colon
  bool resumed = false;         ///< another list stands before it, the last part of which is its nearest total
  bool closed = false;          ///< the list ends with its sentence or its brackets, and nothing in it is unclear
  bool partial = false;         ///< 等, 主要: it does not name all parts
};

/// All such lists, in the order of the text.
[[nodiscard]] std::vector<PartList> find_part_lists(const Prose& prose,
                                                    const std::vector<ParagraphClauses>& paragraphs);

/// Marks the parts from which on the total may be sorted anew.
void mark_restarts(PartList& list);

}  // namespace gouji
