import { moved, type Edit } from "./edits";
import type { Finding, Report } from "./report";

/** Why a finding needs no mending. */
export type Reason = "verified" | "permitted" | "other";
export const reasons: Reason[] = ["verified", "permitted", "other"];

/** A finding that someone has looked at and set aside. */
export interface Ignored {
  /** Of `keysOf`. */
  key: string;
  rule: string;
  reason: Reason;
  /** In the person's own words; may be empty. */
  note: string;
}

/**
 * One key for each finding, in the same order: made of the rule and of what it speaks of, never of offsets, and holding
 * no words of the report. Findings in cells are known by the cell; those in sentences by the sentence, so that a finding
 * does not inherit the key of one like it that has been mended.
 */
export function keysOf(report: Report, text: string): string[] {
  const seen = new Map<string, number>();
  return report.findings.map((finding) => {
    const of = `${finding.id.replace(/-\d+$/, "")}.${hash(subject(finding, text))}`;
    const count = (seen.get(of) || 0) + 1;
    seen.set(of, count);
    return count === 1 ? of : `${of}.${count}`;
  });
}

function subject({ cell, span, message }: Finding, text: string): string {
  if (cell) return `${cell.table} ${cell.row} ${cell.column} ${cell.report || 0}`;
  if (span.start === span.end) return message.zh;
  const before = text.slice(Math.max(0, span.start - 80), span.start).replace(/^[^]*[。；;！？\n]/, "");
  const after = text.slice(span.end, span.end + 80).replace(/[。；;！？\n][^]*$/, "");
  return `${before} ${after}`;
}

/** FNV-1a over UTF-16 units, twice 32 bits, in base 36. */
function hash(words: string): string {
  let [low, high] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < words.length; i++) {
    low = Math.imul(low ^ words.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ words.charCodeAt(i), 0x01000193) ^ (low >>> 15);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}

/** A report with the keys of its findings, and the text in which they stand. */
export interface Keyed {
  report: Report;
  keys: string[];
}

/**
 * Which key each earlier finding has now: an edit of the sentence around a figure gives the finding another key, but it
 * is still the same finding if it is of the same rule and marks the same letters.
 */
export function followed(before: Keyed, edits: Edit[], after: Keyed): Map<string, string> {
  const now = new Map<string, string>();
  before.report.findings.forEach((finding, index) => {
    const key = before.keys[index]!;
    if (after.keys.includes(key)) {
      now.set(key, key);
      return;
    }
    const span = moved(finding.span, edits);
    if (!span) return;
    const same = after.report.findings.findIndex(
      (one, at) => one.rule === finding.rule && one.span.start === span.start && one.span.end === span.end &&
        !before.keys.includes(after.keys[at]!),
    );
    if (same >= 0) now.set(key, after.keys[same]!);
  });
  return now;
}

// ---- as a file

/** Keys, rules and reasons: nothing of the report's own words. */
export function toFile(list: Ignored[], version: string): string {
  return `${JSON.stringify({ gouji: version, ignored: list.map(({ key, rule, reason, note }) => ({ key, rule, reason, note })) }, null, 2)}\n`;
}

/** What such a file holds; null if it is not one. */
export function fromFile(json: string): Ignored[] | null {
  try {
    const { ignored } = JSON.parse(json) as { ignored: unknown };
    return Array.isArray(ignored) && ignored.every(isIgnored) ? ignored.map(({ key, rule, reason, note }) => ({ key, rule, reason, note })) : null;
  } catch {
    return null;
  }
}

function isIgnored(one: unknown): one is Ignored {
  const { key, rule, reason, note } = (one || {}) as Record<string, unknown>;
  return [key, rule, note].every((value) => typeof value === "string" && value.length < 2000) && reasons.includes(reason as Reason);
}
