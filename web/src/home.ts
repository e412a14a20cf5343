/** The <script> that this file came by; only known while it runs for the first time. */
const script = document.currentScript as HTMLScriptElement | null;

export const home = {
  /** Empty where the script stands in the page itself. */
  address: script && script.src ? script.src : "",
  /** What a page with nonces in its policy gave this script, and would give others of it. */
  nonce: (script && script.nonce) || "",
};

/** The address of a file beside the script; null where there can be none. */
export function besideHome(name: string): string | null {
  try {
    return home.address ? new URL(name, home.address).href : null;
  } catch {
    return null;
  }
}
