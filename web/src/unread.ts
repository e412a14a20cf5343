import { html, nothing, type TemplateResult } from "lit";
import { derived } from "./derived";
import { formOf, placeInWords } from "./forms";
import { inItsSentence, toWords } from "./quoted";
import { isStatement, type Place, type Report, type Span } from "./report";
import type { View } from "./view";
import { unclaimedWords } from "./words";

/** What could not be read or was left alone, and why: a verdict of silence must say what it is silent about. */
export function unread(view: View): TemplateResult | typeof nothing {
  const { cells, absent } = illegible(view.report);
  const left = leftAlone(view.report);
  if (cells.length + absent + left.length === 0) return nothing;
  const { w, language } = view;
  return html`<section class="unread" aria-labelledby="unread-head">
    <h2 id="unread-head">${w.unread}</h2>
    ${cells.length
      ? html`<details class="illegible" open>
          <summary><span>${w.illegible(cells.length)}</span></summary>
          <ul>
            ${cells.map(({ span, form, place }) => html`<li>${toWords(view, [span], html`<b>${view.text.slice(span.start, span.end)}</b>`)}<small>${placeInWords(formOf(form), place, language)}</small></li>`)}
          </ul>
        </details>`
      : nothing}
    ${absent ? html`<p class="absent">${w.absent(absent)}</p>` : nothing}
    ${left.length
      ? html`<details class="unchecked" @toggle=${(event: Event) => view.act.unfold("left", (event.target as HTMLDetailsElement).open)}>
          <summary><span>${w.unchecked(left.length)}</span></summary>
          ${view.unfolded.has("left")
            ? html`<ul>
                ${left.map(({ span, why }) => html`<li>${toWords(view, [span], inItsSentence(view.text, span))}<small>${unclaimedWords[why][language]}</small></li>`)}
              </ul>`
            : nothing}
        </details>`
      : nothing}
  </section>`;
}

/** The cells in which something stands that is no figure, and how many were not found at all. */
const illegible = derived(({ tables }: Report) => {
  const cells: { span: Span; form: string; place: Place }[] = [];
  let absent = 0;
  for (const { id, form, cells: all } of tables) {
    for (const { unreadable, span, row, column } of all) {
      if (!unreadable) continue;
      if (span.start === span.end) absent++;
      else cells.push({ span, form, place: { table: id, row, column } });
    }
  }
  return { cells, absent };
});

type Left = { span: Span; why: keyof typeof unclaimedWords };

/** Figures of the sentences that were held against nothing, and why; each place once. */
const leftAlone = derived((report: Report): Left[] => {
  const tied = report.claims.filter(({ status }) => status !== undefined).map(({ span }) => span);
  const compared = report.checks.list.filter(isStatement).filter(({ relation }) => relation !== "text.table").map(({ span }) => span);
  const all: (Left & { seen?: true })[] = [
    ...tied.concat(compared).map((span) => ({ span, why: "absent" as const, seen: true as const })),
    ...report.unclaimed,
    ...report.claims.filter(({ status }) => status === undefined).map(({ span }) => ({ span, why: "absent" as const })),
  ];
  // In the order of the text; what was checked comes first of what stands at one place.
  let end = -1;
  return all
    .sort((a, b) => a.span.start - b.span.start || (a.seen ? -1 : 0) - (b.seen ? -1 : 0))
    .filter(({ span, seen }) => {
      const free = span.start >= end;
      end = Math.max(end, span.end);
      return free && !seen;
    });
});
