// What web/pack packs, the page unpacks, whatever it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpackedParts } from "./support/parts.mjs";
import { generator, randomTexts } from "./support/random.mjs";
import { inRoot, reportText } from "./support/tools.mjs";

const { depthsOf, packedParts } = await import("../../web/pack/pack.mjs");

async function comesOut(...parts) {
  return comesOutKnowing(undefined, ...parts);
}
async function comesOutKnowing(known, ...parts) {
  const packed = packedParts(parts, known);
  const unpacked = await unpackedParts(packed, known);
  assert.equal(unpacked.length, parts.length);
  parts.forEach((part, index) => assert.ok(unpacked[index].equals(part), `part ${index}`));
  return { size: packed.length, asModule: parts.map((_, index) => packed.readUInt32LE(4 + 4 * index) >>> 31 === 1) };
}

const random = generator(20250101);
const upTo = (most) => Math.floor(random() * most);
const noise = (length) => Buffer.from(Uint8Array.from({ length }, () => upTo(256)));
const report = Buffer.from(reportText());
const module = readFileSync(inRoot("build/wasm/gouji.wasm"));
const small = readFileSync(inRoot("build/wasm/unpack.wasm"));
const header = module.subarray(0, 8);

const cases = {
  "no parts": [],
  "an empty part": [Buffer.alloc(0)],
  "empty parts among others": [Buffer.alloc(0), report, Buffer.alloc(0), small, Buffer.alloc(0)],
  "one byte": [Buffer.from("a")],
  "one zero byte": [Buffer.from([0])],
  "one byte over and over": [Buffer.alloc(100_000, 255)],
  "every byte": [Buffer.from(Uint8Array.from({ length: 256 }, (_, i) => i))],
  noise: [noise(100_000)],
  "a report": [report],
  "a report twice": [report, report],
  "letters cut off": [Buffer.from("总计总").subarray(0, 8), Buffer.from("总计").subarray(1)],
  "the parts of a page": [report, module, report],
  "two modules": [small, module, small],
  "noise that begins like a module": [Buffer.concat([header, noise(50_000)])],
  "text that begins like a module": [Buffer.concat([header, report]), report],
  "the head of a module": [header, header],
  "less than the head of a module": [header.subarray(0, 7), report],
  "a module with more behind it": [Buffer.concat([small, report])],
  "a module of a later version": [Buffer.concat([Buffer.from("\0asm\x02\0\0\0", "latin1"), small.subarray(8)])],
  "a number that never ends": [Buffer.concat([header, Buffer.from([10]), Buffer.alloc(1000, 0x80)])],
  "functions without end": [Buffer.concat([header, Buffer.from([10, 0x80, 0x80, 0x80, 0x80, 15]), Buffer.alloc(5000, 0xff)])],
};
for (const [name, parts] of Object.entries(cases)) test(name, () => comesOut(...parts));

test("modules cut off anywhere, and with any byte changed", async () => {
  for (let i = 0; i < 25; i++) {
    const cut = small.subarray(0, upTo(small.length));
    const changed = Buffer.from(small);
    for (let n = upTo(4); n >= 0; n--) changed[upTo(changed.length)] = upTo(256);
    await comesOut(cut, changed, report.subarray(0, upTo(500)));
  }
});

test("random texts", async () => {
  await comesOut(...randomTexts(200));
});

test("a module is known for one, and what is not one for bytes", async () => {
  assert.deepEqual((await comesOut(report, module, small)).asModule, [false, true, true]);
  assert.deepEqual((await comesOut(small, Buffer.concat([header, Buffer.from([10, 5, 1, 0x83, 0]), report]), small)).asModule, [true, false, true]);
});

test("a module becomes a third, noise hardly longer", async () => {
  assert.ok((await comesOut(module)).size < module.length * 0.3);
  assert.ok((await comesOut(noise(100_000))).size < 102_500);
});

test("what is known beforehand need not be packed, whatever it is", async () => {
  const { size } = await comesOut(report);
  assert.ok((await comesOutKnowing(report, report)).size < size / 5);
  for (const known of [noise(1000), small, small.subarray(0, 3000), Buffer.from([0xe5])]) await comesOutKnowing(known, report, small, Buffer.alloc(0));
});

test("the same parts are packed the same", () => {
  assert.ok(packedParts([report, small]).equals(packedParts([report, small])));
});

test("the trees have every byte that occurs, and no code is the beginning of another", () => {
  for (const occur of [1, 2, 3, 100, 256]) {
    const counts = new Array(256).fill(0);
    while (counts.filter((count) => count > 0).length < occur) counts[upTo(256)] += 1 + upTo(2 ** upTo(20));
    const depths = Array.from(depthsOf(counts));
    counts.forEach((count, byte) => assert.ok(count === 0 || (depths[byte] > 0 && depths[byte] < 32)));
    assert.equal(depths.filter((depth) => depth > 0).reduce((sum, depth) => sum + 2 ** -depth, 0), 1);
  }
  assert.deepEqual(depthsOf(new Array(256).fill(0)), new Uint8Array(256));
});
