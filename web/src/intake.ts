import { hasTable, htmlToText } from "./clipboard";
import { readFile } from "./decode";

/** How a text comes in: paste, drop, open. All of them give the core's one input language, with "\n" for line breaks. */
export type Taken = { text: string } | { refused: "unsupported" | "empty"; name: string };

/** Line breaks as a text area keeps them, so that spans mean the same in every view. */
export function plain(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

/** Rich content wins where it has a table: plain text loses merged cells, and shifts figures. */
export function fromClipboard(data: DataTransfer | null): string | null {
  if (!data) return null;
  const rich = data.getData("text/html");
  if (rich && hasTable(rich)) return plain(htmlToText(rich));
  const text = data.getData("text/plain");
  return text ? plain(text) : rich ? plain(htmlToText(rich)) : null;
}

export function isRich(data: DataTransfer | null): boolean {
  return !!data && hasTable(data.getData("text/html"));
}

export async function fromFile(file: File): Promise<Taken> {
  const bytes = await bytesOf(file);
  if (isOffice(bytes) || /\.(docx?|wps|pdf|xlsx?|et|ofd|zip|rar|png|jpe?g|gif|tiff?)$/i.test(file.name)) {
    return { refused: "unsupported", name: file.name };
  }
  const text = plain(readFile(file.name, bytes));
  return /\S/.test(text) ? { text } : { refused: "empty", name: file.name };
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

/** Zip (docx, ofd), the old binary Office and WPS container, PDF: by their first bytes, whatever the name says. */
function isOffice(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return ["504b0304", "d0cf11e0", "25504446"].includes(start);
}
