import { GoujiChecker } from "./checker";
import type { Engine } from "./engine";
import { Manual } from "./manual";
import type { RuleFacts } from "./manual-data";
import { rehearse } from "./rehearsal";
import type { Report } from "./report";
import type { View } from "./view";

/** The checker of our own page: with the rule manual, and rehearsed before the first paste. */
export class PageChecker extends GoujiChecker {
  protected override readonly manual = new Manual(this);

  protected override started(engine: Engine): void {
    this.manual.facts = JSON.parse(engine.rulesJson()) as RuleFacts[];
    const viewed = (text: string, report: Report): View => ({ ...this.viewed(report), text, findings: report.findings, listed: report.findings });
    rehearse(engine, this.renderRoot as ShadowRoot, viewed, () => this.text === "");
  }
}
