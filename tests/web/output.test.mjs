// What leaves the page: paper, an HTML copy, JSON, CSV, a message, the corrected text.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, bundled, inRoot, launch, reportText } from "./support/tools.mjs";

const report = reportText();
const title = "望舒县人民政府2024年政府信息公开工作年度报告";
const { loadCore } = await bundled("core.ts");
const core = await loadCore(readFileSync(inRoot("build/wasm/gouji.wasm")));
const { asCsv, fileName } = await bundled("formats.ts");

// ---- formats, on findings made up

const finding = (message, span, more = {}) => ({
  id: "a-1", rule: "some-rule", severity: "error", title: { zh: "标题", en: "Title" }, message: { zh: message, en: message }, span: { start: span[0], end: span[1] }, ...more,
});
const outcome = (text, findings, title = "报告") => {
  const made = { document: { title, form: "2021" }, sections: [], findings, checks: { held: 0, failed: 0, unreadable: 0, list: [] }, tables: [] };
  return { view: { text, report: made, findings, aside: [], language: "zh", draft: { changes: [] } }, version: "1.2.3", rules: "2026-01-01", when: new Date(2026, 0, 5, 14, 3) };
};

/** A strict reader of RFC 4180. */
function cells(csv) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match; pattern.lastIndex < csv.length; ) {
    assert.ok((match = pattern.exec(csv)), "not RFC 4180");
    rows[rows.length - 1].push(match[1] === undefined ? match[2] : match[1].replace(/""/g, '"'));
    if (match[3] === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("CSV: quotes, commas, line breaks, and nothing that a spreadsheet would run", () => {
  const text = '=SUM(A1)甲"乙,丙\n丁－1';
  const csv = asCsv(outcome(text, [finding('说明"一",\r\n二', [0, 8]), finding("@x", [8, 15]), finding("x", [15, 17]), finding("负", [15, 17], { expected: -3 })]));
  assert.ok(csv.startsWith("\ufeff"));
  const [head, ...rows] = cells(csv.slice(1));
  assert.deepEqual(head.slice(0, 3), ["序号", "级别", "问题"]);
  assert.deepEqual(rows.map((row) => [row[4], row[5], row[6]]), [
    ["'=SUM(A1)", "", '说明"一", 二'],
    ['甲"乙,丙 丁', "", "'@x"],
    ["'－1", "", "x"],
    ["'－1", "-3", "负"],
  ]);
});

test("file names have the report's title, and only letters that every system allows", () => {
  const named = (title) => fileName(outcome("", [], title), "csv", "csv");
  assert.equal(named("望舒县 2024年 年度报告"), "望舒县2024年年度报告-问题清单.csv");
  assert.equal(named('..\\a/b:c*d?"e<f>|g\u202e'), "abcdefg-问题清单.csv");
  assert.equal(named("年".repeat(100)), `${"年".repeat(60)}-问题清单.csv`);
  assert.equal(named("…/"), "…-问题清单.csv");
  for (const none of [null, "", "///", "."]) assert.equal(named(none), "年度报告-问题清单.csv");
});

// ---- the page

for (const name of browsers) {
  describe(name, () => {
    let browser, server;
    before(async () => {
      browser = await launch(name);
      server = await servePage();
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    /** Keeps what is downloaded or copied in the page instead. */
    const open = async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.page.evaluate(() => {
        globalThis.taken = {};
        let last;
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => (blob.type === "text/javascript" ? create.call(URL, blob) : ((last = blob), "blob:none")); // the worker's goes on
        HTMLAnchorElement.prototype.click = function () {
          globalThis.taken.name = this.download;
          globalThis.taken.type = last.type;
          globalThis.taken.bytes = new Response(last).arrayBuffer();
        };
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (globalThis.taken.copied = text) } });
        globalThis.print = () => void (globalThis.taken.printed = true);
      });
      return page;
    };
    const choose = async (page, what) => {
      await page.focusOn(".output summary");
      await page.key("Enter");
      await page.inside((root, what) => root.querySelector(`[data-output=${what}]`).click(), what);
      await page.settle(100);
      return page.page.evaluate(async () => {
        const { bytes, ...rest } = globalThis.taken;
        globalThis.taken = {};
        return { ...rest, content: bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytes) };
      });
    };

    test("JSON is the report of the core, byte for byte but for its tabs", async () => {
      const page = await open();
      await page.set(report);
      const { name: file, type, content } = await choose(page, "json");
      assert.equal(file, `${title}-核对结果.json`);
      assert.equal(type, "application/json;charset=utf-8");
      assert.ok(content === `${core.checkJson(report).replace(/\t/g, "")}\n`);
      assert.match(await page.notice(), /已交给浏览器下载/);
      await page.quiet();
    });

    test("CSV, message and corrected text, after a finding was mended and another set aside", async () => {
      const page = await open();
      await page.set(report.replace("数量\t\t\t49\t", "数量\t\t\t48\t"));
      assert.equal(await page.verdict(), "发现 2 处错误");
      await page.inside((root) => {
        const { host } = root;
        const [first, second] = host.report.findings;
        host.acting.ignore(second, "verified", "台账=12");
        host.acting.take(first.fix ? first.fix.span : first.span, String(first.expected));
      });
      await page.settle(200);
      const rows = cells((await choose(page, "csv")).content.slice(1));
      assert.equal(rows.length, 2);
      assert.match(rows[1][10], /已对照台账核实.*台账=12/);
      const { copied } = await choose(page, "message");
      assert.match(copied, new RegExp(`^【核对记录】${title}\n.*已忽略 1 处`, "s"));
      assert.match(copied, /\n1\. 【已忽略】.*\n核对时间 \d{4}-\d\d-\d\d \d\d:\d\d；勾稽 \d+\.\d+\.\d+，规则更新于 \d{4}-\d\d-\d\d\n结论供人工复核/);
      const mended = await page.text();
      assert.equal(mended, report);
      const text = await choose(page, "text");
      assert.equal(text.name, `${title}-改后.txt`);
      assert.equal(text.content, `\ufeff${mended.replace(/\n/g, "\r\n")}`);
      assert.equal((await choose(page, "copy")).copied, mended);
      await page.quiet();
    });

    test("the HTML copy stands alone: marks with numbers, no script, nothing that was pasted runs", async () => {
      const page = await open();
      const evil = '<script>ran = 1</script><img src=x onerror="ran = 1">';
      await page.set(report.replace("五、存在", `${evil}\n五、存在`));
      const { name: file, content } = await choose(page, "page");
      assert.equal(file, `${title}-核对记录.html`);
      assert.doesNotMatch(content, /<script|<img|<button|<!--/);
      assert.ok(content.includes("&lt;script&gt;ran = 1&lt;/script&gt;"));
      const copy = await browser.newPage();
      const asked = [];
      copy.on("request", (request) => asked.push(request.url()));
      await copy.setContent(content);
      const seen = await copy.evaluate(() => ({
        ran: "ran" in globalThis,
        marks: Array.from(document.querySelectorAll("mark.error"), (mark) => mark.textContent + mark.nextElementSibling.textContent),
        cells: document.querySelectorAll("td").length,
        color: getComputedStyle(document.querySelector("mark.error")).borderBottomStyle,
        cover: document.querySelector(".cover").innerText,
        target: document.querySelector(document.querySelector("sup a").getAttribute("href")).innerText,
      }));
      assert.equal(seen.ran, false);
      assert.deepEqual(seen.marks, ["211"]);
      assert.ok(seen.cells >= 150, String(seen.cells));
      assert.match(seen.cover, new RegExp(`${title}\\s+发现 1 处错误.*核对时间\\s*\\d{4}.*勾稽 \\d`, "s"));
      assert.match(seen.target, /表内合计不符.*应为 12/s);
      assert.deepEqual(asked.filter((url) => url !== "about:blank"), []);
      await copy.close();
      await page.quiet();
    });

    test("on paper: cover, findings and the whole report, whatever is on the screen", async () => {
      const page = await open();
      await page.set(report);
      await page.showText();
      assert.equal((await choose(page, "print")).printed, true);
      await page.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      if (name === "chromium") await page.page.emulateMediaType("print");
      const shown = await page.inside((root, emulated) => {
        const height = (selector) => root.querySelector(selector).getBoundingClientRect().height;
        return emulated ? [height(".checker"), height(".for-print") > 500, root.querySelector(".for-print").innerText] : [0, true, root.querySelector(".for-print").textContent];
      }, name === "chromium");
      assert.deepEqual(shown.slice(0, 2), [0, true]);
      assert.match(shown[2], /核对记录.*发现 1 处错误.*核对时间.*表内合计不符.*六、其他需要报告的事项/s);
      if (name === "chromium") await page.page.emulateMediaType("screen");
      await page.page.evaluate(() => dispatchEvent(new Event("afterprint")));
      assert.equal(await page.inside((root) => root.querySelector(".for-print")), null);
      await page.quiet();
    });

    test("the menu fits into windows of every width", async () => {
      const page = await open();
      await page.set(report);
      for (const width of [320, 390, 600, 768, 1280]) {
        await page.page.setViewport({ width, height: 900 });
        await page.settle(100);
        const [left, right] = await page.inside((root) => {
          root.querySelector(".output").open = true;
          const edges = Array.from(root.querySelectorAll(".output li button"), (button) => button.getBoundingClientRect());
          return [Math.min(...edges.map(({ left }) => left)), Math.max(...edges.map(({ right }) => right))];
        });
        assert.ok(left >= 0 && right <= width, `${left} to ${right} of ${width}`);
      }
      await page.quiet();
    });

    test("the menu by keyboard: opens, closes with Escape, and closes when left", async () => {
      const page = await open();
      await page.set(report);
      const isOpen = () => page.inside((root) => root.querySelector(".output").open);
      await page.focusOn(".output summary");
      await page.key("Enter");
      await page.key("Tab");
      assert.equal(await page.inside((root) => root.activeElement.dataset.output), "print");
      await page.key("Escape");
      assert.equal(await isOpen(), false);
      assert.equal(await page.inside((root) => root.activeElement.localName), "summary");
      await page.key("Enter");
      for (let i = 0; i < 8; i++) await page.page.keyboard.press("Tab");
      await page.settle();
      assert.equal(await isOpen(), false);
      await page.quiet();
    });
  });
}

test("a real download in Chromium, and real printing", async () => {
  const browser = await launch("chromium");
  const server = await servePage();
  const folder = mkdtempSync(join(tmpdir(), "gouji-"));
  const page = await Page.open(browser, "chromium", `${server.address}/`);
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await page.set(report);
  await page.inside((root) => root.querySelector("[data-output=csv]").click());
  for (let i = 0; i < 50 && !readdirSync(folder).some((name) => name.endsWith(".csv")); i++) await page.settle(100);
  assert.deepEqual(readdirSync(folder), [`${title}-问题清单.csv`]);
  assert.equal(cells(readFileSync(join(folder, `${title}-问题清单.csv`), "utf8").slice(1)).length, 2);
  // A long report takes several pages; the text area as it is on the screen would take one.
  await page.showText();
  const pdf = Buffer.from(await page.page.pdf({ format: "A4" })).toString("latin1");
  assert.ok(pdf.match(/\/Type \/Page\b/g).length >= 3);
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});
