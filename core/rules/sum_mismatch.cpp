#include <algorithm>

#include "rule.h"

namespace gouji {
namespace {

/// "第 2 列「商业企业」" for a relation of a column, the row's label for one of a row.
Bilingual place_of(const Document& document, const Relation& relation) {
  const TableReading& reading = document.tables[relation.table];
  if (relation.identity->each_row) {
    const Bilingual row = name_of_row(reading, relation.at);
    return say("{0}行", "row {0}", {row});
  }
  const Column& column = reading.official().parts[0].columns[relation.at];
  return say("「{0}」列", "column “{0}”", {{column.label.text, column.en}});
}

/// The sums that do not come out, each with its figures; the first few.
Bilingual proof_of(const Document& document, const std::vector<std::size_t>& relations) {
  constexpr std::size_t most = 3;
  Bilingual words;
  for (std::size_t i = 0; i < relations.size() && i < most; ++i) {
    const Relation& relation = document.relations[relations[i]];
    const Bilingual place = place_of(document, relation);
    const Bilingual figures = figures_of(document, relation);
    words.zh += (i > 0 ? "；" : "") + place.zh + figures.zh;
    words.en += (i > 0 ? "; " : "") + place.en + ": " + figures.en;
  }
  if (relations.size() > most) {
    words.zh += "；共 " + std::to_string(relations.size()) + " 处，这里列出 " + std::to_string(most) + " 处";
    words.en += "; " + std::to_string(relations.size()) + " in all, of which these are " + std::to_string(most);
  }
  return words;
}

void relate_sums(const Document& document, Finding& finding) {
  for (const std::size_t index : finding.relations) {
    const Relation& relation = document.relations[index];
    const auto add = [&](const CellRefs& cells, std::string_view role) {
      for (const CellRef ref : cells) {
        const Cell& cell = document.cell(ref);
        const bool known = std::any_of(finding.related.begin(), finding.related.end(),
                                       [&](const Related& related) { return related.cell == ref; });
        if (known || finding.cell == ref || cell.span.empty() || cell.value.digits == 0) continue;
        finding.related.push_back({cell.span, role, ref, std::nullopt});
      }
    };
    add(relation.left, "part");
    add(relation.right, "total");
  }
}

std::string as_written(const Document& document, CellRef ref) {
  const Cell& cell = document.cell(ref);
  return cell.span.empty() ? std::string() : document.text.pasted(cell.span);
}

Finding about_cell(const Document& document, const Diagnosis& diagnosis, const Repair& repair) {
  Finding finding;
  const Cell& cell = document.cell(repair.cell);
  finding.severity = Severity::error;
  finding.span = cell.span;
  finding.cell = repair.cell;
  finding.actual = cell.value;
  finding.expected = Decimal(repair.to);
  finding.fix = std::to_string(repair.to);
  finding.relations = diagnosis.relations;
  return finding;
}

/// Sentences that say what the cell must be: their words join the proof.
Bilingual witnesses_of(const Document& document, const Diagnosis& diagnosis, Finding& finding) {
  if (diagnosis.witnesses.empty()) return {};
  for (const std::size_t index : diagnosis.witnesses) {
    const Span span = document.prose.in_folded(document.claims.claims[index].span);
    finding.related.push_back({span, "other", std::nullopt, std::nullopt});
  }
  const Claim& first = document.claims.claims[diagnosis.witnesses.front()];
  const std::string words = document.text.pasted(document.prose.in_folded(first.words));
  return say("；正文也写“{0}”", "; the text says so too (“{0}”)", {words});
}

void one_cell(const Document& document, const Diagnosis& diagnosis, std::vector<Finding>& findings) {
  const Repair& repair = diagnosis.repairs[0];
  Finding finding = about_cell(document, diagnosis, repair);
  const Bilingual name = name_of_cell(document, repair.cell);
  Bilingual proof = proof_of(document, diagnosis.relations);
  const Bilingual witnesses = witnesses_of(document, diagnosis, finding);
  proof.zh += witnesses.zh;
  proof.en += witnesses.en;
  const std::string written = as_written(document, repair.cell);
  const std::string meant = std::to_string(repair.to);
  finding.message =
      say("{0}写作 {1}，应为 {2}。{3}。", "{0}: {1} must be {2}. {3}.",
          {name, {written.empty() ? "空白" : written, written.empty() ? "empty" : written}, meant, proof});
  finding.advice = say("改为 {0} 后，本表各项勾稽关系全部成立；请与台账核对。",
                       "With {0} every relation of the table holds; check it against your records.", {meant});
  relate_sums(document, finding);
  findings.push_back(std::move(finding));
}

void several(const Document& document, const Diagnosis& diagnosis, std::vector<Finding>& findings) {
  for (const Repair& repair : diagnosis.repairs) {
    Finding finding = about_cell(document, diagnosis, repair);
    // Only the sums that this cell is part of prove anything about it.
    std::erase_if(finding.relations, [&](std::size_t index) {
      const Relation& relation = document.relations[index];
      const auto has = [&](const CellRefs& cells) {
        return std::find(cells.begin(), cells.end(), repair.cell) != cells.end();
      };
      return !has(relation.left) && !has(relation.right);
    });
    const Bilingual name = name_of_cell(document, repair.cell);
    const Bilingual proof = proof_of(document, finding.relations);
    const std::string meant = std::to_string(repair.to);
    const std::string written = as_written(document, repair.cell);
    const std::string count = std::to_string(diagnosis.repairs.size());
    finding.message = say("{0}{1}，应为 {2}（本表共 {3} 个数字有误）。{4}。",
                          "{0}: {1} must be {2} ({3} figures of the table are wrong). {4}.",
                          {name,
                           {written.empty() ? "空着" : "填的是 " + written, written.empty() ? "empty" : written},
                           meant,
                           count,
                           proof});
    finding.advice =
        say("这几个数字一并改正后，本表各项勾稽关系全部成立；请与台账核对。",
            "With these figures corrected every relation of the table holds; check them against your records.");
    relate_sums(document, finding);
    findings.push_back(std::move(finding));
  }
}

/// One act that moved several figures: one finding, on the first of them, with the others beside it.
void moved(const Document& document, const Diagnosis& diagnosis, std::vector<Finding>& findings) {
  const Repair& first = diagnosis.repairs[0];
  Finding finding = about_cell(document, diagnosis, first);
  for (std::size_t i = 1; i < diagnosis.repairs.size(); ++i) {
    const Repair& repair = diagnosis.repairs[i];
    finding.related.push_back({document.cell(repair.cell).span, "part", repair.cell, repair.to});
  }
  const Bilingual name = name_of_cell(document, first.cell);
  const Bilingual proof = proof_of(document, diagnosis.relations);
  if (diagnosis.kind == Diagnosis::Kind::swapped) {
    const Bilingual other = name_of_cell(document, diagnosis.repairs[1].cell);
    const std::string from = std::to_string(first.from);
    const std::string to = std::to_string(first.to);
    finding.message = say("{0}的 {1} 与{2}的 {3} 填反了。{4}。",
                          "{0} ({1}) and {2} ({3}) stand in each other's place. {4}.", {name, from, other, to, proof});
    finding.advice = say("对调后，本表各项勾稽关系全部成立。", "Exchanged, every relation of the table holds.");
  } else if (diagnosis.kind == Diagnosis::Kind::shifted) {
    const Bilingual row = name_of_row(document.tables[diagnosis.table], first.cell.row);
    Bilingual figures;
    const auto& cells = document.tables[diagnosis.table].rows[first.cell.row].cells;
    for (std::uint8_t column = 0; column < cells.size(); ++column) {
      std::int64_t value = cells[column].value.digits;
      for (const Repair& repair : diagnosis.repairs) {
        if (repair.cell.column == column) value = repair.to;
      }
      figures.zh += (column > 0 ? "、" : "") + std::to_string(value);
      figures.en += (column > 0 ? ", " : "") + std::to_string(value);
    }
    finding.message = say("{0}行的数字错了一格，应为 {1}。{2}。",
                          "The figures of row {0} stand one cell off; they must be {1}. {2}.", {row, figures, proof});
    finding.advice =
        say("整行移回一格后，本表各项勾稽关系全部成立。", "Moved back by one cell, every relation of the table holds.");
  } else {
    const Column& column =
        document.tables[diagnosis.table].official().part_of(first.cell.row).columns[first.cell.column];
    finding.message = say("「总计」一列的数字填在了「{0}」列的位置，其余各列顺次错位。{1}。",
                          "The totals stand in the column “{0}”, and the other columns are moved by one. {1}.",
                          {{column.label.text, column.en}, proof});
    finding.advice = say("把总计移到最后一列后，本表各项勾稽关系全部成立。",
                         "With the totals in the last column every relation of the table holds.");
  }
  findings.push_back(std::move(finding));
}

void ambiguous(const Document& document, const Diagnosis& diagnosis, std::vector<Finding>& findings) {
  constexpr std::size_t most = 5;
  Finding finding;
  finding.severity = Severity::error;
  finding.relations = diagnosis.relations;
  const auto& best = diagnosis.alternatives.front();
  finding.span = document.cell(best.front().cell).span;
  finding.cell = best.front().cell;
  finding.actual = document.cell(best.front().cell).value;
  Bilingual list;
  for (std::size_t i = 0; i < diagnosis.alternatives.size(); ++i) {
    Bilingual way;
    for (const Repair& repair : diagnosis.alternatives[i]) {
      finding.related.push_back({document.cell(repair.cell).span, "candidate", repair.cell, repair.to});
      const Bilingual name = name_of_cell(document, repair.cell);
      way.zh += (way.zh.empty() ? "" : "且") + name.zh + "由 " + std::to_string(repair.from) + " 改为 " +
                std::to_string(repair.to);
      way.en += (way.en.empty() ? "" : " and ") + name.en + " " + std::to_string(repair.from) + " → " +
                std::to_string(repair.to);
    }
    if (i >= most) continue;
    list.zh += (i > 0 ? "；或" : "") + way.zh;
    list.en += (i > 0 ? "; or " : "") + way.en;
  }
  if (diagnosis.alternatives.size() > most) {
    list.zh += "；等 " + std::to_string(diagnosis.alternatives.size()) + " 种可能";
    list.en += "; " + std::to_string(diagnosis.alternatives.size()) + " ways in all";
  }
  const Bilingual proof = proof_of(document, diagnosis.relations);
  finding.message = say("合计不符：{0}。可能是：{1}。", "Sums do not agree: {0}. Either {1}.", {proof, list});
  finding.advice = say("仅凭表内数字不能断定是哪一个，请对照台账。",
                       "The table alone does not tell which; compare with your records.");
  relate_sums(document, finding);
  findings.push_back(std::move(finding));
}

void unexplained(const Document& document, const Diagnosis& diagnosis, std::vector<Finding>& findings) {
  Finding finding;
  finding.severity = Severity::error;
  finding.relations = diagnosis.relations;
  const Relation& first = document.relations[diagnosis.relations.front()];
  finding.cell = first.right.front();
  finding.span = document.cell(first.right.front()).span;
  finding.actual = document.cell(first.right.front()).value;
  Bilingual rows;
  Bilingual columns;
  for (const std::size_t index : diagnosis.relations) {
    const Relation& relation = document.relations[index];
    const Bilingual place = place_of(document, relation);
    Bilingual& list = relation.identity->each_row ? rows : columns;
    if (list.zh.find(place.zh) != std::string::npos) continue;
    list.zh += (list.zh.empty() ? "" : "、") + place.zh;
    list.en += (list.en.empty() ? "" : ", ") + place.en;
  }
  const std::string count = std::to_string(diagnosis.relations.size());
  const Bilingual proof = proof_of(document, diagnosis.relations);
  const Table& table = document.tables[diagnosis.table].official();
  finding.message =
      say("{0}有 {1} 处合计不符，涉及{2}{3}{4}。{5}。", "{1} sums of {0} do not agree, in {2}{3}{4}. {5}.",
          {{table.zh, table.en},
           count,
           rows,
           {rows.zh.empty() || columns.zh.empty() ? "" : "；", rows.en.empty() || columns.en.empty() ? "" : "; "},
           columns,
           proof});
  finding.advice = say("错处不止一两个数字，请逐行逐列对照台账。",
                       "More than a few figures are wrong; compare row by row with your records.");
  relate_sums(document, finding);
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  for (const Diagnosis& diagnosis : document.diagnoses) {
    switch (diagnosis.kind) {
      case Diagnosis::Kind::one_cell:
        one_cell(document, diagnosis, findings);
        break;
      case Diagnosis::Kind::blank:
        break;  // blank-cell tells it
      case Diagnosis::Kind::swapped:
      case Diagnosis::Kind::shifted:
      case Diagnosis::Kind::total_misplaced:
        moved(document, diagnosis, findings);
        break;
      case Diagnosis::Kind::several_cells:
        several(document, diagnosis, findings);
        break;
      case Diagnosis::Kind::ambiguous:
        ambiguous(document, diagnosis, findings);
        break;
      case Diagnosis::Kind::unexplained:
        unexplained(document, diagnosis, findings);
        break;
    }
  }
}

}  // namespace

extern const Rule sum_mismatch_rule;
const Rule sum_mismatch_rule = {
    "sum-mismatch",
    Severity::error,
    "表内合计不符",
    "Sums of a table do not agree",
    "《中华人民共和国政府信息公开工作年度报告格式》表三表头：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四"
    "项之和",
    check,
};

}  // namespace gouji
