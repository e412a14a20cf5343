import type { LitElement, ReactiveController } from "lit";
import type { Draft } from "./draft";
import type { Change, Edit } from "./edits";
import { listedOf } from "./findings";
import type { Ignored, Reason } from "./ignored";
import { editingAt, editingOf, fitted, rove, type Editing } from "./mending";
import type { Finding, Report, Span } from "./report";
import { copyText, saveAs } from "./saving";
import * as sight from "./sight";
import type { Actions, Filter, From } from "./view";
import { words, type Language } from "./words";

/** The checker, as far as acting on a report needs it. */
export interface Desk extends LitElement {
  readonly draft: Draft;
  readonly report: Report | null;
  readonly version: string;
  language: Language;
  wholePage: boolean;
  narrow: boolean;
  shown: "paper" | "text";
  /** Checks the present text. */
  recheck(): void;
  /** Prints this place of a long report now. */
  printAt(place: number): void;
  area(): HTMLTextAreaElement | null;
  say(notice: string): void;
  /** Downloads the present text. */
  saveText(): void;
}

/** What a person does with a report on the desk, and what is selected, unfolded, being edited meanwhile. */
export class Acting implements ReactiveController, Actions {
  selected: Finding | null = null;
  pointed: Span[] = [];
  editing: Editing | null = null;
  asking: Finding | null = null;
  filter: Filter = { severity: null, by: "severity" };
  unfolded = new Set<string>();
  lately: Change | null = null;
  /** What was just done, for a screen reader. */
  said = "";
  findings: Finding[] = [];
  aside: { finding: Finding; ignored: Ignored }[] = [];
  private keys: string[] = [];
  /** Of the selected finding, which outlives its report. */
  private key = "";
  private from: From = "list";
  private begun = false;

  constructor(protected readonly desk: Desk) {
    desk.addController(this);
  }

  get listed(): Finding[] {
    return listedOf(this.findings, this.filter);
  }

  // ---- a new report, or a new text

  /** Nothing of the report before counts for another text. */
  reset(): void {
    this.selected = null;
    this.key = "";
    this.editing = null;
    this.filter = { severity: null, by: this.filter.by };
    this.said = "";
    this.settle(null);
  }

  /** Takes in the report on the present text; the selected finding stays so if it is still there. */
  settle(report: Report | null): void {
    this.pointed = [];
    this.asking = null;
    if (!report) {
      this.findings = [];
      this.aside = [];
      this.lately = null;
      this.selected = null;
      return;
    }
    const { keys, now } = this.desk.draft.checked(report);
    this.keys = keys;
    this.key = now.get(this.key) || this.key;
    this.selected = report.findings[keys.indexOf(this.key)] || null;
    this.sort(report);
  }

  private sort(report: Report): void {
    this.findings = [];
    this.aside = [];
    report.findings.forEach((finding, index) => {
      const ignored = this.desk.draft.ignoredAs(this.keys[index]!);
      if (ignored) this.aside.push({ finding, ignored });
      else this.findings.push(finding);
    });
    if (this.filter.severity && this.listed.length === 0) this.filter = { ...this.filter, severity: null };
    this.desk.requestUpdate();
  }

  private keyOf(finding: Finding): string {
    const { report } = this.desk;
    return (report && this.keys[report.findings.indexOf(finding)]) || "";
  }

  private choose(finding: Finding | null): void {
    this.selected = finding;
    this.key = finding ? this.keyOf(finding) : "";
  }

  // ---- looking

  select(finding: Finding, from: From): void {
    this.choose(finding);
    this.pointed = [];
    this.asking = null;
    this.lately = null;
    this.from = from;
    void this.updated().then(() => {
      const item = sight.itemOf(this.root, finding.id);
      sight.showInList(item);
      if (from === "caret") return;
      this.bringIntoSight(finding.span, () => sight.markOf(this.root, finding.id), from === "keys");
      if (from === "mark" || (from === "list" && this.desk.narrow)) sight.focus(this.root.querySelector(".card"));
    });
  }

