#include "diagnosis.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>

#include "sort.h"

namespace gouji {
namespace {

using Values = std::map<CellRef, std::int64_t>;

constexpr std::size_t no_relation = static_cast<std::size_t>(-1);
constexpr std::size_t most_repairs = 3;
constexpr std::size_t most_alternatives = 64;

/// The relations of one table as equations over its cells.
class Equations {
 public:
  /// `first` … `last`: which of the relations.
  Equations(const std::vector<TableReading>& tables, const std::vector<Relation>& relations, std::size_t first,
            std::size_t last)
      : tables_(tables) {
    for (std::size_t i = first; i < last; ++i) {
      if (!is_readable(relations[i])) continue;
      Equation equation;
      equation.relation = i;
      for (const CellRef cell : relations[i].left) add(equation, cell, 1);
      for (const CellRef cell : relations[i].right) add(equation, cell, -1);
      equations_.push_back(std::move(equation));
    }
    for (std::size_t e = 0; e < equations_.size(); ++e) {
      for (const auto& [cell, sign] : equations_[e].terms) of_cell_[cell].push_back({e, sign});
    }
  }

  struct Membership {
    std::size_t equation;
    int sign;
  };

  [[nodiscard]] const Cell& cell(CellRef ref) const { return tables_[ref.table].rows[ref.row].cells[ref.column]; }
  [[nodiscard]] std::size_t size() const { return equations_.size(); }
  [[nodiscard]] std::size_t relation(std::size_t e) const { return equations_[e].relation; }
  [[nodiscard]] const std::vector<std::pair<CellRef, int>>& terms(std::size_t e) const { return equations_[e].terms; }
  [[nodiscard]] const std::vector<Membership>& of(CellRef cell) const { return of_cell_.at(cell); }
  [[nodiscard]] const Values& values() const { return values_; }
  void set(CellRef cell, std::int64_t value) { values_.insert_or_assign(cell, value); }

  /// Left minus right of each equation.
  [[nodiscard]] std::vector<std::int64_t> residuals(const Values& values) const {
    std::vector<std::int64_t> out;
    for (const Equation& equation : equations_) {
      std::int64_t sum = 0;
      for (const auto& [cell, sign] : equation.terms) sum += sign * values.at(cell);
      out.push_back(sum);
    }
    return out;
  }

  [[nodiscard]] bool all_hold(const Values& values) const {
    const auto sums = residuals(values);
    return std::all_of(sums.begin(), sums.end(), [](std::int64_t sum) { return sum == 0; });
  }

 private:
  struct Equation {
    std::size_t relation = no_relation;
    std::vector<std::pair<CellRef, int>> terms;
  };

  [[nodiscard]] bool is_readable(const Relation& relation) const {
    const auto readable = [&](CellRef ref) { return is_summable(cell(ref)); };
    return std::all_of(relation.left.begin(), relation.left.end(), readable) &&
           std::all_of(relation.right.begin(), relation.right.end(), readable);
  }

  void add(Equation& equation, CellRef ref, int sign) {
    equation.terms.emplace_back(ref, sign);
    values_[ref] = cell(ref).value.digits;
  }

  const std::vector<TableReading>& tables_;
  std::vector<Equation> equations_;
  std::map<CellRef, std::vector<Membership>> of_cell_;
  Values values_;
};

/// Finds all smallest sets of cells whose change makes every equation hold: iterative deepening over the first equation that
/// does not hold, each cell of it, and each amount that would settle one of the cell's equations.
class RepairSearch {
 public:
  explicit RepairSearch(const Equations& equations) : equations_(equations), values_(equations.values()) {}

  std::vector<std::vector<Repair>> run() {
    residuals_ = equations_.residuals(values_);
    for (std::size_t depth = 1; depth <= most_repairs && found_.empty(); ++depth) {
      steps_ = 0;
      descend(depth);
    }
    for (auto& repairs : found_) sort(repairs);
    sort_unique(found_);
    return std::move(found_);
  }

 private:
  void descend(std::size_t depth) {
    std::size_t open = 0;
    std::size_t chosen = equations_.size();
    for (std::size_t e = 0; e < residuals_.size(); ++e) {
      if (residuals_[e] == 0) continue;
      ++open;
      if (chosen == equations_.size() || equations_.terms(e).size() < equations_.terms(chosen).size()) chosen = e;
    }
    if (open == 0) {
      // A count is never negative: an explanation that leaves one so explains nothing.
      if (std::any_of(values_.begin(), values_.end(), [](const auto& entry) { return entry.second < 0; })) return;
      if (found_.size() < most_alternatives) found_.push_back(chosen_);
      return;
    }
    // A cell is in three relations at most.
    if (depth == 0 || open > 3 * depth || ++steps_ > 200000) return;
    for (const auto& [cell, sign] : equations_.terms(chosen)) {
      if (std::any_of(chosen_.begin(), chosen_.end(), [c = cell](const Repair& repair) { return repair.cell == c; }))
        continue;
      std::vector<std::int64_t> amounts;
      for (const auto& [equation, its_sign] : equations_.of(cell)) {
        const std::int64_t amount = -its_sign * residuals_[equation];
        if (amount != 0 && std::find(amounts.begin(), amounts.end(), amount) == amounts.end())
          amounts.push_back(amount);
      }
      for (const std::int64_t amount : amounts) {
        const std::int64_t before = values_.at(cell);
        if (before + amount < 0) continue;
        change(cell, amount);
        chosen_.push_back({cell, before, before + amount});
        descend(depth - 1);
        chosen_.pop_back();
        change(cell, -amount);
      }
    }
  }

