import { html, nothing, type TemplateResult } from "lit";
import { blocksOf, type Block } from "./blocks";
import { formOf, tableOf, type FormTable } from "./forms";
import { printed, type Figure, type Head } from "./heads";
import { marksOf, pieces, type Mark } from "./marks";
import type { Cell, Finding, Report, Span, Table } from "./report";
import { severityWords, words, type Language } from "./words";

export interface PaperView {
  text: string;
  report: Report;
  selected: Finding | null;
  language: Language;
  select(finding: Finding): void;
}

/** The report as it looks on paper, with the marks where the figures stand. */
export function paper(view: PaperView): TemplateResult {
  const marks = marksOf(view.report, view.selected);
  return html`<article class="paper" lang="zh-Hans" aria-label=${words[view.language].paperLabel}>
    ${blocksOf(view.text, view.report).map((block) => printedBlock(view, block, marks))}
  </article>`;
}

function printedBlock(view: PaperView, block: Block, marks: Mark[]): TemplateResult {
  if (block.kind === "table") return officialTable(view, block.table, marks);
  const content = marked(view, trimmed(view.text, block), marks);
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

function marked(view: PaperView, range: Span, marks: Mark[]): (TemplateResult | string)[] {
  return pieces(range, marks, view.selected).map((piece) => {
    const text = view.text.slice(piece.start, piece.end);
    return piece.mark ? mark(view, text, piece.mark) : text;
  });
}

function mark(view: PaperView, text: string, { finding, role }: Mark): TemplateResult {
  const w = words[view.language];
  if (role === "related") return html`<mark class="related">${text}<span class="spoken">（${w.related}）</span></mark>`;
  const lit = finding === view.selected;
  const expected = isNumber(finding.expected) ? `，${w.expected(String(finding.expected))}` : "";
  const label = `${text || w.blank}，${severityWords[finding.severity][view.language]}：${finding.title[view.language]}${expected}`;
  return html`<mark
    class="mark ${finding.severity} ${lit ? "lit" : ""} ${text ? "" : "empty"}"
    role="button"
    tabindex="0"
    aria-pressed=${lit ? "true" : "false"}
    aria-label=${label}
    data-finding=${finding.id}
    @click=${() => view.select(finding)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      view.select(finding);
    }}
    >${text}</mark
  >`;
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

// ---- official tables

function officialTable(view: PaperView, table: Table, marks: Mark[]): TemplateResult {
  const form = tableOf(formOf(table.form), table.id);
  if (!form) return html`<p class="row">${marked(view, table.span, marks)}</p>`;
  const w = words[view.language];
  const cells = new Map(table.cells.map((cell) => [`${cell.row}/${cell.column}`, cell] as [string, Cell]));
  const name = `${form.name[view.language]}`;
  return html`<div class="sheet" role="region" tabindex="0" aria-label=${w.tableScroll(name)}>
      <table class="form ${form.id}">
        ${printed(form).map(
          (row) => html`<tr>
            ${row.map((item) => (item.kind === "head" ? headCell(item) : figureCell(view, form, item, cells, marks)))}
          </tr>`,
        )}
      </table>
    </div>
    ${strays(view, table, marks)}`;
}

function headCell(head: Head): TemplateResult {
  return html`<th colspan=${head.columns} rowspan=${head.rows} scope=${head.scope}>${head.text}</th>`;
}

function figureCell(
  view: PaperView,
  form: FormTable,
  place: Figure,
  cells: Map<string, Cell>,
  marks: Mark[],
): TemplateResult {
  const cell = cells.get(`${place.row}/${place.column}`);
  if (!cell) return html`<td colspan=${place.columns} class="absent"></td>`;
  const own = marks.filter((one) => belongs(one, cell, form.id));
  const main = own.find((one) => one.role === "main");
  const w = words[view.language];
  const expected = main && isNumber(main.finding.expected) ? main.finding.expected : null;
  const classes = [
    main ? `at-${main.finding.severity}` : "",
    own.some((one) => one.finding === view.selected) ? "lit" : "",
    cell.unreadable ? "unreadable" : "",
  ];
  return html`<td colspan=${place.columns} class=${classes.join(" ").trim() || nothing}>
    ${figure(view, cell, own)}${expected === null
      ? nothing
      : html`<small class="expected" aria-hidden="true">${w.expected(String(expected))}</small>`}${cell.unreadable
      ? html`<small class="cannot">${w.unreadableCell}</small>`
      : nothing}
  </td>`;
}

/** A finding is the cell's if it says so, or if it marks what stands in the cell. */
function belongs(mark: Mark, cell: Cell, table: string): boolean {
  const of = mark.finding.cell;
  if (mark.role === "main" && of && of.table === table) return of.row === cell.row && of.column === cell.column;
  const { start, end } = cell.span;
  return start === end ? mark.start === start && mark.end === end : mark.start < end && mark.end > start;
}

/** The cell as pasted, `22（其中修订16件）` and all, with the mark on the figure itself. */
function figure(view: PaperView, cell: Cell, marks: Mark[]): (TemplateResult | string)[] | TemplateResult | string {
  const text = view.text.slice(cell.span.start, cell.span.end);
  const around = cell.text.indexOf(text);
  const before = around < 0 ? "" : cell.text.slice(0, around);
  const after = around < 0 ? "" : cell.text.slice(around + text.length);
  const top = marks.find((one) => one.finding === view.selected && one.role === "main") ||
    marks.find((one) => one.role === "main") || marks[0];
  if (!top) return text || cell.text;
  return [before.replace(/^\s+/, ""), mark(view, text, top), after.replace(/\s+$/, "")];
}

/** Marks in the text of a table that are in none of its cells (a row that could not be read) show below it. */
function strays(view: PaperView, table: Table, marks: Mark[]): TemplateResult | typeof nothing {
  const stray = marks.filter(
    (one) => one.role === "main" && one.start >= table.span.start && one.end <= table.span.end &&
      !table.cells.some((cell) => belongs(one, cell, table.id)),
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

