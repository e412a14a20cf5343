import { spawnSync } from "node:child_process";

/**
 * Packed as src/lzma.ts unpacks it, for what runs where no WebAssembly may: LZMA makes a fifth less of a module and of script
 * than a server's gzip, which then leaves it as it is. The page has a better packer, in pack/.
 */
export function packed(bytes) {
  const { stdout, error } = spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input: bytes, maxBuffer: 1 << 28 });
  if (error) throw new Error(`xz (the package xz-utils) packs the checker, and could not be run: ${error.message}`);
  return Buffer.concat([Buffer.from(Uint32Array.of(bytes.length).buffer), stdout]);
}
