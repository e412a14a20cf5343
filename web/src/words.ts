import { isStatement, type DocumentFacts, type Report, type Severity, type Status, type Unclaimed, type Wording } from "./report";

/** Every sentence of the checker, in both languages. Findings bring their own. */
export type Language = keyof Wording;

const zh = {
  starting: "正在准备核对程序……",
  cannotRun: "此浏览器无法运行核对程序（需要 WebAssembly）。请换用较新的浏览器，或在 360、QQ 等浏览器中切换到“极速模式”后重新打开本页。",
  broken: "核对时程序出错，未得出结论。请重新打开本页再试；文本仍在下方，没有丢失。",

  invite: "粘贴一份年度报告",
  inviteHere: "从网页、Word 或 WPS 中全选、复制，然后粘贴到这里。也可以把 .txt、.html 文件拖到这里。",
  offers: [
    ["逐格核对三张统计表", "办理结果、各类申请人、复议诉讼，每一条勾稽关系都重新计算。"],
    ["正文与表格对着看", "正文里的件数、占比、增减与表格、与前后文互相核对，日期、标题和结构也看。"],
    ["指出最可能写错的一处", "标在原处，并给出应填的数；说不准的，列出两边的数。"],
    ["文本不离开本机", "全部计算在浏览器内完成，本页不发出任何网络请求。"],
  ],
  open: "打开文件",
  sample: "载入示例",
  clear: "清空",
  restore: "恢复刚才的文本",
  replaced: "已换成新的文本。",
  cleared: "已清空。",
  drop: "松开鼠标，打开此文件",
  unsupported: (name: string) => `打不开“${name}”：目前只能打开 .txt 和 .html。请在原来的软件里全选、复制，再粘贴到本页。`,
  emptyFile: (name: string) => `“${name}”中没有文字。`,

  views: "显示方式",
  paperView: "版面",
  textView: "原文",
  paperLabel: "年度报告（版面）",
  textLabel: "年度报告原文，可直接修改",
  tableScroll: (name: string) => `${name}，可左右滚动`,
  strayText: "此表原文中",
  expected: (value: string) => `应为 ${value}`,
  missing: (text: string) => `此处缺：${text}`,
  related: "相关之处",
  pointed: "所指的文字",
  unreadableCell: "读不出",
  blank: "空白",

  verdictLabel: "核对结论",
  findings: "问题",
  walk: "按 F8 看下一处，Shift+F8 看上一处",
  next: "下一处",
  previous: "上一处",
  backToList: "回到清单",
  stands: "文中",
  advice: "建议",
  evidence: "依据的关系",
  checks: "核对了哪些关系",
  left: "左边",
  right: "右边",
  where: "行或列",
  statement: "文中的话",
  stated: "文中",
  result: "结果",
  cells: (table: string, count: number) => `${table}，${count} 格之和`,
  allowed: { parts: "各项合计不超过总数", words: "在文字容许的范围内" },
  unchecked: (count: number) => `正文中另有 ${count} 个数字没有核对`,
  readAs: (facts: DocumentFacts, tables: number, cells: number, statements: number) =>
    [
      facts.year ? `${facts.year} 年度` : "年度未认出",
      tables ? `按 ${facts.form || ""} 年版格式读出 ${tables} 张表、${cells} 格` : "没有认出统计表",
      ...(statements ? [`正文 ${statements} 处`] : []),
    ].join("，"),
};

