import { wrap, type Remote } from "comlink";
import type { WorkerSide } from "./worker-side.ts";

/** The worker ended in the middle of a call: nothing of that call counts, and the same call can be made again. */
export class EngineLostError extends Error {
  override readonly name = "EngineLostError";
}

/** Rejects what was under way in a worker that the client itself replaced; those calls are made again. */
export class ReplacedError extends Error {
  override readonly name = "ReplacedError";
}

/** One worker and the calls under way in it; when it ends, every one of them is rejected. */
export class WorkerSession {
  readonly remote: Remote<WorkerSide>;
  readonly #worker: Worker;
  readonly #underWay = new Set<(reason: Error) => void>();
  #ended: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.remote = wrap<WorkerSide>(worker);
    const lost = (event: Event): void => {
      event.preventDefault();
      this.end(new EngineLostError(event instanceof ErrorEvent ? event.message : event.type));
    };
    worker.addEventListener("error", lost);
    worker.addEventListener("messageerror", lost);
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** A call to the worker. @throws what ended the worker, if it ends first */
  run<T>(start: (remote: Remote<WorkerSide>) => Promise<T>): Promise<T> {
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
    this.#worker.terminate();
    for (const reject of this.#underWay) reject(reason);
    this.#underWay.clear();
  }
}
