import { inflated } from "./inflate";

/** Why nothing can be read from an archive. */
export class ArchiveError extends Error {
  constructor(readonly why: "damaged" | "swollen") {
    super(why);
  }
}

// A report's own part is well under a megabyte; what claims more than this would only fill the memory.
const most = 24 << 20;

/** The names of everything in a zip archive, with "/" between folders, whatever wrote it. */
export function namesIn(bytes: Uint8Array): string[] {
  return guarded(() => entriesOf(bytes).map(({ name }) => name));
}

/** The parts whose names are wanted. Throws an `ArchiveError`; never makes more than `most` bytes of any part. */
export function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = guarded(() => entriesOf(bytes)).filter(({ name }) => wanted(name));
  if (entries.some(({ size }) => size > most)) throw new ArchiveError("swollen");
  return guarded(() => new Map(entries.map((entry): [string, Uint8Array] => [entry.name, contentOf(bytes, entry)])));
}

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  /** Where its own header stands. */
  at: number;
}

/** What the directory at the archive's end lists (APPNOTE.TXT of PKWARE, 4.3.12). */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  const short = (at: number): number => view.getUint16(at, true);
  const long = (at: number): number => view.getUint32(at, true);
  const huge = (at: number): number => long(at) + long(at + 4) * 2 ** 32;
  const none = 0xffffffff; // stands elsewhere, with 64 bits

  let end = bytes.length - 22;
  while (long(end) !== 0x06054b50) end--; // a comment may follow it
  let [count, at] = [short(end + 10), long(end + 16)];
  if (at === none || count === 0xffff) {
    const wide = huge(end - 12);
    if (long(wide) === 0x06064b50) [count, at] = [huge(wide + 32), huge(wide + 48)];
  }
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    let more = at + 46 + short(at + 28);
    const next = more + short(at + 30) + short(at + 32);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, more)).replace(/\\/g, "/").replace(/^\//, "");
    const told = [long(at + 24), long(at + 20), long(at + 42)];
    if (told.includes(none)) {
      while (short(more) !== 1) more += 4 + short(more + 2);
      more += 4;
      told.forEach((one, index) => {
        if (one !== none) return;
        told[index] = huge(more);
        more += 8;
      });
    }
    const [size, packed, place] = told as [number, number, number];
    entries.push({ name, method: short(at + 10), packed, size, at: place });
    at = next;
  }
  return entries;
}

function contentOf(bytes: Uint8Array, { method, packed, size, at }: Entry): Uint8Array {
  const view = viewOf(bytes);
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(from, from + packed);
  if (method === 0) return content;
  if (method !== 8) throw new RangeError();
  return inflated(content, size);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ArchiveError("damaged");
  }
}
