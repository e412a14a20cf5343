import type { Finding, Severity, Span } from "./report";

/** A stretch of the text to be shown as marked. */
export interface Mark extends Span {
  /** Null for what was pointed at in the list of what was checked, and for what was changed. */
  finding: Finding | null;
  /** `main` is what to look at first; `related` shows only while its finding is selected. */
  role: "main" | "related" | "pointed" | "changed";
}

/** What is lit: a finding with all its figures, or what was pointed at, the place to look at first. */
export interface Lit {
  selected: Finding | null;
  pointed: Span[];
  /** Where the text is no longer as it was given. */
  changed: Span[];
}

/** The marks to show: each finding's own, all of the selected finding's, what was pointed at, what was changed. */
export function marksOf({ findings, selected, pointed, changed }: Lit & { findings: Finding[] }): Mark[] {
  const marks: Mark[] = findings.map((finding) => ({ ...finding.span, finding, role: "main" }));
  if (selected && !findings.includes(selected)) marks.push({ ...selected.span, finding: selected, role: "related" });
  for (const { span } of (selected && selected.related) || []) {
    marks.push({ ...span, finding: selected, role: "related" });
  }
  for (const span of pointed) marks.push({ ...span, finding: null, role: "pointed" });
  for (const span of changed) if (span.start < span.end) marks.push({ ...span, finding: null, role: "changed" });
  return marks;
}

/** Marks by place: a long report has many of each, and each of its lines asks for its own. */
export class Marks {
  readonly list: Mark[];
  /** The furthest end of this mark and all before it. */
  private readonly reach: number[] = [];

  constructor(list: Mark[]) {
    this.list = [...list].sort((a, b) => a.start - b.start);
    for (const { end } of this.list) this.reach.push(Math.max(end, this.reach[this.reach.length - 1] || 0));
  }

  /** Those that touch a range. */
  in({ start, end }: Span): Mark[] {
    let [low, high] = [0, this.list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.reach[middle]! < start) low = middle + 1;
      else high = middle;
    }
    const found: Mark[] = [];
    for (let i = low; i < this.list.length && this.list[i]!.start <= end; i++) {
      if (this.list[i]!.end >= start) found.push(this.list[i]!);
    }
    return found;
  }
}

/** A piece of text with the marks that lie over it, the topmost first. */
export interface Piece extends Span {
  marks: Mark[];
}

/**
 * Cuts a range of the text at the edges of its marks, without gap or overlap:
 *
 *     受理 26 件，答复 25 件   →   受理 ┊26┊ 件，答复 ┊25┊ 件
 *
 * Where marks overlap, the narrower lies on top, so that a figure stays in reach inside a sentence that is marked itself. A
 * mark of no width (a blank cell) gives an empty piece.
 */
export function pieces(range: Span, marks: Mark[], selected: Finding | null): Piece[] {
  const inside = marks.filter((mark) => mark.start < range.end && mark.end > range.start ||
                                        mark.start === mark.end && mark.start >= range.start && mark.start <= range.end);
  if (inside.length === 0) return [{ ...range, marks: [] }];

  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, range.start));
    cuts.add(Math.min(mark.end, range.end));
  }
  const index = new Marks(inside);
  const over = (start: number, end: number): Mark[] =>
    sorted(index.in({ start, end }).filter((mark) => mark.start <= start && mark.end >= end), selected);
  const places = Array.from(cuts).sort((a, b) => a - b);
  const result: Piece[] = [];
  places.forEach((start, index) => {
    const blank = over(start, start).filter((mark) => mark.start === mark.end);
    if (blank.length) result.push({ start, end: start, marks: blank });
    const end = places[index + 1];
    if (end !== undefined) result.push({ start, end, marks: over(start, end) });
  });
  return result;
}

/** The topmost first: the narrower, then the selected finding's, then the graver one's. */
export function sorted(marks: Mark[], selected: Finding | null): Mark[] {
  return [...marks].sort((a, b) => a.end - a.start - (b.end - b.start) || rank(b, selected) - rank(a, selected));
}

const weight: Record<Severity, number> = { advice: 1, warning: 2, error: 3 };

/** What opens a finding stays in reach under what is only lit. */
function rank({ finding, role }: Mark, selected: Finding | null): number {
  if (role !== "main" || !finding) return 0;
  return finding === selected ? 4 : weight[finding.severity];
}

/** Of the findings of one place, the one that a press opens: the first, then round. */
export function toOpen(here: Finding[], selected: Finding | null): Finding | null {
  const at = selected ? here.indexOf(selected) : -1;
  return here[(at + 1) % here.length] || null;
}

export function findingsOf(marks: Mark[]): Finding[] {
  return marks.filter(({ role }) => role === "main").map(({ finding }) => finding!);
}

export function isLit(marks: Mark[], selected: Finding | null): boolean {
  return marks.some(({ finding, role }) => role === "pointed" || (finding !== null && finding === selected));
}

/** Only what was changed, and nothing else. */
export function isChanged(marks: Mark[]): boolean {
  return marks.every(({ role }) => role === "changed");
}
