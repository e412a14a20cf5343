import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from "lit";
import { checks } from "./checks";
import type { Core } from "./core";
import { Draft } from "./draft";
import { editor } from "./editor";
import { offers } from "./empty";
import { findings, inShort } from "./findings";
import { Input, type Taker } from "./input";
import { fromFile, plain } from "./intake";
import { paper } from "./paper";
import type { Finding, Report, Span } from "./report";
import { sample } from "./sample";
import style from "./style.css";
import { verdict } from "./verdict";
import { spokenVerdict, words, type Language, type Words } from "./words";

// Above this many characters a check is no longer instant, and typing waits for a pause.
const instant = 200_000;

/**
 * `<gouji-checker>`: paste a report, see what cannot be true in it.
 *
 * `whole-page` makes it take pastes, drops and F8 from anywhere in the document, as a page of its own does.
 * Fires `gouji-report` (detail: the report) after each check.
 */
export class GoujiChecker extends LitElement implements Taker {
  /** Where the core comes from; each packaging of the element sets it once. */
  static core: () => Promise<Core>;
  static override styles = unsafeCSS(style);
  static override properties = {
    language: { type: String },
    wholePage: { type: Boolean, attribute: "whole-page" },
    report: { state: true },
    failure: { state: true },
    selectedId: { state: true },
    pointed: { state: true },
    view: { state: true },
    notice: { state: true },
  };

  declare language: Language;
  declare wholePage: boolean;
  declare report: Report | null;
  declare private failure: "cannotRun" | "broken" | null;
  declare private selectedId: string | null;
  /** What was asked for in the list of what was checked; never together with a selected finding. */
  declare private pointed: Span[];
  declare private view: "paper" | "text";
  declare private notice: string;

  /** The text, its edits, and what was set aside; everything else here only shows it. */
  readonly draft = new Draft();
  private core: Core | null = null;
  private timer = 0;
  private readonly input = new Input(this);

