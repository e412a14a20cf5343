/**
 * The JSON report of the core: these types are its schema.
 *
 * Every span counts UTF-16 units of the text that was checked, so `text.slice(span.start, span.end)` is the figure.
 */
export interface Span {
  start: number;
  end: number;
}

export type Severity = "error" | "warning" | "advice";
export type Status = "held" | "failed" | "unreadable";
export interface Wording {
  zh: string;
  en: string;
}

/** A figure's place in an official form, by the ids of core/forms. */
export interface Place {
  table: string;
  row: string;
  column: string;
}

export interface DocumentFacts {
  title: string | null;
  agency: string | null;
  year: number | null;
  form: string | null;
  period: { from: string; to: string } | null;
  published: string | null;
}

export interface Section {
  id: string;
  number: number;
  title: string;
  span: Span;
}

export interface Cell {
  row: string;
  column: string;
  /** As pasted, with whatever stands around the figure: `22（其中修订16件）`. */
  text: string;
  /** Null where the cell is blank or cannot be read. */
  value: number | null;
  /** Exactly the figure; empty where a blank cell stands. */
  span: Span;
  unreadable?: boolean;
}

export interface Table {
  id: string;
  form: string;
  /** The text that the table was read from. */
  span: Span;
  cells: Cell[];
}

export interface Claim {
  of: Place[];
  text: string;
  value: number;
  bound: string;
  span: Span;
}

export interface Check {
  relation: string;
  /** The row or column id at which the identity was evaluated. */
  at: string;
  status: Status;
  left: number | null;
  right: number | null;
}

export interface Related {
  span: Span;
  role: string;
}

export interface Finding {
  id: string;
  rule: string;
  severity: Severity;
  title: Wording;
  message: Wording;
  advice?: Wording;
  span: Span;
  cell?: Place;
  actual?: number | null;
  expected?: number | null;
  fix?: { span: Span; text: string };
  related?: Related[];
  relations?: string[];
}

export interface Report {
  gouji: string;
  document: DocumentFacts;
  sections: Section[];
  /** What a web page printed around the report: breadcrumbs, share links. */
  furniture: Span[];
  tables: Table[];
  claims: Claim[];
  checks: { held: number; failed: number; unreadable: number; list: Check[] };
  findings: Finding[];
}
