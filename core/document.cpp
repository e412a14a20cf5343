#include "document.h"

#include "arithmetic.h"
#include "settle.h"

namespace gouji {

Document read_document(std::string_view paste) {
  Document document(paste);
  document.layout = read_layout(document.text);
  document.facts = read_facts(document.text, document.layout);
  document.body = Body(document.text.at(document.facts.agency));
  document.grid = read_grid(document.text.folded(), document.layout);
  document.tables = match_tables(document.text, document.layout, document.facts, document.grid);
  settle(document.tables);
  document.prose = Prose(document.text, document.layout, document.tables);
  document.items = find_items(document.prose);
  document.outline = read_outline(document.text, document.layout, document.facts, document.tables, document.prose);
  document.comparisons = compare_figures(document.prose);
  document.years =
      read_years(document.text, document.layout, document.facts, document.body, document.tables, document.prose);
  document.relations = evaluate(document.tables);
  document.claims = read_claims(document.prose, document.facts.year, document.body);
  document.ties = tie_to_tables(document.claims.claims, document.tables);
  document.diagnoses = diagnose(document.tables, document.relations);
  weigh(document.claims.claims, document.tables, document.relations, document.ties, document.diagnoses);
  return document;
}

std::optional<CellRef> Document::find_cell(std::string_view table, std::string_view row,
                                           std::string_view column) const {
  for (std::uint16_t t = 0; t < tables.size(); ++t) {
    const Table& official = tables[t].official();
    if (tables[t].report != 0 || official.id != table) continue;
    for (std::uint8_t r = 0; r < official.rows.size(); ++r) {
      if (official.rows[r].id != row || tables[t].rows[r].state != RowState::read) continue;
      const std::span<const Column> columns = official.part_of(r).columns;
      for (std::uint8_t c = 0; c < columns.size(); ++c) {
        if (columns[c].id == column) return CellRef{t, r, c};
      }
    }
  }
  return std::nullopt;
}

}  // namespace gouji