  close(): void {
    const finding = this.selected;
    if (!finding) return;
    this.choose(null);
    this.asking = null;
    void this.updated().then(() => {
      const [item, mark] = [sight.itemOf(this.root, finding.id), sight.markOf(this.root, finding.id)];
      sight.focus(this.from === "list" ? item || mark : mark || item);
    });
  }

  /** To the next or previous finding of the list, round and round. */
  walk(way: 1 | -1): void {
    const list = this.listed;
    if (list.length === 0) return;
    const at = this.selected ? list.indexOf(this.selected) : -1;
    const next = at < 0 ? (way > 0 ? 0 : list.length - 1) : (at + way + list.length) % list.length;
    this.select(list[next]!, "keys");
  }

  point(spans: Span[]): void {
    this.choose(null);
    this.lately = null;
    this.pointed = spans;
    const first = spans[0];
    void this.updated().then(() => {
      if (first) this.bringIntoSight(first, () => this.root.querySelector<HTMLElement>(".report .pointed"), false);
    });
  }

  protected bringIntoSight(span: Span, find: () => HTMLElement | null, focused: boolean): void {
    const area = this.desk.area();
    if (area && this.desk.shown === "text") {
      sight.selectIn(area, span, focused);
      sight.scrollTo(find());
      return;
    }
    if (!find()) this.desk.printAt(span.start);
    void this.updated().then(() => {
      const mark = find();
      if (focused) sight.focus(mark);
      sight.scrollTo(mark);
    });
  }

  backToList(): void {
    const item = (this.selected && sight.itemOf(this.root, this.selected.id)) || this.root.querySelector<HTMLElement>(".side .words[aria-pressed=true], .side h2");
    sight.focus(item);
    sight.scrollTo(item);
  }

  show(filter: Partial<Filter>): void {
    this.filter = { ...this.filter, ...filter };
    if (this.selected && !this.listed.includes(this.selected)) this.choose(null);
    this.desk.requestUpdate();
  }

  unfold(part: string, open: boolean): void {
    if (open === this.unfolded.has(part)) return;
    if (open) this.unfolded.add(part);
    else this.unfolded.delete(part);
    this.desk.requestUpdate();
  }

  rule(id: string, event: Event): void {
    const asked = new CustomEvent("gouji-rule", { detail: { rule: id }, bubbles: true, composed: true, cancelable: true });
    if (!this.desk.dispatchEvent(asked)) event.preventDefault();
  }

  // ---- mending

  take(span: Span, text: string): void {
    if (this.desk.draft.edit(span, text, "taken")) this.changed(span.start, text);
  }

  mend(span: Span): void {
    const { report, draft } = this.desk;
    const editing = report && this.desk.shown === "paper" ? editingOf(draft.text, report, span) : null;
    if (editing) return this.begin(editing);
    this.desk.shown = "text";
    void this.updated().then(() => {
      const area = this.desk.area();
      if (area) sight.selectIn(area, span, true);
    });
  }

  /** The same by the place that is named on the page. */
  mendAt(at: string): void {
    const { report, draft } = this.desk;
    const editing = report && editingAt(draft.text, report, at);
    if (editing) this.begin(editing);
  }

  private begin(editing: Editing): void {
    this.editing = editing;
    this.begun = true;
    this.desk.requestUpdate();
  }

