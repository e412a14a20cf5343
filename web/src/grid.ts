import { isHidden, Lines, oneLine, walk, type Hearer } from "./clipboard";

/**
 * An HTML table → lines. Merged cells become a true rectangle: the text stands once, at the top left, and each further
 * place that the cell covers is left empty, so that no figure ever moves under another head.
 *
 *     ┌───────┬───┐
 *     │ 甲    │ 1 │      甲⇥1
 *     │       ├───┤  →
 *     │       │ 2 │      ⇥2
 *     └───────┴───┘
 *
 * Tables that only lay out a page (cells with whole paragraphs or with tables inside) are read as plain blocks.
 */
export function gridLines(table: HTMLTableElement, hearer?: Hearer): string[] {
  const lines: string[] = [];
  if (table.caption && !isHidden(table.caption)) lines.push(oneLine(linesOf(table.caption, hearer)));
  for (const run of runs(table, hearer)) {
    if (run.kind === "blocks") {
      lines.push(...run.lines);
      continue;
    }
    for (const row of rectangle(run.rows)) {
      const line = row.map((place) => (place ? place.text : "")).join("\t");
      if (hearer && row.length > 1) hearer.row(line, row.map((place) => place && place.element));
      lines.push(line);
    }
  }
  return lines.filter((line) => line !== "");
}

interface Row {
  element: HTMLTableRowElement;
  cells: { element: HTMLTableCellElement; lines: string[] }[];
}
type Run = { kind: "grid"; rows: Row[] } | { kind: "blocks"; lines: string[] };

/** Rows of the table in the order of the page, grouped into stretches of data and stretches of layout. */
function runs(table: HTMLTableElement, hearer?: Hearer): Run[] {
  const found: Run[] = [];
  for (const element of Array.from(table.rows)) {
    if (isHidden(element)) continue;
    const cells = Array.from(element.cells)
      .filter((cell) => !isHidden(cell))
      .map((cell) => ({ element: cell, lines: linesOf(cell, hearer) }));
    const last = found[found.length - 1];
    if (isLayout(cells)) {
      const lines = ([] as string[]).concat(...cells.map((cell) => cell.lines));
      if (last && last.kind === "blocks") last.lines.push(...lines);
      else found.push({ kind: "blocks", lines });
    } else if (last && last.kind === "grid") {
      last.rows.push({ element, cells });
    } else {
      found.push({ kind: "grid", rows: [{ element, cells }] });
    }
  }
  return found;
}

// The longest label of the official forms, with its gloss, stays well under this.
const longestLabel = 300;

function isLayout(cells: Row["cells"]): boolean {
  return cells.some(({ element, lines }) => {
    if (element.querySelector("table")) return true;
    if (lines.length < 2) return false;
    return lines.join("").length > longestLabel || (cells.length === 1 && lines.length > 3);
  });
}

function linesOf(element: Element, hearer?: Hearer): string[] {
  const lines = new Lines(hearer);
  walk(element, lines, false);
  lines.end();
  return lines.done;
}

/** The text at one place, and the cell that covers it. */
interface Covered {
  text: string;
  element: HTMLTableCellElement;
}

function rectangle(rows: Row[]): (Covered | undefined)[][] {
  const grid: (Covered | undefined)[][] = rows.map(() => []);
  const starts = new Set<number>(); // columns in which some cell begins
  rows.forEach((row, y) => {
    let x = 0;
    for (const { element, lines } of row.cells) {
      while (grid[y]![x] !== undefined) x++;
      starts.add(x);
      const text = oneLine(lines);
      const height = Math.min(rowSpan(element), rowsLeftInGroup(rows, y));
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < element.colSpan; dx++) grid[y + dy]![x + dx] = { text: dx + dy === 0 ? text : "", element };
      }
      x += element.colSpan;
    }
  });
  // A column in which nothing begins (every cell spans two) is an artefact of the editor, not a place for a figure.
  const columns = Array.from(starts).sort((a, b) => a - b);
  // A row of blank cells stays (the form's last table may be one); a row without cells was only there to be spanned.
  return grid.filter((_, y) => rows[y]!.cells.length > 0).map((row) => columns.map((x) => row[x]));
}

/** Zero means "to the end of the group". */
function rowSpan(cell: HTMLTableCellElement): number {
  return cell.rowSpan === 0 ? Infinity : cell.rowSpan;
}

function rowsLeftInGroup(rows: Row[], y: number): number {
  const group = rows[y]!.element.parentElement;
  let count = 1;
  while (y + count < rows.length && rows[y + count]!.element.parentElement === group) count++;
  return count;
}
