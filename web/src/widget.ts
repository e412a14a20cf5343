import { EmbeddedChecker } from "./embedded";
import { mayRender } from "./trust";
import { plainSentence } from "./widget-words";

/** gouji-widget.js: defines `<gouji-checker>`, and nothing else. Loaded twice, the first stays. */

/** Where a page forbids us to make markup: one sentence in place of the checker. */
class PlainSentence extends HTMLElement {
  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).textContent = plainSentence;
  }
}

if (typeof customElements === "object" && !customElements.get("gouji-checker")) {
  customElements.define("gouji-checker", mayRender() ? EmbeddedChecker : PlainSentence);
}
