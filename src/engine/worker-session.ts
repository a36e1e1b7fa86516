import { wrap, type Remote } from "comlink";
import type { Thread } from "./thread.ts";

/** The worker ended in the middle of a call: nothing of that call counts, and the same call can be made again. */
export class EngineLostError extends Error {
  override readonly name = "EngineLostError";
}

/** Rejects what was under way in a worker that the client itself replaced; those calls are made again. */
export class ReplacedError extends Error {
  override readonly name = "ReplacedError";
}

/** One thread, what it offers, and the calls under way in it; when it ends, every one of them is rejected. */
export class WorkerSession<Side> {
  readonly remote: Remote<Side>;
  readonly #thread: Thread;
  readonly #underWay = new Set<(reason: Error) => void>();
  #ended: Error | undefined;

  constructor(thread: Thread) {
    this.#thread = thread;
    this.remote = wrap<Side>(thread.endpoint);
    thread.onLost((reason) => this.end(new EngineLostError(reason)));
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** A call to the worker. @throws what ended the worker, if it ends first */
  run<T>(start: (remote: Remote<Side>) => Promise<T>): Promise<T> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#underWay.add(reject);
      start(this.remote)
        .then(resolve, reject)
        .finally(() => this.#underWay.delete(reject));
    });
  }

  end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = reason;
    this.#thread.terminate();
    for (const reject of this.#underWay) reject(reason);
    this.#underWay.clear();
  }
}
