// A paste of 50 MB in the page, in Chromium: what it says, how long it takes, and what memory it leaves behind.
//
//     scripts/bench huge [MB [NAME]]
//
// Each text is checked on a page of its own. Memory is that of the browser's processes, as the kernel counts it (the sum of
// their resident sets less that before the paste): the most while it is checked, and what is left when a short report has
// taken the long one's place and garbage was collected.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Page } from "../web/support/page.mjs";
import { servePage } from "../web/support/server.mjs";
import { inRoot, launch } from "../web/support/tools.mjs";

const patience = 120; // seconds
const megabytes = Number(process.argv[2] || 50);
const sample = readFileSync(inRoot("tests/corpus/sample-qinghe-2025.txt"), "utf8");
/** What comes again and again, and what stands once in front and behind. */
const shapes = {
  "reports, one after another": `${sample}\n`,
  "claims of one report": ["未收到政府信息公开申请。", ...sample.split(/(?<=一、总体情况\n)/)],
  "one line of digits": "7",
  "line feeds": "\n",
  "pipes": "|",
  "table headings": "三、收到和处理政府信息公开申请情况\n",
};

/** Resident bytes of a process and of all that it started. */
function resident(root) {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n").map((row) => row.trim().split(/ +/).map(Number));
  const inside = new Set([root]);
  for (let size = 0; size !== inside.size;) {
    size = inside.size;
    for (const [pid, parent] of rows) if (inside.has(parent)) inside.add(pid);
  }
  return rows.reduce((sum, [pid, , kilobytes]) => sum + (inside.has(pid) ? kilobytes * 1024 : 0), 0);
}

const said = (page) => page.inside((root) => (root.querySelector(".failure") || root.querySelector(".verdict") || root).textContent.trim().replace(/\s+/g, " ").slice(0, 90));
const inMegabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`.padStart(9);

const server = await servePage();
console.log(`${"a text of".padEnd(28)} ${"seconds".padStart(8)} ${"peak".padStart(9)} ${"left".padStart(9)}  what the page says`);
const wanted = process.argv[3] || "";
for (const [name, shape] of Object.entries(shapes)) {
  if (!name.includes(wanted)) continue;
  const [unit, opening = "", closing = ""] = [shape].flat();
  const browser = await launch("chromium");
  try {
    const page = await Page.open(browser, "chromium", `${server.address}/`);
    await page.set(sample);
    const process = browser.process().pid;
    const before = resident(process);
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, resident(process))), 200);
    const start = performance.now();
    await page.page.evaluate((unit, opening, closing, bytes) => {
      const checker = document.querySelector("gouji-checker");
      checker.addEventListener("gouji-report", () => (globalThis.answered = true), { once: true });
      const size = new TextEncoder().encode(unit).length;
      setTimeout(() => checker.check(opening + unit.repeat(Math.ceil(bytes / size)) + closing));
    }, unit, opening, closing, megabytes * 1e6);
    const answered = () => page.page.evaluate(() => globalThis.answered || !!document.querySelector("gouji-checker").shadowRoot.querySelector(".failure"));
    do await new Promise((resolve) => setTimeout(resolve, 250));
    while (!(await answered()) && performance.now() - start < patience * 1e3);
    const seconds = (performance.now() - start) / 1e3;
    await page.settle(500);
    const words = await said(page);
    clearInterval(watch);
    await page.set(sample);
    const devtools = await page.page.createCDPSession();
    for (let i = 0; i < 5; i++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await page.settle(500);
    }
    console.log(`${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} ${inMegabytes(peak - before)} ${inMegabytes(resident(process) - before)}  ${words}`);
  } finally {
    await browser.close();
  }
}
server.close();
