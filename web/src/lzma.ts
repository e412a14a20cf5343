/**
 * Unpacks LZMA: the size of what comes out in four bytes (little-endian), then a raw stream with lc=3, lp=0, pb=0
 * (`xz --format=raw --lzma1=lc=3,lp=0,pb=0`). The input is part of the script, so it is taken to be whole.
 *
 * A range coder of adaptive bits, with the names of the LZMA specification.
 */
export function unpack(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const out = new Uint8Array(size);
  // One array for all adaptive bits; each kind has its place.
  const isMatch = 0;
  const isRep = 12;
  const isRepG0 = 24;
  const isRepG1 = 36;
  const isRepG2 = 48;
  const isRep0Long = 60;
  const posSlots = 72; // 4 trees of 64
  const posSpecial = posSlots + 256; // 115
  const posAlign = posSpecial + 115; // 16
  const lengths = posAlign + 16; // two coders: choice, choice2, low 8, mid 8, high 256
  const literals = lengths + 2 * 274; // 8 contexts of 0x300
  const bits = new Uint16Array(literals + 8 * 0x300).fill(1024);

  let at = 4 + 1; // the first byte of a stream is always zero
  let range = -1 >>> 0;
  let code = 0;
  for (let i = 0; i < 4; i++) code = ((code << 8) | bytes[at++]!) >>> 0;

  function bit(place: number): 0 | 1 {
    const chance = bits[place]!;
    const bound = (range >>> 11) * chance;
    let found: 0 | 1;
    if (code < bound) {
      range = bound;
      bits[place] = chance + ((2048 - chance) >>> 5);
      found = 0;
    } else {
      range = range - bound;
      code = code - bound;
      bits[place] = chance - (chance >>> 5);
      found = 1;
    }
    if (range < 0x1000000) {
      range = range * 256;
      code = code * 256 + bytes[at++]!;
    }
    return found;
  }

  function tree(place: number, depth: number): number {
    let node = 1;
    for (let i = 0; i < depth; i++) node = (node << 1) | bit(place + node);
    return node - (1 << depth);
  }

  function reverseTree(place: number, depth: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < depth; i++) {
      const found = bit(place + node);
      node = (node << 1) | found;
      value |= found << i;
    }
    return value;
  }

  function direct(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) {
      range = range >>> 1;
      const found = code >= range ? 1 : 0;
      if (found) code = code - range;
      value = (value << 1) | found;
      if (range < 0x1000000) {
        range = range * 256;
        code = code * 256 + bytes[at++]!;
      }
    }
    return value;
  }

  function length(coder: number): number {
    if (bit(coder) === 0) return tree(coder + 2, 3);
    return bit(coder + 1) === 0 ? 8 + tree(coder + 10, 3) : 16 + tree(coder + 18, 8);
  }

  function distance(size: number): number {
    const slot = tree(posSlots + Math.min(size, 3) * 64, 6);
    if (slot < 4) return slot;
    const low = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << low;
    if (slot < 14) return base + reverseTree(posSpecial + base - slot, low);
    return base + (direct(low - 4) << 4) + reverseTree(posAlign, 4);
  }

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let end = 0;
  while (end < size) {
    if (bit(isMatch + state) === 0) {
      const place = literals + 0x300 * ((end > 0 ? out[end - 1]! : 0) >> 5);
      let symbol = 1;
      if (state >= 7) {
        let matched = out[end - rep0 - 1]!;
        while (symbol < 0x100) {
          const wanted = (matched >> 7) & 1;
          matched <<= 1;
          const found = bit(place + ((1 + wanted) << 8) + symbol);
          symbol = (symbol << 1) | found;
          if (found !== wanted) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(place + symbol);
      out[end++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count: number;
    if (bit(isRep + state) === 1) {
      if (bit(isRepG0 + state) === 0) {
        if (bit(isRep0Long + state) === 0) {
          state = state < 7 ? 9 : 11;
          out[end] = out[end - rep0 - 1]!;
          end++;
          continue;
        }
      } else if (bit(isRepG1 + state) === 0) {
        [rep0, rep1] = [rep1, rep0];
      } else if (bit(isRepG2 + state) === 0) {
        [rep0, rep1, rep2] = [rep2, rep0, rep1];
      } else {
        [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      }
      count = length(lengths + 274);
      state = state < 7 ? 8 : 11;
    } else {
      [rep1, rep2, rep3] = [rep0, rep1, rep2];
      count = length(lengths);
      state = state < 7 ? 7 : 10;
      rep0 = distance(count);
    }
    for (let i = Math.min(count + 2, size - end); i > 0; i--, end++) out[end] = out[end - rep0 - 1]!;
  }
  return out;
}
