// Packs the parts of the page into one stream, which src/unpack.ts unpacks. README.md says how it works.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { path, wasm } from "../bundle.mjs";

const compiled = (name) => `${dirname(wasm)}/${name}.wasm`;
const packer = new WebAssembly.Module(readFileSync(compiled("pack")));

/** The unpacker that the page carries, a WebAssembly module: without what Emscripten exports for JavaScript of its own. */
export const unpacker = withOnly(["memory", "room", "start", "learn", "begin_part", "code_part"], compiled("unpack"));

function withOnly(names, module) {
  const folder = mkdtempSync(join(tmpdir(), "gouji-unpacker-"));
  try {
    const [graph, out] = [join(folder, "graph.json"), join(folder, "unpack.wasm")];
    writeFileSync(graph, JSON.stringify(names.map((name) => ({ name, export: name, root: true }))));
    const { status, stderr, error } = spawnSync(process.execPath, [path("node_modules/binaryen/bin/wasm-metadce"), "--mvp-features", module, "-f", graph, "-o", out]);
    if (error || status !== 0) throw new Error(`wasm-metadce (npm's binaryen): ${error ? error.message : stderr}`);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The number of the parts in four bytes (little-endian), the size of each in as many, whose highest bit is set for a WebAssembly
 * module, and what they were packed into. `known` is a text that the unpacker will have too, and learns from beforehand.
 */
export function packedParts(parts, known = Buffer.alloc(0)) {
  return attempt(parts, known, parts.map(beginsAsModule));
}

const headSize = (parts) => 4 + 4 * parts.length;
const beginsAsModule = (part) => part.length >= 8 && part.readUInt32LE(0) === 0x6d736100 && part.readUInt32LE(4) === 1;

function attempt(parts, known, asModule) {
  const size = parts.reduce((sum, part) => sum + part.length, known.length);
  const longest = Math.max(...parts.map((part) => part.length), 0);
  // What cannot be packed becomes somewhat longer.
  const mostPacked = size + (size >> 3) + 4096;
  const trees = treesFor(parts, known, asModule, size);

  const model = instance(mostPacked + size + longest);
  trees.forEach((depths, tree) => model.bytes.set(depths, model.depths(tree)));
  const copy = model.room + mostPacked; // what is known and the parts, as the unpacker will have them
  const part = copy + size;
  model.bytes.set(known, copy);
  model.start(model.room, copy);
  model.learn(known.length);
  parts.forEach((bytes, index) => {
    model.bytes.set(bytes, part);
    model.begin_part(asModule[index] ? 1 : 0);
    model.code_part(part, bytes.length);
  });

  let at = copy + known.length;
  const wrong = parts.findIndex((bytes) => !bytes.equals(model.bytes.subarray(at, (at += bytes.length))));
  // Of a module the sizes of its functions are not packed. What only begins like one comes out as something else: as bytes it is right.
  if (wrong >= 0 && asModule[wrong]) return attempt(parts, known, asModule.map((is, index) => is && index !== wrong));
  if (wrong >= 0) throw new Error("what was packed does not come out again");

  const head = Buffer.alloc(headSize(parts));
  head.writeUInt32LE(parts.length, 0);
  parts.forEach(({ length }, index) => head.writeUInt32LE((length | (asModule[index] ? 0x80000000 : 0)) >>> 0, 4 + 4 * index));
  return Buffer.concat([head, model.bytes.subarray(model.room, model.finish())]);
}

/** The depth of each byte in each of the model's trees, by how often it stands there in these parts. */
function treesFor(parts, known, asModule, size) {
  const model = instance(size);
  const counts = Array.from({ length: model.count_of_trees() }, () => new Array(256).fill(0));
  model.start(model.room, model.room);
  const count = (part, isModule) => {
    model.begin_part(isModule ? 1 : 0);
    for (const byte of part) {
      const found = model.survey(byte);
      counts[found >> 8][found & 255]++;
    }
  };
  count(known, false);
  parts.forEach((part, index) => count(part, asModule[index]));
  return counts.map(depthsOf);
}

/** A packer that has learnt nothing yet, with room for so many bytes. */
function instance(size) {
  const { exports } = new WebAssembly.Instance(packer, {});
  exports._initialize?.();
  const room = exports.room();
  const missing = room + size - exports.memory.buffer.byteLength;
  if (missing > 0) exports.memory.grow((missing + 0xffff) >> 16);
  return { ...exports, room, bytes: new Uint8Array(exports.memory.buffer) };
}

/**
 * How deep each byte lies in the tree of the fewest decisions that has the bytes in their order (Knuth's optimal binary search
 * tree). Rare bytes are taken for somewhat less rare: their depths are alike then, and take less to tell.
 */
export function depthsOf(counts) {
  const all = counts.reduce((a, b) => a + b, 0);
  const bytes = [...counts.keys()].filter((byte) => counts[byte] > 0);
  // A tree has two leaves at least.
  if (bytes.length === 1) bytes[0] > 0 ? bytes.unshift(0) : bytes.push(1);
  const depths = new Uint8Array(256);
  const sums = [0];
  for (const byte of bytes) sums.push(sums[sums.length - 1] + counts[byte] + all / 1000);
  const count = bytes.length;
  const cost = Array.from({ length: count + 1 }, () => new Float64Array(count + 1));
  const cut = Array.from({ length: count + 1 }, (_, i) => new Int32Array(count + 1).fill(i + 1));
  for (let size = 2; size <= count; size++) {
    for (let from = 0, to = size; to <= count; from++, to++) {
      cost[from][to] = Infinity;
      const last = Math.min(cut[from + 1][to], to - 1);
      for (let middle = Math.max(cut[from][to - 1], from + 1); middle <= last; middle++) {
        const sum = cost[from][middle] + cost[middle][to];
        if (sum < cost[from][to]) [cost[from][to], cut[from][to]] = [sum, middle];
      }
      cost[from][to] += sums[to] - sums[from];
    }
  }
  const place = (from, to, depth) => {
    if (to - from === 1) return void (depths[bytes[from]] = depth);
    place(from, cut[from][to], depth + 1);
    place(cut[from][to], to, depth + 1);
  };
  if (count > 0) place(0, count, 0);
  return depths;
}
