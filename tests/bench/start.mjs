// Times of the page's start in Chromium and Firefox: until it can be used, and until the core is there.
//
//     scripts/bench start [FILE …]      built pages to compare; web/dist/index.html if none is given
//
// Method: each page from a server on this machine, in a new tab, in turn with the others; medians, in ms from the navigation.
// Usable: the paste box is drawn. Core: a paste would be checked at once. Longest task: of the main thread, Chromium only, if
// one is over 50 ms.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { servePage } from "../web/support/server.mjs";
import { browsers, inRoot, launch } from "../web/support/tools.mjs";

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const files = process.argv.slice(2).map((file) => resolve(file));
if (files.length === 0) files.push(inRoot("web/dist/index.html"));
const rounds = 15;

const server = await servePage(Object.fromEntries(files.map((file, index) => [`/${index}`, readFileSync(file)])));
for (const name of browsers) {
  const browser = await launch(name);
  const results = files.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const index of files.keys()) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        globalThis.tasks = [];
        try {
          new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
        } catch {
          // Firefox tells of none.
        }
        const times = (globalThis.times = {});
        const look = () => {
          const checker = document.querySelector("gouji-checker");
          if (!times.usable && checker?.shadowRoot?.querySelector("textarea")) times.usable = performance.now();
          if (!times.core && checker?.version) times.core = performance.now();
          if (!times.core) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`${server.address}/${index}`);
      await page.waitForFunction(() => globalThis.times.core);
      await new Promise((resolve) => setTimeout(resolve, 700)); // tasks are told later
      results[index].push(await page.evaluate(() => ({ ...globalThis.times, task: Math.max(0, ...globalThis.tasks) })));
      await page.close();
    }
  }
  await browser.close();
  console.log(`${name.padEnd(30)}${["usable", "core", "longest task"].map((head) => head.padStart(14)).join("")}`);
  for (const [index, file] of files.entries()) {
    const of = (key) => median(results[index].map((one) => one[key]));
    console.log(`  ${basename(file).padEnd(28)}${[of("usable"), of("core"), of("task")].map((time) => time.toFixed(0).padStart(14)).join("")}`);
  }
}
server.close();
