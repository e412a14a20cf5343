import { html, nothing, type TemplateResult } from "lit";
import { derived } from "./derived";
import { formOf, identityInWords, identityOf, lineInWords, placeInWords, tableOf, termsOf } from "./forms";
import { inItsSentence, toWords } from "./quoted";
import { isStatement, type Check, type Place, type RelationCheck, type Report, type Span, type StatementCheck, type Status } from "./report";
import type { View } from "./view";
import { statementWords, statusWords, words, type Language } from "./words";

/** Everything that was checked, with both sides, held or not: a verdict of silence must be earned. */
export function checks(view: View): TemplateResult | typeof nothing {
  const { language } = view;
  const kinds = byRelation(view.report);
  if (kinds.size === 0) return nothing;
  return html`<section class="checks" aria-labelledby="checks-head">
    <h2 id="checks-head">${words[language].checks}</h2>
    ${Array.from(kinds, ([name, own]) => (own.every(isStatement) ? statements(view, name, own) : relation(view, name, own)))}
  </section>`;
}

const byRelation = derived(({ checks }: Report) => {
  const kinds = new Map<string, Check[]>();
  for (const check of checks.list) {
    const own = kinds.get(check.relation);
    if (own) own.push(check);
    else kinds.set(check.relation, [check]);
  }
  return kinds;
});

/** One kind of check: what it says, how it came out as a whole, and its single results. */
function group(
  { language, unfolded, act }: View,
  relation: string,
  name: string,
  list: Check[],
  heads: [string, string, string],
  rows: () => TemplateResult[],
): TemplateResult {
  const count = (wanted: Status): number => list.filter(({ status }) => status === wanted).length;
  const worst: Status = count("failed") ? "failed" : count("unreadable") ? "unreadable" : "held";
  const amount = worst === "held" ? `${list.length}` : `${count(worst)}/${list.length}`;
  return html`<details class=${worst} @toggle=${(event: Event) => act.unfold(relation, (event.target as HTMLDetailsElement).open)}>
    <summary>
      <span>${name}</span>
      <span class="status ${worst}">${statusWords[worst][language]} ${amount}</span>
    </summary>
    ${unfolded.has(relation)
      ? html`<table>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
            <th scope="col">${words[language].result}</th>
          </tr>
          ${rows()}
        </table>`
      : nothing}
  </details>`;
}

function row(check: Check, language: Language, head: TemplateResult | string): TemplateResult {
  return html`<tr class=${check.status}>
    <th scope="row">${head}</th>
    <td>${check.left === null ? "—" : check.left}</td>
    <td>${check.right === null ? "—" : check.right}</td>
    <td class="status ${check.status}">${statusWords[check.status][language]}</td>
  </tr>`;
}

// ---- identities of the forms

function relation(view: View, name: string, list: Check[]): TemplateResult {
  const { report, language, w } = view;
  const form = formOf(report.document.form);
  const rows = (): TemplateResult[] => list.map((check) =>
    row(check, language, isStatement(check) ? check.text || "" : toWords(view, cellsOf(report, check), lineInWords(form, name, check.at, language))),
  );
  return group(view, name, identityInWords(form, name, language), list, [w.where, w.left, w.right], rows);
}

/** The cells of both sides, blank ones too. */
function cellsOf(report: Report, { relation, at, report: number }: RelationCheck): Span[] {
  const table = report.tables.find((one) => relation.startsWith(`${one.id}.`) && (one.report || 0) === (number || 0));
  const identity = table && identityOf(formOf(table.form), relation);
  if (!table || !identity) return [];
  const terms = termsOf(table, identity, [...identity.left, ...identity.right]);
  return table.cells
    .filter(({ row, column }) => (identity.each === "row" ? row === at && terms.includes(column) : column === at && terms.includes(row)))
    .map(({ span }) => span);
}

// ---- what sentences state

function statements(view: View, name: string, list: StatementCheck[]): TemplateResult {
  const { report, language, w } = view;
  const { title, right } = statementWords(name, language);
  // Claims that were held against cells come in the same order as these checks.
  const claims = name === "text.table" ? report.claims.filter(({ status }) => status !== undefined) : [];
  const rows = (): TemplateResult[] => list.map((check, index) => {
    const of = claims.length === list.length ? claims[index]!.of : [];
    const cells = of.map((place) => spanOf(report, place)).filter((span): span is Span => span !== undefined);
    const content = name === "text.table" ? check.text || "" : inItsSentence(view.text, check.span);
    return row(
      check,
      language,
      html`${toWords(view, [check.span, ...cells], content)}${cellsInWords(report, of, language)}${allowance(check, language)}`,
    );
  });
  return group(view, name, title, list, [w.statement, w.stated, right], rows);
}

/** Why two sides that differ agree: 300余件 and 312, or a total and some of its parts. */
function allowance({ relation, status, left, right }: StatementCheck, language: Language): TemplateResult | typeof nothing {
  if (status !== "held" || left === null || right === null || left === right) return nothing;
  const why = relation === "text.parts" && right < left ? "parts" : relation === "text.table" || relation === "text.parts" ? "words" : null;
  return why ? html`<small>${words[language].allowed[why]}</small>` : nothing;
}

function spanOf(report: Report, { table, row, column, report: number }: Place): Span | undefined {
  const found = report.tables.find((one) => one.id === table && (one.report || 0) === (number || 0));
  const cell = found && found.cells.find((one) => one.row === row && one.column === column);
  return cell && cell.span;
}

function cellsInWords(report: Report, of: Place[], language: Language): TemplateResult | typeof nothing {
  if (!of[0]) return nothing;
  const form = formOf(report.document.form);
  const table = tableOf(form, of[0].table);
  const name = of.length === 1 ? placeInWords(form, of[0], language)
    : words[language].cells(table ? table.name[language] : of[0].table, of.length);
  return html`<small>${name}</small>`;
}
