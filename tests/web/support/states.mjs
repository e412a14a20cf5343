// The states of the page that are looked at (screenshots.mjs) and held against the accessibility rules (a11y.test.mjs).
import { reportText } from "./tools.mjs";

const sample = reportText();
export const corrected = sample.replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const furnished = `首页 > 政务公开 > 年度报告\n索引号：01463X/2025-0007\n字体大小：【大】【中】【小】\n${sample}\n【打印本页】【关闭窗口】\n`;
const candidates = corrected.replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t5\t");
export const many = sample
  .replace("数量\t\t\t49\t", "数量\t\t\t48\t")
  .replace("（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t7\t", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t\t")
  .replace("\t1.属于国家秘密\t0\t", "\t1.属于国家秘密\t-1\t")
  .replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t5\t")
  .replace("申请58件", "申请56件")
  .replace("六部分组成", "七部分组成")
  .replace("培训2期", "培训培训2期");
const illegible = corrected.replace("（七）总计\t\t49\t", "（七）总计\t\t见附件\t").replace("2\t1\t0\t1\t4\t", "2\t1\t0\t1\t若干\t");
const prose = "望舒县2024年政府信息公开工作情况\n全年新收政府信息公开申请58件。\n";
const sentences = corrected
  .replace("全年新收政府信息公开申请58件", "全年新收政府信息公开申请56件")
  .replace("办理2件。", "办理2件。上半年收到申请20件。")
  .replace("2024年1月1日至12月31日", "2023年1月1日至12月31日")
  .replace("四、政府信息公开行政复议、行政诉讼情况\n", "");

/** How each is reached. The languages differ in words only, so buttons are found by their class. */
export const states = {
  empty: async () => {},
  holds: (page) => page.set(corrected),
  error: (page) => page.set(furnished),
  lit: async (page) => {
    await page.set(sample);
    await page.key("F8");
  },
  many: (page) => page.set(many),
  "by-section": async (page) => {
    await page.set(many);
    await page.inside((root) => {
      const select = root.querySelector(".filters select");
      select.value = "section";
      select.dispatchEvent(new Event("change"));
    });
    await page.settle();
  },
  candidates: async (page) => {
    await page.set(candidates);
    await page.key("F8");
    await page.key("Enter");
  },
  asking: async (page) => {
    await page.set(sentences);
    await page.click(".finding");
    await page.click(".card .ignore");
  },
  ignored: async (page) => {
    await page.set(candidates);
    await page.click(".finding");
    await page.click(".card .ignore");
    await page.click(".why .main");
  },
  figure: async (page) => {
    await page.set(sample);
    await page.cell("new_received", "total");
  },
  line: async (page) => {
    await page.set(sentences);
    await page.click(".finding");
    await page.click(".card .by-hand");
  },
  mended: async (page) => {
    await page.set(sentences);
    await page.click(".finding");
    await page.click(".card .take");
    await page.cell("carried_over", "total");
    await page.type("4");
    await page.key("Enter");
  },
  text: async (page) => {
    await page.set(many);
    await page.click(".views button", 1);
    await page.key("F8");
  },
  illegible: (page) => page.set(illegible),
  nothing: (page) => page.set(prose),
  checks: async (page) => {
    await page.set(sentences);
    await page.unfold(".checks");
    await page.unfold(".unread");
    await page.click(".checks .words", 3);
  },
  export: async (page) => {
    await page.set(sample);
    await page.click(".output summary");
  },
  contents: async (page) => {
    await page.page.click("header a");
    await page.settle();
  },
  rule: async (page) => {
    await page.set(sample);
    await page.key("F8");
    await page.focusOn(".card a[href^='#rule/']");
    await page.key("Enter");
  },
  choice: (page) => page.drop({ "一.txt": sample, "二.docx": "PK" }),
  refused: async (page) => {
    await page.set(corrected);
    await page.drop({ "年报.pdf": "%PDF-1.7" });
  },
  // The worker never answers, so that the state holds still.
  checking: async (page) => {
    await page.inside((root) => {
      root.host.checking.engine.checkAside = () => ({ report: new Promise(() => undefined), cancel: () => undefined });
    });
    await page.set(sample.repeat(40));
  },
  cancelled: async (page) => {
    await states.checking(page);
    await page.click(".checking button");
  },
};
