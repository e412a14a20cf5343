// Times of the page in Chromium: from the paste to the frame that shows its marks.
//
//     scripts/bench page [--json FILE]
//
// Method: a paste event with the text, as the clipboard gives it, on the page as it is shipped. The time ends with the frame
// after the first mark stands in the document. Cold: each on a page that was opened three seconds before; warm: the same page
// over and over, the last five of twenty. Medians. Beside it the time until the report has come from the core, which is the
// core's part and, for a long text, that of bringing it over from its worker; the time until all of it is printed; and the
// longest task of the main thread, if one is over 50 ms.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Page } from "../web/support/page.mjs";
import { servePage } from "../web/support/server.mjs";
import { inRoot, launch } from "../web/support/tools.mjs";

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const sample = readFileSync(inRoot("tests/corpus/sample-qinghe-2025.txt"), "utf8");
const copies = (bytes) => `${sample}\n`.repeat(Math.ceil(bytes / Buffer.byteLength(sample)));

const server = await servePage();
const browser = await launch("chromium");

async function open() {
  const page = await Page.open(browser, "chromium", `${server.address}/`);
  await page.page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await page.settle(1500); // the page is at rest, as when someone comes to paste; how soon it is: start.mjs
  await page.page.mouse.move(600, 300);
  await page.settle(1500);
  return page;
}

/** One paste: milliseconds to the first mark, to the last line, of the core, and of the longest task (0 if none is over 50). */
async function paste(page, text) {
  // First the text alone, for the browser is long at taking it in from us.
  await page.page.evaluate((text) => void (globalThis.pasted = text), text);
  await page.settle(300);
  return page.page.evaluate(async () => {
    const text = globalThis.pasted;
    const checker = document.querySelector("gouji-checker");
    const root = checker.shadowRoot;
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    globalThis.tasks.length = 0;
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const start = performance.now();
    const reported = new Promise((resolve) => checker.addEventListener("gouji-report", () => resolve(performance.now() - start), { once: true }));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    const core = await reported;
    while (!root.querySelector(".paper .mark")) await frame();
    await frame();
    const marks = performance.now() - start;
    while (root.querySelector(".paper > .hint")) await frame();
    const whole = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 200)); // tasks are told later
    return { core, marks, whole, task: Math.max(0, ...globalThis.tasks) };
  });
}

async function cold(text, times) {
  const results = [];
  for (let i = 0; i < times; i++) {
    const page = await open();
    results.push(await paste(page, text));
    await page.page.close();
  }
  return results;
}

async function warm(text, times, last) {
  const page = await open();
  const results = [];
  for (let i = 0; i < times; i++) results.push(await paste(page, `${text}${" ".repeat(i)}`));
  await page.page.close();
  return results.slice(-last);
}

const runs = {
  "sample, cold page": { goal: 50, results: await cold(sample, 9) },
  "sample, warm": { goal: 16, results: await warm(sample, 20, 5) },
  "1 MB, cold page": { goal: 300, results: await cold(copies(1e6), 5) },
  "1 MB, warm": { goal: 300, results: await warm(copies(1e6), 6, 3) },
};
await browser.close();
server.close();

console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} processors; medians in ms\n`);
console.log(`${"".padEnd(20)}${["to the report", "to the marks", "goal", "to the last line", "longest task over 50"].map((head) => head.padStart(22)).join("")}`);
const table = {};
for (const [name, { goal, results }] of Object.entries(runs)) {
  const of = (key) => median(results.map((one) => one[key]));
  table[name] = { goal, report: of("core"), marks: of("marks"), whole: of("whole"), task: of("task") };
  const { report, marks, whole, task } = table[name];
  console.log(`${name.padEnd(20)}${[report, marks, goal, whole, task].map((time) => (time ? time.toFixed(time < 100 ? 1 : 0) : "none").padStart(22)).join("")}`);
}
const wanted = process.argv.indexOf("--json");
if (wanted > 0) writeFileSync(process.argv[wanted + 1], `${JSON.stringify(table, null, 2)}\n`);
