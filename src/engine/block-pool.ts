import type { Policy } from "../core/policy/policy.ts";
import type { Roster } from "../core/roster/roster.ts";
import type { SimulationJob } from "../core/simulation/block-run.ts";
import type { BlockOrder } from "./block-runner.ts";
import type { BlockServer } from "./block-server.ts";
import { orAborted } from "./or-aborted.ts";
import type { Task } from "./port.ts";
import type { Thread } from "./thread.ts";
import { EngineLostError, WorkerSession } from "./worker-session.ts";

/** Threads that have not finished a cancelled run's block after so many milliseconds are ended. */
const PATIENCE = 2000;

/** A block whose thread died so often is not tried again. */
const MOST_LOSSES = 3;

/** A place for one thread after another, and what the present one was told. */
class Lane {
  #session: WorkerSession<BlockServer> | undefined;
  #published: Policy | undefined;
  #roster: Roster | undefined;
  #job: SimulationJob | undefined;
  /** Blocks of the roster that the present thread made, and may have kept. */
  readonly made = new Set<number>();

  constructor(private readonly startThread: () => Thread) {}

  /** @throws EngineLostError if the thread dies; the next call starts another one */
  async block({ published, roster, job }: BlockOrder, block: number) {
    const session = this.#living();
    if (this.#roster !== roster || this.#published !== published) {
      await session.run((remote) => remote.hold(published, roster));
      this.#published = published;
      this.#roster = roster;
      this.made.clear();
      this.#job = undefined;
    }
    if (this.#job !== job) {
      await session.run((remote) => remote.prepare(job));
      this.#job = job;
    }
    const record = await session.run((remote) => remote.block(block));
    this.made.add(block);
    return record;
  }

  end(reason: string): void {
    this.#session?.end(new EngineLostError(reason));
  }

  #living(): WorkerSession<BlockServer> {
    if (this.#session && !this.#session.ended) return this.#session;
    this.#roster = undefined;
    this.#job = undefined;
    this.made.clear();
    this.#session = new WorkerSession(this.startThread());
    return this.#session;
  }
}

/**
 * Threads that simulate blocks, one block each at a time. They keep their roster and their job from one run to the next;
 * one that dies is replaced, and its block is run again. Runs follow one another: a thread that is still at a block of a
 * cancelled run finishes it, for at most two seconds. A run that is cancelled while it waits disturbs no other.
 */
export class BlockPool {
  readonly #lanes: Lane[] = [];
  #before: Promise<unknown> = Promise.resolve();
  /** The run whose turn it is, by what stops it. */
  #atWork: AbortController | undefined;

  /** @param patience how long threads may take over a cancelled run's block, ms */
  constructor(
    private readonly startThread: () => Thread,
    private readonly patience = PATIENCE,
  ) {}

  /** Simulates all blocks of an order. @throws EngineLostError if a block's thread dies three times */
  readonly run = (order: BlockOrder, task?: Task): Promise<void> => {
    task?.signal?.throwIfAborted();
    const stop = new AbortController();
    const abort = (): void => this.#abandon(stop, running);
    const running = this.#before.then(() => {
      // the threads are another run's until now
      this.#atWork = stop;
      return stop.signal.aborted ? undefined : this.#work(order, stop);
    });
    this.#before = running.catch(() => undefined);
    task?.signal?.addEventListener("abort", abort, { once: true });
    return orAborted(running, task?.signal).finally(() => task?.signal?.removeEventListener("abort", abort));
  };

  close(): void {
    for (const lane of this.#lanes) lane.end("the engine was closed");
  }

  #abandon(stop: AbortController, running: Promise<void>): void {
    stop.abort();
    if (this.#atWork !== stop) return;
    const timer = setTimeout(() => this.close(), this.patience);
    void running.catch(() => undefined).finally(() => clearTimeout(timer));
  }

  /** Ends when every lane is out, so that the next run finds them idle. */
  async #work(order: BlockOrder, stop: AbortController): Promise<void> {
    const waiting = [...order.blocks];
    const count = Math.min(order.workers, waiting.length);
    while (this.#lanes.length < count) this.#lanes.push(new Lane(this.startThread));
    const lanes = this.#lanes.slice(0, count);
    const ends = await Promise.allSettled(lanes.map((lane) => this.#drive(lane, order, waiting, stop)));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  async #drive(lane: Lane, order: BlockOrder, waiting: number[], stop: AbortController): Promise<void> {
    try {
      for (let block = this.#next(lane, waiting); block !== undefined; block = this.#next(lane, waiting)) {
        if (stop.signal.aborted) return;
        const record = await this.#persist(lane, order, block, stop);
        if (record && !stop.signal.aborted) await order.onBlock(record);
      }
    } catch (error) {
      stop.abort();
      throw error;
    }
  }

  /** Takes the next block for a lane: one that it made before, else one that no other lane did, else any. */
  #next(lane: Lane, waiting: number[]): number | undefined {
    const own = waiting.findIndex((block) => lane.made.has(block));
    const free = waiting.findIndex((block) => !this.#lanes.some(({ made }) => made.has(block)));
    const [block] = waiting.splice(Math.max(0, own >= 0 ? own : free), 1);
    return block;
  }

  /** A block's record, however many threads it takes; undefined once the run is stopped. */
  async #persist(lane: Lane, order: BlockOrder, block: number, stop: AbortController) {
    for (let losses = 1; ; losses++) {
      try {
        return await lane.block(order, block);
      } catch (error) {
        if (stop.signal.aborted) return undefined;
        if (!(error instanceof EngineLostError) || losses >= MOST_LOSSES) throw error;
      }
    }
  }
}
