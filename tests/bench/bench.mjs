// Times of one check, native by stage, in the WebAssembly module and in JavaScript, as one table.
//
//     scripts/bench [--json FILE]       builds what it times, then runs this
//
// Method: optimised builds (gcc with CMake's Release; the module and the script as they are shipped, in Node's V8). Each text
// is checked over and over, and the median counts. They take turns for several rounds, and the fastest round counts: another
// program can only make it slower. Ratios mean more than times, for they hardly depend on the machine: "×" is the time
// against that of folding alone, the one pass that must touch every byte. "new" is how often memory was asked for.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { loaded } from "../web/support/nowasm.mjs";
import { bundled, inRoot } from "../web/support/tools.mjs";

const stages = [
  ...["text", "layout", "facts", "body", "grid", "match", "settle", "prose", "items", "outline", "comparisons", "years"],
  ...["relations", "claims", "ties", "diagnosis", "weigh", "rules", "json", "whole"],
];
const rounds = 5;
const budget = 400; // milliseconds for one text in one round

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const wasmFile = inRoot("build/wasm/gouji.wasm");
const { loadCore, coreOf } = await bundled("core.ts");
const module = await loadCore(readFileSync(wasmFile));
const script = coreOf(await loaded()());

/** Median time of one check in a core, in microseconds. */
function timeCore(core, bytes, milliseconds) {
  const times = [];
  const end = performance.now() + milliseconds;
  while (times.length < 3 || performance.now() < end) {
    const start = performance.now();
    core.checkBytes(bytes, ({ length }) => length); // to the JSON in UTF-8, as natively
    times.push((performance.now() - start) * 1000);
  }
  return median(times);
}

function timeNative(file, milliseconds) {
  const { stdout, stderr, status } = spawnSync(inRoot("build/release/tests/bench"), [String(milliseconds), file]);
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(stdout)[file];
}

/** Microseconds and allocations by stage, and microseconds of the whole check in the module and in JavaScript. */
function measure(file, turns, milliseconds) {
  const bytes = readFileSync(file);
  const native = [];
  const others = { wasm: [], js: [] };
  for (let turn = 0; turn < turns; turn++) {
    native.push(timeNative(file, milliseconds));
    others.wasm.push(timeCore(module, bytes, milliseconds));
    others.js.push(timeCore(script, bytes, milliseconds));
  }
  const times = Object.fromEntries(stages.map((stage) => [stage, Math.min(...native.map((one) => one[stage]))]));
  const { allocations } = native[0];
  return { name: basename(file, ".txt"), bytes: bytes.length, ...times, wasm: Math.min(...others.wasm), js: Math.min(...others.js), allocations };
}

/** So many copies of a report one after the other that they make ten megabytes. */
function tenMegabytes(file) {
  const report = readFileSync(file, "utf8");
  const path = inRoot("build/bench/10-MB.txt");
  mkdirSync(inRoot("build/bench"), { recursive: true });
  writeFileSync(path, `${report}\n`.repeat(Math.ceil(10_000_000 / Buffer.byteLength(report))));
  return path;
}

const sample = inRoot("tests/corpus/sample-qinghe-2025.txt");
const files = [sample, inRoot("tests/corpus/yunling-2024.txt"), inRoot("../shared/samples/luzhou-2021.txt")].filter((file) => existsSync(file));
for (const core of [module, script]) timeCore(core, readFileSync(sample), 1000); // V8 compiles a second time, and better, what is used
const results = [...files.map((file) => measure(file, rounds, budget)), measure(tenMegabytes(sample), 1, 0)];

const sizes = {};
for (const file of [wasmFile, ...["index.html", "gouji-widget.js", "gouji-widget-nowasm.js"].map((name) => inRoot("web/dist", name))]) {
  if (!existsSync(file)) continue;
  const bytes = readFileSync(file);
  sizes[basename(file)] = { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

const milliseconds = (time) => (time < 1e5 ? `${(time / 1000).toFixed(time < 1e4 ? 3 : 1)} ms` : `${(time / 1e6).toFixed(2)} s`);
const row = (name, entries) => console.log(name.padEnd(26) + entries.map((entry) => entry.padStart(36)).join(""));
const allocated = (count) => (count === undefined ? "" : `${count} new`).padStart(12);
const timed = (key) =>
  results.map(({ allocations, ...times }) => `${milliseconds(times[key])} ${(times[key] / times.text).toFixed(1).padStart(8)} ×${allocated(allocations[key])}`);
const said = { json: "JSON", whole: "whole check, native" };

console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} processors, Node ${process.versions.node}; medians\n`);
row("", results.map(({ name }) => name));
row("bytes", results.map(({ bytes }) => String(bytes)));
for (const stage of stages) row(said[stage] ?? stage, timed(stage));
row("whole check, WebAssembly", timed("wasm"));
row("whole check, JavaScript", timed("js"));
row("MB/s native", results.map(({ bytes, whole }) => (bytes / whole).toFixed(1)));
row("MB/s WebAssembly", results.map(({ bytes, wasm }) => (bytes / wasm).toFixed(1)));
row("WebAssembly / native", results.map(({ whole, wasm }) => (wasm / whole).toFixed(2)));
row("JavaScript / WebAssembly", results.map(({ wasm, js }) => (js / wasm).toFixed(2)));
console.log();
for (const [name, { raw, gzip, brotli }] of Object.entries(sizes)) console.log(`${name.padEnd(24)} ${raw} bytes, ${gzip} gzipped, ${brotli} with brotli`);

const wanted = process.argv.indexOf("--json");
if (wanted > 0) writeFileSync(process.argv[wanted + 1], `${JSON.stringify({ results, sizes }, null, 2)}\n`);
