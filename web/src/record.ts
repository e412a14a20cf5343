import { verdict } from "./conclusion";
import { formOf, placeInWords } from "./forms";
import { isNumber } from "./marked";
import { outputWords } from "./output-words";
import type { Finding, Severity } from "./report";
import type { View } from "./view";
import { reasonWords, severityWords } from "./words";

/** What is taken away from a check: the report with its findings, and who checked it when. */
export interface Outcome {
  view: View;
  version: string;
  /** The date of the rules. */
  rules: string;
  when: Date;
}

/** One finding in words, as every kind of output tells it. */
export interface Row {
  finding: Finding;
  severity: Severity;
  level: string;
  title: string;
  place: string;
  stands: string;
  expected: string;
  message: string;
  advice: string;
  basis: string;
  /** Why it was set aside; null for the others. */
  ignored: string | null;
}

/** All findings in the order of the list, those set aside last. */
export function rowsOf({ view }: Outcome): Row[] {
  return [
    ...view.findings.map((finding) => row(view, finding, null)),
    ...view.aside.map(({ finding, ignored }) =>
      row(view, finding, [reasonWords[ignored.reason][view.language], ignored.note].filter((words) => words).join(outputWords[view.language].semicolon)),
    ),
  ];
}

function row(view: View, finding: Finding, ignored: string | null): Row {
  const { language, text } = view;
  const w = outputWords[language];
  const { start, end } = finding.span;
  const fix = finding.fix ? finding.fix.text.trim() : "";
  return {
    finding,
    severity: finding.severity,
    level: severityWords[finding.severity][language],
    title: finding.title[language],
    place: placeOf(view, finding),
    stands: text.slice(start, end).trim() || (finding.cell ? w.blank : w.missing),
    expected: fix || (isNumber(finding.expected) ? String(finding.expected) : ""),
    message: finding.message[language],
    advice: (finding.advice && finding.advice[language]) || "",
    basis: finding.basis || "",
    ignored,
  };
}

/** The cell, or else the section. */
function placeOf({ report, language }: View, { cell, span }: Finding): string {
  if (cell) return placeInWords(formOf(report.document.form), cell, language);
  const above = report.sections.filter((section) => section.span.start <= span.start);
  return above.length ? above[above.length - 1]!.title.trim() : "";
}

export function titleOf({ view }: Outcome): string {
  return (view.report.document.title || "").replace(/\s+/g, "") || outputWords[view.language].untitled;
}

/** The verdict in words: one sentence, and another where something must be added. */
export function verdictOf({ view }: Outcome): string[] {
  const { line, more } = verdict(view.report, view.language, view.aside.map(({ finding }) => finding));
  return more ? [line, more] : [line];
}

/** `2026-01-05 14:03`, by the clock of this computer. */
export function timeInWords(when: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())} ${two(when.getHours())}:${two(when.getMinutes())}`;
}
