#include "diagnosis.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "equations.h"
#include "sort.h"

namespace gouji {
namespace {

constexpr std::size_t most_repairs = 3;
constexpr std::size_t most_alternatives = 64;

using Repairs = std::vector<Repair>;

/// Finds all smallest sets of cells whose change makes every equation hold: iterative deepening over the first equation that
/// does not hold, each cell of it, and each amount that would settle one of the cell's equations.
class RepairSearch {
 public:
  explicit RepairSearch(Equations& equations) : equations_(equations) {}

  std::vector<Repairs> run() {
    for (std::size_t depth = 1; depth <= most_repairs && found_.empty(); ++depth) {
      steps_ = 0;
      descend(depth);
    }
    for (Repairs& repairs : found_) sort(repairs);
    sort_unique(found_);
    return std::move(found_);
  }

 private:
  void descend(std::size_t depth) {
    const std::size_t open = equations_.open();
    if (open == 0) {
      if (found_.size() < most_alternatives && !leaves_less_than_nothing()) found_.push_back(chosen_);
      return;
    }
    // A cell is in three relations at most.
    if (depth == 0 || open > 3 * depth || ++steps_ > 200000) return;
    for (const auto [cell, sign] : equations_.terms(shortest_open())) {
      const CellRef ref = equations_.ref(cell);
      if (std::any_of(chosen_.begin(), chosen_.end(), [&](const Repair& repair) { return repair.cell == ref; }))
        continue;
      const std::int64_t before = equations_.value(cell);
      const auto of = equations_.of(cell);
      for (std::size_t i = 0; i < of.size(); ++i) {
        const std::int64_t amount = settles(of[i]);
        const bool tried = std::any_of(of.begin(), of.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](const auto& other) { return settles(other) == amount; });
        if (amount == 0 || tried || before + amount < 0) continue;
        equations_.change(cell, amount);
        chosen_.push_back({ref, before, before + amount});
        descend(depth - 1);
        chosen_.pop_back();
        equations_.change(cell, -amount);
      }
    }
  }

  /// The first of the shortest equations that do not hold.
  [[nodiscard]] std::size_t shortest_open() const {
    std::size_t shortest = equations_.size();
    for (std::size_t e = 0; e < equations_.size(); ++e) {
      if (equations_.residual(e) == 0) continue;
      if (shortest == equations_.size() || equations_.terms(e).size() < equations_.terms(shortest).size()) shortest = e;
    }
    return shortest;
  }

  /// What must be added to a cell to make one of its equations hold.
  [[nodiscard]] std::int64_t settles(const Equations::Membership& in) const {
    return -in.sign * equations_.residual(in.equation);
  }

  /// A count is never negative: an explanation that leaves one so explains nothing.
  [[nodiscard]] bool leaves_less_than_nothing() const {
    for (std::size_t cell = 0; cell < equations_.cells(); ++cell) {
      if (equations_.value(cell) < 0) return true;
    }
    return false;
  }

  Equations& equations_;
  Repairs chosen_;
  std::vector<Repairs> found_;
  std::size_t steps_ = 0;
};

/// The cells of one row: from `begin` to `end`.
struct RowCells {
  std::size_t begin;
  std::size_t end;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

std::vector<RowCells> rows_of(const Equations& equations) {
  std::vector<RowCells> rows;
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) {
    if (cell == 0 || equations.ref(cell).row != equations.ref(cell - 1).row) rows.push_back({cell, cell});
    rows.back().end = cell + 1;
  }
  return rows;
}

/// Figures that are changed and changed back.
class Trial {
 public:
  explicit Trial(Equations& equations) : equations_(equations) {
    for (std::size_t cell = 0; cell < equations.cells(); ++cell) before_.push_back(equations.value(cell));
  }

  [[nodiscard]] std::int64_t before(std::size_t cell) const { return before_[cell]; }
  [[nodiscard]] Repairs changes() const {
    Repairs repairs;
    for (std::size_t cell = 0; cell < before_.size(); ++cell) {
      if (before_[cell] != equations_.value(cell))
        repairs.push_back({equations_.ref(cell), before_[cell], equations_.value(cell)});
    }
    return repairs;
  }
  void undo() {
    for (std::size_t cell = 0; cell < before_.size(); ++cell) equations_.set(cell, before_[cell]);
  }

