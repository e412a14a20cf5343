// The bytes of an opened file → its text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bundled, launch } from "./support/tools.mjs";

const { decodeText } = await bundled("decode.ts");
// 一 and the ideographic space have a zero byte in UTF-16 on the side where digits do not.
const report = "\u3000\u3000望舒县2024年政府信息公开工作年度报告\r\n一一一一全年新收申请26件，统一答复25件。\r\n";

/** GBK bytes, by turning the platform's decoder round. */
const gbk = (() => {
  const codes = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return (text) => new Uint8Array(Array.from(text).flatMap((c) => (c < "\x80" ? [c.charCodeAt(0)] : codes.get(c))));
})();
const utf8 = (text) => new TextEncoder().encode(text);
const utf16le = (text) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const bytes = (...parts) => new Uint8Array(parts.flatMap((part) => Array.from(part)));

const cases = [
  ["UTF-8", utf8(report)],
  ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], utf8(report))],
  ["GBK", gbk(report)],
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
const read = (name, input) => page.evaluate((name, input) => module.readFile(name, new Uint8Array(input)), name, Array.from(input));
const html = (charset) => `<html><head>${charset}<title>标题</title></head><body><p>新收26件</p></body></html>`;

const pages = [
  ["a page in GBK that says so", gbk(html('<meta charset="gb2312">'))],
  ["a page in GBK that says it the old way", gbk(html('<meta http-equiv="Content-Type" content="text/html; charset=gbk">'))],
  ["a page in GBK that says nothing", gbk(html(""))],
  ["a page in GBK that says utf-8", gbk(html('<meta charset="utf-8">'))],
  ["a page in UTF-8 that says so", utf8(html('<meta charset="utf-8">'))],
  ["a page in UTF-8 that says gbk behind a mark", bytes([0xef, 0xbb, 0xbf], utf8(html('<meta charset="gbk">')))],
  ["a page that names an unknown charset", utf8(html('<meta charset="x-nonsense">'))],
];
for (const [name, input] of pages) test(name, async () => assert.equal(await read("年报.html", input), "新收26件"));
test("a text file is not read as a page", async () => assert.equal(await read("a.txt", utf8("<p>甲</p>")), "<p>甲</p>"));
