import type { Task } from "./task.ts";

/** How long work runs before it lets messages and cancellation through. */
const TURN_MILLISECONDS = 10;

/** A turn of the event loop; setTimeout would cost 4 ms each in a browser. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Gives way to other work about every 10 ms, and stops when the task was cancelled. */
export class Pause {
  readonly #task: Task | undefined;
  #turnStarted = performance.now();

  constructor(task: Task | undefined) {
    this.#task = task;
  }

  get isDue(): boolean {
    return performance.now() - this.#turnStarted >= TURN_MILLISECONDS;
  }

  /** @throws AbortError when the task was cancelled */
  async take(): Promise<void> {
    this.#throwIfCancelled();
    await nextTurn();
    this.#throwIfCancelled();
    this.#turnStarted = performance.now();
  }

  async takeIfDue(): Promise<void> {
    if (this.isDue) await this.take();
  }

  #throwIfCancelled(): void {
    if (this.#task?.signal?.aborted) throw new DOMException("the work was cancelled", "AbortError");
  }
}
