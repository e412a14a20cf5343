// What xz packs, the page unpacks.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const { unpacking } = await bundled("lzma.ts");

function packed(...parts) {
  const sizes = new Uint32Array([parts.length, ...parts.map((part) => part.length)]);
  const input = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(sizes.buffer), spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input, maxBuffer: 1 << 28 }).stdout]);
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
  test(name, () => assert.ok(Buffer.from(unpacking(packed(bytes))()).equals(bytes)));
}

test("parts one after another, repeats across their ends", () => {
  const parts = [Buffer.from(reportText()), Buffer.from(reportText()), Buffer.alloc(0), ...Object.values(cases)];
  const next = unpacking(packed(...parts));
  for (const part of parts) assert.ok(Buffer.from(next()).equals(part));
});
