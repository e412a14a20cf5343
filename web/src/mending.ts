import { html, type TemplateResult } from "lit";
import { blocksOf } from "./blocks";
import type { Cell, Report, Span, Table } from "./report";
import type { View } from "./view";

/** What is being edited in place: a range of the text, and where on the page it stands. */
export interface Editing extends Span {
  /** Of `cellKey` or `lineKey`. */
  at: string;
  /** What to select in it. */
  select: Span | null;
}

export function cellKey(table: Table, { row, column }: Pick<Cell, "row" | "column">): string {
  return `${table.report || 0}/${table.id}/${row}/${column}`;
}

export function lineKey({ start }: Span): string {
  return `line/${start}`;
}

/** The cell or the line in which something stands; null where the page as printed has neither. */
export function editingOf(text: string, report: Report, span: Span): Editing | null {
  for (const table of report.tables) {
    const is = (one: Cell): boolean => one.span.start === span.start && one.span.end === span.end;
    const cell = table.cells.find(is) || table.cells.find((one) => one.span.start <= span.start && one.span.end >= span.end);
    if (cell) return { ...cell.span, at: cellKey(table, cell), select: null };
  }
  const block = blocksOf(text, report).find((one) => one.kind !== "table" && one.start <= span.start && one.end >= span.end);
  return block ? { start: block.start, end: block.end, at: lineKey(block), select: span } : null;
}

/** The same by the place that is named on the page. */
export function editingAt(text: string, report: Report, at: string): Editing | null {
  const [kind, start] = at.split("/");
  if (kind === "line") return editingOf(text, report, { start: Number(start), end: Number(start) });
  for (const table of report.tables) {
    const cell = table.cells.find((one) => cellKey(table, one) === at);
    if (cell) return { ...cell.span, at, select: null };
  }
  return null;
}

// ---- the fields

export function cellField(view: View, text: string, name: string): TemplateResult {
  return html`<input
      class="mend"
      type="text"
      inputmode="decimal"
      enterkeyhint="done"
      autocomplete="off"
      size="3"
      .value=${text}
      aria-label=${view.w.mendCell(name)}
      @keydown=${(event: KeyboardEvent) => keyed(view, event)}
      @focusout=${(event: FocusEvent) => left(view, event)}
    /><small class="hint">${view.w.mendHint}</small>`;
}

export function lineField(view: View, text: string): TemplateResult {
  const { w, act } = view;
  return html`<div class="mend-line" @focusout=${(event: FocusEvent) => left(view, event)}>
    <textarea
      class="mend"
      rows="2"
      autocomplete="off"
      spellcheck="false"
      .value=${text}
      aria-label=${w.mendLine}
      @input=${(event: Event) => fitted(event.target as HTMLElement)}
      @keydown=${(event: KeyboardEvent) => keyed(view, event)}
    ></textarea>
    <div class="row">
      <button type="button" class="main" @click=${(event: Event) => act.mended(fieldOf(event).value)}>${w.done}</button>
      <button type="button" @click=${() => act.mended(null)}>${w.cancel}</button>
      <small class="hint">${w.mendHint}</small>
    </div>
  </div>`;
}

/** As high as what it holds. */
export function fitted(field: HTMLElement): void {
  if (field.tagName !== "TEXTAREA") return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 4}px`;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function fieldOf(event: Event): Field {
  const inside = event.currentTarget as HTMLElement;
  return (inside.closest(".mend-line, td") as HTMLElement).querySelector(".mend") as Field;
}

/** Enter ends, Escape leaves all as it was; while an input method composes, both are its own. */
function keyed({ act }: View, event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  act.mended(event.key === "Enter" ? (event.target as Field).value : null);
}

/** What was typed counts when the keyboard goes elsewhere in the page, not when the window does. */
function left({ act, editing }: View, event: FocusEvent): void {
  const box = event.currentTarget as HTMLElement;
  const field = fieldOf(event);
  if (event.relatedTarget && box.contains(event.relatedTarget as Node)) return;
  setTimeout(() => {
    const root = field.getRootNode() as ShadowRoot;
    const inside = root.activeElement && box.contains(root.activeElement);
    if (field.isConnected && document.hasFocus() && !inside && editing) act.mended(field.value);
  });
}

// ---- moving over the places that can be edited

/** One of them is in the order of the Tab key; the arrows go from each to the next. */
export function rove(paper: ParentNode | null): void {
  if (!paper || paper.querySelector('[data-at][tabindex="0"]')) return;
  const first = paper.querySelector<HTMLElement>("[data-at]");
  if (first) first.tabIndex = 0;
}

export function step(paper: ParentNode, from: HTMLElement, key: string): void {
  const all = Array.from(paper.querySelectorAll<HTMLElement>("[data-at]"));
  const here = all.indexOf(from);
  const to = key === "Home" ? all[0] : key === "End" ? all[all.length - 1]
    : key === "ArrowLeft" ? all[here - 1] : key === "ArrowRight" ? all[here + 1] : below(all, here, key === "ArrowDown" ? 1 : -1);
  if (!to) return;
  for (const one of all) if (one.tabIndex === 0 && !one.hasAttribute("data-findings")) one.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

/** The next in that direction that stands in the same column; where there is none, the next of all. */
function below(all: HTMLElement[], here: number, way: 1 | -1): HTMLElement | undefined {
  const cell = all[here]!.closest("td");
  if (!cell) return all[here + way];
  const { left, width } = cell.getBoundingClientRect();
  const middle = left + width / 2;
  const row = cell.parentElement;
  for (let i = here + way; all[i]; i += way) {
    const other = all[i]!.closest("td");
    if (!other) return all[i];
    if (other.parentElement === row) continue;
    const place = other.getBoundingClientRect();
    if (place.left < middle && place.right > middle) return all[i];
  }
  return undefined;
}
