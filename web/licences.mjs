// What the built files contain that others wrote, and under which licence: dist/licences.txt.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { path } from "./bundle.mjs";

/** What the WebAssembly module contains besides the core; its sources come with Emscripten and with utf8proc. */
const inModule = [
  { name: "musl", what: "the C library", license: "MIT", copyright: "Copyright (c) 2005-2020 Rich Felker, et al." },
  { name: "libc++", what: "the C++ library", license: "Apache-2.0 WITH LLVM-exception", copyright: "Copyright (c) the LLVM project's contributors" },
  { name: "utf8proc", what: "the tables of characters are made with it, from the Unicode character database", license: "MIT AND Unicode-DFS-2015", copyright: "Copyright (c) 2014-2021 Steven G. Johnson, Jiahao Chen, Tony Kelman, Jonas Fonseca, and others; Copyright (c) 2009, 2013 Public Software Group e. V.; Copyright (c) 1991-2015 Unicode, Inc." },
];

/** A package of web/node_modules: its name, version and licence, and the licence's text. */
export function packageOf(name) {
  const folder = path(`node_modules/${name}`);
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file || !existsSync(`${folder}/${file}`)) throw new Error(`${name} comes without the text of its licence`);
  return { name, version, license, text: readFileSync(`${folder}/${file}`, "utf8").trim() };
}

/** The text of dist/licences.txt; `packages` are the names of those that are bundled. */
export function licences(packages) {
  const own = readFileSync(path("../LICENSE"), "utf8").trim();
  const npm = [...packages].sort().map(packageOf);
  const title = ({ name, version = "", license }) => `${`${name} ${version}`.trim()}: ${license}`;
  const block = (heading, text) => `${heading}\n${"-".repeat(heading.length)}\n${text}\n`;
  const list = [...npm, ...inModule].map((one) => `  ${title(one)}\n`).join("");
  return [
    `Gouji: MIT. It contains:\n${list}`,
    block("Gouji: MIT", own),
    ...npm.map((one) => block(title(one), one.text)),
    ...inModule.map((one) => block(title(one), `${one.what[0].toUpperCase()}${one.what.slice(1)}. ${one.copyright}`)),
  ].join("\n");
}
