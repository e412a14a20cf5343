// What the bundler turns into values: see `loader` in build.mjs.
/** For lzma.ts. */
declare module "gouji.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
/** The script of worker.ts. */
declare module "gouji.worker" {
  const script: string;
  export default script;
}
/** For lzma.ts: JSON of web/manual.mjs. */
declare module "gouji.manual" {
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
