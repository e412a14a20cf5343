import type { ReactiveController } from "lit";
import type { Acting, Desk } from "./acting";
import { toOpen } from "./marks";
import { step } from "./mending";
import type { Finding } from "./report";
import { focus } from "./sight";

/** Keys anywhere on the page, and presses on the paper, as what they mean. */
export class Pressing implements ReactiveController {
  private source: EventTarget | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly acting: Acting,
  ) {
    desk.addController(this);
  }

  hostConnected(): void {
    this.source = this.desk.wholePage ? document : this.desk;
    this.source.addEventListener("keydown", this);
  }

  hostDisconnected(): void {
    if (this.source) this.source.removeEventListener("keydown", this);
  }

  handleEvent(event: Event): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent;
    const target = event.composedPath()[0] as HTMLElement;
    if (event.defaultPrevented || altKey) return;
    if (key === "Escape") {
      if (this.acting.asking) this.acting.ask(null);
      else this.acting.close();
      return;
    }
    // In a field, undo is the browser's.
    if (!(ctrlKey || metaKey) || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName || "") || target.isContentEditable) return;
    const letter = key.toLowerCase();
    const { draft } = this.desk;
    if (letter === "z" && !shiftKey && draft.canUndo) this.acting.undo();
    else if (((letter === "z" && shiftKey) || letter === "y") && draft.canRedo) this.acting.redo();
    else return;
    event.preventDefault();
  }

  /** On the paper a mark opens its finding; a figure, or the word beside a line, opens that for editing. */
  readonly pressed = (event: Event): void => {
    const target = event.target as HTMLElement;
    if (target.closest(".mend-line, .mend")) return;
    const mark = target.closest<HTMLElement>("[data-findings]");
    const place = target.closest<HTMLElement>("[data-at]");
    const line = target.closest<HTMLElement>(".line");
    const pen = line && line.querySelector<HTMLElement>(".pen");
    if (event.type === "keydown") return this.typed(event as KeyboardEvent, mark, place);
    if (event.type === "dblclick") this.mend(place || pen);
    else if (mark) this.open(mark);
    else if (place) this.mend(place);
    // A press on a line shows what can be done with it, unless words were being selected.
    else if (String(getSelection()) === "") focus(pen);
  };

  private typed(event: KeyboardEvent, mark: HTMLElement | null, place: HTMLElement | null): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = key === "Enter" || key === " ";
    if (mark && pressed) this.open(mark);
    else if (place && (pressed || key === "F2")) this.mend(place);
    else if (place && /^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key)) step(event.currentTarget as HTMLElement, place, key);
    else return;
    event.preventDefault();
  }

  private open(mark: HTMLElement): void {
    const ids = (mark.getAttribute("data-findings") || "").split(" ");
    const here = ids.map((id) => this.acting.findings.find((one) => one.id === id)).filter((one): one is Finding => one !== undefined);
    const finding = toOpen(here, this.acting.selected);
    if (finding) this.acting.select(finding, "mark");
  }

  private mend(place: HTMLElement | null): void {
    if (place) this.acting.mendAt(place.getAttribute("data-at")!);
  }
}
