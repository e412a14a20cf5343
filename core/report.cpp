#include "report.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gouji {
namespace {

using Json = nlohmann::ordered_json;

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

class JsonReport {
 public:
  explicit JsonReport(const Document& document) : document_(document) {}

  [[nodiscard]] Json build(const std::vector<Finding>& findings) const {
    Json json;
    json["gouji"] = version;
    json["document"] = facts();
    json["sections"] = sections();
    json["furniture"] = furniture();
    json["tables"] = tables();
    json["claims"] = claims();
    json["unclaimed"] = unclaimed();
    json["checks"] = checks();
    json["findings"] = Json::array();
    std::vector<std::string> ids;
    for (const Finding& finding : findings) json["findings"].push_back(to_json(finding, ids));
    return json;
  }

 private:
  [[nodiscard]] Json span(Span where) const {
    const PasteSpan in_paste = document_.text.in_paste(where);
    return {{"start", in_paste.start}, {"end", in_paste.end}};
  }

  static Json number(const Decimal& value) {
    if (value.is_integer()) return value.digits;
    // The digits as written: parsing gives the shortest number that prints the same.
    return Json::parse(to_string(value), nullptr, false);
  }

  static Json both(const Bilingual& words) { return {{"zh", words.zh}, {"en", words.en}}; }

  [[nodiscard]] Json words(Span where) const {
    return where.empty() ? Json(nullptr) : Json(document_.text.pasted(where));
  }

  [[nodiscard]] Json facts() const {
    const DocumentFacts& facts = document_.facts;
    Json json;
    json["title"] = words(facts.title);
    json["agency"] = words(facts.agency);
    json["year"] = facts.year == 0 ? Json(nullptr) : Json(facts.year);
    json["form"] = nullptr;
    for (const TableReading& table : document_.tables) {
      if (table.report == 0) json["form"] = table.form->id;
      if (table.report == 0 && !table.official().one_row) break;
    }
    if (facts.period_from && facts.period_to) {
      json["period"] = {{"from", to_string(facts.period_from->date)}, {"to", to_string(facts.period_to->date)}};
    } else {
      json["period"] = nullptr;
    }
    json["published"] = facts.published ? Json(to_string(facts.published->date)) : Json(nullptr);
    return json;
  }

  [[nodiscard]] Json sections() const {
    Json list = Json::array();
    for (const SectionHeading& heading : document_.layout.sections) {
      list.push_back({{"id", forms().back().sections[heading.section].id},
                      {"number", heading.section + 1},
                      {"title", document_.text.pasted(heading.span)},
                      {"span", span(heading.span)}});
    }
    return list;
  }

  [[nodiscard]] Json furniture() const {
    Json list = Json::array();
    for (const Line& line : document_.layout.lines) {
      if (line.kind == LineKind::furniture) list.push_back(span(line.span));
    }
    return list;
  }

  [[nodiscard]] Json tables() const {
    Json list = Json::array();
    for (std::uint16_t t = 0; t < document_.tables.size(); ++t) {
      const TableReading& reading = document_.tables[t];
      Json cells = Json::array();
      for (std::uint8_t row = 0; row < reading.rows.size(); ++row) {
        for (std::uint8_t column = 0; column < reading.rows[row].cells.size(); ++column) {
          cells.push_back(cell_json({t, row, column}));
        }
      }
      Json json;
      json["id"] = reading.official().id;
      json["form"] = reading.form->id;
      if (reading.report > 0) json["report"] = reading.report;
      json["span"] = span(reading.span);
      json["cells"] = std::move(cells);
      list.push_back(std::move(json));
    }
    return list;
  }

