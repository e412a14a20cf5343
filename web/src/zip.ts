import { unzipSync } from "fflate";

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
  const names: string[] = [];
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(portable(name));
        return false;
      },
    }),
  );
  return names;
}

/** The parts whose names are wanted. Throws an `ArchiveError`; never makes more than `most` bytes of any part. */
export function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let swollen = false;
  const parts = guarded(() =>
    unzipSync(bytes, {
      // The size that the archive states is also the room that the inflated part gets.
      filter: ({ name, originalSize }) => {
        if (!wanted(portable(name))) return false;
        if (originalSize > most) swollen = true;
        return originalSize <= most;
      },
    }),
  );
  if (swollen) throw new ArchiveError("swollen");
  return new Map(Object.keys(parts).map((name) => [portable(name), parts[name]!] as [string, Uint8Array]));
}

function portable(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\//, "");
}

function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new ArchiveError("damaged");
  }
}
