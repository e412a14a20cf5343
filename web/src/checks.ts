import { html, nothing, type TemplateResult } from "lit";
import { formOf, identityInWords, lineInWords } from "./forms";
import type { Check, Report, Status } from "./report";
import { statusWords, words, type Language } from "./words";

/** Everything that was checked, with both sides, held or not: a verdict of silence must be earned. */
export function checks(report: Report, language: Language): TemplateResult | typeof nothing {
  const { list } = report.checks;
  if (list.length === 0) return nothing;
  const w = words[language];
  const names = Array.from(new Set(list.map((check) => check.relation)));
  return html`<section class="checks" aria-labelledby="checks-head">
    <h2 id="checks-head">${w.checks}</h2>
    ${names.map((name) => relation(report, name, list.filter((check) => check.relation === name), language))}
  </section>`;
}

function relation(report: Report, name: string, list: Check[], language: Language): TemplateResult {
  const w = words[language];
  const form = formOf(report.document.form);
  const worst: Status = list.some(({ status }) => status === "failed")
    ? "failed"
    : list.some(({ status }) => status === "unreadable") ? "unreadable" : "held";
  const held = list.filter(({ status }) => status === "held").length;
  return html`<details class=${worst}>
    <summary>
      <span>${identityInWords(form, name, language)}</span>
      <span class="status ${worst}">${statusWords[held === list.length ? "held" : worst][language]} ${held === list.length ? held : `${list.filter(({ status }) => status === worst).length}/${list.length}`}</span>
    </summary>
    <table>
      <tr>
        <th scope="col">${w.where}</th>
        <th scope="col">${w.left}</th>
        <th scope="col">${w.right}</th>
        <th scope="col">${w.result}</th>
      </tr>
      ${list.map(
        (check) => html`<tr class=${check.status}>
          <th scope="row">${lineInWords(form, name, check.at, language)}</th>
          <td>${check.left === null ? "—" : check.left}</td>
          <td>${check.right === null ? "—" : check.right}</td>
          <td class="status ${check.status}">${statusWords[check.status][language]}</td>
        </tr>`,
      )}
    </table>
  </details>`;
}
