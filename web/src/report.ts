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
  /** Which report of the paste, where it is not the first. */
  report?: number;
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
  /** Which report of the paste, where it is not the first. */
  report?: number;
  /** The text that the table was read from. */
  span: Span;
  cells: Cell[];
}

/** What a sentence says of figures of the forms. */
export interface Claim {
  /** By the ids of core/forms/said.json. */
  indicators: string[];
  /** The cells whose sum is meant; none where the tables that were read do not have them. */
  of: Place[];
  /** The figure with its measure, or the words that say that there is none. */
  text: string | null;
  /** With the words that name it. */
  words: string | null;
  /** Null for a sentence that says that all was done (全部办结). */
  value: number | null;
  /** `none` for a sentence that says there was none (未收到). */
  bound: "exact" | "rounded" | "over" | "near" | "about" | "at-least" | "at-most" | "none";
  /** Only where the sentence was held against cells: those claims and the checks `text.table` come in the same order. */
  status?: Status;
  span: Span;
}

/** A figure of a sentence of which nothing is claimed, and why. */
export interface Unclaimed {
  text: string | null;
  why: "words" | "year" | "body" | "change" | "part";
  span: Span;
}

/** An identity of a form, evaluated in one row or column. */
export interface RelationCheck {
  relation: string;
  /** The row or column id at which the identity was evaluated. */
  at: string;
  /** Which report of the paste, where it is not the first. */
  report?: number;
  status: Status;
  left: number | null;
  right: number | null;
}

/** What a sentence states, held against a table (`text.table`) or against other figures (`text.parts`, …). */
export interface StatementCheck {
  relation: string;
  status: Status;
  /** What the sentence states. */
  left: number | null;
  /** What the table or the other figures make it. */
  right: number | null;
  text: string | null;
  span: Span;
}

export type Check = RelationCheck | StatementCheck;

export function isStatement(check: Check): check is StatementCheck {
  return "span" in check;
}

export interface Related {
  span: Span;
  /** `candidate`: one of the figures that may be wrong; `expected` is what it would have to be. */
  role: string;
  cell?: Place;
  expected?: number;
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
  /** The law or form that the finding rests on. */
  basis?: string;
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
  unclaimed: Unclaimed[];
  checks: { held: number; failed: number; unreadable: number; list: Check[] };
  findings: Finding[];
}
