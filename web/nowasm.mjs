// The core as JavaScript, for pages that forbid WebAssembly: wasm2js turns the same module into a script, so both give the
// same bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle, madeModule, path } from "./bundle.mjs";
import { packed } from "./packed.mjs";

/** The text of gouji-widget-nowasm.js: a classic script in ASCII, which a page of any charset reads right. */
export async function nowasmScript(wasm) {
  const { code, data } = translated(wasm);
  return bundle("src/nowasm.ts", {
    charset: "ascii",
    target: "es2017",
    plugins: [
      madeModule("gouji.nowasm", () => ({ contents: code, loader: "js" })),
      madeModule("gouji.data", () => ({ contents: packed(data), loader: "binary" })),
    ],
  });
}

/**
 * The module as the source of a JavaScript module whose default export starts it, and what its memory holds at the start.
 * That takes wasm2js a quarter of a minute, so the result is kept beside the module until one of the two changes.
 */
function translated(wasm) {
  const kept = wasm.replace(/\.wasm$/, "") + ".nowasm.json";
  const key = createHash("sha256");
  for (const file of [wasm, path("nowasm.mjs"), path("package.json")]) key.update(readFileSync(file));
  const digest = key.digest("hex");
  if (existsSync(kept)) {
    const { of, code, data } = JSON.parse(readFileSync(kept, "utf8"));
    if (of === digest) return { code, data: Buffer.from(data, "base64") };
  }
  const { code, data } = patched(wasm2js(wasm));
  writeFileSync(kept, JSON.stringify({ of: digest, code, data: data.toString("base64") }));
  return { code, data };
}

function wasm2js(wasm) {
  const folder = mkdtempSync(join(tmpdir(), "gouji-nowasm-"));
  try {
    const out = join(folder, "module.mjs");
    const { status, stderr, error } = spawnSync(process.execPath, [path("node_modules/binaryen/bin/wasm2js"), "-O3", wasm, "-o", out]);
    if (error || status !== 0) throw new Error(`wasm2js (npm's binaryen): ${error ? error.message : stderr}`);
    return readFileSync(out, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Three things are made better than wasm2js leaves them.
 * - The module's data is base64 in five hundred pieces: out it comes, to be packed.
 * - Memory grows by exactly what is asked for, and each growth copies all of it: doubled instead, the copies stay fewer bytes than
 *   the text's own work touches.
 * - Memory that cannot grow reports success, or throws in the midst of the core's work: -1, as WebAssembly has it, lets
 *   the core end in good order.
 */
function patched(source) {
  const pieces = [];
  let code = source.replace(/^ *base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);\n/gm, (_, at, base64) => {
    pieces.push({ at: Number(at), bytes: Buffer.from(base64, "base64") });
    return "";
  });
  const ends = pieces.map(({ at, bytes }) => at + bytes.length);
  const data = Buffer.alloc(Math.max(0, ...ends));
  for (const { at, bytes } of pieces) bytes.copy(data, at);

  const replace = (from, to) => {
    if (code.split(from).length !== 2) throw new Error(`wasm2js wrote something else than expected: ${from}`);
    code = code.replace(from, () => to);
  };
  replace(/  var base64ReverseLookup[^]*?\n(?=function initActiveSegments)/, "");
  replace(/function initActiveSegments\(imports\) \{\n\}/, "function initActiveSegments(imports) { bufferView.set(imports.data); }");
  replace(/ function __wasm_memory_size\(\) \{[^]*?\n \}\n/, memorySize);
  replace(/ function __wasm_memory_grow\(pagesToAdd\) \{[^]*?\n \}\n/, memoryGrow);
  replace(/\nvar retasmFunc = asmFunc\([^]*$/, "\nexport default (data) => asmFunc({ data });\n");
  return { code, data };
}

const memorySize = `
 var pages = buffer.byteLength / 65536;
 function __wasm_memory_size() {
  return pages;
 }
`;

const memoryGrow = `
 function __wasm_memory_grow(pagesToAdd) {
  var oldPages = pages;
  var newPages = oldPages + (pagesToAdd >>> 0);
  if (newPages > 32768) return -1;
  if (newPages * 65536 > buffer.byteLength) {
   var roomy = Math.min(2 * buffer.byteLength, 32768 * 65536);
   var newBuffer = bufferOf(Math.max(newPages * 65536, roomy)) || bufferOf(newPages * 65536);
   if (!newBuffer) return -1;
   new Uint8Array(newBuffer).set(HEAPU8);
   buffer = newBuffer;
   HEAP8 = new Int8Array(buffer);
   HEAP16 = new Int16Array(buffer);
   HEAP32 = new Int32Array(buffer);
   HEAPU8 = new Uint8Array(buffer);
   HEAPU16 = new Uint16Array(buffer);
   HEAPU32 = new Uint32Array(buffer);
   HEAPF32 = new Float32Array(buffer);
   HEAPF64 = new Float64Array(buffer);
   bufferView = HEAPU8;
  }
  pages = newPages;
  return oldPages;
 }
 function bufferOf(size) {
  try {
   return new ArrayBuffer(size);
  } catch (error) {
   return null;
  }
 }
`;
