// The package in an empty project of its own: packed, installed without a network, used, type-checked.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { native, noNative } from "./support/native.mjs";
import { browsers, fromWeb, inRoot, launch, reportText } from "./support/tools.mjs";

const project = mkdtempSync(join(tmpdir(), "gouji-npm-"));
after(() => rmSync(project, { recursive: true }));

function run(command, args, options = {}) {
  const { stdout, stderr, status } = spawnSync(command, args, { cwd: project, encoding: "utf8", maxBuffer: 1 << 28, ...options });
  assert.equal(status, 0, `${command} ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

before(() => {
  const cache = `--cache=${join(project, "cache")}`;
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", "--offline", cache, `--pack-destination=${project}`], { cwd: inRoot("web/dist/npm") }));
  assert.deepEqual(files.map(({ path }) => path).sort(), ["LICENSE", "README.md", "element.d.ts", "element.js", "index.d.ts", "index.js", "package.json", "report.d.ts"]);
  writeFileSync(join(project, "package.json"), '{"private": true, "type": "module"}');
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", cache, `./${filename}`]);
});

test("Node: a check gives the report of the core", () => {
  writeFileSync(join(project, "use.mjs"), `
    import { check, load } from "gouji";
    import { readFileSync } from "node:fs";
    const text = readFileSync(0, "utf8");
    const report = await check(text);
    const gouji = await load();
    if (gouji !== await load()) throw new Error("started twice");
    console.log(JSON.stringify({
      version: gouji.version === report.gouji,
      same: JSON.stringify(gouji.check(text)) === JSON.stringify(report),
      bytes: gouji.checkJson(Buffer.from(text)) === gouji.checkJson(text),
      found: report.findings.map(({ actual, expected, span }) => [actual, expected, text.slice(span.start, span.end)]),
      rules: gouji.rules().find(({ id }) => id === "sum-mismatch"),
    }));`);
  const { rules, ...said } = JSON.parse(run(process.execPath, ["use.mjs"], { input: reportText() }));
  assert.deepEqual(said, { version: true, same: true, bytes: true, found: [[21, 12, "21"]] });
  assert.deepEqual(Object.keys(rules), ["id", "severity", "title"]);
});

test("Node: the JSON is what the command line prints", { skip: noNative }, () => {
  writeFileSync(join(project, "json.mjs"), `
    import { load } from "gouji";
    import { readFileSync } from "node:fs";
    process.stdout.write((await load()).checkJson(readFileSync(0)));`);
  assert.ok(run(process.execPath, ["json.mjs"], { input: reportText() }) === native(reportText()));
});

test("its types hold for those who use it, and refuse what is wrong", () => {
  const use = (name, code) => writeFileSync(join(project, name), code);
  use("right.ts", `
    import { check, load, type Checker, type Finding, type Report, type Rule } from "gouji";
    export async function fixes(text: string): Promise<string[]> {
      const report: Report = await check(text);
      const gouji: Checker = await load();
      const rules: Rule[] = gouji.rules();
      const again: Report = gouji.check(text);
      return again.findings.filter((one: Finding) => one.severity === "error").map((one) => one.message.zh + rules.length + report.checks.held);
    }`);
  use("wrong.ts", 'import { check } from "gouji";\nexport const held: number = check("x").checks.held;\n');
  const tsc = fromWeb.resolve("typescript/bin/tsc");
  for (const module of [["NodeNext", "NodeNext"], ["ESNext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--target", "ES2020", "--lib", "ES2020,DOM", "--module", module[0], "--moduleResolution", module[1]];
    run(process.execPath, [tsc, ...options, "right.ts"]);
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "wrong.ts"], { cwd: project, encoding: "utf8" });
    assert.notEqual(status, 0);
    assert.match(stdout, /Property 'checks' does not exist on type 'Promise<Report>'/);
  }
});

for (const name of browsers) {
  test(`${name}: the same module, imported by a page`, async () => {
    const server = createServer(({ url }, response) => {
      const [type, body] = url.endsWith(".js") ? ["text/javascript", readFileSync(join(project, "node_modules/gouji", url))] : ["text/html", "<!doctype html><title>-</title>"];
      response.writeHead(200, { "content-type": type }).end(body);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await launch(name);
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const found = await page.evaluate(async (text) => {
      const { check } = await import("/index.js");
      return (await check(text)).findings.map(({ actual, expected }) => [actual, expected]);
    }, reportText());
    assert.deepEqual(found, [[21, 12]]);

    const element = await page.evaluate(async (text) => {
      await import("/element.js");
      const checker = document.body.appendChild(document.createElement("gouji-checker"));
      const told = new Promise((resolve) => checker.addEventListener("gouji-report", resolve, { once: true }));
      checker.check(text);
      await told;
      return checker.report.findings.map(({ actual, expected }) => [actual, expected]);
    }, reportText());
    assert.deepEqual(element, [[21, 12]]);
    await browser.close();
    server.close();
  });
}
