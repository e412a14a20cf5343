import { gridLines } from "./grid";
import { trusted } from "./trust";

/**
 * HTML (a browser's, Word's, WPS's or Excel's clipboard, or a saved page) → the plain text that the core reads: each
 * block is a line; each table row is a line with its cells between tabs, as a true rectangle (see grid.ts).
 *
 *     <p>甲</p><table><tr><td rowspan=2>乙<td>1<tr><td>2</table>   →   甲 ⏎ 乙⇥1 ⏎ ⇥2
 *
 * Nothing of it runs: DOMParser makes an inert document, and only its text is read.
 */
export function htmlToText(html: string): string {
  return textOf(new DOMParser().parseFromString(trusted.html(unstyled(html)), "text/html").body);
}

/** Who wants to know where the text comes from: see article.ts. */
export interface Hearer {
  /** Told of all that is read, in the order of the text that comes out; null for words that stand in no text node. */
  words(text: string, node: Text | null): void;
  /** Told of each row of several cells, as it comes out, and of the cell behind each column. */
  row(text: string, cells: (Element | undefined)[]): void;
}

/** The same of a tree that stands already, on a page even: then what its style sheets hide is not read. */
export function textOf(body: Element, hearer?: Hearer): string {
  const lines = new Lines(hearer);
  walk(body, lines, false);
  lines.end();
  return lines.done.join("\n");
}

/**
 * Style attributes under another name: they are read here, but never to be applied, and a page whose policy forbids
 * them would report each of a Word document's thousands.
 */
function unstyled(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));
}

/** Whether rich clipboard content is worth more than its plain text: only tables lose anything there. */
export function hasTable(html: string): boolean {
  return /<table[\s>]/i.test(html);
}

/** Lines under construction; white space is collapsed as a browser would show it. */
export class Lines {
  readonly done: string[] = [];
  private current = "";
  private gap: "" | "space" | "break" = "";

  constructor(readonly hearer?: Hearer) {}

  hear(text: string, node: Text | null): void {
    if (this.hearer) this.hearer.words(text, node);
  }

  /** What a browser prints and the text of the page does not hold. */
  put(text: string): void {
    this.hear(text, null);
    this.add(text);
  }

  /** Text of one run: spaces collapse, and a line break of the source between two CJK characters is nothing. */
  add(text: string): void {
    for (const part of text.match(/[\s\u00a0]+|[^\s\u00a0]+/g) || []) {
      if (/^[\s\u00a0]/.test(part)) {
        // White space with a line break in it is how the source is laid out, not something the writer typed.
        const source = /[\r\n\t]/.test(part) && !/[\u00a0\u3000]/.test(part);
        if (this.gap !== "space") this.gap = source ? "break" : "space";
      } else {
        this.current = joined(this.current, part, this.gap);
        this.gap = "";
      }
    }
  }

  /** Text whose own line breaks count (`white-space: pre`). */
  addLines(text: string): void {
    const parts = text.split(/\r\n?|\n/);
    parts.forEach((part, index) => {
      if (index > 0) this.end();
      this.add(part);
    });
  }

  /** A tab that someone typed between words. */
  tab(): void {
    this.current += "\t";
    this.gap = "";
  }

  end(): void {
    if (this.current) this.done.push(this.current);
    this.current = "";
    this.gap = "";
  }
}

const isCjk = (unit: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\ud840-\ud88f\udc00-\udfff]/.test(unit);

/** Chinese is written without spaces: a break inside it stands for nothing, elsewhere for a space. */
function joined(left: string, right: string, gap: string): string {
  if (!left || !gap) return left + right;
  const chinese = isCjk(left.charAt(left.length - 1)) && isCjk(right.charAt(0));
  return left + (gap === "break" && chinese ? "" : " ") + right;
}

/** The lines of one cell as one: `三、本年度<br>办理结果` reads 三、本年度办理结果. */
export function oneLine(lines: string[]): string {
  return lines.reduce((text, line) => joined(text, line, "break"), "").replace(/\t/g, " ");
}

const block = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL").split(" "),
);
// DEL is what Word and WPS write for tracked deletions: no longer part of the report. RT is a reading aid over a word.
const dropped = new Set(
  ("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK OBJECT EMBED IFRAME SVG MATH CANVAS AUDIO VIDEO SELECT " +
    "TEXTAREA BUTTON INPUT DEL RT RP GOUJI-CHECKER").split(" "),
);

export function walk(node: Node, lines: Lines, pre: boolean): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 /* text */) {
      lines.hear(child.nodeValue || "", child as Text);
      if (pre) lines.addLines(child.nodeValue || "");
      else lines.add(child.nodeValue || "");
    } else if (child.nodeType === 1 /* element */) {
      walkElement(child as HTMLElement, lines, pre);
    }
  }
}

function walkElement(element: HTMLElement, lines: Lines, pre: boolean): void {
  const tag = element.tagName.toUpperCase();
  if (dropped.has(tag) || isHidden(element)) return;
  if (tag === "BR") return lines.end();
  if (tag === "GOUJI-TAB") return lines.tab(); // from docx.ts; HTML has no tabs
  if (tag === "TABLE") {
    lines.end();
    lines.done.push(...gridLines(element as HTMLTableElement, lines.hearer));
    return;
  }
  const isBlock = block.has(tag) || /(^|;)display:(block|flex|grid|list-item|table)(;|$)/.test(style(element));
  if (isBlock) lines.end();
  if (tag === "LI") lines.put(ordinal(element));
  const footnote = tag === "SUP" && /^\s*\d+\s*$/.test(element.textContent || "");
  if (footnote) lines.put("("); // 26 with footnote 1 must not read 261
  walk(element, lines, keepsBreaks(element, tag, pre));
  if (footnote) lines.put(")");
  if (isBlock) lines.end();
}

/** Of a page that is shown, what its style sheets make of the element, and what Word wrote there besides. */
function style(element: Element): string {
  const view = element.ownerDocument.defaultView;
  if (view) {
    const { display, visibility, whiteSpace, listStyleType } = view.getComputedStyle(element);
    const office = /mso-(hide|element):\s*\w+/.exec(element.getAttribute("style") || "");
    return `display:${display};visibility:${visibility};white-space:${whiteSpace};list-style-type:${listStyleType};${office ? office[0].replace(/\s/g, "") : ""}`;
  }
  return (element.getAttribute("data-style") || "").toLowerCase().replace(/\s/g, "");
}

export function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden")) return true;
  const css = style(element);
  // Word keeps comments and hidden text in the page, marked by its own properties.
  return /(^|;)(display:none|visibility:hidden|mso-hide:all|mso-element:comment)/.test(css);
}

function keepsBreaks(element: Element, tag: string, inherited: boolean): boolean {
  const declared = /(^|;)white-space:([\w-]+)/.exec(style(element));
  if (declared) return /^(pre|pre-wrap|pre-line|break-spaces)$/.test(declared[2]!);
  return tag === "PRE" || inherited;
}

/** The number that a browser prints before an item of an ordered list. */
function ordinal(item: HTMLElement): string {
  const list = item.parentElement;
  if (!list || list.tagName !== "OL" || !/^1?$/.test(list.getAttribute("type") || "") || /list-style(-type)?:none/.test(style(list))) return "";
  let number = parseInt(list.getAttribute("start") || "1", 10);
  for (let other = item.previousElementSibling; other; other = other.previousElementSibling) {
    if (other.tagName === "LI") number++;
  }
  return `${number}.`;
}
