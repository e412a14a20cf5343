import { nothing, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { hasRulePages, loadRulePages, type RuleFacts } from "./manual-data";
import { manualPage } from "./manual-page";
import type { Language } from "./words";

/** Where the reader was before the manual was opened. */
interface Place {
  focus: HTMLElement | null;
  top: number;
}

/**
 * Which page of the manual is open, if any. In a page of its own the address tells it too (`#rules`, `#rule/<id>`), so that a
 * rule can be linked to and the browser's own "back" leads back; inside another page the address is left alone.
 */
export class Manual implements ReactiveController {
  /** Null while the manual is closed; empty for its contents. */
  id: string | null = null;
  facts: RuleFacts[] = [];
  private query = "";
  private before: Place | null = null;
  /** How many entries of the browser's history lead back to the report. */
  private depth = 0;

  constructor(private readonly host: LitElement & { wholePage: boolean; language: Language; text: string }) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("hashchange", this.moved);
    this.host.addEventListener("gouji-rule", this.asked);
    this.follow(0);
  }

  hostDisconnected(): void {
    window.removeEventListener("hashchange", this.moved);
    this.host.removeEventListener("gouji-rule", this.asked);
  }

  /** The link of a finding leads to the address, which is ours only in a page of our own. */
  private readonly asked = (event: Event): void => {
    if (this.host.wholePage || event.defaultPrevented) return;
    event.preventDefault();
    this.show((event as CustomEvent<{ rule: string }>).detail.rule);
  };

  get isOpen(): boolean {
    return this.id !== null;
  }

  /** Opens a rule's page, or with an empty id the contents; `event` is what was pressed, if anything. */
  open(id: string, event?: Event): void {
    if (event) event.preventDefault();
    if (!this.host.wholePage) return this.show(id);
    location.hash = id ? `rule/${id}` : "rules"; // `moved` follows
  }

  /** Back to where the reader was. */
  close(): void {
    if (!this.host.wholePage) return this.show(null);
    if (this.depth > 0) return history.go(-this.depth); // `moved` follows
    forget();
    this.show(null);
  }

  /** Closes the manual for good: what stood behind it has gone. */
  leave(): void {
    this.before = null;
    if (this.isOpen) this.close();
  }

  private readonly moved = (): void => this.follow(this.depth + 1);

  /** Shows what the address tells; `depth` of it where it is new. */
  private follow(depth: number): void {
    if (!this.host.wholePage) return;
    const found = /^#rule(?:s|\/([\w-]+))$/.exec(location.hash);
    if (found) {
      const state = history.state as { manual?: number } | null;
      // A new entry is one further from the report than the last; one that was gone back to knows its distance.
      this.depth = state && typeof state.manual === "number" ? state.manual : depth;
      remember({ manual: this.depth });
    } else {
      this.depth = 0;
    }
    this.show(found ? found[1] || "" : null);
  }

  private show(id: string | null): void {
    if (id === this.id) return;
    const { host } = this;
    if (this.id === null) {
      const root = host.shadowRoot;
      const focus = (root && (root.activeElement as HTMLElement | null)) || (document.activeElement as HTMLElement | null);
      this.before = { focus, top: window.scrollY };
    }
    this.id = id;
    if (id === null) this.query = "";
    host.requestUpdate();
    void host.updateComplete.then(() => (id === null ? this.restore() : this.arrive()));
    if (id !== null && !hasRulePages()) void loadRulePages().then(() => this.fill());
  }

  /** The pages have come, a moment after the manual was opened. */
  private async fill(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.isOpen) this.arrive();
  }

  /** A page is read from its head; so does a screen reader. */
  private arrive(): void {
    const root = this.host.renderRoot as ShadowRoot;
    const head = root.querySelector<HTMLElement>(".rule h3") || root.querySelector<HTMLElement>(".manual h2");
    if (!head) return;
    head.focus({ preventScroll: true });
    if (this.host.getBoundingClientRect().top < 0) this.host.scrollIntoView();
  }

  private restore(): void {
    const { before } = this;
    this.before = null;
    if (!before) return;
    window.scrollTo(0, before.top);
    if (before.focus && before.focus.isConnected) before.focus.focus({ preventScroll: true });
  }

  get page(): TemplateResult | typeof nothing {
    const { id, query, host, facts } = this;
    if (id === null) return nothing;
    return manualPage({
      id,
      query,
      facts,
      language: host.language,
      report: host.text !== "",
      search: (words) => {
        this.query = words;
        host.requestUpdate();
      },
      close: () => this.close(),
      go: (to, event) => this.open(to, event),
    });
  }
}

/** Takes the rule out of the address; some browsers forbid that for files. */
function forget(): void {
  try {
    history.replaceState(null, "", location.pathname + location.search);
  } catch {
    location.hash = "";
  }
}

function remember(state: unknown): void {
  try {
    history.replaceState(state, "");
  } catch {
    // Then "back" takes one step at a time.
  }
}
