import { formOf, identityOf, lineInWords, tableOf, termsOf, type Form } from "./forms";
import { isStatement, type Check, type Finding, type Report } from "./report";
import { statementWords, type Language } from "./words";

/** One side of a relation: what it is, the figures that make it, and what they come to. */
export interface Side {
  name: string;
  terms: Term[];
  sign: string;
  sum: string;
}
export interface Term {
  text: string;
  /** The figure that the finding marks. */
  culprit: boolean;
}

/** A relation that a finding rests on, with the actual figures. */
export interface Formula {
  /** Where it was evaluated: `表三，“总计”列`. */
  title: string;
  sides: [Side, Side];
  /** What both sides come to once the suggested value is taken over. */
  settled: string | null;
}

/** The relations that a finding rests on and that do not hold, written out; or what a sentence states of other figures. */
export function formulasOf(text: string, report: Report, finding: Finding, language: Language): Formula[] {
  const found = (finding.relations || []).map((name) => ofTable(report, finding, name, language)).filter((one): one is Formula => one !== null);
  return found.length ? found : ofSentence(text, report, finding, language);
}

function ofTable(report: Report, finding: Finding, name: string, language: Language): Formula | null {
  const [relation, at] = name.split("@") as [string, string | undefined];
  const within = (finding.cell && finding.cell.report) || 0;
  const table = report.tables.find((one) => relation.startsWith(`${one.id}.`) && (one.report || 0) === within);
  const identity = table && identityOf(formOf(table.form), relation);
  if (!table || !identity || at === undefined) return null;
  const check = report.checks.list.find(
    (one) => !isStatement(one) && one.relation === relation && one.at === at && (one.report || 0) === within,
  );
  if (!check || check.status !== "failed") return null;
  const cellOf = (id: string) => table.cells.find((one) => (identity.each === "row" ? one.row === at && one.column === id : one.column === at && one.row === id));
  const side = (ids: string[], says: Form["identities"][0]["left_says"], sum: number | null): Side => ({
    name: says[language].replace(/ says$/, ""),
    sign: "+",
    // Cells without a figure count as nothing, and long sums are mostly zeros.
    terms: termsOf(table, identity, ids)
      .map(cellOf)
      .filter((cell) => cell && (cell.value || isCulprit(cell.row, cell.column, finding)))
      .map((cell) => ({ text: figure(cell!.value), culprit: isCulprit(cell!.row, cell!.column, finding) })),
    sum: String(sum),
  });
  const sides: [Side, Side] = [
    side(identity.left, identity.left_says, check.left),
    side(identity.right, identity.right_says, check.right),
  ];
  const line = lineInWords(formOf(table.form), relation, at, language);
  const form = tableOf(formOf(table.form), table.id)!;
  return {
    title: language === "zh" ? `${form.name.zh}“${line}”${identity.each === "row" ? "行" : "列"}` : `${form.name.en}, ${identity.each} ${line}`,
    sides,
    settled: settledBy(finding, sides),
  };
}

/** A blank cell is shown as a blank. */
function figure(value: number | null): string {
  return value === null ? "□" : value < 0 ? `(${value})` : String(value);
}

function isCulprit(row: string, column: string, { cell }: Finding): boolean {
  return cell !== undefined && cell.row === row && cell.column === column;
}

/** Both sums with the suggested value: whole numbers only, so nothing is rounded. */
function settledBy({ actual, expected }: Finding, sides: [Side, Side]): string | null {
  if (expected === undefined || expected === null) return null;
  const by = expected - (actual || 0);
  const [left, right] = sides.map(({ terms, sum }) => Number(sum) + (terms.some(({ culprit }) => culprit) ? by : 0)) as [number, number];
  return left === right && Number.isInteger(left) ? String(left) : null;
}

// ---- sentences

const signs: Record<string, string> = { "text.parts": "+", "text.shares": "+", "text.share": "÷" };

function ofSentence(text: string, report: Report, finding: Finding, language: Language): Formula[] {
  const { start, end } = finding.span;
  const check = report.checks.list.find(
    (one: Check) => isStatement(one) && one.status === "failed" && one.span.start < end && one.span.end > start,
  );
  if (!check || check.left === null || check.right === null) return [];
  const { title, right } = statementWords(check.relation, language);
  const marked = text.slice(start, end);
  const unit = /[%％]$/.test(marked) ? "%" : "";
  const terms = (finding.related || []).map(({ span }) => ({ text: text.slice(span.start, span.end), culprit: false }));
  const sign = signs[check.relation];
  return [{
    title,
    sides: [
      { name: language === "zh" ? "文中" : "Text", terms: [], sign: "", sum: `${check.left}${unit}` },
      { name: right, terms: sign ? terms : [], sign: sign || "", sum: `${check.right}${unit}` },
    ],
    settled: null,
  }];
}
