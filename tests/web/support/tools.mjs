// The tests' tools are the page's own dependencies: this folder has none of its own.
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const inRoot = (...names) => join(root, ...names);

export const fromWeb = createRequire(inRoot("web/package.json"));
const puppeteer = fromWeb("puppeteer-core");
const esbuild = fromWeb("esbuild");

/** The functions of a module in web/src, for Node (returned) or as a script that sets `globalThis.module`. */
export async function bundled(entry, platform = "node") {
  const { outputFiles } = await esbuild.build({
    entryPoints: [inRoot("web/src", entry)],
    bundle: true,
    write: false,
    charset: "utf8",
    format: platform === "node" ? "esm" : "iife",
    globalName: "module",
    platform,
    loader: { ".txt": "text", ".css": "text" },
  });
  const code = outputFiles[0].text;
  if (platform !== "node") return `${code}\nglobalThis.module = module;`;
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

const launchers = {
  chromium: {
    browser: "chrome",
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--force-prefers-reduced-motion", // no waiting for scrolling
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  },
  firefox: {
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    // Under automation Firefox is laxer with files than what users have.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "ui.prefersReducedMotion": 1 },
  },
};
export const browsers = Object.keys(launchers);

/** `offline`: no server can be reached, for all requests go to a proxy that is not there. `wasm`: whether there is WebAssembly. */
export function launch(name, { offline = false, wasm = true } = {}) {
  const options = { ...launchers[name] };
  if (!wasm && name === "chromium") options.args = [...options.args, "--js-flags=--jitless"];
  if (!wasm && name === "firefox") options.extraPrefsFirefox = { ...options.extraPrefsFirefox, "javascript.options.wasm": false };
  if (offline && name === "chromium") options.args = [...options.args, "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>"];
  if (offline && name === "firefox") {
    options.extraPrefsFirefox = {
      ...options.extraPrefsFirefox,
      "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
      "network.proxy.allow_hijacking_localhost": true, "network.proxy.no_proxies_on": "",
    };
  }
  return puppeteer.launch({ headless: true, protocolTimeout: 30_000, ...options });
}

/** Files with a text to check, from the folders that exist. */
export function texts(...folders) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).sort().map((name) => join(folder, name)))
    .filter((file) => /\.(txt|md)$/.test(file) && !/README|SOURCES/.test(file) && statSync(file).isFile());
}

/** A report of 200 cells whose tables are whole rectangles; one figure is wrong: 21, which should be 12. */
export const reportText = () => readFileSync(inRoot("tests/web/fixtures/wangshu-2024.txt"), "utf8");
