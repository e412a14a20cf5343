import type { Report, Span, Table } from "./report";

/** What a line of the report is on paper. */
export type LineKind = "title" | "title more" | "section" | "subhead" | "body" | "row" | "furniture";
export type Block = ({ kind: LineKind } & Span) | ({ kind: "table"; table: Table } & Span);

/** The report in order: its lines, with each recognised table in place of the text that it was read from. */
export function blocksOf(text: string, report: Report): Block[] {
  const blocks: Block[] = [];
  const tables = apart(report.tables.filter((table) => table.cells.length > 0 && table.span.end <= text.length));
  const kindOf = lineKinds(text, report);
  let position = 0;
  for (const { table, start, end } of tables) {
    lines(text, { start: position, end: start }, kindOf, blocks);
    blocks.push({ kind: "table", table, start, end });
    position = end;
  }
  lines(text, { start: position, end: text.length }, kindOf, blocks);
  return blocks;
}

/**
 * Each table with a stretch of its own, in their order. Where no heading parts two tables, the stretch of one may hold the
 * other's cells too: it then ends where the next one's cells begin.
 */
function apart(tables: Table[]): ({ table: Table } & Span)[] {
  const list = tables
    .map((table) => ({
      table,
      start: table.span.start,
      end: Math.max(table.span.end, ...table.cells.map(({ span }) => span.end)),
      first: Math.min(...table.cells.map(({ span }) => span.start)),
    }))
    .sort((a, b) => a.first - b.first);
  list.forEach((one, index) => {
    const before = list[index - 1];
    if (!before) return;
    before.end = Math.min(before.end, one.first);
    one.start = Math.max(one.start, before.end);
    one.end = Math.max(one.start, one.end);
  });
  return list;
}

function lines(text: string, range: Span, kindOf: (line: Span) => LineKind, blocks: Block[]): void {
  let start = range.start;
  while (start < range.end) {
    const found = text.indexOf("\n", start);
    const end = found < 0 || found > range.end ? range.end : found;
    const line = trimmed(text, { start, end });
    if (line.start < line.end) blocks.push({ kind: kindOf(line), ...line });
    start = end + 1;
  }
}

function lineKinds(text: string, report: Report): (line: Span) => LineKind {
  const inSection = overlapping(report.sections.map(({ span }) => span));
  const inFurniture = overlapping(report.furniture);
  const title = (report.document.title || "").split("\n").map(bare).filter((line) => line); // those not met yet
  let titled = false;
  return (line) => {
    const words = bare(text.slice(line.start, line.end));
    if (inSection(line)) return "section";
    if (inFurniture(line)) return "furniture";
    if (words === title[0]) {
      title.shift();
      const kind = titled ? "title more" : "title";
      titled = true;
      return kind;
    }
    // Lines of a table that was not recognised keep their shape.
    if (/\t|\|/.test(text.slice(line.start, line.end)) || !/[^\d.,%+/—-]/.test(words)) return "row";
    if (/^[（(][一二三四五六七八九十]+[）)]/.test(words) && words.length <= 30) return "subhead";
    return "body";
  };
}

/** Whether a line overlaps one of the spans; to be asked of the lines in their order. */
function overlapping(spans: Span[]): (line: Span) => boolean {
  const list = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return ({ start, end }) => {
    while (next < list.length && list[next]!.end <= start) next++;
    return next < list.length && list[next]!.start < end;
  };
}

function bare(text: string): string {
  return text.replace(/\s/g, "");
}

/** A line without its indentation, which is the page's matter, not the paste's. */
function trimmed(text: string, span: Span): Span {
  const line = text.slice(span.start, span.end);
  const start = span.start + (line.length - line.replace(/^\s+/, "").length);
  return { start, end: Math.max(start, span.start + line.replace(/\s+$/, "").length) };
}
