import { html, nothing, type TemplateResult } from "lit";
import { card, heading } from "./card";
import { clipped, isNumber } from "./marked";
import type { Finding, Report, Severity } from "./report";
import type { Filter, View } from "./view";
import { severityWords } from "./words";

const severities: Severity[] = ["error", "warning", "advice"];

/** What the list shows of the findings, in its order: by gravity as the core has them, or as they stand in the report. */
export function listedOf(findings: Finding[], { severity, by }: Filter): Finding[] {
  const list = findings.filter((one) => !severity || one.severity === severity);
  return by === "section" ? list.sort((a, b) => a.span.start - b.span.start) : list;
}

// What is more than anyone walks through is shown when asked for.
const most = 50;

/** The list of findings: real buttons, under the headings of their gravity or of their section. */
export function findings(view: View): TemplateResult | typeof nothing {
  const { w, listed } = view;
  if (view.findings.length === 0) return nothing;
  const whole = view.unfolded.has("findings");
  const groups = grouped(view, whole ? listed : listed.slice(0, most));
  return html`<section class="findings" part="findings" aria-labelledby="findings-head">
    <h2 id="findings-head">${w.findings} <span class="count">${view.findings.length}</span></h2>
    ${view.findings.length > 1 ? filters(view) : nothing}
    <p class="hint">${w.walk}</p>
    ${groups.map(
      ({ head, list }) => html`${head ? html`<h3>${head} <span class="count">${list.length}</span></h3>` : nothing}
        <ol>
          ${list.map((finding) => html`<li>${item(view, finding)}</li>`)}
        </ol>`,
    )}
    ${!whole && listed.length > most
      ? html`<button type="button" class="plain" @click=${() => view.act.unfold("findings", true)}>${w.showAll(listed.length)}</button>`
      : nothing}
  </section>`;
}

function filters({ w, language, findings, filter, act }: View): TemplateResult {
  const choice = (severity: Severity | null, label: string, count: number): TemplateResult | typeof nothing =>
    count === 0 ? nothing : html`<button
      type="button"
      class=${severity || "all"}
      aria-pressed=${filter.severity === severity ? "true" : "false"}
      @click=${() => act.show({ severity })}
      >${label} ${count}</button
    >`;
  return html`<div class="filters">
    <div role="group" aria-label=${w.filter}>
      ${choice(null, w.all, findings.length)}
      ${severities.map((one) => choice(one, severityWords[one][language], findings.filter(({ severity }) => severity === one).length))}
    </div>
    <label
      >${w.sortBy}<select @change=${(event: Event) => act.show({ by: (event.target as HTMLSelectElement).value as Filter["by"] })}>
        <option value="severity" ?selected=${filter.by === "severity"}>${w.bySeverity}</option>
        <option value="section" ?selected=${filter.by === "section"}>${w.bySection}</option>
      </select></label
    >
  </div>`;
}

function grouped({ report, language, filter, w }: View, list: Finding[]): { head: string; list: Finding[] }[] {
  const groups: { head: string; list: Finding[] }[] = [];
  for (const finding of list) {
    const head = filter.by === "section" ? sectionOf(report, finding, w.beforeSections) : severityWords[finding.severity][language];
    const last = groups[groups.length - 1];
    if (last && last.head === head) last.list.push(finding);
    else groups.push({ head, list: [finding] });
  }
  // One kind alone is said by each of its tags.
  return groups.length === 1 && filter.by === "severity" ? [{ head: "", list: groups[0]!.list }] : groups;
}

/** The heading under which a finding stands. */
export function sectionOf({ sections }: Report, { span }: Finding, before: string): string {
  let title = before;
  for (const section of sections) if (section.span.start <= span.start) title = section.title.trim();
  return title;
}

function item(view: View, finding: Finding): TemplateResult {
  const { w, language, act } = view;
  const open = finding === view.selected;
  const change = changeOf(view, finding);
  return html`<button
      type="button"
      class="finding ${finding.severity} ${open ? "open" : ""}"
      aria-expanded=${open && !view.narrow ? "true" : "false"}
      data-item=${finding.id}
      @click=${() => (open && !view.narrow ? act.close() : act.select(finding, "list"))}
    >
      ${heading(view, finding)}
      ${open && !view.narrow ? nothing : change
        ? html`<span class="change">${w.stands} <b>${change[0]}</b>${language === "zh" ? "，" : ", "}<b>${w.expected(change[1])}</b></span>`
        : html`<span class="message">${finding.message[language]}</span>`}
    </button>
    ${open && !view.narrow ? card(view, finding) : nothing}`;
}

function changeOf({ text, w }: View, { span, actual, expected, fix }: Finding): [string, string] | null {
  const marked = text.slice(span.start, span.end);
  if (fix && marked && fix.text.trim() && fix.text.length <= 12) return [clipped(marked, 16), fix.text.trim()];
  if (!isNumber(expected)) return null;
  return [isNumber(actual) ? String(actual) : marked || w.blank, String(expected)];
}
