import { derived } from "./derived";
import type { FormTable, Label, Part } from "./forms";

/** The printed shape of an official table: heads with their merges, and the place of each figure. */
export interface Head {
  kind: "head";
  text: string;
  columns: number;
  rows: number;
  scope: "col" | "row" | "colgroup" | "rowgroup";
}
export interface Figure {
  kind: "figure";
  row: string;
  column: string;
  columns: number;
}
export type PrintedRow = (Head | Figure)[];

export const printed = derived((table: FormTable): PrintedRow[] => {
  if (table.printed === "one_row") return ([] as PrintedRow[]).concat(...table.parts.map(oneRow));
  const width = Math.max(...table.parts.map((part) => depth(part.rows) + part.columns.length));
  return ([] as PrintedRow[]).concat(...table.parts.map((part) => block(part, width)));
});

/** Rows of a part under its column heads; a part narrower than the table stretches its last column, as on paper. */
function block(part: Part, width: number): PrintedRow[] {
  const labels = depth(part.rows);
  const stretch = (index: number): number => (index === part.columns.length - 1 ? width - labels - index : 1);
  const rows: PrintedRow[] = [];
  if (part.item) rows.push([head(part.item, width, 1, "colgroup")]);

  const top = tree(part.columns, depth(part.columns)).map((level) =>
    level.map(({ text, from, across, along }) =>
      head(text, across > 1 ? across : stretch(from), along, across > 1 ? "colgroup" : "col"),
    ),
  );
  if (part.heading) top.unshift([head(part.heading, width - labels, 1, "colgroup")]);
  top[0]!.unshift(head(part.corner || "", labels, top.length, "col"));
  rows.push(...top);

  const side = tree(part.rows, labels);
  part.rows.forEach((row, y) => {
    const heads = side
      .map((level) => level.filter(({ from }) => from === y))
      .reduce((all, level) => all.concat(level), [])
      .map(({ text, across, along }) => head(text, along, across, across > 1 ? "rowgroup" : "row"));
    const figures = part.columns.map(
      (column, x): Figure => ({ kind: "figure", row: row.id, column: column.id, columns: stretch(x) }),
    );
    rows.push([...heads, ...figures]);
  });
  return rows;
}

/** All figures in one row, under heads of rows and columns together. */
function oneRow(part: Part): PrintedRow[] {
  const places: (Label & { row: string; column: string })[] = [];
  for (const row of part.rows) {
    for (const column of part.columns) {
      const under = [...(row.under || []), row.label, ...(column.under || [])];
      places.push({ id: "", label: column.label, en: "", under, row: row.id, column: column.id });
    }
  }
  const heads = tree(places, depth(places)).map((level) =>
    level.map(({ text, across, along }) => head(text, across, along, across > 1 ? "colgroup" : "col")),
  );
  return [...heads, places.map(({ row, column }): Figure => ({ kind: "figure", row, column, columns: 1 }))];
}

function head(text: string, columns: number, rows: number, scope: Head["scope"]): Head {
  return { kind: "head", text, columns, rows, scope };
}

function depth(labels: Label[]): number {
  return Math.max(...labels.map((label) => (label.under || []).length)) + 1;
}

/** A merged head: which label it begins at, how many labels it goes across, how many levels it goes along. */
interface Merged {
  text: string;
  from: number;
  across: number;
  along: number;
}

/**
 * The labels' levels, outermost first. Neighbours under the same heads share them; a label fills what is left of its
 * levels:
 *
 *     自然人 │ 法人或其他组织 │ 总计      level 0: 自然人 (1×2), 法人或其他组织 (2×1), 总计 (1×2)
 *            │ 商业企业 │ 其他 │           level 1: 商业企业, 其他
 */
function tree(labels: Label[], levels: number): Merged[][] {
  const result: Merged[][] = Array.from({ length: levels }, () => []);
  labels.forEach((label, index) => {
    const under = label.under || [];
    const before = index > 0 ? labels[index - 1]!.under || [] : [];
    under.forEach((text, level) => {
      const shared = index > 0 && under.slice(0, level + 1).join("\n") === before.slice(0, level + 1).join("\n");
      const merged = result[level]!;
      if (shared) merged[merged.length - 1]!.across++;
      else merged.push({ text, from: index, across: 1, along: 1 });
    });
    result[under.length]!.push({ text: label.label, from: index, across: 1, along: levels - under.length });
  });
  return result;
}
