#include "ties.h"

#include <algorithm>
#include <map>
#include <optional>

#include "form.h"
#include "said.h"

namespace gouji {
namespace {

const Cell& cell_at(const std::vector<TableReading>& tables, CellRef ref) {
  return tables[ref.table].rows[ref.row].cells[ref.column];
}

/// The cells of one sum of an indicator in the tables of the first report; nothing where the table is not there.
std::optional<std::vector<CellRef>> in_tables(std::span<const FormCell> sum, std::size_t form,
                                              const std::vector<TableReading>& tables) {
  std::vector<CellRef> cells;
  for (const FormCell& cell : sum) {
    std::optional<std::uint16_t> found;
    for (std::uint16_t t = 0; t < tables.size() && !found; ++t) {
      if (tables[t].report == 0 && tables[t].table == cell.table && tables[t].form == &forms()[form]) found = t;
    }
    if (!found) return std::nullopt;
    cells.push_back({*found, cell.row, cell.column});
  }
  return cells;
}

/// All sums that an indicator may mean, in the form of its table.
std::vector<std::vector<CellRef>> sums_of(const Indicator& indicator, const std::vector<TableReading>& tables) {
  std::vector<std::vector<CellRef>> sums;
  for (std::size_t form = 0; form < indicator.sums.size() && sums.empty(); ++form) {
    for (const auto& sum : indicator.sums[form]) {
      if (auto cells = in_tables(sum, form, tables)) sums.push_back(std::move(*cells));
    }
  }
  return sums;
}

struct Sum {
  Decimal value;
  bool readable = true;
  bool blank = false;
};

/// The value of a cell in 万元, where it is money, as claims are; nothing where its unit is not known.
std::optional<Decimal> value_of(const Cell& cell, const Column& column) {
  if (column.unit != Unit::amount) return cell.value;
  if (cell.unit == FigureUnit::yuan)
    return Decimal(cell.value.digits, static_cast<std::uint8_t>(cell.value.decimals + 4));
  const bool told = cell.unit == FigureUnit::wan_yuan || column.label.text.find("万元") != std::string_view::npos;
  return told && cell.unit != FigureUnit::yi_yuan ? std::optional(cell.value) : std::nullopt;
}

Sum add_up(const std::vector<CellRef>& cells, const std::vector<TableReading>& tables) {
  Sum sum;
  for (const CellRef ref : cells) {
    const Cell& cell = cell_at(tables, ref);
    const auto value = value_of(cell, tables[ref.table].official().part_of(ref.row).columns[ref.column]);
    if (cell.state == Cell::State::unreadable || !value || (cells.size() > 1 && !value->is_integer())) {
      sum.readable = false;
      continue;
    }
    sum.blank = sum.blank || cell.state == Cell::State::blank;
    sum.value = cells.size() == 1 ? *value : Decimal(sum.value.digits + value->digits);
  }
  return sum;
}

/// Every way to take one sum of each of the claim's indicators.
std::vector<std::vector<CellRef>> readings_of(const Claim& claim, const std::vector<TableReading>& tables) {
  static const Indicator* const left_over = indicator_of(topic_named("request"), key_named("carried_forward"));
  if (claim.says == Claim::Says::all_done) return sums_of(*left_over, tables);
  if (claim.of.size() == 1) return sums_of(indicators()[claim.of[0]], tables);
  std::vector<CellRef> all;
  for (const std::uint8_t index : claim.of) {
    const auto sums = sums_of(indicators()[index], tables);
    if (sums.empty()) return {};
    all.insert(all.end(), sums[0].begin(), sums[0].end());
  }
  return {all};
}

bool fits(const Claim& claim, Decimal value) {
  return claim.says == Claim::Says::figure ? claim.allows(value) : compare(value, Decimal(0)) == 0;
}

/// The sum of a tie's cells with the repairs of a diagnosis made.
Decimal repaired(const Tie& tie, const std::vector<Repair>& repairs) {
  Decimal sum = tie.sum;
  for (const Repair& repair : repairs) {
    if (std::find(tie.cells.begin(), tie.cells.end(), repair.cell) == tie.cells.end() || !sum.is_integer()) continue;
    sum = Decimal(sum.digits + repair.to - repair.from);
  }
  return sum;
}

bool touches(const Tie& tie, const std::vector<Repair>& repairs) {
  return std::any_of(repairs.begin(), repairs.end(), [&](const Repair& repair) {
    return std::find(tie.cells.begin(), tie.cells.end(), repair.cell) != tie.cells.end();
  });
}

constexpr std::size_t any_reading = static_cast<std::size_t>(-1);

bool is_exact(const Claim& claim) {
  return claim.bound == Bound::exact && !claim.soft && claim.says != Claim::Says::all_done;
}

/// Of several explanations those that agree with the most sentences.
void choose(const std::vector<Claim>& claims, const std::vector<Tie>& ties, Diagnosis& diagnosis) {
  const auto agreeing = [&](const std::vector<Repair>& repairs) {
    std::vector<std::size_t> found;
    for (const Tie& tie : ties) {
      if (is_exact(claims[tie.claim]) && tie.status != Relation::Status::unreadable &&
          fits(claims[tie.claim], repaired(tie, repairs)))
        found.push_back(tie.claim);
    }
    return found;
  };
  std::size_t most = 0;
  for (const auto& repairs : diagnosis.alternatives) most = std::max(most, agreeing(repairs).size());
  std::vector<std::vector<Repair>> best;
  for (auto& repairs : diagnosis.alternatives) {
    if (agreeing(repairs).size() == most) best.push_back(std::move(repairs));
  }
  diagnosis.alternatives = std::move(best);
  if (diagnosis.alternatives.size() != 1) return;
  diagnosis.repairs = std::move(diagnosis.alternatives[0]);
  diagnosis.alternatives.clear();
  diagnosis.kind = diagnosis.repairs.size() == 1 ? Diagnosis::Kind::one_cell : Diagnosis::Kind::several_cells;
}

/// What the sums of the tables say of single cells. Many sentences may be of one cell: it is looked up once.
class Witnesses {
 public:
  Witnesses(const std::vector<TableReading>& tables, const std::vector<Relation>& relations)
      : tables_(tables), relations_(relations) {}

