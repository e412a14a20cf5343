import data from "gouji.data";
import instantiate from "gouji.nowasm";
import { unpack } from "./lzma";

/**
 * gouji-widget-nowasm.js: the core as JavaScript, for pages that forbid WebAssembly. Who loads it by a <script> element is
 * handed a function there that starts one core after the other, and nothing else on the page is touched.
 */
const script = document.currentScript;
const start = (): Promise<unknown> => new Promise((resolve) => resolve(instantiate(unpack(data))));
if (script) script.dispatchEvent(new CustomEvent("gouji-core", { detail: start }));
