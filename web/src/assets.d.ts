// What the bundler turns into values: see `loader` in build.mjs.
/** For lzma.ts: the parts that start.ts tells. */
declare module "gouji.parts" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
/** For lzma.ts: the WebAssembly module alone. */
declare module "gouji.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
/** The script of worker.ts. */
declare module "gouji.worker" {
  const script: string;
  export default script;
}
/** What start.ts hands to the script that it starts: each is unpacked when it is asked for. */
declare var goujiParts: {
  /** The WebAssembly module. */
  module(): Uint8Array<ArrayBuffer>;
  /** JSON of web/manual.mjs. */
  manual(): Uint8Array<ArrayBuffer>;
  /** The script that stands in the page as it was built. */
  start: HTMLScriptElement;
};
/** The built page without what stands in it once: text, the name of a part, text, and so on. */
declare module "gouji.page" {
  const pieces: string[];
  export default pieces;
}
/** The module as JavaScript, started: see nowasm.mjs. */
declare module "gouji.nowasm" {
  export default function instantiate(data: Uint8Array): unknown;
}
/** For lzma.ts: what that module's memory holds at the start. */
declare module "gouji.data" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
/** What the bundler puts in place of a name: see `define` in build.mjs. */
declare const gouji: { rulesDate: string };
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.txt" {
  const text: string;
  export default text;
}
