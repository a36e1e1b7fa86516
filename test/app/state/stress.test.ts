import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { StressState, type StressStatus } from "../../../src/app/state/stress.svelte.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { createEngine } from "../../../src/engine/in-process.ts";
import type { Engine } from "../../../src/engine/port.ts";

const cases = xicheng202371.stressCases.filter(({ id }) => ["recession-5", "listing-window"].includes(id));
const request = { scenario: publishedScenario, trials: 250, seed: 1 };
let engine: Engine;

beforeEach(async () => {
  engine = createEngine(xicheng202371);
  await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx");
});
afterEach(() => engine.close());

describe("a run of stress cases", () => {
  it("has the scenario first, which differs from itself by exactly 0, then each case on the same trials", async () => {
    const stress = new StressState(engine);
    const running = stress.run(request, cases);
    const seen: StressStatus["kind"][] = [stress.status.kind];
    await running;
    expect([...seen, stress.status.kind]).toEqual(["running", "idle"]);
    expect(stress.request).toBe(request);
    expect(stress.outcomes.map(({ id }) => id)).toEqual([undefined, "recession-5", "listing-window"]);
    const [base, , listing] = stress.outcomes;
    expect(base?.difference).toEqual({ mean: 0, se: 0 });
    const alone = await engine.simulate(request);
    expect(base?.term).toEqual(alone.total.term);
    expect((listing?.term.mean ?? 0) - (base?.term.mean ?? 0)).toBeCloseTo(listing?.difference.mean ?? 0, 3);
  });

  it("keeps what is finished when stopped, as such, and starts anew", async () => {
    const stress = new StressState(engine);
    const running = stress.run(request, cases);
    await vi.waitFor(() => expect(stress.outcomes.length).toBe(1), { timeout: 50_000, interval: 1 });
    stress.cancel();
    await running;
    expect([stress.status.kind, stress.outcomes.length]).toEqual(["stopped", 1]);
    await stress.run(request, []);
    expect([stress.status.kind, stress.outcomes.length]).toEqual(["idle", 1]);
  });

  it("fails with the engine's reason", async () => {
    const stress = new StressState(engine);
    await stress.run({ ...request, trials: 10_000_001 }, cases);
    expect(stress.status).toMatchObject({ kind: "failed", reason: expect.stringContaining("10000001") as string });
  });
});