  mended(text: string | null): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = null;
    const words = text === null ? null : text.replace(/\r\n?/g, "\n");
    if (words !== null && this.desk.draft.edit(editing, words)) return this.changed(editing.start, words);
    void this.updated().then(() => this.focusAt(editing.at));
  }

  /** Checks again after an edit, and leaves the keyboard where the change was made. */
  private changed(start: number, text: string): void {
    const { draft } = this.desk;
    const end = start + text.length;
    this.choose(null);
    this.desk.recheck();
    this.lately = draft.changes.find(({ to }) => to.start <= end && to.end >= start) || null;
    this.said = this.lately ? words[this.language].did(draft.original.slice(this.lately.from.start, this.lately.from.end), draft.text.slice(this.lately.to.start, this.lately.to.end)) : "";
    const { report } = this.desk;
    const place = report && editingOf(draft.text, report, { start, end });
    void this.updated().then(() => this.focusAt(place ? place.at : ""));
  }

  private focusAt(at: string): void {
    if (this.desk.shown !== "paper") return;
    const place = at ? this.root.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`) : null;
    sight.focus(place) || sight.focus(this.root.querySelector(".verdict .line"));
  }

  undo(): void {
    const edit = this.desk.draft.undo();
    if (edit) this.moved(edit.start, edit.was.length, words[this.language].undone);
  }

  redo(): void {
    const edit = this.desk.draft.redo();
    if (edit) this.moved(edit.start, edit.text.length, words[this.language].redone);
  }

  private moved(start: Edit["start"], length: number, said: string): void {
    this.editing = null;
    this.desk.recheck();
    this.said = said;
    if (length) this.point([{ start, end: start + length }]);
  }

  revert(change: Change): void {
    if (!this.desk.draft.revert(change)) return;
    this.desk.recheck();
    this.said = words[this.language].undone;
    void this.updated().then(() => sight.focus(this.root.querySelector(".changes .revert, .changes .undo")));
  }

  copy(): void {
    const w = words[this.language];
    void copyText(this.desk.draft.text).then((done) => this.desk.say(done ? w.copied : w.notCopied));
  }

  download(): void {
    this.desk.saveText();
  }

  // ---- setting aside

  ask(finding: Finding | null): void {
    const before = this.asking;
    this.asking = finding;
    this.desk.requestUpdate();
    void this.updated().then(() => {
      if (finding) sight.focus(this.root.querySelector(".why [name=reason]:checked"));
      else if (before) sight.focus(this.root.querySelector(".card .ignore"));
    });
  }

  ignore(finding: Finding, reason: Reason, note: string): void {
    const { report, draft } = this.desk;
    const at = this.listed.indexOf(finding);
    draft.ignore({ key: this.keyOf(finding), rule: finding.rule, reason, note });
    this.choose(null);
    this.asking = null;
    if (report) this.sort(report);
    void this.updated().then(() => {
      const next = this.listed[Math.min(at, this.listed.length - 1)];
      sight.focus(next ? sight.itemOf(this.root, next.id) : null) || sight.focus(this.root.querySelector(".verdict .line"));
    });
  }

  recall(key: string): void {
    const { report, draft } = this.desk;
    const found = report && report.findings[this.keys.indexOf(key)];
    draft.recall(key);
    if (report) this.sort(report);
    if (found) this.select(found, "list");
  }

  exportIgnored(): void {
    saveAs(words[this.language].ignoredName, this.desk.draft.exportIgnored(this.desk.version), "application/json");
  }

  importIgnored(file: File): void {
    const reader = new FileReader();
    reader.onload = () => {
      const w = words[this.language];
      const count = this.desk.draft.importIgnored(String(reader.result));
      this.desk.say(count === null ? w.notIgnored : w.imported(count));
      if (this.desk.report) this.sort(this.desk.report);
    };
    reader.readAsText(file);
  }

  // ---- after each rendering

  hostUpdated(): void {
    rove(this.root.querySelector(".paper"));
    if (!this.begun) return;
    this.begun = false;
    const field = this.root.querySelector<HTMLInputElement | HTMLTextAreaElement>(".mend");
    if (!field || !this.editing) return;
    fitted(field);
    field.focus();
    const { start, select } = this.editing;
    if (select) field.setSelectionRange(select.start - start, select.end - start);
    else if (field.tagName === "INPUT") field.select();
  }

  private get root(): ShadowRoot {
    return this.desk.renderRoot as ShadowRoot;
  }
  private get language(): Language {
    return this.desk.language;
  }
  private updated(): Promise<boolean> {
    this.desk.requestUpdate();
    return this.desk.updateComplete;
  }
}
