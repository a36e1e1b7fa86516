import { afterEach, expect, it } from "vitest";
import demo from "../../../samples/demo-district.xlsx?url";
import handCheck from "../../../samples/hand-check-30.xlsx?url";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { createEngine } from "../../../src/engine/in-process.ts";
import type { Engine, RosterCard } from "../../../src/engine/port.ts";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

const started: Worker[] = [];
let engine: Engine;

function startWorker(): Worker {
  const worker = new Worker(new URL("./crashing-worker.ts", import.meta.url), { type: "module" });
  started.push(worker);
  return worker;
}

const bytesOf = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());

async function loaded(address: string, task?: Parameters<Engine["load"]>[2]): Promise<RosterCard> {
  const card = await engine.load(await bytesOf(address), "roster.xlsx", task);
  if ("refused" in card) throw new Error("the sample must load");
  return card;
}

async function netInProcess(address: string): Promise<Float64Array> {
  const own = createEngine(xicheng202371);
  await own.load(await bytesOf(address), "roster.xlsx");
  return (await own.evaluate(publishedScenario)).ledger.net;
}

afterEach(() => {
  engine.close();
  started.length = 0;
});

it("rejects what a crashed worker was doing, and answers the next call from a new worker with the same roster", async () => {
  engine = createWorkerEngine(xicheng202371, startWorker);
  await loaded(handCheck);
  const before = await engine.evaluate(publishedScenario);
  const lost = loaded(demo, { onProgress: () => started[0]?.postMessage("crash") });
  await expect(lost).rejects.toMatchObject({ name: "EngineLostError" });
  const after = await engine.evaluate(publishedScenario);
  expect(started.length).toBe(2);
  expect(after.ledger.net).toEqual(before.ledger.net);
});

it("notices a crash between two calls", async () => {
  engine = createWorkerEngine(xicheng202371, startWorker);
  await loaded(handCheck);
  const crashed = new Promise((resolve) => started[0]?.addEventListener("error", resolve, { once: true }));
  started[0]?.postMessage("crash");
  await crashed;
  expect((await engine.window({ table: "enterprises", search: "" }, 0, 1)).total).toBe(30);
  expect(started.length).toBe(2);
});

it("still holds the roster of before when a reading is cancelled, however far it had come", async () => {
  engine = createWorkerEngine(xicheng202371, startWorker);
  await loaded(handCheck);
  const expected = await netInProcess(handCheck);
  for (const step of ["read", "check"]) {
    const stop = new AbortController();
    const reading = loaded(demo, {
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.step === step) stop.abort();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect((await engine.evaluate(publishedScenario)).ledger.net).toEqual(expected);
  }
});

it("keeps the roster of before when a file is refused", async () => {
  engine = createWorkerEngine(xicheng202371, startWorker);
  await loaded(handCheck);
  expect(await engine.load(new TextEncoder().encode("not a workbook"), "notes.xlsx")).toMatchObject({ refused: true });
  expect((await engine.window({ table: "enterprises", search: "" }, 0, 1)).total).toBe(30);
});
