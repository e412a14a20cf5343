import { outputWords, type OutputWords } from "./output-words";
import { rowsOf, timeInWords, titleOf, verdictOf, type Outcome } from "./record";

/** The report of the core, as the command line prints it: spans count UTF-16 units of the text as it stands. */
export function asJson({ view }: Outcome): string {
  return `${JSON.stringify(view.report)}\n`;
}

/** The findings as a table (RFC 4180), with the mark by which Excel knows UTF-8. */
export function asCsv(outcome: Outcome): string {
  const w = outputWords[outcome.view.language];
  const rows = rowsOf(outcome).map((row, index) => [
    index + 1, row.level, row.title, row.place, row.stands, row.expected, row.message, row.advice, row.basis,
    row.finding.rule, row.ignored || "", row.finding.span.start + 1, row.finding.span.end,
  ]);
  return `\ufeff${[w.heads, ...rows].map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;
}

/**
 * A cell of a table. What a spreadsheet would take for a formula gets an apostrophe before it, whatever width its sign has;
 * a negative number is none.
 */
function field(value: string | number): string {
  const text = String(value).replace(/\s*[\r\n\t]+\s*/g, " ");
  const safe = /^[=+\-@＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** The verdict and the findings, for a message. */
export function asMessage(outcome: Outcome): string {
  const { view, version, rules, when } = outcome;
  const w = outputWords[view.language];
  const sentences = view.language === "zh" ? "" : " ";
  const lines = rowsOf(outcome).map(({ level, title, place, message, advice, ignored }, index) => {
    const where = place && !message.includes(place) ? `${place}${w.semicolon}` : "";
    const said = [`${where}${message}`, advice && `${w.advice}${view.language === "zh" ? "：" : ": "}${advice}`].filter((part) => part).join(sentences);
    return `${index + 1}. ${w.tag(ignored === null ? level : w.ignored)}${title}${view.language === "zh" ? "：" : ": "}${said}${ignored ? `（${ignored}）` : ""}`;
  });
  return [
    `${w.tag(w.record)}${titleOf(outcome)}`,
    ...verdictOf(outcome),
    ...lines,
    `${w.when} ${timeInWords(when)}${w.semicolon}${w.program(version, rules)}`,
    w.caution,
  ].join("\n");
}

/** The report's text for a file that any program on Windows opens. */
export function asText({ view }: Outcome): string {
  return `\ufeff${view.text.replace(/\n/g, "\r\n")}`;
}

/** A file's name from the report's title, of letters that every system allows. */
export function fileName(outcome: Outcome, kind: keyof OutputWords["names"], ending: string): string {
  const title = Array.from(titleOf(outcome).replace(/[\u0000-\u001f\u007f\\/:*?"<>|\u200b-\u200f\u202a-\u202e\ufeff]/g, "")).slice(0, 60).join("");
  return `${title.replace(/^[.\s]+|[.\s]+$/g, "") || outputWords[outcome.view.language].untitled}-${outputWords[outcome.view.language].names[kind]}.${ending}`;
}
