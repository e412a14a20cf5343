#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "body.h"
#include "claims.h"
#include "comparison.h"
#include "diagnosis.h"
#include "facts.h"
#include "grid.h"
#include "items.h"
#include "layout.h"
#include "match.h"
#include "outline.h"
#include "prose.h"
#include "relations.h"
#include "text.h"
#include "ties.h"
#include "years.h"

namespace gouji {

/// What reading a paste gave, stage by stage; what rules look at.
struct Document {
  explicit Document(std::string_view paste) : text(paste) {}

  Text text;
  Layout layout;
  DocumentFacts facts;
  Body body;  ///< the one that reports, by the title
  Grid grid;
  std::vector<TableReading> tables;
  Prose prose;
  std::vector<ItemMark> items;  ///< marks of lists in the prose
  Outline outline;
  Years years;
  std::vector<Relation> relations;
  std::vector<Diagnosis> diagnoses;
  Claims claims;
  std::vector<Tie> ties;
  std::vector<Comparison> comparisons;  ///< of sentences, those that held among them

  [[nodiscard]] const Cell& cell(CellRef ref) const { return tables[ref.table].rows[ref.row].cells[ref.column]; }
  /// The cell of the first report by the ids of its table, row and column; nothing where its row was not read.
  [[nodiscard]] std::optional<CellRef> find_cell(std::string_view table, std::string_view row,
                                                 std::string_view column) const;
};

/// Runs all reading stages. `paste` must outlive the document.
[[nodiscard]] Document read_document(std::string_view paste);

}  // namespace gouji
