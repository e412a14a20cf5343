import type { Report } from "./report";

/**
 * A report cut so that taking in each piece is short, however long the report is: to hand a hundred megabytes from one thread
 * to another at once would stop the page for a second. The pieces are JSON as the core wrote it, for bytes cross over without
 * being copied, and parsing them takes half as long as what a browser does with objects.
 *
 *     {"gouji": …, "tables":[⇥{…}⇥,{…}⇥,{…}⇥],"claims":[ …          in one line, ⇥ for a tab
 *
 *     tables   [{…},{…}]
 *     tables   [{…}]
 *     …
 *     (rest)   {"gouji": …, "tables":[],"claims":[], …}              everything but the long lists, last
 */
export type Slice = { list: ListName | ""; json: Uint8Array<ArrayBuffer> };

const lists = ["sections", "furniture", "tables", "claims", "unclaimed", "findings", "checks"] as const;
type ListName = (typeof lists)[number];

/** Bytes: what is parsed in a millisecond or two. */
const most = 100_000;

const [tab, comma, opening] = [0x09, 0x2c, 0x7b];

/** `json`: a report as the core writes it, where a tab stands before each item of these lists. */
export function* slicesOf(json: Uint8Array): Generator<Slice> {
  const rest: Uint8Array[] = [];
  let list: ListName | "" = ""; // whose items come
  let first = 0; // the first of them that was not given yet
  for (let at = 0, end = 0; at < json.length; at = end + 1) {
    end = json.indexOf(tab, at);
    if (end < 0) end = json.length;
    const isItem = at > 0 && (json[at] === comma || json[at] === opening);
    if (isItem && end - first < most) continue;
    const items = json.subarray(json[first] === comma ? first + 1 : first, isItem ? end : at);
    if (list && items.length > 1) yield { list, json: bracketed(items) };
    first = end + 1;
    if (isItem) continue;
    rest.push(json.subarray(at, end));
    list = listOpened(json.subarray(at, end));
  }
  yield { list: "", json: joinedBytes(rest) };
}

/** The list whose items come behind `],"tables":[`; those of the checks stand within a part of that name. */
function listOpened(part: Uint8Array): ListName | "" {
  const words = new TextDecoder().decode(part.subarray(-200));
  return lists.find((name) => words.endsWith(name === "checks" ? '"list":[' : `"${name}":[`)) || "";
}

const bracketed = (items: Uint8Array): Uint8Array<ArrayBuffer> => joinedBytes([Uint8Array.of(0x5b), items, Uint8Array.of(0x5d)]);

function joinedBytes(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Puts the slices of one report together again. */
export class Joining {
  private readonly items = new Map<ListName, unknown[]>();
  private readonly decoder = new TextDecoder();

  /** The report, with the last of its slices. */
  add({ list, json }: Slice): Report | null {
    const value: unknown = JSON.parse(this.decoder.decode(json));
    if (list) {
      const all = this.items.get(list);
      if (!all) this.items.set(list, value as unknown[]);
      else for (const item of value as unknown[]) all.push(item);
      return null;
    }
    const report = value as Report;
    this.items.forEach((all, name) => {
      if (name === "checks") report.checks.list = all as Report["checks"]["list"];
      else (report[name] as unknown[]) = all;
    });
    return report;
  }
}
