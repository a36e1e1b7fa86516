import { proxy, transfer, wrap, type Remote } from "comlink";
import type { Engine, Task } from "./port.ts";
import type { WorkerSide } from "./worker-side.ts";

/**
 * The engine in a worker of its own, so that the page is never blocked. A worker that dies rejects what was under
 * way; the roster it held is lost, so the caller must load it again.
 */
export function createWorkerEngine(): Engine {
  const worker = new Worker(new URL("../../workers/engine-worker.ts", import.meta.url), { type: "module" });
  const remote: Remote<WorkerSide> = wrap<WorkerSide>(worker);
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      reject(new Error(`the calculation stopped: ${event.message}`));
    });
  });
  died.catch(() => undefined); // every call races against it and reports it
  let calls = 0;
  const run = <T>(
    task: Task | undefined,
    start: (call: number, report: NonNullable<Task["onProgress"]>) => Promise<T>,
  ): Promise<T> => {
    task?.signal?.throwIfAborted();
    const call = calls++;
    task?.signal?.addEventListener("abort", () => void remote.abort(call), { once: true });
    const report = proxy((progress: Parameters<NonNullable<Task["onProgress"]>>[0]) => task?.onProgress?.(progress));
    return Promise.race([start(call, report), died]);
  };
  return {
    load: (bytes, fileName, task) =>
      run(task, async (call, report) => await remote.load(call, transfer(bytes, [bytes.buffer]), fileName, report)),
    evaluate: (scenario, task) => run(task, (call, report) => remote.evaluate(call, scenario, report)),
    window: (table, first, count, search) => Promise.race([remote.window(table, first, count, search), died]),
    numbers: (table) => Promise.race([remote.numbers(table), died]),
    template: () => Promise.race([remote.template(), died]),
    close: () => {
      worker.terminate();
    },
  };
}
