import type { Language } from "./words";

const zh = {
  title: "规则手册",
  back: "返回报告",
  backToStart: "返回",
  all: "全部规则",
  search: "查找规则",
  searchHint: "输入词语或规则编号",
  count: (found: number, all: number) => (found === all ? `共 ${all} 条规则` : `找到 ${found} 条，共 ${all} 条`),
  none: "没有找到。换一个词试试，或清空后浏览全部规则。",
  what: "查什么",
  why: "为什么",
  basis: "依据",
  examples: "示例",
  flagged: "会指出",
  silent: "不指出",
  leftOut: "（删去这一行）",
  elsewhere: (words: string[]) => `标在报告的其他行：${words.join("、")}`,
  shouldBe: (value: string) => `应为 ${value}`,
  id: "规则编号",
  edition: (date: string) => `规则更新于 ${date}`,
  list: "规则目录",
  unknown: (id: string) => `没有编号为“${id}”的规则。`,
};

const en: typeof zh = {
  title: "Rule manual",
  back: "Back to the report",
  backToStart: "Back",
  all: "All rules",
  search: "Find a rule",
  searchHint: "Words, or the id of a rule",
  count: (found, all) => (found === all ? `${all} rules` : `${found} of ${all} rules`),
  none: "Nothing found. Try another word, or clear the field to see all rules.",
  what: "What it does",
  why: "Why",
  basis: "Basis",
  examples: "Examples",
  flagged: "reported",
  silent: "not reported",
  leftOut: "(this line taken out)",
  elsewhere: (words) => `Marked elsewhere in the report: ${words.join(", ")}`,
  shouldBe: (value) => `should be ${value}`,
  id: "Rule",
  edition: (date) => `Rules of ${date}`,
  list: "Contents",
  unknown: (id) => `There is no rule “${id}”.`,
};

export type ManualWords = typeof zh;
export const manualWords: Record<Language, ManualWords> = { zh, en };
