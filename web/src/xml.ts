import { trusted } from "./trust";

/** What the readers of Office files need of XML: names without prefixes, for every producer chooses its own. */
export function parseXml(bytes: Uint8Array): Element | null {
  const wide = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  const document = new DOMParser().parseFromString(trusted.html(new TextDecoder(wide).decode(bytes)), "application/xml");
  return document.getElementsByTagName("parsererror").length > 0 ? null : document.documentElement;
}

export function child(element: Element | null, ...path: string[]): Element | null {
  let at = element;
  for (const name of path) at = at && (Array.from(at.children).find(({ localName }) => localName === name) || null);
  return at;
}

export function children(element: Element | null, name: string): Element[] {
  return element ? Array.from(element.children).filter(({ localName }) => localName === name) : [];
}

/** `w:val` and its like. */
export function attribute(element: Element | null, name: string): string | null {
  if (!element) return null;
  const found = Array.from(element.attributes).find(({ localName }) => localName === name);
  return found ? found.value : null;
}

/** An on/off property: there, and not switched off. */
export function isOn(element: Element | null): boolean {
  return element !== null && !/^(0|false|off|none)$/.test(attribute(element, "val") || "");
}
