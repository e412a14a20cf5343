// The bytes of an opened file → its text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gb18030 } from "./support/gb18030.mjs";
import { bundled, launch } from "./support/tools.mjs";

const { decodeText } = await bundled("decode.ts");
// 一 and the ideographic space have a zero byte in UTF-16 on the side where digits do not.
const report = "\u3000\u3000望舒县2024年政府信息公开工作年度报告\r\n一一一一全年新收申请26件，统一答复25件。\r\n";

const utf8 = (text) => new TextEncoder().encode(text);
const utf16le = (text) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const bytes = (...parts) => new Uint8Array(parts.flatMap((part) => Array.from(part)));

const cases = [
  ["UTF-8", utf8(report)],
  ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], utf8(report))],
  ["GBK", gb18030(report)],
  ["UTF-16 LE with a mark", bytes([0xff, 0xfe], utf16le(report))],
  ["UTF-16 BE with a mark", bytes([0xfe, 0xff], utf16be(report))],
  ["UTF-16 LE without", utf16le(report)],
  ["UTF-16 BE without", utf16be(report)],
];
for (const [name, input] of cases) test(name, () => assert.equal(decodeText(input), report));

test("GB18030's four-byte characters", () => {
  const rare = new Uint8Array([0x95, 0x32, 0x82, 0x36, 0xd5, 0xf2]); // U+20000, then 镇
  assert.equal(decodeText(rare), "\u{20000}镇");
});
test("nothing at all", () => assert.equal(decodeText(new Uint8Array()), ""));
test("plain ASCII", () => assert.equal(decodeText(utf8("26\n")), "26\n"));

// Pages need a DOM, so these run in a browser.
let browser, page;
before(async () => {
  browser = await launch("chromium");
  page = await browser.newPage();
  await page.evaluate(await bundled("decode.ts", "browser"));
});
after(() => browser.close());
const read = (input) => page.evaluate((input) => module.readPage(new Uint8Array(input)), Array.from(input));
const html = (charset) => `<html><head>${charset}<title>标题</title></head><body><p>新收26件</p></body></html>`;

const pages = [
  ["a page in GBK that says so", gb18030(html('<meta charset="gb2312">'))],
  ["a page in GBK that says it the old way", gb18030(html('<meta http-equiv="Content-Type" content="text/html; charset=gbk">'))],
  ["a page in GBK that says nothing", gb18030(html(""))],
  ["a page in GBK that says utf-8", gb18030(html('<meta charset="utf-8">'))],
  ["a page in UTF-8 that says so", utf8(html('<meta charset="utf-8">'))],
  ["a page in UTF-8 that says gbk behind a mark", bytes([0xef, 0xbb, 0xbf], utf8(html('<meta charset="gbk">')))],
  ["a page that names an unknown charset", utf8(html('<meta charset="x-nonsense">'))],
];
for (const [name, input] of pages) test(name, async () => assert.equal(await read(input), "新收26件"));
