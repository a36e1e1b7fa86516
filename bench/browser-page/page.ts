import { wrap } from "comlink";
import type { TimeImport } from "./import-worker.ts";

const worker = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });

Object.assign(globalThis, { timeImport: wrap<TimeImport>(worker) });
