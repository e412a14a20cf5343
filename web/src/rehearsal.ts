import { html, render } from "lit";
import { checks } from "./checks";
import type { Engine } from "./engine";
import { findings } from "./findings";
import { Printed } from "./gradually";
import { paper } from "./paper";
import { sample } from "./sample";
import { verdict } from "./verdict";
import type { View } from "./view";

/** How often the page goes through it: a browser compiles well only what it has seen run often. */
const rounds = 12;

/**
 * Goes through a check while the page waits for a report, so that the browser has compiled what the first paste needs: the
 * functions of the core, then the templates, and has the shapes of the letters. In steps, each shorter than anyone notices; nothing
 * of it is shown. The worker, for long texts, goes through it when someone has come. `viewed` gives a view of a report, `isIdle`
 * says whether the page is still waiting.
 */
export function rehearse(engine: Engine, place: ParentNode, viewed: (text: string, report: View["report"]) => View, isIdle: () => boolean): void {
  const check = (left: number): void => whenIdle(() => {
    if (!isIdle()) return;
    const report = engine.check(sample);
    whenIdle(() => {
      if (!isIdle()) return;
      const view = viewed(sample, report);
      const stage = document.createElement("div");
      stage.className = "rehearsal";
      render(html`${verdict(view)}${findings(view)}${checks(view)}${paper(view, new Printed(), () => undefined)}`, stage);
      if (left > 0) return check(left - 1);
      // It is gone again before the next frame: the browser only measures it.
      place.append(stage);
      stage.getBoundingClientRect();
      stage.remove();
    });
  });
  check(rounds - 1);
  whenSomeoneComes(() => isIdle() && engine.rehearse(`${sample}\n`));
}

/** A page that nobody looks at needs no second thread; whoever is about to paste moves the pointer or presses a key before. */
function whenSomeoneComes(work: () => unknown): void {
  const signs = ["pointermove", "pointerdown", "keydown", "dragenter"];
  const come = (): void => {
    for (const sign of signs) removeEventListener(sign, come);
    whenIdle(work);
  };
  for (const sign of signs) addEventListener(sign, come);
}

function whenIdle(work: () => unknown): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 100);
}
