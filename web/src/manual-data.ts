import type { Severity, Wording } from "./report";

/** A rule's page: core/rules/<rule>.md as web/manual.mjs packs it. */
export interface RulePage {
  id: string;
  title: Wording;
  what: Wording[];
  why: Wording[];
  basis: Wording[];
  examples: Example[];
}

export interface Example {
  words: Wording;
  pastes: Paste[];
}

/** Lines of a report, and what the rule says of them. */
export interface Paste {
  /** The lines, marks in them as ⟦21→12⟧. A line that opens with "- " is left out of the report. */
  text: string;
  flagged: boolean;
  /** Marked words that stand in other lines of the report. */
  elsewhere: string[];
}

/** What the core says of its rules: `rulesJson`. */
export interface RuleFacts {
  id: string;
  severity: Severity;
  title: Wording;
  basis: string;
}

type Words = [zh: string, en: string];
type Packed = [
  id: string, zh: string, en: string, what: Words[], why: Words[], basis: Words[],
  examples: [zh: string, en: string, pastes: [text: string, elsewhere?: string[]][]][],
];

let pages: RulePage[] | null = null;

/** Those that are there: none before `loadRulePages`. */
export function rulePages(): RulePage[] {
  return pages || [];
}

export const hasRulePages = (): boolean => pages !== null;

export async function loadRulePages(): Promise<void> {
  const json = new TextDecoder().decode(await goujiParts.manual);
  if (!pages) pages = (JSON.parse(json) as Packed[]).map(unfolded);
}

function unfolded([id, zh, en, what, why, basis, examples]: Packed): RulePage {
  return {
    id,
    title: { zh, en },
    what: what.map(wording),
    why: why.map(wording),
    basis: basis.map(wording),
    examples: examples.map(([exampleZh, exampleEn, pastes]) => ({
      words: { zh: exampleZh, en: exampleEn },
      pastes: pastes.map(([text, elsewhere]) => ({ text, flagged: elsewhere !== undefined, elsewhere: elsewhere || [] })),
    })),
  };
}

function wording([zh, en]: Words): Wording {
  return { zh, en };
}

export function rulePage(id: string): RulePage | undefined {
  return rulePages().find((page) => page.id === id);
}

/** The pages in which every word of the query stands, in either language; those that have it in their title first. */
export function searched(query: string): RulePage[] {
  const wanted = folded(query).split(/\s+/).filter((word) => word);
  const inTitle = (page: RulePage): boolean => wanted.every((word) => folded(`${page.id} ${page.title.zh} ${page.title.en}`).includes(word));
  const found = rulePages().filter((page) => wanted.every((word) => wordsOf(page).includes(word)));
  return [...found.filter(inTitle), ...found.filter((page) => !inTitle(page))];
}

/** The first sentence that has the words that were looked for, with what stands around them. */
export function around(page: RulePage, query: string, language: keyof Wording): string {
  const [first] = folded(query).split(/\s+/).filter((word) => word);
  const sentences = [...page.what, ...page.why, ...page.basis].map((one) => one[language]);
  return (first && sentences.find((one) => folded(one).includes(first))) || sentences[0] || "";
}

const cache = new Map<string, string>();

function wordsOf(page: RulePage): string {
  const known = cache.get(page.id);
  if (known !== undefined) return known;
  const examples = page.examples.map(({ words, pastes }) => [words.zh, words.en, ...pastes.map(({ text }) => text)].join(" "));
  const parts = [...page.what, ...page.why, ...page.basis].map(({ zh, en }) => `${zh} ${en}`);
  const words = folded([page.id, page.title.zh, page.title.en, ...parts, ...examples].join(" "));
  cache.set(page.id, words);
  return words;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
