import { html, nothing, type TemplateResult } from "lit";
import { countsOf, verdict as verdictInWords } from "./conclusion";
import type { Status } from "./report";
import type { View } from "./view";
import { statusWords } from "./words";

/** The verdict first, in words; then how much was looked at. */
export function verdict({ report, language, w, aside }: View): TemplateResult {
  const { tone, line, more } = verdictInWords(report, language, aside.map(({ finding }) => finding));
  const counts: [Status, number][] = [
    ["held", report.checks.held],
    ["failed", report.checks.failed],
    ["unreadable", report.checks.unreadable],
  ];
  const cells = report.tables.reduce((sum, table) => sum + table.cells.length, 0);
  const statements = Object.values(countsOf(report)).reduce((sum, one) => sum + one.statements, 0);
  return html`<section class="verdict ${tone}" part="verdict" aria-labelledby="verdict-line">
    <h2 class="line" id="verdict-line" tabindex="-1">${line}</h2>
    ${more ? html`<p class="more">${more}</p>` : nothing}
    <dl ?hidden=${report.checks.list.length === 0}>
      ${counts.map(
        ([status, count]) => html`<div class="${status} ${count ? "" : "none"}">
          <dt>${statusWords[status][language]}</dt>
          <dd>${count}</dd>
        </div>`,
      )}
    </dl>
    <p class="facts">${w.readAs(report.document, report.tables.length, cells, statements)}</p>
  </section>`;
}
