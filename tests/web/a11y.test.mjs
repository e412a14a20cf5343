// No violation of the accessibility rules in any state, in both languages and both themes; and the keyboard alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { corrected, states } from "./support/states.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const axe = readFileSync(inRoot("web/node_modules/axe-core/axe.min.js"), "utf8");

/** By all of WCAG 2.2 AA and the best practices, or only these rules; contrast takes as long as all the others together. */
function violations(page, { only, contrast = true } = {}) {
  return page.page.evaluate(async (only, contrast) => {
    const { violations } = await globalThis.axe.run(document, {
      resultTypes: ["violations"],
      runOnly: only || ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      ...(contrast ? {} : { rules: { "color-contrast": { enabled: false } } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, any }) => `${html.slice(0, 160)} (${any[0]?.message ?? ""})`).join(" | ")}`);
  }, only, contrast);
}

describe("axe, in chromium", () => {
  let browser, server;
  before(async () => {
    browser = await launch("chromium");
    server = await servePage();
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  for (const [state, reach] of Object.entries(states)) {
    test(`${state}: no violation, in both languages and themes`, async () => {
      const page = await Page.open(browser, "chromium", `${server.address}/`);
      await reach(page);
      await page.page.evaluate(axe);
      const theme = async (value) => {
        await page.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
        await page.settle();
      };
      await theme("light");
      assert.deepEqual(await violations(page), []);
      await theme("dark");
      assert.deepEqual(await violations(page, { only: ["color-contrast"] }), [], "dark");
      await page.page.click("#language");
      assert.deepEqual(await violations(page, { contrast: false }), [], "English");
      // 320 pixels are 1280 at 400 %; 720 by 450 are 1440 by 900 at 200 %.
      for (const [width, height] of [[720, 450], [320, 640]]) {
        await page.page.setViewport({ width, height });
        await page.settle();
        assert.ok(await page.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `all in ${width} pixels`);
      }
      assert.deepEqual(await violations(page, { contrast: false }), [], "one column");
      await page.page.close();
    });
  }
});

for (const name of browsers) {
  describe(`the keyboard alone, in ${name}`, () => {
    let browser, server;
    before(async () => {
      browser = await launch(name);
      server = await servePage();
    });
    after(async () => {
      await browser.close();
      server.close();
    });

    test("paste, next finding, take over, undo, ignore, bring back, export", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.copyFrom({ text: reportText() });
      await page.chord("v"); // the focus is nowhere in particular
      assert.equal(await page.verdict(), "发现 1 处错误");
      await page.key("F8");
      assert.match(await page.focused(), /^21，错误：表内合计不符，应为 12$/);
      await page.key("Enter");
      assert.equal(await page.focused(), "表内合计不符：详情");
      await page.key("Escape");
      assert.match(await page.focused(), /^21，错误/, "Escape gives the keyboard back to the mark");
      await page.key("Enter");
      await page.tabTo("改为 12");
      await page.key("Enter");
      assert.equal(await page.text(), corrected);
      await page.key("Control", "z");
      assert.equal(await page.text(), reportText());

      await page.key("F8");
      await page.key("Enter");
      await page.tabTo("忽略");
      await page.key("Enter");
      await page.key("ArrowDown");
      await page.key("Tab");
      await page.type("已电话核实");
      await page.key("Enter");
      assert.match(await page.verdict(), /^除已忽略的外都相符/);
      assert.match(await page.textOf(".aside li"), /情况特殊，允许这样写：已电话核实/);
      await page.tabTo("导出忽略清单");
      await page.page.evaluate(() => {
        HTMLAnchorElement.prototype.click = function () { globalThis.saved = this.download; };
      });
      await page.key("Enter");
      assert.equal(await page.page.evaluate(() => globalThis.saved), "忽略清单.json");
      await page.tabTo("不再忽略", ["Shift", "Tab"]);
      await page.key("Enter");
      assert.equal(await page.verdict(), "发现 1 处错误");
      await page.quiet();
    });

    test("nothing holds the keyboard: the Tab key goes all round the page", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.set(reportText());
      const seen = new Set();
      for (let i = 0; i < 60; i++) {
        await page.page.keyboard.press("Tab");
        const at = (await page.focused()) ?? (await page.page.evaluate(() => document.activeElement.id || document.activeElement.tagName));
        if (at === "language" && seen.has(at)) break;
        seen.add(at);
      }
      for (const one of ["language", "版面", "原文", "清空", "表三，可左右滚动"]) assert.ok(seen.has(one), `${one} of ${Array.from(seen)}`);
      assert.ok(Array.from(seen).some((one) => /^21，错误/.test(one)));
      assert.ok(seen.size < 40, `${seen.size} stops`);
    });
  });
}
