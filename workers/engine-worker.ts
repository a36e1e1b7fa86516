import { expose } from "comlink";
import { createEngine } from "../src/engine/in-process.ts";
import { webThread } from "../src/engine/thread.ts";
import { workerSide } from "../src/engine/worker-side.ts";

/** More threads than this would mostly wait for memory. */
const MOST_THREADS = 8;

const start = () =>
  webThread(new Worker(new URL("./simulation-worker.ts", import.meta.url), { type: "module", name: "simulation" }));

expose(workerSide(createEngine({ start, usual: Math.min(navigator.hardwareConcurrency, MOST_THREADS) })));
