#include "report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sort.h"

namespace gouji {
namespace {

/// As Relation::Status.
constexpr std::array<std::string_view, 3> status_names = {"held", "failed", "unreadable"};

/// How many relations, sentences tied to cells and comparisons inside sentences held, failed, could not be read.
std::array<int, 3> count_checks(const Document& document) {
  std::array<int, 3> counts{};
  for (const Relation& relation : document.relations) ++counts[static_cast<std::size_t>(relation.status)];
  for (const Tie& tie : document.ties) ++counts[static_cast<std::size_t>(tie.status)];
  for (const Comparison& comparison : document.comparisons) ++counts[static_cast<std::size_t>(comparison.status)];
  return counts;
}

constexpr std::array<std::string_view, 3> severity_names = {"error", "warning", "advice"};

class JsonReport {
 public:
  explicit JsonReport(const Document& document) : document_(document) {}

  [[nodiscard]] JsonWriter write(const std::vector<Finding>& findings) {
    json_.open('{');
    name("gouji", version);
    write_facts();
    write_sections();
    write_furniture();
    write_tables();
    write_claims();
    write_unclaimed();
    write_checks();
    open_list("findings");
    const std::vector<std::string> ids = ids_of(findings);
    for (std::size_t i = 0; i < findings.size(); ++i) write(findings[i], ids[i]);
    close_list();
    json_.close('}');
    return std::move(json_);
  }

 private:
  // Members of the object that is open.

  /// A list whose items may be thousands: before each stands a tab. Who takes in a long report can cut it there without reading
  /// it; and a report is one line still.
  void open_list(std::string_view key) { json_.key(key).open('['); }
  void open_item() { json_.tab().open('{'); }
  void close_list() { json_.tab().close(']'); }

  void member(std::string_view key, std::string_view value) { json_.key(key).text(value); }
  void name(std::string_view key, std::string_view name) { json_.key(key).name(name); }
  void member(std::string_view key, Decimal value) { json_.key(key).number(value); }
  void member(std::string_view key, const Bilingual& words) {
    json_.key(key).open('{');
    member("zh", words.zh);
    member("en", words.en);
    json_.close('}');
  }
  /// null where the number is not known.
  void member_if(std::string_view key, bool known, Decimal value) {
    known ? member(key, value) : void(json_.key(key).null());
  }
  /// What stands in the paste; null for nothing.
  void pasted(std::string_view key, Span where) {
    where.empty() ? void(json_.key(key).null()) : written(key, document_.text.paste_of(where).bytes, where);
  }
  void written(std::string_view key, std::string_view bytes, Span where) {
    document_.text.malformed_count() == 0 ? member(key, bytes) : member(key, document_.text.pasted(where));
  }
  void span(Span where) { span(document_.text.in_paste(where)); }
  void span(PasteSpan where) {
    json_.key("span");
    write(where);
  }
  void report_number(const TableReading& table) {
    if (table.report > 0) member("report", Decimal(table.report));
  }
  /// "row" and "column" of a cell.
  void place(CellRef ref) {
    const Table& table = document_.tables[ref.table].official();
    name("row", table.rows[ref.row].id);
    name("column", table.part_of(ref.row).columns[ref.column].id);
  }

  // Values.

  void write(PasteSpan where) {
    json_.open('{');
    member("start", Decimal(where.start));
    member("end", Decimal(where.end));
    json_.close('}');
  }

  void write(CellRef ref) {
    json_.open('{');
    name("table", document_.tables[ref.table].official().id);
    place(ref);
    report_number(document_.tables[ref.table]);
    json_.close('}');
  }

  // Parts of the report.

  void write_facts() {
    const DocumentFacts& facts = document_.facts;
    json_.key("document").open('{');
    pasted("title", facts.title);
    pasted("agency", facts.agency);
    member_if("year", facts.year != 0, Decimal(facts.year));
    const Form* form = nullptr;
    for (const TableReading& table : document_.tables) {
      if (table.report == 0) form = table.form;
      if (table.report == 0 && !table.official().one_row) break;
    }
    form == nullptr ? void(json_.key("form").null()) : name("form", form->id);
    json_.key("period");
    if (facts.period_from && facts.period_to) {
      json_.open('{');
      name("from", to_string(facts.period_from->date));
      name("to", to_string(facts.period_to->date));
      json_.close('}');
    } else {
      json_.null();
    }
    facts.published ? name("published", to_string(facts.published->date)) : void(json_.key("published").null());
    json_.close('}');
  }

