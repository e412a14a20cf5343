import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { findingsOf, isChanged, isLit, marksOf, pieces } from "./marks";
import type { Finding } from "./report";
import type { View } from "./view";
import type { Words } from "./words";

export interface EditorView {
  text: string;
  w: Words;
  /** What is known of this very text. */
  view: View | null;
  edited(text: string): void;
}

/**
 * The text as given, in a plain text area (paste, undo, IME and the phone's keyboard are the browser's own). A text
 * area cannot show marks, so a copy of the text lies under it, letter on letter, with only the marks visible.
 */
export function editor({ text, w, view, edited }: EditorView): TemplateResult {
  const changed = (event: Event): void => edited((event.target as HTMLTextAreaElement).value);
  const moved = (event: Event): void => {
    const found = view && atCaret(view, event.target as HTMLTextAreaElement);
    if (found && found !== view!.selected) view!.act.select(found, "caret");
  };
  return html`<div class="editor">
    <div class="underlay" aria-hidden="true">${view ? underlay(view) : text}${"\n\u200b"}</div>
    <textarea
      lang="zh-Hans"
      aria-label=${w.textLabel}
      spellcheck="false"
      autocomplete="off"
      .value=${live(text)}
      placeholder=${w.inviteHere}
      @input=${(event: InputEvent) => {
        // While an input method composes, the text holds half-typed syllables.
        if (!event.isComposing) changed(event);
      }}
      @compositionend=${changed}
      @click=${moved}
      @keyup=${moved}
    ></textarea>
  </div>`;
}

/** The finding whose mark the caret is in: the narrowest. */
function atCaret({ findings }: View, { selectionStart, selectionEnd }: HTMLTextAreaElement): Finding | null {
  if (selectionStart !== selectionEnd) return null;
  const here = findings.filter(({ span }) => span.start < span.end && span.start <= selectionStart && span.end >= selectionStart);
  return here.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0] || null;
}

function underlay(view: View): (TemplateResult | string)[] {
  return pieces({ start: 0, end: view.text.length }, marksOf(view), view.selected).map(({ start, end, marks }) => {
    const text = view.text.slice(start, end);
    if (marks.length === 0) return text;
    const found = findingsOf(marks);
    const pointed = marks.some(({ role }) => role === "pointed") ? "pointed" : "";
    if (found.length === 0) return html`<mark class="${isChanged(marks) ? "changed" : "related"} ${pointed}">${text}</mark>`;
    const lit = isLit(marks, view.selected) ? "lit" : "";
    return html`<mark class="mark ${found[0]!.severity} ${lit} ${pointed}" data-findings=${found.map(({ id }) => id).join(" ")}
      >${text || nothing}</mark
    >`;
  });
}
