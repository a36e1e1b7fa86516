import { expose } from "comlink";
import { boundWorker } from "./bound-worker.ts";
import { createEngine } from "../src/engine/in-process.ts";
import { webThread } from "../src/engine/thread.ts";
import { workerSide } from "../src/engine/worker-side.ts";
import simulationWorker from "./simulation-worker.ts?worker&url";

/** More threads than this would mostly wait for memory. */
const MOST_THREADS = 8;

const start = () => webThread(boundWorker(simulationWorker, "simulation"));

const usual = Math.min(navigator.hardwareConcurrency, MOST_THREADS);

expose(workerSide((published) => createEngine(published, { start, usual })));
