import { html, type TemplateResult } from "lit";
import { GoujiChecker } from "./checker";
import { spokenVerdict } from "./conclusion";
import { views } from "./desk";
import type { Engine } from "./engine";
import { Printed } from "./gradually";
import { Manual } from "./manual";
import type { RuleFacts } from "./manual-data";
import { paper } from "./paper";
import { rehearse } from "./rehearsal";
import type { Report } from "./report";
import type { View } from "./view";

/** The checker of our own page: with the rule manual, and rehearsed before the first paste. */
export class PageChecker extends GoujiChecker {
  protected override readonly manual = new Manual(this);

  protected override started(engine: Engine): void {
    this.manual.facts = JSON.parse(engine.rulesJson()) as RuleFacts[];
    rehearse(engine, this.renderRoot as ShadowRoot, (text, report) => this.scene(text, report), () => this.text === "");
  }

  /** All that a check puts on an empty page. */
  private scene(text: string, report: Report): TemplateResult {
    const { findings } = report;
    const view: View = { ...this.viewed(report), text, findings, listed: findings };
    return html`${views(view.w, "paper", () => undefined)}${this.output.menu}${spokenVerdict(report, view.language, [])}
      ${this.side(view.w, view)}${paper(view, new Printed(), () => undefined)}`;
  }
}