  constructor() {
    super();
    this.language = "zh";
    this.wholePage = false;
    this.report = null;
    this.failure = null;
    this.selectedId = null;
    this.pointed = [];
    this.view = "paper";
    this.notice = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.core) return;
    GoujiChecker.core().then(
      (core) => {
        this.core = core;
        this.recheck();
        this.requestUpdate();
      },
      () => (this.failure = "cannotRun"),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  get text(): string {
    return this.draft.text;
  }

  /** Checks a text in place of the present one, which can be brought back. */
  check(text: string): void {
    const taken = plain(text);
    if (this.text && this.text !== taken) this.notice = words[this.language].replaced;
    this.draft.load(taken);
    this.view = "paper";
    this.selectedId = null;
    this.recheck();
    void this.startAtTop();
  }

  clear(): void {
    this.check("");
    this.notice = this.draft.canBringBack ? words[this.language].cleared : "";
  }

  get version(): string {
    return this.core ? this.core.version : "";
  }

  private recheck(): void {
    clearTimeout(this.timer);
    this.report = null;
    this.pointed = [];
    this.requestUpdate();
    if (!this.core || !this.text) return;
    try {
      this.report = this.core.check(this.text);
      this.draft.checked(this.report);
      this.failure = null;
    } catch (error) {
      console.error(error);
      this.failure = "broken";
      return;
    }
    this.dispatchEvent(new CustomEvent("gouji-report", { detail: this.report, bubbles: true, composed: true }));
  }

  edited(text: string): void {
    const area = this.area();
    if (!this.draft.typed(text, area ? area.selectionEnd : text.length)) return;
    this.notice = "";
    this.view = this.input.pastedOver ? "paper" : "text";
    if (this.input.pastedOver) void this.startAtTop();
    this.input.pastedOver = false;
    if (text.length < instant) this.recheck();
    else {
      clearTimeout(this.timer);
      this.report = null; // its spans are no longer true
      this.pointed = [];
      this.requestUpdate();
      this.timer = window.setTimeout(() => this.recheck(), 300);
    }
  }

  /** A new report is read from its beginning; and the keyboard is not left on a text area that has gone. */
  private async startAtTop(): Promise<void> {
    const area = this.area();
    const typed = area !== null && (this.renderRoot as ShadowRoot).activeElement === area;
    await this.updateComplete;
    if (this.getBoundingClientRect().top < 0) this.scrollIntoView();
    const button = this.renderRoot.querySelector<HTMLElement>(".views [aria-pressed=true]");
    if (typed && !this.area() && button) button.focus({ preventScroll: true });
  }

  /** Reads a file that was chosen or dropped, and checks it. */
  async opened(file: File): Promise<void> {
    const w = words[this.language];
    const taken = await fromFile(file).catch(() => ({ refused: "unsupported" as const, name: file.name }));
    if ("text" in taken) this.check(taken.text);
    else this.notice = taken.refused === "empty" ? w.emptyFile(taken.name) : w.unsupported(taken.name);
  }

  // ---- walking through the findings

  /** F8 and Shift+F8: to the next or previous finding, round and round. */
  walk(step: 1 | -1): void {
    const list = this.report ? this.report.findings : [];
    if (list.length === 0) return;
    const at = list.findIndex((finding) => finding.id === this.selectedId);
    const next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
    void this.select(list[next]!, true);
  }

  /** Lights a finding and brings its figure into sight; `focus` also moves the keyboard there. */
  private async select(finding: Finding, focus = false): Promise<void> {
    this.selectedId = finding.id;
    this.pointed = [];
    await this.updateComplete;
    const item = this.renderRoot.querySelector<HTMLElement>(`[data-item="${CSS.escape(finding.id)}"]`);
    // The list scrolls by itself beside the report; only there may it be moved too.
    const list = item && (item.closest(".side") as HTMLElement);
    if (list && list.scrollHeight > list.clientHeight) item.scrollIntoView({ block: "nearest" });
    this.bringIntoSight(finding.span, `[data-findings~="${CSS.escape(finding.id)}"]`, focus);
  }

  /** Lights places of the report and brings the first into sight. */
  private async point(spans: Span[]): Promise<void> {
    this.selectedId = null;
    this.pointed = spans;
    await this.updateComplete;
    this.bringIntoSight(spans[0]!, ".pointed", false);
  }

  private bringIntoSight(span: Span, place: string, focus: boolean): void {
    const mark = this.renderRoot.querySelector<HTMLElement>(`.report ${place}`);
    const area = this.area();
    if (area && this.view === "text") {
      if (focus) area.focus({ preventScroll: true });
      area.setSelectionRange(span.start, span.end);
    } else if (mark && focus) {
      mark.focus({ preventScroll: true });
    }
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (mark) mark.scrollIntoView({ block: "center", inline: "center", behavior: calm ? "auto" : "smooth" });
  }

  area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  // ---- what is shown

  override render(): TemplateResult {
    const w = words[this.language];
    const { report, language, pointed } = this;
    const empty = this.text === "";
    const selected = this.selected();
    const select = (finding: Finding): void => void this.select(finding);
    // One desk for every state: the text area must stay the same node while someone types the first character.
    return html`<div class="checker ${empty ? "is-empty" : ""}" lang=${language === "zh" ? "zh-Hans" : "en"}>
      ${this.failure ? html`<p class="failure" role="alert">${w[this.failure]}</p>` : nothing}
      ${this.toolbar(w, empty)}
      <p class="spoken" role="status">${report ? spokenVerdict(report, language) : ""}</p>
      <div class="notice" role="status">${this.notice ? html`<span>${this.notice}${this.restoreButton(w)}</span>` : nothing}</div>
      <div class="desk">
        <div class="side">${empty ? offers(w) : this.side(w, select)}</div>
        <div class="report">
          ${this.view === "paper" && report
            ? paper({ text: this.text, report, selected, pointed, language, select })
            : editor({ text: this.text, report, selected, pointed, language, edited: (changed) => this.edited(changed) })}
        </div>
      </div>
      ${report && selected ? this.walker(w, report, selected) : pointed[0] ? this.wayBack(w, pointed[0]) : nothing}
      ${this.input.dragging ? html`<div class="drop" aria-hidden="true">${w.drop}</div>` : nothing}
    </div>`;
  }

  private toolbar(w: Words, empty: boolean): TemplateResult {
    return html`<div class="toolbar">
      ${empty
        ? html`<h2>${w.invite}</h2>`
        : html`<div class="views" role="group" aria-label=${w.views}>
            ${this.viewButton("paper", w.paperView)}${this.viewButton("text", w.textView)}
          </div>`}
      <div class="actions">
        ${this.openButton(w)}
        <button type="button" @click=${() => this.check(sample)}>${w.sample}</button>
        ${empty ? nothing : html`<button type="button" @click=${() => this.clear()}>${w.clear}</button>`}
      </div>
    </div>`;
  }

  private side(w: Words, select: (finding: Finding) => void): TemplateResult | typeof nothing {
    const { report, language } = this;
    if (!report) return this.failure ? nothing : html`<p class="starting">${w.starting}</p>`;
    return html`${verdict(report, language)}
    ${findings({ text: this.text, report, selected: this.selected(), language, select })}
    ${checks({ text: this.text, report, pointed: this.pointed, language, point: (spans) => void this.point(spans) })}`;
  }

  /** On narrow screens the list is far from the figure: a bar keeps the way back and onward at hand. */
  private walker(w: Words, report: Report, selected: Finding): TemplateResult {
    const at = report.findings.indexOf(selected) + 1;
    return html`<nav class="walker" aria-label=${w.findings}>
      <p>${inShort(report, selected, this.language)}</p>
      <button type="button" @click=${() => this.walk(-1)}>${w.previous}</button>
      <button type="button" class="plain" @click=${() => this.backToList()}>${w.backToList} ${at}/${report.findings.length}</button>
      <button type="button" @click=${() => this.walk(1)}>${w.next}</button>
    </nav>`;
  }

  /** The same for words that were pointed at. */
  private wayBack(w: Words, { start, end }: Span): TemplateResult {
    return html`<nav class="walker" aria-label=${w.checks}>
      <p>${this.text.slice(start, end)}</p>
      <button type="button" class="plain" @click=${() => this.backToList()}>${w.backToList}</button>
    </nav>`;
  }

  private selected(): Finding | null {
    return (this.report && this.report.findings.find(({ id }) => id === this.selectedId)) || null;
  }

  private viewButton(view: "paper" | "text", label: string): TemplateResult {
    return html`<button type="button" aria-pressed=${this.view === view ? "true" : "false"} @click=${() => (this.view = view)}>${label}</button>`;
  }

  private openButton(w: Words): TemplateResult {
    const opened = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const file = input.files && input.files[0];
      if (file) void this.opened(file).then(() => (input.value = ""));
    };
    return html`<label class="button">
      <input type="file" class="spoken" accept=".txt,.html,.htm,text/plain,text/html" @change=${opened} />${w.open}
    </label>`;
  }

  private restoreButton(w: Words): TemplateResult | typeof nothing {
    if (!this.draft.canBringBack) return nothing;
    return html`<button type="button" class="plain" @click=${() => this.bringBack()}>${w.restore}</button>`;
  }

  private bringBack(): void {
    this.draft.bringBack();
    this.view = "paper";
    this.selectedId = null;
    this.notice = "";
    this.recheck();
    void this.startAtTop();
  }

  private backToList(): void {
    const item = this.renderRoot.querySelector<HTMLElement>(".finding[aria-expanded=true], .words[aria-pressed=true]");
    if (!item) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  }
}
