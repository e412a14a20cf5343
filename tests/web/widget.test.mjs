// gouji-widget.js on other people's pages: what it says, that it leaves them as they are, and what stays when it has gone.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { asHtml } from "./support/html.mjs";
import { Host, native, noCli, portal, serveHost } from "./support/portal.mjs";
import { browsers, fromWeb, inRoot, launch, reportText } from "./support/tools.mjs";

const script = readFileSync(inRoot("web/dist/gouji-widget.js"), "utf8");
const corrected = reportText().replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const blank = reportText().replace("\t0\t0\t21\n", "\t0\t0\t\n"); // the same cell empty

test("the script is ASCII, and of a size", (t) => {
  const size = gzipSync(script, { level: 9 }).length;
  t.diagnostic(`gouji-widget.js: ${script.length} bytes, ${size} gzipped`);
  assert.ok(Buffer.from(script).every((byte) => byte < 0x7f));
  assert.ok(size < 320_000, `${size} bytes`);
});

test("old kernels can read the script: ES2017, and nothing that needs BigInt", () => {
  const { parse } = fromWeb("acorn");
  const names = new Set();
  for (const token of fromWeb("acorn").tokenizer(script, { ecmaVersion: 2017 })) if (token.type.label === "name") names.add(token.value);
  parse(script, { ecmaVersion: 2017, sourceType: "script" });
  for (const young of ["BigInt", "BigInt64Array", "globalThis", "WeakRef", "structuredClone", "replaceAll", "flatMap", "fromEntries", "matchAll", "allSettled"]) {
    assert.ok(!names.has(young), young);
  }
});

