import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { blocksOf, type Block } from "./blocks";
import { derived } from "./derived";
import { gradually, type Printed } from "./gradually";
import { Marks, marksOf, type Mark } from "./marks";
import { marked, type Printing } from "./marked";
import { lineField, lineKey } from "./mending";
import { officialTable } from "./table";
import type { Report } from "./report";
import type { View } from "./view";

/** A long report is printed over several frames, so many lines and cells at a time, and only anew where something changes. */
const perSheet = 250;

/** The blocks of a report in sheets of about the same weight. */
const sheetsOf = derived((report: Report, text: string): Block[][] => {
  const sheets: Block[][] = [];
  let room = 0;
  for (const block of blocksOf(text, report)) {
    const weight = block.kind === "table" ? block.table.cells.length : 1;
    if (room < weight) {
      sheets.push([]);
      room = perSheet;
    }
    sheets[sheets.length - 1]!.push(block);
    room -= weight;
  }
  return sheets;
});

/** The report as it looks on paper, with the marks where the figures stand. */
export function paper(view: View, printed: Printed, pressed: (event: Event) => void): TemplateResult {
  const all = sheetsOf(view.report, view.text);
  printed.all = all.length;
  const marks = new Marks(marksOf(view).map((mark) => settled(mark, all)));
  const printing: Printing = { view, begun: new Set() };
  const parts = (): TemplateResult => html`${all.map(
      (sheet, index) => html`<div class="part">${printed.has(index) ? guard(seen, () => sheet.map((block) => printedBlock(printing, block, marks))) : nothing}</div>`,
    )}
    ${printed.isComplete ? nothing : html`<p class="hint">${view.w.printing}</p>`}`;
  const seen = [view.report, view.selected, view.pointed, view.editing, view.findings, view.language];
  return html`<article
    class="paper ${all.length > 1 ? "long" : ""}"
    part="paper"
    lang="zh-Hans"
    aria-label=${view.w.paperLabel}
    @click=${pressed}
    @dblclick=${pressed}
    @keydown=${pressed}
  >
    ${gradually(printed, parts)}
  </article>`;
}

/** Which sheet a place of the text is on. */
export function sheetAt(text: string, report: Report, place: number): number {
  return behind(sheetsOf(report, text), place, (one) => one[one.length - 1]!.end);
}

/** A mark of no width between two lines, where something is missing, goes to the line below it, or to the last. */
function settled(mark: Mark, sheets: Block[][]): Mark {
  if (mark.start < mark.end || sheets.length === 0) return mark;
  const sheet = sheets[behind(sheets, mark.start, (one) => one[one.length - 1]!.end)];
  const below = sheet && sheet[behind(sheet, mark.start, (one) => one.end)];
  if (below && below.start <= mark.start) return mark;
  const final = sheets[sheets.length - 1]!;
  const at = below ? below.start : final[final.length - 1]!.end;
  return { ...mark, start: at, end: at };
}

/** The index of the first that ends at a place or behind it. */
function behind<T>(list: T[], place: number, end: (one: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end(list[middle]!) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function printedBlock(printing: Printing, block: Block, marks: Marks): TemplateResult {
  if (block.kind === "table") return officialTable(printing, block.table, block, marks);
  const { view } = printing;
  const at = lineKey(block);
  const text = view.text.slice(block.start, block.end);
  if (view.editing && view.editing.at === at) return html`<div class="line">${lineField(view, text)}</div>`;
  return html`<div class="line">
    <button type="button" class="pen" tabindex="-1" data-at=${at} aria-label=${view.w.mendThis(text.slice(0, 12))}>${view.w.mend}</button
    >${words(block, marked(printing, block, marks.in(block)))}
  </div>`;
}

function words(block: Block, content: unknown): TemplateResult {
  switch (block.kind) {
    case "title":
    case "title more":
      return html`<h2 class=${block.kind}>${content}</h2>`;
    case "section":
      return html`<h3 class="section">${content}</h3>`;
    case "subhead":
      return html`<h4 class="subhead">${content}</h4>`;
    default:
      return html`<p class=${block.kind}>${content}</p>`;
  }
}
