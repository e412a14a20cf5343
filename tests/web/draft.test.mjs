// A report being mended: edits, undo, the list of changes, findings set aside; without a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { generator } from "./support/random.mjs";
import { bundled, inRoot, reportText } from "./support/tools.mjs";

const { Draft } = await bundled("draft.ts");
const { grown, moved } = await bundled("edits.ts");
const { loadCore } = await bundled("core.ts");
const core = await loadCore(readFileSync(inRoot("build/wasm/gouji.wasm")));

const draftOf = (text) => {
  const draft = new Draft();
  draft.load(text);
  return draft;
};
const at = (draft, words) => {
  const start = draft.text.indexOf(words);
  assert.ok(start >= 0 && draft.text.indexOf(words, start + 1) < 0, `not once: ${words}`);
  return { start, end: start + words.length };
};
const changes = (draft) =>
  draft.changes.map((change) => {
    const { from, to } = grown(change, draft.original);
    return `${draft.original.slice(from.start, from.end)} → ${draft.text.slice(to.start, to.end)}`;
  });
/** Key by key, as a text area tells it. */
const type = (draft, range, letters) => {
  let { start, end } = range;
  for (const letter of letters) {
    draft.typed(draft.text.slice(0, start) + letter + draft.text.slice(end), start + 1);
    start = end = start + 1;
  }
};

test("edits, undo and redo", () => {
  const draft = draftOf("受理26件，答复25件");
  assert.ok(!draft.canUndo && !draft.canRedo);
  assert.ok(draft.edit(at(draft, "26"), "126", "taken"));
  assert.ok(draft.edit(at(draft, "25"), "125"));
  assert.ok(!draft.edit(at(draft, "125"), "125"), "nothing changes");
  assert.equal(draft.text, "受理126件，答复125件");
  assert.deepEqual(changes(draft), ["26 → 126", "25 → 125"]);
  assert.equal(draft.undo().text, "125");
  assert.equal(draft.undo().by, "taken");
  assert.equal(draft.undo(), null);
  assert.equal(draft.text, draft.original);
  assert.deepEqual(changes(draft), []);
  draft.redo();
  assert.equal(draft.text, "受理126件，答复25件");
  draft.edit(at(draft, "25"), "24");
  assert.equal(draft.redo(), null, "another edit leaves nothing to make again");
});

test("letters typed next to each other are one edit; what was typed back is none", () => {
  const draft = draftOf("无法提供21件");
  type(draft, at(draft, "21"), "12");
  assert.deepEqual(changes(draft), ["21 → 12"]);
  type(draft, { start: 0, end: 0 }, "全年");
  assert.deepEqual(changes(draft), [" → 全年", "21 → 12"]);
  draft.undo();
  draft.undo();
  assert.equal(draft.text, draft.original);
  assert.ok(!draft.canUndo);

  type(draft, at(draft, "21"), "12");
  draft.typed(draft.original, 6); // the text area's own undo
  assert.ok(!draft.canUndo);
  assert.deepEqual(changes(draft), []);
});

test("each change can be put back, in any order", () => {
  const draft = draftOf("甲1乙2丙3");
  for (const [was, is] of [["1", "10"], ["2", ""], ["3", "33"]]) draft.edit(at(draft, was), is);
  draft.revert(draft.changes[1]);
  assert.deepEqual(changes(draft), ["1 → 10", "3 → 33"]);
  draft.revert(draft.changes[0]);
  assert.equal(draft.text, "甲1乙2丙33");
  draft.undo();
  assert.equal(draft.text, "甲10乙2丙33");
});

// ---- random edits, the same in every run

const random = generator(7);
const upTo = (n) => Math.floor(random() * (n + 1));
const anyEdit = (text) => {
  const start = upTo(text.length);
  const end = Math.min(text.length, start + upTo(3));
  return { start, end, text: "九8七".slice(0, upTo(3)) };
};

