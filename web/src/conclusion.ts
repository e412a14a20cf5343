import { derived } from "./derived";
import { isStatement, type Check, type Finding, type Report, type Severity, type Status } from "./report";
import { many, type Language } from "./words";

/** What the verdict looks like; the words say the same. */
export type Tone = "good" | "error" | "warning" | "unreadable" | "aside";

/** The verdict of a report in one sentence, and a second where something must be added; without what was set aside. */
export function verdict(report: Report, language: Language, aside: Finding[] = []): { tone: Tone; line: string; more: string } {
  const zh = language === "zh";
  const findings = report.findings.filter((one) => !aside.includes(one));
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const advice = count("advice");
  const { list } = report.checks;
  const counts = aside.length === 0 ? countsOf(report)
    : counted(list.filter((check) => check.status === "held" || !aside.some((finding) => restsOn(finding, check))));
  const held = amount(counts.held, language);
  const failed = amount(counts.failed, language);
  const unreadable = amount(counts.unreadable, language);

  /** The findings that the line does not tell. */
  const besides = (told: Severity | null): string => {
    const rest = [
      ...(warnings && told !== "warning" ? [zh ? `${warnings} 处存疑` : many(warnings, "warning")] : []),
      ...(advice ? [zh ? `${advice} 条提示` : `${many(advice, "piece")} of advice`] : []),
    ];
    const also = rest.length === 0 ? "" : zh ? `${told ? "另有" : "有"} ${rest.join("、")}。` : `${rest.join(", ")}.`;
    const set = aside.length === 0 ? "" : zh ? `已忽略 ${aside.length} 处。` : `${aside.length} ignored.`;
    return [also, set].filter((words) => words).join(zh ? "" : " ");
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
  const number = `${zh && /^\d/.test(held.words) ? " " : ""}${held.words}`;
  // What does not hold is not called so, whoever has set it aside.
  if (aside.some(({ severity }) => severity !== "advice")) {
    return { tone: "aside", line: zh ? `除已忽略的外都相符：核对${number}` : `Consistent but for what is ignored: ${number} checked`, more: besides(null) };
  }
  return {
    tone: "good",
    line: zh ? `全部相符：核对${number}，无矛盾` : `Consistent: ${number} checked, no contradiction`,
    more: besides(null),
  };
}

function restsOn({ relations = [], span }: Finding, check: Check): boolean {
  return isStatement(check) ? check.span.start < span.end && check.span.end > span.start : relations.includes(`${check.relation}@${check.at}`);
}

/** Relations of the tables and statements of the sentences are told apart. */
type Count = { relations: number; statements: number };

function counted(list: Check[]): Record<Status, Count> {
  const none = (): Count => ({ relations: 0, statements: 0 });
  const counts = { held: none(), failed: none(), unreadable: none() };
  for (const check of list) counts[check.status][isStatement(check) ? "statements" : "relations"]++;
  return counts;
}

/** How many of a report's checks came out so. */
export const countsOf = derived(({ checks }: Report) => counted(checks.list));

/** A count, with its words. */
function amount({ relations, statements }: Count, language: Language): Count & { all: number; words: string } {
  const zh = language === "zh";
  const parts = [
    ...(relations ? [zh ? `${statements ? "表内 " : ""}${relations} 条关系` : many(relations, "relation")] : []),
    ...(statements ? [zh ? `正文 ${statements} 处` : many(statements, "statement")] : []),
  ];
  return { relations, statements, all: relations + statements, words: parts.join(zh ? "、" : " and ") };
}

/** The verdict for a screen reader: its place must stand before the words come, so it is not the visible one. */
export function spokenVerdict(report: Report, language: Language, aside: Finding[]): string {
  const { line, more } = verdict(report, language, aside);
  return more ? `${line}${language === "zh" ? "。" : ". "}${more}` : line;
}
