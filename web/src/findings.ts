import { html, nothing, type TemplateResult } from "lit";
import { atInWords, formOf, identityInWords, placeInWords } from "./forms";
import { isNumber } from "./paper";
import { isStatement, type Finding, type Report } from "./report";
import { severityWords, statementWords, words, type Language } from "./words";

export interface FindingsView {
  text: string;
  report: Report;
  selected: Finding | null;
  language: Language;
  select(finding: Finding): void;
}

/** The list of findings: real buttons; the selected one opens its advice and its evidence below. */
export function findings(view: FindingsView): TemplateResult | typeof nothing {
  const list = view.report.findings;
  if (list.length === 0) return nothing;
  const w = words[view.language];
  return html`<section class="findings" aria-labelledby="findings-head">
    <h2 id="findings-head">${w.findings}<span class="count">${list.length}</span></h2>
    <p class="hint">${w.walk}</p>
    <ol>
      ${list.map((finding) => html`<li>${item(view, finding)}</li>`)}
    </ol>
  </section>`;
}

function item(view: FindingsView, finding: Finding): TemplateResult {
  const { language } = view;
  const w = words[language];
  const open = finding === view.selected;
  const form = formOf(view.report.document.form);
  const place = finding.cell ? placeInWords(form, finding.cell, language) : "";
  return html`<button
      type="button"
      class="finding ${finding.severity}"
      aria-expanded=${open ? "true" : "false"}
      data-item=${finding.id}
      @click=${() => view.select(finding)}
    >
      <span class="head">
        <span class="tag">${severityWords[finding.severity][language]}</span>
        <span class="name">${finding.title[language]}</span>
        ${isNumber(finding.expected) ? html`<span class="change">${change(view, finding)}</span>` : nothing}
      </span>
      ${place ? html`<span class="place">${place}</span>` : nothing}
      ${open || !place || !isNumber(finding.expected)
        ? html`<span class="message">${finding.message[language]}</span>`
        : nothing}
    </button>
    ${open ? details(view, finding, w) : nothing}`;
}

function change({ text, language }: FindingsView, finding: Finding): TemplateResult {
  const w = words[language];
  const marked = text.slice(finding.span.start, finding.span.end);
  const actual = isNumber(finding.actual) ? String(finding.actual) : marked || w.blank;
  return html`${w.stands} <b>${actual}</b>${language === "zh" ? "，" : ", "}<b>${w.expected(String(finding.expected))}</b>`;
}

function details(view: FindingsView, finding: Finding, w: (typeof words)["zh"]): TemplateResult | typeof nothing {
  const relations = finding.relations || [];
  const advice = finding.advice && finding.advice[view.language];
  if (!advice && relations.length === 0) return nothing;
  return html`<div class="details">
    ${advice ? html`<p><span class="term">${w.advice}</span>${advice}</p>` : nothing}
    ${relations.length
      ? html`<p class="term">${w.evidence}</p>
          <ul>
            ${relations.map((relation) => html`<li>${relationInWords(view, relation, finding)}</li>`)}
          </ul>`
      : nothing}
  </div>`;
}

/** `requests.balance@total`, with both sides where the report has them; a kind of statement by its name alone. */
function relationInWords({ language, report }: FindingsView, name: string, finding: Finding): TemplateResult | string {
  const [relation, at] = name.split("@") as [string, string | undefined];
  if (relation.startsWith("text.")) return statementWords(relation, language).title;
  const form = formOf(report.document.form);
  const within = (finding.cell && finding.cell.report) || 0;
  const check = report.checks.list.find(
    (one) => !isStatement(one) && one.relation === relation && one.at === at && (one.report || 0) === within,
  );
  const sides = check && isNumber(check.left) && isNumber(check.right)
    ? html` <span class="sides">${check.left} ${check.left === check.right ? "＝" : "≠"} ${check.right}</span>`
    : nothing;
  const line = at === undefined ? "" : atInWords(form, relation, at, language);
  return html`${identityInWords(form, relation, language)}${line}${sides}`;
}

/** A finding in one line, for where there is no room for more. */
export function inShort(report: Report, finding: Finding, language: Language): string {
  const w = words[language];
  const place = finding.cell ? placeInWords(formOf(report.document.form), finding.cell, language) : "";
  const expected = isNumber(finding.expected) ? w.expected(String(finding.expected)) : "";
  return [finding.title[language], place, expected].filter((part) => part).join(" · ");
}
