import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { Engine, Run } from "./engine";
import { checkingWords } from "./intake-words";
import type { Report } from "./report";
import type { Language } from "./words";

/** Who wants a text checked. */
export interface Asker extends ReactiveControllerHost {
  language: Language;
  /** The report on the text that was asked for last. */
  checked(report: Report): void;
  failed(error: unknown): void;
}

/**
 * Up to this length (in UTF-16 units) a text is checked at once, in the frame of the paste: a report has a tenth of it. Above,
 * it goes to the worker, so that no check holds the page for longer than a person notices.
 */
const atOnce = 40_000;

/** One check at a time: the newest. Long ones run beside the page, with words that say so and a way to stop them. */
export class Checking implements ReactiveController {
  engine: Engine | null = null;
  private state: "idle" | "running" | "cancelled" = "idle";
  private text = "";
  private run: Run | null = null;
  private since = 0;
  private clock = 0;
  private aside = true;

  constructor(private readonly host: Asker) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop("idle");
  }

  /** Whether a long check is under way, or was cancelled: there is no report then. */
  get isBusy(): boolean {
    return this.state !== "idle";
  }

  /** Asks for a report on this text; whatever ran before is forgotten. False if the report, if any, is yet to come. */
  check(text: string): boolean {
    this.stop("idle");
    const { engine, host } = this;
    if (!engine || !text) return false;
    this.text = text;
    if (text.length <= atOnce && engine.isHere) {
      try {
        host.checked(engine.check(text));
      } catch (error) {
        host.failed(error);
      }
      return true;
    }
    this.state = "running";
    this.since = performance.now();
    this.clock = window.setInterval(() => host.requestUpdate(), 1000);
    void engine.aside().then((aside) => (this.aside = aside));
    const run = (this.run = engine.checkAside(text));
    const ended = (tell: () => void): void => {
      if (this.run !== run) return;
      this.stop("idle");
      tell();
    };
    run.report.then((report) => ended(() => host.checked(report)), (error) => ended(() => host.failed(error)));
    host.requestUpdate();
    return false;
  }

  /** Ends a long check at the user's wish. */
  cancel(): void {
    this.stop("cancelled");
  }

  private stop(state: "idle" | "cancelled"): void {
    clearInterval(this.clock);
    if (this.run) this.run.cancel();
    this.run = null;
    if (this.state !== state) this.host.requestUpdate();
    this.state = state;
  }

  /** In place of a verdict, while there is none. */
  get words(): TemplateResult {
    const w = checkingWords[this.host.language];
    if (this.state === "cancelled") {
      return html`<section class="checking" role="status">
        <p class="line">${w.cancelled}</p>
        <button type="button" @click=${() => this.check(this.text)}>${w.again}</button>
      </section>`;
    }
    const seconds = Math.floor((performance.now() - this.since) / 1000);
    return html`<section class="checking" aria-label=${w.label}>
      <p class="line" role="status">${w.running(this.text.length)}</p>
      <progress aria-label=${w.label}></progress>
      <p class="more">${this.aside ? w.seconds(seconds) : w.blocking}</p>
      ${this.aside ? html`<button type="button" @click=${() => this.cancel()}>${w.cancel}</button>` : nothing}
    </section>`;
  }

  /** In place of the report: how it begins. A text area would stop the page over a text of this length. */
  get beginning(): TemplateResult {
    return html`<article class="paper beginning" lang="zh-Hans">${this.text.slice(0, 3000)}…</article>`;
  }
}
