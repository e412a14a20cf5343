// The module in Node: its loader, and that it says what the native program says, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { basename } from "node:path";
import { randomTexts } from "./support/random.mjs";
import { bundled, inRoot, reportText, texts } from "./support/tools.mjs";

const wasm = readFileSync(inRoot("build/wasm/gouji.wasm"));
const cli = inRoot("build/release/gouji");
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

const ready = existsSync(cli) ? false : "the native program is not built";
const native = (bytes) => {
  const { stdout, status, stderr } = spawnSync(cli, ["check", "--format", "json", "-"], { input: bytes, maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
  return stdout.toString("utf8").replace(/\n$/, "");
};
function same(bytes, name) {
  const [ours, theirs] = [core.checkJson(bytes), native(bytes)];
  // Not assert.equal: its diff of two long lines takes minutes.
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  assert.fail(`${name}: differs at ${at}: wasm …${ours.slice(at - 40, at + 40)}… native …${theirs.slice(at - 40, at + 40)}…`);
}

// Any folder of texts can be added: the layouts as the native tests print them, say.
const folders = [inRoot("tests/corpus"), inRoot("../shared/samples"), inRoot("build/layouts"), ...(process.env.GOUJI_TEXTS ?? "").split(":").filter(Boolean)];
for (const file of texts(...folders)) {
  test(`native and WebAssembly agree on ${basename(file)}`, { skip: ready }, () => same(readFileSync(file), file));
}

const count = Number(process.env.GOUJI_RANDOM_TEXTS ?? 1000);
test(`native and WebAssembly agree on ${count} random texts`, { skip: ready }, () => {
  let number = 0;
  for (const bytes of randomTexts(count)) same(bytes, `random text ${number++}`);
});
