#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "claims.h"
#include "diagnosis.h"
#include "match.h"
#include "relations.h"

namespace gouji {

/// A claim held against the cells of the report's own tables that it speaks of.
struct Tie {
  /// Who is wrong where the two differ.
  enum class Wrong : std::uint8_t {
    unknown,   ///< one of the two
    sentence,  ///< the cells are borne out by the sums that they are part of
    cell,      ///< other sentences say the same against a cell that no sum bears out
    settled,   ///< the table has a figure that is wrong anyway, and with that mended the two agree
  };

  std::size_t claim = 0;  ///< index into Claims::claims
  Relation::Status status = Relation::Status::held;
  Wrong wrong = Wrong::unknown;
  std::vector<CellRef>
      cells;          ///< whose sum is meant; where the words leave several open, those that fit, or else the first
  Decimal sum;        ///< of the cells; empty cells and zero marks as zero
  bool open = false;  ///< the words leave several sums open that differ, and none fits
};

/// Ties every claim to the tables of the first report of the paste; claims of which the tables have no cell are left out.
/// A claim that all was done (全部办结) is tied to the requests carried forward. Exact.
[[nodiscard]] std::vector<Tie> tie_to_tables(const std::vector<Claim>& claims, const std::vector<TableReading>& tables);

/// Lets sentences and sums decide together. Where a diagnosis has several explanations, those stay that agree with the most
/// claims; where one is left it is named. Then each tie that failed is told who is wrong.
void weigh(const std::vector<Claim>& claims, const std::vector<TableReading>& tables,
           const std::vector<Relation>& relations, std::vector<Tie>& ties, std::vector<Diagnosis>& diagnoses);

}  // namespace gouji
