import type { Finding, Report, Severity, Span } from "./report";

/** A stretch of the text to be shown as marked. */
export interface Mark extends Span {
  finding: Finding;
  /** `main` is what to look at first; `related` shows only while its finding is selected. */
  role: "main" | "related";
}

/** The marks to show: each finding's own, and all of the selected finding's. */
export function marksOf(report: Report, selected: Finding | null): Mark[] {
  const marks: Mark[] = report.findings.map((finding) => ({ ...finding.span, finding, role: "main" }));
  for (const { span } of (selected && selected.related) || []) {
    marks.push({ ...span, finding: selected!, role: "related" });
  }
  return marks;
}

/** A piece of text under one mark, or under none. */
export interface Piece extends Span {
  mark: Mark | null;
}

/**
 * Cuts a range of the text at its marks, without gap or overlap:
 *
 *     受理 26 件，答复 25 件   →   受理 ┊26┊ 件，答复 ┊25┊ 件
 *
 * Where marks overlap, the selected finding's wins, then the graver one's. A mark of no width (a blank cell) gives an
 * empty piece.
 */
export function pieces(range: Span, marks: Mark[], selected: Finding | null): Piece[] {
  const inside = marks
    .filter((mark) => mark.start < range.end && mark.end > range.start ||
                      mark.start === mark.end && mark.start >= range.start && mark.start <= range.end)
    .sort((a, b) => rank(b, selected) - rank(a, selected));
  if (inside.length === 0) return [{ ...range, mark: null }];

  const cuts = new Set([range.start, range.end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, range.start));
    cuts.add(Math.min(mark.end, range.end));
  }
  const places = Array.from(cuts).sort((a, b) => a - b);
  const result: Piece[] = [];
  const push = (piece: Piece): void => {
    const last = result[result.length - 1];
    // One mark stays one piece (one button), even where another mark's edge cuts it.
    if (last && last.mark === piece.mark && last.end === piece.start) last.end = piece.end;
    else result.push(piece);
  };
  places.forEach((start, index) => {
    const blank = inside.find((mark) => mark.start === start && mark.end === start);
    if (blank) push({ start, end: start, mark: blank });
    const end = places[index + 1];
    if (end !== undefined) push({ start, end, mark: inside.find((m) => m.start <= start && m.end >= end && m.end > m.start) || null });
  });
  return result.filter((piece) => piece.end > piece.start || piece.mark);
}

const weight: Record<Severity, number> = { advice: 1, warning: 2, error: 3 };

function rank(mark: Mark, selected: Finding | null): number {
  if (mark.finding === selected) return mark.role === "main" ? 9 : 8;
  return weight[mark.finding.severity];
}
