import packed from "gouji.wasm";
import worker from "gouji.worker";
import { besideFromFile, besideFromText } from "./beside";
import { loadCore } from "./core";
import { Engine } from "./engine";
import { loadFallback } from "./fallback";
import { home } from "./home";
import { unpack } from "./lzma";

/** One core for all elements of a page, and an engine over it for each of them. */
let making: Promise<() => Engine> | null = null;

/** Rejects where the core cannot run in any way. */
export async function newEngine(): Promise<Engine> {
  if (!making) {
    making = firstThatRuns();
    making.catch(() => (making = null)); // a later element may try again
  }
  const engine = (await making)();
  if (!engine.isHere) await engine.aside();
  return engine;
}

/**
 * The page's policy decides: WebAssembly on this thread; on another one, whose policy is that of the script's own response;
 * or the core as JavaScript.
 */
async function firstThatRuns(): Promise<() => Engine> {
  if (typeof WebAssembly === "object") {
    const bytes = unpack(packed);
    try {
      const core = await loadCore(bytes);
      return () => new Engine(core, besideFromText(worker, core.module!));
    } catch {
      // Forbidden: 'wasm-unsafe-eval' is missing.
    }
    if (home.address) {
      const beside = besideFromFile(home.address, bytes);
      let first: Engine | null = new Engine(null, beside);
      if (await first.aside()) {
        return () => {
          const engine = first || new Engine(null, beside);
          first = null;
          return engine;
        };
      }
    }
  }
  const core = await loadFallback();
  return () => new Engine(core, null);
}
