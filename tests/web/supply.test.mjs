// What the built files are made of, that the same sources make the same files, and that these name no place on the net.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { partsOfPage } from "./support/parts.mjs";
import { bundled, inRoot } from "./support/tools.mjs";

const dist = inRoot("web/dist");
const json = (...names) => JSON.parse(readFileSync(inRoot(...names), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "gouji-supply-"));
after(() => rmSync(folder, { recursive: true }));

/** The files below a folder with a hash of each. */
const hashesOf = (top) => Object.fromEntries(readdirSync(top, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((file) => [file.slice(top.length + 1), createHash("sha256").update(readFileSync(file)).digest("hex")])
  .sort());

test("every npm package has one version, and the lock file its hash", () => {
  const { dependencies, devDependencies } = json("web/package.json");
  const { packages } = json("web/package-lock.json");
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(packages[`node_modules/${name}`].version, version, name);
  }
  for (const [name, { integrity }] of Object.entries(packages)) {
    if (name) assert.match(integrity, /^sha512-/, name);
  }
});

test("the same sources give the same files, byte by byte", () => {
  const again = join(folder, "dist");
  const { status, stderr } = spawnSync(process.execPath, ["build.mjs"], { cwd: inRoot("web"), env: { ...process.env, GOUJI_DIST: again }, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.deepEqual(hashesOf(again), hashesOf(dist));
});

test("the list of licences names all that is bundled, and only licences that may be", () => {
  const list = readFileSync(join(dist, "licences.txt"), "utf8");
  const named = new Map([...list.slice(0, list.indexOf("\n\n")).matchAll(/^ {2}(\S+) ?(\S*): (.*)$/gm)].map(([, name, version, license]) => [name, { version, license }]));
  for (const { license } of named.values()) assert.match(license, /^(MIT|BSD-3-Clause|CC0-1\.0|Apache-2\.0 WITH LLVM-exception|MIT AND Unicode-DFS-2015)$/);
  for (const name of ["lit-html", "lit-element", "musl", "libc++", "utf8proc"]) assert.ok(named.has(name), name);
  const { packages } = json("web/package-lock.json");
  for (const [name, { version }] of named) {
    if (version) assert.equal(packages[`node_modules/${name}`].version, version, name);
  }
  for (const words of ["Google LLC", "Rich Felker"]) assert.ok(list.includes(words), words);
});

// Names of XML's kinds of elements, which look like addresses and are never asked for.
const namespaces = /^http:\/\/(www\.w3\.org\/(1999\/xhtml|2000\/svg|1998\/Math\/MathML|XML\/1998\/namespace)|schemas\.openxmlformats\.org\/\S*|purl\.oclc\.org\/ooxml\/\S*)$/;

test("no built file names an address on the net, nor does what is packed in it", async () => {
  const packedIn = (text) => Buffer.from(/[\w+/]{50000,}={0,2}/.exec(text)[0], "base64");
  const texts = {};
  for (const file of Object.keys(hashesOf(dist))) {
    if (/licen[cs]e/i.test(file)) continue; // words of others
    texts[file] = readFileSync(join(dist, file), "latin1");
  }
  const [script, module, manual] = (await partsOfPage(readFileSync(join(dist, "index.html"), "utf8"))).map((part) => part.toString("latin1"));
  assert.ok(script.includes("gouji-checker") && module.startsWith("\0asm") && manual.startsWith("["));
  const { unpack } = await bundled("lzma.ts");
  const inWidget = Buffer.from(unpack(packedIn(texts["gouji-widget.js"]))).toString("latin1");
  assert.equal(inWidget, module);
  Object.assign(texts, { "the page's script": script, "the module": module, "the manual": manual });
  for (const [name, text] of Object.entries(texts)) {
    const addresses = [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[\w.-]+[^\s"'`<>)\\]*/g)].map(([address]) => address);
    // A rule's example tells of a made-up one.
    const asked = addresses.filter((address) => !namespaces.test(address) && !(name === "the manual" && address.startsWith("http://www.wt.gov.cn/")));
    assert.deepEqual(asked, [], name);
  }
});
