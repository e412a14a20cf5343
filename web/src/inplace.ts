import type { Article } from "./article";
import { Boxes, type Boxed } from "./boxes";
import { highlights, type Look } from "./highlights";
import { sorted, type Mark } from "./marks";
import type { Finding } from "./report";

/** One mark and where it stands on the page: over words, in a blank cell, or before what follows a gap. */
interface Placed {
  mark: Mark;
  range: Range | null;
  cell: Element | null;
  /** Where something is missing between two lines. */
  gap: Range | null;
}

/**
 * The marks of a report over the page that it was read from. Nothing of the page changes: words are painted by the browser's
 * own highlights, or where it has none, and for what has no words, by boxes that lie over the page.
 */
export class InPlace {
  private placed: Placed[] = [];
  private painted: (() => void) | null = null;
  private readonly boxes: Boxes;

  constructor(layer: HTMLElement) {
    this.boxes = new Boxes(layer);
  }

  /** Shows these marks and no others. `label` says what the selected finding's figure should be, or how grave it is. */
  paint(article: Article, root: Element, marks: Mark[], selected: Finding | null, label: string): void {
    this.placed = sorted(marks, selected).map((mark) => placedOn(article, mark));
    this.unpaint();
    const boxed: Boxed[] = [];
    const words: { range: Range; look: Look }[] = [];
    for (const { mark, range, cell, gap } of this.placed) {
      const look = lookOf(mark, selected);
      const main = mark.role === "main" && mark.finding === selected;
      if (range && highlights) {
        words.push({ range, look });
        if (main) boxed.push({ at: range, look, shape: "label", label });
      } else if (range) boxed.push({ at: range, look, shape: "words", label: main ? label : "" });
      else if (cell) boxed.push({ at: cell, look, shape: "cell", label: main ? label : "" });
      else if (gap) boxed.push({ at: gap, look, shape: "gap", label: main ? label : "" });
    }
    if (highlights) this.painted = highlights.paint(root.getRootNode() as Document | ShadowRoot, words);
    this.boxes.show(boxed, root);
  }

  clear(): void {
    this.unpaint();
    this.placed = [];
    this.boxes.show([], null);
  }

  private unpaint(): void {
    if (this.painted) this.painted();
    this.painted = null;
  }

  /** The findings marked under a point of the window, the topmost first. */
  at(x: number, y: number): Finding[] {
    return this.placed
      .filter(({ mark, range, cell }) => mark.role === "main" && rectsOf(range || cell).some((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom))
      .map(({ mark }) => mark.finding!);
  }

  /** Where a mark stands on the page, for bringing it into sight. */
  static aim(article: Article, mark: Mark): Range | Element | null {
    const { range, cell, gap } = placedOn(article, mark);
    return range || cell || gap;
  }
}

function placedOn(article: Article, mark: Mark): Placed {
  const range = mark.start < mark.end ? article.rangeOf(mark) : null;
  const cell = range ? null : article.cellAt(mark.start);
  return { mark, range, cell, gap: range || cell ? null : article.after(mark.start) };
}

function lookOf({ finding, role }: Mark, selected: Finding | null): Look {
  if (role !== "main" || !finding || finding === selected) return "lit";
  return finding.severity;
}

export function rectsOf(at: Range | Element | null): DOMRect[] {
  return at ? Array.from(at.getClientRects()) : [];
}
