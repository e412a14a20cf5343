import type { Draft } from "./draft";
import type { Change } from "./edits";
import type { Ignored, Reason } from "./ignored";
import type { Lit } from "./marks";
import type { Editing } from "./mending";
import type { Finding, Report, Severity, Span } from "./report";
import type { Language, Words } from "./words";

/** All that the page shows of a report that was checked. The templates only read it; what a person does goes to `act`. */
export interface View extends Lit {
  /** The text that the report is on. */
  text: string;
  report: Report;
  draft: Draft;
  language: Language;
  w: Words;
  /** Those that were not set aside, as the core orders them. */
  findings: Finding[];
  /** Of these, what the list shows, in its order. */
  listed: Finding[];
  aside: { finding: Finding; ignored: Ignored }[];
  filter: Filter;
  editing: Editing | null;
  /** The finding that is being set aside: its reason is asked for. */
  asking: Finding | null;
  /** What was changed a moment ago. */
  lately: Change | null;
  /** Whether there is only one column, with the card under the report instead of in the list. */
  narrow: boolean;
  /** Parts that only come to be when they are unfolded. */
  unfolded: ReadonlySet<string>;
  act: Actions;
  /** What a rule's id follows in the address of its page; null where there is none. */
  rulesAt: string | null;
  /** The text belongs to someone else's page: nothing of it can be changed here. */
  fixed: boolean;
}

/** What opened a card: the list, a mark, F8, or the caret in the text. */
export type From = "list" | "mark" | "keys" | "caret";

export interface Filter {
  severity: Severity | null;
  by: "severity" | "section";
}

export interface Actions {
  /** Lights a finding, opens its card and brings its figure into sight. */
  select(finding: Finding, from: From): void;
  /** Closes the card, and gives the keyboard back to what opened it. */
  close(): void;
  walk(step: 1 | -1): void;
  backToList(): void;
  /** Lights places of the report and brings the first into sight. */
  point(spans: Span[]): void;
  show(filter: Partial<Filter>): void;
  unfold(part: string, open: boolean): void;

  /** Puts a suggested value in place of what stands there. */
  take(span: Span, text: string): void;
  /** Opens what stands at a place for editing: its cell, its line, or else the text. */
  mend(span: Span): void;
  /** Ends editing in place; null leaves all as it was. */
  mended(text: string | null): void;
  undo(): void;
  redo(): void;
  revert(change: Change): void;
  copy(): void;
  download(): void;

  /** Asks for the reason; null closes the question. */
  ask(finding: Finding | null): void;
  ignore(finding: Finding, reason: Reason, note: string): void;
  recall(key: string): void;
  exportIgnored(): void;
  importIgnored(file: File): void;

  /** Opens a rule's page. */
  rule(id: string, event: Event): void;
}
