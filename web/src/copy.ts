import { html, nothing, render, type TemplateResult } from "lit";
import { Printed } from "./gradually";
import { outputWords } from "./output-words";
import { paper } from "./paper";
import { rowsOf, timeInWords, titleOf, verdictOf, type Outcome, type Row } from "./record";
import style from "./style.css";

/**
 * The report with its marks and findings as a document of its own, for paper and for a file: nothing in it can be pressed,
 * and a number behind each mark leads to its finding.
 */
export function copyOf(outcome: Outcome): HTMLElement {
  const container = document.createElement("div");
  container.className = "copy";
  const { language } = outcome.view;
  container.lang = language === "zh" ? "zh-Hans" : "en";
  const rows = rowsOf(outcome);
  render(html`${cover(outcome)}${list(outcome, rows)}${whole(outcome)}`, container);
  still(container, new Map(rows.map(({ finding }, index) => [finding.id, index + 1] as [string, number])));
  return container;
}

/** What was checked, when, by which version; and the verdict. */
function cover(outcome: Outcome): TemplateResult {
  const { view, version, rules, when } = outcome;
  const w = outputWords[view.language];
  const [line, more] = verdictOf(outcome);
  const { held, failed, unreadable } = view.report.checks;
  const changes = view.draft.changes.length;
  return html`<header class="cover">
    <p class="record">${w.record}</p>
    <h1 lang="zh-Hans">${titleOf(outcome)}</h1>
    <p class="line">${line}</p>
    ${more ? html`<p>${more}</p>` : nothing}
    <dl>
      <div><dt>${w.when}</dt><dd>${timeInWords(when)}</dd></div>
      <div><dt>${w.by}</dt><dd>${w.program(version, rules)}</dd></div>
      <div><dt>${w.checked}</dt><dd>${w.scope(held, failed, unreadable)}</dd></div>
    </dl>
    ${changes ? html`<p>${w.changed(changes)}</p>` : nothing}
    <p class="caution">${w.caution}</p>
  </header>`;
}

function list({ view }: Outcome, rows: Row[]): TemplateResult {
  const w = outputWords[view.language];
  return html`<section class="found">
    <h2>${w.findings}</h2>
    ${rows.length ? html`<ol>${rows.map((row, index) => html`<li id="finding-${index + 1}" class=${row.severity}>${item(row, view.language)}</li>`)}</ol>` : html`<p>${w.none}</p>`}
  </section>`;
}

function item({ level, title, place, stands, expected, message, advice, basis, ignored }: Row, language: "zh" | "en"): TemplateResult {
  const w = outputWords[language];
  const colon = language === "zh" ? "：" : ": ";
  return html`<p class="head"><b>${w.tag(level)}${title}</b>${place ? html` <span>${place}</span>` : nothing}</p>
    ${expected ? html`<p class="figures">${w.stands} <b>${stands}</b> → ${w.expected} <b>${expected}</b></p>` : nothing}
    <p>${message}</p>
    ${advice ? html`<p>${w.advice}${colon}${advice}</p>` : nothing}
    ${basis ? html`<p>${w.basis}${colon}<span lang="zh-Hans">${basis}</span></p>` : nothing}
    ${ignored === null ? nothing : html`<p>${w.ignored}${colon}${ignored}</p>`}`;
}

const everything = Object.assign(new Printed(), { first: Infinity });

function whole({ view }: Outcome): TemplateResult {
  const bare = { ...view, selected: null, pointed: [], editing: null, asking: null };
  return html`<section>
    <h2>${outputWords[view.language].report}</h2>
    ${paper(bare, everything, () => undefined)}
  </section>`;
}

/** Takes off all that is there to be pressed or heard, and numbers the marks. */
function still(container: HTMLElement, numbers: Map<string, number>): void {
  const comments = document.createTreeWalker(container, NodeFilter.SHOW_COMMENT);
  const dead: ChildNode[] = [];
  while (comments.nextNode()) dead.push(comments.currentNode as ChildNode);
  dead.push(...Array.from(container.querySelectorAll(".pen, .spoken, .hint")));
  dead.forEach((node) => node.remove());
  const numbered = new Set<number>();
  container.querySelectorAll("mark").forEach((mark) => {
    const own = (mark.getAttribute("data-findings") || "").split(" ").map((id) => numbers.get(id));
    for (const number of own) {
      // A mark may be cut in pieces: its number stands once.
      if (number === undefined || numbered.has(number)) continue;
      numbered.add(number);
      const link = document.createElement("a");
      link.href = `#finding-${number}`;
      link.textContent = String(number);
      const raised = document.createElement("sup");
      raised.append(link);
      mark.after(raised);
    }
  });
  container.querySelectorAll("*").forEach((element) => {
    for (const { name } of Array.from(element.attributes)) {
      if (/^(role|tabindex|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name);
    }
  });
}

/** The copy as a page in one file: no script, and nothing that it could load. */
export function copyAsPage(outcome: Outcome): string {
  const copy = copyOf(outcome);
  const title = document.createElement("title");
  title.textContent = `${titleOf(outcome)} · ${outputWords[outcome.view.language].record}`;
  return `<!doctype html>
<html lang="${copy.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${title.outerHTML}
<style>${style.replace(/:host/g, ":root")}</style>
</head>
<body class="copy-page">
${copy.outerHTML}
</body>
</html>
`;
}
