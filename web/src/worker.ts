import { loadCore, loadModule } from "./core";
import { slicesOf, type Slice } from "./slices";

/**
 * The core beside the page, so that a long check does not stop it. It gets the module that the page has compiled, or where
 * the page may not compile anything, its bytes. How it is started: see beside.ts.
 */
export type ToWorker = { module: WebAssembly.Module } | { bytes: BufferSource } | { text: string } | { rehearsed: string };
export type FromWorker = { ready: true; version: string } | { slice: Slice } | { failed: string };

const page = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker, given?: Transferable[]): void;
};
let core: ReturnType<typeof loadModule> | null = null;
/** Until when the core may be rehearsed, in ms. */
let rehearsal = 0;
const longestRehearsal = 800;
/** In UTF-16 units: about a hundred reports. */
const mostRehearsed = 300_000;

page.onmessage = ({ data }) => {
  if ("rehearsed" in data) {
    rehearsal = performance.now() + longestRehearsal;
    rehearse(data.rehearsed);
  } else if (!("text" in data)) {
    core = "module" in data ? loadModule(data.module) : loadCore(data.bytes);
    core.then(({ version }) => page.postMessage({ ready: true, version }), failed);
  } else if (core) {
    rehearsal = 0;
    core.then(({ checkBytes }) =>
      checkBytes(data.text, (json) => {
        for (const slice of slicesOf(json)) page.postMessage({ slice }, [slice.json.buffer]);
      }),
    ).catch(failed);
  }
};

/**
 * Checks a text over and over, twice as long each time, so that the browser compiles well what a long one takes (it does so only
 * with functions that it has seen run often) and the memory for it is there. Whatever is to be checked in earnest comes in between
 * and ends it.
 */
function rehearse(text: string): void {
  if (!core || performance.now() > rehearsal) return;
  core.then(({ checkBytes }) => {
    checkBytes(text, (json) => Array.from(slicesOf(json)));
    setTimeout(rehearse, 0, text.length < mostRehearsed ? text + text : text);
  }, () => undefined);
}

function failed(error: unknown): void {
  page.postMessage({ failed: String(error) });
}