 private:
  Equations& equations_;
  std::vector<std::int64_t> before_;
};

/// Two cells of one row or one column that hold each other's figure.
std::vector<Repairs> exchanges(Equations& equations) {
  std::vector<Repairs> found;
  const auto open_of = [&](std::size_t cell) {
    const auto of = equations.of(cell);
    return static_cast<std::size_t>(
        std::count_if(of.begin(), of.end(), [&](const auto& in) { return equations.residual(in.equation) != 0; }));
  };
  std::vector<std::size_t> open;
  for (std::size_t cell = 0; cell < equations.cells(); ++cell) open.push_back(open_of(cell));
  for (std::size_t a = 0; a < equations.cells(); ++a) {
    for (std::size_t b = a + 1; b < equations.cells(); ++b) {
      const CellRef first = equations.ref(a);
      const CellRef second = equations.ref(b);
      const std::int64_t x = equations.value(a);
      const std::int64_t y = equations.value(b);
      if (open[a] + open[b] < equations.open() || x == y) continue;
      if (first.row != second.row && first.column != second.column) continue;
      equations.set(a, y);
      equations.set(b, x);
      if (equations.open() == 0) found.push_back({{first, x, y}, {second, y, x}});
      equations.set(a, x);
      equations.set(b, y);
    }
  }
  return found;
}

/// A row whose figures stand one cell too far to the right or to the left; the figure that fell out is what the relations
/// demand.
std::vector<Repairs> shifts(Equations& equations) {
  std::vector<Repairs> found;
  Trial trial(equations);
  for (const RowCells& row : rows_of(equations)) {
    if (row.size() < 3) continue;
    for (const bool to_left : {true, false}) {
      const std::size_t free = to_left ? row.end - 1 : row.begin;
      for (std::size_t cell = row.begin; cell < row.end; ++cell)
        equations.set(cell, cell == free ? 0 : trial.before(to_left ? cell + 1 : cell - 1));
      const Equations::Membership in = equations.of(free).front();
      const std::int64_t wanted = -in.sign * equations.residual(in.equation);
      if (wanted >= 0) {
        equations.set(free, wanted);
        // A shift of two cells or less is a wrong figure or an exchange.
        if (equations.open() == 0 && trial.changes().size() > 2) found.push_back(trial.changes());
      }
      trial.undo();
    }
  }
  return found;
}

/// A table whose total column was filled in at another place, in every row.
std::vector<Repairs> misplaced_totals(Equations& equations) {
  std::vector<Repairs> found;
  const std::vector<RowCells> rows = rows_of(equations);
  const auto is_whole = [&](const RowCells& row) { return row.size() == rows[0].size(); };
  if (rows.size() < 2 || !std::all_of(rows.begin(), rows.end(), is_whole)) return found;
  Trial trial(equations);
  for (std::size_t place = 0; place + 1 < rows[0].size(); ++place) {
    for (const auto& [begin, end] : rows) {
      for (std::size_t cell = begin + place; cell < end; ++cell)
        equations.set(cell, trial.before(cell + 1 < end ? cell + 1 : begin + place));
    }
    if (equations.open() == 0) found.push_back(trial.changes());
    trial.undo();
  }
  return found;
}

std::vector<Repairs> likeliest_first(std::vector<Repairs> sets) {
  struct Rated {
    int likelihood;
    Repairs repairs;
  };
  std::vector<Rated> rated;
  for (Repairs& repairs : sets) {
    int sum = 0;
    for (const Repair& repair : repairs) sum += slip_likelihood(repair.from, repair.to);
    rated.push_back({sum / static_cast<int>(repairs.size()), std::move(repairs)});
  }
  sort(rated, [](const Rated& a, const Rated& b) { return a.likelihood > b.likelihood; });
  for (std::size_t i = 0; i < sets.size(); ++i) sets[i] = std::move(rated[i].repairs);
  return sets;
}

/// Gives each empty cell the one value that every relation in which it is the only empty cell asks for. Empty cells of which
/// relations ask different things stay zero. Gives the cells that were filled, in that order.
std::vector<std::size_t> fill_blanks(Equations& equations) {
  std::vector<std::size_t> filled;
  const auto is_open = [&](std::size_t cell) {
    return equations.is_blank(cell) && std::find(filled.begin(), filled.end(), cell) == filled.end();
  };
  const auto asked_of = [&](std::size_t cell) {
    std::optional<std::int64_t> asked;
    for (const Equations::Membership& in : equations.of(cell)) {
      const auto terms = equations.terms(in.equation);
      if (std::count_if(terms.begin(), terms.end(), [&](const auto& term) { return is_open(term.cell); }) != 1)
        continue;
      const std::int64_t value = -in.sign * equations.residual(in.equation);
      if (asked && *asked != value) return std::int64_t{0};
      asked = value;
    }
    return asked.value_or(0);
  };
  struct Wanted {
    std::size_t cell;
    std::int64_t value;
  };
  for (std::vector<Wanted> wanted;; wanted.clear()) {
    for (std::size_t cell = 0; cell < equations.cells(); ++cell) {
      const std::int64_t value = is_open(cell) ? asked_of(cell) : 0;
      if (value > 0) wanted.push_back({cell, value});
    }
    if (wanted.empty()) break;
    for (const auto& [cell, value] : wanted) {
      equations.set(cell, value);
      filled.push_back(cell);
    }
  }
  // A value that does not settle all relations of its cell explains nothing; neither do those that were found with it.
  const auto settles = [&](std::size_t cell) {
    const auto of = equations.of(cell);
    return std::all_of(of.begin(), of.end(), [&](const auto& in) { return equations.residual(in.equation) == 0; });
  };
  for (;;) {
    std::vector<std::size_t> kept;
    std::copy_if(filled.begin(), filled.end(), std::back_inserter(kept), settles);
    if (kept.size() == filled.size()) return filled;
    for (const std::size_t cell : filled) {
      if (std::find(kept.begin(), kept.end(), cell) == kept.end()) equations.set(cell, 0);
    }
    filled = std::move(kept);
  }
}

/// Adds what was filled: cells that stand in one relation together mend it together.
void add_filled(const Equations& equations, const std::vector<std::int64_t>& before, std::size_t cell,
                std::vector<Diagnosis>& found) {
  Diagnosis diagnosis;
  diagnosis.kind = Diagnosis::Kind::blank;
  diagnosis.table = equations.ref(cell).table;
  for (const Equations::Membership& in : equations.of(cell)) {
    if (before[in.equation] != 0) diagnosis.relations.push_back(equations.relation(in.equation));
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
  diagnosis.repairs.push_back({equations.ref(cell), 0, equations.value(cell)});
  sort_unique(diagnosis.relations);
  found.push_back(std::move(diagnosis));
}

/// The relations that do not hold, by the parts of the table that have no cell in common, whether their relations hold or
/// not: each part is explained by itself.
std::vector<std::vector<std::size_t>> groups(const Equations& equations) {
  constexpr std::size_t no_part = static_cast<std::size_t>(-1);
  std::vector<std::size_t> part(equations.size(), no_part);
  std::vector<std::size_t> reached;
  std::size_t parts = 0;
  for (std::size_t e = 0; e < equations.size(); ++e) {
    if (part[e] != no_part) continue;
    part[e] = parts;
    for (reached = {e}; !reached.empty();) {
      const std::size_t from = reached.back();
      reached.pop_back();
      for (const Equations::Term& term : equations.terms(from)) {
        for (const Equations::Membership& in : equations.of(term.cell)) {
          if (part[in.equation] != no_part) continue;
          part[in.equation] = parts;
          reached.push_back(in.equation);
        }
      }
    }
    ++parts;
  }
  std::vector<std::vector<std::size_t>> open(parts);
  for (std::size_t e = 0; e < equations.size(); ++e) {
    if (equations.residual(e) != 0) open[part[e]].push_back(equations.relation(e));
  }
  std::erase_if(open, [](const auto& relations) { return relations.empty(); });
  return open;
}

Diagnosis explain(Equations& equations, std::uint16_t table, std::vector<std::size_t> open) {
  Diagnosis diagnosis;
  diagnosis.table = table;
  diagnosis.relations = std::move(open);
  std::vector<Repairs> sets = RepairSearch(equations).run();
  const auto name = [&](Diagnosis::Kind kind, Repairs& repairs) {
    diagnosis.kind = kind;
    diagnosis.repairs = std::move(repairs);
    return std::move(diagnosis);
  };
  if (sets.size() == 1 && sets[0].size() == 1) return name(Diagnosis::Kind::one_cell, sets[0]);
  if (sets.empty() || sets[0].size() > 1) {
    // No single figure explains it: an act that moved several figures at once is likelier than as many wrong figures.
    struct Act {
      Diagnosis::Kind kind;
      std::vector<Repairs> (*ways)(Equations&);
    };
    for (const Act& act : {Act{Diagnosis::Kind::swapped, exchanges}, Act{Diagnosis::Kind::shifted, shifts},
                           Act{Diagnosis::Kind::total_misplaced, misplaced_totals}}) {
      std::vector<Repairs> ways = act.ways(equations);
      if (ways.size() == 1) return name(act.kind, ways[0]);
      if (ways.size() > 1) {
        sets = std::move(ways);
        break;
      }
    }
    if (sets.size() == 1) return name(Diagnosis::Kind::several_cells, sets[0]);
  }
  if (sets.empty()) return diagnosis;
  diagnosis.kind = Diagnosis::Kind::ambiguous;
  diagnosis.alternatives = likeliest_first(std::move(sets));
  return diagnosis;
}

/// What was put into empty cells is no more certain than an explanation that changes it again: they become one diagnosis, each
/// of whose ways starts from the empty cells.
Diagnosis joined(Diagnosis explained, std::vector<Diagnosis>& found) {
  const auto in = [](Repairs& way, CellRef cell) {
    return std::find_if(way.begin(), way.end(), [&](const Repair& repair) { return repair.cell == cell; });
  };
  std::vector<Repairs*> ways;
  if (!explained.repairs.empty()) ways.push_back(&explained.repairs);
  for (Repairs& way : explained.alternatives) ways.push_back(&way);
  const auto is_changed_again = [&](const Repair& filled) {
    return std::any_of(ways.begin(), ways.end(), [&](Repairs* way) { return in(*way, filled.cell) != way->end(); });
  };
  const std::size_t before = found.size();
  std::erase_if(found, [&](const Diagnosis& blank) {
    if (std::none_of(blank.repairs.begin(), blank.repairs.end(), is_changed_again)) return false;
    for (Repairs* way : ways) {
      for (const Repair& filled : blank.repairs) {
        const auto again = in(*way, filled.cell);
        if (again == way->end())
          way->push_back(filled);
        else
          again->from = filled.from;
      }
      std::erase_if(*way, [](const Repair& repair) { return repair.from == repair.to; });
      sort(*way);
    }
    explained.relations.insert(explained.relations.end(), blank.relations.begin(), blank.relations.end());
    return true;
  });
  if (found.size() == before) return explained;
  sort_unique(explained.relations);
  if (!explained.repairs.empty()) explained.kind = Diagnosis::Kind::several_cells;
  explained.alternatives = likeliest_first(std::move(explained.alternatives));
  return explained;
}

}  // namespace

int slip_likelihood(std::int64_t from, std::int64_t to) {
  const std::string written = std::to_string(from);
  const std::string meant = std::to_string(to);
  if (written.size() == meant.size()) {
    if (written.size() > 1 && std::is_permutation(written.begin(), written.end(), meant.begin())) return 90;
    std::size_t different = 0;
    for (std::size_t i = 0; i < written.size(); ++i) different += written[i] != meant[i] ? 1 : 0;
    if (different == 1) return written.size() > 1 ? 70 : 50;
  }
  const auto drops_a_digit = [](std::string_view longer, std::string_view shorter) {
    if (longer.size() != shorter.size() + 1) return false;
    std::size_t same = 0;
    while (same < shorter.size() && longer[same] == shorter[same]) ++same;
    return longer.substr(same + 1) == shorter.substr(same);
  };
  if (drops_a_digit(written, meant) || drops_a_digit(meant, written)) return 80;
  if (from == 0) return 40;
  if (to == 0) return 30;
  return 10;
}

std::vector<Diagnosis> diagnose(const std::vector<TableReading>& tables, const std::vector<Relation>& relations) {
  std::vector<Diagnosis> found;
  Equations equations;
  Equations part;
  std::size_t last = 0;
  for (std::uint16_t table = 0; table < tables.size(); ++table) {
    const std::size_t first = last;
    bool differs = false;
    for (; last < relations.size() && relations[last].table == table; ++last)
      differs = differs || relations[last].left_sum != relations[last].right_sum;
    // Most tables are right, and need no equations.
    if (!differs) continue;
    equations.read(tables, relations, first, last);
    if (equations.open() == 0) continue;

    std::vector<std::int64_t> before;
    for (std::size_t e = 0; e < equations.size(); ++e) before.push_back(equations.residual(e));
    for (const std::size_t cell : fill_blanks(equations)) add_filled(equations, before, cell, found);
    const auto grouped = groups(equations);
    if (grouped.size() == 1) found.push_back(joined(explain(equations, table, grouped[0]), found));
    if (grouped.size() <= 1) continue;
    // Parts have no cell in common: each is explained as if the others held.
    for (const auto& open : grouped) {
      std::vector<std::size_t> others;
      for (const auto& other : grouped) {
        if (&other != &open) others.insert(others.end(), other.begin(), other.end());
      }
      part.read(tables, relations, first, last, others);
      part.set_all(equations);
      found.push_back(joined(explain(part, table, open), found));
    }
  }
  return found;
}

}  // namespace gouji
