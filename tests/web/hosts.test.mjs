// The widget on every kind of host: what its policy forbids, where the core then runs, and that the verdict is the same; or
// that one plain sentence stands there.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { gb18030 } from "./support/gb18030.mjs";
import { Host, native, noCli, portal, serveHost } from "./support/portal.mjs";
import { browsers, inRoot, launch, reportText } from "./support/tools.mjs";

const noFallback = existsSync(inRoot("web/dist/gouji-widget-nowasm.js")) ? false : "gouji-widget-nowasm.js is not built";
const policy = (...directives) => ({ "content-security-policy": directives.join("; ") });
const self = "default-src 'self'";
const plain = portal({ style: "" }).replace(/<style>[^]*?<\/style>/, "");
const widget = "/gouji-widget.js";
const fallback = "/gouji-widget-nowasm.js";

/** What a host is like: the headers of its page and of its scripts, and which files may be asked for; `says` where it cannot run, `saysUnless` the browser is one that does not know the policy. */
const hosts = {
  "no policy": { page: portal(), asks: [widget] },
  "default-src 'self': a worker from the script's own file": { page: plain, headers: policy(self), asks: [widget, widget] },
  "default-src 'self', on the script too: the core as JavaScript": {
    page: plain, headers: policy(self), scripts: policy(self), asks: [widget, widget, fallback], needs: noFallback,
  },
  "the same without the second file": { page: plain, headers: policy(self), scripts: policy(self), missing: true, says: true },
  "'wasm-unsafe-eval'": { page: plain, headers: policy(self, "script-src 'self' 'wasm-unsafe-eval'"), asks: [widget] },
  "'wasm-unsafe-eval' and worker-src blob:": { page: plain, headers: policy(self, "script-src 'self' 'wasm-unsafe-eval'", "worker-src blob:"), asks: [widget] },
  "a nonce on the script": {
    page: plain.replace("<script ", '<script nonce="abc" '), headers: policy("default-src 'none'", "script-src 'nonce-abc' 'wasm-unsafe-eval'"), asks: [widget],
  },
  "Trusted Types": { page: portal(), headers: policy("require-trusted-types-for 'script'"), asks: [widget] },
  "Trusted Types, our policy named": { page: portal(), headers: policy("require-trusted-types-for 'script'", "trusted-types gouji"), asks: [widget] },
  "Trusted Types, no policy allowed": { page: portal(), headers: policy("require-trusted-types-for 'script'", "trusted-types 'none'"), saysUnless: () => typeof trustedTypes === "undefined" },
  "Trusted Types and default-src 'self'": { page: plain, headers: policy(self, "require-trusted-types-for 'script'"), asks: [widget, widget] },
  "a page in GBK": {
    page: Buffer.from(gb18030(portal({ charset: "gbk" }))), headers: { "content-type": "text/html; charset=gbk" }, asks: [widget],
  },
  "no doctype": { page: portal({ doctype: "" }), asks: [widget] },
  "no WebAssembly": { page: portal(), prepare: () => delete globalThis.WebAssembly, asks: [widget, fallback], needs: noFallback },
  "no WebAssembly, no second file": { page: portal(), prepare: () => delete globalThis.WebAssembly, missing: true, says: true },
};

for (const name of browsers) {
  describe(name, () => {
    let browser;
    before(async () => (browser = await launch(name)));
    after(() => browser.close());

    for (const [what, { page, headers = {}, scripts = {}, asks, missing, prepare, needs = false, ...expected }] of Object.entries(hosts)) {
      test(what, { skip: noCli || needs }, async () => {
        const script = { headers: { "content-type": "text/javascript", ...scripts } };
        const server = await serveHost({ "/": { body: page, headers } }, { [widget]: script, [fallback]: missing ? { body: null } : script });
        const host = await Host.open(browser, `${server.address}/`, prepare ? { prepare } : {});
        const says = expected.says || expected.saysUnless && await host.evaluate(expected.saysUnless) === false;
        if (says) {
          const words = await host.inside((one) => one.shadowRoot.textContent.trim());
          assert.match(words, /^此浏览器或本网站的安全设置不允许核对程序运行.*This browser, or the security settings/);
          assert.equal(await host.inside((one) => one.shadowRoot.querySelectorAll("button, textarea").length), 0, "one sentence, and nothing else");
        } else {
          const { text, report } = await host.report();
          assert.deepEqual(report, native(text));
          assert.equal(await host.line(), "发现 1 处错误");
          if (asks) assert.deepEqual(server.asked.filter((url) => url.endsWith(".js")), asks);
        }
        await host.close();
        server.close();
      });
    }

    test("a sandboxed frame, without storage", { skip: noCli }, async () => {
      const server = await serveHost({
        "/": '<!doctype html><iframe sandbox="allow-scripts" src="/inside" style="width:1000px;height:600px"></iframe>',
        "/inside": portal({ after: '<gouji-checker id="box"></gouji-checker>' }),
      });
      const host = await Host.open(browser, `${server.address}/`, { ready: false });
      host.frame = await (await host.page.waitForSelector("iframe")).contentFrame();
      await host.ready();
      assert.equal(await host.evaluate(() => {
        try {
          return String(window.sessionStorage);
        } catch {
          return "none";
        }
      }), "none");
      const { text, report } = await host.report();
      assert.deepEqual(report, native(text));
      await host.inside((one, text) => one.check(text), "#box", reportText());
      await host.settle(200);
      assert.equal(await host.line("#box"), "发现 1 处错误");
      await host.close();
      server.close();
    });
  });
}
