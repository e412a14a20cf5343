import { render, type TemplateResult } from "lit";
import type { Engine } from "./engine";
import type { Report } from "./report";
import { sample } from "./sample";

/** How often the page goes through it: a browser compiles well only what it has seen run often. */
const rounds = 12;

/**
 * Goes through a check while the page waits for a report, so that the browser has compiled what the first paste needs: the
 * functions of the core, then the templates, and has the shapes of the letters. In steps, each shorter than anyone notices; nothing
 * of it is shown. The worker, for long texts, goes through it when someone has come. `scene` is what the page shows of a report,
 * `isIdle` says whether the page is still waiting.
 */
export function rehearse(engine: Engine, place: ParentNode, scene: (text: string, report: Report) => TemplateResult, isIdle: () => boolean): void {
  const check = (left: number): void => whenIdle(() => {
    if (!isIdle()) return;
    const report = engine.check(sample);
    whenIdle(() => {
      if (!isIdle()) return;
      const stage = document.createElement("div");
      stage.className = "rehearsal";
      render(scene(sample, report), stage);
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
