import { html, LitElement, nothing, unsafeCSS, type PropertyDeclarations, type TemplateResult } from "lit";
import { Acting, type Desk } from "./acting";
import { aside } from "./aside";
import { changes } from "./changes";
import { Checking, type Asker } from "./checking";
import { checks } from "./checks";
import { spokenVerdict } from "./conclusion";
import { sheet, views } from "./desk";
import { Draft } from "./draft";
import { grown } from "./edits";
import { editor } from "./editor";
import { offers } from "./empty";
import type { Engine } from "./engine";
import { findings } from "./findings";
import { gradually, Printed } from "./gradually";
import { Input, type Taker } from "./input";
import { plain } from "./intake";
import { receivingWords } from "./intake-words";
import { Keeping } from "./keeping";
import { rulesDate } from "./edition";
import { Output, type Source } from "./output";
import { paper, sheetAt } from "./paper";
import { Pressing } from "./pressing";
import type { Outcome } from "./record";
import type { Report } from "./report";
import { sample } from "./sample";
import style from "./style.css";
import { unread } from "./unread";
import { verdict } from "./verdict";
import type { View } from "./view";
import { words, type Language, type Words } from "./words";

/** In UTF-16 units. The core needs up to two hundred times the memory of a text, and a tab has 2 GB or less for it. */
const tooMuchForSome = 2_000_000;

/** What may lie over the report: see manual.ts. */
export interface Reading {
  readonly isOpen: boolean;
  readonly page: TemplateResult | typeof nothing;
  leave(): void;
}

// Above this many characters typing waits for a pause before it is checked.
const instant = 40_000;

/**
 * `<gouji-checker>`: paste a report, see what cannot be true in it, and mend it.
 *
 * `whole-page` makes it take pastes, drops and keys from anywhere in the document, and keep the draft in the tab, as a
 * page of its own does. Fires `gouji-report` (detail: the report) after each check, and `gouji-rule` (detail: the rule,
 * cancelable) when a rule's page is asked for; its link goes where `rulesAt` says otherwise.
 *
 * page-checker.ts makes of it the checker of our own page, widget.ts the one for other people's.
 */
export class GoujiChecker extends LitElement implements Taker, Desk, Asker, Source {
  /** Where the core comes from, one engine for each element; each packaging of the element sets it once. */
  static engine: () => Promise<Engine>;
  static override styles = unsafeCSS(style);
  static override properties: PropertyDeclarations = {
    language: { type: String },
    wholePage: { type: Boolean, attribute: "whole-page" },
    report: { state: true },
    failure: { state: true },
    shown: { state: true },
    notice: { state: true },
    narrow: { state: true },
  };

  declare language: Language;
  declare wholePage: boolean;
  /** On the present text; null while there is none, or while it is being checked. */
  declare report: Report | null;
  declare protected failure: "cannotRun" | "tooMuch" | "broken" | null;
  declare shown: "paper" | "text";
  declare private notice: string;
  declare narrow: boolean;

  /** Classes that tell how wide the element is, where the window's width does not tell. */
  protected fit = "";

  /** The text, its edits, and what was set aside; everything else here only shows it. */
  readonly draft = new Draft();
  private timer = 0;
  private printed = new Printed();
  /** Beside a long report what stands below the verdict comes after what is on paper. */
  private below = new Printed();
  protected readonly acting: Acting = this.actions();
  private readonly pressing = new Pressing(this, this.acting);
  private readonly input = new Input(this);
  protected readonly checking = new Checking(this);
  /** The rule manual, in packagings that carry it. */
  protected manual: Reading | null = null;
  protected readonly output = new Output(this);
  private checkedAt = new Date();
  private readonly keeping = new Keeping(this);

