// The package for npm, dist/npm: the core as a typed ES module that needs no other file, for browsers and Node.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { bundle, dist, madeModule, path } from "./bundle.mjs";
import { packed } from "./packed.mjs";

const folder = `${dist}/npm`;

/** Writes the package, the element of gouji-widget.js in it, and gives the text of its module. */
export async function npmPackage(wasm, widget) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const script = await moduleScript(wasm);
  const files = {
    "index.js": script,
    "index.d.ts": declarations("npm.ts").replace(/"\.\/report"/g, '"./report.js"'),
    "report.d.ts": declarations("report.ts"),
    "element.js": widget,
    "element.d.ts": "/** Defines the element gouji-checker. */\nexport {};\n",
    "package.json": `${JSON.stringify(description(), null, 2)}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  copyFileSync(path("src/npm.md"), `${folder}/README.md`);
  copyFileSync(path("../LICENSE"), `${folder}/LICENSE`);
  return script;
}

function description() {
  const { version, license } = JSON.parse(readFileSync(path("package.json"), "utf8"));
  return {
    name: "gouji",
    version,
    description: "Checks the annual reports on government information disclosure (政府信息公开工作年度报告) that Chinese government bodies publish",
    license,
    type: "module",
    sideEffects: ["./element.js"],
    engines: { node: ">=18" },
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./element": { types: "./element.d.ts", default: "./element.js" }, "./package.json": "./package.json" },
    types: "./index.d.ts",
    files: ["index.js", "index.d.ts", "report.d.ts", "element.js", "element.d.ts"],
  };
}

const moduleScript = (wasm) => bundle("src/npm.ts", {
  charset: "ascii",
  format: "esm",
  target: "es2019",
  plugins: [madeModule("gouji.wasm", () => ({ contents: packed(readFileSync(wasm)), loader: "binary" }))],
});

/** The types of one source file. */
function declarations(name) {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(path(`src/${name}`), "utf8"), {
    fileName: name,
    reportDiagnostics: true,
    compilerOptions: { target: "ES2019", module: "ESNext", strict: true },
  });
  if (diagnostics.length) throw new Error(`${name}: ${ts.flattenDiagnosticMessageText(diagnostics[0].messageText, "\n")}`);
  return outputText;
}
