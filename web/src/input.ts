import type { LitElement, ReactiveController } from "lit";
import { fromClipboard, isRich } from "./intake";

/** What the checker does with what comes in. */
export interface Taker {
  wholePage: boolean;
  /** The text area that is in use, if it is shown. */
  area(): HTMLTextAreaElement | null;
  check(text: string): void;
  edited(text: string): void;
  opened(file: File): Promise<void>;
  walk(step: 1 | -1): void;
}

/**
 * Pastes, dropped files and F8, from the element or, with `whole-page`, from anywhere in the document. A paste outside
 * the text area replaces the report; one inside it goes where the caret is.
 */
export class Input implements ReactiveController {
  /** A file hangs over the page. */
  dragging = false;
  /** The browser is about to put a whole new text into the text area. */
  pastedOver = false;
  private from: EventTarget | null = null;
  private timer = 0;

  constructor(private readonly host: LitElement & Taker) {
    host.addController(this);
  }

  hostConnected(): void {
    this.from = this.host.wholePage ? document : this.host;
    for (const name of ["paste", "dragover", "drop", "keydown"]) this.from.addEventListener(name, this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    for (const name of ["paste", "dragover", "drop", "keydown"]) this.from!.removeEventListener(name, this);
    this.from = null;
  }

  handleEvent(event: Event): void {
    if (event.defaultPrevented) return;
    if (event.type === "paste") this.pasted(event as ClipboardEvent);
    else if (event.type === "dragover") this.dragged(event as DragEvent);
    else if (event.type === "drop") this.dropped(event as DragEvent);
    else this.pressed(event as KeyboardEvent);
  }

  private pasted(event: ClipboardEvent): void {
    const area = this.host.area();
    const target = event.composedPath()[0] as HTMLElement;
    if (target === area) return this.pastedInto(area, event);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
    const text = fromClipboard(event.clipboardData);
    if (text === null) return;
    event.preventDefault();
    this.host.check(text);
  }

  private pastedInto(area: HTMLTextAreaElement, event: ClipboardEvent): void {
    const all = area.selectionStart === 0 && area.selectionEnd === area.value.length;
    this.pastedOver = all;
    if (!isRich(event.clipboardData)) return; // the browser puts it in, and the area's own event says so
    event.preventDefault();
    const text = fromClipboard(event.clipboardData) || "";
    if (all) {
      this.pastedOver = false;
      this.host.check(text);
    } else if (!document.execCommand("insertText", false, text)) {
      // The command keeps the browser's undo; this does not, but always works.
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      this.host.edited(area.value);
    }
  }

  private dragged(event: DragEvent): void {
    if (!event.dataTransfer || !Array.from(event.dataTransfer.types).includes("Files")) return;
    event.preventDefault();
    this.setDragging(true);
    clearTimeout(this.timer); // no event tells reliably that the file has left the window
    this.timer = window.setTimeout(() => this.setDragging(false), 200);
  }

  private dropped(event: DragEvent): void {
    const file = event.dataTransfer && event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    this.setDragging(false);
    void this.host.opened(file);
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
