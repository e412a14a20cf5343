import { html, nothing, type TemplateResult } from "lit";
import { blocksOf, type Block } from "./blocks";
import { formOf, tableOf } from "./forms";
import { printed, type Figure, type Head } from "./heads";
import { findingsOf, isLit, marksOf, pieces, sorted, toOpen, type Lit, type Mark } from "./marks";
import type { Cell, Finding, Report, Span, Table } from "./report";
import { severityWords, words, type Language } from "./words";

export interface PaperView extends Lit {
  text: string;
  report: Report;
  language: Language;
  select(finding: Finding): void;
}

/** A view while it is printed. */
interface Printing extends PaperView {
  marks: Mark[];
  /** The findings that have a piece already: one button each is enough for the keyboard. */
  begun: Set<Finding>;
}

/** The report as it looks on paper, with the marks where the figures stand. */
export function paper(view: PaperView): TemplateResult {
  const blocks = blocksOf(view.text, view.report).map((block) => (block.kind === "table" ? block : { ...block, ...trimmed(view.text, block) }));
  const marks = marksOf(view.report, view).map((mark) => settled(mark, blocks));
  const printing: Printing = { ...view, marks, begun: new Set() };
  return html`<article class="paper" lang="zh-Hans" aria-label=${words[view.language].paperLabel}>
    ${blocks.map((block) => printedBlock(printing, block))}
  </article>`;
}

/** A mark of no width between two lines, where something is missing, goes to the line below it, or to the last. */
function settled(mark: Mark, blocks: Block[]): Mark {
  if (mark.start < mark.end || blocks.some(({ start, end }) => start <= mark.start && mark.start <= end)) return mark;
  const below = blocks.find(({ start }) => start > mark.start);
  const at = below ? below.start : blocks.length ? blocks[blocks.length - 1]!.end : mark.start;
  return { ...mark, start: at, end: at };
}

