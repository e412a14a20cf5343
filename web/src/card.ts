import { html, nothing, type TemplateResult } from "lit";
import { formOf, placeInWords } from "./forms";
import { formulasOf, type Formula, type Side } from "./formula";
import { reasons, type Reason } from "./ignored";
import { clipped, isNumber } from "./marked";
import type { Finding, Related } from "./report";
import { suggestionsOf, type Suggestion } from "./suggestions";
import type { View } from "./view";
import { reasonWords, severityWords } from "./words";

/** All that is to be said of one finding, and all that can be done about it. */
export function card(view: View, finding: Finding): TemplateResult {
  const { w, language } = view;
  const formulas = formulasOf(view.text, view.report, finding, language);
  const suggestions = suggestionsOf(view.text, view.report, finding, language);
  const advice = finding.advice && finding.advice[language];
  const deeds = view.asking === finding ? whyIgnored(view, finding) : buttons(view, finding, suggestions);
  return html`<div class="card" part="card" tabindex="-1" role="group" aria-label=${w.cardOf(finding.title[language])}>
    ${figures(view, finding, suggestions)}${suggestions.length === 1 ? deeds : nothing}
    ${formulas.length && finding.relations && finding.relations.length
      ? nothing // the sums say the same, and clearer
      : html`<p class="message">${finding.message[language]}</p>`}
    ${sums(view, formulas)}${formulas.length ? nothing : places(view, finding)}
    ${advice ? html`<p class="advice">${advice}</p>` : nothing}${suggestions.length === 1 ? nothing : deeds}
    <p class="basis">
      ${finding.basis ? html`<span class="term">${w.basis}</span><span lang="zh-Hans">${finding.basis}</span> ` : nothing}
      ${view.rulesAt === null ? nothing : ruleLink(view, view.rulesAt, finding)}
    </p>
  </div>`;
}

function ruleLink({ w, act }: View, rulesAt: string, { rule }: Finding): TemplateResult {
  const elsewhere = !rulesAt.startsWith("#");
  return html`<a href=${rulesAt + rule} target=${elsewhere ? "_blank" : nothing} rel=${elsewhere ? "noopener" : nothing} @click=${(event: Event) => act.rule(rule, event)}>${w.rulePage}</a>`;
}

/** The two figures, what stands and what must. */
function figures(view: View, finding: Finding, suggestions: Suggestion[]): TemplateResult | typeof nothing {
  const { w } = view;
  const one = suggestions.length === 1 ? suggestions[0]! : null;
  const expected = one && one.text.trim() ? one.text.trim() : isNumber(finding.expected) ? String(finding.expected) : "";
  const stands = one ? one.was : view.text.slice(finding.span.start, finding.span.end);
  if (!expected || expected.length > 24) return nothing;
  return html`<p class="figures">
    <span>${w.stands} <b class="was">${clipped(stands, 24) || w.blank}</b></span>
    <span>${w.shouldBe} <b class="is">${expected}</b></span>
  </p>`;
}

// ---- the sums

// More than these are not read one by one.
const mostFormulas = 3;

function sums(view: View, formulas: Formula[]): TemplateResult | typeof nothing {
  if (formulas.length === 0) return nothing;
  const item = (one: Formula): TemplateResult => html`<li>${formula(view, one)}</li>`;
  const rest = formulas.slice(mostFormulas);
  return html`<ul class="formulas">${formulas.slice(0, mostFormulas).map(item)}</ul>
    ${rest.length ? html`<details class="rest"><summary>${view.w.moreSums(rest.length)}</summary><ul class="formulas">${rest.map(item)}</ul></details>` : nothing}`;
}

function formula({ w }: View, { title, sides, settled }: Formula): TemplateResult {
  return html`<p class="where">${title}</p>
    <table class="sum">
      ${sides.map(
        (side, index) => html`<tr>
          <th scope="row">${side.name}${terms(side)}</th>
          <td>${index === 1 ? html`<span class="differs"><span class="spoken">${w.differs}</span><span aria-hidden="true">≠</span></span> ` : nothing}${total(side)}</td>
        </tr>`,
      )}
    </table>
    ${settled ? html`<p class="settled">${w.settled(settled)}</p>` : nothing}`;
}

/** `8 + 2 + 6 + 1` under the name of the sum; one figure alone is the sum. */
function terms({ terms, sign }: Side): TemplateResult | typeof nothing {
  if (terms.length < 2) return nothing;
  return html`<span class="terms">${terms.map(
    ({ text, culprit }, index) => html`${index ? ` ${sign} ` : ""}${culprit ? html`<b class="culprit">${text}</b>` : text}`,
  )}</span>`;
}

