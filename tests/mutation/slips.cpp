#include "mutation/slips.h"

#include <algorithm>
#include <set>

#include "support/form_data.h"
#include "support/reading.h"

namespace gouji::test {
namespace {

std::int64_t number(const std::string& text) { return text.empty() ? 0 : std::stoll(text); }

/// A number that changes into itself, or begins with a zero, is no slip that anybody makes.
std::string proper(const std::string& before, const std::string& after) {
  const bool leading_zero = after.size() > 1 && after[0] == '0';
  return after == before || leading_zero || after.size() > 12 ? std::string() : after;
}

std::string transposed(const std::string& text, Random& random) {
  std::vector<std::string> ways;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    std::string way = text;
    std::swap(way[i], way[i + 1]);
    if (way = proper(text, way); !way.empty()) ways.push_back(way);
  }
  return ways.empty() ? std::string() : random.pick(ways);
}

std::string dropped(const std::string& text, Random& random) {
  if (text.size() < 2) return {};
  return proper(text, std::string(text).erase(random.below(text.size()), 1));
}

std::string doubled(const std::string& text, Random& random) {
  const std::size_t at = random.below(text.size());
  return proper(text, std::string(text).insert(at, 1, text[at]));
}

Changes different(const Figures& figures, Changes changes) {
  std::erase_if(changes, [&](const auto& change) { return figures.cells.at(change.first) == change.second; });
  return changes;
}

}  // namespace

std::string_view name(Slip slip) {
  static constexpr std::array<std::string_view, all_slips.size()> names{
      "plus one",      "minus one",        "digits transposed",   "digit dropped",
      "digit doubled", "extra zero",       "neighbour's figure",  "last year's figure",
      "blank",         "swapped in a row", "swapped in a column", "shifted left",
      "shifted right", "two cells"};
  return names[static_cast<std::size_t>(slip)];
}

bool is_of_one_cell(Slip slip) { return slip <= Slip::blank; }

std::vector<PrintedRow> printed_rows(const Figures& figures) {
  std::vector<PrintedRow> rows;
  for (const Table& table : form(figures.form).tables) {
    if (table.id == "disclosure") continue;
    for (const Part& part : table.parts) {
      for (const Heading& row : part.rows) {
        if (!table.one_row || rows.back().table != table.id) rows.push_back({table.id, {}});
        for (const Heading& column : part.columns) rows.back().keys.push_back(cell_key(table.id, row.id, column.id));
      }
    }
  }
  return rows;
}

Changes make_slip(Slip slip, const Figures& figures, const Figures& other, const std::vector<PrintedRow>& rows,
                  std::size_t row, std::size_t at, Random& random) {
  const std::vector<std::string>& keys = rows[row].keys;
  const std::string& key = keys[at];
  const std::string& text = figures.cells.at(key);
  const std::int64_t value = number(text);
  const auto to = [&](const std::string& changed) {
    return changed.empty() ? Changes{} : different(figures, {{key, changed}});
  };
  switch (slip) {
    case Slip::plus_one:
      return to(std::to_string(value + 1));
    case Slip::minus_one:
      return value > 0 ? to(std::to_string(value - 1)) : Changes{};
    case Slip::transposed:
      return to(transposed(text, random));
    case Slip::dropped:
      return to(dropped(text, random));
    case Slip::doubled:
      return to(doubled(text, random));
    case Slip::extra_zero:
      return value > 0 ? to(text + "0") : Changes{};
    case Slip::neighbour:
      return to(figures.cells.at(keys[at + 1 < keys.size() ? at + 1 : at - 1]));
    case Slip::last_year:
      return to(other.cells.at(key));
    case Slip::blank:
      return value > 0 ? Changes{{key, ""}} : Changes{};
    case Slip::swapped_row: {
      const std::string& second = keys[random.below(keys.size())];
      return different(figures, {{key, figures.cells.at(second)}, {second, text}});
    }
    case Slip::swapped_column: {
      std::vector<std::string> column;
      for (const PrintedRow& one : rows) {
        if (one.table == rows[row].table) column.push_back(one.keys[at]);
      }
      const std::string& second = random.pick(column);
      return different(figures, {{key, figures.cells.at(second)}, {second, text}});
    }
    case Slip::shifted_left:
    case Slip::shifted_right: {
      if (at > 0) return {};
      Changes changes;
      for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::size_t from = slip == Slip::shifted_left ? i + 1 : i - 1;
        changes[keys[i]] = from < keys.size() ? figures.cells.at(keys[from]) : "0";
      }
      return different(figures, changes);
    }
    case Slip::two_cells: {
      Changes changes;
      std::vector<std::string> all;
      for (const PrintedRow& one : rows) {
        if (one.table == rows[row].table) all.insert(all.end(), one.keys.begin(), one.keys.end());
      }
      std::string second = random.pick(all);
      while (second == key) second = random.pick(all);
      for (const std::string& one : {key, second}) {
        const std::int64_t old = number(figures.cells.at(one));
        std::int64_t fresh = old;
        switch (random.below(3)) {
          case 0:
            fresh = old + static_cast<std::int64_t>(random.between(1, 3));
            break;
          case 1:
            fresh = old * 10 + static_cast<std::int64_t>(random.below(10));
            break;
          default:
            fresh = old > 0 ? old - 1 : old + static_cast<std::int64_t>(random.between(1, 9));
        }
        changes[one] = std::to_string(fresh);
      }
      changes = different(figures, changes);
      return changes.size() == 2 ? changes : Changes{};
    }
  }
  return {};
}

