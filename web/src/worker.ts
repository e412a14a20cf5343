import { loadCore, loadModule } from "./core";
import { slicesOf, type Slice } from "./slices";

/**
 * The core beside the page, so that a long check does not stop it. It gets the module that the page has compiled, or where
 * the page may not compile anything, its bytes. How it is started: see beside.ts.
 */
export type ToWorker = { module: WebAssembly.Module } | { bytes: BufferSource } | { text: string };
export type FromWorker = { ready: true; version: string } | { slice: Slice } | { failed: string };

const page = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker, given?: Transferable[]): void;
};
let core: ReturnType<typeof loadModule> | null = null;

page.onmessage = ({ data }) => {
  if (!("text" in data)) {
    core = "module" in data ? loadModule(data.module) : loadCore(data.bytes);
    core.then(({ version }) => page.postMessage({ ready: true, version }), failed);
  } else if (core) {
    core.then(({ checkBytes }) =>
      checkBytes(data.text, (json) => {
        for (const slice of slicesOf(json)) page.postMessage({ slice }, [slice.json.buffer]);
      }),
    ).catch(failed);
  }
};

function failed(error: unknown): void {
  page.postMessage({ failed: String(error) });
}
