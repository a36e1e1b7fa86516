import { expect, test } from "vitest";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import type { SimulatedFigures } from "../../src/core/simulation/simulated-figures.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import type { Engine, Progress } from "../../src/engine/port.ts";
import { demoDistrict } from "../../samples/demo-district.ts";
import { writeSheets } from "../../samples/write-sheets.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const file = await writeSheets(
  "名册",
  demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 40) })),
);
const engine: Engine = createEngine(xicheng202371);
await engine.load(file.slice(), "名册.xlsx");
const request = { scenario: publishedScenario, trials: 600, seed: 7 };

test("tells of ever more trials while it runs, and gives the whole as its result alone", async () => {
  const parts: SimulatedFigures[] = [];
  const heard: Progress[] = [];
  const whole = await engine.simulate(request, {
    onPartial: (figures) => parts.push(figures),
    onProgress: (progress) => heard.push(progress),
  });
  expect(parts.map(({ trials }) => trials)).toEqual([250, 500]);
  expect(whole.trials).toBe(600);
  expect(parts[0]).toEqual(await engine.simulate({ ...request, trials: 250 }));
  const done = heard.filter(({ step }) => step === "simulate").map((progress) => progress.done);
  expect(done).toEqual([0, 1 / 3, 2 / 3, 1]);
});

test("a simulation that is stopped ends in an AbortError, and the next one is whole", async () => {
  const stop = new AbortController();
  const onPartial = (): void => stop.abort();
  // trials that are known already have no parts
  const stopped = engine.simulate({ ...request, seed: 8 }, { signal: stop.signal, onPartial });
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  expect((await engine.simulate({ ...request, seed: 8 })).trials).toBe(600);
});

test("budgets and a name are read of the trials that were run, any price and any hazard is run anew", async () => {
  await engine.simulate(request);
  const runs = async (changes: Partial<Scenario>): Promise<[SimulatedFigures, boolean]> => {
    let ran = false;
    const scenario = { ...publishedScenario, ...changes };
    const figures = await engine.simulate(
      { ...request, scenario },
      { onProgress: ({ step }) => (ran ||= step === "simulate") },
    );
    return [figures, ran];
  };
  const budgets = { 2027: { total: 0 } };
  const [budgeted, ranForBudget] = await runs({ budgets, name: "预算" });
  expect(ranForBudget).toBe(false);
  const afresh = createEngine(xicheng202371);
  await afresh.load(file.slice(), "名册.xlsx");
  expect(budgeted).toEqual(await afresh.simulate({ ...request, scenario: { ...publishedScenario, budgets } }));
  expect(budgeted.total.overBudget.get(2027)).toBeGreaterThan(0.5);
  for (const values of [{ "m06.补助比例": 0.1 }, { "sim.迁出.年概率": 0.5 }]) {
    const [figures, ran] = await runs({ values });
    expect([ran, figures.total.term.mean === budgeted.total.term.mean]).toEqual([true, false]);
  }
});

test.each([
  [{ trials: 0 }, "trials: found 0, allowed is a whole number from 1 to 10000000"],
  [{ trials: 1.5 }, "trials: found 1.5"],
  [{ seed: -1 }, "seed: found -1, allowed is a whole number from 0 to 9007199254740991"],
  [{ workers: 65 }, "workers: found 65, allowed is a whole number from 1 to 64"],
])("%j is refused with the range that is allowed", async (wrong, message) => {
  await expect(engine.simulate({ ...request, ...wrong })).rejects.toThrow(message);
});

test("trials for which there is no memory are refused with the most that fit", async () => {
  await expect(engine.simulate({ ...request, trials: 10_000_000 })).rejects.toMatchObject({
    name: "SimulationMemoryError",
    largestTrials: expect.any(Number),
  });
});
