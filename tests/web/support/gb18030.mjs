const codes = new Map();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
}

/** GB18030 of characters that have two bytes there, by turning the platform's decoder round. */
export const gb18030 = (text) => new Uint8Array(Array.from(text).flatMap((c) => (c < "\x80" ? [c.charCodeAt(0)] : codes.get(c))));
