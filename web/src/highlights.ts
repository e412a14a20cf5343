import type { Severity } from "./report";

export type Look = Severity | "lit";

interface Highlight {
  add(range: Range): void;
  delete(range: Range): void;
  readonly size: number;
  priority: number;
}
interface Registry {
  set(name: string, highlight: Highlight): void;
  delete(name: string): void;
}

const looks: Record<Look, string> = {
  error: "background-color:#fbd5d1;color:#1d2126;text-decoration:underline double #a4262c",
  warning: "background-color:#fce8bf;color:#1d2126;text-decoration:underline dashed #875300",
  advice: "background-color:#dfecf8;color:#1d2126;text-decoration:underline dotted #2b5d8a",
  lit: "background-color:#ffd95e;color:#1d2126;text-decoration:underline double #a4262c",
};
const order: Look[] = ["advice", "warning", "error", "lit"];

/**
 * The browser's own highlights over ranges of a page: all checkers of a page share four of them, and one style sheet for each
 * document or shadow root that has any. What is painted comes with a function that takes it away, to the last trace.
 */
class Highlights {
  private readonly all = new Map<Look, Highlight>();
  private readonly sheets = new Map<Document | ShadowRoot, { sheet: CSSStyleSheet; users: number }>();

  constructor(
    private readonly registry: Registry,
    private readonly Made: new () => Highlight,
  ) {}

  paint(root: Document | ShadowRoot, words: { range: Range; look: Look }[]): () => void {
    if (words.length === 0) return () => undefined;
    for (const { range, look } of words) this.of(look).add(range);
    const release = this.styled(root);
    return () => {
      for (const { range, look } of words) this.drop(look, range);
      release();
    };
  }

  private of(look: Look): Highlight {
    let found = this.all.get(look);
    if (!found) {
      found = new this.Made();
      found.priority = order.indexOf(look);
      this.all.set(look, found);
      this.registry.set(`gouji-${look}`, found);
    }
    return found;
  }

  private drop(look: Look, range: Range): void {
    const found = this.all.get(look);
    if (!found) return;
    found.delete(range);
    if (found.size > 0) return;
    this.registry.delete(`gouji-${look}`);
    this.all.delete(look);
  }

  private styled(root: Document | ShadowRoot): () => void {
    const known = this.sheets.get(root) || { sheet: new CSSStyleSheet(), users: 0 };
    if (known.users++ === 0) {
      this.sheets.set(root, known);
      known.sheet.replaceSync(order.map((look) => `::highlight(gouji-${look}){${looks[look]}}`).join(""));
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, known.sheet];
    }
    return () => {
      if (--known.users > 0) return;
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== known.sheet);
      this.sheets.delete(root);
    };
  }
}

const { CSS: css, Highlight: Made } = window as unknown as { CSS?: { highlights?: Registry }; Highlight?: new () => Highlight };

/** Null in browsers without. */
export const highlights = css && css.highlights && Made ? new Highlights(css.highlights, Made) : null;
