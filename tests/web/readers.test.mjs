// What must hold of the readers of pages, Word files and bytes, whatever they are given: made tables, broken markup, broken files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { docx, docxOf } from "./support/docx.mjs";
import { gb18030 } from "./support/gb18030.mjs";
import { asHtml, escape } from "./support/html.mjs";
import { generator } from "./support/random.mjs";
import { bundled, fromWeb, launch, reportText } from "./support/tools.mjs";

const { strFromU8, unzipSync, zipSync } = fromWeb("fflate");
const { decodeText } = await bundled("decode.ts");
let browser, page;
before(async () => {
  browser = await launch("chromium");
  page = await browser.newPage();
  await page.evaluate(`${await bundled("clipboard.ts", "browser")}\nglobalThis.clipboard = module;`);
  await page.evaluate(await bundled("intake.ts", "browser"));
});
after(() => browser.close());

const random = generator(20241124);
const upTo = (most) => Math.floor(random() * (most + 1));
const pick = (list) => list[upTo(list.length - 1)];
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** What comes of each file: its text, or the reason why there is none. */
const taken = (files) => page.evaluate(async (files) => {
  const results = [];
  for (const [name, base64] of files) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    results.push(await module.fromFile(new File([bytes], name)));
  }
  return results;
}, files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]));
/** Of each page: its text, and all that a browser finds in it but for what is marked as hidden. */
const texts = (pages) => page.evaluate((pages) => pages.map((html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const hidden of parsed.querySelectorAll("del, script, [hidden], [style*='display: none']")) hidden.remove();
  return { text: clipboard.htmlToText(html), again: clipboard.htmlToText(html), all: parsed.documentElement.textContent };
}), pages);

// ---- tables of merged cells

/** A rectangle of places, each covered by exactly one cell. */
function tiling() {
  const [height, width] = [1 + upTo(7), 2 + upTo(6)];
  const owner = times(height, () => times(width, () => null));
  const cells = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (owner[y][x]) continue;
      let right = x;
      while (right + 1 < width && !owner[y][right + 1] && random() < 0.25) right++;
      let bottom = y;
      while (bottom + 1 < height && random() < 0.25) bottom++;
      const cell = { x, y, width: right - x + 1, height: bottom - y + 1, words: pick(["", "0", "26", "1,234", "3.6", "甲", "（四）无法提供", "a<b&c", "总计", "三、本年度办理结果"]) };
      cells.push(cell);
      for (let dy = y; dy <= bottom; dy++) for (let dx = x; dx <= right; dx++) owner[dy][dx] = cell;
    }
  }
  return { height, width, cells, owner };
}

/** The lines that a table must give: words once, at the top left; no columns and no rows in which nothing begins. */
function linesOf({ height, width, cells }) {
  const columns = times(width, (x) => x).filter((x) => cells.some((cell) => cell.x === x));
  const rows = times(height, (y) => y).filter((y) => cells.some((cell) => cell.y === y));
  const line = (y) => columns.map((x) => cells.find((cell) => cell.x === x && cell.y === y)?.words ?? "").join("\t");
  return rows.map(line).filter((line) => line !== "").join("\n");
}

function htmlTable({ height, cells }) {
  // A cell that goes down to the end may say that it goes further.
  const down = (cell) => (cell.y + cell.height === height && random() < 0.3 ? cell.height + upTo(90) : cell.height);
  const row = (y) => cells.filter((cell) => cell.y === y).map((cell) => `<${pick(["td", "th"])} rowspan=${down(cell)} colspan="${cell.width}">${pick(["", "\n ", "<p>", "<span>"])}${escape(cell.words)}`).join("");
  return `<table>${times(height, (y) => `<tr>${row(y)}`).join("\n")}</table>`;
}

function wordTable({ height, width, owner }) {
  const row = (y) => {
    let made = "";
    for (let x = 0; x < width; x += owner[y][x].width) {
      const cell = owner[y][x];
      const merge = cell.height === 1 ? "" : cell.y === y ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
      const words = cell.y === y && cell.words ? `<w:p><w:r><w:t xml:space="preserve">${escape(cell.words)}</w:t></w:r></w:p>` : "<w:p/>";
      made += `<w:tc><w:tcPr><w:gridSpan w:val="${cell.width}"/>${merge}</w:tcPr>${words}</w:tc>`;
    }
    return `<w:tr>${made}</w:tr>`;
  };
  return `<w:tbl>${times(height, row).join("")}</w:tbl>`;
}

test("tables of merged cells keep every figure at its place", async () => {
  const tables = times(400, tiling);
  const fromPages = await texts(tables.map(htmlTable));
  const fromWord = await taken(tables.map((table) => ["表.docx", docx(`<w:p><w:r><w:t>前</w:t></w:r></w:p>${wordTable(table)}`)]));
  tables.forEach((table, index) => {
    const expected = linesOf(table);
    assert.equal(fromPages[index].text, expected, `page ${index}: ${htmlTable(table)}`);
    assert.equal(fromWord[index].text, expected ? `前\n${expected}` : "前", `Word ${index}: ${wordTable(table)}`);
  });
});

// ---- broken markup

const tags = ("p div br table tr td th tbody thead caption ol li ul pre span b del sup ruby rt a h1 section details summary " +
  "form select option textarea button svg math script style template title noscript iframe object center font o:p gouji-tab gouji-checker").split(" ");
