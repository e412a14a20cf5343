// The pages core/rules/*.md as data for the rule manual in the page: their words in both languages, and their examples
// without what only the tests need.
import { readdirSync, readFileSync } from "node:fs";

const headings = { "查什么 What it does": "what", "为什么 Why": "why", "依据 Basis": "basis", "示例 Examples": "examples" };

/** The manual as compact data, each rule in the order of the ids; src/manual-data.ts unfolds it. */
export function rulePages(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => rulePage(name.replace(/\.md$/, "").replace(/_/g, "-"), readFileSync(`${folder}/${name}`, "utf8")));
}

/** When the rules were last changed. */
export function rulesDate(folder) {
  const date = readFileSync(`${folder}/edition.txt`, "utf8").trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`edition.txt: not a date: ${date}`);
  return date;
}

export function rulePage(id, source) {
  const page = { id };
  let section = "";
  let example = null;
  for (const block of blocks(source)) {
    if (block.head?.startsWith("# ")) page.title = titles(block.head.slice(2));
    else if (block.head) {
      section = headings[block.head.slice(3)];
      if (!section) throw new Error(`${id}: no such heading: ${block.head}`);
      page[section] = [];
    } else if (block.fence === "findings") example.findings = block.lines;
    else if (block.fence !== undefined) {
      // Words stand once above the examples that they belong to.
      example = { text: block.lines, findings: [] };
      page.examples[page.examples.length - 1].push(example);
    } else {
      const list = page[section];
      const last = list[list.length - 1];
      const words = block.lines.join(" ");
      if (last && last.length === 1) last.push(words);
      else list.push([words]);
    }
  }
  const examples = chosen(page.examples ?? []).map(([zh, en, ...own]) => [zh, en, own.map(shown)]);
  return [page.id, ...page.title, page.what, page.why, page.basis, examples];
}

/** Of many examples the first two that are flagged and the first that is not: the rest is there for the tests. */
function chosen(examples) {
  const isFlagged = ([, , ...own]) => own.some(({ findings }) => findings.length > 0);
  const silent = examples.find((one) => !isFlagged(one));
  return [...examples.filter(isFlagged).slice(0, 2), ...(silent ? [silent] : [])];
}

/** "表内合计不符 Sums of a table do not agree": where the English begins. */
function titles(line) {
  const at = line.search(/ [A-Za-z][^\u4e00-\u9fff]*$/);
  return [line.slice(0, at), line.slice(at + 1)];
}

/** Headings, paragraphs and fenced blocks. */
function* blocks(source) {
  const lines = source.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line.startsWith("```")) {
      const end = lines.indexOf("```", i + 1);
      yield { fence: line.slice(3).split(" base=")[0].trim(), lines: lines.slice(i + 1, end) };
      i = end;
    } else if (line.startsWith("#")) yield { head: line };
    else if (line.trim()) {
      const start = i;
      while (i + 1 < lines.length && lines[i + 1].trim() && !/^(#|```)/.test(lines[i + 1])) i++;
      yield { lines: lines.slice(start, i + 1) };
    }
  }
}

/**
 * An example as it is shown: its lines with ⟦what is marked→what it must be⟧ in place, and the marked words of findings
 * that stand elsewhere in the report.
 *
 *     （一）予以公开 | 9 | …   +   error sum-mismatch （一）予以公开 | ⟦9⟧ → 6   →   （一）予以公开 | ⟦9→6⟧ | …
 */
function shown({ text, findings }) {
  let words = unescaped(text.join("\n"));
  const elsewhere = [];
  for (const finding of findings) {
    const [, place, value] = /^\w+ \S+ (.*?)(?: → (\S+))?$/.exec(finding);
    const [before, marked, after] = place.replace(/⏎/g, "\n").split(/[⟦⟧]/);
    const mark = `⟦${marked}${value === undefined ? "" : `→${value}`}⟧`;
    const at = placeOf(words, before, marked, after);
    if (at < 0) elsewhere.push(place.replace(/→/g, ""));
    else words = words.slice(0, at) + mark + words.slice(at + marked.length);
  }
  return findings.length ? [words, elsewhere] : [words];
}

/** Where the marked words stand in the example, if they do so just once with what is told around them. */
function placeOf(words, before, marked, after) {
  const whole = before + marked + after;
  const at = words.indexOf(whole);
  return whole && at >= 0 && words.indexOf(whole, at + 1) < 0 ? at + before.length : -1;
}

/** \xFF stands for that byte. */
function unescaped(text) {
  return text.replace(/(\\x[0-9A-F]{2})+/g, (bytes) => new TextDecoder().decode(Buffer.from(bytes.replace(/\\x/g, ""), "hex")));
}
