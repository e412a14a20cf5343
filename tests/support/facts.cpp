#include "facts.h"

#include <algorithm>

#include "form_data.h"
#include "unicode.h"

namespace gouji::test {
namespace {

/// Rows and columns by the names that sentences use; a name that is not here is an id of the form.
const std::map<std::string, std::string, std::less<>>& rows_by_name() {
  static const std::map<std::string, std::string, std::less<>> names = {
      {"new", "new_received"},          {"before", "carried_over"},
      {"processed", "processed_total"}, {"after", "carried_forward"},
      {"partly", "partially_granted"},  {"unprocessed", "not_processed"},
      {"direct", "litigation_direct"},  {"later", "litigation_after_review"},
      {"suits", "litigation"},          {"normative", "normative_documents"},
      {"coercive", "coercive_measures"}};
  return names;
}

bool is_in(std::string_view id, std::string_view name) {
  return id == name || (id.starts_with(name) && (id[name.size()] == '.' || id[name.size()] == '_'));
}

bool is_in_column(std::string_view id, std::string_view name) {
  if (name == "natural") return id == "natural_person";
  if (name == "legal") return id != "natural_person" && id != "total";
  return id == name;
}

/// A count that a sentence can tell; longer ones are tests of the checker's limits.
bool is_plain_count(std::string_view text) { return is_ascii_digits(text) && text.size() <= 9; }

}  // namespace

Facts::Facts(const Figures& figures, Random& random) : figures_(figures) {
  requests_agree_ = agree("requests");
  proceedings_agree_ = agree("proceedings");
  set("year", figures.year);
  set("form2021", figures.form == "2021" ? 1 : 0);
  read_money();
  invent(random);
}

std::optional<long long> Facts::cells(const std::string& table, std::string_view row, std::string_view column) const {
  bool any = false;
  long long sum = 0;
  for (const Part& part : form(figures_.form).table(table).parts) {
    for (const Heading& r : part.rows) {
      if (!is_in(r.id, row)) continue;
      for (const Heading& c : part.columns) {
        if (!is_in_column(c.id, column)) continue;
        const std::string& text = figures_.cells.at(cell_key(table, r.id, c.id));
        if (!is_plain_count(text)) return std::nullopt;
        sum += std::stoll(text);
        any = true;
      }
    }
  }
  return any ? std::optional(sum) : std::nullopt;
}

/// Whether the identities of the form hold; a table that contradicts itself is not told in words.
bool Facts::agree(const std::string& table) const {
  for (const Identity& identity : form(figures_.form).identities) {
    if (identity.table != table) continue;
    const Part& part = form(figures_.form).table(table).parts.front();
    const bool by_column = identity.each == "column";
    for (const Heading& along : by_column ? part.columns : part.rows) {
      const auto sum = [&](const std::vector<std::string>& ids) -> long long {
        long long total = 0;
        for (const std::string& id : ids) {
          const std::string& text =
              figures_.cells.at(by_column ? cell_key(table, id, along.id) : cell_key(table, along.id, id));
          total = is_plain_count(text) && total >= 0 ? total + std::stoll(text) : -1;
        }
        return total;
      };
      const long long left = sum(identity.left);
      if (left < 0 || left != sum(identity.right)) return false;
    }
  }
  return true;
}

std::optional<long long> Facts::term(std::string_view name) const {
  if (!name.empty() && name[0] >= '0' && name[0] <= '9') return std::stoll(std::string(name));
  if (const auto found = own_.find(name); found != own_.end()) return found->second;
  const std::size_t at = name.find('@');
  std::string_view row = name.substr(0, at);
  if (const auto found = rows_by_name().find(row); found != rows_by_name().end()) row = found->second;
  const std::string_view column = at == std::string_view::npos ? "total" : name.substr(at + 1);
  if (requests_agree_)
    if (const auto sum = cells("requests", row, column)) return sum;
  if (proceedings_agree_)
    if (const auto sum = cells("proceedings", row, column)) return sum;
  return cells("disclosure", row, column);
}

std::optional<long long> Facts::value(std::string_view sum) const {
  long long total = 0;
  long long sign = 1;
  while (true) {
    const std::size_t end = sum.find_first_of("+-");
    const auto one = term(sum.substr(0, end));
    if (!one) return std::nullopt;
    total += sign * *one;
    if (end == std::string_view::npos) break;
    sign = sum[end] == '+' ? 1 : -1;
    sum.remove_prefix(end + 1);
  }
  return total < 0 ? std::nullopt : std::optional(total);
}

bool Facts::hold(std::string_view conditions) const {
  while (!conditions.empty()) {
    const std::size_t end = std::min(conditions.find(','), conditions.size());
    const std::string_view one = conditions.substr(0, end);
    const std::size_t at = one.find_first_of("<>=");
    const auto left = value(one.substr(0, at));
    const auto right = value(one.substr(at + 1));
    if (!left || !right) return false;
    if (one[at] == '=' ? *left != *right : one[at] == '<' ? *left >= *right : *left <= *right) return false;
    conditions.remove_prefix(std::min(end + 1, conditions.size()));
  }
  return true;
}

/// fees and procurement, in yuan.
void Facts::read_money() {
  for (const char* row : {"fees", "procurement"}) {
    const auto found = figures_.cells.find(cell_key("disclosure", row, "amount"));
    if (found == figures_.cells.end()) continue;
    const std::string& text = found->second;
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string decimals = point == text.size() ? "" : text.substr(point + 1);
    if (!is_plain_count(text.substr(0, point)) || decimals.size() > 4) continue;
    if (!decimals.empty() && !is_ascii_digits(decimals)) continue;
    set(row, std::stoll(text.substr(0, point)) * 10000 + std::stoll((decimals + "0000").substr(0, 4)));
  }
}

void Facts::split(const std::string& name, long long whole, int parts, Random& random) {
  for (int i = 0; i < parts; ++i) {
    const bool last = i + 1 == parts;
    const long long part =
        last ? whole : static_cast<long long>(random.below(static_cast<std::uint64_t>(whole * 3 / 4 + 1)));
    set(name + "." + static_cast<char>('a' + i), part);
    whole -= part;
  }
}

void Facts::invent(Random& random) {
  const auto between = [&](std::uint64_t low, std::uint64_t high) {
    return static_cast<long long>(random.between(low, high));
  };
  const long long received = value("new").value_or(0);
  split("channel", received, 3, random);  // network, letters, in person
  split("half", received, 2, random);     // first and second half of the year
  split("level", received, 2, random);    // the government itself, departments and towns
  split("topic", received, 3, random);
  set("last_new", random.chance(8) ? received : between(1, static_cast<std::uint64_t>(2 * received + 6)));
  set("last_processed", between(1, static_cast<std::uint64_t>(2 * value("processed").value_or(0) + 6)));
  set("wide", received + between(60, 900));  // of the whole county, in a department's report

  const long long items = random.chance(6) ? between(16, 90) : between(100, 6800);
  set("items", items);
  split("items", items, 4, random);
  split("outlet", items, 3, random);  // website, WeChat, boards
  set("last_items", between(static_cast<std::uint64_t>(items / 2 + 1), static_cast<std::uint64_t>(2 * items)));
  const long long granted = value("granted").value_or(0);
  set("guided", granted > 1 ? between(1, static_cast<std::uint64_t>(granted - 1)) : 0);
  const long long withdrawn = value("other.other").value_or(0);
  set("withdrawn", withdrawn > 1 ? between(1, static_cast<std::uint64_t>(withdrawn)) : withdrawn);
  set("notes", between(1, 40));
  set("delays", between(1, 20));
  set("official", between(60, 900));
  split("official", value("official").value_or(0), 3, random);
  set("posts", between(20, 3600));
  set("reads", between(21000, 880000));
  set("followers", between(900, 90000));
  set("papers", between(3, 160));
  set("explained", between(3, 90));
  set("pictures", between(1, static_cast<std::uint64_t>(value("explained").value_or(1))));
  set("calls", between(20, 9800));
  set("messages", between(3, 460));
  set("columns", between(3, 28));
  set("trainings", between(1, 6));
  set("trainees", between(21, 760));
  set("deputies", between(1, 60));
  set("members", between(1, 80));
  set("inspected", between(5, 60));
  set("consulted", between(3, 400));
  set("drafts", between(1, 12));
  set("opinions", between(5, 240));
  set("bulletins", between(4, 12));
  set("conferences", between(2, 30));

  // What section six says of fees: the notices that were not paid are those of the table.
  const long long unpaid = value("other.fee_unpaid").value_or(0);
  const bool charges = value("form2021").value_or(0) == 1 && value("fees").value_or(0) >= 20000 && random.chance(5);
  const long long paid = charges ? between(1, 4) : 0;
  set("notices", unpaid + paid);
  set("paid", paid);
  set("noticed_yuan", (unpaid + paid) * 100 + 10 * between(0, 30));
  set("paid_yuan", paid * 100);
}

}  // namespace gouji::test
