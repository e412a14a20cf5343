import { formOf, placeInWords } from "./forms";
import { isStatement, type Finding, type Place, type Related, type Report, type Span } from "./report";
import { words, type Language } from "./words";

/** A value that may be put in place of what stands in the text. */
export interface Suggestion {
  span: Span;
  text: string;
  was: string;
  /** The cell, where there are several to choose from. */
  where: string;
}

/**
 * What can be taken over for a finding: the one correction, if it is certain; else each figure that may be wrong, with
 * what it would have to be; and nothing where the letters to write are not certain. Of two statements of one figure either
 * may be wrong.
 */
export function suggestionsOf(text: string, report: Report, finding: Finding, language: Language): Suggestion[] {
  const at = (span: Span, figure: string, where: string): Suggestion => ({ span, text: figure, was: text.slice(span.start, span.end), where });
  const { fix, actual, expected, span } = finding;
  if (fix) return [at(fix.span, fix.text, "")];
  const candidates = candidatesOf(finding);
  if (candidates.length) {
    return candidates.map(({ span, cell, expected }) =>
      at(span, String(expected), cell ? placeInWords(formOf(report.document.form), cell, language) : ""));
  }
  const other = eitherOf(text, report, finding);
  if (other) {
    const where = other.cell ? placeInWords(formOf(report.document.form), other.cell, language) : words[language].inText;
    return [at(span, other.is, words[language].inText), at(other.span, other.was, where)];
  }
  // 2022年 → 2023年: the figure once in what is marked, in plain digits.
  const marked = text.slice(span.start, span.end);
  if (typeof expected !== "number" || typeof actual !== "number") return [];
  const parts = marked.split(String(actual));
  if (parts.length !== 2 || /[\d.,，]$/.test(parts[0]!) || /^[\d.,，]\d/.test(parts[1]!) || /^\d/.test(parts[1]!)) return [];
  const start = span.start + parts[0]!.length;
  return [at({ start, end: start + String(actual).length }, String(expected), "")];
}

/** Of figures that cannot all be right each that may be wrong. */
export function candidatesOf({ related = [] }: Finding): Related[] {
  return related.filter(({ role, expected }) => role === "candidate" && expected !== undefined);
}

/** The one other figure that a figure contradicts, both in plain digits. */
function eitherOf(text: string, report: Report, { span, expected, related = [] }: Finding): { was: string; is: string; span: Span; cell?: Place | undefined } | null {
  const other = related[0];
  if (expected !== undefined || related.length !== 1 || !other) return null;
  const was = text.slice(span.start, span.end);
  const is = text.slice(other.span.start, other.span.end);
  const stated = report.checks.list.some(
    (check) => isStatement(check) && check.status === "failed" && String(check.left) === was && String(check.right) === is &&
      check.span.start <= span.start && check.span.end >= span.end,
  );
  return stated ? { was, is, span: other.span, cell: other.cell } : null;
}
