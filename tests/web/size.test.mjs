import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { inRoot } from "./support/tools.mjs";

const html = readFileSync(inRoot("web/dist/index.html"), "utf8");

const size = gzipSync(html, { level: 9 }).length;

test("the whole page is under 200 kB gzipped", (t) => {
  t.diagnostic(`index.html: ${Buffer.byteLength(html)} bytes, ${size} gzipped`);
  assert.ok(size < 200_000, `${size} bytes`);
});

test("the page names no other resource, and its policy allows none", () => {
  assert.match(html.slice(0, 2000), /default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+' 'wasm-unsafe-eval'; style-src [^;]+; worker-src blob:; connect-src 'none'/);
  const head = html.replace(/<script>[^]*<\/script>/, "");
  assert.deepEqual(head.match(/(?:src|href)="(?!data:|#)[^"]*"/g), null);
});

test("the lock file holds no download addresses", () => {
  assert.ok(!readFileSync(inRoot("web/package-lock.json"), "utf8").includes('"resolved"'));
});