  void write_sections() {
    open_list("sections");
    for (const SectionHeading& heading : document_.layout.sections) {
      open_item();
      name("id", forms().back().sections[heading.section].id);
      member("number", Decimal(heading.section + 1));
      member("title", document_.text.pasted(heading.span));
      span(heading.span);
      json_.close('}');
    }
    close_list();
  }

  void write_furniture() {
    open_list("furniture");
    for (const Line& line : document_.layout.lines) {
      if (line.kind != LineKind::furniture) continue;
      json_.tab();
      write(document_.text.in_paste(line.span));
    }
    close_list();
  }

  void write_tables() {
    open_list("tables");
    for (std::uint16_t t = 0; t < document_.tables.size(); ++t) {
      const TableReading& reading = document_.tables[t];
      open_item();
      name("id", reading.official().id);
      name("form", reading.form->id);
      report_number(reading);
      span(reading.span);
      json_.key("cells").open('[');
      for (std::uint8_t row = 0; row < reading.rows.size(); ++row) {
        for (std::uint8_t column = 0; column < reading.rows[row].cells.size(); ++column) write_cell({t, row, column});
      }
      json_.close(']').close('}');
    }
    close_list();
  }

  void write_cell(CellRef ref) {
    static constexpr std::array<std::string_view, 5> units = {"", "件", "元", "万元", "亿元"};
    const Cell& cell = document_.cell(ref);
    json_.open('{');
    place(ref);
    const Text::Pasted pasted = document_.text.paste_of(cell.span);
    written("text", pasted.bytes, cell.span);
    member_if("value", cell.state == Cell::State::number || cell.state == Cell::State::zero_mark, cell.value);
    if (cell.unit != FigureUnit::none && cell.unit != FigureUnit::piece)
      member("unit", units[static_cast<std::size_t>(cell.unit)]);
    if (cell.state == Cell::State::unreadable) json_.key("unreadable").boolean(true);
    span(pasted.span);
    json_.close('}');
  }

  /// What the sentences say of figures of the forms. "of" names the cells that are meant, where the tables have them.
  void write_claims() {
    static constexpr std::array<std::string_view, 7> bounds = {"exact", "rounded",  "over",   "near",
                                                               "about", "at-least", "at-most"};
    const auto& ties = document_.ties;
    std::size_t next = 0;  // ties come in the order of the claims
    open_list("claims");
    for (std::size_t i = 0; i < document_.claims.claims.size(); ++i) {
      const Claim& claim = document_.claims.claims[i];
      const bool all_done = claim.says == Claim::Says::all_done;
      open_item();
      json_.key("indicators").open('[');
      for (const std::uint8_t index : claim.of) json_.name(indicators()[index].id);
      if (all_done) json_.name("requests.all_done");
      json_.close(']').key("of").open('[');
      while (next < ties.size() && ties[next].claim < i) ++next;
      const bool tied = next < ties.size() && ties[next].claim == i;
      if (tied) {
        for (const CellRef ref : ties[next].cells) write(ref);
      }
      json_.close(']');
      pasted("text", document_.prose.in_folded(claim.whole));
      pasted("words", document_.prose.in_folded(claim.words));
      member_if("value", !all_done, claim.value);
      name("bound", claim.says == Claim::Says::none ? "none" : bounds[static_cast<std::size_t>(claim.bound)]);
      if (tied) name("status", status_names[static_cast<std::size_t>(ties[next].status)]);
      span(document_.prose.in_folded(claim.span));
      json_.close('}');
    }
    close_list();
  }

  /// Figures that stand where the forms' figures are spoken of, and of which nothing is claimed.
  void write_unclaimed() {
    static constexpr std::array<std::string_view, 5> reasons = {"words", "year", "body", "change", "part"};
    open_list("unclaimed");
    for (const Unclaimed& figure : document_.claims.unclaimed) {
      const Span where = document_.prose.in_folded(figure.span);
      open_item();
      pasted("text", where);
      name("why", reasons[static_cast<std::size_t>(figure.why)]);
      span(where);
      json_.close('}');
    }
    close_list();
  }

