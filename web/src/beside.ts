import { trusted } from "./trust";
import type { ToWorker } from "./worker";

/** Another thread for the core: how to start it, and what it is told first. */
export interface Beside {
  /** Throws where the browser or a policy forbids it; some policies only say so by an event. */
  start(): Worker;
  first: ToWorker;
}

/** From the worker's script as text, by way of a blob: URL: there need be no second file. */
export function besideFromText(source: string, module: WebAssembly.Module): Beside {
  const start = (): Worker => {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    // Not at once: the worker has yet to read it.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return new Worker(trusted.scriptUrl(url));
  };
  return { start, first: { module } };
}

/** From a file of the page's own origin, which has a policy of its own and may allow what the page's forbids. */
export function besideFromFile(address: string, bytes: BufferSource): Beside {
  return { start: () => new Worker(trusted.scriptUrl(address)), first: { bytes } };
}
