import { apply, changed, inverse, joined, typing, type Change, type Edit } from "./edits";
import { followed, fromFile, keysOf, toFile, type Ignored, type Keyed } from "./ignored";
import type { Report, Span } from "./report";

/** What a tab may keep of a draft. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;
const slot = "gouji-draft";
// Browsers keep about five million characters for a page.
const mostKept = 2_000_000;
/** What is written in one step: a megabyte at once would stop the page for a tenth of a second. */
const piece = 50_000;
const slotOf = (index: number): string => `${slot}-${index}`;

interface Stand {
  original: string;
  text: string;
  done: Edit[];
  undone: Edit[];
}

/** What stands in the tab beside the pieces of the original. */
interface Kept extends Pick<Stand, "done" | "undone"> {
  pieces: number;
  ignored: Ignored[];
}

/**
 * A report being mended: the text as it was given, the edits made to it, and the findings that were set aside. The text is
 * the only source of what is shown: every change, in whatever view, replaces a range of it.
 */
export class Draft {
  private stand: Stand = { original: "", text: "", done: [], undone: [] };
  /** What stood here before the present text came in its place. */
  private before: Stand | null = null;
  private differences: Change[] = [];
  private readonly list = new Map<string, Ignored>();
  private keyed: Keyed | null = null;
  /** Edits since the last report. */
  private since: Edit[] = [];
  /** The text that stands whole in a tab's slots. */
  private written: { storage: Storage; original: string } | null = null;

  get text(): string {
    return this.stand.text;
  }
  /** As it was given. */
  get original(): string {
    return this.stand.original;
  }

  // ---- the text

  /** Takes another text in place of this one, which can be brought back. */
  load(text: string): void {
    if (text === this.text) return;
    if (this.text) this.before = this.stand;
    this.take({ original: text, text, done: [], undone: [] });
  }

  get canBringBack(): boolean {
    return this.before !== null && this.before.text !== this.text;
  }

  bringBack(): void {
    const before = this.before;
    this.before = null;
    if (before) this.take(before);
  }

  private take(stand: Stand): void {
    this.stand = stand;
    this.keyed = null;
    this.since = [];
    this.findDifferences();
  }

  /** Replaces a range. False if nothing changes by it. */
  edit(range: Span, text: string, by: Edit["by"] = "typed"): boolean {
    const was = this.text.slice(range.start, range.end);
    if (was === text) return false;
    const edit: Edit = { start: range.start, end: range.end, was, text, by };
    this.make(edit);
    this.stand.done.push(edit);
    this.stand.undone = [];
    return true;
  }

  /** What a text area holds after a keystroke; letters typed next to each other are one edit. */
  typed(text: string, caret: number): boolean {
    if (text === this.text) return false;
    const edit = typing(this.text, text, caret);
    this.make(edit);
    const { done } = this.stand;
    const last = done[done.length - 1];
    const both = last && last.by === "typed" && joined(last, edit);
    if (both) done.pop();
    if (!both || both.was !== both.text) done.push(both || edit);
    this.stand.undone = [];
    return true;
  }

  get canUndo(): boolean {
    return this.stand.done.length > 0;
  }
  get canRedo(): boolean {
    return this.stand.undone.length > 0;
  }

  /** The edit that was taken back. */
  undo(): Edit | null {
    const edit = this.stand.done.pop();
    if (!edit) return null;
    this.make(inverse(edit));
    this.stand.undone.push(edit);
    return edit;
  }

  /** The edit that was made again. */
  redo(): Edit | null {
    const edit = this.stand.undone.pop();
    if (!edit) return null;
    this.make(edit);
    this.stand.done.push(edit);
    return edit;
  }

  private make(edit: Edit): void {
    this.stand.text = apply(this.text, edit);
    this.since.push(edit);
    this.differences = changed(this.original, this.differences, edit, this.text);
  }

  private findDifferences(): void {
    this.differences = [];
    let text = this.original;
    for (const edit of this.stand.done) {
      text = apply(text, edit);
      this.differences = changed(this.original, this.differences, edit, text);
    }
  }

  /** Where the text differs from what was given. */
  get changes(): readonly Change[] {
    return this.differences;
  }

  /** Puts one change back to what was given. */
  revert({ from, to }: Change): boolean {
    return this.edit(to, this.original.slice(from.start, from.end), "reverted");
  }

  // ---- findings set aside

  /**
   * Takes in the report on the present text: the keys of its findings, in their order, and the key that each finding of
   * the report before has now. What was set aside stays so.
   */
  checked(report: Report): { keys: string[]; now: Map<string, string> } {
    const keyed = { report, keys: keysOf(report, this.text) };
    const now = this.keyed ? followed(this.keyed, this.since, keyed) : new Map<string, string>();
    now.forEach((key, old) => {
      const ignored = this.list.get(old);
      if (ignored && !this.list.has(key)) this.list.set(key, { ...ignored, key });
    });
    this.keyed = keyed;
    this.since = [];
    return { keys: keyed.keys, now };
  }

  ignore(ignored: Ignored): void {
    this.list.set(ignored.key, ignored);
  }

  recall(key: string): void {
    this.list.delete(key);
  }

  ignoredAs(key: string): Ignored | undefined {
    return this.list.get(key);
  }

  get ignored(): Ignored[] {
    return Array.from(this.list.values());
  }

  exportIgnored(version: string): string {
    return toFile(this.ignored, version);
  }

  /** How many were taken from such a file; null if it is not one. */
  importIgnored(json: string): number | null {
    const list = fromFile(json);
    if (list) for (const one of list) this.ignore(one);
    return list && list.length;
  }

  // ---- kept in the tab

  /** False if it could not be kept: too long, or the browser forbids it. */
  save(storage: Storage | null): boolean {
    const saving = this.saving(storage);
    for (;;) {
      const { done, value } = saving.next();
      if (done) return value;
    }
  }

  /** The same in steps of some milliseconds. The text as it was given is written once; after it edits, which are short. */
  *saving(storage: Storage | null): Generator<undefined, boolean> {
    if (!storage) return false;
    const { original, text, done, undone } = this.stand;
    const { written, ignored } = this;
    try {
      storage.removeItem(slot);
      const isKept = original.length + text.length <= mostKept && (text !== "" || ignored.length > 0);
      if (!isKept || !written || written.storage !== storage || written.original !== original) {
        this.written = null;
        for (let i = 0; storage.getItem(slotOf(i)) !== null; i++) storage.removeItem(slotOf(i));
      }
      if (!isKept) return original.length + text.length <= mostKept;
      const pieces = Math.ceil(original.length / piece);
      if (!this.written) {
        for (let i = 0; i < pieces; i++) {
          storage.setItem(slotOf(i), original.slice(i * piece, (i + 1) * piece));
          yield;
        }
        this.written = { storage, original };
      }
      storage.setItem(slot, JSON.stringify({ pieces, done, undone, ignored }));
      return true;
    } catch {
      return false;
    }
  }

  /** Brings back what was kept; false if there was nothing. */
  restore(storage: Storage | null): boolean {
    try {
      const kept = JSON.parse((storage && storage.getItem(slot)) || "null") as Kept | null;
      if (!storage || !kept) return false;
      const { pieces, done, undone, ignored } = kept;
      const original = Array.from({ length: pieces }, (_, i) => storage.getItem(slotOf(i))!).join("");
      this.written = { storage, original };
      this.take({ original, text: done.reduce(apply, original), done, undone });
      ignored.forEach((one) => this.ignore(one));
      return true;
    } catch {
      return false;
    }
  }
}