function printedBlock(view: Printing, block: Block): TemplateResult {
  if (block.kind === "table") return officialTable(view, block.table);
  const content = marked(view, block, view.marks);
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

/** Indentation is the page's matter, not the paste's. */
function trimmed(text: string, span: Span): Span {
  const line = text.slice(span.start, span.end);
  const start = span.start + (line.length - line.replace(/^\s+/, "").length);
  return { start, end: Math.max(start, span.start + line.replace(/\s+$/, "").length) };
}

function marked(view: Printing, range: Span, marks: Mark[]): (TemplateResult | string)[] {
  return pieces(range, marks, view.selected).map((piece) => {
    const text = view.text.slice(piece.start, piece.end);
    if (piece.marks.length === 0) return text;
    const top = piece.marks.find(({ role }) => role === "main");
    return html`${mark(view, text, piece.marks)}${top && top.end === piece.end ? expectedOf(view, top.finding!) : nothing}`;
  });
}

/** What must stand there, beside what does; the mark's own label says it to screen readers. */
function expectedOf(view: PaperView, finding: Finding): TemplateResult | typeof nothing {
  const words = expectedInWords(view, finding);
  return words ? html`<small class="expected ${finding.severity}" aria-hidden="true">${words}</small>` : nothing;
}

function expectedInWords({ language }: PaperView, { span, expected, fix }: Finding): string {
  const w = words[language];
  const text = fix ? fix.text.trim() : "";
  if (span.start === span.end && !isNumber(expected)) return text ? w.missing(text) : "";
  // As it is to be written there: 六, not 6. What is longer is told beside the report.
  if (text && text.length <= 8) return w.expected(text);
  return isNumber(expected) ? w.expected(String(expected)) : "";
}

/** A piece of text under its marks, the topmost first: a button that opens their findings, or only lit. */
function mark(view: Printing, text: string, marks: Mark[]): TemplateResult {
  const w = words[view.language];
  const found = findingsOf(marks);
  const lit = isLit(marks, view.selected);
  const pointed = marks.some(({ role }) => role === "pointed") ? "pointed" : "";
  if (found.length === 0) {
    return html`<mark class="related ${pointed}">${text}<span class="spoken">（${pointed ? w.pointed : w.related}）</span></mark>`;
  }
  const top = found[0]!;
  const first = !view.begun.has(top);
  view.begun.add(top);
  return html`<mark
    class="mark ${top.severity} ${lit ? "lit" : ""} ${pointed} ${text ? "" : "empty"}"
    role=${first ? "button" : nothing}
    tabindex=${first ? "0" : nothing}
    aria-pressed=${first ? (found.includes(view.selected!) ? "true" : "false") : nothing}
    aria-label=${first ? spoken(view, marks.find(({ finding }) => finding === top)!, found) : nothing}
    data-findings=${found.map(({ id }) => id).join(" ")}
    @click=${() => view.select(toOpen(marks, view.selected)!)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      view.select(toOpen(marks, view.selected)!);
    }}
    >${text}</mark
  >`;
}

/** The marked words, which may go on in further pieces, and what is wrong with them. */
function spoken(view: Printing, { start, end }: Span, found: Finding[]): string {
  const w = words[view.language];
  const faults = found.map((finding) => {
    const expected = expectedInWords(view, finding);
    return `${severityWords[finding.severity][view.language]}：${finding.title[view.language]}${expected ? `，${expected}` : ""}`;
  });
  return `${clipped(view.text.slice(start, end)) || w.blank}，${faults.join("；")}`;
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

// ---- official tables

function officialTable(view: Printing, table: Table): TemplateResult {
  const form = tableOf(formOf(table.form), table.id);
  if (!form) return html`<p class="row">${marked(view, table.span, view.marks)}</p>`;
  const w = words[view.language];
  const cells = new Map(table.cells.map((cell) => [`${cell.row}/${cell.column}`, cell] as [string, Cell]));
  const name = `${form.name[view.language]}`;
  const above = view.marks.filter((one) => isAbove(one, table));
  return html`${above.map((one) => html`<p class="gap">${marked(view, { start: one.start, end: one.end }, [one])}</p>`)}<div class="sheet" role="region" tabindex="0" aria-label=${w.tableScroll(name)}>
      <table class="form ${form.id}">
        ${printed(form).map(
          (row) => html`<tr>
            ${row.map((item) => (item.kind === "head" ? headCell(item) : figureCell(view, table, item, cells)))}
          </tr>`,
        )}
      </table>
    </div>
    ${strays(view, table)}`;
}

function headCell(head: Head): TemplateResult {
  return html`<th colspan=${head.columns} rowspan=${head.rows} scope=${head.scope}>${head.text}</th>`;
}

function figureCell(view: Printing, table: Table, place: Figure, cells: Map<string, Cell>): TemplateResult {
  const cell = cells.get(`${place.row}/${place.column}`);
  if (!cell) return html`<td colspan=${place.columns} class="absent"></td>`;
  const own = sorted(view.marks.filter((one) => belongs(one, cell, table)), view.selected);
  const top = findingsOf(own)[0];
  const classes = [
    top ? `at-${top.severity}` : "",
    isLit(own, view.selected) ? "lit" : "",
    cell.unreadable ? "unreadable" : "",
  ];
  return html`<td colspan=${place.columns} class=${classes.join(" ").trim() || nothing}>
    ${figure(view, cell, own)}${top ? expectedOf(view, top) : nothing}${cell.unreadable
      ? html`<small class="cannot">${words[view.language].unreadableCell}</small>`
      : nothing}
  </td>`;
}

/** A finding is the cell's if it says so, or if it marks what stands in the cell. */
function belongs(mark: Mark, cell: Cell, table: Table): boolean {
  const of = mark.role === "main" ? mark.finding!.cell : undefined;
  if (of && of.table === table.id && (of.report || 0) === (table.report || 0)) {
    return of.row === cell.row && of.column === cell.column;
  }
  const { start, end } = cell.span;
  return start === end ? mark.start === start && mark.end === end : mark.start < end && mark.end > start;
}

/** Where something is missing in front of a table, above all of its cells: a heading. */
function isAbove(mark: Mark, table: Table): boolean {
  if (mark.start < mark.end || mark.role !== "main" || mark.start < table.span.start || mark.start > table.span.end) return false;
  return table.cells.every((cell) => cell.span.start >= mark.start && !belongs(mark, cell, table));
}

/** The cell as pasted, `22（其中修订16件）` and all, with the mark on the figure itself. */
function figure(view: Printing, cell: Cell, marks: Mark[]): (TemplateResult | string)[] | string {
  const text = view.text.slice(cell.span.start, cell.span.end);
  const around = cell.text.indexOf(text);
  const before = around < 0 ? "" : cell.text.slice(0, around);
  const after = around < 0 ? "" : cell.text.slice(around + text.length);
  if (marks.length === 0) return text || cell.text;
  return [before.replace(/^\s+/, ""), mark(view, text, marks), after.replace(/\s+$/, "")];
}

/** Marks in the text of a table that are in none of its cells (a row that could not be read) show below it. */
function strays(view: Printing, table: Table): TemplateResult | typeof nothing {
  const stray = view.marks.filter(
    (one) => !isAbove(one, table) && one.role !== "related" && one.start >= table.span.start && one.end <= table.span.end &&
      !table.cells.some((cell) => belongs(one, cell, table)),
  );
  if (stray.length === 0) return nothing;
  return html`<div class="strays">
    <p>${words[view.language].strayText}</p>
    <ul>
      ${stray.map((one) => html`<li>${marked(view, surroundings(view.text, one), [one])}</li>`)}
    </ul>
  </div>`;
}

/** The line or lines that a mark stands in, within reason. */
function surroundings(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  const line = { start: Math.max(from, start - 60), end: Math.min(to < 0 ? text.length : to, end + 60) };
  return line;
}

