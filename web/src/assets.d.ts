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
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "*.txt" {
  const text: string;
  export default text;
}