const en: typeof zh = {
  starting: "Starting the checker…",
  cannotRun: "This browser cannot run the checker (it needs WebAssembly). Please open the page in a newer browser.",
  broken: "The checker failed and reached no verdict. Please reload the page; your text is still below.",

  invite: "Paste an annual report",
  inviteHere: "Select and copy the whole report from a web page, Word or WPS and paste it here, or drop a .txt or .html file.",
  offers: [
    ["Every cell of the three tables", "Requests, applicants, review and litigation: each sum of the form is computed again."],
    ["Sentences against the tables", "Figures, shares and changes told in the text are held against the tables and against each other; dates, titles and structure too."],
    ["The figure that is wrong", "Marked where it stands, with the value that it should have; where that is not certain, both sides are shown."],
    ["Nothing leaves this computer", "All of it runs in the browser. This page makes no network request."],
  ],
  open: "Open file",
  sample: "Load the sample",
  clear: "Clear",
  restore: "Bring back the previous text",
  replaced: "The text has been replaced.",
  cleared: "The text has been cleared.",
  drop: "Drop to open this file",
  unsupported: (name) => `“${name}” cannot be opened: only .txt and .html can. Please copy the report in its own program and paste it here.`,
  emptyFile: (name) => `There is no text in “${name}”.`,

  views: "View",
  paperView: "Page",
  textView: "Text",
  paperLabel: "The report as printed",
  textLabel: "The text of the report, for editing",
  tableScroll: (name) => `${name}, scrolls sideways`,
  strayText: "In the text of this table as given",
  expected: (value) => `should be ${value}`,
  missing: (text) => `missing here: ${text}`,
  related: "related place",
  pointed: "the words pointed at",
  unreadableCell: "cannot be read",
  blank: "blank",

  verdictLabel: "Verdict",
  findings: "Findings",
  walk: "F8: next finding, Shift+F8: previous",
  next: "Next",
  previous: "Previous",
  backToList: "Back to the list",
  stands: "stands as",
  advice: "Advice",
  evidence: "Relations that show it",
  checks: "What was checked",
  left: "Left",
  right: "Right",
  where: "Row or column",
  statement: "Words of the text",
  stated: "Text",
  result: "Result",
  cells: (table, count) => `${table}, sum of ${count} cells`,
  allowed: { parts: "the parts are no more than the total", words: "within what the words allow" },
  unchecked: (count) => `${count} more ${count === 1 ? "figure" : "figures"} of the sentences not checked`,
  readAs: (facts, tables, cells, statements) =>
    [
      facts.year ? `Report on ${facts.year}` : "year not recognised",
      tables ? `${tables} tables with ${cells} cells read by the ${facts.form || ""} form` : "no table recognised",
      ...(statements ? [`${many(statements, "statement")} of the text`] : []),
    ].join("; "),
};

export type Words = typeof zh;
export const words: Record<Language, Words> = { zh, en };

export const severityWords: Record<Severity, Wording> = {
  error: { zh: "错误", en: "Error" },
  warning: { zh: "存疑", en: "Warning" },
  advice: { zh: "提示", en: "Advice" },
};

export const statusWords: Record<Status, Wording> = {
  held: { zh: "相符", en: "held" },
  failed: { zh: "不符", en: "failed" },
  unreadable: { zh: "未能核对", en: "unreadable" },
};

const statements: Record<string, { title: Wording; right: Wording }> = {
  "text.table": {
    title: { zh: "正文与表格：说的是同一个数，应当一致", en: "Text and tables: the same figure in both" },
    right: { zh: "表中", en: "Table" },
  },
  "text.parts": {
    title: { zh: "正文：其中各项 与 总数", en: "Text: parts and their total" },
    right: { zh: "各项合计", en: "Sum" },
  },
  "text.share": {
    title: { zh: "正文：占比 ＝ 部分 ÷ 总数", en: "Text: share = part ÷ total" },
    right: { zh: "算得", en: "Computed" },
  },
  "text.shares": {
    title: { zh: "正文：各项占比之和", en: "Text: shares of one whole" },
    right: { zh: "算得", en: "Computed" },
  },
  "text.change": {
    title: { zh: "正文：增减 与 前后两数", en: "Text: changes and the figures between which they lie" },
    right: { zh: "算得", en: "Computed" },
  },
  "text.distribution": {
    title: { zh: "正文：“分别”前后的名称与数字", en: "Text: names and the figures given to them in turn" },
    right: { zh: "算得", en: "Computed" },
  },
};

/** What a kind of check of sentences is called, and its right side; its left side is what the sentence states. */
export function statementWords(relation: string, language: Language): { title: string; right: string } {
  const { title, right } = statements[relation] || { title: { zh: "正文", en: "Text" }, right: statements["text.share"]!.right };
  return { title: title[language], right: right[language] };
}

/** Why a figure of a sentence was held against nothing. */
export const unclaimedWords: Record<Unclaimed["why"] | "absent", Wording> = {
  words: { zh: "前后文字未能确认所指", en: "the words around it do not tell for certain what it counts" },
  year: { zh: "属于其他年度，或只是一年中的一段", en: "of another year, or of a part of the year" },
  body: { zh: "属于其他单位", en: "of another body" },
  change: { zh: "是与另一数字相比的增减", en: "told of a change against another figure" },
  part: { zh: "是前文某个数的一部分，表中没有这一格", en: "a part of a figure told before, without a cell of its own" },
  absent: { zh: "没有读到表中与它对应的格", en: "the tables that were read have no cell for it" },
};

