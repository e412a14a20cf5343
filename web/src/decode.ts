import { htmlToText } from "./clipboard";

/**
 * The text of an opened file, whatever Chinese office software wrote it: byte order mark, else UTF-8 if it is valid
 * UTF-8, else UTF-16 if every other byte says so, else GB18030 (which contains GBK and GB2312).
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes, encodingOf(bytes));
}

/** The text of an opened page, in the core's input language. */
export function readPage(bytes: Uint8Array): string {
  return htmlToText(decode(bytes, marked(bytes) || declaredCharset(bytes) || encodingOf(bytes)));
}

function decode(bytes: Uint8Array, encoding: string): string {
  // The decoder drops the byte order mark of its own encoding.
  return new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  return marked(bytes) || wide(bytes) || (validUtf8(bytes) ? "utf-8" : "gb18030");
}

function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark, told by its line breaks and digits: one byte of each is zero, and on which side gives the
 * order. Only those characters count, because 一 (U+4E00) and the ideographic space (U+3000) have their zero on the
 * other side.
 */
function wide(bytes: Uint8Array): string | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const telling = (byte: number): boolean => byte === 0x0a || byte === 0x0d || (byte >= 0x31 && byte <= 0x39);
  let little = 0;
  let big = 0;
  const probe = Math.min(bytes.length, 65536);
  for (let i = 0; i < probe; i += 2) {
    if (bytes[i + 1] === 0 && telling(bytes[i]!)) little++;
    if (bytes[i] === 0 && telling(bytes[i + 1]!)) big++;
  }
  const least = probe / 2 / 200; // one character in two hundred; a stray zero byte does not make UTF-16
  if (little > Math.max(least, 4 * big)) return "utf-16le";
  if (big > Math.max(least, 4 * little)) return "utf-16be";
  return null;
}

function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What a page says of itself in its first kilobytes, if the browser knows that encoding. */
function declaredCharset(bytes: Uint8Array): string | null {
  let head = "";
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  const found = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) || /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  if (!found) return null;
  try {
    const label = new TextDecoder(found[1]).encoding;
    // A page that can be searched for its charset as ASCII is not UTF-16, whatever it says (HTML standard).
    if (/^utf-16/.test(label)) return "utf-8";
    // GB18030 contains the other two; a wrong "utf-8" is common after a re-save, so it must prove itself.
    if (label === "gbk" || label === "gb2312") return "gb18030";
    return label === "utf-8" ? null : label;
  } catch {
    return null;
  }
}
