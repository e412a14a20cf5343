import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { blocksOf, type Block } from "./blocks";
import { Marks, marksOf, type Mark } from "./marks";
import { marked, type Printing } from "./marked";
import { lineField, lineKey } from "./mending";
import { officialTable } from "./table";
import type { View } from "./view";

/** So many blocks at a time: a long report is printed over several frames, and only anew where something changes. */
const perSheet = 150;

/** How many sheets of a report are printed so far. */
export interface Progress {
  sheets: number;
  all: number;
}

/** The report as it looks on paper, with the marks where the figures stand. */
export function paper(view: View, progress: Progress, pressed: (event: Event) => void): TemplateResult {
  const blocks = blocksOf(view.text, view.report);
  progress.all = Math.ceil(blocks.length / perSheet);
  const marks = new Marks(marksOf(view).map((mark) => settled(mark, blocks)));
  const printing: Printing = { view, begun: new Set() };
  const sheets = Array.from({ length: Math.min(progress.sheets, progress.all) }, (_, i) => blocks.slice(i * perSheet, (i + 1) * perSheet));
  const seen = [view.report, view.selected, view.pointed, view.editing, view.findings, view.language];
  return html`<article
    class="paper"
    lang="zh-Hans"
    aria-label=${view.w.paperLabel}
    @click=${pressed}
    @dblclick=${pressed}
    @keydown=${pressed}
  >
    ${sheets.map((sheet) => guard(seen, () => sheet.map((block) => printedBlock(printing, block, marks))))}
    ${sheets.length < progress.all ? html`<p class="hint">${view.w.printing}</p>` : nothing}
  </article>`;
}

/** A mark of no width between two lines, where something is missing, goes to the line below it, or to the last. */
function settled(mark: Mark, blocks: Block[]): Mark {
  if (mark.start < mark.end) return mark;
  let [low, high] = [0, blocks.length]; // the first block that ends behind the mark
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end < mark.start) low = middle + 1;
    else high = middle;
  }
  const below = blocks[low];
  const last = blocks[blocks.length - 1];
  if (!last || (below && below.start <= mark.start)) return mark;
  const at = below ? below.start : last.end;
  return { ...mark, start: at, end: at };
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
      return html`<h2 class="title">${content}</h2>`;
    case "section":
      return html`<h3 class="section">${content}</h3>`;
    case "subhead":
      return html`<h4 class="subhead">${content}</h4>`;
    default:
      return html`<p class=${block.kind}>${content}</p>`;
  }
}
