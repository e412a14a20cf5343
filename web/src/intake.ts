import { hasTable, htmlToText } from "./clipboard";
import { decodeText, readPage } from "./decode";
import { readDocx } from "./docx";
import { isNoText, kindOf, type Unreadable } from "./kinds";
import { ArchiveError } from "./zip";

/**
 * How a text comes in: paste, drop, open. All of them give the core's one input language, with "\n" for line breaks, or the
 * reason why not; `name` is the file's, or empty for the clipboard.
 */
export type Taken = { text: string; pictures: number } | Refused;
export interface Refused {
  refused: Unreadable | "empty" | "onlyPictures" | "damaged" | "swollen" | "tooLarge" | "tooLong" | "folder";
  name: string;
  /** Bytes, where the size is the reason. */
  size?: number;
}

/** A file may be large for its pictures; its text may not. */
const mostBytes = 48 << 20;
/** Office programs write fifty times what one reads; this is still read within a tenth of a second or two. */
const mostRich = 4 << 20;
/** Thousands of reports in one paste, in UTF-16 units. Beyond that no browser shows anything. */
export const mostUnits = 24 << 20;

/** Line breaks as a text area keeps them, so that spans mean the same in every view. */
export function plain(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** Rich content wins where it has a table: plain text loses merged cells, and shifts figures. */
export function fromClipboard(data: DataTransfer): Taken {
  const rich = data.getData("text/html");
  const text = data.getData("text/plain");
  if (Math.max(rich.length, text.length) > mostUnits) return { refused: "tooLong", name: "" };
  // A browser reads HTML all at once; what is that long is no single report, and its plain text will do.
  const readable = rich.length <= mostRich || !text;
  if (rich && readable && hasTable(rich)) return taken(plain(htmlToText(rich)), "");
  return taken(text ? plain(text) : rich ? plain(htmlToText(rich)) : "", "");
}

export function isRich(data: DataTransfer | null): boolean {
  return !!data && hasTable(data.getData("text/html"));
}

/** Never rejects: what cannot be read says why. */
export async function fromFile(file: File): Promise<Taken> {
  const { name, size } = file;
  if (size > mostBytes) return { refused: "tooLarge", name, size };
  try {
    return read(name, await bytesOf(file));
  } catch (error) {
    if (error instanceof ArchiveError) return { refused: error.why, name };
    // A folder looks like a file until it is read.
    return { refused: "folder", name };
  }
}

function read(name: string, bytes: Uint8Array): Taken {
  const kind = kindOf(name, bytes);
  if (kind === "docx") {
    const { text, pictures } = readDocx(bytes);
    return taken(plain(text), name, pictures);
  }
  if (kind === "text") {
    const text = decodeText(bytes);
    return isNoText(text) ? { refused: "program", name } : taken(plain(text), name);
  }
  if (kind === "html") return taken(plain(readPage(bytes)), name);
  return { refused: kind, name };
}

function taken(text: string, name: string, pictures = 0): Taken {
  if (!/\S/.test(text)) return { refused: pictures ? "onlyPictures" : "empty", name };
  if (text.length > mostUnits) return { refused: "tooLong", name };
  return { text, pictures };
}

/** FileReader, because `Blob.arrayBuffer` is younger than some kernels that this runs on. */
function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
