import { afterEach, expect, it, vi } from "vitest";
import handCheck from "../../../samples/hand-check-30.xlsx?url";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { createEngine } from "../../../src/engine/in-process.ts";
import type { Engine } from "../../../src/engine/port.ts";
import { webThread } from "../../../src/engine/thread.ts";
import { createWorkerEngine } from "../../../src/engine/worker-client.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";

const started: Worker[] = [];
let engine: Engine;

function startThread() {
  const worker = new Worker(new URL("./crashing-simulation-worker.ts", import.meta.url), { type: "module" });
  started.push(worker);
  return webThread(worker);
}

const request = { scenario: publishedScenario, trials: 750, seed: 7 };

async function loaded(made: Engine): Promise<Engine> {
  const bytes = new Uint8Array(await (await fetch(handCheck)).arrayBuffer());
  const card = await made.load(bytes, "roster.xlsx");
  if ("refused" in card) throw new Error("the sample must load");
  return made;
}

const expected = await (await loaded(createEngine(xicheng202371))).simulate(request);

afterEach(() => {
  engine.close();
  started.length = 0;
});

it("gives the same figures to the bit in 1, 2 and 3 threads as in one's own", async () => {
  engine = await loaded(createEngine(xicheng202371, { start: startThread, usual: 2 }));
  for (const workers of [1, 2, 3]) {
    // a roster that is loaded anew has no trials that are known already
    await loaded(engine);
    expect(await engine.simulate({ ...request, workers })).toEqual(expected);
  }
  expect(started.length).toBe(3);
});

it("replaces a thread that dies and runs its block again", async () => {
  const secondDying = () => {
    const thread = startThread();
    if (started.length === 2) started[1]?.postMessage("crash at the next block");
    return thread;
  };
  engine = await loaded(createEngine(xicheng202371, { start: secondDying, usual: 2 }));
  expect(await engine.simulate(request)).toEqual(expected);
  expect(started.length).toBe(3);
});

it("says so when a block's thread dies again and again, and never gives a part for the whole", async () => {
  const dying = () => {
    const thread = startThread();
    started.at(-1)?.postMessage("crash");
    return thread;
  };
  engine = await loaded(createEngine(xicheng202371, { start: dying, usual: 1 }));
  await expect(engine.simulate(request)).rejects.toMatchObject({ name: "EngineLostError" });
  expect(started.length).toBe(3);
});

it("stops at once, and the threads serve the next run", async () => {
  engine = await loaded(createEngine(xicheng202371, { start: startThread, usual: 2, patience: 60_000 }));
  const stop = new AbortController();
  const onProgress = ({ done }: { readonly done: number }): void => void (done > 0 && stop.abort());
  const stopped = engine.simulate(request, { signal: stop.signal, onProgress });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect(await engine.simulate(request)).toEqual(expected);
  expect(started.length).toBe(2);
});

it("lets a run go on whose turn it is when one that waits behind it is stopped", { timeout: 20_000 }, async () => {
  engine = await loaded(createEngine(xicheng202371, { start: startThread, usual: 1 }));
  const [ending, stop] = [new AbortController(), new AbortController()];
  let done = 0;
  const onProgress = (progress: { readonly done: number }): void => void (done = progress.done);
  const long = engine.simulate({ ...request, trials: 1_000_000 }, { signal: ending.signal, onProgress });
  await vi.waitFor(() => expect(done).toBeGreaterThan(0), { timeout: 10_000 });
  const waiting = engine.simulate({ ...request, seed: 8 }, { signal: stop.signal });
  const turn = new Promise((resolve) => setTimeout(resolve, 200));
  await turn;
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const before = done;
  await vi.waitFor(() => expect(done).toBeGreaterThan(before), { timeout: 5000 });
  ending.abort();
  await expect(long).rejects.toMatchObject({ name: "AbortError" });
  expect(started.length).toBe(1);
});

it("simulates behind the page's own engine worker, with figures on the way", async () => {
  engine = await loaded(createWorkerEngine(xicheng202371));
  expect(await engine.simulate({ ...request, workers: 2 })).toEqual(expected);
  // one thread takes the blocks in order, so that there are first trials before there are all
  const parts: number[] = [];
  const alone = { ...request, seed: 8, workers: 1 };
  await engine.simulate(alone, { onPartial: ({ trials }) => parts.push(trials) });
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.every((trials) => trials < 750)).toBe(true);
});