function total({ terms, sum }: Side): TemplateResult | string {
  return terms.length === 1 && terms[0]!.culprit ? html`<b class="culprit">${sum}</b>` : sum;
}

/** The other figures of the contradiction, each a button that shows where it stands. */
function places(view: View, { related = [] }: Finding): TemplateResult | typeof nothing {
  const all = related.filter(({ span, role }) => span.start < span.end && role !== "candidate").slice(0, 8);
  if (all.length === 0) return nothing;
  return html`<ul class="places">
    ${all.map(
      (one) => html`<li>
        <button type="button" class="words" @click=${() => view.act.point([one.span])}>${whereIs(view, one)}</button>
      </li>`,
    )}
  </ul>`;
}

function whereIs({ text, report, language, w }: View, { span, cell }: Related): TemplateResult {
  const where = cell ? placeInWords(formOf(report.document.form), cell, language) : w.inText;
  return html`${where}${language === "zh" ? "：" : ": "}<b lang="zh-Hans">${clipped(text.slice(span.start, span.end), 30)}</b>`;
}

// ---- what can be done

function buttons(view: View, finding: Finding, suggestions: Suggestion[]): TemplateResult {
  const { w, act } = view;
  const one = suggestions.length === 1 ? suggestions[0]! : null;
  const set = view.aside.find((each) => each.finding === finding);
  return html`${suggestions.length > 1
      ? html`<p class="term">${w.oneOf}</p>
          <ul class="candidates">
            ${suggestions.map(
              (each) => html`<li>
                <span>${each.where}<b>${each.was || w.blank} → ${each.text}</b></span>
                ${view.fixed ? nothing : html`<button type="button" aria-label=${`${each.where} ${takeWords(view, each)}`} @click=${() => act.take(each.span, each.text)}>${takeWords(view, each)}</button>`}
              </li>`,
            )}
          </ul>`
      : nothing}
    ${view.fixed ? nothing : html`<div class="row">
      ${one ? html`<button type="button" class="main take" @click=${() => act.take(one.span, one.text)}>${takeWords(view, one)}</button>` : nothing}
      <button type="button" class="by-hand" @click=${() => act.mend(finding.span)}>${w.byHand}</button>
      ${set
        ? html`<button type="button" @click=${() => act.recall(set.ignored.key)}>${w.recall}</button>`
        : html`<button type="button" class="ignore" @click=${() => act.ask(finding)}>${w.ignore}</button>`}
    </div>`}`;
}

function takeWords({ w }: View, { text, was }: Suggestion): string {
  const words = text.trim();
  if (!words) return w.takeOut;
  if (words.length > 12) return was ? w.takeLong : w.putIn;
  return was ? w.take(words) : w.fill(words);
}

/** The question why a finding needs no mending. */
function whyIgnored({ w, act, language }: View, finding: Finding): TemplateResult {
  const submitted = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const chosen = form.querySelector<HTMLInputElement>("[name=reason]:checked");
    const note = form.querySelector<HTMLInputElement>("[name=note]");
    act.ignore(finding, chosen ? (chosen.value as Reason) : "other", note ? note.value.trim() : "");
  };
  return html`<form class="why" @submit=${submitted}>
    <fieldset>
      <legend>${w.whyIgnored}</legend>
      ${reasons.map(
        (reason, index) => html`<label><input type="radio" name="reason" value=${reason} ?checked=${index === 0} />${reasonWords[reason][language]}</label>`,
      )}
      <label class="note">${w.note}<input type="text" name="note" maxlength="200" autocomplete="off" /></label>
    </fieldset>
    <div class="row">
      <button type="submit" class="main">${w.ignoreNow}</button>
      <button type="button" @click=${() => act.ask(null)}>${w.cancel}</button>
    </div>
  </form>`;
}

/** What a finding is, and where: above its card. */
export function heading({ report, language }: View, finding: Finding): TemplateResult {
  const place = finding.cell ? placeInWords(formOf(report.document.form), finding.cell, language) : "";
  return html`<span class="head">
      <span class="tag">${severityWords[finding.severity][language]}</span>
      <span class="name">${finding.title[language]}</span>
    </span>
    ${place ? html`<span class="place">${place}</span>` : nothing}`;
}
