// The native program beside the core in a browser's form: both must say the same, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inRoot, texts } from "./tools.mjs";

const cli = inRoot("build/release/gouji");

/** For a test's `skip`. */
export const noNative = existsSync(cli) ? false : "the native program is not built";

export function native(bytes) {
  const { stdout, status, stderr } = spawnSync(cli, ["check", "--format", "json", "-"], { input: bytes, maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
  return stdout.toString("utf8").replace(/\n$/, "");
}

export function same(core, bytes, name) {
  const [ours, theirs] = [core.checkJson(bytes), native(bytes)];
  // Not assert.equal: its diff of two long lines takes minutes.
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  assert.fail(`${name}: differs at ${at}: ours …${ours.slice(at - 40, at + 40)}… native …${theirs.slice(at - 40, at + 40)}…`);
}

/** The corpus and, where they are, real reports; any folder of texts can be added: the layouts as the native tests print them, say. */
export const corpus = texts(
  inRoot("tests/corpus"),
  inRoot("../shared/samples"),
  inRoot("build/layouts"),
  ...(process.env.GOUJI_TEXTS ?? "").split(":").filter(Boolean),
);
