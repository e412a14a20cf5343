// The findings beside the report: filtered, by section, set aside with a reason, and what was not checked.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { corrected, many, states } from "./support/states.mjs";
import { browsers, launch, reportText } from "./support/tools.mjs";

for (const name of browsers) {
  describe(name, () => {
    let browser, server, folder;
    before(async () => {
      browser = await launch(name);
      server = await servePage();
      folder = mkdtempSync(join(tmpdir(), "gouji-"));
    });
    after(async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    });
    const open = () => Page.open(browser, name, `${server.address}/`);

    test("filtered by gravity, in the order of the sections, and F8 walks through what is listed", async () => {
      const page = await open();
      await page.set(many);
      const heads = await page.texts(".findings h3");
      assert.equal(heads.length, 3);
      assert.match(heads.join(), /^错误 \d,存疑 \d,提示 \d$/);
      await page.pressIn(".filters", "存疑");
      assert.deepEqual(await page.texts(".finding .tag"), ["存疑", "存疑"]);
      const seen = [];
      for (let i = 0; i < 3; i++) {
        await page.key("F8");
        seen.push((await page.lit()).mark);
      }
      assert.deepEqual(seen, ["七", "培训培训", "七"]);
      await page.pressIn(".filters", "全部");
      await states["by-section"](page);
      const sections = await page.texts(".findings h3");
      assert.match(sections[0], /^标题和引言 1$/);
      assert.match(sections[1], /^一、总体情况 2$/);
      assert.match(sections.at(-1), /^四、/);
      await page.quiet();
    });

    test("a card: both sums with their figures, the basis, and the way to the rule's page", async () => {
      const page = await open();
      await page.set(reportText());
      await page.click(".paper .mark");
      assert.equal(await page.focused(), "表内合计不符：详情");
      assert.deepEqual(await page.texts(".sum tr"), [
        "各项办理结果相加 25 + 8 + 2 + 1 + 2 + 21 + 1 + 3 + 3 + 2 68", "（七）总计 不等于 ≠ 59",
        "各类申请人相加 9 + 1 + 2 12", "总计 不等于 ≠ 21",
      ]);
      assert.deepEqual(await page.texts(".settled"), ["改后两边都是 59", "改后两边都是 12"]);
      assert.match(await page.textOf(".card .basis"), /依据《中华人民共和国政府信息公开工作年度报告格式》/);
      assert.equal((await page.texts("td.line, td.lit")).length, 28, "the row and the column light up");
      const asked = await page.inside((root) => {
        let rule = "";
        root.host.addEventListener("gouji-rule", (event) => ((rule = event.detail.rule), event.preventDefault()));
        root.querySelector(".card .basis a").click();
        return `${rule} ${location.hash}`;
      });
      assert.equal(asked, "sum-mismatch ");
      await page.quiet();
    });

    test("set aside with a reason: through edits, a reload and another report; exported, taken in again, brought back", async () => {
      const page = await open();
      await page.set(reportText());
      await page.click(".finding");
      await page.press("忽略");
      await page.press("忽略此处");
      assert.match(await page.verdict(), /^除已忽略的外都相符：核对表内 \d+ 条关系、正文 \d+ 处$/);
      assert.deepEqual(await page.marks(), []);
      await page.cell("new_received", "natural_person");
      await page.type("50");
      await page.key("Enter");
      assert.match(await page.verdict(), /错误$/);
      await page.key("Control", "z");
      assert.match(await page.verdict(), /^除已忽略的外都相符/);
      await page.settle(450); // until it is kept
      await page.page.reload();
      await page.ready();
      assert.match(await page.verdict(), /^除已忽略的外都相符/);
      assert.match(await page.textOf(".aside li"), /已对照台账核实，无误/);

      const file = await page.inside((root) => root.host.draft.exportIgnored("0"));
      assert.ok(!/[\u4e00-\u9fff]/.test(file), "no words of the report");
      writeFileSync(join(folder, "ignored.json"), file);
      const other = await open();
      await other.set(reportText());
      await other.chooseIn(".import", join(folder, "ignored.json"));
      assert.match(await other.verdict(), /^除已忽略的外都相符/);
      assert.match(await other.notice(), /^已导入 1 处忽略/);
      await other.press("不再忽略");
      assert.equal(await other.verdict(), "发现 1 处错误");
      await other.quiet();
    });

    test("what could not be read, and what was not found", async () => {
      const page = await open();
      await states.illegible(page);
      assert.match(await page.verdict(), /未能核对$/);
      assert.equal(await page.textOf(".illegible summary"), "1 格读不出数字");
      assert.deepEqual(await page.texts(".illegible li b"), ["若干"]);
      assert.equal(await page.textOf(".unread .absent"), "表中有 7 格没有读到");
      await page.click(".illegible button");
      assert.deepEqual(await page.pointed(), ["若干"]);
      await page.quiet();
    });

    test("all holds: green, with the count; each relation with both sides, and where it stands", async () => {
      const page = await open();
      await page.set(corrected);
      assert.equal(await page.inside((root) => root.querySelector(".verdict").classList.contains("good")), true);
      await page.unfold(".checks");
      const rows = await page.texts(".checks tr.held");
      assert.ok(rows.length > 40);
      assert.ok(rows.includes("总计 61 61 相符"), rows.slice(0, 9).join());
      await page.pressIn(".checks", "总计");
      assert.deepEqual(await page.pointed(), ["58", "3", "59", "2"]);
      await page.quiet();
    });
  });
}
