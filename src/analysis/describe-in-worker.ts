import { wrap } from "comlink";
import analysisWorker from "../../workers/analysis-worker.ts?worker&url";
import { boundWorker } from "../../workers/bound-worker.ts";
import type { describeColumns, Description } from "./describe-columns.ts";

/** Describes columns in a worker that is started for the one call, so that nobody else loads danfojs. */
export async function describeInWorker(columns: readonly Float64Array[]): Promise<(Description | undefined)[]> {
  const worker = boundWorker(analysisWorker);
  try {
    const died = new Promise<never>((_, reject) => {
      worker.addEventListener("error", (event) => {
        reject(new Error(`the description stopped: ${event.message}`));
      });
    });
    return await Promise.race([wrap<typeof describeColumns>(worker)(columns), died]);
  } finally {
    worker.terminate();
  }
}
