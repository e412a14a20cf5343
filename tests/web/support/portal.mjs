import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { asHtml } from "./html.mjs";
import { inRoot, reportText } from "./tools.mjs";

/** What the native program says of a text: the JSON as it prints it. */
const cli = inRoot("build/release/gouji");
export const noCli = existsSync(cli) ? false : "the native program is not built";
export function native(text) {
  const { stdout, status, stderr } = spawnSync(cli, ["check", "--format", "json", "-"], { input: text, maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, `exit ${status}: ${stderr}`);
  return JSON.parse(stdout.toString("utf8"));
}

/** A page as portals have them: a frame of its own around the article, tables with spans, and a style that minds nobody. */
export function portal({
  article = asHtml(reportText()), doctype = "<!doctype html>", head = "", before = '<gouji-checker for="#zoom"></gouji-checker>', after = "",
  script = '<script src="/gouji-widget.js"></script>', charset = "utf-8", style = "",
} = {}) {
  return `${doctype}<html lang="zh-CN"><head><meta charset="${charset}">${head}<title>望舒县人民政府</title><style>
html{font-size:100px}body{margin:0 auto;max-width:1000px;font:14px/2 serif;color:#333;letter-spacing:1px}
table{border-collapse:collapse;font-size:12px}td{border:1px solid #999;padding:4px}*{box-sizing:content-box}${style}</style>${script}</head>
<body><p class="path">首页 &gt; 政府信息公开 &gt; 年度报告</p>${before}<div id="zoom">${article}</div>${after}<p>打印　关闭</p></body></html>`;
}

/**
 * Serves pages and the built files, on this machine only. A page is its HTML (or bytes), or {body, headers};
 * `files` gives the headers of the built files, and what stands in their place.
 */
export async function serveHost(pages, files = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const page = pages[request.url];
    if (page !== undefined) {
      const { body, headers = {} } = typeof page === "string" || Buffer.isBuffer(page) ? { body: page } : page;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
      return;
    }
    const { body, headers = {} } = files[request.url] ?? {};
    const file = inRoot("web/dist", request.url.slice(1));
    const content = body !== undefined ? body : (/^\/[\w-]+\.(js|html)$/.test(request.url) && existsSync(file) ? readFileSync(file) : null);
    if (content === null) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": request.url.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8", ...headers }).end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { asked, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A host page in a tab, and the checkers on it. */
export class Host {
  static async open(browser, address, { ready = true, prepare } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const self = Object.assign(new Host(), { page, frame: page.mainFrame(), errors: [] });
    // Firefox tells here too what a policy has forbidden: what the widget tries before it does otherwise.
    page.on("pageerror", (error) => /Content-Security-Policy:/.test(String(error)) || self.errors.push(String(error)));
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(address);
    if (ready) await self.ready();
    return self;
  }

  /** Until each checker has a verdict, or says why not, or has nothing to check. */
  ready(frame = this.frame) {
    return frame.waitForFunction(() => {
      const all = Array.from(document.querySelectorAll("gouji-checker"));
      return all.length > 0 && all.every((one) => {
        const root = one.shadowRoot;
        if (!root) return false;
        if (root.querySelector(".failure") || !root.querySelector(".checker, .bar")) return root.textContent.trim() !== "";
        return one.version && (one.report || !(one.text || (one.for && root.querySelector(".said p") && !/没有找到|尚未/.test(root.textContent))));
      });
    }, { polling: 20 });
  }

  evaluate(look, ...args) {
    return this.frame.evaluate(look, ...args);
  }
  /** Runs in the page with a checker. */
  inside(look, selector = "gouji-checker", ...args) {
    return this.frame.evaluate(`(${look})(document.querySelector(${JSON.stringify(selector)}), ${args.map((arg) => JSON.stringify(arg)).join(",")})`);
  }
  report(selector) {
    return this.inside((one) => ({ text: one.text, report: one.report }), selector);
  }
  line(selector) {
    return this.inside((one) => one.shadowRoot.querySelector(".verdict .line, .line").textContent.trim(), selector);
  }
  settle(milliseconds = 60) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
  /** The words that the browser highlights, by look. */
  highlighted() {
    return this.evaluate(() => Object.fromEntries(
      Array.from(CSS.highlights, ([name, ranges]) => [name.replace("gouji-", ""), Array.from(ranges, String).sort()])));
  }
  async close() {
    assert.deepEqual(this.errors, []);
    await this.page.close();
  }
}
