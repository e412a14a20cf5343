// What a file is, by its content: the first bytes that the programs in use write.
import assert from "node:assert/strict";
import { test } from "node:test";
import { docx, paragraph } from "./support/docx.mjs";
import { bundled, fromWeb } from "./support/tools.mjs";

const { strToU8, zipSync } = fromWeb("fflate");
const { kindOf, isNoText } = await bundled("kinds.ts");
const { refusalInWords } = await bundled("intake-words.ts");

const latin = (text) => new Uint8Array(Buffer.from(text, "latin1"));
const zip = (...names) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));
const ole = latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "\0".repeat(500));

const cases = [
  ["a.doc", ole, "oldOffice"],
  ["a.wps", ole, "oldOffice"],
  ["a.docx", ole, "oldOffice"], // with a password
  ["a.xls", ole, "sheet"],
  ["a.docx", docx(paragraph("甲")), "docx"],
  ["a.doc", docx(paragraph("甲")), "docx"],
  ["a.wps", zip("word\\document.xml"), "docx"],
  ["a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), "sheet"],
  ["a.pptx", zip("ppt/presentation.xml"), "slides"],
  ["a.ofd", zip("OFD.xml"), "ofd"],
  ["a.odt", zip("mimetype", "content.xml"), "openDocument"],
  ["a.zip", zip("年报.docx"), "archive"],
  ["a.pdf", latin("%PDF-1.7\n"), "pdf"],
  ["a.txt", latin("\r\n%PDF-1.4\n"), "pdf"],
  ["a.doc", latin("{\\rtf1\\ansi"), "rtf"],
  ["a.png", latin("\x89PNG\r\n\x1a\n"), "picture"],
  ["a.jpg", latin("\xff\xd8\xff\xe0"), "picture"],
  ["a.bmp", latin("BM\x36\x10\0\0\0\0\0\0\x36\0"), "picture"],
  ["a.webp", latin("RIFF\x24\0\0\0WEBPVP8 "), "picture"],
  ["a.rar", latin("Rar!\x1a\x07"), "archive"],
  ["a.mht", latin("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"), "webArchive"],
  ["a.xml", latin('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), "wordXml"],
  ["a.doc", latin("<html xmlns:o='urn:schemas-microsoft-com:office:office'>"), "html"],
  ["a.txt", latin("<!DOCTYPE html><html>"), "html"],
  ["a", latin("<h\0t\0m\0l\0>\0".replace("<h", "\xff\xfe<\0h")), "html"],
  ["a.html", latin("<p>1</p>"), "html"],
  ["a.txt", latin("<p>1</p>"), "text"],
  ["a.txt", latin("BMW 2024"), "text"],
  ["a.csv", latin("1,2"), "text"],
  ["", new Uint8Array(), "text"],
];
for (const [name, bytes, kind] of cases) test(`${name || "nothing"}: ${kind}`, () => assert.equal(kindOf(name, bytes), kind));

test("what no text is made of", () => {
  assert.ok(isNoText("\0\u0001\u0002\ufffd".repeat(100)));
  assert.ok(isNoText(new TextDecoder("gb18030").decode(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255))));
  assert.ok(!isNoText(`${"新收申请26件。".repeat(20)}\ufffd\u000c\u001a`));
});

test("every reason has its words, with the name in them and no other figure than its own", () => {
  for (const language of ["zh", "en"]) {
    assert.match(refusalInWords({ refused: "tooLarge", name: "甲.docx", size: 60 << 20 }, language), /“甲\.docx”.*60 MB/);
    assert.doesNotMatch(refusalInWords({ refused: "empty", name: "" }, language), /“|%s|undefined/);
  }
});
