import type { Finding, Report, Severity, Span } from "./report";

/** A stretch of the text to be shown as marked. */
export interface Mark extends Span {
  /** Null for what was pointed at in the list of what was checked. */
  finding: Finding | null;
  /** `main` is what to look at first; `related` shows only while its finding is selected. */
  role: "main" | "related" | "pointed";
}

/** What is lit: a finding with all its figures, or what was pointed at, the place to look at first. */
export interface Lit {
  selected: Finding | null;
  pointed: Span[];
}

/** The marks to show: each finding's own, all of the selected finding's, and what was pointed at. */
export function marksOf(report: Report, { selected, pointed }: Lit): Mark[] {
  const marks: Mark[] = report.findings.map((finding) => ({ ...finding.span, finding, role: "main" }));
  for (const { span } of (selected && selected.related) || []) {
    marks.push({ ...span, finding: selected, role: "related" });
  }
  for (const span of pointed) marks.push({ ...span, finding: null, role: "pointed" });
  return marks;
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
  const inside = sorted(
    marks.filter((mark) => mark.start < range.end && mark.end > range.start ||
                           mark.start === mark.end && mark.start >= range.start && mark.start <= range.end),
    selected,
  );
  if (inside.length === 0) return [{ ...range, marks: [] }];

  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, range.start));
    cuts.add(Math.min(mark.end, range.end));
  }
  const places = Array.from(cuts).sort((a, b) => a - b);
  const result: Piece[] = [];
  places.forEach((start, index) => {
    const blank = inside.filter((mark) => mark.start === start && mark.end === start);
    if (blank.length) result.push({ start, end: start, marks: blank });
    const end = places[index + 1];
    if (end !== undefined) result.push({ start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) });
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

/** Of the findings that a piece of text is marked for, the one that a press opens: the first, then round. */
export function toOpen(marks: Mark[], selected: Finding | null): Finding | null {
  const here = findingsOf(marks);
  const at = selected ? here.indexOf(selected) : -1;
  return here[(at + 1) % here.length] || null;
}

export function findingsOf(marks: Mark[]): Finding[] {
  return marks.filter(({ role }) => role === "main").map(({ finding }) => finding!);
}

export function isLit(marks: Mark[], selected: Finding | null): boolean {
  return marks.some(({ finding, role }) => role === "pointed" || (finding !== null && finding === selected));
}
