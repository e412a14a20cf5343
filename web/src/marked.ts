import { html, nothing, type TemplateResult } from "lit";
import { findingsOf, isChanged, isLit, pieces, type Mark } from "./marks";
import type { Finding, Span } from "./report";
import { candidatesOf } from "./suggestions";
import type { View } from "./view";
import { severityWords } from "./words";

/** A view while it is printed. */
export interface Printing {
  view: View;
  /** The findings that have a piece already: one button each is enough for the keyboard. */
  begun: Set<Finding>;
}

/** A range of the text with the marks that lie over it. */
export function marked(printing: Printing, range: Span, marks: Mark[]): (TemplateResult | string)[] {
  const { view } = printing;
  return pieces(range, marks, view.selected).map((piece) => {
    const text = view.text.slice(piece.start, piece.end);
    if (piece.marks.length === 0) return text;
    const top = piece.marks.find(({ role }) => role === "main");
    return html`${mark(printing, text, piece.marks)}${top && top.end === piece.end ? tag(view, top.finding!) : nothing}`;
  });
}

/**
 * Beside what stands there, what must, or how grave it is: never colour alone. The mark's own label says it to screen
 * readers.
 */
export function tag(view: View, finding: Finding, inCell = false): TemplateResult {
  const { severity, span } = finding;
  const grave = candidatesOf(finding).length ? view.w.mayBeWrong : severityWords[severity][view.language];
  // Where nothing stands there is nothing to mark but what is missing.
  const words = expectedInWords(view, finding) || (inCell || span.start < span.end ? grave : `${grave}：${finding.title[view.language]}`);
  return html`<small class="expected ${severity}" aria-hidden="true">${words}</small>`;
}

export function expectedInWords({ w }: Pick<View, "w">, { span, expected, fix }: Finding): string {
  const text = fix ? fix.text.trim() : "";
  if (span.start === span.end && !isNumber(expected)) return text ? w.missing(text) : "";
  // As it is to be written there: 六, not 6. What is longer is told beside the report.
  if (text && text.length <= 8) return w.expected(text);
  return isNumber(expected) ? w.expected(String(expected)) : "";
}

/**
 * A piece of text under its marks, the topmost first: a button that opens their findings, or only lit. It cannot be a
 * <button>: those do not break over lines, and cannot be copied with the text around them. `at` makes it a place to edit.
 */
export function mark({ view, begun }: Printing, text: string, marks: Mark[], at = ""): TemplateResult {
  const { w, selected } = view;
  const found = findingsOf(marks);
  if (found.length === 0) {
    if (isChanged(marks)) return html`<mark class="changed">${text}<span class="spoken">（${w.changedHere}）</span></mark>`;
    const pointed = marks.some(({ role }) => role === "pointed");
    return html`<mark class="related ${pointed ? "pointed" : ""}">${text}<span class="spoken">（${pointed ? w.pointed : w.related}）</span></mark>`;
  }
  const top = found[0]!;
  const first = !begun.has(top);
  begun.add(top);
  const classes = [
    `mark ${top.severity}`,
    isLit(marks, selected) ? "lit" : "",
    marks.some(({ role }) => role === "pointed") ? "pointed" : "",
    text ? "" : "empty",
  ];
  return html`<mark
    class=${classes.filter((one) => one).join(" ")}
    role=${first ? "button" : nothing}
    tabindex=${first ? "0" : nothing}
    aria-pressed=${first ? (found.includes(selected!) ? "true" : "false") : nothing}
    aria-label=${first ? spoken(view, marks.find(({ finding }) => finding === top)!, found) : nothing}
    data-findings=${found.map(({ id }) => id).join(" ")}
    data-at=${at || nothing}
    >${text}</mark
  >`;
}

/** What stands there, and what is wrong with it. */
function spoken(view: View, { start, end }: Span, found: Finding[]): string {
  const { w, language, text } = view;
  const faults = found.map((finding) => {
    const expected = expectedInWords(view, finding);
    return `${severityWords[finding.severity][language]}：${finding.title[language]}${expected ? `，${expected}` : ""}`;
  });
  return `${clipped(text.slice(start, end)) || w.blank}，${faults.join("；")}`;
}

export function clipped(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