for (const name of browsers) {
  describe(name, () => {
    let browser, server;
    const pages = {
      "/": portal(),
      "/late": portal({ script: "" }),
      "/box": portal({ before: "", article: "<p>新闻</p>", after: '<gouji-checker id="box"></gouji-checker>' }),
      "/two": portal({ before: `<gouji-checker id="one" for="#zoom"></gouji-checker><gouji-checker id="two" for="#other"></gouji-checker>`, after: `<div id="other">${asHtml(corrected)}</div><gouji-checker id="box" text="甲"></gouji-checker>` }),
      "/blank": portal({ article: asHtml(blank).replace(/<td([^>]*)><\/td>/g, "<td$1></td>").replace('rowspan="1" colspan="2">0</td></tr>', 'rowspan="1" colspan="1">0</td><td></td></tr>') }),
      "/none": portal({ before: '<gouji-checker for="#nowhere"></gouji-checker>' }),
      "/news": portal({ article: "<p>今天天气好。</p>" }),
    };
    before(async () => {
      browser = await launch(name);
      server = await serveHost(pages);
    });
    after(async () => {
      await browser.close();
      server.close();
    });
    const open = (path, options) => Host.open(browser, `${server.address}${path}`, options);

    test("the verdict on the page's article is the native program's on the same text", { skip: noCli }, async () => {
      const host = await open("/");
      const { text, report } = await host.report();
      assert.equal(text, await plainText(host), "all of it was read");
      assert.deepEqual(report, native(text));
      assert.equal(await host.line(), "发现 1 处错误");
      assert.deepEqual(server.asked.filter((url) => url.endsWith(".js")), ["/gouji-widget.js"], "no other file");
      await host.close();
    });

    test("the page is left as it is: its words, its tree, its window, its style", async () => {
      const host = await open("/late", { ready: false });
      await host.evaluate(snapshots);
      const first = await host.evaluate(() => globalThis.snapshot());
      await host.evaluate((script) => {
        const element = document.createElement("script");
        element.src = script;
        document.head.append(element);
        return new Promise((resolve) => (element.onload = resolve)).then(() => element.remove());
      }, `${server.address}/gouji-widget.js`);
      await host.ready();
      await host.inside((one) => one.walk(1));
      await host.settle(300);
      const marked = await host.evaluate(() => globalThis.snapshot());
      assert.equal(marked.words, first.words);
      assert.equal(marked.tree, first.tree);
      assert.deepEqual(marked.names, first.names, "no name on the window");
      assert.deepEqual(marked.looks, first.looks, "no style gets out");
      const { text, report: { findings: [found] } } = await host.report();
      const spoken = [found, ...found.related].map(({ span }) => text.slice(span.start, span.end));
      assert.deepEqual(await host.highlighted(), { lit: spoken.sort() });

      await host.inside((one) => one.remove());
      const gone = await host.evaluate(() => globalThis.snapshot());
      assert.equal(gone.tree, first.tree.replace('<gouji-checker for="#zoom"></gouji-checker>', ""));
      assert.deepEqual(await host.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length]), [0, 0]);
      await host.close();
    });

    test("nothing of the page's style gets in", async () => {
      const rude = `*,*::before{color:rgb(1,2,3)!important;font:40px/3 cursive!important;letter-spacing:9px!important;text-transform:uppercase!important;
        white-space:pre!important;text-align:right!important;text-indent:4em!important;visibility:visible;word-spacing:1em!important}
        gouji-checker *{display:none!important} p,section,button{margin:50px!important;border:9px solid!important}`;
      const looks = [];
      for (const style of ["", rude]) {
        pages["/rude"] = portal({ style, before: '<div style="width:900px"><gouji-checker for="#zoom"></gouji-checker></div>' });
        const host = await open("/rude");
        looks.push(await host.inside((one) => Array.from(one.shadowRoot.querySelectorAll(".checker, .line, button, p, th, .finding *"), (element) => {
          const s = getComputedStyle(element);
          return [element.className, s.color, s.font, s.letterSpacing, s.textTransform, s.whiteSpace, s.textAlign, s.textIndent, s.margin, s.borderTopWidth, s.display, s.width].join(";");
        })));
        await host.close();
      }
      assert.ok(looks[0].length > 10);
      assert.deepEqual(looks[1], looks[0]);
    });

    test("the figure is marked where it stands, and pressing it shows its finding", async () => {
      const host = await open("/");
      assert.deepEqual(await host.highlighted(), { error: ["21"] });
      const place = await host.evaluate(() => {
        const range = Array.from(CSS.highlights.get("gouji-error"))[0];
        range.startContainer.parentElement.scrollIntoView({ block: "center" });
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, row: range.startContainer.parentElement.parentElement.textContent };
      });
      assert.match(place.row, /本机关不掌握相关政府信息/);
      await host.page.mouse.click(place.x, place.y);
      await host.settle();
      assert.match(await host.inside((one) => one.shadowRoot.querySelector(".foot").textContent.replace(/\s+/g, " ")), /应为 12/);
      assert.deepEqual(await host.inside((one) => Array.from(one.shadowRoot.querySelectorAll(".box b"), (label) => label.textContent)), ["应为 12"]);
      assert.equal(await host.inside((one) => one.shadowRoot.querySelectorAll(".take, .by-hand, .ignore").length), 0, "nothing to change");
      await host.close();
    });

    test("from the verdict to each mark", async () => {
      const host = await open("/");
      const inSight = () => host.inside(() => {
        const [range] = Array.from(CSS.highlights.get("gouji-lit") ?? []).filter((one) => String(one) === "21");
        if (!range) return null;
        const { top, bottom } = range.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      assert.equal(await inSight(), null);
      await host.inside((one) => Array.from(one.shadowRoot.querySelectorAll("button")).find((button) => button.textContent === "下一处").click());
      await host.settle(300);
      assert.equal(await inSight(), true);

      // And back to the list, which may be folded away.
      await host.inside((one) => (one.collapsed = true));
      await host.settle();
      await host.inside((one) => Array.from(one.shadowRoot.querySelectorAll(".foot button")).find((button) => button.textContent.startsWith("回到清单")).click());
      await host.settle();
      assert.match(await host.inside((one) => one.shadowRoot.activeElement.textContent), /表内合计不符/);
      await host.close();
    });

    test("an empty cell is marked by a box over it", async () => {
      const host = await open("/blank");
      const { text, report } = await host.report();
      const finding = report.findings.find(({ expected }) => expected === 12);
      assert.ok(finding, JSON.stringify(report.findings.map(({ message }) => message.zh)));
      assert.equal(text.slice(finding.span.start, finding.span.end), "");
      const [box, cell] = await host.inside((one) => {
        const edges = (element) => (({ left, top, right, bottom }) => ({ left, top, right, bottom }))(element.getBoundingClientRect());
        const row = Array.from(document.querySelectorAll("tr")).find((tr) => tr.textContent.includes("本机关不掌握"));
        return [edges(one.shadowRoot.querySelector(".box.cell")), edges(row.lastElementChild)];
      });
      assert.ok(box.left >= cell.left && box.right <= cell.right && box.top >= cell.top && box.bottom <= cell.bottom, JSON.stringify([box, cell]));
      await host.close();
    });

    test("without the browser's highlights, boxes lie on the same words and follow them", async () => {
      const host = await open("/", { prepare: () => delete globalThis.Highlight });
      const apart = () => host.inside((one) => {
        const box = one.shadowRoot.querySelector(".box.words").getBoundingClientRect();
        const cell = Array.from(document.querySelectorAll("tr")).find((tr) => tr.textContent.includes("本机关不掌握")).lastElementChild;
        const range = document.createRange();
        range.selectNodeContents(cell);
        const words = range.getBoundingClientRect();
        return ["left", "top", "width", "height"].map((edge) => Math.abs(box[edge] - words[edge]));
      });
      assert.ok((await apart()).every((pixels) => pixels < 1), String(await apart()));
      await host.evaluate(() => {
        document.querySelector(".path").style.height = "300px";
        window.scrollTo(0, 500);
      });
      await host.page.setViewport({ width: 800, height: 700 });
      await host.settle(300);
      assert.ok((await apart()).every((pixels) => pixels < 1), String(await apart()));
      await host.close();
    });

    test("the page changes its article: it is read again", async () => {
      const host = await open("/");
      await host.evaluate(() => {
        Array.from(document.querySelectorAll("tr")).find((tr) => tr.textContent.includes("本机关不掌握")).lastElementChild.textContent = "12";
      });
      await host.frame.waitForFunction(() => document.querySelector("gouji-checker").report.findings.length === 0);
      assert.match(await host.line(), /^全部相符/);
      assert.deepEqual(await host.highlighted(), {});
      await host.close();
    });

    test("several on one page, each with its own text and verdict", async () => {
      const host = await open("/two");
      assert.equal(await host.line("#one"), "发现 1 处错误");
      assert.match(await host.line("#two"), /^全部相符/);
      assert.equal(await host.inside((one) => one.text, "#box"), "甲");
      await host.inside((one, text) => one.check(text), "#box", reportText());
      await host.settle();
      assert.equal(await host.line("#box"), "发现 1 处错误");
      assert.match(await host.line("#two"), /^全部相符/);
      // Long texts go to threads of their own: neither ends the other's.
      const long = `${reportText()}\n`.repeat(12);
      await host.evaluate((long) => {
        document.querySelector("#box").check(long);
        globalThis.other = document.createElement("gouji-checker");
        document.body.append(globalThis.other);
        globalThis.other.check(`${long}\n`);
      }, long);
      await host.frame.waitForFunction(() => document.querySelector("#box").report && globalThis.other.report);
      await host.close();
    });

    test("attributes, properties, methods and the event", async () => {
      const host = await open("/box");
      const heard = await host.inside(async (one, text) => {
        const heard = [];
        document.addEventListener("gouji-report", (event) => heard.push([event.target.id, event.detail.findings.length]));
        one.check(text);
        await one.updateComplete;
        const root = one.shadowRoot;
        heard.push(one.report.findings.length, one.text === text, root.querySelector(".verdict .line").textContent);
        one.setAttribute("language", "en");
        await one.updateComplete;
        heard.push(root.querySelector(".verdict .line").textContent);
        one.language = "fr";
        one.setAttribute("language", "fr");
        await one.updateComplete;
        heard.push(root.querySelector(".verdict .line").textContent);
        const ground = () => getComputedStyle(root.querySelector(".paper")).backgroundColor;
        const light = ground();
        one.setAttribute("theme", "dark");
        heard.push(light !== ground());
        one.style.setProperty("--gouji-paper", "rgb(1, 2, 3)");
        heard.push(ground());
        one.setAttribute("collapsed", "");
        await one.updateComplete;
        heard.push(root.querySelectorAll("textarea, .verdict").length);
        root.querySelector("button").click();
        await one.updateComplete;
        heard.push(one.hasAttribute("collapsed"), root.querySelectorAll(".verdict").length);
        one.clear();
        await one.updateComplete;
        heard.push(one.report, one.text);
        return heard;
      }, "#box", reportText());
      assert.deepEqual(heard, [["box", 1], 1, true, "发现 1 处错误", "1 error found", "发现 1 处错误", true, "rgb(1, 2, 3)", 0, false, 1, null, ""]);
      await host.close();
    });

    test("the page that shows both ways to embed it", { skip: noCli }, async () => {
      const host = await open("/embed.html");
      const { text, report } = await host.report();
      assert.deepEqual(report, native(text));
      assert.equal(await host.line(), "发现 1 处错误");
      const [integrity] = /sha384-[\w+/=]+/.exec(await host.evaluate(() => document.querySelector("pre").textContent));
      assert.equal(integrity, `sha384-${createHash("sha384").update(script).digest("base64")}`);
      for (const width of [1280, 390]) {
        await host.page.setViewport({ width, height: 800 });
        await host.settle();
        assert.ok(await host.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `all in ${width} pixels`);
      }
      await host.close();
    });

    test("no article, or one that is no report: it says so", async () => {
      let host = await open("/none");
      assert.match(await host.inside((one) => one.shadowRoot.textContent), /没有找到要核对的内容（#nowhere）/);
      await host.close();
      host = await open("/news");
      assert.equal(await host.line(), "这里没有可核对的年度报告内容");
      await host.close();
    });

    test("added and removed a hundred times, nothing is left", async (t) => {
      const host = await open("/late", { ready: false, prepare: counting });
      await host.evaluate((address) => {
        const element = document.createElement("script");
        element.src = address;
        document.head.append(element);
        return new Promise((resolve) => (element.onload = resolve));
      }, `${server.address}/gouji-widget.js`);
      await host.ready();
      const long = `${reportText()}\n`.repeat(10); // goes to a worker
      const rounds = (count) => host.evaluate(async (count, long) => {
        const box = document.createElement("gouji-checker");
        const inPlace = document.querySelector("gouji-checker") ?? globalThis.kept;
        globalThis.kept = inPlace;
        for (let i = 0; i < count; i++) {
          document.querySelector("#zoom").before(inPlace);
          document.body.append(box);
          const fresh = document.createElement("gouji-checker");
          fresh.setAttribute("for", "#zoom");
          document.body.append(fresh);
          await fresh.updateComplete;
          await new Promise((resolve) => setTimeout(resolve));
          if (i % 20 === 0) {
            box.check(`${long}${i}`);
            while (!box.report) await new Promise((resolve) => setTimeout(resolve, 10));
          }
          inPlace.walk(1);
          await inPlace.updateComplete;
          for (const one of [inPlace, box, fresh]) one.remove();
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { ...globalThis.counts(), highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length };
      }, count, long);
      const heap = async () => {
        if (name !== "chromium") return 0; // Firefox does not tell
        const session = await host.page.createCDPSession();
        await session.send("HeapProfiler.collectGarbage");
        const { usedSize } = await session.send("Runtime.getHeapUsage");
        await session.detach();
        return usedSize;
      };
      const first = await rounds(10);
      const before = await heap();
      const last = await rounds(100);
      const grown = (await heap()) - before;
      t.diagnostic(`${name}: listeners ${first.listeners} then ${last.listeners}, workers ${last.workers}${name === "chromium" ? `, heap grown by ${Math.round(grown / 1024)} kB in a hundred rounds` : ""}`);
      assert.deepEqual(last, { ...first, workers: 0, highlights: 0, sheets: 0 });
      assert.equal(last.listeners, 0);
      assert.ok(grown < 1_000_000, `${grown} bytes`);
      await host.close();
    });

    test("it is ready soon", async (t) => {
      const times = [];
      for (let i = 0; i < 3; i++) {
        const host = await open("/late", { ready: false });
        times.push(await host.evaluate(async (source) => {
          const element = document.createElement("script");
          element.textContent = source;
          const start = performance.now();
          const reported = new Promise((resolve) => document.addEventListener("gouji-report", () => resolve(performance.now() - start)));
          document.head.append(element);
          const ran = performance.now() - start;
          return [ran, await reported];
        }, script));
        await host.close();
      }
      const [ran, reported] = times.sort((a, b) => a[1] - b[1])[1];
      t.diagnostic(`${name}: script run in ${Math.round(ran)} ms, verdict on the page's article ${Math.round(reported)} ms after the script began`);
      assert.ok(reported < 3000);
    });
  });
}

/** The article's words, for what was read must be all of them. */
async function plainText(host) {
  const { text } = await host.report();
  const bare = (words) => words.replace(/\s+/g, "");
  const words = await host.evaluate(() => document.querySelector("#zoom").textContent);
  assert.equal(bare(text), bare(words));
  return text;
}

/** In the page: all that a guest could change. */
function snapshots() {
  globalThis.snapshot = () => ({
    words: document.documentElement.textContent,
    tree: document.documentElement.outerHTML,
    names: [...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(Symbol)].filter((name) => !/^__|^puppeteer/.test(name)).sort(), // the driver leaves some
    looks: Array.from(document.querySelectorAll("p, td, div"), (element) => {
      const { color, font, margin, width } = getComputedStyle(element);
      return [color, font, margin, width].join();
    }),
  });
}

/** Before the page: counts what is listened to on things that outlive an element, and the threads that run. */
function counting() {
  const live = new Map();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const key = (type, listener, options) => `${type} ${typeof options === "object" ? Boolean(options?.capture) : Boolean(options)}`;
  const outlives = (target) => target === window || target === document || target === document.body || target instanceof MediaQueryList || (target instanceof Element && target.isConnected && target.localName !== "gouji-checker" && target.localName !== "script" && target.getRootNode() === document);
  const of = (target) => live.get(target) ?? live.set(target, new Map()).get(target);
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (listener && outlives(this ?? window)) {
      const own = of(this ?? window);
      const set = own.get(key(type, listener, options)) ?? new Set();
      own.set(key(type, listener, options), set.add(listener));
    }
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    live.get(this ?? window)?.get(key(type, listener, options))?.delete(listener);
    return removeEventListener.call(this, type, listener, options);
  };
  let workers = 0;
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      workers++;
    }
    terminate() {
      if (!this.ended) workers--;
      this.ended = true;
      super.terminate();
    }
  };
  globalThis.counts = () => ({
    workers,
    listeners: Array.from(live.values(), (own) => Array.from(own.values(), (set) => set.size)).flat().reduce((sum, size) => sum + size, 0),
  });
}
