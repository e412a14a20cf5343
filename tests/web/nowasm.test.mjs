// The core as JavaScript: it says what the native program says, byte for byte, and leaves nothing on the page.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { corpus, noNative, same } from "./support/native.mjs";
import { loaded, script } from "./support/nowasm.mjs";
import { randomTexts } from "./support/random.mjs";
import { bundled, fromWeb, inRoot, reportText } from "./support/tools.mjs";

const { coreOf } = await bundled("core.ts");

const start = loaded();
const core = coreOf(await start());

test("it is ASCII, of the syntax of 2017, and makes no code from text", () => {
  assert.match(script, /^[\n\x20-\x7e]*$/);
  const { parse } = fromWeb("acorn");
  const names = new Set();
  parse(script, { ecmaVersion: 2017, sourceType: "script", onToken: ({ type, value }) => type.label === "name" && names.add(value) });
  for (const name of ["eval", "Function", "WebAssembly", "BigInt"]) assert.ok(!names.has(name), name);
});

test("a core of its own for each that asks", async () => {
  const other = coreOf(await start());
  const first = core.checkJson(reportText());
  assert.equal(other.checkJson(""), core.checkJson(""));
  assert.ok(other.checkJson(reportText()) === first && core.checkJson(reportText()) === first);
});

test("memory grows as there is need, and not at every turn", async () => {
  const exports = await start();
  const sizes = new Set();
  const held = [];
  for (let i = 0; i < 60; i++) {
    held.push(exports.gouji_alloc(1 << 20));
    sizes.add(exports.memory.buffer.byteLength);
  }
  assert.ok(held.every((pointer) => pointer > 0));
  assert.ok(sizes.size > 1 && sizes.size <= 4, [...sizes].join());
});

test("memory that cannot be had is null, and the core goes on with what it has", async () => {
  const limit = 40 << 20;
  const scarce = loaded(`ArrayBuffer = class extends ArrayBuffer {
    constructor(size) {
      if (size > ${limit}) throw new RangeError("Array buffer allocation failed");
      super(size);
    }
  };`);
  const exports = await scarce();
  const other = coreOf(exports);
  assert.equal(exports.gouji_alloc(0x7fff0000), 0, "more than a module may have");
  assert.equal(exports.gouji_alloc(limit), 0, "more than the machine gives");
  const pointer = exports.gouji_alloc(24 << 20);
  assert.ok(pointer > 0 && exports.memory.buffer.byteLength <= limit, "what is needed, where twice as much is not to be had");
  exports.gouji_free(pointer);
  assert.ok(other.checkJson(reportText()) === core.checkJson(reportText()));
});

for (const file of corpus) {
  test(`native and JavaScript agree on ${basename(file)}`, { skip: noNative }, () => same(core, readFileSync(file), file));
}

for (const page of readdirSync(inRoot("core/rules")).filter((name) => name.endsWith(".md"))) {
  test(`native and JavaScript agree on the examples of ${page}`, { skip: noNative }, () => {
    const fences = readFileSync(inRoot("core/rules", page), "utf8").matchAll(/^```(?!findings).*\n([^]*?)^```$/gm);
    const examples = Array.from(fences, ([, text]) => text);
    assert.ok(examples.length > 0);
    for (const text of examples) same(core, Buffer.from(text), text.slice(0, 40));
  });
}

const count = Number(process.env.GOUJI_RANDOM_TEXTS ?? 200);
test(`native and JavaScript agree on ${count} random texts`, { skip: noNative }, () => {
  let number = 0;
  for (const bytes of randomTexts(count)) same(core, bytes, `random text ${number++}`);
});