  /// Whether a cell is part of any sum.
  [[nodiscard]] bool are_there(CellRef cell) { return of(cell).any; }
  /// Whether it is part of a sum that holds, and of none that fails.
  [[nodiscard]] bool bear_out(CellRef cell) { return of(cell).for_it; }

 private:
  struct Of {
    bool any = false;
    bool for_it = false;
  };

  const Of& of(CellRef cell) {
    const auto [known, added] = known_.try_emplace(cell);
    if (added) known->second = look_up(cell);
    return known->second;
  }

  [[nodiscard]] Of look_up(CellRef cell) const {
    Of found;
    bool failed = false;
    for (const Relation& relation : relations_) {
      const auto has = [&](const CellRefs& cells) {
        return std::find(cells.begin(), cells.end(), cell) != cells.end();
      };
      if (!has(relation.left) && !has(relation.right)) continue;
      found.any = true;
      failed = failed || relation.status != Relation::Status::held;
      // 0 = 0 + 0 is no witness that something was counted.
      found.for_it = found.for_it || relation.left_sum != 0 || cell_at(tables_, cell).value.digits == 0;
    }
    found.for_it = found.for_it && !failed;
    return found;
  }

  const std::vector<TableReading>& tables_;
  const std::vector<Relation>& relations_;
  std::map<CellRef, Of> known_;
};

/// What exact sentences tell of the same cells.
class Telling {
 public:
  Telling(const std::vector<Claim>& claims, const std::vector<Tie>& ties) {
    for (const Tie& tie : ties) {
      const Claim& claim = claims[tie.claim];
      if (!is_exact(claim)) continue;
      OfCells& of = of_cells_[tie.cells];
      ++of.all;
      ++of.values[claim.value];
      of.confirmed = of.confirmed || tie.status == Relation::Status::held;
    }
  }

  struct Count {
    std::size_t all = 0;       ///< sentences that tell of the cells
    std::size_t agreeing = 0;  ///< those that tell the value
    bool confirmed = false;    ///< the tables agree with one of them
  };
  [[nodiscard]] Count of(const std::vector<CellRef>& cells, Decimal value) const {
    const auto of = of_cells_.find(cells);
    if (of == of_cells_.end()) return {};
    const auto agreeing = of->second.values.find(value);
    return {of->second.all, agreeing == of->second.values.end() ? 0 : agreeing->second, of->second.confirmed};
  }