  constructor() {
    super();
    this.language = "zh";
    this.wholePage = false;
    this.report = null;
    this.failure = null;
    this.shown = "paper";
    this.notice = "";
    this.narrow = false;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A page that Chromium saved complete brings along what the element showed then.
    if (this.shadowRoot) this.shadowRoot.textContent = "";
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.checking.engine) return;
    (this.constructor as typeof GoujiChecker).engine().then(
      (engine) => {
        this.checking.engine = engine;
        this.started(engine);
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

  /** The core is there. */
  protected started(_engine: Engine): void {}

  protected actions(): Acting {
    return new Acting(this);
  }

  get text(): string {
    return this.draft.text;
  }

  get version(): string {
    return this.checking.engine ? this.checking.engine.version : "";
  }

  // ---- what comes in

  /** Checks a text in place of the present one, which can be brought back. */
  check(text: string): void {
    const taken = plain(text);
    this.input.hush();
    if (this.manual) this.manual.leave();
    if (this.text && this.text !== taken) this.notice = words[this.language].replaced;
    this.draft.load(taken);
    this.begin();
  }

  clear(): void {
    this.check("");
    this.notice = this.draft.canBringBack ? words[this.language].cleared : "";
  }

  private bringBack(): void {
    this.draft.bringBack();
    this.notice = "";
    this.begin();
  }

  /** Another text, read from its beginning. */
  private begin(): void {
    const isAbove = this.getBoundingClientRect().top < 0; // asked now, while nothing waits to be laid out
    this.shown = "paper";
    this.printed = new Printed();
    this.below = new Printed();
    if (this.text.length >= instant) this.below.all++;
    this.printed.pause = 90; // the list comes before
    this.acting.reset();
    this.recheck();
    void this.startAtTop(isAbove);
  }

  /** What the text area holds after a keystroke. */
  edited(text: string): void {
    const area = this.area();
    if (!this.draft.typed(text, area ? area.selectionEnd : text.length)) return;
    this.notice = "";
    this.shown = this.input.pastedOver ? "paper" : "text";
    if (this.input.pastedOver) void this.startAtTop(this.getBoundingClientRect().top < 0);
    this.input.pastedOver = false;
    if (text.length < instant) return this.recheck();
    clearTimeout(this.timer);
    this.settle(null); // its spans are no longer true
    this.timer = window.setTimeout(() => this.recheck(), 300);
  }

  say(notice: string): void {
    this.notice = notice;
  }

  saveText(): void {
    if (this.outcome) this.output.saveText(this.outcome);
  }

  // ---- checking

  recheck(): void {
    clearTimeout(this.timer);
    // What is long comes later: until then there is no report, for the spans of the old one are no longer true.
    if (!this.checking.check(this.text)) this.settle(null);
  }

  checked(report: Report): void {
    this.failure = null;
    this.checkedAt = new Date();
    this.settle(report);
  }

  failed(error: unknown): void {
    console.error(error);
    this.settle(null);
    // The core gives up where memory ends, and some engines do so by a fault of their own.
    this.failure = this.text.length > tooMuchForSome ? "tooMuch" : "broken";
  }

  private settle(report: Report | null): void {
    this.report = report;
    this.acting.settle(report);
    this.keeping.changed();
    this.requestUpdate();
    if (report) this.dispatchEvent(new CustomEvent("gouji-report", { detail: report, bubbles: true, composed: true }));
  }

  walk(step: 1 | -1): void {
    if (!this.reading) this.acting.walk(step);
  }

  // ---- what is shown

  /** Of a long text the report is taken in first; what is seen of it is made in a task of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.text.length >= instant) await new Promise((resolve) => setTimeout(resolve));
    super.scheduleUpdate();
  }

  /** A new report is read from its beginning; and the keyboard is not left on a text area that has gone. */
  protected async startAtTop(isAbove: boolean): Promise<void> {
    const area = this.area();
    const typed = area !== null && (this.renderRoot as ShadowRoot).activeElement === area;
    await this.updateComplete;
    if (isAbove) this.scrollIntoView();
    const side = this.renderRoot.querySelector(".side");
    if (side) side.scrollTop = 0;
    const button = this.renderRoot.querySelector<HTMLElement>(".views [aria-pressed=true]");
    if (typed && !this.area() && button) button.focus({ preventScroll: true });
  }

  area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector(".editor textarea");
  }

  printAt(place: number): void {
    if (this.report) this.printed.ask(sheetAt(this.text, this.report, place));
  }

  get outcome(): Outcome | null {
    if (!this.report || this.reading) return null;
    return { view: this.viewed(this.report), version: this.version, rules: rulesDate, when: this.checkedAt };
  }

  /** Whether the manual lies over the report. */
  private get reading(): boolean {
    return this.manual !== null && this.manual.isOpen;
  }

  /** Whether the text belongs to someone else's page, where nothing of it can be changed. */
  get fixed(): boolean {
    return false;
  }

  /** What a rule's id follows in the address of its page; null where there is none. */
  protected get rulesAt(): string | null {
    return "#rule/";
  }

  protected viewed(report: Report): View {
    const { acting, draft, language, narrow } = this;
    return {
      text: this.text,
      report,
      draft,
      language,
      narrow,
      w: words[language],
      changed: draft.changes.map((change) => grown(change, draft.original).to),
      findings: acting.findings,
      listed: acting.listed,
      aside: acting.aside,
      filter: acting.filter,
      selected: acting.selected,
      pointed: acting.pointed,
      editing: acting.editing,
      asking: acting.asking,
      lately: acting.lately,
      rulesAt: this.rulesAt,
      fixed: this.fixed,
      unfolded: acting.unfolded,
      act: acting,
    };
  }

  /** What the element says of itself. */
  protected get words(): Words {
    return words[this.language];
  }

  override render(): TemplateResult {
    const { language, text, words: w } = this;
    const view = this.report && this.viewed(this.report);
    const empty = text === "";
    // One desk for every state: the text area must stay the same node while someone types the first character.
    return html`<div class="checker ${this.fit} ${empty ? "is-empty" : ""} ${this.reading ? "reading" : ""}" lang=${language === "zh" ? "zh-Hans" : "en"}>
      ${this.failure ? html`<p class="failure" part="failure" role="alert">${w[this.failure]}</p>` : nothing}
      ${this.manual ? this.manual.page : nothing}${this.toolbar(w, empty)}
      <p class="spoken" role="status">${view ? `${this.acting.said}${spokenVerdict(view.report, language, view.aside.map(({ finding }) => finding))}` : ""}</p>
      <div class="notice" role="status">${this.input.message}${this.notice ? html`<span>${this.notice}${this.restoreButton(w)}</span>` : nothing}</div>
      <div class="desk">
        <div class="side">${empty ? offers(w) : this.side(w, view)}</div>
        <div class="report">
          ${this.checking.isBusy ? this.checking.beginning : this.shown === "paper" && view
            ? paper(view, this.printed, this.pressing.pressed)
            : editor({ text, w, view, edited: (changed) => this.edited(changed) })}
        </div>
      </div>
      ${view ? sheet(view) : nothing}
      ${this.input.dragging ? html`<div class="drop" aria-hidden="true">${receivingWords[language].drop}</div>` : nothing}
    </div>`;
  }

  protected side(w: Words, view: View | null): TemplateResult | typeof nothing {
    if (this.checking.isBusy) return this.checking.words;
    if (!view) return this.failure ? nothing : html`<p class="starting">${w.starting}</p>`;
    const rest = (): unknown => this.below.isComplete
      ? [changes(view), findings(view), unread(view), view.aside.length ? aside(view) : nothing, checks(view), view.aside.length ? nothing : aside(view)]
      : nothing;
    return html`${verdict(view)}${gradually(this.below, rest)}`;
  }

  private toolbar(w: Words, empty: boolean): TemplateResult {
    return html`<div class="toolbar" part="toolbar">
      ${empty ? html`<h2>${w.invite}</h2>` : views(w, this.shown, (shown) => (this.shown = shown))}
      <p class="hint how">${!empty && this.shown === "paper" ? w.mendHow : nothing}</p>
      <div class="actions">
        ${this.openButton(w)}
        <button type="button" @click=${() => this.check(sample)}>${w.sample}</button>
        ${this.report ? this.output.menu : nothing}
        ${empty ? nothing : html`<button type="button" @click=${() => this.clear()}>${w.clear}</button>`}
      </div>
    </div>`;
  }

  private openButton(w: Words): TemplateResult {
    const opened = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      void this.input.open(Array.from(input.files || [])).then(() => (input.value = ""));
    };
    return html`<label class="button">
      <input type="file" class="spoken" accept=".docx,.txt,.html,.htm,.md,.csv,text/plain,text/html" @change=${opened} />${w.open}
    </label>`;
  }

  private restoreButton(w: Words): TemplateResult | typeof nothing {
    if (!this.draft.canBringBack) return nothing;
    return html`<button type="button" class="plain" @click=${() => this.bringBack()}>${w.restore}</button>`;
  }
}
