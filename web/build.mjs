// Builds what is published, dist/: the whole page as one file, index.html (style, script and WebAssembly inlined, and a
// policy that allows exactly those and no request at all), and the element for other pages, gouji-widget.js,
// shown in embed.html.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundle, dist, elementStyle, madeModule, packages, path, wasm } from "./bundle.mjs";
import { licences } from "./licences.mjs";
import { rulePages } from "./manual.mjs";
import { nowasmScript } from "./nowasm.mjs";
import { npmPackage } from "./npm.mjs";
import { packedParts, unpacker } from "./pack/pack.mjs";
import { widgetScript } from "./widget.mjs";

// An icon of its own keeps the browser from asking the server for one.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a4262c"/>
<path d="M8 10h10M8 16h7M8 22h5" stroke="#fff" stroke-width="2.4" fill="none"/><path d="m16 20 4 4 7-12" stroke="#fff" stroke-width="3" fill="none"/></svg>`;

/** As text, for gzip makes less of that than of base64. */
const iconAddress = `data:image/svg+xml,${icon.replace(/\n/g, "").replace(/"/g, "'").replace(/#/g, "%23")}`;

const style = await bundle("src/page.css");

/** The page as text, the name of a part that stands there, text, and so on: src/offline.ts puts the built page together again. */
const pieces = readFileSync(path("src/index.html"), "utf8")
  .replace("<!--icon-->", iconAddress)
  .replace("<!--style-->", () => style)
  .split(/<!--(\w+)-->/);
if (pieces.join("").includes("$")) throw new Error("src/start.ts has a $ between the pieces of the page");

const script = await bundle("src/page.ts");
/** What src/start.ts unpacks, all in one stream. */
const parts = { script: Buffer.from(script), module: readFileSync(wasm), manual: Buffer.from(JSON.stringify(rulePages(path("../core/rules")))) };

/**
 * The unpacker as text: a server's gzip makes less of it than of base64. What cannot stand in a string is moved up by 256, and to
 * have little of that all bytes are moved up by the same number first, modulo 256.
 */
const movedBy = 40;
const letter = (byte) => ((code) => String.fromCharCode(code < 32 || code > 126 || code === 34 || code === 60 || code === 92 ? 256 + code : code))((byte + movedBy) & 255);
/** In the first script there are two, the unpacker and the stream. */
const longString = '"[^"]{5000,}"';
const starter = await bundle("src/start.ts", {
  plugins: [
    madeModule("gouji.page", () => ({ contents: pieces.join("$"), loader: "text" })),
    madeModule("gouji.unpacker", () => ({ contents: Array.from(unpacker, letter).join(""), loader: "text" })),
  ],
  define: { "gouji.movedBy": String(movedBy), "gouji.longString": JSON.stringify(longString) },
});
/** The stream comes last: gzip looks back no further than 32 kB, and would not see that the pieces are the page once more. */
const startWith = (stream) => `(packed=>{${starter}})("${stream}")`;
const known = Buffer.from(startWith("A".repeat(6000)).replace(new RegExp(longString, "g"), ""));
if (known.length > 10_000 || known.includes("AAA")) throw new Error("src/start.ts has other long strings than expected");
const stream = packedParts(Object.values(parts), known).toString("base64");
const start = startWith(stream);

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
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

const places = { policy, script: `<script>${start}</script>` };
const page = pieces.map((piece, index) => (index % 2 ? places[piece] : piece)).join("");

mkdirSync(dist, { recursive: true });
const say = (name, text) => console.log(`web/dist/${name}: ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
function write(name, text) {
  writeFileSync(`${dist}/${name}`, text);
  say(name, text);
}
write("index.html", page);
weights();
write("gouji-widget-nowasm.js", await nowasmScript(wasm));
const widget = await widgetScript();
write("gouji-widget.js", widget);
say("npm/index.js", await npmPackage(wasm, widget));

write("licences.txt", licences(packages));

/** What each part adds to the stream after those before it, and what stands beside the stream. */
function weights() {
  const row = (name, raw, packed) => console.log(`  ${name.padEnd(28)}${String(raw).padStart(8)}${String(packed).padStart(8)} packed`);
  let [before, sofar] = [0, []];
  for (const [name, part] of Object.entries(parts)) {
    sofar.push(part);
    const size = packedParts(sofar, known).length;
    row(name, part.length, size - before);
    before = size;
  }
  const beside = page.replace(stream, "");
  row("markup, style, unpacker", Buffer.byteLength(beside), gzipSync(beside, { level: 9 }).length);
}

// A portal's page that shows both ways to embed it, with the lines to copy.
const integrity = `sha384-${createHash("sha384").update(widget).digest("base64")}`;
console.log(`web/dist/gouji-widget.js: ${integrity}`);
const shown = (element) => `<script src="gouji-widget.js" integrity="${integrity}" async></script>\n${element}`.replace(/</g, "&lt;");
const lines = {
  icon: `<link rel="icon" href="${iconAddress}">`,
  "line-for": shown('<gouji-checker for="#zoom"></gouji-checker>'),
  "line-box": shown("<gouji-checker></gouji-checker>"),
};
write("embed.html", readFileSync(path("src/embed.html"), "utf8").replace(/<!--([\w-]+)-->/g, (_, name) => lines[name]));
