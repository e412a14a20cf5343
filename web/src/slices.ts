import type { Report } from "./report";

/**
 * A report cut so that taking in each piece is short, however long the report is: to hand a hundred megabytes from one thread
 * to another at once would stop the page for a second. The pieces are JSON as the core wrote it, for bytes cross over without
 * being copied, and parsing them takes half as long as what a browser does with objects.
 *
 *     {"gouji": …, "tables": [{…}, {…}, {…}, …], …}
 *
 *     tables   [{…},{…}
 *     tables   {…}, …]
 *     …
 *     (rest)   {"gouji": …, "tables": [], …}            everything but the long lists, last
 */
export type Slice = { list: ListName | ""; json: Uint8Array<ArrayBuffer> };

const lists = ["sections", "furniture", "tables", "claims", "unclaimed", "findings", "checks"] as const;
type ListName = (typeof lists)[number];

/** Bytes: what is parsed in a millisecond or two. */
const most = 100_000;

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;

/** `json`: a report as the core writes it, without space between its signs. */
export function* slicesOf(json: Uint8Array): Generator<Slice> {
  const rest: Uint8Array[] = [];
  let kept = 0; // from here on nothing was given yet
  let list: ListName | "" = ""; // whose items we are among
  let depth = 0;
  let inList = 0; // the depth of those items
  let name: ListName | "" = "";
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]!;
    if (byte === quote) {
      const begin = at + 1;
      at = endOfString(json, begin);
      // The lists stand in the report itself, those of the checks within a part of that name.
      if (depth === 1 && json[at + 1] === colon) name = lists.find((one) => same(json, begin, at, one)) || "";
    } else if (isOpening(byte)) {
      depth++;
      if (list || !name || byte !== 0x5b) continue;
      list = name;
      inList = depth;
      rest.push(json.subarray(kept, at + 1));
      kept = at + 1;
    } else if (isClosing(byte)) {
      depth--;
      if (!list || depth >= inList) continue;
      if (at > kept) yield { list, json: bracketed(json.subarray(kept, at)) };
      kept = at;
      list = "";
      name = "";
    } else if (byte === comma && list && depth === inList && at - kept > most) {
      yield { list, json: bracketed(json.subarray(kept, at)) };
      kept = at + 1;
    }
  }
  rest.push(json.subarray(kept));
  yield { list: "", json: joinedBytes(rest) };
}

/** Where the quote stands that ends a string. */
function endOfString(json: Uint8Array, begin: number): number {
  for (let at = begin; ; at++) {
    at = json.indexOf(quote, at);
    if (at < 0) return json.length;
    let escapes = 0;
    while (json[at - 1 - escapes] === backslash) escapes++;
    if (escapes % 2 === 0) return at;
  }
}

function same(json: Uint8Array, begin: number, end: number, name: string): boolean {
  if (end - begin !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (json[begin + i] !== name.charCodeAt(i)) return false;
  return true;
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
