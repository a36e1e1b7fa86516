import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { sumOf } from "../../src/core/policy/totals.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const engine = createEngine(xicheng202371);
const lower: Scenario = { ...publishedScenario, values: { "m14.补偿比例": 0.25 } };

beforeAll(async () => {
  expect(
    await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx"),
  ).not.toHaveProperty("refused");
});

it("prices each scenario as an evaluation of its own does, in their order", async () => {
  const outcomes = await engine.compare([lower, publishedScenario]);
  for (const { scenario, sums } of outcomes) {
    const { totals } = await engine.evaluate(scenario);
    expect([sums.total, sums.departments]).toEqual([totals.total, totals.departments]);
  }
  expect(outcomes.map(({ scenario }) => scenario)).toEqual([lower, publishedScenario]);
});

it("sums the totals of many scenarios to the same 分", async () => {
  const scenarios = [publishedScenario, lower, publishedScenario];
  const [outcomes, totals] = [await engine.compare(scenarios), await engine.totals(scenarios)];
  expect(totals).toEqual(outcomes.map(({ sums }) => sums.total));
  expect(sumOf(totals[0]?.committed ?? new Map())).toBeGreaterThan(sumOf(totals[1]?.committed ?? new Map()));
});

it("awards as much in all as the total says, on both bases", async () => {
  for (const { awards, sums } of await engine.compare([publishedScenario, lower])) {
    const sum = (amounts: Float64Array): number => amounts.reduce((total, amount) => total + amount, 0);
    expect(sum(awards.planning)).toBe(sumOf(sums.total.committed));
    expect(sum(awards.statutory)).toBe(sumOf(sums.total.statutory));
  }
});

it("tells how far it is over all scenarios, and stops when asked", async () => {
  const done: number[] = [];
  await engine.totals([publishedScenario, lower], { onProgress: (progress) => done.push(progress.done) });
  expect([...done].sort((a, b) => a - b)).toEqual(done);
  const stopping = new AbortController();
  stopping.abort();
  await expect(engine.compare([publishedScenario], { signal: stopping.signal })).rejects.toThrow("abort");
});

it("refuses without a roster", async () => {
  await expect(createEngine(xicheng202371).compare([publishedScenario])).rejects.toThrow("no roster was loaded");
});
