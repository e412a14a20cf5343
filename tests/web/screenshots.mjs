// Pictures of every state of the page, for people to look at: build/screenshots/<state>-<width>[-dark].png
import { mkdirSync } from "node:fs";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { states } from "./support/states.mjs";
import { inRoot, launch } from "./support/tools.mjs";

const folder = inRoot("build/screenshots");
const widths = { 1440: 900, 768: 1024, 390: 844 };
const themes = { light: {}, dark: { "prefers-color-scheme": "dark" }, forced: { "forced-colors": "active" } };
const only = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const server = await servePage();
const browser = await launch("chromium");
for (const [width, height] of Object.entries(widths)) {
  for (const theme of Object.keys(themes)) {
    for (const [state, reach] of Object.entries(states)) {
      if (only.length && !only.includes(state)) continue;
      if (theme === "forced" && width !== "1440") continue;
      const page = await Page.open(browser, "chromium", `${server.address}/`);
      await page.page.setViewport({ width: Number(width), height });
      const features = Object.entries({ "prefers-color-scheme": "light", ...themes[theme] }).map(([name, value]) => ({ name, value }));
      const protocol = await page.page.createCDPSession(); // the driver's own call knows no forced colours
      await protocol.send("Emulation.setEmulatedMedia", { features });
      await reach(page);
      await page.settle(200);
      const name = `${state}-${width}${theme === "light" ? "" : `-${theme}`}`;
      await page.page.screenshot({ path: `${folder}/${name}.png` });
      if (theme === "light" && state !== "lit") await page.page.screenshot({ path: `${folder}/${name}-whole.png`, fullPage: true });
      await page.page.close();
    }
  }
}
// web/screenshot.png is this one with 48 colours: pngquant --nofs --strip 48 readme.png
const page = await Page.open(browser, "chromium", `${server.address}/`);
await page.page.setViewport({ width: 1200, height: 720 });
await states.lit(page);
await page.settle(300);
await page.page.screenshot({ path: `${folder}/readme.png` });
await browser.close();
server.close();
console.log(`build/screenshots: ${Object.keys(states).length} states at 1440, 768 and 390 pixels, light, dark and forced colours`);
