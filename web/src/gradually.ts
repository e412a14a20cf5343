import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

/** How many parts of a long list are there so far. */
export interface Progress {
  sheets: number;
  all: number;
}

/** How long, in ms, a frame may spend on parts that nobody waits for. */
const budget = 8;

/**
 * A long list that comes over several frames, as much in each as there is time for: what is seen first comes first, and the
 * page answers meanwhile. Nothing but the list is rendered anew for it.
 */
class Gradually extends AsyncDirective {
  private frame = 0;
  private timer = 0;
  private pace = 1;

  render(progress: Progress, upTo: (count: number) => unknown): unknown {
    this.stop();
    // The first parts are to be on the screen before the others are begun.
    this.timer = window.setTimeout(() => this.next(progress, upTo), 30);
    return upTo(progress.sheets);
  }

  private next(progress: Progress, upTo: (count: number) => unknown): void {
    if (progress.sheets >= progress.all) return;
    this.frame = requestAnimationFrame((now) => {
      progress.sheets += this.pace;
      this.setValue(upTo(progress.sheets));
      this.pace = performance.now() - now > budget ? Math.max(1, this.pace >> 1) : this.pace * 2;
      this.next(progress, upTo);
    });
  }

  private stop(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }

  override disconnected(): void {
    this.stop();
  }
}

/** `upTo` gives what is to be shown of the first so many parts. */
export const gradually = directive(Gradually);
