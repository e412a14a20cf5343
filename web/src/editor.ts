import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { findingsOf, isLit, marksOf, pieces, type Lit } from "./marks";
import type { Report } from "./report";
import { words, type Language } from "./words";

export interface EditorView extends Lit {
  text: string;
  report: Report | null;
  language: Language;
  edited(text: string): void;
}

/**
 * The text as given, in a plain text area (paste, undo, IME and the phone's keyboard are the browser's own). A text
 * area cannot show marks, so a copy of the text lies under it, letter on letter, with only the marks visible.
 */
export function editor(view: EditorView): TemplateResult {
  const w = words[view.language];
  const changed = (event: Event): void => view.edited((event.target as HTMLTextAreaElement).value);
  return html`<div class="editor">
    <div class="underlay" aria-hidden="true">${underlay(view)}${"\n\u200b"}</div>
    <textarea
      lang="zh-Hans"
      aria-label=${w.textLabel}
      spellcheck="false"
      autocomplete="off"
      .value=${live(view.text)}
      placeholder=${w.inviteHere}
      @input=${(event: InputEvent) => {
        // While an input method composes, the text holds half-typed syllables.
        if (!event.isComposing) changed(event);
      }}
      @compositionend=${changed}
    ></textarea>
  </div>`;
}

function underlay(view: EditorView): (TemplateResult | string)[] {
  if (!view.report) return [view.text];
  return pieces({ start: 0, end: view.text.length }, marksOf(view.report, view), view.selected).map(({ start, end, marks }) => {
    const text = view.text.slice(start, end);
    if (marks.length === 0) return text;
    const found = findingsOf(marks);
    const pointed = marks.some(({ role }) => role === "pointed") ? "pointed" : "";
    if (found.length === 0) return html`<mark class="related ${pointed}">${text}</mark>`;
    const lit = isLit(marks, view.selected) ? "lit" : "";
    return html`<mark class="mark ${found[0]!.severity} ${lit} ${pointed}" data-findings=${found.map(({ id }) => id).join(" ")}
      >${text || nothing}</mark
    >`;
  });
}
