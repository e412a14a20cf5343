import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { fromClipboard, fromFile, isRich, type Refused, type Taken } from "./intake";
import { picturesInWords, receivingWords, refusalInWords } from "./intake-words";
import type { Language } from "./words";

/** What the checker does with what comes in. */
export interface Taker {
  wholePage: boolean;
  /** Nothing is taken in: the text is someone else's. */
  readonly fixed: boolean;
  language: Language;
  /** The text area that is in use, if it is shown. */
  area(): HTMLTextAreaElement | null;
  check(text: string): void;
  edited(text: string): void;
  walk(step: 1 | -1): void;
}

/** What is to be said of the last thing that came in. */
type Said =
  | { kind: "refused"; refused: Refused }
  | { kind: "pictures"; count: number }
  | { kind: "reading"; name: string }
  | { kind: "choose"; files: File[] };

const listened = ["paste", "dragstart", "dragend", "dragover", "drop", "keydown"];
/** A text area stops the page over a longer paste (UTF-16 units). */
const fitsTextArea = 100_000;
/** Reading a larger file (bytes) is felt: the words that say so come first. */
const quick = 500_000;

/**
 * Pastes, dropped files and F8, from the element or, with `whole-page`, from anywhere in the document. A paste outside
 * the text area replaces the report; one inside it goes where the caret is.
 */
export class Input implements ReactiveController {
  /** A file hangs over the page. */
  dragging = false;
  /** The browser is about to put a whole new text into the text area. */
  pastedOver = false;
  private said: Said | null = null;
  private from: EventTarget | null = null;
  private timer = 0;
  /** Something of the page itself is being dragged. */
  private ownDrag = false;
  /** Counts what came in, so that a slow file does not replace what came after it. */
  private turn = 0;

  constructor(private readonly host: LitElement & Taker) {
    host.addController(this);
  }

  hostConnected(): void {
    this.from = this.host.wholePage ? document : this.host;
    for (const name of listened) this.from.addEventListener(name, this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    for (const name of listened) this.from!.removeEventListener(name, this);
    this.from = null;
  }

  handleEvent(event: Event): void {
    if (event.defaultPrevented || (this.host.fixed && event.type !== "keydown")) return;
    switch (event.type) {
      case "paste":
        return this.pasted(event as ClipboardEvent);
      case "dragstart":
      case "dragend":
        this.ownDrag = event.type === "dragstart";
        return;
      case "dragover":
        return this.dragged(event as DragEvent);
      case "drop":
        return this.dropped(event as DragEvent);
      default:
        this.pressed(event as KeyboardEvent);
    }
  }

  // ---- pastes

  private pasted(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const area = this.host.area();
    const target = event.composedPath()[0] as HTMLElement;
    if (!data) return;
    if (target === area) return this.pastedInto(area, event, data);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
    event.preventDefault();
    this.received(data);
  }

  /** The text of a clipboard or of a drop; its files only where it has none, for Office adds a picture of what was copied. */
  private received(data: DataTransfer): void {
    const files = Array.from(data.files);
    const taken = fromClipboard(data);
    if ("refused" in taken && taken.refused === "empty" && files.length > 0) void this.open(files);
    else this.take(taken);
  }

  private pastedInto(area: HTMLTextAreaElement, event: ClipboardEvent, data: DataTransfer): void {
    const all = area.selectionStart === 0 && area.selectionEnd === area.value.length;
    this.pastedOver = all;
    const text = data.getData("text/plain");
    // What is short and plain the browser puts in itself, and the area's own event says so.
    if (text && text.length <= fitsTextArea && !isRich(data)) return;
    event.preventDefault();
    if (all) {
      this.pastedOver = false;
      return this.received(data);
    }
    const taken = fromClipboard(data);
    if ("refused" in taken) return this.say({ kind: "refused", refused: taken });
    // The command keeps the browser's undo; the other does not, but always works, and at once.
    if (taken.text.length <= fitsTextArea && document.execCommand("insertText", false, taken.text)) return;
    area.setRangeText(taken.text, area.selectionStart, area.selectionEnd, "end");
    this.host.edited(area.value);
  }

  // ---- files

  private dragged(event: DragEvent): void {
    const types = event.dataTransfer ? Array.from(event.dataTransfer.types) : [];
    if (this.ownDrag || !(types.includes("Files") || types.includes("text/plain") || types.includes("text/html"))) return;
    if (!types.includes("Files") && event.composedPath()[0] === this.host.area()) return; // goes where the caret is
    event.preventDefault();
    this.setDragging(true);
    clearTimeout(this.timer); // no event tells reliably that the file has left the window
    this.timer = window.setTimeout(() => this.setDragging(false), 200);
  }

  private dropped(event: DragEvent): void {
    const data = event.dataTransfer;
    if (!data || this.ownDrag) return;
    const files = Array.from(data.files);
    if (files.length === 0 && event.composedPath()[0] === this.host.area()) return;
    event.preventDefault();
    this.setDragging(false);
    if (files.length > 0) void this.open(files);
    else this.received(data);
  }

  /** Reads a file that was chosen, dropped or pasted, and checks it; of several, one has to be chosen. */
  async open(files: File[]): Promise<void> {
    const file = files[0];
    if (!file) return;
    if (files.length > 1) return this.say({ kind: "choose", files });
    const turn = ++this.turn;
    if (file.size > quick) {
      this.say({ kind: "reading", name: file.name });
      await new Promise((resolve) => setTimeout(resolve, 50)); // until that is on the screen
    }
    const taken = await fromFile(file);
    if (turn === this.turn) this.take(taken);
  }

  private take(taken: Taken): void {
    this.turn++;
    if ("refused" in taken) return this.say({ kind: "refused", refused: taken });
    this.host.check(taken.text);
    this.say(taken.pictures ? { kind: "pictures", count: taken.pictures } : null);
  }

  // ---- what is said

  private say(said: Said | null): void {
    this.said = said;
    this.host.requestUpdate();
  }

  /** Nothing that was said is still of interest. */
  hush(): void {
    if (this.said) this.say(null);
  }

  /** Of the last thing that came in, where something must be said. */
  get message(): TemplateResult | typeof nothing {
    return this.said ? html`<span>${this.inWords(this.said)}</span>` : nothing;
  }

  private inWords(said: Said): TemplateResult | string {
    const { language } = this.host;
    const w = receivingWords[language];
    if (said.kind === "refused") return refusalInWords(said.refused, language);
    if (said.kind === "pictures") return picturesInWords(said.count, language);
    if (said.kind === "reading") return w.reading(said.name);
    const shown = said.files.slice(0, 20);
    return html`${w.oneAtATime}
      ${shown.map((file) => html`<button type="button" class="choice" @click=${() => void this.open([file])}>${file.name}</button> `)}
      ${shown.length < said.files.length ? "…" : nothing}`;
  }

  private setDragging(dragging: boolean): void {
    if (this.dragging === dragging) return;
    this.dragging = dragging;
    this.host.requestUpdate();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.host.walk(event.shiftKey ? -1 : 1);
  }
}
