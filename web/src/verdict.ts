import { html, nothing, type TemplateResult } from "lit";
import { isStatement, type Report, type Status } from "./report";
import { statusWords, verdict as verdictInWords, words, type Language } from "./words";

/** The verdict first, in words; then how much was looked at. */
export function verdict(report: Report, language: Language): TemplateResult {
  const w = words[language];
  const { tone, line, more } = verdictInWords(report, language);
  const counts: [Status, number][] = [
    ["held", report.checks.held],
    ["failed", report.checks.failed],
    ["unreadable", report.checks.unreadable],
  ];
  const cells = report.tables.reduce((sum, table) => sum + table.cells.length, 0);
  const statements = report.checks.list.filter(isStatement).length;
  return html`<section class="verdict ${tone}" aria-label=${w.verdictLabel}>
    <p class="line">${line}</p>
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
