import { reportText } from "./tools.mjs";

/** Random texts, the same in every run: whole reports with small damage, shuffled lines, and plain noise. */
export function* randomTexts(count, seed = 20240101) {
  const random = generator(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const lines = reportText().split("\n");
  const noise = [
    "0", "7", "26", "１２", "三百二十六", "1,234", "1.2万", "4万余", "—", "-", "/", "无", "\t", " | ", "|", "\n", "\r\n", "\u00a0",
    "\u3000", "\u200b", "\ufeff", "𠮷", "😀", "⺠", "㈠", "，", "（一）", "总计", "自然人", "\u0301", "\u2028", "合计", "<td>", "\0",
  ];
  for (let i = 0; i < count; i++) {
    const kind = i % 4;
    let text;
    if (kind === 0) text = Array.from({ length: Math.floor(random() * 200) }, () => pick(noise)).join("");
    else if (kind === 1) text = Array.from({ length: Math.floor(random() * 60) }, () => pick(lines)).join("\n");
    else {
      const units = Array.from(reportText());
      const edits = 1 + Math.floor(random() * 20);
      for (let e = 0; e < edits; e++) {
        units.splice(Math.floor(random() * units.length), Math.floor(random() * 3), random() < 0.7 ? pick(noise) : "");
      }
      text = units.join("");
      if (random() < 0.3) text = text.replace(/\t/g, pick(["\n", " | ", " ", "\n\n", ","]));
    }
    const bytes = Buffer.from(text);
    // Every fourth is not UTF-8 somewhere.
    if (kind === 3 && bytes.length) for (let e = 0; e < 3; e++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    yield bytes;
  }
}

/** mulberry32 */
export function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
