// What xz packs, the page unpacks.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const { unpack } = await bundled("lzma.ts");

function packed(bytes) {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([size, spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input: bytes, maxBuffer: 1 << 28 }).stdout]);
}
/** The same in every run; hardly to be packed. */
const noise = (length) => Buffer.from(Uint32Array.from({ length }, (_, i) => Math.imul(i + 1, 2654435761) >>> 13));

const cases = {
  nothing: Buffer.alloc(0),
  "one byte": Buffer.from("a"),
  "a long run": Buffer.alloc(100_000, "ab"),
  "a report": Buffer.from(reportText()),
  "reports far apart": Buffer.from(`${reportText()}${"x".repeat(70_000)}${reportText()}`),
  noise: noise(200_000),
  "the module": readFileSync(inRoot("build/wasm/gouji.wasm")),
};
for (const [name, bytes] of Object.entries(cases)) {
  test(name, () => assert.ok(Buffer.from(unpack(packed(bytes))).equals(bytes)));
}
