import { html, nothing, unsafeCSS, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit";
import { Acting } from "./acting";
import type { Article } from "./article";
import { GoujiChecker } from "./checker";
import { checks } from "./checks";
import { verdict as verdictInWords } from "./conclusion";
import { sheet } from "./desk";
import { newEngine } from "./engines";
import { findings } from "./findings";
import { plain } from "./intake";
import { expectedInWords } from "./marked";
import { marksOf, toOpen } from "./marks";
import { OnPage } from "./onpage";
import type { Finding, Report, Span } from "./report";
import { unread } from "./unread";
import { verdict } from "./verdict";
import type { View } from "./view";
import { widgetWords } from "./widget-words";
import { severityWords, words, type Language, type Words } from "./words";
import style from "./widget.css";

/** Widths (px) at which the layout changes: those of the media queries in the style sheets, see widget.mjs. */
const widths = [1020, 900, 720];

/** On a page that is not ours, a finding is brought into sight there. */
class ActingOnPage extends Acting {
  protected override bringIntoSight(span: Span, find: () => HTMLElement | null, focused: boolean): void {
    const { onPage, fixed } = this.desk as EmbeddedChecker;
    if (!fixed) return super.bringIntoSight(span, find, focused);
    onPage.bringIntoSight({ ...span, finding: null, role: "main" });
  }

  /** The list may be folded away. */
  override backToList(): void {
    const desk = this.desk as EmbeddedChecker;
    if (desk.fixed) desk.collapsed = false;
    void desk.updateComplete.then(() => super.backToList());
  }
}

/**
 * `<gouji-checker>` inside other people's pages: a box to paste a report into, or with `for="#article"` a verdict on the
 * article that stands on the page, whose figures it marks there without changing the page.
 *
 * Attributes, each with a property of the same name unless it says otherwise:
 * - `for`: a selector of the element that holds the article; in that case nothing can be pasted or edited.
 * - `language`: `zh` (also for anything unknown) or `en`.
 * - `theme`: `light` (also if absent), `dark`, or `auto`, which follows the system.
 * - `text` (property: `initialText`): what is checked first.
 * - `collapsed`: only the verdict, or a line to open the paste box.
 * - `rules`: the address of a page with the rule manual (our index.html); findings then link to it.
 *
 * Methods: `check(text)`, `refresh()` (reads the article again), `clear()`. Read-only: `report`, `text`, `version`.
 */
export class EmbeddedChecker extends GoujiChecker {
  static override engine = newEngine;
  static override styles = unsafeCSS(style);
  static override properties: PropertyDeclarations = {
    language: { converter: (value: string | null): Language => (value === "en" ? "en" : "zh") },
    for: { type: String },
    theme: { type: String, reflect: true },
    initialText: { attribute: "text" },
    collapsed: { type: Boolean, reflect: true },
    rules: { type: String },
    missing: { state: true },
  };

  declare for: string | null;
  declare theme: string | null;
  declare initialText: string | null;
  declare collapsed: boolean;
  declare rules: string | null;
  /** The article is not on the page. */
  declare private missing: boolean;

  readonly onPage = new OnPage(this);
  private measuring: ResizeObserver | null = null;

  constructor() {
    super();
    this.for = null;
    this.theme = null;
    this.initialText = null;
    this.collapsed = false;
    this.rules = null;
    this.missing = false;
  }

  protected override actions(): Acting {
    return new ActingOnPage(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.measure();
    if (typeof ResizeObserver === "function") {
      this.measuring = new ResizeObserver(() => this.measure());
      this.measuring.observe(this);
    }
    if (this.hasUpdated && this.fixed) this.refresh();
    else if (this.hasUpdated && this.text) this.recheck();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.measuring) this.measuring.disconnect();
    this.measuring = null;
    if (this.checking.engine) this.checking.engine.end();
  }

  private measure(): void {
    const { width } = this.getBoundingClientRect();
    const fit = widths.filter((one) => width > 0 && width <= one).map((one) => `upto-${one}`).join(" ");
    if (fit === this.fit) return;
    this.fit = fit;
    this.narrow = fit !== "";
    this.requestUpdate();
  }

  // ---- what comes in

  override get fixed(): boolean {
    return this.for !== null;
  }

  protected override get rulesAt(): string | null {
    return this.rules === null ? null : `${this.rules}#rule/`;
  }

  override check(text: string): void {
    this.onPage.leave(); // these are no longer the page's words
    this.missing = false;
    super.check(text);
  }

  /** Reads the article of the page again. It follows changes by itself; this is for an article that came late. */
  refresh(): void {
    if (this.fixed) this.onPage.read();
  }

  override clear(): void {
    super.clear();
    if (this.fixed) this.say("");
  }

  articleRead(article: Article | null): void {
    this.missing = article === null;
    const text = article ? article.text : "";
    if (text === this.text && this.report) this.requestUpdate(); // the same words in other places
    else this.load(text);
  }

  markPressed(found: Finding[]): void {
    const next = toOpen(found, this.acting.selected);
    if (next && next !== this.acting.selected) this.acting.select(next, "caret"); // it is in sight already
  }

  private load(text: string): void {
    this.draft.load(plain(text));
    this.acting.reset();
    this.recheck();
  }

  /** A host page is not moved about, unless someone has put a text in. */
  protected override async startAtTop(isAbove: boolean): Promise<void> {
    if ((this.renderRoot as ShadowRoot).activeElement) await super.startAtTop(isAbove);
  }

  // ---- what is shown

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("for" as keyof EmbeddedChecker)) {
      if (this.fixed) this.onPage.read();
      else if (changed.get("for" as keyof EmbeddedChecker)) this.onPage.leave();
    }
    if (changed.has("initialText" as keyof EmbeddedChecker) && this.initialText !== null && !this.fixed) this.load(this.initialText);
  }

  override updated(): void {
    if (!this.fixed) return;
    const view = this.report && this.isConnected ? this.viewed(this.report) : null;
    if (!view || isEmpty(view.report)) return this.onPage.clear();
    const { selected } = view;
    this.onPage.paint(marksOf(view), selected, selected ? labelOf(view, selected) : "");
  }

  protected override viewed(report: Report): View {
    const view = super.viewed(report);
    return this.fixed ? { ...view, narrow: true } : view; // the card lies over the page, beside the figure
  }

  protected override get words(): Words {
    return { ...super.words, inviteHere: widgetWords[this.language].pasteHere };
  }

  override render(): TemplateResult {
    const w = widgetWords[this.language];
    if (this.failure === "cannotRun") {
      return this.frame(html`<p class="failure" part="failure" role="note">${widgetWords.zh.cannotRun}<span lang="en"> ${widgetWords.en.cannotRun}</span></p>`);
    }
    if (this.fixed) return this.bar();
    if (!this.collapsed) return super.render();
    return this.frame(html`<div class="bar" part="bar">
      <p class="name"><b lang="zh-Hans">${widgetWords.zh.name}</b> ${w.paste}</p>
      <button type="button" aria-expanded="false" @click=${() => (this.collapsed = false)}>${w.show}</button>
    </div>`);
  }

  private frame(content: TemplateResult): TemplateResult {
    return html`<div class="checker embedded ${this.fit}" lang=${this.language === "zh" ? "zh-Hans" : "en"}>${content}</div>`;
  }

  /** The verdict on the page's article, and if unfolded what it rests on. */
  private bar(): TemplateResult {
    const w = widgetWords[this.language];
    const view = this.report && this.viewed(this.report);
    const open = view !== null && !this.collapsed && !isEmpty(view.report);
    return this.frame(html`<section class="bar ${view && !isEmpty(view.report) ? verdictInWords(view.report, this.language).tone : ""} ${open ? "open" : ""}" part="bar" aria-label=${w.verdict}>
        <p class="name"><b lang="zh-Hans">${widgetWords.zh.name}</b></p>
        <div class="said" role="status">${view ? (isEmpty(view.report) ? html`<p class="line">${w.nothing}</p>` : verdict(view)) : this.waiting()}</div>
        ${view && !isEmpty(view.report) ? this.controls(view) : nothing}
      </section>
      ${open && view ? html`<div class="side" part="details">${findings(view)}${unread(view)}${checks(view)}</div>` : nothing}
      ${view ? sheet(view) : nothing}`);
  }

  private controls(view: View): TemplateResult {
    const w = words[this.language];
    const own = widgetWords[this.language];
    return html`<div class="row controls">
      ${view.findings.length > 0
        ? html`<button type="button" @click=${() => this.walk(-1)}>${w.previous}</button>
            <button type="button" class="main" @click=${() => this.walk(1)}>${w.next}</button>`
        : nothing}
      <button type="button" class="fold" aria-expanded=${this.collapsed ? "false" : "true"} @click=${() => (this.collapsed = !this.collapsed)}>
        ${this.collapsed ? own.show : own.hide}
      </button>
    </div>`;
  }

  /** In place of a verdict, while there is none. */
  private waiting(): TemplateResult {
    const w = widgetWords[this.language];
    if (this.missing) return html`<p>${w.noArticle(this.for || "")}</p>`;
    if (this.failure) return html`<p>${words[this.language][this.failure]}</p>`;
    if (this.checking.isBusy) return this.checking.words;
    if (!this.checking.engine || this.text) return html`<p>${words[this.language].starting}</p>`;
    return html`<p>${w.unread}</p><button type="button" @click=${() => this.refresh()}>${w.read}</button>`;
  }
}

/** Nothing was recognised: an article that is no report. */
const isEmpty = ({ checks: { list }, sections, tables }: Report): boolean => list.length + sections.length + tables.length === 0;

/** Beside the selected figure: what it should be, or what is the matter. */
function labelOf(view: View, finding: Finding): string {
  return expectedInWords(view, finding) || `${severityWords[finding.severity][view.language]}：${finding.title[view.language]}`;
}
