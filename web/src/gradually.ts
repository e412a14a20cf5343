import { AsyncDirective } from "lit/async-directive.js";
import { directive, type ChildPart } from "lit/directive.js";

/** How long, in ms, a frame may spend on parts that nobody waits for. */
const budget = 8;
/** So many parts come by themselves, so that the browser's own search finds what is in them; beyond, only what is looked at. */
const most = 60;

/** Which parts of a long list are there so far. */
export class Printed {
  all = 1;
  /** All up to here. */
  first = 1;
  /** Ms until the second one, for the first is to be on the screen before. */
  pause = 30;
  private readonly asked = new Set<number>();

  has(index: number): boolean {
    return index < this.first || this.asked.has(index);
  }

  ask(index: number): void {
    this.asked.add(index);
  }

  get isComplete(): boolean {
    return this.first >= Math.min(this.all, most);
  }
}

/**
 * A long list that comes over several frames, as much in each as there is time for: what is seen first comes first, and the
 * page answers meanwhile. Nothing but the list is rendered anew for it.
 */
class Gradually extends AsyncDirective {
  private frame = 0;
  private timer = 0;
  private pace = 1;
  private watcher: IntersectionObserver | null = null;
  private place: ChildPart | null = null;

  render(_printed: Printed, parts: () => unknown): unknown {
    return parts();
  }

  override update(place: ChildPart, [printed, parts]: [Printed, () => unknown]): unknown {
    this.stop();
    this.place = place;
    this.timer = window.setTimeout(() => this.next(printed, parts), printed.pause);
    return parts();
  }

  private next(printed: Printed, parts: () => unknown): void {
    if (printed.isComplete) return this.watch(printed, parts);
    this.frame = requestAnimationFrame((now) => {
      printed.first += this.pace;
      this.setValue(parts());
      this.pace = performance.now() - now > budget ? Math.max(1, this.pace >> 1) : this.pace * 2;
      this.next(printed, parts);
    });
  }

  /** The places of the parts that are not there yet: each comes when it is nearly in sight. */
  private watch(printed: Printed, parts: () => unknown): void {
    if (printed.first >= printed.all || !this.place) return;
    const places = Array.from((this.place.parentNode as ParentNode).querySelectorAll(".part"));
    const watcher = (this.watcher = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        for (const { target } of near) {
          watcher.unobserve(target);
          printed.ask(places.indexOf(target));
        }
        if (near.length) this.setValue(parts());
      },
      { rootMargin: "1500px" },
    ));
    places.forEach((place, index) => {
      if (!printed.has(index)) watcher.observe(place);
    });
  }

  private stop(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    if (this.watcher) this.watcher.disconnect();
    this.watcher = null;
  }

  override disconnected(): void {
    this.stop();
  }
}

/** `parts` gives the elements of class `part`, those that are not there yet empty. */
export const gradually = directive(Gradually);
