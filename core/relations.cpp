#include "relations.h"

namespace gouji {
namespace {

/// In how many rows or columns an identity is evaluated.
std::size_t count_places(const Identity& identity, const Table& table) {
  return identity.each_row ? table.rows.size() : table.parts[0].columns.size();
}

struct Side {
  std::int64_t sum = 0;
  bool readable = true;
  bool blank = false;  ///< a cell of it is empty
};

Side add_up(const CellRefs& cells, const TableReading& reading) {
  Side side;
  for (const CellRef ref : cells) {
    const Cell& cell = reading.rows[ref.row].cells[ref.column];
    if (is_summable(cell)) {
      side.sum += cell.value.digits;
    } else {
      side.readable = false;
    }
    side.blank |= cell.state == Cell::State::blank;
  }
  return side;
}

Relation::Status judge(const Side& left, const Side& right) {
  if (!left.readable || !right.readable) return Relation::Status::unreadable;
  if (left.sum == right.sum) return Relation::Status::held;
  // An empty cell counts as zero, yet it may be a figure that somebody forgot. If one on the smaller side could make up the
  // difference, nothing contradicts anything.
  const bool could_be_filled = left.sum < right.sum ? left.blank : right.blank;
  return could_be_filled ? Relation::Status::unreadable : Relation::Status::failed;
}

}  // namespace

bool is_summable(const Cell& cell) { return cell.state != Cell::State::unreadable && cell.value.is_integer(); }

std::string_view place_of(const Relation& relation, const std::vector<TableReading>& tables) {
  const Table& table = tables[relation.table].official();
  return relation.identity->each_row ? table.rows[relation.at].id : table.parts[0].columns[relation.at].id;
}

std::string name_of(const Relation& relation, const std::vector<TableReading>& tables) {
  return std::string(relation.identity->name) + "@" + std::string(place_of(relation, tables));
}

std::vector<Relation> evaluate(const std::vector<TableReading>& tables) {
  std::size_t count = 0;
  for (const TableReading& reading : tables) {
    for (const Identity& identity : reading.form->identities)
      count += identity.table == reading.table ? count_places(identity, reading.official()) : 0;
  }
  std::vector<Relation> relations;
  relations.reserve(count);
  for (const TableReading& reading : tables) {
    const auto t = static_cast<std::uint16_t>(&reading - tables.data());
    for (const Identity& identity : reading.form->identities) {
      if (identity.table != reading.table) continue;
      const std::size_t places = count_places(identity, reading.official());
      for (std::uint8_t at = 0; at < places; ++at) {
        const CellRefs left(identity.left, {t, at, at}, identity.each_row);
        const CellRefs right(identity.right, {t, at, at}, identity.each_row);
        const Side left_side = add_up(left, reading);
        const Side right_side = add_up(right, reading);
        relations.push_back(
            {&identity, t, at, judge(left_side, right_side), left, right, left_side.sum, right_side.sum});
      }
    }
  }
  return relations;
}

}  // namespace gouji