  void change(CellRef cell, std::int64_t amount) {
    values_[cell] += amount;
    for (const auto& [equation, sign] : equations_.of(cell)) residuals_[equation] += sign * amount;
  }

  const Equations& equations_;
  Values values_;
  std::vector<std::int64_t> residuals_;
  std::vector<Repair> chosen_;
  std::vector<std::vector<Repair>> found_;
  std::size_t steps_ = 0;
};

std::vector<Repair> changes(const Values& from, const Values& to) {
  std::vector<Repair> repairs;
  for (const auto& [cell, value] : to) {
    if (from.at(cell) != value) repairs.push_back({cell, from.at(cell), value});
  }
  return repairs;
}

/// Two cells of one row or one column that hold each other's figure.
std::vector<std::vector<Repair>> exchanges(const Equations& equations) {
  std::vector<std::vector<Repair>> found;
  const auto residuals = equations.residuals(equations.values());
  const std::vector<std::pair<CellRef, std::int64_t>> cells(equations.values().begin(), equations.values().end());
  for (std::size_t a = 0; a < cells.size(); ++a) {
    for (std::size_t b = a + 1; b < cells.size(); ++b) {
      const auto& [first, x] = cells[a];
      const auto& [second, y] = cells[b];
      if (x == y || (first.row != second.row && first.column != second.column)) continue;
      // What the exchange adds to each equation, against what is wanted.
      std::map<std::size_t, std::int64_t> added;
      for (const auto& [equation, sign] : equations.of(first)) added[equation] += sign * (y - x);
      for (const auto& [equation, sign] : equations.of(second)) added[equation] += sign * (x - y);
      std::size_t settled = 0;
      bool fits = true;
      for (const auto& [equation, amount] : added) {
        fits = fits && residuals[equation] + amount == 0;
        settled += residuals[equation] != 0 ? 1 : 0;
      }
      const auto open = static_cast<std::size_t>(
          std::count_if(residuals.begin(), residuals.end(), [](std::int64_t sum) { return sum != 0; }));
      if (fits && settled == open) found.push_back({{first, x, y}, {second, y, x}});
    }
  }
  return found;
}

/// A row whose figures stand one cell too far to the right or to the left; the figure that fell out is what the relations
/// demand.
std::vector<std::vector<Repair>> shifts(const Equations& equations) {
  std::vector<std::vector<Repair>> found;
  std::map<std::uint8_t, std::vector<CellRef>> rows;
  for (const auto& [cell, value] : equations.values()) rows[cell.row].push_back(cell);
  for (const auto& [row, cells] : rows) {
    if (cells.size() < 3) continue;
    for (const bool to_left : {true, false}) {
      Values values = equations.values();
      CellRef free = to_left ? cells.back() : cells.front();
      for (std::size_t i = 0; i + 1 < cells.size(); ++i) {
        if (to_left) {
          values[cells[i]] = equations.values().at(cells[i + 1]);
        } else {
          values[cells[i + 1]] = equations.values().at(cells[i]);
        }
      }
      values[free] = 0;
      const auto residuals = equations.residuals(values);
      const auto& membership = equations.of(free).front();
      const std::int64_t wanted = -membership.sign * residuals[membership.equation];
      if (wanted < 0) continue;
      values[free] = wanted;
      if (!equations.all_hold(values)) continue;
      auto repairs = changes(equations.values(), values);
      // A shift of two cells or less is a wrong figure or an exchange.
      if (repairs.size() > 2) found.push_back(std::move(repairs));
    }
  }
  return found;
}

/// A table whose total column was filled in at another place, in every row.
std::vector<std::vector<Repair>> misplaced_totals(const Equations& equations) {
  std::vector<std::vector<Repair>> found;
  std::map<std::uint8_t, std::vector<CellRef>> rows;
  for (const auto& [cell, value] : equations.values()) rows[cell.row].push_back(cell);
  if (rows.size() < 2) return found;
  const std::size_t width = rows.begin()->second.size();
  for (std::size_t place = 0; place + 1 < width; ++place) {
    Values values = equations.values();
    bool whole = true;
    for (const auto& [row, cells] : rows) {
      whole = whole && cells.size() == width;
      if (!whole) break;
      for (std::size_t i = place; i + 1 < width; ++i) values[cells[i]] = equations.values().at(cells[i + 1]);
      values[cells[width - 1]] = equations.values().at(cells[place]);
    }
    if (whole && equations.all_hold(values)) found.push_back(changes(equations.values(), values));
  }
  return found;
}

int likelihood(const std::vector<Repair>& repairs) {
  int sum = 0;
  for (const Repair& repair : repairs) sum += slip_likelihood(repair.from, repair.to);
  return sum / static_cast<int>(repairs.size());
}

/// Gives each empty cell the one value that every relation in which it is the only empty cell asks for. Empty cells of which
/// relations ask different things stay zero.
std::vector<Repair> fill_blanks(Equations& equations) {
  std::vector<Repair> filled;
  bool again = true;
  while (again) {
    again = false;
    std::map<CellRef, std::optional<std::int64_t>> wanted;
    const auto residuals = equations.residuals(equations.values());
    for (std::size_t e = 0; e < equations.size(); ++e) {
      const CellRef* empty = nullptr;
      int sign = 0;
      bool one = true;
      for (const auto& [cell, its_sign] : equations.terms(e)) {
        const bool open =
            equations.cell(cell).state == Cell::State::blank &&
            std::none_of(filled.begin(), filled.end(), [c = cell](const Repair& r) { return r.cell == c; });
        if (!open) continue;
        one = one && empty == nullptr;
        empty = &cell;
        sign = its_sign;
      }
      if (empty == nullptr || !one) continue;
      const std::int64_t value = -sign * residuals[e];
      const auto [entry, fresh] = wanted.try_emplace(*empty, value);
      if (!fresh && entry->second != value) entry->second = std::nullopt;
    }
    for (const auto& [cell, value] : wanted) {
      if (!value || *value <= 0) continue;
      filled.push_back({cell, 0, *value});
      equations.set(cell, *value);
      again = true;
    }
  }
  // A value that does not settle all relations of its cell explains nothing; neither do those that were found with it.
  for (std::size_t before = filled.size() + 1; filled.size() < before;) {
    before = filled.size();
    const auto residuals = equations.residuals(equations.values());
    std::erase_if(filled, [&](const Repair& repair) {
      const bool settles = std::all_of(equations.of(repair.cell).begin(), equations.of(repair.cell).end(),
                                       [&](const auto& membership) { return residuals[membership.equation] == 0; });
      if (!settles) equations.set(repair.cell, 0);
      return !settles;
    });
  }
  return filled;
}

/// Adds what was filled: cells that stand in one relation together mend it together.
void add_filled(const Equations& equations, const std::vector<std::int64_t>& residuals, const Repair& repair,
                std::uint16_t table, std::vector<Diagnosis>& found) {
  Diagnosis diagnosis;
  diagnosis.kind = Diagnosis::Kind::blank;
  diagnosis.table = table;
  for (const auto& [equation, sign] : equations.of(repair.cell)) {
    if (residuals[equation] != 0) diagnosis.relations.push_back(equations.relation(equation));
  }
  const auto shares_one = [&](const Diagnosis& other) {
    return std::find_first_of(other.relations.begin(), other.relations.end(), diagnosis.relations.begin(),
                              diagnosis.relations.end()) != other.relations.end();
  };
  std::erase_if(found, [&](Diagnosis& other) {
    if (!shares_one(other)) return false;
    diagnosis.repairs.insert(diagnosis.repairs.end(), other.repairs.begin(), other.repairs.end());
    diagnosis.relations.insert(diagnosis.relations.end(), other.relations.begin(), other.relations.end());
    return true;
  });
  diagnosis.repairs.push_back(repair);
  sort_unique(diagnosis.relations);
  found.push_back(std::move(diagnosis));
}

/// The relations that do not hold, by the parts of the table that have no cell in common, whether their relations hold or
/// not: each part is explained by itself.
std::vector<std::vector<std::size_t>> groups(const Equations& equations, const std::vector<std::int64_t>& residuals) {
  std::vector<std::size_t> part(equations.size());
  std::iota(part.begin(), part.end(), 0);
  for (std::size_t e = 0; e < equations.size(); ++e) {
    for (const auto& [cell, sign] : equations.terms(e)) {
      const std::size_t other = part[equations.of(cell).front().equation];
      if (part[e] == other) continue;
      std::replace(part.begin(), part.end(), std::max(part[e], other), std::min(part[e], other));
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> by_part;
  for (std::size_t e = 0; e < equations.size(); ++e) {
    if (residuals[e] != 0) by_part[part[e]].push_back(equations.relation(e));
  }
  std::vector<std::vector<std::size_t>> out;
  for (auto& [first, members] : by_part) out.push_back(std::move(members));
  return out;
}

Diagnosis explain(const Equations& equations, std::uint16_t table, std::vector<std::size_t> open) {
  Diagnosis diagnosis;
  diagnosis.table = table;
  diagnosis.relations = std::move(open);
  auto sets = RepairSearch(equations).run();
  const auto name = [&](Diagnosis::Kind kind, std::vector<Repair> repairs) {
    diagnosis.kind = kind;
    diagnosis.repairs = std::move(repairs);
    return diagnosis;
  };
  if (sets.size() == 1 && sets[0].size() == 1) return name(Diagnosis::Kind::one_cell, sets[0]);
  if (sets.empty() || sets[0].size() > 1) {
    // No single figure explains it: an act that moved several figures at once is likelier than as many wrong figures.
    struct Act {
      Diagnosis::Kind kind;
      std::vector<std::vector<Repair>> ways;
    };
    for (Act act :
         {Act{Diagnosis::Kind::swapped, exchanges(equations)}, Act{Diagnosis::Kind::shifted, shifts(equations)},
          Act{Diagnosis::Kind::total_misplaced, misplaced_totals(equations)}}) {
      if (act.ways.size() == 1) return name(act.kind, std::move(act.ways[0]));
      if (act.ways.size() > 1) {
        sets = std::move(act.ways);
        break;
      }
    }
    if (sets.size() == 1) return name(Diagnosis::Kind::several_cells, sets[0]);
  }
  if (sets.empty()) return diagnosis;
  sort(sets, [](const auto& a, const auto& b) { return likelihood(a) > likelihood(b); });
  diagnosis.kind = Diagnosis::Kind::ambiguous;
  diagnosis.alternatives = std::move(sets);
  return diagnosis;
}

}  // namespace

int slip_likelihood(std::int64_t from, std::int64_t to) {
  const std::string written = std::to_string(from);
  const std::string meant = std::to_string(to);
  const auto without = [](const std::string& text, std::size_t i) { return text.substr(0, i) + text.substr(i + 1); };
  if (written.size() == meant.size()) {
    if (written.size() > 1 && std::is_permutation(written.begin(), written.end(), meant.begin())) return 90;
    std::size_t different = 0;
    for (std::size_t i = 0; i < written.size(); ++i) different += written[i] != meant[i] ? 1 : 0;
    if (different == 1) return written.size() > 1 ? 70 : 50;
  }
  for (std::size_t i = 0; i < written.size() && written.size() == meant.size() + 1; ++i) {
    if (without(written, i) == meant) return 80;
  }
  for (std::size_t i = 0; i < meant.size() && meant.size() == written.size() + 1; ++i) {
    if (without(meant, i) == written) return 80;
  }
  if (from == 0) return 40;
  if (to == 0) return 30;
  return 10;
}

std::vector<Diagnosis> diagnose(const std::vector<TableReading>& tables, const std::vector<Relation>& relations) {
  std::vector<Diagnosis> found;
  std::size_t last = 0;
  for (std::uint16_t table = 0; table < tables.size(); ++table) {
    const std::size_t first = last;
    bool differs = false;
    for (; last < relations.size() && relations[last].table == table; ++last)
      differs = differs || relations[last].left_sum != relations[last].right_sum;
    // Most tables are right, and need no equations.
    if (!differs) continue;
    Equations equations(tables, relations, first, last);
    const auto before = equations.residuals(equations.values());
    if (std::all_of(before.begin(), before.end(), [](std::int64_t sum) { return sum == 0; })) continue;

    for (const Repair& repair : fill_blanks(equations)) add_filled(equations, before, repair, table, found);
    std::vector<std::size_t> open;
    const auto residuals = equations.residuals(equations.values());
    for (std::size_t e = 0; e < equations.size(); ++e) {
      if (residuals[e] != 0) open.push_back(equations.relation(e));
    }
    const auto grouped = groups(equations, residuals);
    for (const auto& members : grouped) {
      if (grouped.size() == 1) {
        found.push_back(explain(equations, table, members));
        continue;
      }
      // Parts have no cell in common: each is explained as if the others held.
      std::vector<Relation> alone;
      for (std::size_t i = first; i < last; ++i) {
        const bool other = std::find(open.begin(), open.end(), i) != open.end() &&
                           std::find(members.begin(), members.end(), i) == members.end();
        if (!other) alone.push_back(relations[i]);
      }
      Equations part(tables, alone, 0, alone.size());
      for (const auto& [cell, value] : part.values()) part.set(cell, equations.values().at(cell));
      found.push_back(explain(part, table, members));
    }
  }
  return found;
}

}  // namespace gouji
