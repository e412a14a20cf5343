import type { Report } from "./report";

/** The functions that wasm/abi.h exports. Pointers and sizes are u32. */
export interface Exports {
  /** WebAssembly's, or what stands for it where the core runs as JavaScript. */
  memory: { readonly buffer: ArrayBuffer };
  _initialize?(): void;
  gouji_alloc(size: number): number;
  gouji_free(pointer: number): void;
  gouji_check(text: number, size: number): number;
  gouji_rules(): number;
  gouji_version(): number;
}

export interface Core {
  version: string;
  /** What was compiled, for another thread; null where the core runs as JavaScript. */
  module: WebAssembly.Module | null;
  check(text: string): Report;
  /** The report as the core wrote it, byte for byte. */
  checkJson(text: string | Uint8Array): string;
  /** The same in UTF-8, in the core's own memory: `take` may read it until it returns, and nothing else may be asked meanwhile. */
  checkBytes<T>(text: string | Uint8Array, take: (json: Uint8Array) => T): T;
  rulesJson(): string;
}

/**
 * Starts the WebAssembly module from its bytes. Compiles asynchronously, because old kernels refuse modules over 4 kB
 * on the main thread otherwise. Rejects where WebAssembly is missing or forbidden.
 */
export async function loadCore(bytes: BufferSource): Promise<Core> {
  return loadModule(await WebAssembly.compile(bytes));
}

/** The same from a module that is compiled already, maybe by another thread. */
export async function loadModule(module: WebAssembly.Module): Promise<Core> {
  const instance = await WebAssembly.instantiate(module, {});
  return coreOf(instance.exports as unknown as Exports, module);
}

/** The core in terms of texts and reports, over its exports: WebAssembly's, or the same functions as JavaScript. */
export function coreOf(core: Exports, module: WebAssembly.Module | null = null): Core {
  if (core._initialize) core._initialize();

  // A view dies when the memory grows, so each access takes a new one.
  const memory = (): ArrayBuffer => core.memory.buffer;

  /** Takes what it needs of a `gouji_owned_text` {u32 size; char data[size]} and gives it back to the module. */
  function owned<T>(pointer: number, take: (bytes: Uint8Array) => T): T {
    if (pointer === 0) throw new RangeError("out of memory");
    const start = pointer >>> 0; // an i32 comes back negative above 2 GB
    const size = new DataView(memory()).getUint32(start, true);
    try {
      return take(new Uint8Array(memory(), start + 4, size));
    } finally {
      core.gouji_free(pointer);
    }
  }
  const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  function checkBytes<T>(text: string | Uint8Array, take: (json: Uint8Array) => T): T {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const pointer = core.gouji_alloc(bytes.length);
    if (pointer === 0) throw new RangeError("out of memory");
    new Uint8Array(memory(), pointer >>> 0, bytes.length).set(bytes);
    try {
      return owned(core.gouji_check(pointer, bytes.length), take);
    } finally {
      core.gouji_free(pointer);
    }
  }

  const checkJson = (text: string | Uint8Array): string => checkBytes(text, asText);

  return {
    version: owned(core.gouji_version(), asText),
    module,
    checkBytes,
    checkJson,
    check: (text) => JSON.parse(checkJson(text)) as Report,
    rulesJson: () => owned(core.gouji_rules(), asText),
  };
}
