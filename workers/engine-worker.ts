import { expose } from "comlink";
import { createEngine } from "../src/engine/in-process.ts";
import { workerSide } from "../src/engine/worker-side.ts";

expose(workerSide(createEngine()));
