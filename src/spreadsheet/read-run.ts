import { LIMITS } from "./limits.ts";
import { Pause } from "./pause.ts";
import { Refusal } from "./refusal.ts";
import type { Task } from "./task.ts";

/** One reading of one file: its pauses, its progress by compressed bytes, and what it may still use. */
export class ReadRun {
  readonly #task: Task | undefined;
  readonly #pause: Pause;
  readonly #started = performance.now();
  #total = 1;
  #compressed = 0;
  #cells = 0;

  constructor(task: Task | undefined) {
    this.#task = task;
    this.#pause = new Pause(task);
  }

  /** Compressed bytes of the parts that will be read. */
  expect(total: number): void {
    this.#total = Math.max(1, total);
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
    if (seconds * 1000 > LIMITS.milliseconds) {
      throw new Refusal("too-large", `${Math.round(seconds)} s`, `≤ ${LIMITS.milliseconds / 1000} s`);
    }
  }

  async pause(): Promise<void> {
    await this.#pause.take();
  }

  finish(what: string): void {
    this.#compressed = this.#total;
    this.report(what);
  }

  report(what: string): void {
    this.#task?.onProgress?.({ step: "read", done: Math.min(1, this.#compressed / this.#total), what });
  }
}
