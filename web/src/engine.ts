import type { Beside } from "./beside";
import type { Core } from "./core";
import type { Report } from "./report";
import { Joining } from "./slices";
import type { FromWorker, ToWorker } from "./worker";

/** A check that runs beside the page. */
export interface Run {
  /** Rejects with the core's failure; never settles once cancelled. */
  report: Promise<Report>;
  cancel(): void;
}

/** How long a worker may take to say that it runs; a policy that forbids it does not always say so. */
const patience = 3000;

/**
 * The core on this thread and, where the browser allows it, on another one. A page whose policy forbids workers, or a
 * browser that fails at them, gets every check on this thread; one that forbids the core on this thread, every check on
 * the other.
 */
export class Engine {
  private worker: Promise<Worker | null> | null = null;
  private running: { stop(): void } | null = null;
  /** The version of the core on the other thread. */
  private far = "";

  constructor(
    /** Null where it cannot be on this thread; then there is `beside`, and it has been seen to start (`aside`). */
    private readonly core: Core | null,
    private readonly beside: Beside | null,
  ) {}

  get version(): string {
    return this.core ? this.core.version : this.far;
  }

  /** Of the rules, what the core says; only where it is on this thread. */
  rulesJson(): string {
    return this.core ? this.core.rulesJson() : "[]";
  }

  /** Whether `check` can be called. */
  get isHere(): boolean {
    return this.core !== null;
  }

  /** At once: for texts of the length of a report. Throws what the core throws. */
  check(text: string): Report {
    this.cancel();
    return this.core!.check(text);
  }

  /** Beside the page. A newer run ends the one before. */
  checkAside(text: string): Run {
    this.cancel();
    let stopped = false;
    let kill = (): void => undefined;
    const stop = (): void => {
      if (!stopped) kill();
      stopped = true;
    };
    const run = { stop };
    this.running = run;
    const report = new Promise<Report>((resolve, reject) => {
      const ended = (settle: () => void): void => {
        if (stopped) return;
        stopped = true; // the worker stays for the next one
        if (this.running === run) this.running = null;
        settle();
      };
      const started = this.worker || (this.worker = this.start());
      void started.then((worker) => {
        if (stopped) return;
        if (!worker) {
          // After the words that say so are on the screen.
          setTimeout(() => ended(() => settled(() => this.core!.check(text), resolve, reject)), 50);
          return;
        }
        kill = () => {
          worker.terminate();
          this.worker = null;
        };
        const joining = new Joining();
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (stopped) return;
          if ("slice" in data) {
            const whole = joining.add(data.slice);
            // In a task of its own: what comes of a long report takes long.
            if (whole) setTimeout(() => ended(() => (this.rest(text, kill), resolve(whole))));
          } else if ("failed" in data) ended(() => (kill(), reject(new Error(data.failed))));
        };
        worker.onerror = (event) => ended(() => (kill(), reject(new Error(event.message))));
        worker.postMessage({ text } as ToWorker);
      });
    });
    return { report, cancel: run.stop };
  }

  /** Ends what is running; its worker goes with it, for the core cannot be interrupted. */
  cancel(): void {
    if (this.running) this.running.stop();
    this.running = null;
  }

  /** Starts the worker before it is needed. */
  warm(): void {
    if (!this.worker) this.worker = this.start();
  }

  /** Has the worker check a text for some tenths of a second, for nothing but to be quick when it is needed. */
  rehearse(text: string): void {
    this.warm();
    void this.worker!.then((worker) => worker && worker.postMessage({ rehearsed: text } as ToWorker));
  }

  /** Gives back the other thread; the next check that needs one starts it again. */
  end(): void {
    this.cancel();
    if (this.worker) void this.worker.then((worker) => worker && worker.terminate());
    this.worker = null;
  }

  /** Whether long checks leave the page free; null until it is known. */
  async aside(): Promise<boolean> {
    this.warm();
    return (await this.worker) !== null;
  }

  /** The memory of WebAssembly never shrinks: after a text of this length the worker had better go. */
  private rest(text: string, kill: () => void): void {
    if (text.length > 2_000_000) kill();
  }

  private start(): Promise<Worker | null> {
    const { beside } = this;
    if (!beside) return Promise.resolve(null);
    return new Promise((resolve) => {
      let worker: Worker | null = null;
      const decided = (answer: Worker | null): void => {
        clearTimeout(timer);
        if (!answer && worker) worker.terminate();
        resolve(answer);
      };
      const timer = setTimeout(() => decided(null), patience);
      try {
        worker = beside.start();
        worker.onerror = (event) => {
          event.preventDefault();
          decided(null);
        };
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if ("ready" in data) this.far = data.version;
          decided("ready" in data ? worker : null);
        };
        worker.postMessage(beside.first);
      } catch (error) {
        decided(null); // no workers, no blob: URLs, or a module that may not cross over
      }
    });
  }
}

function settled<T>(work: () => T, resolve: (value: T) => void, reject: (error: unknown) => void): void {
  try {
    resolve(work());
  } catch (error) {
    reject(error);
  }
}
