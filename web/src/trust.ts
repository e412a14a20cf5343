/**
 * Trusted Types: where a page requires them, what makes markup or scripts out of text must come from a policy. Ours lets
 * everything through, and is used only where what it lets through cannot run (markup in an inert document, the templates of
 * the bundle) or is the bundle's own (its worker, its file beside).
 *
 * A page can name the policies that it allows: `trusted-types gouji`.
 */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}
const own = { createHTML: (text: string) => text, createScriptURL: (text: string) => text };

// The second is lit's, which a page that uses lit itself has allowed.
const names = ["gouji", "lit-html"];

let policy: Policy | null = null;

/** Made when first needed; where none is allowed the browser refuses what is then made without. */
function ours(): Policy {
  if (!policy) policy = names.reduce<Policy | null>((found, name) => found || made(name), null) || own;
  return policy;
}

function made(name: string): Policy | null {
  const types = (self as unknown as { trustedTypes?: { createPolicy(name: string, policy: Policy): Policy } }).trustedTypes;
  if (!types) return own;
  try {
    return types.createPolicy(name, own);
  } catch {
    return null;
  }
}

export const trusted = {
  html: (text: string): string => ours().createHTML(text),
  scriptUrl: (text: string): string => ours().createScriptURL(text),
};

/** Whether this page lets us make markup at all. */
export function mayRender(): boolean {
  try {
    document.createElement("div").innerHTML = trusted.html("<i></i>");
    return true;
  } catch {
    return false;
  }
}
