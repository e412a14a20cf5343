// What the bundler turns into values: see `loader` in build.mjs.
/** The parts that start.ts tells, packed by web/pack, in base64; build.mjs puts it at the end of that script. */
declare const packed: string;
/** The unpacker of web/pack, as unpacker.mjs writes it. */
declare module "gouji.unpacker" {
  const text: string;
  export default text;
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
/** What start.ts hands to the script that it starts. What is still being unpacked then comes later. */
declare var goujiParts: {
  /** The WebAssembly module. */
  module: Promise<Uint8Array<ArrayBuffer>>;
  /** JSON of web/manual.mjs. */
  manual: Promise<Uint8Array<ArrayBuffer>>;
  /** See gouji.page. It stands near the page itself, where a server's gzip sees that both are the same. */
  pieces: string;
  /** The script that stands in the page as it was built. */
  start: HTMLScriptElement;
};
/** The built page without what stands in it once: text, the name of a part, text, and so on, "$" between them. */
declare module "gouji.page" {
  const pieces: string;
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
declare const gouji: { rulesDate: string; movedBy: number; longString: string };
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.txt" {
  const text: string;
  export default text;
}
