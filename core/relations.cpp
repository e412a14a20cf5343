#include "relations.h"

namespace gouji {
namespace {

const Cell& cell_at(const std::vector<TableReading>& tables, CellRef ref) {
  return tables[ref.table].rows[ref.row].cells[ref.column];
}

Relation::Status judge(const Relation& relation, const std::vector<TableReading>& tables) {
  // An empty cell counts as zero, yet it may be a figure that somebody forgot. If one on the smaller side could make up the
  // difference, nothing contradicts anything.
  bool left_blank = false;
  bool right_blank = false;
  for (const CellRef ref : relation.left) {
    if (!is_summable(cell_at(tables, ref))) return Relation::Status::unreadable;
    left_blank |= cell_at(tables, ref).state == Cell::State::blank;
  }
  for (const CellRef ref : relation.right) {
    if (!is_summable(cell_at(tables, ref))) return Relation::Status::unreadable;
    right_blank |= cell_at(tables, ref).state == Cell::State::blank;
  }
  if (relation.left_sum == relation.right_sum) return Relation::Status::held;
  const bool could_be_filled = relation.left_sum < relation.right_sum ? left_blank : right_blank;
  return could_be_filled ? Relation::Status::unreadable : Relation::Status::failed;
}

}  // namespace

bool is_summable(const Cell& cell) { return cell.state != Cell::State::unreadable && cell.value.is_integer(); }

std::string name_of(const Relation& relation, const std::vector<TableReading>& tables) {
  const Table& table = tables[relation.table].official();
  const std::string_view at =
      relation.identity->each_row ? table.rows[relation.at].id : table.parts[0].columns[relation.at].id;
  return std::string(relation.identity->name) + "@" + std::string(at);
}

std::vector<Relation> evaluate(const std::vector<TableReading>& tables) {
  std::vector<Relation> relations;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    const TableReading& reading = tables[t];
    const Table& table = reading.official();
    for (const Identity& identity : reading.form->identities) {
      if (identity.table != reading.table) continue;
      const std::size_t count = identity.each_row ? table.rows.size() : table.parts[0].columns.size();
      for (std::size_t at = 0; at < count; ++at) {
        Relation relation;
        relation.identity = &identity;
        relation.table = static_cast<std::uint16_t>(t);
        relation.at = static_cast<std::uint8_t>(at);
        const auto gather = [&](std::span<const std::uint8_t> members, std::vector<CellRef>& refs, std::int64_t& sum) {
          for (const std::uint8_t member : members) {
            const CellRef ref = identity.each_row ? CellRef{relation.table, relation.at, member}
                                                  : CellRef{relation.table, member, relation.at};
            refs.push_back(ref);
            if (is_summable(cell_at(tables, ref))) sum += cell_at(tables, ref).value.digits;
          }
        };
        gather(identity.left, relation.left, relation.left_sum);
        gather(identity.right, relation.right, relation.right_sum);
        relation.status = judge(relation, tables);
        relations.push_back(std::move(relation));
      }
    }
  }
  return relations;
}

}  // namespace gouji
