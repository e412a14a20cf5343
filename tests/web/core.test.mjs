// The module in Node: its loader, and that it says what the native program says, byte for byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { basename } from "node:path";
import { corpus, noNative, same } from "./support/native.mjs";
import { randomTexts } from "./support/random.mjs";
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

test("memory grows and is given back", () => {
  const long = `${reportText()}\n`.repeat(60);
  const first = core.checkJson(long);
  for (let i = 0; i < 3; i++) assert.ok(core.checkJson(long) === first);
  assert.equal(core.checkJson(""), core.checkJson(""));
});

for (const file of corpus) {
  test(`native and WebAssembly agree on ${basename(file)}`, { skip: noNative }, () => same(core, readFileSync(file), file));
}

const count = Number(process.env.GOUJI_RANDOM_TEXTS ?? 1000);
test(`native and WebAssembly agree on ${count} random texts`, { skip: noNative }, () => {
  let number = 0;
  for (const bytes of randomTexts(count)) same(core, bytes, `random text ${number++}`);
});
