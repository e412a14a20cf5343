import assert from "node:assert/strict";
import { asHtml, escape } from "./html.mjs";

/** The checker's page as a person uses it: what they press, and what they read. */
export class Page {
  static async open(browser, name, address, { without = "", prepare = [] } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const self = Object.assign(new Page(), { browser, name, page, requests: [], errors: [] });
    page.on("pageerror", (error) => self.errors.push(String(error)));
    await page.evaluateOnNewDocument((without) => {
      if (without) delete globalThis[without];
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => globalThis.violations.push(event.violatedDirective));
    }, without);
    for (const one of [prepare].flat()) await page.evaluateOnNewDocument(one);
    await page.goto(address);
    await self.ready();
    page.on("request", (request) => self.requests.push(request.url()));
    return self;
  }

  ready() {
    return this.page.waitForFunction(() => {
      const checker = document.querySelector("gouji-checker");
      return checker.version || (checker.shadowRoot && checker.shadowRoot.querySelector(".failure"));
    }, { polling: 20 });
  }

  // ---- what a person does

  /** Copies from another tab: `text` from a text area, or the tables of a text from a page of merged cells. */
  async copyFrom({ text, tablesOf }) {
    const source = await this.browser.newPage();
    const body = text === undefined ? `<body contenteditable>${asHtml(tablesOf)}` : `<textarea>${escape(text)}</textarea>`;
    await source.setContent(`<!doctype html><meta charset="utf-8">${body}`);
    await source.bringToFront();
    await source.evaluate(() => (document.querySelector("textarea") ?? document.body).focus());
    await this.chord("a", source);
    await this.chord("c", source);
    await source.close();
    await this.page.bringToFront();
  }

  /** Ctrl and a key. Chromium's driver does not turn the keys into their commands by itself. */
  async chord(key, page = this.page) {
    const commands = { a: "SelectAll", c: "Copy", v: "Paste", z: "Undo" };
    const event = { c: "copy", v: "paste" }[key];
    if (event) await page.evaluate((event) => { globalThis.came = new Promise((resolve) => addEventListener(event, resolve, { once: true, capture: true })); }, event);
    await page.keyboard.down("Control");
    await page.keyboard.press(key, this.name === "chromium" ? { commands: [commands[key]] } : {});
    await page.keyboard.up("Control");
    if (event) await page.evaluate(() => globalThis.came.then(() => {})); // of a long text, on a busy machine, it comes late
    await this.settle();
  }

  /** With the focus nowhere in particular. */
  async paste() {
    await this.page.mouse.click(640, 30);
    await this.chord("v");
  }

  async press(label) {
    await this.inside((root, label) => {
      Array.from(root.querySelectorAll("button")).find((button) => button.textContent.trim() === label).click();
    }, label);
    await this.settle();
  }
  /** Presses a button as soon as it is on the page, however short it will be there; what comes back waits for that. */
  async pressOnceThere(label) {
    await this.inside((root, label) => {
      globalThis.pressed = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const button = Array.from(root.querySelectorAll("button")).find((one) => one.textContent.trim() === label);
          if (!button) return;
          observer.disconnect();
          button.click();
          resolve(true);
        });
        observer.observe(root, { subtree: true, childList: true, characterData: true });
      });
    }, label);
    return () => this.page.evaluate(() => globalThis.pressed);
  }
  showText() { return this.press("原文"); }
  showPaper() { return this.press("版面"); }

  /** A button by how its words begin, in a part of the page. */
  async pressIn(part, label) {
    await this.inside((root, part, label) => {
      const inside = Array.from(root.querySelectorAll(`${part} button`));
      const button = inside.find((one) => one.textContent.trim().startsWith(label));
      if (!button) throw new Error(`no button ${label} in ${part}: ${inside.map((one) => one.textContent.trim())}`);
      button.click();
    }, part, label);
    await this.settle();
  }

  async click(selector, index = 0) {
    const found = await this.page.$$(`gouji-checker >>> ${selector}`);
    await found[index].click();
    await this.settle();
  }

  /** Presses the last of the keys while the others are held. */
  async key(...names) {
    const last = names.pop();
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(last);
    for (const name of names) await this.page.keyboard.up(name);
    await this.settle();
  }

  /** Presses Tab until what has the keyboard begins so. */
  async tabTo(words, keys = ["Tab"]) {
    for (let i = 0; i < 60; i++) {
      await this.key(...keys);
      if (((await this.focused()) ?? "").startsWith(words)) return;
    }
    assert.fail(`Tab does not come to ${words}`);
  }

  async focusOn(selector) {
    await this.inside((root, selector) => root.querySelector(selector).focus(), selector);
  }

  /** A text area of another program, to paste into. */
  focusArea() {
    return this.page.evaluate(() => {
      const area = document.createElement("textarea");
      document.body.append(area);
      area.focus();
    });
  }

  async focusText() {
    await this.inside((root) => {
      const area = root.querySelector("textarea");
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
    });
  }

  async type(text) {
    await this.page.keyboard.type(text);
    await this.settle();
  }

  /** Selects what differs and types over it, key by key. */
  async replace(before, after) {
    let head = 0;
    while (before[head] === after[head]) head++;
    let tail = 0;
    while (before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    await this.inside((root, before, head, tail) => {
      const area = root.querySelector("textarea");
      const at = area.value.indexOf(before);
      if (at < 0 || area.value.includes(before, at + 1)) throw new Error(`not once in the text: ${before}`);
      area.focus();
      area.setSelectionRange(at + head, at + before.length - tail);
    }, before, head, tail);
    await this.type(after.slice(head, after.length - tail));
  }

  async set(text) {
    await this.inside((root, text) => root.host.check(text), text);
    await this.settle();
  }

  choose(file) { return this.chooseIn(".toolbar", file); }
  async chooseIn(part, file) {
    const input = await this.page.$(`gouji-checker >>> ${part} input[type=file]`);
    await this.answer(() => input.uploadFile(file));
  }

  /** Synthetic drops and pastes of files: no driver can drag a file from outside the browser, or copy one. */
  async drop(files, data) {
    await this.transfer("drop", files, data);
  }
  async pasteData(files, data) {
    await this.transfer("paste", files, data);
  }
  async transfer(kind, files = {}, data = {}) {
    const contents = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
    await this.answer(() => this.inside((root, kind, contents, data) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
      for (const [name, content] of contents) {
        transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
      }
      // Firefox takes no data in the constructor of a paste.
      const event = new Event(kind, { bubbles: true, cancelable: true });
      Object.defineProperty(event, kind === "drop" ? "dataTransfer" : "clipboardData", { value: transfer });
      document.body.dispatchEvent(event);
    }, kind, contents, data));
  }

  /** A synthetic composition: no driver has an input method. */
  compose(syllables) {
    return this.inside(async (root, syllables) => {
      const area = root.querySelector("textarea");
      area.focus();
      area.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      for (const letter of syllables) {
        area.value += letter;
        area.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true, data: letter }));
      }
      const during = root.host.text;
      area.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: syllables }));
      return { during, after: root.host.text };
    }, syllables);
  }

  /** Of a table, by the ids of its place: presses the cell. */
  cell(row, column) { return this.click(`[data-at="0/requests/${row}/${column}"]`); }

  // ---- what a person sees

  inside(look, ...args) {
    return this.page.evaluate(
      `(${look})(document.querySelector("gouji-checker").shadowRoot, ${args.map((arg) => JSON.stringify(arg)).join(",")})`,
    );
  }
  /** What was done is on the page: of a long text, on a busy machine, that comes late. */
  async settle(milliseconds = 50) {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.page.evaluate(() => Promise.all(Array.from(document.querySelectorAll("gouji-checker"), (one) => one.updateComplete)).then(() => {}));
  }
  /** Does something that the page answers in its own time, as the reading of a file, and waits until it has changed and rests. */
  async answer(act) {
    await this.inside((root) => {
      const watch = (globalThis.watch = { changed: 0 });
      watch.observer = new MutationObserver(() => { watch.changed = performance.now(); });
      watch.observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await act();
    await this.page.waitForFunction(() => globalThis.watch.changed && performance.now() - globalThis.watch.changed > 80, { polling: 20 });
    await this.page.evaluate(() => globalThis.watch.observer.disconnect());
  }
  /** Until something is on the page. */
  wait(selector) {
    return this.page.waitForFunction((selector) => document.querySelector("gouji-checker").shadowRoot.querySelector(selector), { polling: 20 }, selector);
  }
  /** Watches the page from now on; what comes back tells the longest time, in ms, for which it did nothing else. */
  async longestPause() {
    await this.page.evaluate(() => {
      let last = performance.now();
      globalThis.pause = 0;
      setInterval(() => {
        const now = performance.now();
        globalThis.pause = Math.max(globalThis.pause, now - last);
        last = now;
      }, 5);
    });
    return () => this.page.evaluate(() => globalThis.pause);
  }
  text() { return this.inside((root) => root.host.text); }
  textOf(selector) { return this.inside((root, selector) => root.querySelector(selector).textContent.trim(), selector); }
  verdict() { return this.textOf(".verdict .line"); }
  notice() { return this.textOf(".notice"); }
  marks() { return this.inside((root) => Array.from(root.querySelectorAll(".report .mark"), (mark) => mark.textContent)); }
  cellOf(figure) {
    return this.inside((root, figure) => {
      const mark = Array.from(root.querySelectorAll("td .mark")).find((one) => one.textContent === figure);
      return mark.closest("td").innerText.trim().split(/\s*\n\s*/).join(" ");
    }, figure);
  }
  lit() {
    return this.inside((root) => ({
      mark: root.querySelector(".mark.lit")?.textContent ?? null,
      expanded: root.querySelectorAll(".finding[aria-expanded=true] + .card").length,
      related: root.querySelector("mark.related") !== null,
    }));
  }
  /** What is lit because it was pressed in the list of what was checked. */
  pointed() { return this.inside((root) => Array.from(root.querySelectorAll(".report mark.pointed"), (one) => one.textContent.replace(/（.*$/, ""))); }
  /** Of the checks under the heading that begins so: how they came out, and what stands in the line that failed. */
  async statements(heading) {
    await this.unfold(".checks");
    return this.inside((root, heading) => {
      const group = Array.from(root.querySelectorAll(".checks details")).find((one) => one.innerText.trim().startsWith(heading));
      const [, status] = group.querySelectorAll("summary span");
      const failed = group.querySelectorAll("tr.failed th button, tr.failed th small, tr.failed td");
      return { status: status.textContent, failed: Array.from(failed, (one) => one.textContent.trim()) };
    }, heading);
  }
  texts(selector) { return this.inside((root, selector) => Array.from(root.querySelectorAll(selector), (one) => one.innerText.trim().replace(/\s+/g, " ")), selector); }
  /** What has the keyboard: its words, or its name. */
  focused() {
    return this.inside((root) => {
      const one = root.activeElement;
      return one && (one.getAttribute("aria-label") || one.textContent.trim().replace(/\s+/g, " "));
    });
  }
  changes() { return this.texts(".changes li .words span"); }
  async unfold(part) {
    await this.inside((root, part) => root.querySelectorAll(`${part} details`).forEach((one) => (one.open = true)), part);
    await this.settle();
  }
  inSight(selector) {
    return this.inside((root, selector) => {
      const { top, bottom, left, right } = root.querySelector(selector).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
    }, selector);
  }

  /** What was found in a text, or checked in its sentences, and cannot be seen on the page as printed. */
  unseen(text) {
    return this.inside(async (root, text) => {
      const { host } = root;
      host.check(text);
      await host.updateComplete;
      const seen = (selector) => Array.from(root.querySelectorAll(selector)).some((one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 2 && height > 2;
      });
      const missing = [];
      for (const { id, rule, message } of host.report?.findings ?? []) {
        if (!seen(`.paper [data-findings~="${id}"]`)) missing.push(`no mark: ${rule}: ${message.zh}`);
        if (!seen(`[data-item="${id}"]`)) missing.push(`no card: ${rule}: ${message.zh}`);
      }
      for (const details of root.querySelectorAll(".checks details, .unread details")) details.open = true;
      await new Promise((resolve) => setTimeout(resolve)); // the event that tells of it
      await host.updateComplete;
      for (const button of root.querySelectorAll(".checks button, .unread button")) {
        button.click();
        await host.updateComplete;
        if (!seen(".paper .pointed")) missing.push(`cannot be shown: ${button.textContent.trim()}`);
      }
      return missing;
    }, text);
  }

  /** Nothing was asked of any server, nothing was forbidden by the policy, nothing went wrong. */
  async quiet() {
    assert.deepEqual(this.requests.filter((url) => !/^(data|blob):/.test(url)), []);
    assert.deepEqual(await this.page.evaluate(() => globalThis.violations), []);
    assert.deepEqual(this.errors, []);
    await this.page.close();
  }
}
