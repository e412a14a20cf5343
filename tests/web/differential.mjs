// Whether every build says the same of many texts, byte for byte: native by gcc, native by clang with sanitizers, WebAssembly, and
// the same as JavaScript.
//
//     scripts/differential [FOLDER…]
//
// Takes the texts of the folders, without any those that the fuzzing targets keep in build/fuzz/corpus, the corpus and the
// layouts; of a folder of many no more than MOST, spread over it.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { loaded } from "./support/nowasm.mjs";
import { bundled, inRoot } from "./support/tools.mjs";

const most = Number(process.env.MOST || 2000);
const given = process.argv.slice(2);
const folders = given.length ? given : ["build/fuzz/corpus/check", "build/fuzz/corpus/text", "build/fuzz/corpus/number", "tests/corpus", "build/layouts"].map((name) => inRoot(name));

const native = (program) => (bytes) => new Promise((resolve, reject) => {
  const child = spawn(program, ["check", "--format", "json", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  const chunks = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.on("error", reject);
  child.on("close", (status) => (status === 0 || status === 1 ? resolve(Buffer.concat(chunks).toString("utf8").replace(/\n$/, "")) : reject(new Error(`${program} gave ${status}`))));
  child.stdin.on("error", () => {}); // a program that ends early says so by its status
  child.stdin.end(bytes);
});

const { coreOf, loadCore } = await bundled("core.ts");
const wasm = await loadCore(readFileSync(inRoot("build/wasm/gouji.wasm")));
const script = coreOf(await loaded()());
const builds = {
  "WebAssembly": (bytes) => wasm.checkJson(bytes),
  "JavaScript": (bytes) => script.checkJson(bytes),
  "gcc": native(inRoot("build/release/gouji")),
  "clang": native(inRoot("build/sanitize/gouji")),
};

let differences = 0;
async function compare(file) {
  const bytes = readFileSync(file);
  const said = await Promise.all(Object.values(builds).map((check) => check(bytes)));
  if (said.every((one) => one === said[0])) return;
  differences++;
  console.log(`${file}: ${Object.keys(builds).map((name, i) => `${name} ${said[i].length} bytes`).join(", ")}`);
}

for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`${folder}: not there`);
    continue;
  }
  const all = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)).sort();
  const step = Math.max(1, all.length / most);
  const files = Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]);
  let next = 0;
  const work = async () => {
    while (next < files.length) await compare(files[next++]);
  };
  await Promise.all(cpus().map(work));
  console.log(`${folder}: ${files.length} of ${all.length} texts`);
}
console.log(`${Object.keys(builds).join(", ")}: ${differences} differences`);
process.exitCode = differences ? 1 : 0;