  void write_sides(Relation::Status status, Decimal left, Decimal right) {
    const bool known = status != Relation::Status::unreadable;
    member_if("left", known, left);
    member_if("right", known, right);
  }

  /// A check of a sentence: what it states, what the table or other figures say, and where.
  void write_stated(std::string_view relation, Relation::Status status, Decimal left, Decimal right, Span where) {
    open_item();
    name("relation", relation);
    name("status", status_names[static_cast<std::size_t>(status)]);
    write_sides(status, left, right);
    pasted("text", where);
    span(where);
    json_.close('}');
  }

  void write_checks() {
    const std::array<int, 3> counts = count_checks(document_);
    json_.key("checks").open('{');
    for (std::size_t i = 0; i < counts.size(); ++i) member(status_names[i], Decimal(counts[i]));
    open_list("list");
    for (const Relation& relation : document_.relations) {
      open_item();
      name("relation", relation.identity->name);
      name("at", place_of(relation, document_.tables));
      name("status", status_names[static_cast<std::size_t>(relation.status)]);
      report_number(document_.tables[relation.table]);
      write_sides(relation.status, relation.left_sum, relation.right_sum);
      json_.close('}');
    }
    for (const Tie& tie : document_.ties) {
      const Claim& claim = document_.claims.claims[tie.claim];
      write_stated("text.table", tie.status, claim.value, tie.sum, document_.prose.in_folded(claim.words));
    }
    for (const Comparison& comparison : document_.comparisons) {
      static constexpr std::array<std::string_view, 5> kinds = {"text.parts", "text.share", "text.shares",
                                                                "text.change", "text.distribution"};
      write_stated(kinds[static_cast<std::size_t>(comparison.kind)], comparison.status, comparison.stated.value,
                   comparison.follows, document_.prose.in_folded(comparison.stated.span));
    }
    close_list();
    json_.close('}');
  }

  void write(const Finding& finding, std::string_view id) {
    const Rule& rule = *finding.rule;
    open_item();
    name("id", id);
    name("rule", rule.id);
    name("severity", severity_names[static_cast<std::size_t>(finding.severity)]);
    json_.key("title").open('{');
    member("zh", rule.title_zh);
    member("en", rule.title_en);
    json_.close('}');
    member("message", finding.message);
    member("advice", finding.advice);
    if (!rule.basis.empty()) member("basis", rule.basis);
    span(finding.span);
    if (finding.cell) {
      json_.key("cell");
      write(*finding.cell);
    }
    if (finding.actual) member("actual", *finding.actual);
    if (finding.expected) member("expected", *finding.expected);
    if (finding.fix) {
      json_.key("fix").open('{');
      span(finding.span);
      member("text", *finding.fix);
      json_.close('}');
    }
    json_.key("related").open('[');
    for (const Related& related : finding.related) {
      json_.open('{');
      span(related.span);
      name("role", related.role);
      if (related.cell) {
        json_.key("cell");
        write(*related.cell);
      }
      if (related.expected) member("expected", Decimal(*related.expected));
      json_.close('}');
    }
    json_.close(']').key("relations").open('[');
    for (const std::size_t index : finding.relations) json_.name(name_of(document_.relations[index], document_.tables));
    json_.close(']').close('}');
  }

  /// Made of the rule and what is marked, not of offsets: edits elsewhere leave it as it is. FNV-1a, 64 bits.
  [[nodiscard]] std::uint64_t hash_of(const Finding& finding) const {
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto mix = [&hash](std::string_view bytes) {
      for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
      hash = (hash ^ 0xff) * 0x100000001b3;
    };
    mix(finding.rule->id);
    if (finding.cell) {
      mix(document_.tables[finding.cell->table].official().id);
      mix(document_.tables[finding.cell->table].official().rows[finding.cell->row].id);
      mix(std::to_string(finding.cell->column));
    }
    if (!finding.span.empty()) mix(document_.text.at(finding.span));
    return hash;
  }

