import { coreOf, type Core, type Exports } from "./core";
import { besideHome, home } from "./home";
import { trusted } from "./trust";

/** The same core as JavaScript, for pages that forbid WebAssembly. */
const file = "gouji-widget-nowasm.js";

/**
 * Loads it from beside our own script, by a <script> element, which is all that such a page allows. The file hands its
 * starter to that element by an event, so that no name comes to the page. Rejects where the file is missing or forbidden.
 */
export function loadFallback(): Promise<Core> {
  const address = besideHome(file);
  if (!address) return Promise.reject(new Error(`no place to load ${file} from`));
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    let heard = false;
    script.addEventListener("gouji-core", (event) => {
      heard = true;
      const start = (event as CustomEvent<() => Promise<Exports>>).detail;
      start().then((exports) => coreOf(exports)).then(resolve, reject);
    });
    script.onload = () => heard || reject(new Error(`${file} is not what it should be`));
    script.onerror = () => reject(new Error(`${file} cannot be loaded`));
    if (home.nonce) script.nonce = home.nonce;
    script.src = trusted.scriptUrl(address);
    (document.head || document.documentElement).appendChild(script);
    script.remove(); // it loads nevertheless
  });
}