Figures with(const Figures& figures, const Changes& changes) {
  Figures changed = figures;
  for (const auto& [key, text] : changes) changed.cells.at(key) = text;
  return changed;
}

bool all_identities_hold(const Figures& figures) {
  const Form& official = form(figures.form);
  for (const Identity& identity : official.identities) {
    const Part& part = official.table(identity.table).parts.front();
    const bool by_row = identity.each == "row";
    for (const Heading& at : by_row ? part.rows : part.columns) {
      const auto sum = [&](const std::vector<std::string>& members) {
        std::int64_t result = 0;
        for (const std::string& member : members) {
          const std::string key =
              by_row ? cell_key(identity.table, at.id, member) : cell_key(identity.table, member, at.id);
          result += number(figures.cells.at(key));
        }
        return result;
      };
      if (sum(identity.left) != sum(identity.right)) return false;
    }
  }
  return true;
}

Outcome judge(std::string_view paste, const Figures& before, const Changes& changes, bool separate) {
  const Document document = read_document(paste);
  const std::vector<Finding> findings = find(document);

  const auto is_changed = [&](CellRef ref) {
    return document.tables[ref.table].report == 0 && changes.contains(key_of(document, ref));
  };
  const auto had = [&](CellRef ref) { return Decimal(number(before.cells.at(key_of(document, ref)))); };
  const auto touches = [&](const Finding& finding) {
    const auto any = [&](const CellRefs& refs) { return std::any_of(refs.begin(), refs.end(), is_changed); };
    if (finding.cell && is_changed(*finding.cell)) return true;
    for (const Related& related : finding.related) {
      if (related.cell && is_changed(*related.cell)) return true;
    }
    return std::any_of(finding.relations.begin(), finding.relations.end(), [&](std::size_t index) {
      return any(document.relations[index].left) || any(document.relations[index].right);
    });
  };

  Outcome outcome;
  std::set<std::string> named;
  std::set<std::string> listed;
  bool values_right = true;
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::advice) continue;
    ++(finding.severity == Severity::error ? outcome.errors : outcome.warnings);
    const bool related_to_slip = touches(finding);
    outcome.caught = outcome.caught || related_to_slip;
    outcome.unrelated += related_to_slip ? 0 : 1;

    std::vector<std::pair<CellRef, Decimal>> stated;
    if (finding.cell && finding.expected) stated.emplace_back(*finding.cell, *finding.expected);
    for (const Related& related : finding.related) {
      if (related.cell && related.expected) stated.emplace_back(*related.cell, Decimal(*related.expected));
    }
    std::set<std::string> named_here;
    for (const auto& [ref, value] : stated) {
      const std::string key = key_of(document, ref);
      if (value == had(ref)) listed.insert(key);
      if (!finding.expected) continue;
      named_here.insert(key);
      if (!is_changed(ref)) ++outcome.wrongly_certain;
      values_right = values_right && is_changed(ref) && value == had(ref);
    }
    if (!finding.expected && finding.cell && changes.size() == 1) named_here.insert(key_of(document, *finding.cell));
    if (&finding == findings.data()) {
      const auto is_named = [&](const auto& change) { return named_here.contains(change.first); };
      outcome.named_first = separate ? std::any_of(changes.begin(), changes.end(), is_named)
                                     : std::all_of(changes.begin(), changes.end(), is_named);
      outcome.candidates = !finding.expected;
    }
    if (finding.expected) named.insert(named_here.begin(), named_here.end());

    outcome.said += " [" + std::string(finding.rule->id);
    if (finding.cell) {
      outcome.said += " " + key_of(document, *finding.cell);
      if (finding.actual) outcome.said += " " + to_string(*finding.actual);
    }
    if (finding.expected) outcome.said += " -> " + to_string(*finding.expected);
    outcome.said += "]";
  }
  const auto all_in = [&](const std::set<std::string>& keys) {
    return std::all_of(changes.begin(), changes.end(), [&](const auto& change) { return keys.contains(change.first); });
  };
  outcome.all_named = all_in(named);
  outcome.all_listed = all_in(listed);
  outcome.right_value = outcome.all_named && values_right;

  // What was read wrong explains what was said.
  for (const auto& [key, text] : changes) {
    for (std::uint16_t t = 0; t < document.tables.size(); ++t) {
      const TableReading& table = document.tables[t];
      for (std::uint8_t row = 0; row < table.rows.size(); ++row) {
        for (std::uint8_t column = 0; column < table.rows[row].cells.size(); ++column) {
          const CellRef ref{t, row, column};
          if (table.report != 0 || key_of(document, ref) != key) continue;
          const Cell& cell = document.cell(ref);
          if (cell.state == Cell::State::unreadable) {
            outcome.said += " (" + key + " was not read)";
          } else if (cell.value != Decimal(number(text)) || (cell.state == Cell::State::blank) != text.empty()) {
            outcome.said += " (" + key + " was read as " +
                            (cell.state == Cell::State::blank ? "blank" : to_string(cell.value)) + ")";
          }
        }
      }
    }
  }
  if (document.tables.size() < 3) outcome.said += " (" + std::to_string(document.tables.size()) + " tables read)";
  return outcome;
}

}  // namespace gouji::test
