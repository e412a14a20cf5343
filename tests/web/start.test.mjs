// How the page starts: in a worker, without one, without WebAssembly; and what can be done with it meanwhile.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const built = readFileSync(inRoot("web/dist/index.html"), "utf8");
const pages = {
  "/no-workers": built.replace("worker-src blob:", "worker-src 'none'"),
  "/no-wasm": built.replace(" 'wasm-unsafe-eval'", ""),
};
const file = pathToFileURL(inRoot("web/dist/index.html")).href;

/** Runs in the page before its scripts: what is unpacked on its own thread. */
const count = () => {
  globalThis.here = 0;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (code, ...more) => {
    if (!(code instanceof WebAssembly.Module)) globalThis.here++;
    return instantiate(code, ...more);
  };
};
const withoutWorkers = {
  "no workers at all": () => delete globalThis.Worker,
  "workers that throw": () => {
    globalThis.Worker = class {
      constructor() {
        throw new Error("forbidden");
      }
    };
  },
  "workers that fail": () => {
    globalThis.Worker = class {
      postMessage() {
        setTimeout(() => this.onerror(new Event("error")));
      }
      terminate() {}
    };
  },
  "workers that begin and give up": () => {
    globalThis.Worker = class {
      postMessage() {
        for (const data of [1, 0]) setTimeout(() => this.onmessage({ data }));
      }
      terminate() {}
    };
  },
  "workers that never answer": () => {
    globalThis.Worker = class {
      postMessage() {}
      terminate() {}
    };
  },
};

for (const name of browsers) {
  describe(name, () => {
    let browser, bare, server;
    before(async () => {
      browser = await launch(name);
      bare = await launch(name, { wasm: false });
      server = await servePage(pages);
    });
    after(async () => {
      await browser.close();
      await bare.close();
      server.close();
    });

    async function works(page) {
      await page.set(reportText());
      await page.wait(".verdict .line");
      assert.equal(await page.verdict(), "发现 1 处错误");
      await page.page.evaluate(() => (location.hash = "rule/year-mismatch"));
      await page.wait(".rule h3");
    }
    const unpackedHere = (page) => page.page.evaluate(() => globalThis.here);

    for (const [place, address] of Object.entries({ http: () => `${server.address}/`, file: () => file })) {
      test(`${place}: a worker unpacks, and ends`, async () => {
        const page = await Page.open(browser, name, address(), { prepare: count });
        await works(page);
        assert.equal(await unpackedHere(page), 0);
        if (name === "chromium") {
          await page.settle(300);
          assert.ok(page.page.workers().length <= 1, "only the core's is left");
        }
        await page.quiet();
      });

      test(`${place}: without workers the page unpacks by itself`, async () => {
        const page = await Page.open(browser, name, address(), { prepare: [count, withoutWorkers["no workers at all"]] });
        await works(page);
        assert.equal(await unpackedHere(page), 1);
        await page.quiet();
      });
    }

    for (const [what, prepare] of Object.entries(withoutWorkers).slice(1)) {
      test(what, async () => {
        const page = await Page.open(browser, name, `${server.address}/`, { prepare: [count, prepare] });
        await works(page);
        assert.equal(await unpackedHere(page), 1);
        await page.quiet();
      });
    }

    test("workers that the policy forbids", async () => {
      const page = await Page.open(browser, name, `${server.address}/no-workers`, { prepare: count });
      await page.set(reportText());
      assert.equal(await page.verdict(), "发现 1 处错误");
      assert.equal(await unpackedHere(page), 1);
    });

    test("unpacked on its own thread, the page stays alive", async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(`
        delete globalThis.Worker;
        globalThis.turns = 0;
        const { port1, port2 } = new MessageChannel();
        const unpacking = () => !document.querySelector("gouji-checker")?.shadowRoot;
        port1.onmessage = () => { if (document.readyState === "complete" && unpacking()) globalThis.turns++; port2.postMessage(0); };
        port2.postMessage(0);`);
      await page.goto(`${server.address}/`);
      await page.waitForFunction(() => document.querySelector("gouji-checker").version, { polling: 20 });
      assert.ok((await page.evaluate(() => globalThis.turns)) >= 3);
      await page.close();
    });

    test("what is pasted before the core is there is checked as soon as it is", async () => {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => {
        const handler = Object.getOwnPropertyDescriptor(Worker.prototype, "onmessage");
        const held = [];
        globalThis.release = () => held.splice(0).forEach((give) => give());
        Object.defineProperty(Worker.prototype, "onmessage", {
          ...handler,
          set(taken) {
            let parts = 0;
            handler.set.call(this, (event) => {
              if (event.data instanceof Uint8Array && parts++ > 0) held.push(() => taken(event));
              else taken(event);
            });
          },
        });
      });
      await page.goto(`${server.address}/#rules`);
      const inside = (look, ...args) => page.evaluate(`(${look})(document.querySelector("gouji-checker").shadowRoot, ${args.map((arg) => JSON.stringify(arg))})`);
      const there = (look) => page.waitForFunction(`(${look})(document.querySelector("gouji-checker").shadowRoot)`, { polling: 20 });
      await there((root) => root && root.querySelector(".manual h2"));
      assert.equal(await inside((root) => root.querySelectorAll(".manual li").length), 0);
      await inside((root, text) => root.host.check(text), reportText());
      await there((root) => root.querySelector(".starting"));
      await page.click("#language");
      assert.equal(await inside((root) => root.host.version), "");
      await page.evaluate(() => setInterval(globalThis.release, 50));
      await there((root) => root.querySelector(".verdict .line"));
      assert.match(await inside((root) => root.querySelector(".verdict .line").textContent), /1 error/);
      await page.evaluate(() => (location.hash = "rules"));
      await there((root) => root.querySelectorAll(".manual li").length > 5);
      await page.close();
    });

    const stopped = {
      "no WebAssembly": () => [bare, `${server.address}/`],
      "no WebAssembly, from disk": () => [bare, file],
      "WebAssembly that the policy forbids": () => [browser, `${server.address}/no-wasm`],
    };
    for (const [what, where] of Object.entries(stopped)) {
      test(`${what}: the page says so in both languages, and offers nothing`, async () => {
        const [from, address] = where();
        const page = await from.newPage();
        await page.goto(address);
        await page.waitForSelector(".failure", { visible: true });
        const seen = await page.evaluate(() => document.body.innerText);
        assert.match(seen, /此浏览器无法运行核对程序[^]*This browser cannot run the checker/);
        assert.doesNotMatch(seen, /正在打开/);
        assert.deepEqual(await page.$$eval("button, a", (all) => all.filter((one) => one.offsetWidth > 0).map((one) => one.textContent)), []);
        await page.close();
      });
    }
  });
}