  [[nodiscard]] Json cell_json(CellRef ref) const {
    static constexpr std::array<std::string_view, 5> units = {"", "件", "元", "万元", "亿元"};
    const Cell& cell = document_.cell(ref);
    Json json = place(ref);
    json["text"] = cell.span.empty() ? std::string() : document_.text.pasted(cell.span);
    const bool known = cell.state == Cell::State::number || cell.state == Cell::State::zero_mark;
    json["value"] = known ? number(cell.value) : Json(nullptr);
    if (cell.unit != FigureUnit::none && cell.unit != FigureUnit::piece)
      json["unit"] = units[static_cast<std::size_t>(cell.unit)];
    if (cell.state == Cell::State::unreadable) json["unreadable"] = true;
    json["span"] = span(cell.span);
    return json;
  }

  /// {"row", "column"} of a cell.
  [[nodiscard]] Json place(CellRef ref) const {
    const Table& table = document_.tables[ref.table].official();
    return {{"row", table.rows[ref.row].id}, {"column", table.part_of(ref.row).columns[ref.column].id}};
  }

  [[nodiscard]] Json full_place(CellRef ref) const {
    Json json = {{"table", document_.tables[ref.table].official().id}};
    json.update(place(ref));
    if (document_.tables[ref.table].report > 0) json["report"] = document_.tables[ref.table].report;
    return json;
  }

  /// What the sentences say of figures of the forms. "of" names the cells that are meant, where the tables have them.
  [[nodiscard]] Json claims() const {
    static constexpr std::array<std::string_view, 7> bounds = {"exact", "rounded",  "over",   "near",
                                                               "about", "at-least", "at-most"};
    Json list = Json::array();
    const auto& ties = document_.ties;
    std::size_t next = 0;  // ties come in the order of the claims
    for (std::size_t i = 0; i < document_.claims.claims.size(); ++i) {
      const Claim& claim = document_.claims.claims[i];
      Json json;
      json["indicators"] = Json::array();
      for (const std::uint8_t index : claim.of) json["indicators"].push_back(indicators()[index].id);
      if (claim.says == Claim::Says::all_done) json["indicators"].push_back("requests.all_done");
      json["of"] = Json::array();
      while (next < ties.size() && ties[next].claim < i) ++next;
      const bool tied = next < ties.size() && ties[next].claim == i;
      if (tied) {
        for (const CellRef ref : ties[next].cells) json["of"].push_back(full_place(ref));
      }
      json["text"] = words(document_.prose.in_folded(claim.whole));
      json["words"] = words(document_.prose.in_folded(claim.words));
      json["value"] = claim.says == Claim::Says::all_done ? Json(nullptr) : number(claim.value);
      json["bound"] = claim.says == Claim::Says::none ? "none" : bounds[static_cast<std::size_t>(claim.bound)];
      if (tied) json["status"] = status_names[static_cast<std::size_t>(ties[next].status)];
      json["span"] = span(document_.prose.in_folded(claim.span));
      list.push_back(std::move(json));
    }
    return list;
  }

  /// Figures that stand where the forms' figures are spoken of, and of which nothing is claimed.
  [[nodiscard]] Json unclaimed() const {
    static constexpr std::array<std::string_view, 5> reasons = {"words", "year", "body", "change", "part"};
    Json list = Json::array();
    for (const Unclaimed& figure : document_.claims.unclaimed) {
      const Span where = document_.prose.in_folded(figure.span);
      list.push_back(
          {{"text", words(where)}, {"why", reasons[static_cast<std::size_t>(figure.why)]}, {"span", span(where)}});
    }
    return list;
  }

  /// A check of a sentence: what it states, what the table or other figures say, and where.
  [[nodiscard]] Json stated_check(std::string_view relation, Relation::Status status, Decimal left, Decimal right,
                                  Span where) const {
    const bool known = status != Relation::Status::unreadable;
    return {{"relation", relation},
            {"status", status_names[static_cast<std::size_t>(status)]},
            {"left", known ? number(left) : Json(nullptr)},
            {"right", known ? number(right) : Json(nullptr)},
            {"text", words(where)},
            {"span", span(where)}};
  }

