import { LIMITS } from "./limits.ts";
import { Pause } from "./pause.ts";
import { Refusal } from "./refusal.ts";
import type { Task } from "./task.ts";

/** One reading of one file: its pauses, its progress by compressed bytes, and what it may still use. */
export class ReadRun {
  readonly #task: Task | undefined;
  readonly #pause: Pause;
  readonly #started = performance.now();
  #total = Number.POSITIVE_INFINITY;
  #compressed = 0;
  #cells = 0;

  constructor(task: Task | undefined) {
    this.#task = task;
    this.#pause = new Pause(task);
  }

  /** Compressed bytes of the parts that will be read from now on. */
  expect(total: number): void {
    this.#total = total;
    this.#compressed = 0;
  }

  advance(compressed: number): void {
    this.#compressed += compressed;
  }

  /** @throws Refusal when the workbook needs more room than there is for it */
  claimCells(count: number): void {
    this.#cells += count;
    if (this.#cells > LIMITS.cells) throw new Refusal("too-large", `> ${LIMITS.cells} cells`, `≤ ${LIMITS.cells}`);
  }

  /** @throws AbortError when cancelled; Refusal when the file takes too long */
  async pauseIfDue(what: string): Promise<void> {
    if (!this.#pause.isDue) return;
    this.report(what);
    await this.#pause.take();
    const seconds = (performance.now() - this.#started) / 1000;
    if (seconds > LIMITS.seconds) throw new Refusal("too-large", `${Math.round(seconds)} s`, `≤ ${LIMITS.seconds} s`);
  }

  async pause(): Promise<void> {
    await this.#pause.take();
  }

  /** @param done share that is read, if not what the bytes say */
  report(what: string, done = this.#compressed / this.#total): void {
    this.#task?.onProgress?.({ step: "read", done: Math.min(1, done), what });
  }
}
