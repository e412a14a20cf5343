import { html, type TemplateResult } from "lit";
import type { Span } from "./report";
import type { View } from "./view";

/** Words of the report, as a button that shows where they stand, and what else belongs to them. */
export function toWords({ pointed, act }: View, places: Span[], content: TemplateResult | string): TemplateResult {
  const here = places.length > 0 && pointed.length === places.length &&
    places.every(({ start, end }, i) => start === pointed[i]!.start && end === pointed[i]!.end);
  return html`<button type="button" class="words" lang="zh-Hans" aria-pressed=${here ? "true" : "false"} @click=${() => act.point(places)}
    >${content}</button
  >`;
}

/** The figure with a few words before it and the rest of its clause. */
export function inItsSentence(text: string, { start, end }: Span): TemplateResult {
  const [before, after] = [14, 8];
  const head = text.slice(Math.max(0, start - before), start).replace(/^[^]*[。；;！？\n]/, "");
  const tail = text.slice(end, end + after).replace(/[，,、。；;！？\n][^]*$/, "");
  return html`${head.length === before ? "…" : ""}${head.replace(/^\s+/, "")}<b>${text.slice(start, end)}</b>${tail}${tail.length === after ? "…" : ""}`;
}
