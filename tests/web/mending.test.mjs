// Mending a report on the page: suggested values, figures and sentences in place, undo, the list of changes, a reload.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, launch, reportText } from "./support/tools.mjs";

const corrected = reportText().replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const twoFaults = reportText().replace("申请58件", "申请56件");
const allHolds = /^全部相符/;

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
    const open = () => Page.open(browser, name, `${server.address}/`);

    test("suggested values taken over, undone, made again, and put back one by one", async () => {
      const page = await open();
      await page.set(twoFaults);
      assert.equal(await page.verdict(), "发现 2 处错误");
      await page.click(".finding", 1);
      assert.deepEqual(await page.texts(".card .figures b"), ["21", "12"]);
      await page.press("改为 12");
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.deepEqual(await page.changes(), ["21 → 12"]);
      assert.match(await page.textOf(".changes small"), /表三，（四）无法提供 1\.本机关不掌握相关政府信息，总计/);
      assert.match(await page.textOf("p.spoken"), /^已把 21 改为 12。发现 1 处错误/);
      assert.equal(await page.focused(), "12（已修改）", "the keyboard is where the change was made");

      await page.click(".finding", 0);
      await page.press("改为 58");
      assert.match(await page.verdict(), allHolds);
      assert.deepEqual(await page.changes(), ["56 → 58", "21 → 12"]);
      assert.equal(await page.text(), corrected);

      await page.key("Control", "z");
      await page.key("Control", "z");
      assert.equal(await page.text(), twoFaults);
      await page.key("Control", "Shift", "z");
      await page.key("Control", "y");
      assert.equal(await page.text(), corrected);
      await page.pressIn(".changes", "恢复");
      assert.deepEqual(await page.changes(), ["21 → 12"]);
      assert.equal(await page.verdict(), "发现 1 处错误");
      await page.pressIn(".changes", "撤销");
      assert.equal(await page.text(), corrected);
      await page.quiet();
    });

    test("from an empty page to the corrected text: one wrong figure and one wrong sentence, a paste and five presses", async () => {
      const page = await open();
      await page.copyFrom({ text: twoFaults });
      await page.paste();
      await page.click(".finding");
      await page.click(".card .take");
      await page.click(".finding");
      await page.click(".card .take");
      assert.match(await page.verdict(), allHolds);
      await page.click(".changes .copy");
      assert.match(await page.notice(), /^已复制改后的全文/);
      await page.focusArea();
      await page.chord("v");
      assert.equal(await page.page.evaluate(() => document.querySelector("textarea").value), corrected);
      await page.quiet();
    });

    test("where several figures may be wrong, each can be chosen", async () => {
      const page = await open();
      await page.set(corrected.replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t5\t"));
      await page.click(".finding");
      assert.equal((await page.texts(".candidates li")).length, 5);
      assert.match((await page.texts(".candidates li"))[4], /^表四，行政复议，总计 5 → 4/);
      await page.pressIn(".candidates li:last-child", "改为 4");
      assert.equal(await page.text(), corrected);
      assert.match(await page.verdict(), allHolds);
      await page.quiet();
    });

    test("a figure in place: Enter takes it, Escape leaves it, a blank cell can be filled", async () => {
      const page = await open();
      await page.set(corrected.replace("（一）予以公开\t\t21\t", "（一）予以公开\t\t\t"));
      assert.match(await page.texts("td .expected").then((all) => all.join()), /应为 21/);
      await page.cell("new_received", "total");
      await page.type("57");
      await page.key("Escape");
      assert.ok((await page.text()).includes("\t58\n"));
      assert.equal(await page.focused(), "58");
      await page.cell("new_received", "total");
      await page.type("57");
      await page.key("Enter");
      assert.deepEqual(await page.changes(), ["58 → 57"]);
      assert.match(await page.verdict(), /处错误$/);
      await page.key("Control", "z");

      await page.click('td .mark');
      await page.press("填入 21");
      assert.equal(await page.text(), corrected);
      assert.match(await page.verdict(), allHolds);
      await page.quiet();
    });

    test("a sentence in place, with the figure selected; half-typed syllables do not end it", async () => {
      const page = await open();
      await page.set(corrected.replace("申请58件", "申请56件"));
      await page.key("F8");
      await page.press("自行修改");
      assert.equal(await page.inside((root) => root.activeElement.value.slice(root.activeElement.selectionStart, root.activeElement.selectionEnd)), "56");
      const still = await page.inside((root) => {
        const area = root.activeElement;
        for (const isComposing of [true, false]) {
          area.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing, keyCode: 229, bubbles: true, composed: true }));
        }
        return root.activeElement === area;
      });
      assert.ok(still, "Enter is the input method's");
      await page.type("58");
      await page.press("确定");
      assert.equal(await page.text(), corrected);
      assert.match(await page.verdict(), allHolds);

      // From the keyboard alone: into the paper, along its places, and a line opened.
      await page.inside((root) => root.querySelector('.paper [data-at][tabindex="0"]').focus());
      await page.key("Home");
      await page.key("ArrowDown");
      await page.key("ArrowDown");
      assert.match(await page.focused(), /^修改此段：一、总体情况/);
      await page.key("Enter");
      await page.key("End");
      await page.type("　");
      await page.key("Enter");
      assert.equal(await page.text(), corrected.replace("一、总体情况\n", "一、总体情况　\n"));
      await page.inside((root) => root.querySelector('[data-at="0/requests/new_received/total"]').focus());
      await page.key("ArrowDown");
      assert.equal(await page.inside((root) => root.activeElement.dataset.at), "0/requests/carried_over/total");
      await page.key("ArrowLeft");
      assert.equal(await page.inside((root) => root.activeElement.dataset.at), "0/requests/carried_over/other_organization");
      await page.quiet();
    });

    test("in the text as pasted: typed, listed as one change, and what the caret is in is told beside it", async () => {
      const page = await open();
      await page.set(reportText());
      await page.showText();
      await page.inside((root) => {
        const area = root.querySelector(".editor textarea");
        area.focus();
        const at = area.value.indexOf("\t21\n") + 2;
        area.setSelectionRange(at, at);
        area.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      });
      await page.settle();
      assert.deepEqual(await page.lit(), { mark: "21", expanded: 1, related: true });
      await page.replace("\t21\n", "\t12\n");
      assert.deepEqual(await page.changes(), ["21 → 12"]);
      await page.pressIn(".changes", "恢复");
      assert.equal(await page.text(), reportText());
      await page.quiet();
    });

    test("the corrected text, copied and downloaded", async () => {
      const page = await open();
      await page.set(reportText());
      await page.key("F8");
      await page.press("改为 12");
      await page.page.evaluate(() => {
        // No driver can read the clipboard or a download in both browsers: what the page hands over is looked at.
        globalThis.taken = {};
        navigator.clipboard.writeText = async (text) => void (globalThis.taken.copied = text);
        URL.createObjectURL = (blob) => (blob.text().then((text) => (globalThis.taken.saved = text)), "blob:null");
        HTMLAnchorElement.prototype.click = function () { globalThis.taken.name = this.download; };
      });
      await page.pressIn(".changes", "复制");
      assert.match(await page.notice(), /^已复制改后的全文/);
      await page.pressIn(".changes", "下载");
      const taken = await page.page.evaluate(() => globalThis.taken);
      // Saved with the line ends that every editor on every system reads.
      const name = "望舒县人民政府2024年政府信息公开工作年度报告-改后.txt";
      assert.deepEqual(taken, { copied: corrected, saved: corrected.replaceAll("\n", "\r\n"), name });
    });

    test("a reload keeps the draft in the tab, with its changes; another tab knows nothing of it", async () => {
      const page = await open();
      await page.set(reportText());
      await page.key("F8");
      await page.press("改为 12");
      await page.page.reload();
      await page.ready();
      assert.match(await page.verdict(), allHolds);
      assert.deepEqual(await page.changes(), ["21 → 12"]);
      await page.press("撤销");
      assert.equal(await page.text(), reportText());
      const other = await open();
      assert.equal(await other.text(), "");
      await page.press("清空");
      await page.page.reload();
      await page.ready();
      assert.equal(await page.text(), "");
    });

    test("of a long report, a finding at its end is reached at once", async () => {
      const page = await open();
      const copies = Array.from({ length: 12 }, (_, i) => corrected.replaceAll("望舒", `望舒${"一二三四五六七八九十百千"[i]}`));
      copies[11] = copies[11].replace("\t0\t0\t12\n", "\t0\t0\t21\n");
      await page.set(copies.join("\n"));
      await page.inside((root) => Array.from(root.querySelectorAll(".finding")).find((one) => /表内合计不符/.test(one.textContent)).click());
      await page.settle(300);
      assert.equal((await page.lit()).mark, "21");
      assert.ok(await page.inSight(".mark.lit"));
      await page.quiet();
    });

    test("with one column: the card is at the foot, and so is the way to undo", async () => {
      const page = await open();
      await page.page.setViewport({ width: 390, height: 844 });
      await page.set(twoFaults);
      await page.click(".finding", 1);
      assert.match(await page.textOf(".foot .short"), /表内合计不符/);
      assert.ok(await page.inSight(".mark.lit"), "the figure is not under the card");
      assert.ok(await page.inSight(".foot .take"));
      await page.pressIn(".foot", "改为 12");
      assert.equal(await page.textOf(".foot .short"), "已把 21 改为 12。");
      await page.pressIn(".foot", "撤销");
      assert.equal(await page.text(), twoFaults);
      await page.pressIn(".foot", "回到清单");
      assert.ok(await page.inSight(".side h2"));
      await page.quiet();
    });
  });
}
