import { html, nothing, type TemplateResult } from "lit";
import { formOf, identityInWords, lineInWords, placeInWords, tableOf } from "./forms";
import { isStatement, type Check, type Place, type Report, type Span, type StatementCheck, type Status } from "./report";
import { statementWords, statusWords, unclaimedWords, words, type Language } from "./words";

export interface ChecksView {
  text: string;
  report: Report;
  pointed: Span[];
  language: Language;
  /** Lights places of the report and brings the first into sight. */
  point(spans: Span[]): void;
}

/** Everything that was checked, with both sides, held or not, and what was not: a verdict of silence must be earned. */
export function checks(view: ChecksView): TemplateResult | typeof nothing {
  const { report, language } = view;
  const { list } = report.checks;
  const left = leftAlone(report);
  if (list.length === 0 && left.length === 0) return nothing;
  const names = Array.from(new Set(list.map((check) => check.relation)));
  return html`<section class="checks" aria-labelledby="checks-head">
    <h2 id="checks-head">${words[language].checks}</h2>
    ${names.map((name) => {
      const own = list.filter((check) => check.relation === name);
      return own.every(isStatement) ? statements(view, name, own) : relation(view, name, own);
    })}
    ${left.length ? unchecked(view, left) : nothing}
  </section>`;
}

/** One kind of check: what it says, how it came out as a whole, and its single results. */
function group(
  name: string,
  list: Check[],
  language: Language,
  heads: [string, string, string],
  rows: TemplateResult[],
): TemplateResult {
  const count = (wanted: Status): number => list.filter(({ status }) => status === wanted).length;
  const worst: Status = count("failed") ? "failed" : count("unreadable") ? "unreadable" : "held";
  const amount = worst === "held" ? `${list.length}` : `${count(worst)}/${list.length}`;
  return html`<details class=${worst}>
    <summary>
      <span>${name}</span>
      <span class="status ${worst}">${statusWords[worst][language]} ${amount}</span>
    </summary>
    <table>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col">${words[language].result}</th>
      </tr>
      ${rows}
    </table>
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

function relation({ report, language }: ChecksView, name: string, list: Check[]): TemplateResult {
  const w = words[language];
  const form = formOf(report.document.form);
  const rows = list.map((check) =>
    row(check, language, isStatement(check) ? check.text || "" : lineInWords(form, name, check.at, language)),
  );
  return group(identityInWords(form, name, language), list, language, [w.where, w.left, w.right], rows);
}

// ---- what sentences state

function statements(view: ChecksView, name: string, list: StatementCheck[]): TemplateResult {
  const { report, language } = view;
  const w = words[language];
  const { title, right } = statementWords(name, language);
  // Claims that were held against cells come in the same order as these checks.
  const claims = name === "text.table" ? report.claims.filter(({ status }) => status !== undefined) : [];
  const rows = list.map((check, index) => {
    const of = claims.length === list.length ? claims[index]!.of : [];
    const cells = of.map((place) => spanOf(report, place)).filter((span): span is Span => span !== undefined);
    const content = name === "text.table" ? check.text || "" : inItsSentence(view.text, check.span);
    return row(
      check,
      language,
      html`${toWords(view, [check.span, ...cells], content)}${cellsInWords(report, of, language)}${allowance(check, language)}`,
    );
  });
  return group(title, list, language, [w.statement, w.stated, right], rows);
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

/** Words of the report, as a button that shows where they stand, and what else belongs to them. */
function toWords({ pointed, point }: ChecksView, places: Span[], content: TemplateResult | string): TemplateResult {
  const here = pointed.length === places.length && places.every(({ start, end }, i) => start === pointed[i]!.start && end === pointed[i]!.end);
  return html`<button type="button" class="words" lang="zh-Hans" aria-pressed=${here ? "true" : "false"} @click=${() => point(places)}
    >${content}</button
  >`;
}

// ---- what was left alone

type Left = { span: Span; why: keyof typeof unclaimedWords };

/** Figures of the sentences that were held against nothing, and why; each place once. */
function leftAlone(report: Report): Left[] {
  const tied = report.claims.filter(({ status }) => status !== undefined).map(({ span }) => span);
  const compared = report.checks.list.filter(isStatement).filter(({ relation }) => relation !== "text.table").map(({ span }) => span);
  const seen = tied.concat(compared);
  const all: Left[] = [
    ...report.unclaimed,
    ...report.claims.filter(({ status }) => status === undefined).map(({ span }) => ({ span, why: "absent" as const })),
  ];
  return all
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => !seen.some(({ start, end }) => start < span.end && end > span.start) && seen.push(span));
}

function unchecked(view: ChecksView, left: Left[]): TemplateResult {
  const { language } = view;
  return html`<details class="unchecked">
    <summary><span>${words[language].unchecked(left.length)}</span></summary>
    <ul>
      ${left.map(
        ({ span, why }) => html`<li>
          ${toWords(view, [span], inItsSentence(view.text, span))}<small>${unclaimedWords[why][language]}</small>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** The figure with a few words before it and the rest of its clause. */
function inItsSentence(text: string, { start, end }: Span): TemplateResult {
  const [before, after] = [14, 8];
  const head = text.slice(Math.max(0, start - before), start).replace(/^[^]*[。；;！？\n]/, "");
  const tail = text.slice(end, end + after).replace(/[，,、。；;！？\n][^]*$/, "");
  return html`${head.length === before ? "…" : ""}${head.replace(/^\s+/, "")}<b>${text.slice(start, end)}</b>${tail}${tail.length === after ? "…" : ""}`;
}
