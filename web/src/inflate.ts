/** The number of codes of each length, and what they stand for, in their order: all that tells a canonical Huffman code. */
interface Code {
  counts: number[];
  symbols: number[];
}

const longest = 15;

function codeOf(lengths: number[]): Code {
  const counts = new Array<number>(longest + 1).fill(0);
  for (const length of lengths) if (length) counts[length]!++;
  const symbols: number[] = [];
  for (let length = 1; length <= longest; length++) lengths.forEach((one, symbol) => one === length && symbols.push(symbol));
  return { counts, symbols };
}

const repeated = (count: number, length: number): number[] => new Array<number>(count).fill(length);

/** What a block says that states no code of its own. */
const fixed = [codeOf([...repeated(144, 8), ...repeated(112, 9), ...repeated(24, 7), ...repeated(8, 8)]), codeOf(repeated(30, 5))] as const;

/** In which order the lengths of the code stand that the lengths of the codes are written in. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Inflates a raw deflate stream (RFC 1951), to `size` bytes at most. Throws where it is damaged, cut off or makes more.
 *
 * Codes are read bit by bit, which takes no tables: a report's own part is some ten kilobytes.
 */
export function inflated(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let end = 0;
  let at = 0;
  let held = 0; // bits that were read and not yet used
  let count = 0;

  function bits(wanted: number): number {
    for (; count < wanted; count += 8) {
      if (at >= bytes.length) throw new RangeError();
      held |= bytes[at++]! << count;
    }
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    count -= wanted;
    return value;
  }

  function symbol({ counts, symbols }: Code): number {
    let value = 0;
    let first = 0; // the first code of this length
    let before = 0; // symbols with shorter codes
    for (let length = 1; length <= longest; length++) {
      value = value * 2 + bits(1);
      first *= 2;
      const here = counts[length]!;
      if (value < first + here) return symbols[before + value - first]!;
      first += here;
      before += here;
    }
    throw new RangeError();
  }

  function codes(): readonly [Code, Code] {
    const literals = bits(5) + 257;
    const all = literals + bits(5) + 1;
    const sizes = repeated(19, 0);
    for (let i = 0, given = bits(4) + 4; i < given; i++) sizes[order[i]!] = bits(3);
    const code = codeOf(sizes);
    const lengths: number[] = [];
    while (lengths.length < all) {
      const one = symbol(code);
      if (one < 16) lengths.push(one);
      else if (one === 16) lengths.push(...repeated(bits(2) + 3, lengths[lengths.length - 1]!));
      else lengths.push(...repeated(one === 17 ? bits(3) + 3 : bits(7) + 11, 0));
    }
    return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
  }

  function put(byte: number): void {
    if (end >= size) throw new RangeError();
    out[end++] = byte;
  }

  /** Of lengths four codes after the first eight have a bit more each, of distances two after the first four. */
  function number(code: number, each: number): number {
    const more = Math.floor(code / each) - 1;
    return more < 1 ? code : ((each + (code % each)) << more) + bits(more);
  }

  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      bits(count % 8);
      const length = bits(16);
      if (length !== (bits(16) ^ 0xffff)) throw new RangeError();
      for (let i = 0; i < length; i++) put(bits(8));
      continue;
    }
    if (kind === 3) throw new RangeError();
    const [literals, distances] = kind === 1 ? fixed : codes();
    for (;;) {
      const one = symbol(literals);
      if (one === 256) break;
      if (one < 256) {
        put(one);
        continue;
      }
      if (one > 285) throw new RangeError();
      const length = one === 285 ? 258 : number(one - 257, 4) + 3;
      const distance = number(symbol(distances), 2) + 1;
      if (distance > end) throw new RangeError();
      for (let i = 0; i < length; i++) put(out[end - distance]!);
    }
  }
  return out.subarray(0, end);
}
