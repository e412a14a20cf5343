import { html, nothing, type TemplateResult } from "lit";
import { grown, type Change } from "./edits";
import { formOf, placeInWords } from "./forms";
import { clipped } from "./marked";
import type { View } from "./view";

// A list is for looking over; what is more stands in the text itself.
const most = 50;

/** What was changed, old and new, each to be put back; undo and redo; and the corrected text to take away. */
export function changes(view: View): TemplateResult | typeof nothing {
  const { w, draft, act } = view;
  if (!draft.canUndo && !draft.canRedo) return nothing;
  const list = draft.changes;
  return html`<section class="changes" aria-labelledby="changes-head">
    <h2 id="changes-head">${w.changes} <span class="count">${list.length}</span></h2>
    <div class="row">
      <button type="button" class="undo" aria-disabled=${draft.canUndo ? "false" : "true"} title="Ctrl+Z" @click=${() => act.undo()}>${w.undo}</button>
      <button type="button" class="redo" aria-disabled=${draft.canRedo ? "false" : "true"} title="Ctrl+Shift+Z" @click=${() => act.redo()}>${w.redo}</button>
      <button type="button" class="copy" @click=${() => act.copy()}>${w.copy}</button>
      <button type="button" class="download" @click=${() => act.download()}>${w.download}</button>
    </div>
    ${list.length
      ? html`<ul>
          ${list.slice(0, most).map((change) => html`<li>${item(view, change)}</li>`)}
        </ul>`
      : html`<p class="hint">${w.asGiven}</p>`}
    ${list.length > most ? html`<p class="hint">${w.andMore(list.length - most)}</p>` : nothing}
  </section>`;
}

function item(view: View, change: Change): TemplateResult {
  const { w, act } = view;
  const { was, is, where } = changeInWords(view, change);
  return html`<button type="button" class="words" @click=${() => act.point([change.to])}>
      <small>${where}</small><span lang="zh-Hans"><del>${was || w.nothing}</del> → <ins>${is || w.nothing}</ins></span>
    </button>
    <button type="button" class="revert" aria-label=${w.revertThis(was, is)} @click=${() => act.revert(change)}>${w.revert}</button>`;
}

/** Old and new, and where: the cell, the section, or nothing. */
export function changeInWords({ draft, report, language, w }: View, change: Change): { was: string; is: string; where: string } {
  const { from, to } = grown(change, draft.original);
  const place = ((): string => {
    for (const table of report.tables) {
      const cell = table.cells.find(({ span }) => span.start < to.end && span.end > to.start);
      if (cell) return placeInWords(formOf(table.form), { table: table.id, row: cell.row, column: cell.column }, language);
    }
    const above = report.sections.filter(({ span }) => span.start <= to.start);
    return above.length ? above[above.length - 1]!.title.trim() : w.beforeSections;
  })();
  const line = (words: string): string => clipped(words.replace(/\s+/g, " "), 40);
  return { was: line(draft.original.slice(from.start, from.end)), is: line(draft.text.slice(to.start, to.end)), where: place };
}