test("random edits: the changes always lead back to the original, and so does undo", () => {
  for (let round = 0; round < 300; round++) {
    const draft = draftOf("表三总计21件，其中自然人12件。");
    for (let i = 0; i < 20; i++) {
      const { start, end, text } = anyEdit(draft.text);
      const choice = random();
      if (choice < 0.2) draft.undo();
      else if (choice < 0.3) draft.redo();
      else if (choice < 0.6) draft.typed(draft.text.slice(0, start) + text + draft.text.slice(end), start + text.length);
      else draft.edit({ start, end }, text);

      let last = -1;
      for (const { from, to } of draft.changes) {
        assert.ok(to.start > last && from.start <= from.end && to.start <= to.end, "in order, and apart");
        last = to.end;
      }
      const back = [...draft.changes].reverse().reduce(
        (now, { from, to }) => now.slice(0, to.start) + draft.original.slice(from.start, from.end) + now.slice(to.end), draft.text,
      );
      assert.equal(back, draft.original);
    }
    const end = draft.text;
    let count = 0;
    while (draft.undo()) count++;
    assert.equal(draft.text, draft.original);
    assert.deepEqual(draft.changes, []);
    while (count--) draft.redo();
    assert.equal(draft.text, end);
  }
});

test("random edits: a place that none of them touches still holds its letters", () => {
  let kept = 0;
  for (let round = 0; round < 300; round++) {
    let text = "甲乙丙丁一二戊己庚辛";
    const edits = [];
    for (let i = 0; i < 3; i++) {
      const edit = anyEdit(text);
      edits.push({ ...edit, was: text.slice(edit.start, edit.end), by: "typed" });
      text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    }
    const now = moved({ start: 4, end: 6 }, edits);
    if (!now) continue;
    kept++;
    assert.equal(text.slice(now.start, now.end), "一二");
  }
  assert.ok(kept > 50, `${kept}`);
});

test("another text in its place, and the first one back with its edits", () => {
  const draft = draftOf("甲1");
  assert.ok(!draft.canBringBack);
  draft.edit(at(draft, "1"), "2");
  draft.load("乙");
  assert.ok(!draft.canUndo && draft.canBringBack);
  draft.bringBack();
  assert.equal(draft.text, "甲2");
  assert.ok(draft.canUndo && !draft.canBringBack);
});

// ---- findings set aside

const corrected = reportText().replace("\t0\t0\t21\n", "\t0\t0\t12\n");
const check = (draft) => {
  const report = core.check(draft.text);
  return { report, ...draft.checked(report) };
};
const shown = (draft, { report, keys }) => report.findings.filter((_, i) => !draft.ignoredAs(keys[i])).map(({ rule }) => rule);
const ignore = (draft, { report, keys }, rule) => {
  const i = report.findings.findIndex((one) => one.rule === rule);
  draft.ignore({ key: keys[i], rule, reason: "verified", note: "" });
  return keys[i];
};

test("what was set aside stays so through edits elsewhere, also in its own sentence, and comes back when its figure changes", () => {
  const draft = draftOf(corrected.replace("申请58件", "申请56件"));
  const first = check(draft);
  assert.deepEqual(shown(draft, first), ["text-table-mismatch"]);
  const key = ignore(draft, first, "text-table-mismatch");
  assert.deepEqual(shown(draft, first), []);

  draft.edit({ start: 0, end: 0 }, "关于\n");
  const second = check(draft);
  assert.equal(second.keys[0], key);
  assert.deepEqual(shown(draft, second), []);

  draft.edit(at(draft, "新收政府信息公开申请56件"), "新收到政府信息公开申请56件");
  assert.deepEqual(check(draft).report.findings.map(({ rule }) => rule), ["text-table-mismatch"]);
  draft.undo();
  check(draft);
  draft.edit(at(draft, "全年新收"), "本年新收");
  const third = check(draft);
  assert.notEqual(third.keys[0], key, "the sentence is another");
  assert.equal(third.now.get(key), third.keys[0], "but the figure is the same");
  assert.deepEqual(shown(draft, third), []);

  draft.edit(at(draft, "申请56件"), "申请55件");
  assert.deepEqual(shown(draft, check(draft)), ["text-table-mismatch"]);
  draft.undo();
  assert.deepEqual(shown(draft, check(draft)), []);
  draft.recall(third.keys[0]);
  assert.deepEqual(shown(draft, check(draft)), ["text-table-mismatch"]);
});

