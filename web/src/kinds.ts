import { namesIn } from "./zip";

/** What a file is, by what is in it; its name only tells apart what looks the same inside. */
export type Kind = "text" | "html" | "docx" | Unreadable;

/** What cannot be read here, each with its own advice. */
export type Unreadable =
  | "oldOffice" // .doc and .wps before 2007, or any Office file behind a password
  | "sheet"
  | "slides"
  | "pdf"
  | "ofd"
  | "rtf"
  | "openDocument"
  | "webArchive"
  | "wordXml"
  | "picture"
  | "archive"
  | "program"; // none of these, and no text

/** Throws an `ArchiveError` for a broken zip. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const head = latin(bytes.subarray(0, 1024));
  const starts = (...signs: string[]): boolean => signs.some((sign) => head.startsWith(sign));
  if (starts("PK\x03\x04", "PK\x05\x06")) return zipKind(bytes);
  if (starts("\xd0\xcf\x11\xe0")) return /\.(xls|et|ett|xlt)$/i.test(name) ? "sheet" : /\.(ppt|dps|pps)$/i.test(name) ? "slides" : "oldOffice";
  if (head.includes("%PDF-")) return "pdf";
  if (starts("{\\rtf")) return "rtf";
  if (starts("\xff\xd8\xff", "\x89PNG", "GIF8", "II*\0", "MM\0*", "8BPS") || /^BM.{4}\0{4}/s.test(head) ||
      /^RIFF.{4}WEBP/s.test(head) || /^.{4}ftyp(heic|heix|mif1|avif)/s.test(head)) return "picture";
  if (starts("Rar!", "7z\xbc\xaf\x27\x1c", "\x1f\x8b")) return "archive";
  if (/^(from|mime-version|content-type|subject|date):/im.test(head) && /multipart\/related/i.test(latin(bytes.subarray(0, 8192)))) return "webArchive";
  if (/<\?mso-application|<w:wordDocument|<pkg:package/.test(head)) return "wordXml";
  return looksLikePage(name, head) ? "html" : "text";
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A page, also where Word or a content system called it .doc or .txt; letters between zeros are UTF-16. */
function looksLikePage(name: string, head: string): boolean {
  const plain = head.replace(/[\0\xef\xbb\xbf\xfe\xff]/g, "");
  return /\.(x?html?|aspx?|jsp|php)$/i.test(name) || /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?<(!doctype html|html)[\s>]/is.test(plain);
}

function zipKind(bytes: Uint8Array): Kind {
  const names = namesIn(bytes);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/i)) return "docx";
  if (has(/^xl\//)) return "sheet";
  if (has(/^ppt\//)) return "slides";
  if (has(/^OFD\.xml$/i)) return "ofd";
  if (names.includes("mimetype") && names.includes("content.xml")) return "openDocument";
  return "archive";
}

/** Whether these decoded bytes were never a text: control characters and broken characters that no writing has. */
export function isNoText(text: string): boolean {
  const probe = text.slice(0, 65536);
  const strange = probe.match(/[\0-\x07\x0e-\x19\x1c-\x1f\x7f\ufffd]/g);
  return strange !== null && strange.length > probe.length / 50 + 2;
}
