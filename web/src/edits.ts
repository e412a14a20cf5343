import type { Span } from "./report";

/** A range of the text replaced by other words: the only way in which a text changes. */
export interface Edit extends Span {
  /** What stood there. */
  was: string;
  /** What stands there now, from `start` on. */
  text: string;
  by: "typed" | "taken" | "reverted";
}

/** Where the present text differs from the original: never two that touch, in the order of the text. */
export interface Change {
  from: Span;
  to: Span;
}

export function apply(text: string, { start, end, text: words }: Span & { text: string }): string {
  return text.slice(0, start) + words + text.slice(end);
}

export function inverse({ start, was, text, by }: Edit): Edit {
  return { start, end: start + text.length, was: text, text: was, by };
}

/** Two edits of neighbouring letters as one, or null where they are apart. */
export function joined(first: Edit, second: Edit): Edit | null {
  const [from, to] = [first.start, first.start + first.text.length]; // what the first one wrote
  if (second.start > to || second.end < from) return null;
  const before = Math.max(0, from - second.start); // of the second's range, what the first had left alone
  const after = Math.max(0, second.end - to);
  const start = from - before;
  const was = second.was.slice(0, before) + first.was + second.was.slice(second.was.length - after);
  const text = first.text.slice(0, Math.max(0, second.start - from)) + second.text + first.text.slice(Math.max(0, second.end - from));
  return { start, end: start + was.length, was, text, by: second.by };
}

/**
 * What was typed, told from the text before and after it and from where the caret is now: behind the caret nothing has
 * changed. Without that, 21 → 12 would look like a 2 that goes and a 2 that comes.
 */
export function typing(before: string, after: string, caret: number): Edit {
  const tail = after.length - caret;
  const same = before.slice(before.length - tail) === after.slice(caret) && tail <= before.length;
  let end = same ? tail : 0;
  let start = 0;
  const most = Math.min(before.length, after.length) - end;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (!same && end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  const stood = { start, end: before.length - end };
  return { ...stood, was: before.slice(stood.start, stood.end), text: after.slice(start, after.length - end), by: "typed" };
}

/** Where a span of the text before some edits stands after them; null if one of them has changed it. */
export function moved(span: Span, edits: Edit[]): Span | null {
  let { start, end } = span;
  for (const edit of edits) {
    if (edit.start >= end && !(edit.start === end && edit.end === start)) continue;
    if (edit.end > start || start === edit.start) return null;
    const by = edit.text.length - (edit.end - edit.start);
    start += by;
    end += by;
  }
  return { start, end };
}

/** The changes after one more edit of the text `now`; what has become what it was is no change. */
export function changed(original: string, changes: Change[], edit: Edit, now: string): Change[] {
  const by = edit.text.length - (edit.end - edit.start);
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const before = changes.filter(({ to }) => to.end < edit.start);
  const after = changes.filter(({ to }) => to.start > edit.end);
  const touched = changes.slice(before.length, changes.length - after.length);
  const first = touched[0];
  const last = touched[touched.length - 1];
  const to = { start: first ? Math.min(edit.start, first.to.start) : edit.start, end: last ? Math.max(edit.end, last.to.end) : edit.end };
  const from = { start: atFirst(to.start, before), end: atFirst(to.end, before.concat(touched)) };
  const merged: Change = { from, to: { start: to.start, end: to.end + by } };
  const none = original.slice(from.start, from.end) === now.slice(merged.to.start, merged.to.end);
  return [...before, ...(none ? [] : [merged]), ...after.map((change) => ({ from: change.from, to: shift(change.to) }))];
}

/** A place of the present text in the original, past the given changes. */
function atFirst(place: number, changes: Change[]): number {
  return changes.reduce((at, { from, to }) => at + (from.end - from.start) - (to.end - to.start), place);
}

/** The whole figure or Latin word that a change lies in: 2 → 3 in 126 is read as 126 → 136. */
export function grown({ from, to }: Change, original: string): Change {
  const inside = /[\d０-９.,%A-Za-z]/;
  let [left, right] = [0, 0];
  while (left < 12 && inside.test(original.charAt(from.start - left - 1))) left++;
  while (right < 12 && inside.test(original.charAt(from.end + right))) right++;
  return {
    from: { start: from.start - left, end: from.end + right },
    to: { start: to.start - left, end: to.end + right },
  };
}
