import { MessageChannel, MessagePort, Worker, workerData } from "node:worker_threads";
import { BlockPool } from "../engine/block-pool.ts";
import { runBlocksHere, type RunBlocks } from "../engine/block-runner.ts";
import { serveBlocks } from "../engine/block-server.ts";
import type { SimulationThreads } from "../engine/in-process.ts";
import type { Thread } from "../engine/thread.ts";

/** A port as comlink takes it: of what can be moved, this program moves buffers alone. */
const endpointOf = (port: MessagePort): Thread["endpoint"] => ({
  postMessage: (message: unknown, moved: readonly unknown[] = []) =>
    port.postMessage(
      message,
      moved.filter((item) => item instanceof ArrayBuffer),
    ),
  addEventListener: (type, listener) => port.addEventListener(type, listener),
  removeEventListener: (type, listener) => port.removeEventListener(type, listener),
  start: () => port.start(),
});

/** A thread of this program that simulates: the same bundle, which finds out that it is not the main thread. */
function startThread(bundle: URL): Thread {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(bundle, { workerData: port2, transferList: [port2] });
  return {
    endpoint: endpointOf(port1),
    onLost: (listener) => {
      worker.on("error", (error: Error) => listener(error.message));
      worker.on("exit", (code) => listener(`a thread ended with code ${code}`));
    },
    terminate: () => {
      port1.close();
      void worker.terminate();
    },
  };
}

/** What such a thread does: answers until the main thread ends it. */
export function serveMainThread(): void {
  const port: unknown = workerData;
  if (!(port instanceof MessagePort)) throw new Error("this thread was not started to simulate");
  serveBlocks(endpointOf(port));
}

/** Threads for an engine; none where one worker is enough: this thread itself. */
export const threadsOf = (bundle: URL, workers: number): SimulationThreads | undefined =>
  workers === 1 ? undefined : { start: () => startThread(bundle), usual: workers };

/** Lends threads to some work and ends them after it; one worker is this thread itself. */
export async function withThreads<T>(bundle: URL, workers: number, work: (run: RunBlocks) => Promise<T>): Promise<T> {
  if (workers === 1) return await work(runBlocksHere);
  const pool = new BlockPool(() => startThread(bundle));
  try {
    return await work(pool.run);
  } finally {
    pool.close();
  }
}
