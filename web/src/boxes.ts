import type { Look } from "./highlights";

/** Something to be drawn over the page. */
export interface Boxed {
  at: Range | Element;
  look: Look;
  /** `label`: only its words, where the browser itself has painted the rest. */
  shape: "words" | "cell" | "gap" | "label";
  label: string;
}

/**
 * Boxes over places of the page, drawn in a layer of our own that takes no room and no presses. They follow when the page
 * is scrolled or laid out anew, and are cut where the page cuts what lies under them.
 */
export class Boxes {
  private boxed: Boxed[] = [];
  private frame = 0;
  private watching: ResizeObserver | null = null;
  private readonly moved = (): void => {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw());
  };

  constructor(private readonly layer: HTMLElement) {}

  show(boxed: Boxed[], root: Element | null): void {
    this.boxed = boxed;
    if (boxed.length && root) this.watch(root);
    else this.leave();
    this.draw();
  }

  private watch(root: Element): void {
    this.leave();
    document.addEventListener("scroll", this.moved, { capture: true, passive: true });
    window.addEventListener("resize", this.moved);
    window.addEventListener("load", this.moved, true); // pictures above push the page down
    if (typeof ResizeObserver !== "function") return;
    this.watching = new ResizeObserver(this.moved);
    this.watching.observe(root);
    this.watching.observe(document.documentElement);
  }

  private leave(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    document.removeEventListener("scroll", this.moved, { capture: true });
    window.removeEventListener("resize", this.moved);
    window.removeEventListener("load", this.moved, true);
    if (this.watching) this.watching.disconnect();
    this.watching = null;
  }

  private draw(): void {
    this.frame = 0;
    const { layer } = this;
    while (layer.firstChild) layer.removeChild(layer.firstChild);
    const origin = layer.getBoundingClientRect();
    for (const one of this.boxed) {
      const clip = clipOf(one.at);
      const rects = Array.from(one.at.getClientRects());
      rects.forEach((rect, index) => {
        const { left, top, width, height } = one.shape === "cell" ? inset(rect) : rect;
        const last = index === rects.length - 1;
        if (!meets(rect, clip) || (one.shape === "gap" && index > 0)) return;
        const box = document.createElement("span");
        box.className = `box ${one.shape} ${one.look}`;
        const from = Math.max(left, clip.left);
        box.style.left = `${from - origin.left}px`;
        box.style.top = `${top - origin.top}px`;
        box.style.width = `${one.shape === "gap" ? 0 : Math.min(left + width, clip.right) - from}px`;
        box.style.height = `${height}px`;
        if (one.label && last) {
          const label = document.createElement("b");
          label.textContent = one.label;
          box.appendChild(label);
        }
        layer.appendChild(box);
      });
    }
  }
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A blank cell is marked inside its lines. */
const inset = ({ left, top, width, height }: DOMRect): { left: number; top: number; width: number; height: number } =>
  ({ left: left + 2, top: top + 2, width: Math.max(0, width - 4), height: Math.max(0, height - 4) });

const meets = (rect: Edges, clip: Edges): boolean =>
  rect.left < clip.right && rect.right > clip.left && rect.top < clip.bottom && rect.bottom > clip.top;

/** What can be seen of a place: the page cuts what its scrolling parts do not show. */
function clipOf(at: Range | Element): Edges {
  const clip = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  let above = at instanceof Range ? at.startContainer.parentElement : at.parentElement;
  for (; above && above !== document.body && above !== document.documentElement; above = above.parentElement) {
    if (getComputedStyle(above).overflow === "visible" || above.clientWidth === 0) continue;
    const { left, top, right, bottom } = above.getBoundingClientRect();
    clip.left = Math.max(clip.left, left);
    clip.top = Math.max(clip.top, top);
    clip.right = Math.min(clip.right, right);
    clip.bottom = Math.min(clip.bottom, bottom);
  }
  return clip;
}
