#pragma once

#include <cstdint>
#include <vector>

#include "match.h"
#include "relations.h"

namespace gouji {

/// A change of one cell.
struct Repair {
  CellRef cell;
  std::int64_t from = 0;
  std::int64_t to = 0;

  friend constexpr auto operator<=>(const Repair&, const Repair&) = default;
};

/// Why a group of relations does not hold, and what would mend it.
struct Diagnosis {
  enum class Kind : std::uint8_t {
    one_cell,         ///< one figure is wrong
    blank,            ///< an empty cell must hold a figure, or several that stand in one sum
    swapped,          ///< two figures stand in each other's place
    shifted,          ///< the figures of a row stand one cell too far to the left or right
    total_misplaced,  ///< the total column stands elsewhere
    several_cells,    ///< these figures are wrong, each for itself
    ambiguous,        ///< several changes would do, and nothing decides
    unexplained,      ///< no change of a few cells mends it
  };

  Kind kind = Kind::unexplained;
  std::uint16_t table = 0;
  std::vector<std::size_t> relations;             ///< the relations that do not hold, as indices
  std::vector<Repair> repairs;                    ///< what mends them; empty for the last two kinds
  std::vector<std::vector<Repair>> alternatives;  ///< for an ambiguous one, most plausible first
  std::vector<std::size_t> witnesses;             ///< claims of sentences that agree with the repairs, as indices
};

/// Explains all relations that do not hold by the smallest change that makes every relation of the table hold.
///
/// A change is one act of somebody who filled in the form: a wrong figure, two figures exchanged, a row moved by one cell.
/// One act that explains everything is named; where several explain it equally well they are listed, the most likely slip of a
/// typist first; where up to three single figures do it in only one way, all of them are named.
///
/// Exact integers; bounded work on any table; the same answer for the same input.
[[nodiscard]] std::vector<Diagnosis> diagnose(const std::vector<TableReading>& tables,
                                              const std::vector<Relation>& relations);

/// How likely somebody who meant `to` wrote `from`: greater is likelier. A digit dropped, doubled, transposed, a zero too many,
/// one off.
[[nodiscard]] int slip_likelihood(std::int64_t from, std::int64_t to);

}  // namespace gouji
