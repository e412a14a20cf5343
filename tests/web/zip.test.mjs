// Archives, as Word files are: what Node and others pack comes out again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { generator, randomTexts } from "./support/random.mjs";
import { bundled, fromWeb, reportText } from "./support/tools.mjs";

const { zipSync } = fromWeb("fflate");
const { inflated } = await bundled("inflate.ts");
const { namesIn, partsOf } = await bundled("zip.ts");

const random = generator(20250301);
const upTo = (most) => Math.floor(random() * most);
const contents = {
  nothing: Buffer.alloc(0),
  "one byte": Buffer.from("a"),
  "a long run": Buffer.alloc(200_000, "年"),
  "a report": Buffer.from(reportText()),
  "reports far apart": Buffer.from(`${reportText()}${"x".repeat(30_000)}${reportText()}`),
  noise: Buffer.from(Uint8Array.from({ length: 100_000 }, () => upTo(256))),
  "bytes of few kinds": Buffer.from(Uint8Array.from({ length: 100_000 }, () => 2 ** upTo(8))),
  texts: Buffer.concat([...randomTexts(60)]),
};
const ways = {
  stored: { level: 0 },
  fast: { level: 1 },
  best: { level: 9 },
  "without repeats": { strategy: constants.Z_HUFFMAN_ONLY },
  "by the fixed code": { strategy: constants.Z_FIXED },
  "runs alone": { strategy: constants.Z_RLE },
};
for (const [name, content] of Object.entries(contents)) {
  test(`${name}, in every way`, () => {
    for (const [way, options] of Object.entries(ways)) {
      assert.ok(content.equals(inflated(deflateRawSync(content, options), content.length)), way);
    }
  });
}

test("no more comes out than was stated", () => {
  const packed = deflateRawSync(contents["a report"]);
  assert.throws(() => inflated(packed, contents["a report"].length - 1), RangeError);
  assert.throws(() => inflated(deflateRawSync(Buffer.alloc(1000)), 100), RangeError);
});

test("what is damaged or cut off ends, with an error or with no more than was stated", () => {
  const packed = deflateRawSync(contents["a report"]);
  for (let i = 0; i < 300; i++) {
    const damaged = Buffer.from(packed.subarray(0, i % 2 ? packed.length : upTo(packed.length)));
    for (let n = 0; n < 3 && damaged.length > 0; n++) damaged[upTo(damaged.length)] ^= 1 << upTo(8);
    try {
      assert.ok(inflated(damaged, 20_000).length <= 20_000);
    } catch (error) {
      assert.ok(error instanceof RangeError, error);
    }
  }
  for (let i = 0; i < packed.length - 1; i += 97) assert.throws(() => inflated(packed.subarray(0, i), 20_000), RangeError);
});

const files = { "word/document.xml": contents["a report"], "空/名.txt": contents.nothing, "noise": contents.noise };

test("an archive with folders, stored and deflated, a comment behind it", () => {
  for (const level of [0, 6]) {
    const archive = Buffer.concat([zipSync(files, { level }), Buffer.from("PK, a comment")]);
    assert.deepEqual(namesIn(archive), Object.keys(files));
    const parts = partsOf(archive, (name) => name !== "noise");
    assert.deepEqual([...parts.keys()], ["word/document.xml", "空/名.txt"]);
    assert.ok(contents["a report"].equals(parts.get("word/document.xml")));
    assert.equal(parts.get("空/名.txt").length, 0);
  }
});

test("an archive with sizes and places of 64 bits", () => {
  const archive = Buffer.from(zipSync(files));
  const directory = archive.readUInt32LE(archive.length - 6);
  const entries = [];
  for (let at = directory; archive.readUInt32LE(at) === 0x02014b50; ) {
    const named = at + 46 + archive.readUInt16LE(at + 28);
    const entry = Buffer.concat([archive.subarray(at, named), Buffer.from([9, 9, 2, 0, 0, 0, 1, 0, 24, 0]), Buffer.alloc(24)]);
    [24, 20, 42].forEach((place, index) => {
      entry.writeUInt32LE(entry.readUInt32LE(place), entry.length - 24 + 8 * index);
      entry.writeUInt32LE(0xffffffff, place);
    });
    entry.writeUInt16LE(34, 30);
    entries.push(entry);
    at = named + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  const all = Buffer.concat(entries);
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeUInt32LE(entries.length, 32);
  wide.writeUInt32LE(directory, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeUInt32LE(directory + all.length, 8);
  const end = Buffer.from(archive.subarray(archive.length - 22));
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  const large = Buffer.concat([archive.subarray(0, directory), all, wide, locator, end]);
  assert.deepEqual(namesIn(large), Object.keys(files));
  assert.ok(contents.noise.equals(partsOf(large, (name) => name === "noise").get("noise")));
});

test("what is no archive is damaged", () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from("PK"), contents.noise, Buffer.alloc(100), zipSync(files).subarray(0, -30)]) {
    assert.throws(() => namesIn(bytes), { message: "damaged" });
  }
});
