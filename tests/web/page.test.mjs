// The built page in Chromium and Firefox, from http and from disk: paste, verdict, edit, mark; and never a request.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const corrected = reportText().replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const allHolds = "全部相符：核对表内 42 条关系、正文 6 处，无矛盾";

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
    const places = {
      http: () => `${server.address}/`,
      file: () => pathToFileURL(inRoot("web/dist/index.html")).href,
    };

    for (const [place, address] of Object.entries(places)) {
      const open = () => Page.open(browser, name, address());

      // Real clipboards: the text is selected and copied in another tab, with the keys that a person presses.
      test(`${place}: a report pasted as plain text, then edited`, async () => {
        const page = await open();
        await page.copyFrom({ text: reportText() });
        await page.paste();
        assert.equal(await page.verdict(), "发现 1 处错误");
        assert.deepEqual(await page.marks(), ["21"]);
        assert.equal(await page.text(), reportText());

        await page.showText();
        await page.replace("\t21\n", "\t12\n");
        assert.equal(await page.verdict(), allHolds);
        assert.deepEqual(await page.marks(), []);

        await page.replace("数量\t\t\t49\t", "数量\t\t\t48\t");
        assert.equal(await page.verdict(), "发现 1 处错误");
        assert.deepEqual(await page.marks(), ["48"]);
        await page.showPaper();
        assert.deepEqual(await page.marks(), ["48"]);
        assert.equal(await page.cellOf("48"), "48 应为 49");
        await page.quiet();
      });

      test(`${place}: a report pasted as a table with merged cells`, async () => {
        const page = await open();
        await page.copyFrom({ tablesOf: reportText() });
        await page.paste();
        assert.equal(await page.text(), reportText().trimEnd());
        assert.equal(await page.verdict(), "发现 1 处错误");
        assert.deepEqual(await page.marks(), ["21"]);
        await page.quiet();
      });
    }

    test("into the text area: rich text goes where the caret is, and undo takes it out", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.focusText();
      await page.type("前");
      await page.copyFrom({ tablesOf: "甲\t1\n乙\t2" });
      await page.focusText();
      await page.chord("v");
      assert.equal(await page.text(), "前甲\t1\n乙\t2");
      await page.chord("z");
      assert.equal(await page.text(), "前");
      await page.quiet();
    });

    test("the sample, the walk through its findings, and clearing", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.press("载入示例");
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.equal(await page.cellOf("6"), "6 应为 4");
      await page.key("F8");
      assert.deepEqual(await page.lit(), { mark: "6", expanded: 1, related: true });
      assert.ok(await page.inSight(".mark.lit"));
      const sample = await page.text();
      await page.press("载入示例");
      assert.ok(await page.inSight(".verdict"), "a new report starts at its top");
      await page.press("清空");
      assert.equal(await page.text(), "");
      await page.press("恢复刚才的文本");
      assert.equal(await page.text(), sample);
      await page.quiet();
    });

    test("F8 and Shift+F8 go round all findings", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(reportText().replace("数量\t\t\t49\t", "数量\t\t\t48\t"));
      const seen = [];
      for (const keys of [["F8"], ["F8"], ["F8"], ["Shift", "F8"]]) {
        await page.key(...keys);
        seen.push((await page.lit()).mark);
      }
      assert.notEqual(seen[0], seen[1]);
      assert.deepEqual(seen.slice(2), [seen[0], seen[1]]);
      await page.quiet();
    });

    test("a click on a finding lights its figures, a click on a mark its finding", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(reportText().replace("数量\t\t\t49\t", "数量\t\t\t48\t"));
      assert.equal(await page.verdict(), "发现 2 处错误");
      for (const way of [".finding", ".paper .mark"]) {
        for (const index of [1, 0]) {
          await page.click(way, index);
          const { mark, expanded } = await page.lit();
          assert.ok(mark && expanded === 1, `${way} ${index}`);
          assert.ok(await page.inSight(".mark.lit"));
        }
      }
      await page.quiet();
    });

    test("a sentence that contradicts the table: its mark, its card, both sides in the list, and the way there", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(corrected.replace("申请58件", "申请56件").replace("办理2件。", "办理2件。上半年收到申请20件。"));
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.deepEqual(await page.marks(), ["56"]);
      assert.equal(await page.textOf(".paper .mark + .expected"), "应为 58");
      assert.match(await page.textOf(".finding .change"), /^文中 56，应为 58$/);

      assert.deepEqual(await page.statements("正文与表格"), {
        status: "不符 1/5",
        failed: ["新收政府信息公开申请56件", "表三，一、本年新收政府信息公开申请数量，总计", "56", "58", "不符"],
      });
      await page.press("新收政府信息公开申请56件");
      assert.deepEqual(await page.pointed(), ["新收政府信息公开申请", "56", "件", "58"]);
      assert.ok(await page.inSight(".pointed"));
      await page.key("F8");
      assert.deepEqual(await page.pointed(), []);
      assert.equal((await page.lit()).mark, "56");

      assert.equal(await page.textOf(".unchecked summary"), "正文中另有 1 个数字没有核对");
      await page.unfold(".unread");
      assert.equal(await page.textOf(".unchecked small"), "属于其他年度，或只是一年中的一段");
      await page.click(".unchecked button");
      assert.deepEqual(await page.pointed(), ["20"]);
      await page.showText();
      assert.deepEqual(await page.pointed(), ["20"], "the other view shows the same place");
      await page.replace("申请56件", "申请58件");
      assert.deepEqual(await page.pointed(), []);
      assert.match(await page.verdict(), /^全部相符/);
      await page.quiet();
    });

    test("a heading that is missing is shown where it should stand", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(corrected.replace("四、政府信息公开行政复议、行政诉讼情况\n", ""));
      assert.match(await page.textOf(".finding .name"), /缺少/);
      assert.match(await page.textOf(".gap"), /此处缺：四、政府信息公开行政复议、行政诉讼情况/);
      await page.key("F8");
      assert.ok(await page.inSight(".gap .mark.lit"));
      await page.quiet();
    });

    test("an input method's half-typed syllables are not checked", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(corrected);
      await page.showText();
      const seen = await page.compose("xin");
      assert.deepEqual(seen, { during: corrected, after: `${corrected}xin` });
    });

    test("English on the switch", async () => {
      const page = await Page.open(browser, name, places.http());
      await page.set(corrected);
      await page.page.click("#language");
      assert.equal(await page.verdict(), "Consistent: 42 relations and 6 statements checked, no contradiction");
      assert.equal(await page.page.$eval("html", (html) => html.lang), "en");
    });

    test("without WebAssembly, one plain sentence, and the text is kept", async () => {
      const page = await Page.open(browser, name, places.http(), { without: "WebAssembly" });
      assert.match(await page.textOf(".failure"), /此浏览器无法运行核对程序/);
      await page.focusText();
      await page.type("甲");
      assert.equal(await page.text(), "甲");
    });

    test("a text for which the memory does not do is refused in plain words, and kept", async () => {
      const page = await Page.open(browser, name, places.http());
      const [words, kept] = await page.inside(async (root) => {
        const checker = root.host;
        checker.check("字".repeat(2_100_000));
        checker.failed(new RangeError("out of memory"));
        await checker.updateComplete;
        return [root.querySelector(".failure").textContent, checker.text.length];
      });
      assert.match(words, /^文本太长/);
      assert.equal(kept, 2_100_000);
      await page.set(reportText());
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.equal(await page.inside((root) => root.querySelector(".failure")), null);
    });

    test("the policy blocks a request even if one were tried", async () => {
      const page = await Page.open(browser, name, places.http());
      const tried = await page.page.evaluate(() => fetch("/leak").then(() => "sent", () => "blocked"));
      assert.equal(tried, "blocked");
      assert.ok(!server.asked.includes("/leak"));
    });
  });
}
