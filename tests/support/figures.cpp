// Random figures that satisfy the identities: requests are dealt out one by one, so every sum holds by construction.

#include <array>

#include "form_data.h"
#include "random.h"
#include "report_printer.h"

namespace gouji::test {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

/// One of the three bounds, by size.
std::uint64_t by_size(Magnitude size, std::uint64_t tiny, std::uint64_t office, std::uint64_t city) {
  return size == Magnitude::tiny ? tiny : size == Magnitude::office ? office : city;
}

/// Uniform up to a random number of digits, so that small figures are as likely as large ones.
std::uint64_t spread(Random& random, std::uint64_t limit) {
  std::uint64_t bound = 1;
  while (bound < limit && !random.chance(3)) bound *= 10;
  return random.below((bound < limit ? bound : limit) + 1);
}

void deal_requests(const Part& part, Random& random, Magnitude size, Counts& counts) {
  std::vector<std::string> results;
  for (const Heading& row : part.rows) {
    bool flow = row.id == "new_received" || row.id == "carried_over" || row.id == "processed_total" ||
                row.id == "carried_forward";
    if (!flow) results.push_back(row.id);
  }
  // Most applicants are natural persons and most requests are granted or not held, as in real reports.
  static constexpr std::array<std::size_t, 16> applicants{0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 5};
  std::uint64_t total = random.chance(4) ? 0 : random.between(1, by_size(size, 7, 90, 2500));
  if (random.chance(3)) total = total / 10;
  std::size_t columns = part.columns.size() - 1;
  for (std::uint64_t i = 0; i < total; ++i) {
    std::size_t column = applicants[static_cast<std::size_t>(random.below(applicants.size()))];
    bool carried_forward = random.chance(9);
    bool carried_over = random.chance(8);
    std::string result = random.chance(3)   ? "granted"
                         : random.chance(2) ? random.pick(results)
                                            : "unavailable.not_held";
    for (std::size_t c : {column, columns}) {
      const std::string& id = part.columns[c].id;
      ++counts[cell_key("requests", carried_over ? "carried_over" : "new_received", id)];
      if (carried_forward) {
        ++counts[cell_key("requests", "carried_forward", id)];
      } else {
        ++counts[cell_key("requests", "processed_total", id)];
        ++counts[cell_key("requests", result, id)];
      }
    }
  }
}

void deal_proceedings(const Part& part, Random& random, Magnitude size, Counts& counts) {
  for (const Heading& row : part.rows) {
    std::uint64_t cases = random.chance(2) ? 0 : random.below(by_size(size, 4, 12, 260));
    for (std::uint64_t i = 0; i < cases; ++i) {
      std::size_t outcome = static_cast<std::size_t>(random.below(part.columns.size() - 1));
      ++counts[cell_key("proceedings", row.id, part.columns[outcome].id)];
      ++counts[cell_key("proceedings", row.id, part.columns.back().id)];
    }
  }
}

std::string amount(Random& random, Magnitude size) {
  if (random.chance(3)) return "0";
  if (size == Magnitude::tiny) return std::to_string(random.below(10));
  std::string text = std::to_string(spread(random, by_size(size, 9, 9000, 900000)));
  std::uint64_t decimals = random.below(3);
  if (decimals >= 1) text += "." + std::to_string(random.between(1, 9));
  if (decimals == 2) text += std::to_string(random.between(1, 9));
  return text;
}

std::string signed_text(std::int64_t value) { return value > 0 ? "+" + std::to_string(value) : std::to_string(value); }

/// One row of table two. Its columns hang together loosely: what is in force includes what was issued.
void fill_disclosure_row(const Part& part, const Heading& row, Random& random, Magnitude size, Figures& figures) {
  auto set = [&](std::string_view column, const std::string& value) {
    figures.cells[cell_key("disclosure", row.id, column)] = value;
  };
  bool documents = row.id == "regulations" || row.id == "normative_documents";
  // Only a city may have regulations of its own; few bodies take coercive measures.
  bool empty = row.id == "regulations" ? size != Magnitude::city || random.chance(2) : random.chance(3);
  std::uint64_t limit = documents ? by_size(size, 4, 30, 300) : by_size(size, 9, 5000, 4000000);
  std::uint64_t first = empty ? 0 : spread(random, limit);
  std::uint64_t second = empty ? 0 : spread(random, documents ? first : limit);
  for (const Heading& column : part.columns) {
    if (column.id == "amount") {
      set(column.id, row.id == "procurement" && first == 0 ? "0" : amount(random, size));
    } else if (column.id == "change") {
      std::int64_t change = static_cast<std::int64_t>(random.below(5)) - 2;
      if (size != Magnitude::tiny) change *= static_cast<std::int64_t>(random.below(20));
      std::int64_t last_year = static_cast<std::int64_t>(first);
      set(column.id, empty || change < -last_year ? "0" : signed_text(change));
    } else if (column.id == "in_force" || column.id == "disclosed_total") {
      set(column.id, std::to_string(empty ? 0 : first + spread(random, by_size(size, 5, 60, 700))));
    } else if (column.id == "repealed" || column.id == "disclosed") {
      set(column.id, std::to_string(second));
    } else if (column.id == "decisions" && part.columns.size() > 1) {
      set(column.id, std::to_string(empty ? 0 : spread(random, limit)));
    } else {
      set(column.id, std::to_string(first));
    }
  }
}

}  // namespace

Figures consistent_figures(std::string_view form_id, std::uint64_t seed, Magnitude size) {
  const Form& official = form(form_id);
  Random random(seed, 1);
  Figures figures;
  figures.form = std::string(form_id);
  figures.year = static_cast<int>(form_id == "2019" ? random.between(2019, 2020) : random.between(2021, 2025));

  Counts counts;
  deal_requests(official.table("requests").parts.front(), random, size, counts);
  deal_proceedings(official.table("proceedings").parts.front(), random, size, counts);
  for (const Table& table : official.tables) {
    for (const Part& part : table.parts) {
      for (const Heading& row : part.rows) {
        if (table.id == "disclosure") {
          fill_disclosure_row(part, row, random, size, figures);
          continue;
        }
        for (const Heading& column : part.columns) {
          std::string key = cell_key(table.id, row.id, column.id);
          figures.cells[key] = std::to_string(counts[key]);
        }
      }
    }
  }
  return figures;
}

}  // namespace gouji::test
