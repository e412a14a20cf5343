import type { LitElement, ReactiveController } from "lit";
import { readArticle, type Article } from "./article";
import { InPlace } from "./inplace";
import type { Mark } from "./marks";
import type { Finding } from "./report";

interface Host extends LitElement {
  /** A selector of the element that holds the article; null where there is no article to read. */
  for: string | null;
  /** The article as it stands now; null where it is not found. */
  articleRead(article: Article | null): void;
  /** A mark on the page was pressed. */
  markPressed(found: Finding[]): void;
}

/** How long the page must have been at rest before it is read again, in ms. */
const rest = 300;

/**
 * The article of the page that the element stands in: finds it, reads it, follows its changes, and has the marks drawn over
 * it. Nothing of the page is changed, and when the element goes nothing of it stays.
 */
export class OnPage implements ReactiveController {
  article: Article | null = null;
  private root: Element | null = null;
  private inPlace: InPlace | null = null;
  private layer: HTMLElement | null = null;
  private watching: MutationObserver | null = null;
  private timer = 0;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** Finds the article and reads it; or, while the page is still coming, as soon as it is there. */
  read(): void {
    this.leave();
    document.removeEventListener("DOMContentLoaded", this.again);
    const root = this.found();
    if (!root && document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", this.again);
      return;
    }
    this.root = root;
    if (root) {
      root.addEventListener("click", this.pressed);
      this.watching = new MutationObserver(this.changed);
      this.watching.observe(root, { subtree: true, childList: true, characterData: true });
    }
    this.take();
  }

  private take(): void {
    this.article = this.root ? readArticle(this.root) : null;
    this.host.articleRead(this.article);
  }

  /** Takes everything away from the page. */
  leave(): void {
    clearTimeout(this.timer);
    document.removeEventListener("DOMContentLoaded", this.again);
    if (this.root) this.root.removeEventListener("click", this.pressed);
    if (this.watching) this.watching.disconnect();
    this.watching = null;
    this.clear();
    if (this.layer) this.layer.remove();
    this.layer = null;
    this.inPlace = null;
    this.root = null;
    this.article = null;
  }

  paint(marks: Mark[], selected: Finding | null, label: string): void {
    const { article, root } = this;
    if (!article || !root) return;
    if (!this.inPlace) {
      this.layer = document.createElement("div");
      this.layer.className = "layer";
      this.layer.setAttribute("aria-hidden", "true");
      (this.host.renderRoot as ShadowRoot).appendChild(this.layer);
      this.inPlace = new InPlace(this.layer);
    }
    this.inPlace.paint(article, root, marks, selected, label);
  }

  clear(): void {
    if (this.inPlace) this.inPlace.clear();
  }

  bringIntoSight(mark: Mark): void {
    const aim = this.article && InPlace.aim(this.article, mark);
    if (!aim) return;
    const element = aim instanceof Range ? aim.startContainer.parentElement! : aim;
    element.scrollIntoView({ block: "center", inline: "center" });
    // A long paragraph in the middle of the window may still hide the figure; and the card takes the window's foot.
    const { top, bottom } = aim.getBoundingClientRect();
    const [from, to] = [window.innerHeight * 0.12, window.innerHeight * 0.5];
    if (top < from || bottom > to) window.scrollBy(0, top - (from + to) / 2);
  }

  private readonly again = (): void => this.read();

  private readonly pressed = (event: Event): void => {
    const { clientX, clientY } = event as MouseEvent;
    const selection = document.getSelection();
    if (!this.inPlace || (selection && !selection.isCollapsed)) return; // words are being selected
    const found = this.inPlace.at(clientX, clientY);
    if (found.length) this.host.markPressed(found);
  };

  /** The page itself changed its article. */
  private readonly changed = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.take(), rest);
  };

  private found(): Element | null {
    const scope = this.host.getRootNode() as Document | ShadowRoot;
    try {
      return (scope.querySelector && scope.querySelector(this.host.for!)) || document.querySelector(this.host.for!);
    } catch {
      return null; // not a selector
    }
  }
}
