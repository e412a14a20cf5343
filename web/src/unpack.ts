/** The functions of web/pack/unpack.cpp. */
interface Exports {
  memory: WebAssembly.Memory;
  room(): number;
  start(packed: number, unpacked: number): void;
  learn(size: number): void;
  begin_part(isModule: number): void;
  code_part(size: number): void;
}

/**
 * Unpacks what web/pack/pack.mjs has packed, knowing the same text, with the unpacker it goes with, and hands over part after
 * part. `rest` is called every few milliseconds, and waited for.
 *
 * Nothing outside of the function is used: start.ts gives its source text to a worker.
 */
export async function unpack(
  unpacker: BufferSource, packed: Uint8Array, known: Uint8Array, take: (part: Uint8Array<ArrayBuffer>) => void, rest: () => unknown = () => null,
): Promise<void> {
  // Asynchronously, because old kernels refuse modules over 4 kB on the main thread otherwise.
  const { instance } = await WebAssembly.instantiate(unpacker, {});
  const { memory, room, start, learn, begin_part, code_part } = instance.exports as unknown as Exports;
  const head = new DataView(packed.buffer, packed.byteOffset);
  const heads = Array.from({ length: head.getUint32(0, true) }, (_, i) => head.getUint32(4 + 4 * i, true));
  const sizeOf = (one: number): number => one & 0x7fffffff; // the highest bit tells a module
  const place = room();
  let at = place + packed.length;
  const end = heads.reduce((sum, one) => sum + sizeOf(one), at + known.length);
  const missing = end - memory.buffer.byteLength;
  if (missing > 0) memory.grow((missing + 0xffff) >> 16);
  new Uint8Array(memory.buffer).set(packed, place);
  new Uint8Array(memory.buffer).set(known, at);
  start(place + 4 + 4 * heads.length, at);
  learn(known.length);
  at += known.length;
  for (const one of heads) {
    begin_part(one >>> 31);
    const begin = at;
    for (let left = sizeOf(one); left > 0; left -= 2048) {
      code_part(Math.min(left, 2048));
      await rest();
    }
    at += sizeOf(one);
    take(new Uint8Array(memory.buffer).slice(begin, at));
  }
}
