import { textOf } from "./clipboard";
import { Numbering } from "./numbering";
import { attribute, child, children, isOn, parseXml } from "./xml";
import { ArchiveError, partsOf } from "./zip";

/** What a Word document says, and how many pictures it has, in which a table may hide. */
export interface WordText {
  text: string;
  pictures: number;
}

/**
 * A .docx file → text, the same way as a rich paste: its body is built as HTML, with true merged cells, and read as that.
 *
 * Tracked changes count as accepted; hidden text, comments, notes, headers and footers are left out; numbers of lists and
 * text boxes are put in. Throws an `ArchiveError`.
 */
export function readDocx(bytes: Uint8Array): WordText {
  const parts = partsOf(bytes, (name) => /^(_rels\/\.rels|word\/(document|numbering|styles)\d*\.xml)$/i.test(name));
  const named = (pattern: RegExp): Element | null => {
    const name = Array.from(parts.keys()).find((one) => pattern.test(one));
    return name === undefined ? null : parseXml(parts.get(name)!);
  };
  const main = mainPart(parts.get("_rels/.rels"));
  const source = parts.has(main) ? parseXml(parts.get(main)!) : named(/^word\/document\d*\.xml$/i);
  const body = child(source, "body");
  if (!body) throw new ArchiveError("damaged");
  const page = document.implementation.createHTMLDocument("");
  const writer = new Writer(page, new Numbering(named(/^word\/numbering/i), named(/^word\/styles/i)));
  writer.blocks(body, page.body);
  return { text: textOf(page.body), pictures: writer.pictures };
}

/** Where the archive says that its document is. */
function mainPart(relations: Uint8Array | undefined): string {
  const root = relations ? parseXml(relations) : null;
  const main = children(root, "Relationship").find((one) => /\/officeDocument$/.test(attribute(one, "Type") || ""));
  return ((main && attribute(main, "Target")) || "word/document.xml").replace(/^\//, "");
}

/** What only wraps its content: content controls, fields, tracked insertions. */
const wrappers = new Set(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "fldSimple", "hyperlink", "dir", "bdo"]);
/** What is no part of the text as it reads: properties, codes of fields, what was deleted or moved away, readings above words. */
const silent = new Set([
  "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "customXmlPr", "smartTagPr",
  "instrText", "delInstrText", "delText", "del", "moveFrom", "rt", "rubyPr", "softHyphen", "sym",
]);

/** The children that are seen, with what only wraps them taken off. */
function seen(element: Element): Element[] {
  const found: Element[] = [];
  for (const one of Array.from(element.children)) {
    if (silent.has(one.localName)) continue;
    if (wrappers.has(one.localName)) found.push(...seen(one));
    // Two renderings of one thing: the newer for those who know it, else the older.
    else if (one.localName === "AlternateContent") found.push(...seen(child(one, "Choice") || child(one, "Fallback") || one));
    else found.push(one);
  }
  return found;
}

class Writer {
  pictures = 0;
  /** A paragraph whose end was deleted runs on into the next. */
  private open: HTMLElement | null = null;
  /** Text boxes come after the paragraph that they hang on. */
  private boxes: Element[] = [];

  constructor(
    private readonly page: Document,
    private readonly numbering: Numbering,
  ) {}

  /** Paragraphs and tables, in order. */
  blocks(from: Element, into: HTMLElement): void {
    this.open = null;
    for (const block of seen(from)) {
      if (block.localName === "p") this.paragraph(block, into);
      else if (block.localName === "tbl") this.table(block, into);
    }
    this.open = null;
  }

  private paragraph(source: Element, into: HTMLElement): void {
    const properties = child(source, "pPr");
    const element = this.open || this.made("p", into);
    const label = this.numbering.before(properties);
    if (label) element.append(label);
    const outer = this.boxes;
    this.boxes = [];
    this.words(source, element);
    spaceTabs(element);
    const boxes = this.boxes;
    this.boxes = outer;
    for (const box of boxes) this.blocks(box, into);
    this.open = child(properties, "rPr", "del") ? element : null;
  }

  /** Runs and what stands in them. */
  private words(from: Element, into: HTMLElement): void {
    for (const one of seen(from)) {
      switch (one.localName) {
        case "r":
          this.run(one, into);
          break;
        case "t":
          into.append(one.textContent || "");
          break;
        case "tab":
        case "ptab":
          this.made("gouji-tab", into);
          break;
        case "br":
        case "cr":
          this.made("br", into);
          break;
        case "noBreakHyphen":
          into.append("-");
          break;
        case "drawing":
        case "pict":
        case "object":
          this.drawing(one);
          break;
        default:
          this.words(one, into);
      }
    }
  }

  private run(run: Element, into: HTMLElement): void {
    const properties = child(run, "rPr");
    if (isOn(child(properties, "vanish"))) return;
    // The number of a footnote must not become a digit of the figure before it: `sup` is where that is seen to.
    const raised = attribute(child(properties, "vertAlign"), "val") === "superscript";
    this.words(run, raised ? this.made("sup", into) : into);
  }

  private drawing(drawing: Element): void {
    const boxes = Array.from(drawing.getElementsByTagNameNS("*", "txbxContent"));
    this.boxes.push(...boxes.filter((box) => !boxes.some((other) => other !== box && other.contains(box))));
    if (drawing.getElementsByTagNameNS("*", "blip").length || drawing.getElementsByTagNameNS("*", "imagedata").length) this.pictures++;
  }

  private table(source: Element, into: HTMLElement): void {
    const table = this.made("table", into) as HTMLTableElement;
    /** By the column where it begins: the cell that a merge down started with, and goes on in. */
    let above = new Map<number, HTMLTableCellElement>();
    for (const row of seen(source).filter(({ localName }) => localName === "tr")) {
      const properties = child(row, "trPr");
      if (child(properties, "del") || isOn(child(properties, "hidden"))) continue;
      const line = this.made("tr", table);
      const merged = new Map<number, HTMLTableCellElement>();
      let column = count(child(properties, "gridBefore"), 0);
      if (column) this.made("td", line, column);
      for (const cell of seen(row).filter(({ localName }) => localName === "tc")) {
        const width = count(child(cell, "tcPr", "gridSpan"), 1);
        const merge = child(cell, "tcPr", "vMerge");
        const start = merge && attribute(merge, "val") !== "restart" ? above.get(column) : undefined;
        if (start) start.rowSpan++;
        const own = start || this.made("td", line, width);
        if (merge) merged.set(column, own as HTMLTableCellElement);
        if (!start && !child(cell, "tcPr", "cellDel")) this.blocks(cell, own);
        column += width;
      }
      above = merged;
    }
    this.open = null;
  }

  private made(tag: string, into: HTMLElement, columns = 1): HTMLElement {
    const element = this.page.createElement(tag);
    if (columns > 1) (element as HTMLTableCellElement).colSpan = columns;
    into.append(element);
    return element;
  }
}

/** One tab is only space (behind a heading's number, before a date); several make a row that was laid out by hand. */
function spaceTabs(paragraph: HTMLElement): void {
  const tabs = Array.from(paragraph.getElementsByTagName("gouji-tab"));
  const words = paragraph.textContent || "";
  if (tabs.length > 1 && words.trim() && paragraph.firstChild !== tabs[0]) return;
  for (const tab of tabs) tab.replaceWith("\u00a0");
}

function count(element: Element | null, otherwise: number): number {
  const value = Number(attribute(element, "val"));
  return element && value > 0 && value < 1000 ? Math.floor(value) : otherwise;
}
