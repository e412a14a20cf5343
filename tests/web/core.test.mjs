// The module in Node: its loader, and that it says what the native program says, byte for byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { basename } from "node:path";
import { corpus, noNative, same } from "./support/native.mjs";
import { generator, randomTexts } from "./support/random.mjs";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const wasm = readFileSync(inRoot("build/wasm/gouji.wasm"));
const { loadCore, coreOf } = await bundled("core.ts");
const core = await loadCore(wasm);

test("the module imports nothing", async () => {
  assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(wasm)), []);
});

test("it runs over any object with the same exports", async () => {
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const exports = { ...instance.exports, memory: { get buffer() { return instance.exports.memory.buffer; } } };
  const other = coreOf(exports);
  assert.equal(other.module, null);
  assert.equal(other.version, core.version);
  assert.equal(other.checkJson(reportText()), core.checkJson(reportText()));
});

test("it says its version and its rules", () => {
  assert.match(core.version, /^\d+\.\d+\.\d+$/);
  for (const rule of JSON.parse(core.rulesJson())) assert.ok(rule.id && rule.severity && rule.title.zh, JSON.stringify(rule));
});

test("a report has the shape that the page reads, and spans that are its figures", () => {
  const text = `\ufeff𠮷\r\n${reportText()}`;
  const report = core.check(text);
  assert.equal(report.gouji, core.version);
  assert.deepEqual(report.tables.map(({ id }) => id), ["disclosure", "requests", "proceedings"]);
  assert.equal(report.tables.reduce((sum, { cells }) => sum + cells.length, 0), 200);
  for (const { cells } of report.tables) {
    for (const cell of cells) assert.equal(Number(text.slice(cell.span.start, cell.span.end)), cell.value, JSON.stringify(cell));
  }
  for (const list of [report.furniture, report.sections, report.claims, report.checks.list]) assert.ok(Array.isArray(list));
  assert.deepEqual(
    report.findings.map(({ rule, severity, actual, expected }) => ({ rule, severity, actual, expected })),
    [{ rule: "sum-mismatch", severity: "error", actual: 21, expected: 12 }],
  );
});

test("memory grows with the first long text, and is whole again for the next", async () => {
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(wasm), {});
  const one = coreOf(exports);
  const long = `${reportText()}\n`.repeat(300);
  const first = one.checkJson(long);
  const sizes = [exports.memory.buffer.byteLength];
  for (let i = 0; i < 4; i++) {
    assert.ok(one.checkJson(long) === first);
    sizes.push(exports.memory.buffer.byteLength);
  }
  const size = sizes[1];
  assert.ok(sizes[0] > 20e6 && size <= 1.25 * sizes[0] && sizes.every((later, i) => i === 0 || later === size), sizes.join());
  const block = exports.gouji_alloc(size * 0.6);
  assert.ok(block > 0);
  assert.equal(exports.memory.buffer.byteLength, size, "what was given back is one piece");
  exports.gouji_free(block);
  assert.equal(one.checkJson(""), core.checkJson(""));
});

test("blocks of memory are apart, and what is given back is given out again", async () => {
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(wasm), {});
  const random = generator(7);
  const below = (limit) => Math.floor(random() * limit);
  const held = [];
  const bytes = ({ at, size }) => new Uint8Array(exports.memory.buffer, at, size);
  const giveBack = (block) => {
    assert.ok(bytes(block).every((byte) => byte === block.mark), `${block.size} bytes at ${block.at}`);
    exports.gouji_free(block.at);
  };
  let most = 0;
  for (let round = 0; round < 6; round++) {
    for (let i = 0; i < 3000; i++) {
      const size = below([20, 300, 5000, 70000, 900000][below(i % 100 === 0 ? 5 : 3)]);
      const block = { at: exports.gouji_alloc(size), size, mark: i % 251 };
      assert.ok(block.at > 0 && block.at % 8 === 0, `${block.at}`);
      bytes(block).fill(block.mark);
      held.push(block);
      if (random() < 0.3) giveBack(...held.splice(below(held.length), 1));
    }
    while (held.length > 0) giveBack(...held.splice(below(held.length), 1));
    if (round === 0) most = exports.memory.buffer.byteLength;
  }
  assert.ok(exports.memory.buffer.byteLength <= 1.5 * most, `${most} bytes, then ${exports.memory.buffer.byteLength}`);
  exports.gouji_free(0);
});

for (const file of corpus) {
  test(`native and WebAssembly agree on ${basename(file)}`, { skip: noNative }, () => same(core, readFileSync(file), file));
}

const count = Number(process.env.GOUJI_RANDOM_TEXTS ?? 1000);
test(`native and WebAssembly agree on ${count} random texts`, { skip: noNative }, () => {
  let number = 0;
  for (const bytes of randomTexts(count)) same(core, bytes, `random text ${number++}`);
});
