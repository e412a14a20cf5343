import packed from "gouji.parts";
import { unpacking } from "./lzma";

/**
 * The one script that stands in the page as it is: unpacks the page's own script and starts it. The policy of the page allows
 * that script by its hash. It stands in one stream with the module and the manual, for all three use the same words.
 */
const next = unpacking(packed);
const script = document.createElement("script");
script.textContent = new TextDecoder().decode(next());

let module: Uint8Array<ArrayBuffer> | undefined;
let manual: Uint8Array<ArrayBuffer> | undefined;
globalThis.goujiParts = {
  module: () => module || (module = next()),
  manual: () => manual || (goujiParts.module(), (manual = next())),
  start: document.currentScript as HTMLScriptElement,
};
// It runs at once. A page that is saved with it would start it twice.
document.body.appendChild(script).remove();
