// What xz packs, the widget unpacks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const { unpack } = await bundled("lzma.ts");
const { packed } = await import("../../web/packed.mjs");

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
