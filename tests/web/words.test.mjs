// What the page says of a report, and how it lays marks over a text, without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled } from "./support/tools.mjs";

const { Marks, findingsOf, pieces, marksOf, toOpen } = await bundled("marks.ts");
const { verdict } = await bundled("conclusion.ts");
const { unclaimedWords, statementWords } = await bundled("words.ts");

const relation = (status) => ({ relation: "requests.balance", at: "total", status, left: 1, right: 1 });
const statement = (status) => ({ relation: "text.table", status, left: 1, right: 1, text: "1件", span: { start: 0, end: 2 } });
const report = (list, severities = []) => ({
  checks: { list },
  findings: severities.map((severity) => ({ severity, span: { start: 90, end: 91 } })),
});
const says = (list, severities, language = "zh", aside = () => []) => {
  const on = report(list, severities);
  const { tone, line, more } = verdict(on, language, aside(on));
  return more ? `${tone}: ${line}|${more}` : `${tone}: ${line}`;
};

test("the verdict tells relations of the tables from statements of the sentences", () => {
  const both = [relation("held"), relation("held"), statement("held")];
  assert.equal(says(both), "good: 全部相符：核对表内 2 条关系、正文 1 处，无矛盾");
  assert.equal(says(both, [], "en"), "good: Consistent: 2 relations and 1 statement checked, no contradiction");
  assert.equal(says([relation("held")]), "good: 全部相符：核对 1 条关系，无矛盾");
  assert.equal(says(both, ["advice"]), "good: 全部相符：核对表内 2 条关系、正文 1 处，无矛盾|有 1 条提示。");
  assert.equal(says([...both, relation("unreadable"), statement("unreadable")]), "unreadable: 读出的都相符，表内 1 条关系、正文 1 处未能核对");
});

test("errors come first, and what the line does not tell stands behind it", () => {
  const failed = [relation("held"), relation("failed"), statement("failed")];
  assert.equal(says(failed, ["error", "warning", "advice", "advice"]), "error: 发现 1 处错误|另有 1 处存疑、2 条提示。");
  assert.equal(says(failed, ["error", "warning", "advice"], "en"), "error: 1 error found|1 warning, 1 piece of advice.");
  assert.equal(says(failed), "error: 表内 1 条关系、正文 1 处不符");
});

test("a sentence that disagrees without being certainly wrong is no error", () => {
  const doubtful = [relation("held"), statement("failed")];
  assert.equal(says(doubtful, ["warning", "advice"]), "warning: 有 1 处存疑，无确定的错误|另有 1 条提示。");
  assert.equal(says(doubtful, ["advice"]), "warning: 正文 1 处不符，但不能断定有错|有 1 条提示。");
  assert.equal(says([...doubtful, relation("unreadable")], ["warning"]), "unreadable: 正文 1 处不符，1 条关系未能核对|有 1 处存疑。");
});

test("without a table nothing is called consistent", () => {
  assert.equal(says([]), "unreadable: 没有可核对的内容|没有认出年度报告的统计表。请确认粘贴的是报告全文，且包含表格。");
  assert.equal(says([statement("held")]), "unreadable: 没有认出年度报告的统计表|正文 1 处相互核对相符。请确认粘贴的是报告全文，且包含表格。");
  assert.match(says([statement("held")], ["warning"], "en"), /^unreadable: No table .*1 statement of the text held\. .*1 warning\.$/);
});

test("what was set aside is not counted, but is never called consistent", () => {
  const failed = [relation("held"), { ...relation("failed"), at: "other" }];
  const ofThat = (all) => all.findings.filter(({ severity }) => severity === "error").map((one) => Object.assign(one, { relations: ["requests.balance@other"] }));
  assert.equal(says(failed, ["error"], "zh", ofThat), "aside: 除已忽略的外都相符：核对 1 条关系|已忽略 1 处。");
  assert.equal(says(failed, ["error", "warning"], "zh", ofThat), "warning: 有 1 处存疑，无确定的错误|已忽略 1 处。");
  assert.equal(says([...failed, relation("failed")], ["error"], "zh", ofThat), "error: 1 条关系不符|已忽略 1 处。");
  const advice = (all) => all.findings;
  assert.equal(says([relation("held")], ["advice"], "en", advice), "good: Consistent: 1 relation checked, no contradiction|1 ignored.");
});

test("every kind of check of sentences, also one to come, and every reason for silence have words", () => {
  for (const kind of ["table", "parts", "share", "shares", "change", "distribution", "something-new"]) {
    for (const language of ["zh", "en"]) {
      const { title, right } = statementWords(`text.${kind}`, language);
      assert.ok(title && right, kind);
    }
  }
  for (const why of ["words", "year", "body", "change", "part", "absent"]) assert.ok(unclaimedWords[why].zh && unclaimedWords[why].en, why);
});

// ---- marks

const finding = (id, start, end, severity = "error") => ({ id, severity, span: { start, end } });
const cut = (text, findings, { selected = null, pointed = [] } = {}) =>
  pieces({ start: 0, end: text.length }, marksOf({ findings, selected, pointed, changed: [] }), selected)
    .map(({ start, end, marks }) => `${text.slice(start, end)}:${marks.map((one) => one.finding?.id ?? one.role).join("+")}`)
    .join(" ");

test("marks cut a text without gap or overlap", () => {
  assert.equal(cut("受理26件", []), "受理26件:");
  assert.equal(cut("受理26件，答复25件", [finding("a", 2, 4), finding("b", 8, 10)]), "受理: 26:a 件，答复: 25:b 件:");
});

test("the narrower lies on top, and none hides another", () => {
  const sentence = finding("s", 0, 5);
  assert.equal(cut("受理26件", [sentence, finding("a", 2, 4, "advice")]), "受理:s 26:a+s 件:s");
  assert.equal(cut("受理26件", [sentence], { pointed: [{ start: 2, end: 4 }] }), "受理:s 26:pointed+s 件:s");
  assert.equal(cut("受理26件", [finding("a", 2, 4, "advice"), finding("b", 2, 4)]), "受理: 26:b+a 件:");
});

test("a press goes round the findings of one place", () => {
  const [a, b] = [finding("a", 2, 4), finding("b", 2, 4, "advice")];
  const here = findingsOf(pieces({ start: 2, end: 4 }, marksOf({ findings: [a, b], selected: null, pointed: [], changed: [] }), null)[0].marks);
  assert.equal(toOpen(here, null), a);
  assert.equal(toOpen(here, a), b);
  assert.equal(toOpen(here, b), a);
});

test("each line finds its own marks among many", () => {
  const many = Array.from({ length: 200 }, (_, i) => finding(`${i}`, i * 5, i * 5 + (i % 3)));
  const long = finding("long", 3, 700);
  const all = marksOf({ findings: [long, ...many], selected: null, pointed: [], changed: [] });
  const index = new Marks(all);
  for (let start = 0; start < 1000; start += 7) {
    const range = { start, end: start + 13 };
    const touching = all.filter((one) => one.start <= range.end && one.end >= range.start);
    assert.deepEqual(index.in(range).map((one) => one.finding.id).sort(), touching.map((one) => one.finding.id).sort());
  }
});

test("a place of no width has a piece of its own", () => {
  assert.equal(cut("甲乙", [finding("gap", 1, 1)]), "甲: :gap 乙:");
  assert.equal(cut("甲乙", [finding("gap", 2, 2)]), "甲乙: :gap");
});
