// Any figures in a form's tables: a change that the diagnosis names, or lists, really makes the sums hold.

#include "diagnosis.h"

#include <algorithm>

#include "fuzz.h"

using namespace gouji;
using gouji::fuzz::require;

namespace {

/// The fuzzer's bytes, one after another; zeros when they have run out.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint8_t next() { return at_ < size_ ? data_[at_++] : 0; }
  [[nodiscard]] bool left() const { return at_ < size_; }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

Cell& cell_at(std::vector<TableReading>& tables, CellRef ref) {
  return tables[ref.table].rows[ref.row].cells[ref.column];
}

void put(Cell& cell, std::int64_t value) {
  cell.state = Cell::State::number;
  cell.value = Decimal(value);
}

std::vector<TableReading> tables_of(const Form& form, Bytes& bytes) {
  std::vector<TableReading> tables;
  for (std::uint8_t t = 0; t < form.tables.size(); ++t) {
    TableReading table;
    table.form = &form;
    table.table = t;
    for (std::size_t row = 0; row < form.tables[t].rows.size(); ++row) {
      RowReading reading;
      reading.state = RowState::read;
      for (std::size_t column = 0; column < form.tables[t].columns_of(row); ++column) {
        const std::uint8_t byte = bytes.next();
        Cell cell;
        put(cell, byte < 0xf0 ? byte % 60 : byte * 1000);
        reading.cells.push_back(cell);
      }
      table.rows.push_back(reading);
    }
    tables.push_back(table);
  }
  return tables;
}

/// Puts the sum into each total, again and again, for totals are parts of others.
void make_consistent(std::vector<TableReading>& tables) {
  constexpr int rounds = 6;
  for (int round = 0; round < rounds; ++round) {
    for (const Relation& relation : evaluate(tables)) {
      if (relation.left_sum == relation.right_sum) continue;
      Cell& last = cell_at(tables, relation.right.back());
      const std::int64_t value = last.value.digits + relation.left_sum - relation.right_sum;
      if (value >= 0) put(last, value);
    }
  }
}

void damage(std::vector<TableReading>& tables, Bytes& bytes) {
  constexpr int most = 4;
  for (int i = 0; i < most && bytes.left(); ++i) {
    TableReading& table = tables[bytes.next() % tables.size()];
    RowReading& row = table.rows[bytes.next() % table.rows.size()];
    Cell& cell = row.cells[bytes.next() % row.cells.size()];
    const std::uint8_t kind = bytes.next();
    if (kind % 8 == 0) cell.state = Cell::State::blank;
    if (kind % 8 == 1) cell.state = Cell::State::unreadable;
    if (kind % 8 < 2) cell.value = Decimal(0);
    if (kind % 8 == 2) std::swap(cell, row.cells.front());
    if (kind % 8 > 2) put(cell, bytes.next());
  }
}

void check_repairs(const std::vector<TableReading>& tables, const std::vector<Relation>& relations,
                   const Diagnosis& diagnosis, const std::vector<Repair>& repairs) {
  std::vector<TableReading> mended = tables;
  for (const Repair& repair : repairs) {
    const Cell& cell = cell_at(mended, repair.cell);
    require(repair.cell.table == diagnosis.table, "repairs stay in their table");
    require(cell.state != Cell::State::unreadable, "what is not read is not mended");
    require(cell.value.digits == repair.from, "a repair starts from what stands there");
    require(repair.from != repair.to || cell.state == Cell::State::blank, "a repair changes something");
    put(cell_at(mended, repair.cell), repair.to);
  }
  const std::vector<Relation> after = evaluate(mended);
  for (const std::size_t i : diagnosis.relations)
    require(after[i].left_sum == after[i].right_sum, "what is named makes the sums hold");
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (relations[i].status == Relation::Status::held)
      require(after[i].left_sum == after[i].right_sum, "what is named breaks no sum that held");
  }
}

void check_diagnosis(const std::vector<TableReading>& tables, const std::vector<Relation>& relations,
                     const Diagnosis& diagnosis) {
  const bool open = diagnosis.kind == Diagnosis::Kind::ambiguous || diagnosis.kind == Diagnosis::Kind::unexplained;
  require(!diagnosis.relations.empty(), "a diagnosis is of sums that do not hold");
  for (const std::size_t i : diagnosis.relations)
    require(relations[i].left_sum != relations[i].right_sum, "a diagnosis is of sums that do not hold");
  require(open == diagnosis.repairs.empty(), "repairs are named where they are certain");
  require(diagnosis.kind != Diagnosis::Kind::one_cell || diagnosis.repairs.size() == 1, "one cell is one");
  require(diagnosis.kind != Diagnosis::Kind::ambiguous || diagnosis.alternatives.size() > 1, "one of several");
  if (!open) check_repairs(tables, relations, diagnosis, diagnosis.repairs);
  for (const auto& repairs : diagnosis.alternatives) check_repairs(tables, relations, diagnosis, repairs);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  std::vector<TableReading> tables = tables_of(forms()[bytes.next() % forms().size()], bytes);
  make_consistent(tables);
  damage(tables, bytes);
  const std::vector<Relation> relations = evaluate(tables);
  const std::vector<Diagnosis> diagnoses = diagnose(tables, relations);
  for (const Diagnosis& diagnosis : diagnoses) check_diagnosis(tables, relations, diagnosis);
  const std::vector<Diagnosis> again = diagnose(tables, relations);
  require(again.size() == diagnoses.size(), "the same figures give the same diagnosis");
  for (std::size_t i = 0; i < again.size(); ++i)
    require(again[i].repairs == diagnoses[i].repairs && again[i].alternatives == diagnoses[i].alternatives,
            "the same figures give the same diagnosis");
  return 0;
}
