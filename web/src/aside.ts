import { html, nothing, type TemplateResult } from "lit";
import { formOf, placeInWords } from "./forms";
import type { View } from "./view";
import { reasonWords } from "./words";

/** What was set aside and why, the way back, and the file that takes it to another computer. */
export function aside(view: View): TemplateResult | typeof nothing {
  const { w, language, act, draft } = view;
  const others = draft.ignored.length - view.aside.length;
  if (view.report.findings.length === 0 && draft.ignored.length === 0) return nothing;
  if (draft.ignored.length === 0) return html`<div class="import">${importing(view)}</div>`;
  return html`<section class="aside" aria-labelledby="aside-head">
    <h2 id="aside-head">${w.ignored} <span class="count">${view.aside.length}</span></h2>
    ${view.aside.length
      ? html`<ul>
          ${view.aside.map(({ finding, ignored }) => {
            const place = finding.cell ? placeInWords(formOf(view.report.document.form), finding.cell, language) : "";
            return html`<li>
              <button type="button" class="words" data-item=${finding.id} @click=${() => act.select(finding, "list")}>${finding.title[language]}</button>
              ${place ? html`<small>${place}</small>` : nothing}
              <small>${reasonWords[ignored.reason][language]}${ignored.note ? html`${language === "zh" ? "：" : ": "}${ignored.note}` : nothing}</small>
              <button type="button" class="recall" @click=${() => act.recall(ignored.key)}>${w.recall}</button>
            </li>`;
          })}
        </ul>`
      : html`<p class="hint">${w.noneIgnored}</p>`}
    ${others > 0 ? html`<p class="hint">${w.ignoredElsewhere(others)}</p>` : nothing}
    <div class="row">
      <button type="button" class="small" @click=${() => act.exportIgnored()}>${w.exportIgnored}</button>
      ${importing(view)}
    </div>
  </section>`;
}

function importing(view: View): TemplateResult {
  return html`<label class="button small">
    <input type="file" class="spoken" accept=".json,application/json" @change=${(event: Event) => taken(view, event)} />${view.w.importIgnored}
  </label>`;
}

function taken({ act }: View, event: Event): void {
  const input = event.target as HTMLInputElement;
  const file = input.files && input.files[0];
  if (file) act.importIgnored(file);
  input.value = "";
}
