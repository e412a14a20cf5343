// What a worker hands over of a report is the report.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { corpus } from "./support/native.mjs";
import { randomTexts } from "./support/random.mjs";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const { loadCore } = await bundled("core.ts");
const { slicesOf, Joining } = await bundled("slices.ts");
const core = await loadCore(readFileSync(inRoot("build/wasm/gouji.wasm")));

function joined(text) {
  const joining = new Joining();
  const slices = core.checkBytes(text, (json) => [...slicesOf(json)]);
  const reports = slices.map((slice) => joining.add(slice));
  assert.ok(reports.slice(0, -1).every((report) => report === null));
  return { slices, report: reports.at(-1) };
}

test("the slices of a report are the report, in the same order", () => {
  const texts = [...corpus.map((file) => readFileSync(file, "utf8")), ...randomTexts(60)];
  for (const text of ["", "[", '"\\"', `收到"申请\\"30件\\\\`, ...texts]) {
    assert.equal(JSON.stringify(joined(text).report), core.checkJson(text).replace(/[\t\n]/g, ""));
  }
});

test("no slice of a long report takes long to take in", () => {
  const text = `${reportText()}\n`.repeat(100);
  const { slices, report } = joined(text);
  assert.equal(JSON.stringify(report), core.checkJson(text).replace(/[\t\n]/g, ""));
  assert.ok(slices.length > 20, `${slices.length}`);
  for (const { list, json } of slices) assert.ok(json.length < 150_000, `${list}: ${json.length}`);
});
