import type { Report } from "./report";

/**
 * A report cut so that taking in each piece is short, however long the report is: copying a hundred megabytes from one
 * thread to another at once would stop the page for a second.
 *
 *     frame  lists …                        frame: everything but the long lists
 *     {…}    tables[0‥9] tables[10‥19] … findings[0‥999] …
 */
export type Slice = { frame: Report } | { list: ListName; items: unknown[] };
type ListName = "sections" | "furniture" | "tables" | "claims" | "unclaimed" | "findings" | "checks";

/** A table holds up to two hundred cells. */
const sizes: Record<ListName, number> = { sections: 1000, furniture: 1000, tables: 10, claims: 500, unclaimed: 1000, findings: 500, checks: 1000 };

export function* slicesOf(report: Report): Generator<Slice> {
  yield {
    frame: { ...report, sections: [], furniture: [], tables: [], claims: [], unclaimed: [], findings: [], checks: { ...report.checks, list: [] } },
  };
  for (const list of Object.keys(sizes) as ListName[]) {
    const all = listIn(report, list);
    for (let at = 0; at < all.length; at += sizes[list]) yield { list, items: all.slice(at, at + sizes[list]) };
  }
}

/** Puts a slice where it belongs; gives the report that is being put together. */
export function joined(report: Report | null, slice: Slice): Report {
  if ("frame" in slice) return slice.frame;
  const list = listIn(report!, slice.list);
  for (const item of slice.items) list.push(item);
  return report!;
}

function listIn(report: Report, list: ListName): unknown[] {
  return list === "checks" ? report.checks.list : report[list];
}
