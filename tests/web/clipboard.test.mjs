// Rich text → the core's input language, in a real browser: the cases are what its clipboard, Word, WPS and Excel give.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asHtml, escape } from "./support/html.mjs";
import { bundled, launch, reportText } from "./support/tools.mjs";

let browser, page;
before(async () => {
  browser = await launch("chromium");
  page = await browser.newPage();
  await page.evaluate(await bundled("clipboard.ts", "browser"));
});
after(() => browser.close());

const text = (html) => page.evaluate((html) => module.htmlToText(html), html);

const cases = [
  ["paragraphs are lines", "<p>甲</p><p>乙</p>丙<br>丁", "甲\n乙\n丙\n丁"],
  ["a source line break inside Chinese is nothing", "<p>政府信息\n  公开年度\n报告</p>", "政府信息公开年度报告"],
  ["a source line break beside digits is a space", "<p>受理\n26\n件</p>", "受理 26 件"],
  ["typed spaces collapse to one", "<p>总 \u00a0 计 2024  年</p>", "总 计 2024 年"],
  ["inline elements do not part words", "<p>公<b>开</b><span>26</span>件</p>", "公开26件"],
  ["a row is a line, cells between tabs", "<table><tr><td>甲<td>1<tr><td>乙<td>2</table>", "甲\t1\n乙\t2"],
  ["rowspan leaves its places empty", "<table><tr><td rowspan=2>甲<td>乙<td>1<tr><td>丙<td>2</table>", "甲\t乙\t1\n\t丙\t2"],
  ["colspan leaves its places empty", "<table><tr><td colspan=2>甲<td>1<tr><td>乙<td>丙<td>2</table>", "甲\t\t1\n乙\t丙\t2"],
  ["a block of both", "<table><tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2<tr><td>乙<td>丙<td>3</table>", "甲\t\t1\n\t\t2\n乙\t丙\t3"],
  ["rowspan=0 goes to the end of its group", "<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody></table>", "甲\t1\n\t2\n乙\t3"],
  ["rowspan ends with its group", "<table><tbody><tr><td rowspan=9>甲<td>1</tbody><tbody><tr><td>乙<td>2</tbody></table>", "甲\t1\n乙\t2"],
  ["columns in which nothing begins are dropped", "<table><tr><td colspan=3>甲<td>1<tr><td colspan=3>乙<td>2</table>", "甲\t1\n乙\t2"],
  ["blank cells stay", "<table><tr><td>甲<td><td>&nbsp;<td>0<tr><td>乙<td>1<td>2<td>3</table>", "甲\t\t\t0\n乙\t1\t2\t3"],
  ["a row of blank cells stays", "<table><tr><td>甲<td>乙<td>丙<tr><td><td><td></table>", "甲\t乙\t丙\n\t\t"],
  ["head, body and foot in the order of the page", "<table><tfoot><tr><td>丙<td>3</tfoot><thead><tr><td>甲<td>1</thead><tbody><tr><td>乙<td>2</tbody></table>", "甲\t1\n乙\t2\n丙\t3"],
  ["a label broken in its cell is one label", "<table><tr><td><p>三、本年</p><p>度办理<br>结果</p></td><td>1</table>", "三、本年度办理结果\t1"],
  ["figures broken in their cell are not fused", "<table><tr><td>甲</td><td>1<br>2</td></table>", "甲\t1 2"],
  ["tabs in a cell are spaces", "<table><tr><td>甲</td><td><pre>1\t2</pre></td></table>", "甲\t1 2"],
  ["a footnote does not join a figure", "<table><tr><td>甲<td>26<sup>1</sup></table>", "甲\t26(1)"],
  ["scripts, styles, hidden and deleted text are dropped", "<style>p{}</style><script>x=1</script><p>甲<del>旧</del><span style='display: none'>隐</span><span style='mso-hide:all'>藏</span></p>", "甲"],
  ["hidden rows and cells are no places", "<table><tr style='display:none'><td>隐<td>9<tr><td>甲<td hidden>8<td>1</table>", "甲\t1"],
  ["a layout table is its contents", "<table><tr><td>首页</td></tr><tr><td><p>甲</p><table><tr><td>乙<td>1</table><p>丙</p></td></tr></table>", "首页\n甲\n乙\t1\n丙"],
  ["a cell with an article in it is no cell", `<table><tr><td>栏目</td><td>${"<p>" + "这是一段正文。".repeat(30) + "</p>".repeat(1)}<p>第二段</p></td></tr></table>`.replace("<p>第二段", "<p>" + "正文".repeat(60) + "</p><p>第二段"), null],
  ["numbers of an ordered list stay", "<ol start=3><li>甲<li>乙</ol>", "3.甲\n4.乙"],
  ["conditional comments of Word are nothing, their text stays", "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>属于国家秘密<o:p></o:p></p>", "1. 属于国家秘密"],
  ["Excel", "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><!--StartFragment--><table><col width=72 span=2><tr height=20><td class=xl65 x:num>26</td><td x:num='3.60'>3.6</td></tr></table><!--EndFragment--></body></html>", "26\t3.6"],
  ["preformatted text keeps its lines", "<pre>甲\n乙</pre><div style='white-space: pre-wrap'>丙\n丁</div>", "甲\n乙\n丙\n丁"],
];

for (const [name, html, expected] of cases) {
  test(name, async () => {
    const got = await text(html);
    if (expected === null) assert.ok(!got.includes("\t") && got.split("\n").length > 2, got);
    else assert.equal(got, expected);
  });
}

const office = {
  plain: escape,
  "a paragraph in each cell": (words) => `<p class=MsoNormal><span lang=EN-US>${escape(words)}<o:p></o:p></span></p>`,
  "labels broken by <br>": (words) => escape(words).replace(/([\u4e00-\u9fff]{3})([\u4e00-\u9fff])/g, "$1<br>$2"),
  "labels broken in the source": (words) => `\n   ${escape(words).replace(/([\u4e00-\u9fff]{3})([\u4e00-\u9fff])/g, "$1\n      $2")}\n  `,
  "padded with blanks": (words) => `&nbsp;${escape(words)}&nbsp; `,
};
for (const [name, cell] of Object.entries(office)) {
  test(`a whole report comes back as it was: ${name}`, async () => {
    assert.equal(await text(asHtml(reportText(), { cell })), reportText().trimEnd());
  });
}

test("nothing of the pasted HTML runs or loads", async () => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const ran = await page.evaluate(() => {
    module.htmlToText(`<img src="http://127.0.0.1:9/x" onerror="ran = 1"><script>ran = 1<\/script><svg onload="ran = 1"></svg><p>甲</p>`);
    return new Promise((resolve) => setTimeout(() => resolve("ran" in globalThis), 100));
  });
  assert.equal(ran, false);
  assert.deepEqual(requests, []);
});
