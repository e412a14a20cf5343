import worker from "gouji.worker";
import { besideFromText } from "./beside";
import { loadCore } from "./core";
import { Engine } from "./engine";
import { rulesDate } from "./edition";
import { saveOffline } from "./offline";
import { PageChecker } from "./page-checker";
import type { Language } from "./words";

/** The page around the checker: its title, its language switch, its footer. */
let loading: Promise<Engine> | null = null;
PageChecker.engine = () => loading || (loading = start());

async function start(): Promise<Engine> {
  const core = await loadCore(await goujiParts.module); // rejects without WebAssembly
  return new Engine(core, besideFromText(worker, core.module!));
}
customElements.define("gouji-checker", PageChecker);

const checker = document.querySelector("gouji-checker") as PageChecker;
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
for (const one of document.querySelectorAll(".offline")) {
  one.addEventListener("click", () => fill(".saved", saveOffline(checker.language)));
}
const fill = (place: string, words: string): void => document.querySelectorAll(place).forEach((one) => (one.textContent = words));
fill(".edition", rulesDate);
void PageChecker.engine().then(({ version }) => fill(".version", version), () => undefined);