  [[nodiscard]] Json checks() const {
    const std::array<int, 3> counts = count_checks(document_);
    Json list = Json::array();
    for (const Relation& relation : document_.relations) {
      const auto status = static_cast<std::size_t>(relation.status);
      const std::string name = name_of(relation, document_.tables);
      Json json = {{"relation", relation.identity->name},
                   {"at", name.substr(name.find('@') + 1)},
                   {"status", status_names[status]}};
      if (document_.tables[relation.table].report > 0) json["report"] = document_.tables[relation.table].report;
      const bool known = relation.status != Relation::Status::unreadable;
      json["left"] = known ? Json(relation.left_sum) : Json(nullptr);
      json["right"] = known ? Json(relation.right_sum) : Json(nullptr);
      list.push_back(std::move(json));
    }
    for (const Tie& tie : document_.ties) {
      const Claim& claim = document_.claims.claims[tie.claim];
      list.push_back(
          stated_check("text.table", tie.status, claim.value, tie.sum, document_.prose.in_folded(claim.words)));
    }
    for (const Comparison& comparison : document_.comparisons) {
      static constexpr std::array<std::string_view, 5> kinds = {"text.parts", "text.share", "text.shares",
                                                                "text.change", "text.distribution"};
      list.push_back(stated_check(kinds[static_cast<std::size_t>(comparison.kind)], comparison.status,
                                  comparison.stated.value, comparison.follows,
                                  document_.prose.in_folded(comparison.stated.span)));
    }
    return {{"held", counts[0]}, {"failed", counts[1]}, {"unreadable", counts[2]}, {"list", std::move(list)}};
  }

  [[nodiscard]] Json to_json(const Finding& finding, std::vector<std::string>& ids) const {
    Json json;
    json["id"] = id_of(finding, ids);
    json["rule"] = finding.rule->id;
    static constexpr std::array<std::string_view, 3> severities = {"error", "warning", "advice"};
    json["severity"] = severities[static_cast<std::size_t>(finding.severity)];
    json["title"] = {{"zh", finding.rule->title_zh}, {"en", finding.rule->title_en}};
    json["message"] = both(finding.message);
    json["advice"] = both(finding.advice);
    if (!finding.rule->basis.empty()) json["basis"] = finding.rule->basis;
    json["span"] = span(finding.span);
    if (finding.cell) json["cell"] = full_place(*finding.cell);
    if (finding.actual) json["actual"] = number(*finding.actual);
    if (finding.expected) json["expected"] = number(*finding.expected);
    if (finding.fix) json["fix"] = {{"span", span(finding.span)}, {"text", *finding.fix}};
    json["related"] = Json::array();
    for (const Related& related : finding.related) {
      Json entry = {{"span", span(related.span)}, {"role", related.role}};
      if (related.cell) entry["cell"] = full_place(*related.cell);
      if (related.expected) entry["expected"] = *related.expected;
      json["related"].push_back(std::move(entry));
    }
    json["relations"] = Json::array();
    for (const std::size_t index : finding.relations) {
      json["relations"].push_back(name_of(document_.relations[index], document_.tables));
    }
    return json;
  }

  /// Made of the rule and what is marked, not of offsets: edits elsewhere leave it as it is. Two findings alike are told
  /// apart by their order. FNV-1a, 64 bits, in base 36.
  [[nodiscard]] std::string id_of(const Finding& finding, std::vector<std::string>& ids) const {
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
    std::string id;
    for (int i = 0; i < 10; ++i) {
      id.push_back("0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36]);
      hash /= 36;
    }
    const auto same = std::count(ids.begin(), ids.end(), id);
    ids.push_back(id);
    return same == 0 ? id : id + "-" + std::to_string(same + 1);
  }

  const Document& document_;
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

std::string to_json(const Document& document, const std::vector<Finding>& findings) {
  // dump() would stop the program at bad UTF-8; all strings come from folded text, which has none.
  return JsonReport(document).build(findings).dump(-1, ' ', false, Json::error_handler_t::replace);
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
