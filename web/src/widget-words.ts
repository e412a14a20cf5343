import type { Language } from "./words";

/** What only the element inside other people's pages says. */
const zh = {
  name: "勾稽",
  cannotRun: "此浏览器或本网站的安全设置不允许核对程序运行，这里不能核对；页面内容不受影响。",
  noArticle: (selector: string) => `页面上没有找到要核对的内容（${selector}）。`,
  nothing: "这里没有可核对的年度报告内容",
  unread: "尚未核对",
  read: "核对本页报告",
  show: "展开",
  hide: "收起",
  verdict: "年度报告核对结果",
  paste: "核对一份年度报告",
  pasteHere: "把年度报告（网页、Word 或 WPS 文档）全选、复制，在这里粘贴；也可以把 .docx、.txt、.html 文件拖到这里。\n\n核对在本机浏览器内完成，文本不上传。",
};
const en: typeof zh = {
  name: "Gouji",
  cannotRun: "This browser, or the security settings of this site, do not let the checker run here; the page itself is not affected.",
  noArticle: (selector) => `Nothing to check was found on this page (${selector}).`,
  nothing: "There is no annual report here to check",
  unread: "Not checked yet",
  read: "Check this report",
  show: "Show details",
  hide: "Hide details",
  verdict: "What the check of the annual report found",
  paste: "Check an annual report",
  pasteHere: "Copy the whole annual report (from a web page, Word or WPS) and paste it here, or drop a .docx, .txt or .html file.\n\nThe check runs in this browser; no text is uploaded.",
};
export const widgetWords: Record<Language, typeof zh> = { zh, en };

/** Where nothing else can be shown: one sentence, Chinese, English beside. */
export const plainSentence = `${zh.cannotRun}${en.cannotRun}`;