/** What the verdict looks like; the words say the same. */
export type Tone = "good" | "error" | "warning" | "unreadable";

/** The verdict of a report in one sentence, and a second where something must be added. */
export function verdict(report: Report, language: Language): { tone: Tone; line: string; more: string } {
  const zh = language === "zh";
  const count = (severity: Severity): number => report.findings.filter((one) => one.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const advice = count("advice");
  const held = amount(report, "held", language);
  const failed = amount(report, "failed", language);
  const unreadable = amount(report, "unreadable", language);

  /** The findings that the line does not tell. */
  const besides = (told: Severity | null): string => {
    const rest = [
      ...(warnings && told !== "warning" ? [zh ? `${warnings} 处存疑` : many(warnings, "warning")] : []),
      ...(advice ? [zh ? `${advice} 条提示` : `${many(advice, "piece")} of advice`] : []),
    ];
    if (rest.length === 0) return "";
    return zh ? `${told ? "另有" : "有"} ${rest.join("、")}。` : `${rest.join(", ")}.`;
  };

  if (errors) {
    return { tone: "error", line: zh ? `发现 ${errors} 处错误` : `${many(errors, "error")} found`, more: besides("error") };
  }
  if (failed.relations) {
    return { tone: "error", line: zh ? `${failed.words}不符` : `${failed.words} failed`, more: besides(null) };
  }
  if (held.relations + unreadable.relations === 0) {
    const some = held.statements + failed.statements + unreadable.statements > 0;
    const none = zh ? "没有可核对的内容" : "Nothing could be checked";
    const agree = !held.statements ? "" : zh ? `${held.words}相互核对相符。` : `${held.words} of the text held. `;
    const ask = zh ? "请确认粘贴的是报告全文，且包含表格。" : "Please paste the whole report, with its tables.";
    const noTable = zh ? "没有认出年度报告的统计表" : "No table of the annual report was recognised";
    return {
      tone: "unreadable",
      line: some ? noTable : none,
      more: `${some ? agree : `${noTable}${zh ? "。" : ". "}`}${ask}${zh ? "" : " "}${besides(null)}`.trim(),
    };
  }
  if (unreadable.all) {
    return {
      tone: "unreadable",
      line: failed.all
        ? zh ? `${failed.words}不符，${unreadable.words}未能核对` : `${failed.words} failed; ${unreadable.words} could not be checked`
        : zh ? `读出的都相符，${unreadable.words}未能核对` : `What could be read agrees; ${unreadable.words} could not be checked`,
      more: besides(null),
    };
  }
  if (warnings) {
    return { tone: "warning", line: zh ? `有 ${warnings} 处存疑，无确定的错误` : `${many(warnings, "warning")}, no certain error`, more: besides("warning") };
  }
  if (failed.all) {
    return { tone: "warning", line: zh ? `${failed.words}不符，但不能断定有错` : `${failed.words} failed, not for certain an error`, more: besides(null) };
  }
  return {
    tone: "good",
    line: zh ? `全部相符：核对${/^\d/.test(held.words) ? " " : ""}${held.words}，无矛盾` : `Consistent: ${held.words} checked, no contradiction`,
    more: besides(null),
  };
}

function many(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}

/** How many checks came out so: relations of the tables and statements of the sentences are told apart. */
function amount(report: Report, status: Status, language: Language): { relations: number; statements: number; all: number; words: string } {
  const list = report.checks.list.filter((check) => check.status === status);
  const statements = list.filter(isStatement).length;
  const relations = list.length - statements;
  const zh = language === "zh";
  const parts = [
    ...(relations ? [zh ? `${statements ? "表内 " : ""}${relations} 条关系` : many(relations, "relation")] : []),
    ...(statements ? [zh ? `正文 ${statements} 处` : many(statements, "statement")] : []),
  ];
  return { relations, statements, all: list.length, words: parts.join(zh ? "、" : " and ") };
}

/** The verdict for a screen reader: its place must stand before the words come, so it is not the visible one. */
export function spokenVerdict(report: Report, language: Language): string {
  const { line, more } = verdict(report, language);
  return more ? `${line}${language === "zh" ? "。" : ". "}${more}` : line;
}
