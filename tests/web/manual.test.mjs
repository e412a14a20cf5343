// The rule manual: made from every rule's page, found by words and by id, opened from a finding, left with Escape.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, bundled, inRoot, launch, reportText } from "./support/tools.mjs";

const { rulePage, rulePages, rulesDate } = await import("../../web/manual.mjs");
const { loadCore } = await bundled("core.ts");
const rules = JSON.parse((await loadCore(readFileSync(inRoot("build/wasm/gouji.wasm")))).rulesJson());
const pages = rulePages(inRoot("core/rules"));
const titlesOf = (id) => pages.find(([one]) => one === id).slice(1, 3);
const [sums, sumsInEnglish] = titlesOf("sum-mismatch");
const [years, yearsInEnglish] = titlesOf("year-mismatch");
const wide = (text) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

test("the manual has every rule of the core under its titles, complete in both languages", () => {
  assert.deepEqual(pages.map(([id, zh, en]) => ({ id, zh, en })), rules.map(({ id, title: { zh, en } }) => ({ id, zh, en })));
  for (const [id, , , what, why, basis, examples] of pages) {
    for (const [zh, en] of [...what, ...why, ...basis, ...examples]) assert.ok(/[\u4e00-\u9fff]/.test(zh) && /[a-z]/i.test(en), `${id}: ${zh} / ${en}`);
    assert.ok(examples.some(([, , pastes]) => pastes.some(([, elsewhere]) => elsewhere)), id);
    assert.ok(examples.some(([, , pastes]) => pastes.some(([, elsewhere]) => !elsewhere)), id);
  }
});

test("an example shows its marks in place, and what only tests need is gone", () => {
  const page = `# 甲 A\n\n## 查什么 What it does\n\n一。\n\nOne.\n\n## 为什么 Why\n\n二。\n\nTwo.\n\n## 依据 Basis\n\n三。\n\nThree.\n\n## 示例 Examples\n
例。\n\nExample.\n\n\`\`\`report base=2021\n甲 | 3 | 0 |\n- 乙\n本局\\xE2\\x80\\x8B好\n\`\`\`\n\n\`\`\`findings\nerror sum-mismatch 甲 | ⟦3⟧ | 0 → 2\nadvice x ⟦丙⟧丁\n\`\`\`\n
对的。\n\nRight.\n\n\`\`\`report\n丁\n\`\`\`\n`;
  const [, zh, en, what, , , examples] = rulePage("a", page);
  assert.deepEqual([zh, en, what], ["甲", "A", [["一。", "One."]]]);
  assert.deepEqual(examples, [
    ["例。", "Example.", [["甲 | ⟦3→2⟧ | 0 |\n- 乙\n本局\u200b好", ["⟦丙⟧丁"]]]],
    ["对的。", "Right.", [["丁"]]],
  ]);
});

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
    const hash = (page) => page.page.evaluate(() => location.hash);
    const titles = (page) => page.inside((root) => Array.from(root.querySelectorAll(".manual-list a"), (link) => link.textContent));

    for (const [place, address] of [["http", () => `${server.address}/`], ["file", () => pathToFileURL(inRoot("web/dist/index.html")).href]]) {
      test(`${place}: from a finding to its rule, and back with Escape to where one was`, async () => {
        const page = await Page.open(browser, name, address());
        await page.set(reportText());
        await page.key("F8");
        await page.focusOn(".card a[href^='#rule/']");
        await page.key("Enter");
        assert.equal(await hash(page), "#rule/sum-mismatch");
        assert.equal(await page.textOf(".rule h3"), sums);
        assert.match(await page.textOf(".rule"), /表三表头：本列数据的勾稽关系为.*示例/s);
        assert.equal(await page.inside((root) => root.activeElement.textContent), sums);
        assert.equal(await page.inside((root) => root.querySelector(".desk").getBoundingClientRect().height), 0);
        await page.key("Escape");
        assert.equal(await hash(page), "");
        assert.equal(await page.inside((root) => root.activeElement.getAttribute("href")), "#rule/sum-mismatch");
        assert.equal((await page.lit()).expanded, 1);
        assert.equal(await page.text(), reportText());
        await page.quiet();
      });
    }

    test("found by Chinese and English words and by id; the browser's own back leads back", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      await page.page.click("header a");
      await page.settle();
      assert.equal((await titles(page)).length, rules.length);
      await page.focusOn("#manual-search");
      for (const [query, found] of [["year-mismatch", years], [sums.slice(1), sums], [sumsInEnglish.toUpperCase(), sums], [wide(yearsInEnglish), years]]) {
        await page.inside((root) => root.querySelector("#manual-search").select());
        await page.type(query);
        assert.equal((await titles(page))[0], found, query);
      }
      await page.inside((root) => root.querySelector("#manual-search").select());
      await page.type("没有这样的话");
      assert.match(await page.textOf(".manual-list [role=status]"), /没有找到/);
      await page.inside((root) => root.querySelector("#manual-search").select());
      await page.type("sum-mismatch");
      await page.click(".manual-list a");
      assert.equal(await page.textOf(".rule h3"), sums);
      await page.page.click("#language");
      assert.equal(await page.textOf(".rule h3"), sumsInEnglish);
      for (let step = 0; step < 2; step++) {
        await page.page.evaluate(() => history.back());
        await page.settle(200);
      }
      assert.equal(await page.inside((root) => root.querySelector(".manual")), null);
      await page.quiet();
    });

    test("a link to a rule opens its page; a paste leaves it", async () => {
      const page = await Page.open(browser, name, `${server.address}/#rule/year-mismatch`);
      await page.wait(".rule h3"); // the manual comes last
      assert.equal(await page.textOf(".rule h3"), years);
      await page.key("Escape");
      assert.equal(await hash(page), "");
      assert.equal(await page.inside((root) => root.querySelector(".manual")), null);
      await page.page.evaluate(() => (location.hash = "rule/no-such"));
      await page.settle();
      assert.match(await page.textOf(".manual-text"), /没有编号为“no-such”的规则/);
      await page.pasteData({}, { "text/plain": reportText() });
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.equal(await page.inside((root) => root.querySelector(".manual")), null);
      await page.quiet();
    });

    test("the page says its version and the date of its rules", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      const footer = await page.page.$eval("footer", (footer) => footer.innerText);
      assert.match(footer, new RegExp(`版本 \\d+\\.\\d+\\.\\d+，规则更新于 ${rulesDate(inRoot("core/rules"))}`));
    });
  });
}
