// All that is found can be seen: each finding has its card and a mark where it stands, and each sentence that was checked
// can be shown from the list of checks. Asked of the corpus and of every example of every rule's page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { after, before, describe, test } from "node:test";
import { Page } from "./support/page.mjs";
import { servePage } from "./support/server.mjs";
import { inRoot, launch, texts } from "./support/tools.mjs";

describe("chromium", () => {
  let browser, server, page;
  before(async () => {
    browser = await launch("chromium");
    server = await servePage();
    page = await Page.open(browser, "chromium", `${server.address}/`);
  });
  after(async () => {
    await page.quiet();
    await browser.close();
    server.close();
  });

  for (const file of texts(inRoot("tests/corpus"), inRoot("build/layouts"))) {
    if (!/corpus|rule-/.test(file)) continue;
    test(basename(file), async () => {
      const unseen = await page.unseen(readFileSync(file, "utf8"));
      assert.deepEqual(unseen, []);
    });
  }
});
