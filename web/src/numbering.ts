import { attribute, child, children } from "./xml";

/** Of the scripts that numbers are written in; without `\p{L}\p{N}`, which old kernels cannot read. */
const lettersOrDigits = /[0-9A-Za-z\u00c0-\u024f\u0370-\u1fff\u2150-\u218f\u2460-\u24ff\u3007\u3021-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff10-\uff5a]/;

/** How the items of one level of a list are numbered. */
interface Level {
  start: number;
  format: string;
  /** `第%1条`: the numbers of the levels in place. */
  text: string;
  suffix: string;
  style: string | null;
}
interface List {
  levels: Map<number, Level>;
  /** Where the instance begins anew. */
  restarts: Map<number, number>;
  /** Instances of one definition count on together. */
  counts: (number | undefined)[];
}

/**
 * The numbers that Word shows before the paragraphs of its lists (`一、`, `（三）`, `2.`), which stand nowhere in the text.
 * Without them every heading of a report would look unnumbered. Bullets give nothing.
 */
export class Numbering {
  private readonly lists = new Map<string, List>();
  /** The list and level that a paragraph style brings. */
  private readonly styles = new Map<string, { list: string | null; level: number; basedOn: string | null }>();
  private readonly begun = new Set<string>();

  /** The document elements of numbering.xml and styles.xml; null where the file has none. */
  constructor(numbering: Element | null, styles: Element | null) {
    const counts = new Map<string, (number | undefined)[]>();
    const kinds = new Map(children(numbering, "abstractNum").map((one) => [attribute(one, "abstractNumId"), one] as const));
    for (const instance of children(numbering, "num")) {
      const kind = attribute(child(instance, "abstractNumId"), "val");
      const levels = levelsOf(kinds.get(kind) || null);
      const restarts = new Map<number, number>();
      for (const change of children(instance, "lvlOverride")) {
        const level = Number(attribute(change, "ilvl"));
        const start = attribute(child(change, "startOverride"), "val");
        if (start !== null) restarts.set(level, Number(start));
        for (const [key, own] of levelsOf(change)) levels.set(key, own);
      }
      if (!counts.has(kind || "")) counts.set(kind || "", []);
      this.lists.set(attribute(instance, "numId") || "", { levels, restarts, counts: counts.get(kind || "")! });
    }
    for (const style of children(styles, "style")) {
      const number = child(style, "pPr", "numPr");
      this.styles.set(attribute(style, "styleId") || "", {
        list: attribute(child(number, "numId"), "val"),
        level: Number(attribute(child(number, "ilvl"), "val") || 0),
        basedOn: attribute(child(style, "basedOn"), "val"),
      });
    }
  }

  /** What stands before the paragraph with these properties (`w:pPr`); to be asked once for each, in order. */
  before(properties: Element | null): string {
    const place = this.placeOf(properties);
    const list = place && this.lists.get(place.list);
    const level = list && list.levels.get(place.level);
    if (!list || !level) return "";
    const { counts } = list;
    const first = !this.begun.has(`${place.list}/${place.level}`);
    this.begun.add(`${place.list}/${place.level}`);
    const restart = first ? list.restarts.get(place.level) : undefined;
    const last = counts[place.level];
    counts[place.level] = restart !== undefined ? restart : last === undefined ? level.start : last + 1;
    counts.length = place.level + 1; // the levels below begin again
    const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const own = list.levels.get(of);
      const count = counts[of];
      return own ? inWords(count === undefined ? own.start : count, own.format) : "";
    });
    if (level.format === "bullet" || !lettersOrDigits.test(text)) return "";
    return text + (level.suffix === "nothing" ? "" : " ");
  }

  private placeOf(properties: Element | null): { list: string; level: number } | null {
    const own = child(properties, "numPr");
    const style = attribute(child(properties, "pStyle"), "val");
    const inherited = this.ofStyle(style);
    const list = attribute(child(own, "numId"), "val") || (inherited && inherited.list);
    if (!list || list === "0") return null; // 0 takes the style's list away
    const level = attribute(child(own, "ilvl"), "val");
    if (level !== null) return { list, level: Number(level) };
    return { list, level: this.levelOfStyle(list, style) ?? ((!own && inherited && inherited.level) || 0) };
  }

  private ofStyle(id: string | null): { list: string; level: number } | null {
    const seen = new Set<string>();
    for (let at = id; at && !seen.has(at); ) {
      seen.add(at);
      const style = this.styles.get(at);
      if (!style) return null;
      if (style.list) return { list: style.list, level: style.level };
      at = style.basedOn;
    }
    return null;
  }

  /** A list may say which of its levels a style is. */
  private levelOfStyle(list: string, style: string | null): number | null {
    const { levels } = this.lists.get(list) || {};
    if (!levels || !style) return null;
    for (const [level, one] of levels) if (one.style === style) return level;
    return null;
  }
}

function levelsOf(parent: Element | null): Map<number, Level> {
  const value = (level: Element, name: string): string | null => attribute(child(level, name), "val");
  return new Map(
    children(parent, "lvl").map((level) => {
      const start = value(level, "start");
      return [
        Number(attribute(level, "ilvl")),
        {
          start: start === null ? 0 : Number(start),
          format: value(level, "numFmt") || "decimal",
          text: value(level, "lvlText") || "",
          suffix: value(level, "suff") || "tab",
          style: value(level, "pStyle"),
        },
      ] as [number, Level];
    }),
  );
}

const digits = "〇一二三四五六七八九";

/** A number in one of Word's formats; those that no Chinese office uses come as digits. */
export function inWords(number: number, format: string): string {
  const pick = (letters: string): string => letters.charAt(number - 1) || String(number);
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return counted(number);
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return String(number).replace(/\d/g, (digit) => digits.charAt(Number(digit)));
    case "ideographTraditional":
      return pick("甲乙丙丁戊己庚辛壬癸");
    case "ideographZodiac":
      return pick("子丑寅卯辰巳午未申酉戌亥");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return pick("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case "decimalEnclosedParen":
      return `(${number})`;
    case "decimalEnclosedFullstop":
      return `${number}.`;
    case "decimalZero":
      return number < 10 ? `0${number}` : String(number);
    case "upperLetter":
      return pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    case "lowerLetter":
      return pick("abcdefghijklmnopqrstuvwxyz");
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    default:
      return String(number);
  }
}

/** 十二, 二十, 一百零五; up to 9999. */
function counted(number: number): string {
  if (number <= 0 || number > 9999) return String(number);
  let words = "";
  [1000, 100, 10, 1].forEach((unit, index) => {
    const digit = Math.floor(number / unit) % 10;
    if (digit) words += digits.charAt(digit) + "千百十".charAt(index);
    else if (words && number % unit && !words.endsWith("零")) words += "零";
  });
  return words.replace(/^一十/, "十");
}

function roman(number: number): string {
  const signs: [number, string][] = [
    [1000, "M"], [900, "CM"], [500, "D"], [400, "CD"], [100, "C"], [90, "XC"],
    [50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"],
  ];
  let rest = number;
  let words = "";
  for (const [value, sign] of signs) {
    while (rest >= value && words.length < 30) {
      words += sign;
      rest -= value;
    }
  }
  return words;
}
