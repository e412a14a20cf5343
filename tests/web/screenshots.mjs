// Pictures of every state of the page, for people to look at: build/screenshots/<state>-<width>[-dark].png
import { mkdirSync } from "node:fs";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { inRoot, launch, reportText } from "./support/tools.mjs";

const folder = inRoot("build/screenshots");
const sample = reportText();
const corrected = sample.replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const furnished = `首页 > 政务公开 > 年度报告\n索引号：01463X/2025-0007\n字体大小：【大】【中】【小】\n${sample}\n【打印本页】【关闭窗口】\n`;
const many = sample
  .replace("数量\t\t\t49\t", "数量\t\t\t48\t")
  .replace("（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t7\t", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t")
  .replace("\t1.属于国家秘密\t0\t", "\t1.属于国家秘密\t-1\t")
  .replace("\t2.重复申请\t2\t0\t0\t0\t0\t1\t3", "\t2.重复申请\t2\t0\t0\t0\t0\t1\t4")
  .replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t5\t");
const illegible = corrected.replace("（七）总计\t\t49\t", "（七）总计\t\t见附件\t").replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t若干\t");
const prose = "望舒县2024年政府信息公开工作情况\n全年新收政府信息公开申请58件。\n";

const sentences = corrected
  .replace("全年新收政府信息公开申请58件", "全年新收政府信息公开申请56件")
  .replace("六部分组成", "七部分组成")
  .replace("2024年1月1日至12月31日", "2023年1月1日至12月31日")
  .replace("培训2期", "培训培训2期");
const open = (page) => page.inside((root) => root.querySelectorAll("details").forEach((one) => (one.open = true)));

const states = {
  empty: async () => {},
  error: (page) => page.set(furnished),
  lit: async (page) => {
    await page.set(sample);
    await page.key("F8");
  },
  holds: (page) => page.set(corrected),
  many: (page) => page.set(many),
  illegible: (page) => page.set(illegible),
  nothing: (page) => page.set(prose),
  text: async (page) => {
    await page.set(sample);
    await page.showText();
    await page.key("F8");
  },
  english: async (page) => {
    await page.page.click("#language");
    await page.set(sample);
    await page.key("F8");
  },
  checks: async (page) => {
    await page.set(sample);
    await open(page);
  },
  sentences: async (page) => {
    await page.set(sentences);
    await page.key("F8");
  },
  // The list of what was checked in the sentences, and one of them shown.
  statements: async (page) => {
    await page.set(sentences);
    await open(page);
    await page.click(".words", 3);
  },
};

mkdirSync(folder, { recursive: true });
const server = await servePage();
const browser = await launch("chromium");
for (const width of [1440, 390]) {
  for (const theme of ["light", "dark"]) {
    for (const [state, reach] of Object.entries(states)) {
      const page = await Page.open(browser, "chromium", `${server.address}/`);
      await page.page.setViewport({ width, height: width > 1000 ? 900 : 844 });
      await page.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
      await reach(page);
      await page.settle(300);
      const name = `${state}-${width}${theme === "dark" ? "-dark" : ""}`;
      await page.page.screenshot({ path: `${folder}/${name}.png` });
      if (theme === "light" && state !== "lit") await page.page.screenshot({ path: `${folder}/${name}-whole.png`, fullPage: true });
      await page.page.close();
    }
  }
}
// web/screenshot.png is this one with 48 colours: pngquant --nofs --strip 48 readme.png
const page = await Page.open(browser, "chromium", `${server.address}/`);
await page.page.setViewport({ width: 1200, height: 720 });
await states.lit(page);
await page.settle(300);
await page.page.screenshot({ path: `${folder}/readme.png` });
await browser.close();
server.close();
console.log(`build/screenshots: ${Object.keys(states).length} states at 1440 and 390 pixels, light and dark`);
