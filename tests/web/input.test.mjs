// What a person can give the page: files of every kind and encoding, drops, long texts; and a plain word for the rest.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { docx, docxOf, paragraph } from "./support/docx.mjs";
import { gb18030 } from "./support/gb18030.mjs";
import { asHtml } from "./support/html.mjs";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const report = reportText();
const rows = report.trimEnd();
const corrected = report.replace("\t0\t0\t21\n", "\t0\t0\t12\n");
/** Too long to be checked in the frame of the paste, and worth a second or so. */
const long = `${report}\n`.repeat(60);
const utf16 = (text, mark) => Buffer.concat([Buffer.from(mark, "latin1"), Buffer.from(text, "utf16le")]);

for (const name of browsers) {
  describe(name, () => {
    let browser, server, folder;
    before(async () => {
      browser = await launch(name);
      const page = readFileSync(inRoot("web/dist/index.html"), "utf8");
      // The same page under a policy that allows no worker.
      server = await servePage({ "/no-worker": page.replace("worker-src blob:; ", "") });
      folder = mkdtempSync(join(tmpdir(), "gouji-"));
    });
    after(async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    });
    const open = (path = "/", prepare = []) => Page.open(browser, name, `${server.address}${path}`, { prepare });
    const write = (file, content) => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };

    test("files are chosen: Word with merged cells, text and pages in each encoding", async () => {
      const page = await open();
      const files = [
        ["年报.docx", docxOf(report), rows],
        ["utf-8 带标记.txt", `\ufeff${corrected.replace(/\n/g, "\r\n")}`, corrected],
        ["utf-16.txt", utf16(report, "\xff\xfe"), report],
        ["utf-16 无标记.txt", utf16(report, ""), report],
        ["gb18030.txt", gb18030(corrected), corrected],
        ["gbk.html", gb18030(`<meta charset=gb2312>${asHtml(report)}`), rows],
        ["网页.htm", `<meta charset=utf-8>${asHtml(report)}`, rows],
        ["其实是 Word.wps", docxOf(report), rows],
        ["其实是网页.doc", `<html>${asHtml(report)}</html>`, rows],
      ];
      for (const [file, content, expected] of files) {
        await page.set("");
        await page.choose(write(file, content));
        assert.equal(await page.text(), expected, file);
        assert.equal(await page.verdict(), expected === corrected ? "全部相符：核对表内 42 条关系、正文 6 处，无矛盾" : "发现 1 处错误", file);
      }
      await page.quiet();
    });

    test("a file is dropped, or pasted; text is dropped", async () => {
      const page = await open();
      await page.drop({ "年报.docx": docxOf(report) });
      assert.equal(await page.text(), rows);
      await page.pasteData({ "年报.txt": corrected });
      assert.equal(await page.text(), corrected);
      await page.drop({}, { "text/html": asHtml(report), "text/plain": "不用" });
      assert.equal(await page.text(), rows);
      // Word puts a picture of what was copied beside it.
      await page.pasteData({ "image.png": "\x89PNG" }, { "text/plain": corrected });
      assert.equal(await page.text(), corrected);
      await page.quiet();
    });

    test("what cannot be read: why, what to do instead, and the text stays", async () => {
      const page = await open();
      await page.set(corrected);
      const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
      const cases = [
        [{ "a.doc": ole }, /“a\.doc”.*旧版.*全选、复制，再粘贴到这里/],
        [{ "a.wps": ole }, /“a\.wps”.*旧版/],
        [{ "a.pdf": "%PDF-1.7" }, /“a\.pdf”是 PDF 文件.*扫描件/],
        [{ "a.png": Buffer.from("\x89PNG\r\n", "latin1") }, /“a\.png”是图片.*文字版/],
        [{ "a.docx": "PK\u0003\u0004" }, /“a\.docx”不完整或已损坏/],
        [{ "a.docx": docx("<w:p/>") }, /“a\.docx”没有文字/],
        [{ "a.bin": Buffer.alloc(3000, 1) }, /“a\.bin”不是文字文件/],
        [{ "a.txt": " \r\n " }, /“a\.txt”没有文字/],
        [{ "image.png": Buffer.from("\x89PNG\r\n", "latin1") }, /“image\.png”是图片/, "paste"],
        [{}, /剪贴板里的内容没有文字/, "paste"],
      ];
      for (const [files, words, way] of cases) {
        await (way === "paste" ? page.pasteData(files) : page.drop(files));
        assert.match(await page.notice(), words);
        assert.equal(await page.text(), corrected);
      }
      const large = write("大.docx", Buffer.alloc(50 << 20));
      await page.choose(large);
      assert.match(await page.notice(), /“大\.docx”有 50 MB/);
      await page.page.click("#language");
      assert.match(await page.notice(), /is 50 MB large/);
      await page.quiet();
    });

    test("two files at once: one has to be chosen", async () => {
      const page = await open();
      await page.drop({ "一.txt": corrected, "二.docx": docx(paragraph("新收申请26件。")) });
      assert.match(await page.notice(), /一次核对一份报告。请选一个文件/);
      assert.equal(await page.text(), "");
      await page.press("二.docx");
      await page.settle(200);
      assert.equal(await page.text(), "新收申请26件。");
      assert.equal(await page.notice(), "");
      await page.quiet();
    });

    test("a text that is no report gets a sentence", async () => {
      const page = await open();
      await page.set("话说从前有一位书生，住在山脚下的小村里，每日读书种菜。\n".repeat(5000));
      await page.wait(".verdict");
      assert.equal(await page.verdict(), "没有可核对的内容");
      assert.match(await page.textOf(".verdict .more"), /请确认粘贴的是报告全文/);
    });

    test("a long paste leaves the page free, tells how it goes, and can be cancelled and begun again", async () => {
      const page = await open();
      const text = `${long}\n`.repeat(4);
      await page.copyFrom({ text });
      const longest = await page.longestPause();
      const pressed = await page.pressOnceThere("取消核对");
      await page.paste();
      await pressed();
      assert.ok((await longest()) < 400);
      await page.settle();
      assert.match(await page.textOf(".checking"), /已取消/);
      await page.press("重新核对");
      await page.wait(".verdict");
      assert.match(await page.verdict(), /^发现 \d+ 处错误$/);
      assert.equal(await page.text(), text);
      await page.key("Shift", "F8");
      assert.ok(await page.inSight(".mark.lit"), "the last finding of hundreds of reports");
      await page.quiet();
    });

    test("one worker does all long checks", async () => {
      const page = await open("/", () => {
        globalThis.workers = 0;
        globalThis.Worker = class extends Worker {
          constructor(...given) {
            super(...given);
            globalThis.workers++;
          }
        };
      });
      for (const text of [long, `${long} `, `${long}  `]) {
        await page.set(text);
        await page.wait(".verdict");
        assert.match(await page.verdict(), /^发现 \d+ 处错误$/);
      }
      assert.equal(await page.page.evaluate(() => globalThis.workers), 2, "one that unpacks the page, one for the core");
    });

    test("a newer text replaces one whose check still runs", async () => {
      const page = await open();
      await page.set(long);
      await page.set(corrected);
      assert.match(await page.verdict(), /^全部相符/);
      await page.settle(1500);
      assert.match(await page.verdict(), /^全部相符/);
      await page.quiet();
    });

    test("where the policy forbids workers, the page checks by itself", async () => {
      const page = await open("/no-worker");
      await page.set(long);
      await page.wait(".verdict");
      assert.match(await page.verdict(), /^发现 \d+ 处错误$/);
      await page.set(corrected);
      assert.match(await page.verdict(), /^全部相符/);
      assert.deepEqual(page.errors.filter((error) => !error.includes("Content-Security-Policy")), []); // Firefox tells it so
    });
  });
}
