import { home } from "./home";
import { trusted } from "./trust";

/**
 * What the bundle has in place of `globalThis`: see widget.mjs. lit reads from it how the browser is, and writes to it which
 * versions are loaded; the names on the page's own window stay as they were.
 */
export const goujiScope: Record<string, unknown> = {
  ShadowRoot: self.ShadowRoot,
  // For browsers without adoptable style sheets, on pages that allow only styles that carry this.
  litNonce: home.nonce || undefined,
  trustedTypes: { emptyScript: "", createPolicy: () => ({ createHTML: trusted.html }) },
};
