#include "document.h"

#include "settle.h"

namespace gouji {

Document read_document(std::string_view paste) {
  Document document{Text(paste), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  document.layout = read_layout(document.text);
  document.facts = read_facts(document.text, document.layout);
  document.body = Body(document.text.at(document.facts.agency));
  document.grid = read_grid(document.text.folded(), document.layout);
  document.tables = match_tables(document.text, document.layout, document.facts, document.grid);
  settle(document.tables);
  document.prose = Prose(document.text, document.layout, document.tables);
  document.relations = evaluate(document.tables);
  document.claims = read_claims(document.prose, document.facts.year, document.text.at(document.facts.agency));
  document.diagnoses = diagnose(document.tables, document.relations);
  return document;
}

}  // namespace gouji