const attributes = ["", "", "", " rowspan=3", " colspan=2", " rowspan=0", " colspan=1000", " rowspan=65535", " colspan=-1", " hidden", " start=999999999999", " style='display:none'", " style='white-space:pre'", " style='mso-hide:all'", " class=\"x", " onclick=a()"];
const pieces = ["政府信息公开", "26", "1,234件", "\n", "\t", " \u00a0 ", "&nbsp;", "&#0;", "&#x1F600;", "&lt;td&gt;", "<", ">", "</", "<!--", "-->", "<![if x]>", "<![endif]>", "<?xml", "]]>", "\u0000", "\ud800", "\u202e", "<del>隐</del>", "<script>隐</script>", "<p hidden>隐</p>", "<span style='display: none'>隐</span>"];
const soup = () => times(upTo(60), () => {
  const kind = random();
  return kind < 0.35 ? `<${pick(tags)}${pick(attributes)}>` : kind < 0.55 ? `</${pick(tags)}>` : pick(pieces);
}).join("");
/** The same with some stretches left out, doubled, or put elsewhere. */
function mutated(text) {
  for (let i = 1 + upTo(8); i > 0; i--) {
    const [from, length, to] = [upTo(text.length), upTo(40), upTo(text.length)];
    const piece = text.slice(from, from + length);
    const without = text.slice(0, from) + text.slice(from + length);
    text = random() < 0.5 ? without : text.slice(0, to) + (random() < 0.5 ? piece : pick(pieces.slice(0, 22))) + text.slice(to);
  }
  return text;
}
const counted = (text) => {
  const counts = new Map();
  for (const letter of text.match(/[\u4e00-\u9fff]/g) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
};

test("of broken markup comes plain text, nothing hidden and nothing that was not there", async () => {
  const whole = asHtml(reportText());
  const pages = [...times(1500, soup), ...times(100, () => mutated(whole))];
  (await texts(pages)).forEach(({ text, again, all }, index) => {
    assert.equal(again, text);
    assert.doesNotMatch(text, /\r|^\n|\n$|\n\n/, pages[index]);
    const there = counted(all);
    for (const [letter, count] of counted(text)) assert.ok(count <= (there.get(letter) ?? 0), `${letter} in ${pages[index]}`);
  });
});

// ---- broken files

const damaged = (bytes) => {
  const broken = Buffer.from(bytes);
  const kind = upTo(3);
  if (kind === 0) return broken.subarray(0, upTo(broken.length));
  if (kind === 1) return Buffer.concat([broken.subarray(0, upTo(broken.length)), broken.subarray(upTo(broken.length))]);
  for (let i = 1 + upTo(kind === 2 ? 3 : 200); i > 0; i--) broken[upTo(broken.length - 1)] = upTo(255);
  return broken;
};

test("a broken Word file gives a text or a reason", async () => {
  const files = [reportText(), "甲\t1\n乙\t2\n"].map((text) => docxOf(text));
  const bytes = times(400, () => damaged(pick(files)));
  // Markup that is broken in a file that is not.
  const parts = unzipSync(files[0]);
  const inside = times(200, () => zipSync({ ...parts, "word/document.xml": Buffer.from(mutated(strFromU8(parts["word/document.xml"]))) }));
  const results = await taken([...bytes, ...inside].map((content) => ["年报.docx", content]));
  const found = {};
  for (const result of results) {
    const kind = result.refused ?? "text";
    found[kind] = (found[kind] ?? 0) + 1;
    if ("text" in result) assert.match(result.text, /\S/);
    // "A folder" is what is said when reading failed in a way that nobody foresaw.
    else assert.notEqual(kind, "folder");
  }
  assert.ok(found.text > 20 && found.damaged > 100, JSON.stringify(found));
});

test("any bytes give a text or a reason", async () => {
  const names = ["a", "a.txt", "a.html", "a.docx", "a.doc", "a.pdf", "a.csv", "年报.wps"];
  const starts = ["", "PK\u0003\u0004", "%PDF-1.", "\u00ff\u00fe", "\u00fe\u00ff", "\u00ef\u00bb\u00bf", "<html>", "{\\rtf1", "\u00d0\u00cf\u0011\u00e0"];
  const files = times(600, () => [pick(names), Buffer.concat([Buffer.from(pick(starts), "latin1"), Buffer.from(times(upTo(300), () => (random() < 0.5 ? upTo(255) : 0x30 + upTo(9))))])]);
  for (const result of await taken(files)) {
    if (!("refused" in result)) assert.doesNotMatch(result.text, /\r|^\ufeff/);
    else assert.notEqual(result.refused, "folder");
  }
});

test("a text comes back from each encoding that it can be written in", () => {
  const words = ["政府信息公开", "26", "1,234件", "；", "\u3000", "一", "\r\n", "\n", "2024年", "\t", "（四）", "龘", "abc "];
  const widened = (text) => Buffer.from(text, "utf16le");
  for (let i = 0; i < 2000; i++) {
    const text = `${times(20 + upTo(80), () => pick(words)).join("")}\n2024年新收申请26件，统一答复25件。\n`;
    for (const [name, bytes] of Object.entries({
      "UTF-8": Buffer.from(text),
      "UTF-8 with a mark": Buffer.from(`\ufeff${text}`),
      "UTF-16 LE": widened(text),
      "UTF-16 LE with a mark": widened(`\ufeff${text}`),
      "UTF-16 BE": widened(text).swap16(),
      "UTF-16 BE with a mark": widened(`\ufeff${text}`).swap16(),
      GB18030: gb18030(text),
    })) {
      assert.equal(decodeText(new Uint8Array(bytes)), text, `${name}: ${JSON.stringify(text)}`);
    }
  }
});
