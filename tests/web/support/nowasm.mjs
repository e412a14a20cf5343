// The core as JavaScript, outside of a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { inRoot } from "./tools.mjs";

export const script = readFileSync(inRoot("web/dist/gouji-widget-nowasm.js"), "utf8");

/** Node 18 has none. */
class CustomEvent extends Event {
  constructor(type, { detail }) {
    super(type);
    this.detail = detail;
  }
}

/** Runs the script as a page does, without WebAssembly; `first` is what happened on the page before. */
export function loaded(first = "") {
  const element = new EventTarget();
  const got = [];
  element.addEventListener("gouji-core", ({ detail }) => got.push(detail));
  const page = vm.createContext({ document: { currentScript: element }, CustomEvent });
  vm.runInContext(`delete globalThis.WebAssembly; ${first}`, page);
  const before = vm.runInContext("Object.getOwnPropertyNames(globalThis)", page).join();
  vm.runInContext(script, page);
  assert.equal(vm.runInContext("Object.getOwnPropertyNames(globalThis)", page).join(), before, "no global names");
  assert.equal(got.length, 1);
  return got[0];
}
