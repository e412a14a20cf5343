// The page without a network: as the browser saves it, and as its own button does.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { SavingFirefox, kinds } from "./support/firefox-save.mjs";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const built = readFileSync(inRoot("web/dist/index.html"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "gouji-offline-"));
after(() => rmSync(folder, { recursive: true }));

const loadSample = `
  const buttons = Array.from(document.querySelector("gouji-checker").shadowRoot.querySelectorAll("button"));
  buttons.find((button) => button.textContent.trim() === "载入示例").click();
  document.querySelector("#language").click();`;

/** Opens a file where every server is out of reach, and checks the sample. */
async function works(browser, name, file) {
  const page = await Page.open(browser, name, pathToFileURL(file).href);
  await page.press("载入示例");
  assert.equal(await page.verdict(), "发现 1 处错误");
  assert.equal(await page.cellOf("6"), "6 应为 4");
  await page.set(reportText());
  assert.deepEqual(await page.marks(), ["21"], "what was shown when the page was saved is gone");
  await page.quiet();
}

/**
 * As Chromium's "web page, complete" writes a page: the document as it is now, shadow roots too, with a doctype, where it came from,
 * and its charset said anew. Chromium's own command cannot be had here: without a screen its dialog cancels itself.
 */
const asChromiumWould = (address) => `(() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("meta[charset]").remove();
  const shown = document.querySelector("gouji-checker").shadowRoot.innerHTML;
  copy.querySelector("gouji-checker").insertAdjacentHTML("afterbegin", '<template shadowrootmode="open">' + shown + "</template>");
  const head = '<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\\n';
  return '<!DOCTYPE html>\\n<!-- saved from url=(${String(address.length).padStart(4, "0")})${address} -->\\n' + copy.outerHTML.replace("<head>", head);
})()`;

for (const name of browsers) {
  describe(name, () => {
    let browser, cut, server;
    before(async () => {
      browser = await launch(name);
      cut = await launch(name, { offline: true });
      server = await servePage();
    });
    after(async () => {
      await browser.close();
      await cut.close();
      server.close();
    });
    const press = (page) => page.page.evaluate(() => document.querySelector(".offline").click());
    const taken = (page) => page.page.evaluate(async () => {
      await globalThis.given;
      return { name: globalThis.given.name, content: new TextDecoder("utf-8", { ignoreBOM: true }).decode(await globalThis.given.bytes) };
    });
    /** Keeps what is downloaded in the page instead. */
    const open = async (address) => {
      const page = await Page.open(browser, name, address);
      await page.page.evaluate(() => {
        let last;
        URL.createObjectURL = (blob) => ((last = blob), "blob:none");
        HTMLAnchorElement.prototype.click = function () {
          globalThis.given = { name: this.download, bytes: new Response(last).arrayBuffer() };
        };
      });
      return page;
    };

    test("no network is no network", async () => {
      const page = await cut.newPage();
      await assert.rejects(page.goto(server.address));
      await page.close();
    });

    const places = { http: () => `${server.address}/`, file: () => pathToFileURL(inRoot("web/dist/index.html")).href };
    for (const [place, address] of Object.entries(places)) {
      test(`${place}: the button gives the file as it was built, whatever has happened to the page`, async () => {
        const page = await open(address());
        await page.set(reportText());
        await page.page.evaluate(() => {
          // As extensions and saving leave them; the policy allows this style.
          const style = document.querySelector("style").cloneNode(true);
          style.removeAttribute("id");
          const script = Object.assign(document.createElement("script"), { type: "text/plain", textContent: "0" });
          document.head.prepend(style, script);
          document.documentElement.setAttribute("data-extension", "on");
        });
        await press(page);
        const first = await taken(page);
        assert.equal(first.name, "勾稽-离线版.html");
        assert.ok(first.content === built);
        assert.match(await page.page.$eval(".saved", (one) => one.textContent), /勾稽-离线版\.html.*断网/);

        await page.page.evaluate(() => document.querySelector("#language").click());
        await page.page.evaluate(() => document.querySelectorAll(".offline")[1].click());
        const second = await taken(page);
        assert.equal(second.name, "gouji-offline.html");
        assert.ok(second.content === built);
        await page.quiet();
      });
    }

    test("the button stands in the footer in the language of the page, and keys reach it", async () => {
      const page = await Page.open(browser, name, `${server.address}/`);
      const shown = () => page.page.$$eval(".offline", (all) => all.filter((one) => one.offsetWidth > 0).map((one) => one.textContent));
      assert.deepEqual(await shown(), ["下载离线版"]);
      await page.page.evaluate(() => document.querySelector("#language").click());
      assert.deepEqual(await shown(), ["Download the offline copy"]);
      await page.page.focus("[data-en] .offline");
      await page.key("Enter");
      assert.match(await page.page.$eval(".saved", (one) => one.textContent), /gouji-offline\.html/);
      await page.page.close();
    });

    test("a page that was saved complete, opened from disk, gives the clean copy too", async () => {
      const page = await open(`${server.address}/`);
      await page.page.evaluate(loadSample);
      const file = join(folder, `${name}-again.html`);
      writeFileSync(file, await page.page.evaluate(asChromiumWould(server.address)));
      await page.quiet();
      const copy = await open(pathToFileURL(file).href);
      await press(copy);
      assert.ok((await taken(copy)).content === built);
      await copy.quiet();
    });

    if (name === "chromium") {
      for (const [when, script] of [["before a check", ""], ["after a check", loadSample]]) {
        test(`saved complete ${when}, in the way of Chromium`, async () => {
          const page = await Page.open(browser, name, `${server.address}/`);
          if (script) await page.page.evaluate(script);
          const saved = await page.page.evaluate(asChromiumWould(`${server.address}/`));
          await page.quiet();
          const file = join(folder, "chromium.html");
          writeFileSync(file, saved);
          await works(cut, name, file);
          // On Windows, lines end otherwise.
          writeFileSync(file, saved.replace(/\n/g, "\r\n"));
          await works(cut, name, file);
        });
      }

      test("a real download of the offline copy, which checks the sample", async () => {
        const downloads = mkdtempSync(join(folder, "downloads-"));
        const page = await Page.open(browser, name, `${server.address}/`);
        const session = await browser.target().createCDPSession();
        await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
        await press(page);
        const file = join(downloads, "勾稽-离线版.html");
        for (let i = 0; i < 50 && !readdirSync(downloads).includes("勾稽-离线版.html"); i++) await page.settle(100);
        assert.ok(readFileSync(file, "utf8") === built);
        await page.page.close();
        await works(cut, name, file);
      });
    } else {
      describe("saved by Firefox itself", () => {
        let saving;
        before(async () => (saving = await SavingFirefox.start()));
        after(() => saving.close());
        for (const kind of Object.keys(kinds)) {
          for (const [when, script] of [["before", ""], ["after", loadSample]]) {
            test(`${kind}, ${when} a check`, async () => {
              const file = join(folder, `firefox-${kind}-${when}.html`);
              const saved = await saving.save({ address: `${server.address}/`, script, file, kind: kinds[kind] });
              if (kind === "html") assert.ok(saved === built, "the file as it was served");
              else assert.ok(saved !== built && saved.includes('class="edition">20'), "the document as it is");
              await works(cut, name, file);
              await works(browser, name, file);
            });
          }
        }
      });
    }
  });
}
