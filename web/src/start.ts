import pieces from "gouji.page";
import unpacker from "gouji.unpacker";
import { unpack } from "./unpack";

/**
 * The one script that stands in the page as it is: unpacks the page's own script and starts it; the module and the manual follow
 * while the page can be used already. All three stand in one stream, for they use the same words. The policy of the page allows
 * the script by its hash.
 *
 * A worker unpacks, so that nothing stops meanwhile, and its memory goes with it. Where there can be no worker this thread does,
 * some milliseconds at a time.
 */
type Part = Uint8Array<ArrayBuffer>;

/** How long a worker may take to say that it runs, in ms; a policy that forbids it does not always say so. */
const patience = 3000;
/** What this thread does in one go, in ms. */
const slice = 12;

const takers: ((part: Part) => void)[] = [];
const refusers: ((error: unknown) => void)[] = [];
const part = (): Promise<Part> =>
  new Promise((resolve, reject) => {
    takers.push(resolve);
    refusers.push(reject);
  });
const script = part();
const module = part();
const manual = part();
const start = document.currentScript as HTMLScriptElement;
globalThis.goujiParts = { module, manual, pieces, start };

/** This script without what is packed: what the page says and how scripts are written was learnt from it. */
const known = start.textContent!.replace(new RegExp(gouji.longString, "g"), "");

let worker: Worker | null = null;
let timer = 0;
const end = (): void => {
  clearTimeout(timer);
  if (worker) worker.terminate();
  worker = null;
};

/** Of a text that build.mjs made of bytes. */
function bytesOf(text: string, moved: number): Part {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) - moved; // modulo 256
  return bytes;
}

function unpackHere(): void {
  end();
  let taken = 0;
  let began = performance.now();
  // A message to itself, for timers are slow in a page that is not in sight.
  const { port1, port2 } = new MessageChannel();
  const pause = (resolve: () => void): void => {
    port1.onmessage = () => {
      began = performance.now();
      resolve();
    };
    port2.postMessage(0);
  };
  const rest = (): unknown => performance.now() - began > slice && new Promise<void>(pause);
  unpack(bytesOf(unpacker, gouji.movedBy), bytesOf(atob(packed), 0), new TextEncoder().encode(known), (one) => takers[taken++]!(one), rest)
    .then(() => port1.close())
    .catch((error) => refusers.forEach((refuse) => refuse(error)));
}

try {
  const source = `const b=${bytesOf},u=${unpack};onmessage=e=>{postMessage(1);u(b(e.data[0],${gouji.movedBy}),b(atob(e.data[1]),0),new TextEncoder().encode(e.data[2]),p=>postMessage(p,[p.buffer])).catch(()=>postMessage(0))}`;
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  worker = new Worker(url);
  timer = window.setTimeout(unpackHere, patience);
  let taken = 0;
  worker.onmessage = ({ data }: MessageEvent<Part | 0 | 1>) => {
    URL.revokeObjectURL(url);
    clearTimeout(timer);
    if (data === 0) unpackHere();
    else if (data !== 1) takers[taken++]!(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    unpackHere();
  };
  worker.postMessage([unpacker, packed, known]);
} catch {
  unpackHere();
}

void script.then((bytes) => {
  const element = document.createElement("script");
  element.textContent = new TextDecoder().decode(bytes);
  // It runs at once. A page that is saved with it would start it twice.
  document.body.appendChild(element).remove();
}, () => undefined);
Promise.all([script, module, manual]).then(end, () => {
  // No WebAssembly. Where the checker runs it says so itself.
  document.documentElement.classList.toggle("stopped", !customElements.get("gouji-checker"));
});
