import type { LitElement, ReactiveController } from "lit";
import type { Draft, Storage } from "./draft";
import { words, type Language } from "./words";

interface Keeper extends LitElement {
  readonly draft: Draft;
  wholePage: boolean;
  narrow: boolean;
  language: Language;
  say(notice: string): void;
}

/** Keeps the draft in the tab, so that a reload loses nothing; and knows how wide the page is. */
export class Keeping implements ReactiveController {
  private timer = 0;
  private readonly wide = window.matchMedia("(max-width: 1020px)");
  private readonly resized = (): void => {
    this.host.narrow = this.wide.matches;
  };
  private kept = true;
  private readonly save = (): void => {
    clearTimeout(this.timer);
    if (this.host.wholePage) this.saved(this.host.draft.save(tab()));
  };

  constructor(private readonly host: Keeper) {
    host.addController(this);
  }

  hostConnected(): void {
    // Inside another page the width of the element counts, not the window's: see widget.ts.
    if (this.host.wholePage) {
      this.resized();
      this.wide.addEventListener("change", this.resized);
    }
    window.addEventListener("pagehide", this.save);
    if (this.host.wholePage && !this.host.draft.text) this.host.draft.restore(tab());
  }

  hostDisconnected(): void {
    this.save();
    this.wide.removeEventListener("change", this.resized);
    window.removeEventListener("pagehide", this.save);
  }

  /** Soon, and not at each keystroke. */
  changed(): void {
    clearTimeout(this.timer);
    if (!this.host.wholePage) return;
    const saving = this.host.draft.saving(tab());
    const next = (): void => {
      const { done, value } = saving.next();
      if (done) this.saved(value);
      else this.timer = window.setTimeout(next);
    };
    this.timer = window.setTimeout(next, 400);
  }

  private saved(kept: boolean): void {
    if (this.kept && !kept) this.host.say(words[this.host.language].tooLong);
    this.kept = kept;
  }
}

/** Some pages may not have any: a sandboxed frame throws. */
function tab(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
