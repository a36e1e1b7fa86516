import sample from "../../../samples/hand-check-30.xlsx?url";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import { figuresText } from "./figures-text.ts";

const engine = createWorkerEngine(xicheng202371);
const roster = new Uint8Array(await (await fetch(sample)).arrayBuffer());
const body = await figuresText(engine, roster, 2).catch((error: unknown) => `failed: ${String(error)}`);
await fetch("figures", { method: "POST", body });
