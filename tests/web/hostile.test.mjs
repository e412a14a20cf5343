// What a paste holds that would harm a page is shown as the text that it is: nothing of it runs, nothing is asked for, and the
// page stays in its place.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Host, portal, serveHost } from "./support/portal.mjs";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, launch, reportText } from "./support/tools.mjs";

const nowhere = "http://127.0.0.1:9";
const markup = [
  `<script>ran = 1</script>`,
  `<img src="${nowhere}/a" onerror="ran = 1">`,
  `"><svg onload="ran = 1"><image href="${nowhere}/b"/></svg>`,
  `<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>`,
  `<a href="javascript:ran = 1">甲</a>`,
  `<style>@import "${nowhere}/c"; * { background: url(${nowhere}/d) }</style>`,
  `<base href="${nowhere}/"><meta http-equiv="refresh" content="0;url=${nowhere}/e">`,
  `<form action="${nowhere}/f"><input autofocus onfocus="ran = 1"></form>`,
  `\${ran = 1}{{ran = 1}}<%= ran = 1 %></textarea></template><!--`,
].join("\n");
const strange = [
  `\u202e甲乙丙\u202c\u2066丁\u2069\u200f\u200b\ufeff`, // what turns and hides letters
  "字".repeat(20_000),
  "w".repeat(20_000),
  "̈".repeat(2_000), // marks upon each other
  "\u0001\u0007\u001b[31m",
].join("\n");
/** In the title, in a cell, in a sentence, and by itself. */
const report = reportText()
  .replace("\n", ` ${markup.replace(/\n/g, " ")}\n`)
  .replace("\t0\t0\t21\n", `\t0\t0\t21<script>ran = 1</script>\n`)
  .replace("五、存在", `${markup}\n${strange}\n五、存在`);
assert.ok(report.split("<script>ran").length > 3);

/** What of a paste's markup became elements; the page's own are none of these kinds. */
const elements = (root) => root.querySelectorAll("script, iframe, img, image, object, embed, base, meta, form, [onerror], [onload], [onfocus], a[href^='javascript:']").length;

for (const name of browsers) {
  describe(name, () => {
    let browser, server, host;
    const escaped = report.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
    before(async () => {
      browser = await launch(name);
      server = await servePage();
      host = await serveHost({ "/": portal({ before: "", article: "<p>新闻</p>", after: `<gouji-checker text="${escaped}"></gouji-checker>` }) });
    });
    after(async () => {
      await browser.close();
      server.close();
      host.close();
    });

    const harmless = async (page) => {
      assert.equal(await page.page.evaluate(() => "ran" in globalThis), false, "something ran");
      assert.equal(await page.inside(elements), 0);
      const wide = await page.page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      assert.deepEqual(page.requests.filter((url) => !url.startsWith("blob:")), []); // the page's own worker
      assert.deepEqual(page.errors, []);
    };

    test("a text full of markup stays text, on paper and as it was pasted", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.set(report);
      await page.settle(300);
      assert.ok((await page.inside((root) => root.textContent)).includes("<script>ran = 1</script>"));
      assert.equal(await page.text(), report);
      await harmless(page);
      await page.showText();
      await harmless(page);
      await page.page.setViewport({ width: 390, height: 800 });
      await page.showPaper();
      await harmless(page);
      await page.quiet();
    });

    test("HTML full of markup gives its words alone", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.pasteData({}, { "text/html": `<table><tr><td>乙</td><td>1</td></tr></table>${markup}`, "text/plain": "甲" });
      await page.settle(300);
      assert.match(await page.text(), /^乙\t1/);
      await harmless(page);
      // Chromium tells what the policy forbids in the document that the parser makes, of which nothing would run anyway.
      await page.page.close();
    });

    test("the element on another page leaves it unharmed", async () => {
      const page = await Host.open(browser, `${host.address}/`);
      const { text } = await page.report();
      assert.equal(text, report.replace(/\r\n?/g, "\n"));
      assert.equal(await page.evaluate(() => "ran" in window), false);
      assert.deepEqual(host.asked.filter((address) => !/^\/(gouji-widget\.js|favicon\.ico)?$/.test(address)), []);
      await page.close();
    });
  });
}
