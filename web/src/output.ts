import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { copyAsPage, copyOf } from "./copy";
import { asCsv, asJson, asMessage, asText, fileName } from "./formats";
import { outputWords } from "./output-words";
import type { Outcome } from "./record";
import { copyText, saveAs } from "./saving";
import type { Language } from "./words";

/** Whose report is taken away. */
export interface Source extends LitElement {
  language: Language;
  /** Null while there is no report, or while something else is to be printed. */
  readonly outcome: Outcome | null;
  say(notice: string): void;
}

/** The ways in which a report and its findings leave the page: paper, files, the clipboard. */
export class Output implements ReactiveController {
  private printed: HTMLElement | null = null;

  constructor(private readonly source: Source) {
    source.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("beforeprint", this.prepare);
    window.addEventListener("afterprint", this.tidy);
  }

  hostDisconnected(): void {
    window.removeEventListener("beforeprint", this.prepare);
    window.removeEventListener("afterprint", this.tidy);
    this.tidy();
  }

  /** Whatever is on the screen, all of the report goes to paper, with its marks and findings. */
  private readonly prepare = (): void => {
    this.tidy();
    const { outcome } = this.source;
    if (!outcome) return;
    this.printed = copyOf(outcome);
    this.printed.classList.add("for-print");
    (this.source.renderRoot as ShadowRoot).prepend(this.printed);
  };

  private readonly tidy = (): void => {
    if (this.printed) this.printed.remove();
    this.printed = null;
  };

  /** The menu; a plain disclosure, so that every key works as elsewhere. */
  get menu(): TemplateResult {
    const w = outputWords[this.source.language];
    const item = (name: string, words: string, act: (outcome: Outcome) => void): TemplateResult =>
      html`<li><button type="button" data-output=${name} @click=${(event: Event) => this.chosen(event, act)}>${words}</button></li>`;
    return html`<details class="output" @keydown=${closedByEscape} @focusout=${closedByLeaving}>
      <summary class="button">${w.menu}</summary>
      <ul>
        ${item("print", w.print, () => window.print())}
        ${item("page", w.page, (outcome) => this.save(fileName(outcome, "page", "html"), copyAsPage(outcome), "text/html"))}
        ${item("csv", w.csv, (outcome) => this.save(fileName(outcome, "csv", "csv"), asCsv(outcome), "text/csv"))}
        ${item("json", w.json, (outcome) => this.save(fileName(outcome, "json", "json"), asJson(outcome), "application/json"))}
        ${item("message", w.message, (outcome) => this.copy(asMessage(outcome)))}
        ${item("copy", w.copyText, ({ view }) => this.copy(view.text))}
        ${item("text", w.saveText, (outcome) => this.saveText(outcome))}
      </ul>
    </details>`;
  }

  /** The present text as a file. */
  saveText(outcome: Outcome): void {
    const kind = outcome.view.draft.changes.length ? "corrected" : "text";
    this.save(fileName(outcome, kind, "txt"), asText(outcome), "text/plain");
  }

  private chosen(event: Event, act: (outcome: Outcome) => void): void {
    const menu = (event.currentTarget as HTMLElement).closest("details")!;
    const { outcome } = this.source;
    menu.open = false;
    menu.querySelector("summary")!.focus();
    if (outcome) act(outcome);
  }

  private save(name: string, content: string, type: string): void {
    saveAs(name, content, type);
    this.source.say(outputWords[this.source.language].saved(name));
  }

  private copy(text: string): void {
    const w = outputWords[this.source.language];
    void copyText(text).then((done) => this.source.say(done ? w.copied : w.notCopied));
  }
}

function closedByEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== "Escape" || !menu.open) return;
  event.preventDefault();
  event.stopPropagation();
  menu.open = false;
  menu.querySelector("summary")!.focus();
}

function closedByLeaving(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  // A press on what takes no focus leaves to nowhere; one inside the menu stays.
  if (event.relatedTarget && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}