 private:
  struct Less {
    bool operator()(Decimal a, Decimal b) const { return compare(a, b) < 0; }
  };
  struct OfCells {
    std::size_t all = 0;
    std::map<Decimal, std::size_t, Less> values;
    bool confirmed = false;
  };
  std::map<std::vector<CellRef>, OfCells> of_cells_;
};

}  // namespace

std::vector<Tie> tie_to_tables(const std::vector<Claim>& claims, const std::vector<TableReading>& tables) {
  std::vector<Tie> ties;
  std::uint32_t sentence = 0;
  std::size_t meant = any_reading;  // which of several readings the total of the sentence turned out to be
  for (std::size_t c = 0; c < claims.size(); ++c) {
    auto readings = readings_of(claims[c], tables);
    if (readings.empty()) continue;
    if (claims[c].sentence != sentence) meant = any_reading;
    sentence = claims[c].sentence;
    // 收到44件,其中自然人37件: the part is of the same rows as the whole.
    if (meant < readings.size() && readings.size() == 2) readings = {readings[meant]};
    Tie tie;
    tie.claim = c;
    tie.cells = readings[0];
    tie.sum = add_up(readings[0], tables).value;
    tie.status = Relation::Status::failed;
    bool certain = true;
    for (std::size_t r = 0; r < readings.size(); ++r) {
      const auto& cells = readings[r];
      const Sum sum = add_up(cells, tables);
      tie.open = tie.open || sum.value != tie.sum;
      certain = certain && sum.readable && !sum.blank;
      if (!sum.readable || !fits(claims[c], sum.value) ||
          (sum.blank && sum.value.digits == 0 && claims[c].value.digits != 0))
        continue;
      tie.cells = cells;
      tie.sum = sum.value;
      tie.status = Relation::Status::held;
      if (readings.size() == 2) meant = r;
      break;
    }
    // An empty cell may be a figure that somebody forgot: it contradicts nothing.
    if (tie.status == Relation::Status::failed && !certain) tie.status = Relation::Status::unreadable;
    ties.push_back(std::move(tie));
  }
  return ties;
}

void weigh(const std::vector<Claim>& claims, const std::vector<TableReading>& tables,
           const std::vector<Relation>& relations, std::vector<Tie>& ties, std::vector<Diagnosis>& diagnoses) {
  for (Diagnosis& diagnosis : diagnoses) {
    if (diagnosis.kind == Diagnosis::Kind::ambiguous) choose(claims, ties, diagnosis);
    for (const Tie& tie : ties) {
      const bool mended = touches(tie, diagnosis.repairs) && is_exact(claims[tie.claim]) &&
                          fits(claims[tie.claim], repaired(tie, diagnosis.repairs));
      if (mended) diagnosis.witnesses.push_back(tie.claim);
    }
  }
  const Telling telling(claims, ties);
  Witnesses witnesses(tables, relations);
  for (Tie& tie : ties) {
    if (tie.status != Relation::Status::failed) continue;
    const Claim& claim = claims[tie.claim];
    for (const Diagnosis& diagnosis : diagnoses) {
      if (touches(tie, diagnosis.repairs) && fits(claim, repaired(tie, diagnosis.repairs)))
        tie.wrong = Tie::Wrong::settled;
    }
    if (tie.wrong == Tie::Wrong::settled) continue;
    const bool sums =
        std::all_of(tie.cells.begin(), tie.cells.end(), [&](CellRef cell) { return witnesses.bear_out(cell); });
    if (sums) {
      tie.wrong = Tie::Wrong::sentence;
      continue;
    }
    // Another sentence that says the same of the same cells, where one says otherwise nowhere.
    const auto [all, agreeing, confirmed] = telling.of(tie.cells, claim.value);
    if (agreeing > 1 && agreeing == all && tie.cells.size() == 1 && !witnesses.are_there(tie.cells[0]))
      tie.wrong = Tie::Wrong::cell;
    if (confirmed && agreeing == 1) tie.wrong = Tie::Wrong::sentence;
  }
}

}  // namespace gouji