test("of two findings alike, the one left does not inherit what was said of the mended one", () => {
  const twice = corrected.replace("举办业务培训2期", "举办业务业务培训2期").replace("完成门户网站", "完成了业务业务门户网站");
  const draft = draftOf(twice);
  const first = check(draft);
  assert.deepEqual(shown(draft, first), ["doubled-words", "doubled-words"]);
  ignore(draft, first, "doubled-words");
  assert.deepEqual(shown(draft, check(draft)), ["doubled-words"]);
  draft.edit(at(draft, "完成了业务业务"), "完成了业务");
  assert.deepEqual(shown(draft, check(draft)), ["doubled-words"]);
});

test("the file of what was set aside: taken in again, and without a word of the report", () => {
  const draft = draftOf(reportText());
  ignore(draft, check(draft), "sum-mismatch");
  const file = draft.exportIgnored("0.1.0");
  for (const words of ["望舒", "申请", "总计", "不掌握"]) assert.ok(!file.includes(words), words);
  const other = draftOf(reportText());
  assert.equal(other.importIgnored(file), 1);
  assert.deepEqual(shown(other, check(other)), []);
  for (const wrong of ["", "[]", "{}", '{"ignored":[1]}', '{"ignored":[{"key":"a","rule":"b","reason":"c","note":""}]}', reportText()]) {
    assert.equal(other.importIgnored(wrong), null, wrong.slice(0, 40));
  }
});

// ---- kept in the tab

const storage = () => {
  const kept = new Map();
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) };
};

test("a reload keeps the text, its history and what was set aside", () => {
  const tab = storage();
  const draft = draftOf(reportText());
  ignore(draft, check(draft), "sum-mismatch");
  draft.edit(at(draft, "业务培训2期"), "业务培训3期");
  assert.ok(draft.save(tab));
  const again = new Draft();
  assert.ok(again.restore(tab));
  assert.equal(again.text, draft.text);
  assert.deepEqual(changes(again), ["业务培训2期 → 业务培训3期"]);
  assert.deepEqual(shown(again, check(again)), []);
  again.undo();
  assert.equal(again.text, reportText());
});

test("a long text is written once and in pieces, an edit alone", () => {
  const tab = storage();
  const sizes = [];
  const counted = { ...tab, setItem: (name, value) => (sizes.push(value.length), tab.setItem(name, value)) };
  const draft = draftOf(`${reportText()}\n`.repeat(100));
  const saving = draft.saving(counted);
  for (let step = saving.next(), before = 0; ; before = sizes.length, step = saving.next()) {
    assert.ok(sizes.length <= before + 1, "a piece at a time");
    if (step.done) break;
    assert.equal(new Draft().restore(tab), false, "what is not whole does not come back");
  }
  assert.ok(sizes.length > 3 && sizes.every((size) => size <= 50_000), sizes.join());
  sizes.length = 0;
  draft.edit({ start: 0, end: 1 }, "乙");
  assert.ok(draft.save(counted));
  assert.ok(sizes.length === 1 && sizes[0] < 500, sizes.join());
  const again = new Draft();
  assert.ok(again.restore(counted));
  assert.equal(again.text, draft.text);
  assert.ok(again.save(counted));
  assert.equal(sizes.length, 2, "nor is it written again behind a reload");
  again.load("甲");
  assert.ok(again.save(counted));
  assert.equal(tab.getItem("gouji-draft-1"), null, "nothing of it is left behind another text");
  again.edit({ start: 0, end: 1 }, "");
  assert.ok(again.save(counted));
  assert.equal(tab.getItem("gouji-draft-0"), null, "nor behind none");
});

test("what cannot be kept is not kept, and says so", () => {
  const tab = storage();
  draftOf("甲").save(tab);
  assert.equal(draftOf("甲".repeat(3_000_000)).save(tab), false);
  assert.equal(new Draft().restore(tab), false, "nor does an older text come back in its place");
  assert.equal(draftOf("甲").save({ ...tab, setItem: () => { throw new Error("full"); } }), false);
  assert.equal(draftOf("甲").save(null), false);
  tab.setItem("gouji-draft", "{");
  assert.equal(new Draft().restore(tab), false);
  assert.equal(new Draft().restore(null), false);
});
