import packed from "gouji.wasm";
import { loadCore } from "./core";
import { unpack } from "./lzma";
import type { Report, Severity, Wording } from "./report";

export type * from "./report";
export { isStatement } from "./report";

/** A rule of the manual. */
export interface Rule {
  id: string;
  severity: Severity;
  title: Wording;
}

/** The core, started. */
export interface Checker {
  /** Of the core, as in a report's `gouji`. */
  readonly version: string;
  /** Checks a text, within milliseconds for a report. Throws a RangeError where memory does not suffice. */
  check(text: string): Report;
  /** The same as the core's own JSON, byte for byte what the command line prints; also of UTF-8 bytes, valid or not. */
  checkJson(text: string | Uint8Array): string;
  rules(): Rule[];
}

let loading: Promise<Checker> | null = null;

/** Starts the core, once for all callers. Rejects where WebAssembly is missing or forbidden. */
export function load(): Promise<Checker> {
  if (!loading) {
    loading = start();
    loading.catch(() => (loading = null)); // the next caller may try again
  }
  return loading;
}

/** Starts the core when first called, and checks a text. */
export async function check(text: string): Promise<Report> {
  return (await load()).check(text);
}

async function start(): Promise<Checker> {
  const { version, check, checkJson, rulesJson } = await loadCore(unpack(packed));
  return {
    version,
    check,
    checkJson,
    rules: () => (JSON.parse(rulesJson()) as Rule[]).map(({ id, severity, title }) => ({ id, severity, title })),
  };
}
