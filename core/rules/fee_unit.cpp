#include <algorithm>

#include "rule.h"
#include "said.h"

namespace gouji {
namespace {

/// 100,000万元: more than a county's department or a township takes in.
constexpr std::int64_t beyond_a_county = 100000;

/// `value` divided by 10,000: yuan told in ten thousands of them.
Decimal in_wan(Decimal value) { return {value.digits, static_cast<std::uint8_t>(value.decimals + 4)}; }

/// `value` times 10,000.
Decimal in_units(Decimal value) {
  std::int64_t digits = value.digits;
  std::uint8_t decimals = value.decimals;
  for (int i = 0; i < 4; ++i) {
    if (decimals > 0) {
      --decimals;
    } else {
      digits *= 10;
    }
  }
  return {digits, decimals};
}

/// The figure with the unit that stands behind it.
Span with_unit(std::string_view text, Span figure) {
  std::uint32_t end = figure.end;
  while (end < text.size() && text[end] == ' ') ++end;
  for (const std::string_view unit : {"万元", "亿元", "元"}) {
    if (text.substr(end).starts_with(unit)) return {figure.begin, end + static_cast<std::uint32_t>(unit.size())};
  }
  return figure;
}

/// A unit inside the cell: another one than the column's is wrong, the column's own is superfluous.
void unit_in_cell(const Document& document, CellRef ref, std::vector<Finding>& findings) {
  const Cell& cell = document.cell(ref);
  const Span whole = with_unit(document.text.folded(), cell.span);
  const std::string written = document.text.pasted(whole);
  Decimal value = cell.value;
  if (cell.unit == FigureUnit::yuan) value = in_wan(cell.value);
  if (cell.unit == FigureUnit::yi_yuan) value = in_units(cell.value);
  const std::string right = to_string(value);
  const bool other = cell.unit != FigureUnit::wan_yuan && cell.value.digits != 0;
  const Bilingual name = name_of_cell(document, ref);
  Finding finding;
  finding.severity = other ? Severity::warning : Severity::advice;
  finding.span = whole;
  finding.cell = ref;
  finding.actual = cell.value;
  finding.fix = right;
  if (other) {
    finding.expected = value;
    finding.message = say("{0}写作“{1}”，这一列的单位是万元，应为 {2}。",
                          "{0} says “{1}”, but the column is in 万元 (10,000 yuan): {2}.", {name, written, right});
    finding.advice = say("换算成万元填写。", "Convert it to 万元.");
  } else {
    finding.message = say("{0}写作“{1}”，列名里已有单位，格内只填数字。",
                          "{0} says “{1}”; the head of the column has the unit already.", {name, written});
    finding.advice = say("去掉格内的单位。", "Leave out the unit.");
  }
  findings.push_back(std::move(finding));
}

/// A sentence that tells the fee with the digits of the cell, but in the other unit.
bool sentence_in_other_unit(const Document& document, CellRef ref, std::vector<Finding>& findings) {
  const Cell& cell = document.cell(ref);
  for (const Claim& claim : document.claims.claims) {
    if (claim.says != Claim::Says::figure || claim.bound != Bound::exact || claim.of.size() != 1 ||
        indicators()[claim.of[0]].id != "fees.amount" || claim.value.digits == 0)
      continue;
    const bool table_in_yuan = in_units(claim.value) == cell.value;
    if (!table_in_yuan && in_units(cell.value) != claim.value) continue;
    const Span place = with_unit(document.text.folded(), document.prose.in_folded(claim.span));
    const std::string told = document.text.pasted(place);
    const std::string figure = document.text.pasted(cell.span);
    const Bilingual name = name_of_cell(document, ref);
    Finding finding;
    finding.severity = Severity::warning;
    finding.span = cell.span;
    finding.cell = ref;
    finding.actual = cell.value;
    finding.message = say(
        "{0}是 {1}（万元），正文写的是{2}，两者差一万倍，有一处单位错了。",
        "{0} says {1} (万元, 10,000 yuan), the text says {2}: ten thousand times apart, so one of the units is wrong.",
        {name, figure, told});
    finding.advice = say("表中这一列以万元为单位，请核对。", "The column is in 万元; check which of the two is meant.");
    finding.related.push_back({place, "other", std::nullopt, std::nullopt});
    findings.push_back(std::move(finding));
    return true;
  }
  return false;
}

/// So much that it was probably written in yuan.
void beyond_the_body(const Document& document, CellRef ref, std::vector<Finding>& findings) {
  const Cell& cell = document.cell(ref);
  const Body& body = document.body;
  const bool small =
      (body.kind() == BodyKind::department && body.level() == Level::county) || body.kind() == BodyKind::township;
  if (!small || compare(cell.value, beyond_a_county) < 0) return;
  const std::string figure = document.text.pasted(cell.span);
  const Bilingual name = name_of_cell(document, ref);
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = cell.span;
  finding.cell = ref;
  finding.actual = cell.value;
  finding.message =
      say("{0}是 {1} 万元，超过十亿元，可能是按元填的。",
          "{0} says {1}万元, more than a billion yuan; it may have been filled in in yuan.", {name, figure});
  finding.advice = say("这一列以万元为单位，请核对。", "The column is in 万元; check it.");
  findings.push_back(std::move(finding));
}

/// Form of 2019: the column has no unit, so the cell must say it.
void no_unit(const Document& document, CellRef ref, std::vector<Finding>& findings) {
  const Cell& cell = document.cell(ref);
  if (cell.unit != FigureUnit::none || cell.value.digits == 0) return;
  const Span table = document.tables[ref.table].span;
  const std::string_view heads = document.text.at({table.begin, cell.span.begin});
  const std::size_t head = heads.rfind("采购总金额");
  const bool unit_in_head = head != std::string_view::npos && heads.find("元", head) != std::string_view::npos;
  if (unit_in_head || document.text.at({cell.span.end, table.end}).substr(0, 24).find("元") != std::string_view::npos)
    return;
  const Bilingual name = name_of_cell(document, ref);
  Finding finding;
  finding.severity = Severity::advice;
  finding.span = cell.span;
  finding.cell = ref;
  finding.actual = cell.value;
  finding.message = say("{0}没有写单位，看不出是元还是万元。", "{0} has no unit: yuan or 万元 (10,000 yuan).", {name});
  finding.advice = say("在数字后面写明元或万元。", "Write the unit behind the figure.");
  findings.push_back(std::move(finding));
}

void check(const Document& document, std::vector<Finding>& findings) {
  const auto is_figure = [&](std::optional<CellRef> ref) {
    return ref && document.cell(*ref).state == Cell::State::number && !document.cell(*ref).value.is_negative();
  };
  const auto fees = document.find_cell("disclosure", "fees", "amount");
  const auto procurement = document.find_cell("disclosure", "procurement", "amount");
  if (is_figure(procurement)) no_unit(document, *procurement, findings);
  if (!is_figure(fees)) return;
  const FigureUnit unit = document.cell(*fees).unit;
  if (unit == FigureUnit::yuan || unit == FigureUnit::wan_yuan || unit == FigureUnit::yi_yuan)
    return unit_in_cell(document, *fees, findings);
  if (!sentence_in_other_unit(document, *fees, findings)) beyond_the_body(document, *fees, findings);
}

}  // namespace

extern const Rule fee_unit_rule;
const Rule fee_unit_rule = {
    "fee-unit",
    Severity::warning,
    "收费金额单位有误",
    "Fees in the wrong unit",
    "国办公开办函〔2021〕30号：本年收费金额（单位：万元）",
    check,
};

}  // namespace gouji
