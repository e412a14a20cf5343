// .docx files → text, in a real browser (the reader needs its XML parser). Each case is the body of a document.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { docx, docxOf, paragraph, table } from "./support/docx.mjs";
import { bundled, fromWeb, launch, reportText } from "./support/tools.mjs";

const { strToU8, zipSync } = fromWeb("fflate");
let browser, page;
before(async () => {
  browser = await launch("chromium");
  page = await browser.newPage();
  await page.evaluate(await bundled("intake.ts", "browser"));
});
after(() => browser.close());

/** What comes of a file with these bytes: its text, or the reason why there is none. */
const taken = (bytes, name = "年报.docx") =>
  page.evaluate((name, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return module.fromFile(new File([bytes], name));
  }, name, Buffer.from(bytes).toString("base64"));
const textOf = async (...args) => (await taken(docx(...args))).text;

const run = (words, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
const p = (...content) => `<w:p>${content.join("")}</w:p>`;
const cell = (content, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const box = (words) => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${paragraph(words)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(words)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const cases = [
  ["paragraphs are lines", paragraph("甲") + paragraph("乙"), "甲\n乙"],
  ["runs are one text", p(run("新收"), run("26"), run("件")), "新收26件"],
  ["a line break parts", p(run("甲"), "<w:r><w:br/></w:r>", run("乙")), "甲\n乙"],
  ["one tab is space", p(run("一、"), "<w:r><w:tab/></w:r>", run("总体情况")), "一、 总体情况"],
  ["several tabs are a row", p(run("甲"), "<w:r><w:tab/></w:r>", run("1"), "<w:r><w:tab/><w:tab/></w:r>", run("3")), "甲\t1\t\t3"],
  ["tabs of an indent are nothing", p("<w:r><w:tab/><w:tab/></w:r>", run("甲")), "甲"],
  ["hyphens: the firm one stays, the soft one is only for breaking", p(run("2021"), "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>", run("30")), "2021-30"],
  ["tracked deletions are gone, insertions are there", p(run("新收"), `<w:del>${"<w:r><w:delText>24</w:delText></w:r>"}</w:del>`, `<w:ins>${run("26")}</w:ins>`, run("件")), "新收26件"],
  ["moved text stands where it went", p(`<w:moveFrom>${run("甲")}</w:moveFrom>`, run("乙"), `<w:moveTo>${run("甲")}</w:moveTo>`), "乙甲"],
  ["a deleted end of paragraph joins two", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("新收")}</w:p>` + paragraph("26件"), "新收26件"],
  ["hidden text is no text", p(run("甲"), run("隐", "<w:vanish/>"), run("乙", '<w:vanish w:val="0"/>')), "甲乙"],
  ["fields show their result, not their code", p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE 7 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("26"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>', `<w:fldSimple w:instr="DATE">${run("件")}</w:fldSimple>`), "26件"],
  ["links and content controls are looked through", p(`<w:hyperlink>${run("甲")}</w:hyperlink>`, `<w:sdt><w:sdtPr><w:t>占位</w:t></w:sdtPr><w:sdtContent>${run("乙")}</w:sdtContent></w:sdt>`), "甲乙"],
  ["a whole block in a content control", `<w:sdt><w:sdtContent>${paragraph("甲")}${paragraph("乙")}</w:sdtContent></w:sdt>`, "甲\n乙"],
  ["a footnote's number does not join a figure", p(run("26"), run("1", '<w:vertAlign w:val="superscript"/>'), run("件")), "26(1)件"],
  ["readings over words are left out", p("<w:r><w:ruby><w:rt><w:r><w:t>gōu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>勾</w:t></w:r></w:rubyBase></w:ruby></w:r>", run("稽")), "勾稽"],
  ["a text box comes once, behind its paragraph", p(box("框中"), run("正文")), "正文\n框中"],
  ["merged cells leave their places empty", table([["甲", "", "1"], ["乙", "丙", "2"]]), "甲\t\t1\n乙\t丙\t2"],
  ["merged down", table([["甲", "乙", "1"], ["", "丙", "2"], ["", "丁", "3"]]), "甲\t乙\t1\n\t丙\t2\n\t丁\t3"],
  ["two merges under each other stay two", `<w:tbl>${["restart", "", "restart", ""].map((val, i) => `<w:tr>${cell(paragraph(val ? `甲${i}` : ""), `<w:vMerge${val ? ` w:val="${val}"` : ""}/>`)}${cell(paragraph(String(i)))}</w:tr>`).join("")}</w:tbl>`, "甲0\t0\n\t1\n甲2\t2\n\t3"],
  ["cells left out at the start of a row", `<w:tbl><w:tr>${cell(paragraph("甲"))}${cell(paragraph("1"))}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph("2"))}</w:tr></w:tbl>`, "甲\t1\n\t2"],
  ["paragraphs of a cell are one label", `<w:tbl><w:tr>${cell(paragraph("三、本年") + paragraph("度办理") + paragraph("结果"))}${cell(paragraph("1"))}</w:tr></w:tbl>`, "三、本年度办理结果\t1"],
  ["blank cells stay", `<w:tbl><w:tr>${cell(paragraph("甲"))}${cell("<w:p/>")}${cell(paragraph("0"))}</w:tr></w:tbl>`, "甲\t\t0"],
  ["deleted and hidden rows are gone", `<w:tbl>${["<w:del/>", "<w:hidden/>", ""].map((kind, i) => `<w:tr><w:trPr>${kind}</w:trPr>${cell(paragraph("甲"))}${cell(paragraph(String(i)))}</w:tr>`).join("")}</w:tbl>`, "甲\t2"],
  ["rows and cells in content controls", `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell(paragraph("甲"))}<w:sdt><w:sdtContent>${cell(paragraph("1"))}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`, "甲\t1"],
  ["a table in a cell", `<w:tbl><w:tr>${cell(paragraph("前") + table([["甲", "1"], ["乙", "2"]]) + paragraph("后"))}</w:tr></w:tbl>`, "前\n甲\t1\n乙\t2\n后"],
  ["headers are no part of the report", paragraph("甲"), "甲"],
];
for (const [name, body, expected] of cases) test(name, async () => assert.equal(await textOf(body), expected));

const level = (ilvl, format, text, more = "") => `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:suff w:val="nothing"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="7">${level(0, "chineseCounting", "%1、")}${level(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="Sub"/>')}${level(2, "decimal", "%3.")}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uf0b7")}${level(1, "decimalEnclosedCircle", "%2")}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>';
const styles =
  '<w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:styleId="Sub"><w:basedOn w:val="Head"/></w:style>';
const item = (list, ilvl, words) => paragraph(words, `<w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`);
const styled = (style, words, more = "") => paragraph(words, `<w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>`);

test("numbers of lists are put in, each level anew under the one above", async () => {
  const body = [item(1, 0, "总体"), item(1, 1, "公开"), item(1, 1, "申请"), item(1, 2, "甲"), item(1, 0, "问题"), item(1, 1, "其他"), item(2, 0, "点"), item(2, 1, "圈")];
  assert.equal(await textOf(body.join(""), { numbering, styles }), "一、总体\n（一）公开\n（二）申请\n1.甲\n二、问题\n（一）其他\n点\n①圈");
});
test("numbers that styles bring, continue, begin anew or are taken away", async () => {
  const body = [styled("Head", "甲"), styled("Sub", "乙"), styled("Head", "丙"), styled("Head", "丁", '<w:numPr><w:numId w:val="0"/></w:numPr>'), item(3, 0, "戊"), item(3, 0, "己")];
  assert.equal(await textOf(body.join(""), { numbering, styles }), "一、甲\n（一）乙\n二、丙\n丁\n十一、戊\n十二、己");
});

test("a whole report with merged cells comes back as it was", async () => {
  assert.deepEqual(await taken(docxOf(reportText())), { text: reportText().trimEnd(), pictures: 0 });
});

const picture = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>';
test("pictures are counted", async () => assert.deepEqual(await taken(docx(p(run("甲"), picture, picture))), { text: "甲", pictures: 2 }));

const whole = docxOf(reportText());
/** The same archive, stating another size for the inflated document. */
function stating(size) {
  const bytes = Buffer.from(docx(paragraph("甲".repeat(100_000))));
  for (let at = bytes.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 1, "latin1")) {
    const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString();
    if (name === "word/document.xml") bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}
const refusals = [
  ["a cut-off download", whole.subarray(0, whole.length - 400), "damaged"],
  ["a zip with broken contents", whole.map((byte, at) => (at > 900 && at < 1800 ? byte ^ 0x5a : byte)), "damaged"],
  ["XML that is none", zipSync({ "word/document.xml": strToU8("<w:document><w:body>") }), "damaged"],
  ["a document without a body", zipSync({ "word/document.xml": strToU8("<document/>") }), "damaged"],
  ["a zip bomb", zipSync({ "word/document.xml": new Uint8Array(30 << 20) }), "swollen"],
  ["a zip bomb that states a small size", stating(500), "damaged"],
  ["a zip that states a huge size", stating(0x7fffffff), "swollen"],
  ["a document without a word", docx("<w:p/>"), "empty"],
  ["a scanned document", docx(p(picture)), "onlyPictures"],
];
for (const [name, bytes, why] of refusals) test(name, async () => assert.deepEqual(await taken(bytes), { refused: why, name: "年报.docx" }));
