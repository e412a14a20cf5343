import { inflateSync } from "fflate";
import packed from "gouji.wasm";
import { GoujiChecker } from "./checker";
import { loadCore, type Core } from "./core";
import type { Language } from "./words";

/** The page around the checker: its title, its language switch, its footer. */
let loading: Promise<Core> | null = null;
GoujiChecker.core = () => loading || (loading = start());

async function start(): Promise<Core> {
  return loadCore(inflateSync(packed) as Uint8Array<ArrayBuffer>); // rejects where there is no WebAssembly
}
customElements.define("gouji-checker", GoujiChecker);

const checker = document.querySelector("gouji-checker") as GoujiChecker;
const button = document.querySelector("#language") as HTMLButtonElement;

function show(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset.language = language; // page.css shows the words of this language
  button.textContent = language === "zh" ? "English" : "中文";
  button.lang = language === "zh" ? "en" : "zh-Hans";
  document.title = language === "zh" ? "勾稽 · 政府信息公开年度报告核对" : "Gouji · Checker for government annual reports";
  checker.language = language;
}

button.addEventListener("click", () => show(checker.language === "zh" ? "en" : "zh"));
show("zh");
void GoujiChecker.core().then(({ version }) => {
  const place = document.querySelector("#version");
  if (place) place.textContent = version;
}, () => undefined);