  /// The hashes in base 36. Findings alike are told apart by their order.
  [[nodiscard]] std::vector<std::string> ids_of(const std::vector<Finding>& findings) const {
    constexpr std::uint64_t base = 36;
    constexpr int digits = 10;
    struct Hashed {
      std::uint64_t hash;
      std::size_t finding;
    };
    std::vector<Hashed> all;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      std::uint64_t shown = 1;
      for (int digit = 0; digit < digits; ++digit) shown *= base;
      all.push_back({hash_of(findings[i]) % shown, i});
    }
    sort(all, [](const Hashed& a, const Hashed& b) { return a.hash < b.hash; });
    std::vector<std::string> ids(findings.size());
    for (std::size_t i = 0, alike = 0; i < all.size(); ++i) {
      alike = i > 0 && all[i].hash == all[i - 1].hash ? alike + 1 : 0;
      std::string& id = ids[all[i].finding];
      for (std::uint64_t hash = all[i].hash; id.size() < digits; hash /= base)
        id.push_back("0123456789abcdefghijklmnopqrstuvwxyz"[hash % base]);
      if (alike > 0) id += "-" + std::to_string(alike + 1);
    }
    return ids;
  }

  const Document& document_;
  JsonWriter json_;
};

/// Line and column, from 1, of an offset of the folded text.
std::string position_of(std::string_view text, std::uint32_t at) {
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = text.find('\n'); i < at; i = text.find('\n', i + 1)) {
    ++line;
    start = i + 1;
  }
  std::size_t column = 1;
  for (std::size_t i = start; i < at; ++column) (void)next_code_point(text, i);
  return std::to_string(line) + ":" + std::to_string(column);
}

/// The line of the finding with its place in ⟦ ⟧, shortened.
std::string excerpt(std::string_view text, Span span) {
  constexpr std::size_t most = 60;
  std::size_t begin = text.rfind('\n', span.begin == 0 ? 0 : span.begin - 1);
  begin = begin == std::string_view::npos ? 0 : text[begin] == '\n' ? begin + 1 : begin;
  if (begin > span.begin) begin = span.begin;
  std::size_t end = text.find('\n', span.end);
  if (end == std::string_view::npos) end = text.size();
  const auto on_boundary = [&](std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
    return at;
  };
  std::string out;
  if (span.begin - begin > most) {
    begin = on_boundary(span.begin - most);
    out += "…";
  }
  const bool cut = end - span.end > most;
  if (cut) end = on_boundary(span.end + most);
  out += std::string(text.substr(begin, span.begin - begin)) + "⟦" + std::string(text.substr(span.begin, span.size())) +
         "⟧" + std::string(text.substr(span.end, end - span.end)) + (cut ? "…" : "");
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

}  // namespace

JsonWriter to_json(const Document& document, const std::vector<Finding>& findings) {
  return JsonReport(document).write(findings);
}

std::string to_text(const Document& document, const std::vector<Finding>& findings) {
  static constexpr std::array<std::string_view, 3> names = {"错误 error", "警告 warning", "提示 advice"};
  std::string out;
  const std::string_view text = document.text.folded();
  for (const Finding& finding : findings) {
    out += position_of(text, finding.span.begin) + " " +
           std::string(names[static_cast<std::size_t>(finding.severity)]) + " [" + std::string(finding.rule->id) +
           "]\n    " + excerpt(text, finding.span) + "\n    " + finding.message.zh + "\n    " + finding.message.en +
           "\n    → " + finding.advice.zh + "\n    → " + finding.advice.en + "\n";
  }
  const std::array<int, 3> counts = count_checks(document);
  const int all = counts[0] + counts[1] + counts[2];
  out += "核对关系 " + std::to_string(all) + " 条：成立 " + std::to_string(counts[0]) + "，不成立 " +
         std::to_string(counts[1]) + "，无法核对 " + std::to_string(counts[2]) + "。\n";
  out += std::to_string(all) + " relations: " + std::to_string(counts[0]) + " held, " + std::to_string(counts[1]) +
         " failed, " + std::to_string(counts[2]) + " unreadable.\n";
  return out;
}

std::size_t count_errors(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [](const Finding& finding) { return finding.severity == Severity::error; }));
}

}  // namespace gouji
