import { loadModule } from "./core";
import { slicesOf, type Slice } from "./slices";

/** The core beside the page, so that a long check does not stop it. The script is inlined in the page: see engine.ts. */
export type ToWorker = { module: WebAssembly.Module } | { text: string };
export type FromWorker = { ready: true } | { slice: Slice } | { done: true } | { failed: string };

const page = self as unknown as {
  onmessage: (event: MessageEvent<ToWorker>) => void;
  postMessage(message: FromWorker): void;
};
let core: ReturnType<typeof loadModule> | null = null;

page.onmessage = ({ data }) => {
  if ("module" in data) {
    core = loadModule(data.module);
    core.then(() => page.postMessage({ ready: true }), failed);
  } else if (core) {
    core.then(({ check }) => {
      for (const slice of slicesOf(check(data.text))) page.postMessage({ slice });
      page.postMessage({ done: true });
    }).catch(failed);
  }
};

function failed(error: unknown): void {
  page.postMessage({ failed: String(error) });
}
