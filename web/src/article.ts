import { textOf } from "./clipboard";
import type { Span } from "./report";

/** A part of a page as a text, with the way back from each place of the text to the page. */
export interface Article {
  text: string;
  /** From the first to the last character of a stretch of the text; null where nothing of it stands on the page. */
  rangeOf(span: Span): Range | null;
  /** The table cell that a place of the text is in; null outside of tables. */
  cellAt(place: number): Element | null;
  /** The first character at or after a place; null at the end. */
  after(place: number): Range | null;
}

interface Heard {
  text: string;
  node: Text | null;
}
interface Row {
  text: string;
  cells: (Element | undefined)[];
}

const isWhite = (unit: string | undefined): boolean => unit !== undefined && /[\s\u00a0]/.test(unit);

/** Reads what stands below an element, as a rich paste of it would be read. The page is only looked at. */
export function readArticle(root: Element): Article {
  const heard: Heard[] = [];
  const rows: Row[] = [];
  const text = textOf(root, {
    words: (words, node) => void heard.push({ text: words, node }),
    row: (line, cells) => void rows.push({ text: line, cells }),
  });
  const { nodes, offsets } = aligned(text, heard);
  const ranged = (first: number, last: number): Range => {
    const range = root.ownerDocument.createRange();
    range.setStart(nodes[first]!, offsets[first]!);
    range.setEnd(nodes[last]!, offsets[last]! + 1);
    return range;
  };
  return {
    text,
    rangeOf({ start, end }) {
      let [first, last] = [start, end - 1];
      while (first < end && !nodes[first]) first++;
      while (last > first && !nodes[last]) last--;
      return first < end ? ranged(first, last) : null;
    },
    cellAt: cellFinder(text, rows),
    after(place) {
      let at = place;
      while (at < text.length && !nodes[at]) at++;
      return at < text.length ? ranged(at, at) : null;
    },
  };
}

/**
 * For each character of the text the node that it stands in, and where. Reading only takes out and puts in white space,
 * so the others come in the same order as they were read:
 *
 *     heard  ⏎··受理␠26␠件  +  ⏎公开        text  受理␠26␠件⏎公开
 */
function aligned(text: string, heard: Heard[]): { nodes: (Text | null)[]; offsets: Int32Array } {
  const nodes: (Text | null)[] = new Array<Text | null>(text.length).fill(null);
  const offsets = new Int32Array(text.length);
  let at = 0;
  for (const { text: words, node } of heard) {
    for (let i = 0; i < words.length; i++) {
      if (isWhite(words[i])) continue;
      while (isWhite(text[at])) at++;
      if (text[at] !== words[i]) return { nodes, offsets }; // never wrong: rather no mark than one in a wrong place
      nodes[at] = node;
      offsets[at] = i;
      at++;
    }
  }
  return { nodes, offsets };
}

/** Rows come out as lines with tabs, which nothing else does, in the order in which they were told. */
function cellFinder(text: string, rows: Row[]): Article["cellAt"] {
  const left = [...rows];
  const lines: { start: number; end: number; cells: Row["cells"] }[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const found = line.includes("\t") ? left.findIndex((row) => row.text === line) : -1;
    if (found >= 0) lines.push({ start, end: start + line.length, cells: left.splice(found, 1)[0]!.cells });
    start += line.length + 1;
  }
  return (place) => {
    const line = lines.find((one) => place >= one.start && place <= one.end);
    return (line && line.cells[text.slice(line.start, place).split("\t").length - 1]) || null;
  };
}
