// What every packaging of the checker is made of: its scripts and its style sheet, bundled for the kernels that it must run on.
import { build } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rulesDate } from "./manual.mjs";

export const path = (name) => fileURLToPath(new URL(name, import.meta.url));
export const wasm = path(process.env.GOUJI_WASM ?? "../build/wasm/gouji.wasm");
if (!existsSync(wasm)) {
  console.error(`${wasm} is missing: build the WebAssembly module first (scripts/build).`);
  process.exit(1);
}

/** Where the built files go. */
export const dist = path(process.env.GOUJI_DIST ?? "dist");

/** The npm packages of which something stands in what was bundled. */
export const packages = new Set();

/** The oldest kernels that domestic browsers still ship. */
const kernels = ["es2019", "chrome86", "firefox78"];

/** One entry point, bundled and minified. `style` is the text of the element's style sheet; the rest is esbuild's. */
export async function bundle(entry, { style = elementStyle, plugins = [workerScript], ...more } = {}) {
  const result = await build({
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    legalComments: "eof",
    charset: "utf8",
    format: "iife",
    target: kernels,
    loader: { ".css": entry.endsWith(".css") ? "css" : "text", ".txt": "text" },
    plugins: [minifiedStyle(style), shownForms, ...plugins, flushLeft],
    define: { "gouji.rulesDate": JSON.stringify(rulesDate(path("../core/rules"))), ...more.define },
    logLevel: "warning",
    ...withoutDefine(more),
  });
  for (const { inputs } of Object.values(result.metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
      if (name && bytesInOutput > 0) packages.add(name);
    }
  }
  return result.outputFiles[0].text.trim();
}
const withoutDefine = ({ define, ...more }) => more;

/** The element adopts its style sheet as a string: minify that string too. */
export const elementStyle = async (entry = "src/style.css") => (await build({
  entryPoints: [path(entry)],
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  target: ["chrome86", "firefox78"],
})).outputFiles[0].text.trim();

const minifiedStyle = (style) => ({
  name: "minified style",
  setup(build) {
    if (build.initialOptions.entryPoints[0].endsWith(".css")) return;
    build.onLoad({ filter: /\.css$/ }, async () => ({ contents: await style(), loader: "text" }));
  },
});

/** Templates keep the indentation of the source, which nobody sees. */
const flushLeft = {
  name: "flush left",
  setup(build) {
    build.onLoad({ filter: /web\/src\/[\w-]+\.ts$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replace(/^ +/gm, ""), loader: "ts" }));
  },
};

/** What only the core's reading needs of a form: the type in src/forms.ts has none of it. */
const readOnly = new Set(["issued_by", "report_years", "sections", "section", "unit", "variants", "accepted"]);

const shownForms = {
  name: "shown forms",
  setup(build) {
    build.onLoad({ filter: /core\/forms\/\d+\.json$/ }, ({ path }) => {
      const form = JSON.parse(readFileSync(path, "utf8"), (key, value) => (readOnly.has(key) ? undefined : value));
      return { contents: JSON.stringify(form), loader: "json" };
    });
  },
};

/** A module that is made here, under a name of its own. */
export const madeModule = (name, load) => ({
  name,
  setup(build) {
    const filter = new RegExp(`^${name.replace(".", "\\.")}$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace: name }));
    build.onLoad({ filter: /.*/, namespace: name }, load);
  },
});

/** The worker's script as a string: the page starts it from a blob: URL, for there is no second file. */
export const workerScript = madeModule("gouji.worker", async () => ({ contents: await bundle("src/worker.ts"), loader: "text" }));
