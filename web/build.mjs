// Builds the whole page as one file, dist/index.html: style, script and WebAssembly inlined, and a policy that allows
// exactly those and no request at all.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rulePages, rulesDate } from "./manual.mjs";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const wasm = path(process.env.GOUJI_WASM ?? "../build/wasm/gouji.wasm");
if (!existsSync(wasm)) {
  console.error(`${wasm} is missing: build the WebAssembly module first (scripts/build).`);
  process.exit(1);
}

/** One entry point, bundled and minified, for the oldest kernels that domestic browsers still ship. */
async function bundle(entry) {
  const result = await build({
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    write: false,
    legalComments: "eof",
    charset: "utf8",
    format: "iife",
    target: ["es2019", "chrome86", "firefox78"],
    loader: { ".css": entry.endsWith(".css") ? "css" : "text", ".txt": "text" },
    plugins: [minifiedStyle, packedParts, workerScript],
    define: { "gouji.rulesDate": JSON.stringify(rulesDate(path("../core/rules"))) },
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

/** The element adopts its style sheet as a string: minify that string too. */
const elementStyle = async () => (await build({
  entryPoints: [path("src/style.css")],
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  target: ["chrome86", "firefox78"],
})).outputFiles[0].text.trim();

const minifiedStyle = {
  name: "minified style",
  setup(build) {
    if (build.initialOptions.entryPoints[0].endsWith(".css")) return;
    build.onLoad({ filter: /\.css$/ }, async () => ({ contents: await elementStyle(), loader: "text" }));
  },
};

/** The page's script, the module and the manual in one stream: src/start.ts unpacks it. */
const packedParts = {
  name: "packed parts",
  setup(build) {
    build.onResolve({ filter: /^gouji\.parts$/ }, ({ path }) => ({ path, namespace: "parts" }));
    build.onLoad({ filter: /.*/, namespace: "parts" }, () => {
      const manual = JSON.stringify(rulePages(path("../core/rules")));
      return { contents: packed([Buffer.from(script), readFileSync(wasm), Buffer.from(manual)]), loader: "binary" };
    });
  },
};

/**
 * Packed as src/lzma.ts tells. LZMA makes a fifth less of WebAssembly and of script than a server's gzip, which then leaves it
 * as it is.
 */
function packed(parts) {
  const sizes = new Uint32Array([parts.length, ...parts.map((part) => part.length)]);
  const { stdout, error } = spawnSync("xz", ["--format=raw", "--lzma1=preset=9e,lc=3,lp=0,pb=0", "--stdout"], { input: Buffer.concat(parts), maxBuffer: 1 << 28 });
  if (error) throw new Error(`xz (the package xz-utils) packs the page, and could not be run: ${error.message}`);
  return Buffer.concat([Buffer.from(sizes.buffer), stdout]);
}

/** The worker's script as a string: the page starts it from a blob: URL, for there is no second file. */
const workerScript = {
  name: "worker script",
  setup(build) {
    build.onResolve({ filter: /^gouji\.worker$/ }, ({ path }) => ({ path, namespace: "worker" }));
    build.onLoad({ filter: /.*/, namespace: "worker" }, async () => ({ contents: await bundle("src/worker.ts"), loader: "text" }));
  },
};

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const script = await bundle("src/page.ts");
const start = await bundle("src/start.ts");
const style = await bundle("src/page.css");
const policy = [
  "default-src 'none'",
  `script-src ${hash(start)} ${hash(script)} 'wasm-unsafe-eval'`,
  // The second is the element's: browsers without adoptable style sheets get it as a <style> in the shadow root.
  `style-src ${hash(style)} ${hash(await elementStyle())}`,
  "worker-src blob:",
  "connect-src 'none'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

// An icon of its own keeps the browser from asking the server for one.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a4262c"/>
<path d="M8 10h10M8 16h7M8 22h5" stroke="#fff" stroke-width="2.4" fill="none"/><path d="m16 20 4 4 7-12" stroke="#fff" stroke-width="3" fill="none"/></svg>`;

const parts = {
  csp: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  icon: `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString("base64")}">`,
  style: `<style>${style}</style>`,
  script: `<script>${start}</script>`,
};
const page = readFileSync(path("src/index.html"), "utf8").replace(/<!--(\w+)-->/g, (_, name) => parts[name]);

mkdirSync(path("dist"), { recursive: true });
writeFileSync(path("dist/index.html"), page);
console.log(`web/dist/index.html: ${Buffer.byteLength(page)} bytes, ${gzipSync(page, { level: 9 }).length} gzipped`);
