import { html, nothing, type TemplateResult } from "lit";
import { formOf, identityOf, placeInWords, tableOf, termsOf } from "./forms";
import { printed, type Figure, type Head } from "./heads";
import { isLit, sorted, findingsOf, type Mark, type Marks } from "./marks";
import { mark, marked, tag, type Printing } from "./marked";
import { cellField, cellKey } from "./mending";
import type { Cell, Span, Table } from "./report";
import { candidatesOf } from "./suggestions";
import type { View } from "./view";

/**
 * An official table under its merged heads, each figure with its marks, and each of them a place to edit. `range` is its
 * stretch of the text.
 */
export function officialTable(printing: Printing, table: Table, range: Span, all: Marks): TemplateResult {
  const { view } = printing;
  const marks = all.in(range);
  const form = tableOf(formOf(table.form), table.id);
  if (!form) return html`<p class="row">${marked(printing, range, marks)}</p>`;
  const cells = new Map(table.cells.map((cell) => [`${cell.row}/${cell.column}`, cell] as [string, Cell]));
  const lines = contradicted(view, table);
  const above = marks.filter((one) => isAbove(one, table, range));
  return html`${above.map((one) => html`<p class="gap">${marked(printing, { start: one.start, end: one.end }, [one])}</p>`)}
    <div class="sheet" role="region" tabindex="0" aria-label=${view.w.tableScroll(form.name[view.language])}>
      <table class="form ${form.id}" role="grid">
        ${printed(form).map(
          (row) => html`<tr>
            ${row.map((item) => (item.kind === "head" ? headCell(item) : figureCell(printing, table, item, cells, marks, lines)))}
          </tr>`,
        )}
      </table>
    </div>
    ${strays(printing, table, range, marks)}`;
}

function headCell({ text, columns, rows, scope }: Head): TemplateResult {
  // A head without words (the corner of table two) heads nothing.
  if (!text) return html`<td class="corner" colspan=${columns} rowspan=${rows}></td>`;
  if (columns === 1 && rows === 1) return html`<th scope=${scope}>${text}</th>`;
  return html`<th colspan=${columns} rowspan=${rows} scope=${scope}>${text}</th>`;
}

function figureCell(
  printing: Printing, table: Table, place: Figure, cells: Map<string, Cell>, marks: Mark[], lines: Set<string>,
): TemplateResult {
  const { view } = printing;
  const cell = cells.get(`${place.row}/${place.column}`);
  if (!cell) return html`<td colspan=${place.columns} class="absent"></td>`;
  const key = cellKey(table, cell);
  if (view.editing && view.editing.at === key) {
    const name = placeInWords(formOf(table.form), { table: table.id, row: cell.row, column: cell.column }, view.language);
    return html`<td colspan=${place.columns} class="mending">${cellField(view, view.text.slice(cell.span.start, cell.span.end), name)}</td>`;
  }
  const own = sorted(marks.filter((one) => belongs(one, cell, table)), view.selected);
  const top = findingsOf(own)[0];
  const classes = [
    top ? `at-${top.severity}` : "",
    top && candidatesOf(top).length ? "undecided" : "",
    isLit(own, view.selected) ? "lit" : lines.has(`${cell.row}/${cell.column}`) ? "line" : "",
    own.some(({ role }) => role === "pointed") ? "pointed" : "",
    own.some(({ role }) => role === "changed") ? "changed" : "",
    cell.unreadable ? "unreadable" : "",
  ];
  const classList = classes.filter((one) => one).join(" ");
  const [before, text, after] = parted(view, cell);
  // Nearly all cells are like this, and each element and each part of a template takes its time.
  if (own.length === 0 && text && !classList && place.columns === 1) return html`<td tabindex="-1" data-at=${key}>${before + text + after}</td>`;
  if (top) return html`<td colspan=${place.columns} class=${classList}>${before}${mark(printing, text, own, key)}${after}${tag(view, top, true)}${refusal(view, cell)}</td>`;
  return html`<td colspan=${place.columns} class=${classList || nothing} tabindex="-1" data-at=${key} aria-label=${text || cell.unreadable ? nothing : view.w.blank}
    >${before}${own.length ? mark(printing, text, own) : text}${after}${refusal(view, cell)}</td
  >`;
}

function refusal(view: View, cell: Cell): TemplateResult | typeof nothing {
  return cell.unreadable ? html`<small class="cannot">${view.w.unreadableCell}</small>` : nothing;
}

/** A finding is the cell's if it says so, or if it marks what stands in the cell. */
export function belongs(mark: Mark, cell: Cell, table: Table): boolean {
  const of = mark.role === "main" ? mark.finding!.cell : undefined;
  if (of && of.table === table.id && (of.report || 0) === (table.report || 0)) {
    return of.row === cell.row && of.column === cell.column;
  }
  const { start, end } = cell.span;
  return start === end ? mark.start === start && mark.end === end : mark.start < end && mark.end > start;
}

/** Where something is missing in front of a table, above all of its cells: a heading. */
function isAbove(mark: Mark, table: Table, range: Span): boolean {
  if (mark.start < mark.end || mark.role !== "main" || mark.start < range.start || mark.start > range.end) return false;
  return table.cells.every((cell) => cell.span.start >= mark.start && !belongs(mark, cell, table));
}

/** The cell as pasted, `22（其中修订16件）` and all: what stands before the figure, the figure, and what stands behind it. */
function parted({ text }: View, cell: Cell): [string, string, string] {
  const figure = text.slice(cell.span.start, cell.span.end);
  const around = cell.text.indexOf(figure);
  if (around < 0) return ["", figure, ""];
  return [cell.text.slice(0, around).replace(/^\s+/, ""), figure, cell.text.slice(around + figure.length).replace(/\s+$/, "")];
}

/** The cells of the rows and columns that the selected finding contradicts: the lines to add up. */
function contradicted({ selected }: View, table: Table): Set<string> {
  const found = new Set<string>();
  const within = (selected && selected.cell && selected.cell.report) || 0;
  for (const name of (selected && selected.relations) || []) {
    const [relation, at] = name.split("@") as [string, string | undefined];
    const identity = identityOf(formOf(table.form), relation);
    if (!identity || at === undefined || identity.table !== table.id || within !== (table.report || 0)) continue;
    for (const id of [...termsOf(table, identity, identity.left), ...termsOf(table, identity, identity.right)]) {
      found.add(identity.each === "row" ? `${at}/${id}` : `${id}/${at}`);
    }
  }
  return found;
}

/** Marks in the text of a table that are in none of its cells (a row that could not be read) show below it. */
function strays(printing: Printing, table: Table, range: Span, marks: Mark[]): TemplateResult | typeof nothing {
  if (marks.length === 0) return nothing;
  const tables = printing.view.report.tables.filter((other) => (other.report || 0) === (table.report || 0));
  const stray = marks.filter(
    (one) => !isAbove(one, table, range) && (one.role === "main" || one.role === "pointed") && one.start >= range.start &&
      one.end <= range.end &&
      !tables.some((other) => other.cells.some((cell) => belongs(one, cell, other))),
  );
  if (stray.length === 0) return nothing;
  return html`<div class="strays">
    <p>${printing.view.w.strayText}</p>
    <ul>
      ${stray.map((one) => html`<li>${marked(printing, surroundings(printing.view.text, one), [one])}</li>`)}
    </ul>
  </div>`;
}

/** The line or lines that a mark stands in, within reason. */
function surroundings(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end);
  return { start: Math.max(from, start - 60), end: Math.min(to < 0 ? text.length : to, end + 60) };
}
