// Firefox's own "save page as". The drivers of pages cannot press it; Marionette, which speaks to the browser's own window,
// runs the very function of the menu, and only the dialog that asks where to is answered for it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The kinds as the dialog lists them. */
export const kinds = { complete: 0, html: 1 };

export class SavingFirefox {
  static async start() {
    const self = Object.assign(new SavingFirefox(), { waiting: new Map(), rest: Buffer.alloc(0), count: 0 });
    self.profile = mkdtempSync(join(tmpdir(), "gouji-firefox-"));
    writeFileSync(join(self.profile, "user.js"), 'user_pref("marionette.port", 0);\nuser_pref("browser.shell.checkDefaultBrowser", false);\n');
    const options = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", self.profile, "about:blank"];
    self.process = spawn("/usr/bin/firefox-esr", options, { stdio: "ignore" });
    const port = join(self.profile, "MarionetteActivePort");
    await until(() => existsSync(port) && readFileSync(port, "utf8"));
    self.socket = connect(Number(readFileSync(port, "utf8")), "127.0.0.1");
    self.socket.on("data", (data) => self.receive(data));
    await self.send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
    return self;
  }

  /** Opens a page, runs `script` in it, saves it as a file, and gives what was saved. */
  async save({ address, script = "", file, kind }) {
    await this.send("Marionette:SetContext", { value: "content" });
    await this.send("WebDriver:Navigate", { url: address });
    await until(() => this.run("return !!document.querySelector('gouji-checker').version"));
    if (script) await this.run(script);
    await this.send("Marionette:SetContext", { value: "chrome" });
    await this.run(
      `const [path, kind] = arguments;
      const window = Services.wm.getMostRecentWindow("navigator:browser");
      const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
      file.initWithPath(path);
      window.makeFilePicker = () => ({
        init() {}, appendFilter() {}, appendFilters() {},
        file,
        get filterIndex() { return kind; },
        set filterIndex(remembered) {},
        open(answer) { answer(Ci.nsIFilePicker.returnOK); },
      });
      window.saveBrowser(window.gBrowser.selectedBrowser);`,
      file, kind,
    );
    return until(() => {
      const saved = existsSync(file) ? readFileSync(file, "utf8") : "";
      return /<\/html>\s*$/.test(saved) && saved;
    });
  }

  async run(script, ...args) {
    return (await this.send("WebDriver:ExecuteScript", { script, args })).value;
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    await this.send("Marionette:Quit", { flags: ["eForceQuit"] });
    await ended;
    this.socket.destroy();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** Each message is its length, a colon, and JSON: [0, id, command, parameters], answered by [1, id, error, result]. */
  send(command, parameters = {}) {
    return new Promise((resolve, reject) => {
      const message = JSON.stringify([0, ++this.count, command, parameters]);
      this.waiting.set(this.count, { resolve, reject });
      this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  receive(data) {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const colon = this.rest.indexOf(":");
      const end = colon + 1 + Number(this.rest.subarray(0, colon));
      if (colon < 0 || this.rest.length < end) return;
      const message = JSON.parse(this.rest.subarray(colon + 1, end));
      this.rest = this.rest.subarray(end);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, result] = message;
      const { resolve, reject } = this.waiting.get(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result);
    }
  }
}

/** Waits for what `look` gives to be something. */
async function until(look, seconds = 30) {
  for (let i = 0; i < seconds * 10; i++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not within ${seconds} seconds: ${look}`);
}
