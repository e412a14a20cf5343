import { html, nothing, type TemplateResult } from "lit";
import { card, heading } from "./card";
import { changeInWords } from "./changes";
import { clipped } from "./marked";
import type { View } from "./view";
import type { Words } from "./words";

/** How the report is shown: as on paper, or as it was pasted. */
export function views(w: Words, shown: "paper" | "text", show: (view: "paper" | "text") => void): TemplateResult {
  const button = (view: "paper" | "text", label: string): TemplateResult =>
    html`<button type="button" aria-pressed=${shown === view ? "true" : "false"} @click=${() => show(view)}>${label}</button>`;
  return html`<div class="views" role="group" aria-label=${w.views}>${button("paper", w.paperView)}${button("text", w.textView)}</div>`;
}

/**
 * With one column, the list is far from the figure: the card stays at the foot of the screen, with the way back and
 * onward; and after a change, the way to undo it.
 */
export function sheet(view: View): TemplateResult | typeof nothing {
  if (!view.narrow || view.editing) return nothing;
  const { w, act, selected, pointed, listed } = view;
  if (selected) {
    const at = listed.indexOf(selected) + 1;
    return html`<aside class="foot" aria-label=${w.cardOf(selected.title[view.language])}>
      <nav aria-label=${w.findings}>
        <button type="button" @click=${() => act.walk(-1)}>${w.previous}</button>
        <button type="button" class="plain" @click=${() => act.backToList()}>${w.backToList}${at ? ` ${at}/${listed.length}` : ""}</button>
        <button type="button" @click=${() => act.walk(1)}>${w.next}</button>
        <button type="button" class="close" @click=${() => act.close()}>${w.close}</button>
      </nav>
      <p class="short ${selected.severity}">${heading(view, selected)}</p>
      ${card(view, selected)}
    </aside>`;
  }
  if (view.lately) {
    const { was, is } = changeInWords(view, view.lately);
    return html`<aside class="foot" aria-label=${w.changes}>
      <p class="short">${w.did(was, is)}</p>
      <nav aria-label=${w.changes}>
        <button type="button" @click=${() => act.undo()}>${w.undo}</button>
        <button type="button" class="plain" @click=${() => act.backToList()}>${w.backToList}</button>
        ${listed.length ? html`<button type="button" @click=${() => act.walk(1)}>${w.next}</button>` : nothing}
      </nav>
    </aside>`;
  }
  if (pointed[0]) {
    return html`<aside class="foot" aria-label=${w.checks}>
      <p class="short">${w.litFigures(clipped(pointed.map(({ start, end }) => view.text.slice(start, end)).join("，")))}</p>
      <nav aria-label=${w.checks}><button type="button" class="plain" @click=${() => act.backToList()}>${w.backToList}</button></nav>
    </aside>`;
  }
  return nothing;
}
