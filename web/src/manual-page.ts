import { html, nothing, type TemplateResult } from "lit";
import { rulesDate } from "./edition";
import { around, hasRulePages, rulePage, rulePages, searched, type Example, type Paste, type RuleFacts, type RulePage } from "./manual-data";
import { manualWords } from "./manual-words";
import type { Severity } from "./report";
import { severityWords, type Language } from "./words";

export interface ManualView {
  /** The rule that is open; empty for the contents alone. */
  id: string;
  query: string;
  language: Language;
  /** Whether there is a report to go back to. */
  report: boolean;
  facts: RuleFacts[];
  search(query: string): void;
  close(): void;
  /** Goes to another page; an empty id goes to the contents. */
  go(id: string, event: Event): void;
}

/** The manual in place of the report: contents with a search field, and the page of one rule. */
export function manualPage(view: ManualView): TemplateResult {
  const w = manualWords[view.language];
  const page = view.id ? rulePage(view.id) : undefined;
  return html`<section class="manual ${view.id ? "at-rule" : ""}" aria-labelledby="manual-head" @keydown=${(event: KeyboardEvent) => {
      // An input method takes Escape for itself while it composes.
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      view.close();
    }}>
    <div class="manual-bar">
      <h2 id="manual-head" tabindex="-1">${w.title}</h2>
      <p>${w.edition(rulesDate)}</p>
      <button type="button" class="manual-back" @click=${() => view.close()}>${view.report ? w.back : w.backToStart}<kbd aria-hidden="true">Esc</kbd></button>
    </div>
    <div class="manual-desk">
      ${contents(view)}
      <div class="manual-text">
        ${view.id
          ? html`<p class="manual-up"><a href="#rules" @click=${(event: Event) => view.go("", event)}>${w.all}</a></p>
              ${page ? rule(view, page) : hasRulePages() ? html`<p>${w.unknown(view.id)}</p>` : nothing}`
          : html`<p class="manual-none">${w.searchHint}</p>`}
      </div>
    </div>
  </section>`;
}

function contents(view: ManualView): TemplateResult {
  const w = manualWords[view.language];
  const found = searched(view.query);
  const groups = (["error", "warning", "advice"] as Severity[])
    .map((severity) => ({ severity, pages: found.filter(({ id }) => severityOf(view, id) === severity) }))
    .filter(({ pages }) => pages.length > 0);
  return html`<nav class="manual-list" aria-label=${w.list}>
    <label for="manual-search">${w.search}</label>
    <input id="manual-search" type="search" autocomplete="off" spellcheck="false" placeholder=${w.searchHint} .value=${view.query}
      @input=${(event: InputEvent) => view.search((event.target as HTMLInputElement).value)} />
    <p class="hint" role="status">${found.length ? w.count(found.length, rulePages().length) : hasRulePages() ? w.none : nothing}</p>
    ${groups.map(
      ({ severity, pages }) => html`<h3 class="${severity}">${severityWords[severity][view.language]}</h3>
        <ul>
          ${pages.map((page) => entry(view, page))}
        </ul>`,
    )}
  </nav>`;
}

function entry(view: ManualView, page: RulePage): TemplateResult {
  return html`<li>
    <a href="#rule/${page.id}" aria-current=${page.id === view.id ? "page" : nothing} @click=${(event: Event) => view.go(page.id, event)}>${page.title[view.language]}</a>
    ${view.query.trim() ? html`<small>${around(page, view.query, view.language)}</small>` : nothing}
  </li>`;
}

/** The core knows how grave a rule usually is. */
function severityOf({ facts }: ManualView, id: string): Severity {
  const fact = facts.find((one) => one.id === id);
  return fact ? fact.severity : "advice";
}

function rule(view: ManualView, page: RulePage): TemplateResult {
  const { language } = view;
  const w = manualWords[language];
  const severity = severityOf(view, page.id);
  const part = (head: string, content: unknown): TemplateResult => html`<h4>${head}</h4>${content}`;
  const paragraphs = (list: RulePage["what"]): TemplateResult[] => list.map((words) => html`<p>${words[language]}</p>`);
  return html`<article class="rule" lang=${language === "zh" ? "zh-Hans" : "en"}>
    <h3 tabindex="-1">${page.title[language]}</h3>
    <p class="rule-facts"><span class="tag ${severity}">${severityWords[severity][language]}</span>${w.id} <code>${page.id}</code></p>
    ${part(w.what, paragraphs(page.what))}
    ${part(w.why, paragraphs(page.why))}
    ${part(w.basis, paragraphs(page.basis))}
    ${part(w.examples, page.examples.map((example) => exampleOf(example, language)))}
  </article>`;
}

function exampleOf({ words, pastes }: Example, language: Language): TemplateResult {
  const w = manualWords[language];
  return html`<p>${words[language]}</p>
    ${pastes.map(
      (paste) => html`<figure class=${paste.flagged ? "flagged" : "silent"}>
        <figcaption>${paste.flagged ? w.flagged : w.silent}</figcaption>
        <pre lang="zh-Hans" tabindex="0">${lines(paste, language)}</pre>
        ${paste.elsewhere.length ? html`<p class="hint">${w.elsewhere(paste.elsewhere.map((place) => place.replace("⟦⟧", "…")))}</p>` : nothing}
      </figure>`,
    )}`;
}

function lines({ text }: Paste, language: Language): TemplateResult[] {
  return text.split("\n").map((line, index) => {
    const out = line.startsWith("- ");
    const words = marked(out ? line.slice(2) : line, language);
    return html`${index > 0 ? "\n" : ""}${out ? html`<s>${words}</s> ${manualWords[language].leftOut}` : words}`;
  });
}

/** ⟦21→12⟧ as a mark with what must be there beside it. */
function marked(line: string, language: Language): (TemplateResult | string)[] {
  return line.split(/(⟦[^⟧]*⟧)/).map((part) => {
    if (!part.startsWith("⟦")) return part;
    const [words, value] = part.slice(1, -1).split("→") as [string, string | undefined];
    const expected = value === undefined ? nothing : html`<small>${manualWords[language].shouldBe(value)}</small>`;
    return html`<mark class=${words ? "" : "empty"}>${words}</mark>${expected}`;
  });
}
