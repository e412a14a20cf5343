import { saveAs } from "./saving";
import type { Language } from "./words";

const words = {
  zh: { name: "勾稽-离线版.html", saved: "已交给浏览器下载：“勾稽-离线版.html”。断网时双击即可打开。" },
  en: { name: "gouji-offline.html", saved: "Handed to the browser as “gouji-offline.html”. A double click opens it, without a network." },
};

/** Hands the clean copy of this page to the browser, and gives the words that say so. */
export function saveOffline(language: Language): string {
  const { name, saved } = words[language];
  saveAs(name, pristine(), "text/html");
  return saved;
}

/**
 * The page as it was built, byte for byte, whatever has happened to the document since. It may not ask for its own file
 * (connect-src 'none'), so it is put together again: the policy and the first script stand in the document, and the rest is in
 * that script, for which the policy's hash vouches.
 */
function pristine(): string {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]') as HTMLMetaElement;
  const script = goujiParts.start;
  const tag = script.localName; // its literal name in a script may keep the browser from seeing where that ends
  const parts: Record<string, string> = {
    policy: policy.content,
    script: `<${tag}>${script.textContent!}</${tag}>`,
  };
  return goujiParts.pieces.split("$").map((piece, index) => (index % 2 ? parts[piece]! : piece)).join("");
}
