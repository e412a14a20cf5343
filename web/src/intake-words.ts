import type { Refused } from "./intake";
import type { Language } from "./words";

type Reason = Refused["refused"];

/** Why something could not be read, and what to do instead. The name stands before; %s is the size. */
const zh: Record<Reason, string> = {
  oldOffice: "是旧版的 Word、WPS 文件，或者设了密码，本页读不了。请用 Word 或 WPS 打开，全选、复制，再粘贴到这里；也可以另存为 .docx 再打开。",
  sheet: "是电子表格，本页读不了。请打开它，选中全部单元格，复制，再粘贴到这里。",
  slides: "是演示文稿，本页读不了。请找到年度报告的网页或 Word 文件。",
  pdf: "是 PDF 文件，本页读不了。请在阅读器中打开，全选、复制，再粘贴到这里；复制不出文字的是扫描件，请找到原来的 Word 文件。",
  ofd: "是 OFD 版式文件，本页读不了。请在阅读器中打开，全选、复制，再粘贴到这里。",
  rtf: "是 RTF 文件，本页读不了。请用 Word 或 WPS 打开，全选、复制，再粘贴到这里；也可以另存为 .docx 再打开。",
  openDocument: "是 OpenDocument 文件，本页读不了。请打开它，全选、复制，再粘贴到这里；也可以另存为 .docx 再打开。",
  webArchive: "是网页归档文件（.mht），本页读不了。请用浏览器打开，全选、复制，再粘贴到这里。",
  wordXml: "是 Word 的 XML 文件，本页读不了。请用 Word 或 WPS 打开，全选、复制，再粘贴到这里；也可以另存为 .docx 再打开。",
  picture: "是图片，图片里的字和数读不出来。请找到网页、Word 或 WPS 里的文字版，全选、复制，再粘贴到这里。",
  archive: "是压缩包。请先解压，再打开里面的报告。",
  program: "不是文字文件，本页读不了。请在能显示它的软件里打开，全选、复制，再粘贴到这里。",
  empty: "没有文字。",
  onlyPictures: "里只有图片，没有文字。图片里的字和数读不出来，请找到文字版。",
  damaged: "不完整或已损坏，读不出来。请重新下载；或者用 Word、WPS 打开，全选、复制，再粘贴到这里。",
  swollen: "展开后异常庞大，没有读取。请用 Word 或 WPS 打开，全选、复制，再粘贴到这里。",
  tooLarge: "有 %s，年度报告一般不到 1 MB，没有读取。请确认选的是报告；图片很多的，打开后全选、复制，再粘贴到这里。",
  tooLong: "有两千多万字，一份年度报告一般不到两万字，没有读取。请只取报告本身。",
  folder: "读不了：它是文件夹，或者已被移走、没有权限。请选一个文件。",
};

const en: Record<Reason, string> = {
  oldOffice: "is in the old Word or WPS format, or behind a password, and cannot be read here. Open it in Word or WPS, select all, copy, and paste here; or save it as .docx.",
  sheet: "is a spreadsheet and cannot be read here. Open it, select all cells, copy, and paste here.",
  slides: "is a presentation and cannot be read here. Please use the report's web page or Word file.",
  pdf: "is a PDF and cannot be read here. Open it in a reader, select all, copy, and paste here; if no text can be copied it is a scan, and the original Word file is needed.",
  ofd: "is an OFD document and cannot be read here. Open it in a reader, select all, copy, and paste here.",
  rtf: "is an RTF file and cannot be read here. Open it in Word or WPS, select all, copy, and paste here; or save it as .docx.",
  openDocument: "is an OpenDocument file and cannot be read here. Open it, select all, copy, and paste here; or save it as .docx.",
  webArchive: "is a web archive (.mht) and cannot be read here. Open it in a browser, select all, copy, and paste here.",
  wordXml: "is a Word XML file and cannot be read here. Open it in Word or WPS, select all, copy, and paste here; or save it as .docx.",
  picture: "is a picture, and words in pictures cannot be read. Please copy the text from the web page, Word or WPS, and paste it here.",
  archive: "is an archive. Unpack it first, then open the report in it.",
  program: "is no text and cannot be read here. Open it in its own program, select all, copy, and paste here.",
  empty: "has no text.",
  onlyPictures: "has pictures only, and words in pictures cannot be read. Please use a version with text.",
  damaged: "is incomplete or damaged. Please download it again, or open it in Word or WPS, select all, copy, and paste here.",
  swollen: "unpacks to an unreasonable size and was not read. Open it in Word or WPS, select all, copy, and paste here.",
  tooLarge: "is %s large; a report is mostly below 1 MB. It was not read. Please make sure that it is the report; if pictures make it large, open it, select all, copy, and paste here.",
  tooLong: "has more than twenty million characters; a report mostly has under twenty thousand. It was not read. Please take the report alone.",
  folder: "cannot be read: it is a folder, or has been moved, or may not be read. Please choose a file.",
};

/** One or two sentences for people. */
export function refusalInWords({ refused, name, size }: Refused, language: Language): string {
  const reason = (language === "zh" ? zh : en)[refused].replace("%s", `${Math.round((size || 0) / (1 << 20))} MB`);
  if (language === "zh") return `${name ? `“${name}”` : "剪贴板里的内容"}${reason}`;
  return `${name ? `“${name}”` : "What was pasted"} ${reason}`;
}

/** A table that is a picture would be missed without a word. */
export function picturesInWords(count: number, language: Language): string {
  if (language === "zh") return `文件里有 ${count} 幅图片，图片里的字和数没有读。`;
  return `The file has ${count} ${count === 1 ? "picture" : "pictures"}; words in them were not read.`;
}

const amount = (units: number): string => (units < 10_000 ? String(units) : `${Math.round(units / 10_000)} 万`);

/** What is said while a long text is checked. */
const checkingZh = {
  label: "正在核对",
  running: (units: number) => `正在核对 ${amount(units)}字`,
  seconds: (seconds: number) => `已用 ${seconds} 秒。可以随时取消，文本不会丢。`,
  blocking: "此浏览器不能在后台核对，页面会停一会儿。",
  cancel: "取消核对",
  cancelled: "已取消，没有得出结论",
  again: "重新核对",
};
const checkingEn: typeof checkingZh = {
  label: "Checking",
  running: (units) => `Checking ${units.toLocaleString("en")} characters`,
  seconds: (seconds) => `${seconds} s so far. You can cancel at any time; the text is kept.`,
  blocking: "This browser cannot check in the background; the page will pause for a while.",
  cancel: "Cancel",
  cancelled: "Cancelled before there was a verdict",
  again: "Check again",
};
export const checkingWords: Record<Language, typeof checkingZh> = { zh: checkingZh, en: checkingEn };

/** What is said of files and pastes. */
const receivingZh = {
  reading: (name: string) => `正在读取“${name}”……`,
  oneAtATime: "一次核对一份报告。请选一个文件：",
  drop: "松开鼠标，打开此文件",
};
const receivingEn: typeof receivingZh = {
  reading: (name) => `Reading “${name}”…`,
  oneAtATime: "One report is checked at a time. Choose a file:",
  drop: "Drop to open this file",
};
export const receivingWords: Record<Language, typeof receivingZh> = { zh: receivingZh, en: receivingEn };
