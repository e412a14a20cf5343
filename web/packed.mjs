import { spawnSync } from "node:child_process";

/**
 * Parts packed into one stream, as src/lzma.ts unpacks it. LZMA makes a fifth less of WebAssembly and of script than a
 * server's gzip, which then leaves it as it is.
 */
export function packed(...parts) {
  const sizes = new Uint32Array([parts.length, ...parts.map((part) => part.length)]);
  const { stdout, error } = spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input: Buffer.concat(parts), maxBuffer: 1 << 28 });
  if (error) throw new Error(`xz (the package xz-utils) packs the checker, and could not be run: ${error.message}`);
  return Buffer.concat([Buffer.from(sizes.buffer), stdout]);
}
