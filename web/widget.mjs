// gouji-widget.js: the checker as one classic script for other people's pages, which may be in any charset, have any style
// and policy, and run in old kernels.
import { readFileSync } from "node:fs";
import { bundle, elementStyle, madeModule, wasm } from "./bundle.mjs";
import { packed } from "./packed.mjs";

/**
 * The text of the script. The same file is the page's and, in a worker started from it, the worker's: one copy of the packed
 * module and of the worker's functions serves both.
 */
export async function widgetScript() {
  const asOld = { charset: "ascii", target: "es2017", legalComments: "none" };
  const worker = await bundle("src/worker.ts", asOld);
  const element = await bundle("src/widget.ts", {
    ...asOld,
    style: async () => embedded(await elementStyle("src/widget.css")),
    plugins: [
      madeModule("gouji.wasm", () => ({ contents: "export default Uint8Array.from(atob(goujiPacked), (letter) => letter.charCodeAt(0));" })),
      madeModule("gouji.worker", () => ({ contents: 'export default "(" + goujiWorker + ")()";' })),
    ],
    // lit leaves its versions and more on the page's window, and a symbol on Symbol: it gets a place of its own instead.
    define: { globalThis: "goujiScope", litPropertyMetadata: "goujiScope.litPropertyMetadata", "Symbol.metadata": "goujiScope.metadata" },
    inject: ["src/scope.ts"],
  });
  const base64 = packed(readFileSync(wasm)).toString("base64");
  return `${notice}(function(){"use strict";var goujiPacked="${base64}";function goujiWorker(){${ascii(worker)}}
if(typeof document==="object"){${ascii(element)}}else if(typeof importScripts==="function")goujiWorker()})();
`;
}

/** esbuild leaves regular expressions and the templates of lit, which reads them as they come out, as they were written. */
const ascii = (script) => script.replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

const notice = "/*! Gouji, MIT; contains lit (c) Google LLC, BSD-3-Clause */\n";

/**
 * The page's style sheet for an element among others: its colours can be set from outside, its sizes hang on one of their own
 * instead of the page's root, and what depends on the width or the theme of the page depends on the element's.
 */
export function embedded(css) {
  return widths(themes(css.replace(/:host\{([^}]*)\}/g, (_, rules) => `:host{${settable(rules)}}`)))
    .replace(/(^|[^\w.-])(\d*\.?\d+)rem\b/g, (_, before, size) => `${before}calc(${size}*var(--size))`);
}

const settable = (rules) => rules.replace(/(^|;)--([\w-]+):([^;]*)/g, (whole, before, name, value) =>
  value.startsWith("var(--gouji-") ? whole : `${before}--${name}:var(--gouji-${name},${value})`);

/** Dark where the element is told so, or told to follow the system. */
const themes = (css) => eachMedia(css, /^\(prefers-color-scheme: ?dark\)$/, (_, rules) =>
  `${rules.replace(/:host\{/g, ":host([theme=dark]){")}@media (prefers-color-scheme:dark){${rules.replace(/:host\{/g, ":host([theme=auto]){")}}`);

/** `@media (max-width: 720px)` → `.upto-720`, a class that the element has as long as it is that narrow. */
const widths = (css) => eachMedia(css, /^\(max-width: ?(\d+)px\)$/, ([, width], rules) =>
  rules.replace(/([^{}]+)\{([^{}]*)\}/g, (_, selectors, body) => `${selectors.split(/,(?![^(]*\))/).map((one) => `.upto-${width} ${one.trim()}`).join(",")}{${body}}`));

/** Replaces the media queries of this condition; none of ours holds another. */
function eachMedia(css, condition, replaced) {
  return css.replace(/@media ?([^{]+)\{((?:[^{}]+\{[^{}]*\})*)\}/g, (whole, query, rules) => {
    const found = condition.exec(query.trim());
    return found ? replaced(found, rules) : whole;
  });
}
