import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { xicheng202371 as policy } from "../../rules/xicheng-2023-71/policy.ts";
import { parseScenario } from "../../src/core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { stressedScenario } from "../../src/core/policy/stressed-scenario.ts";
import { normalCdf, normalQuantile } from "../../src/core/simulation/normal.ts";
import { pairedDifference } from "../../src/core/simulation/paired-difference.ts";
import type { SimulatedFigures } from "../../src/core/simulation/simulated-figures.ts";
import { createEngine } from "../../src/engine/in-process.ts";

const caseOf = (id: string) => {
  const found = policy.stressCases.find((each) => each.id === id);
  if (!found) throw new Error(`the rule pack must have the case ${id}`);
  return found;
};

describe("the stress cases", () => {
  it.each(policy.stressCases)("$id stays within the bounds of its keys and departs from the policy", (each) => {
    const { values, readings } = each;
    const file = { format: "exposure-scenario/1", parameters: values, readings };
    expect(parseScenario(policy, JSON.stringify(file))).toMatchObject({ values, readings });
    const isDefault = ([name, option]: [string, string]) =>
      policy.readings.find((reading) => reading.name === name)?.options[0]?.value === option;
    const departs = Object.keys(values).length > 0 || !Object.entries(readings).every(isDefault);
    expect([departs, each.title.zh !== "", each.title.en !== "", each.source.zh !== ""]).toEqual(Array(4).fill(true));
  });

  it("open the listing window as a factor of +2 does", () => {
    const given = (chance: number): number =>
      normalCdf((normalQuantile(chance) + Math.sqrt(0.15) * 2) / Math.sqrt(0.85));
    const { values } = caseOf("listing-window");
    expect(values["sim.上市.年概率"]).toBeCloseTo(given(0.003), 3);
    expect(values["sim.新三板挂牌.年概率"]).toBeCloseTo(given(0.005), 3);
  });

  it("leave the rest of a scenario as it is", () => {
    const scenario: Scenario = {
      ...publishedScenario,
      values: { "m06.补助比例": 0.2 },
      budgets: { 2027: { total: 1 } },
    };
    expect(stressedScenario(scenario, caseOf("recession-3"))).toEqual({
      ...scenario,
      values: { "m06.补助比例": 0.2, "sim.违约代偿.年违约率": 0.03 },
    });
  });
});

describe("a roster in a stress case", () => {
  const engine = createEngine(policy);
  // many guarantees and a small pool, so that every case has something to move
  const scenario: Scenario = {
    ...publishedScenario,
    asOf: "2024-12-31",
    values: { "sim.新增担保.年件数": 200, "m14.资金池规模": 12_000_000 },
  };
  let base: SimulatedFigures;
  const figuresOf = (edited: Scenario) => engine.simulate({ scenario: edited, trials: 250, seed: 1 });
  const stressed = (id: string) => figuresOf(stressedScenario(scenario, caseOf(id)));
  const moved = (figures: SimulatedFigures): string[] =>
    policy.measures
      .filter(
        (_, index) => JSON.stringify(figures.measures[index]?.term) !== JSON.stringify(base.measures[index]?.term),
      )
      .map(({ id }) => id);
  const termOf = (figures: SimulatedFigures) => pairedDifference(figures.termByTrial, base.termByTrial);

  beforeAll(async () => {
    await engine.load(new Uint8Array(await readFile("samples/hand-check-30.xlsx")), "hand-check-30.xlsx");
    base = await figuresOf(scenario);
  }, 60_000);
  afterAll(() => engine.close());

  it("that changes nothing differs by exactly 0 in every trial", async () => {
    const again = await figuresOf(stressedScenario(scenario, { values: {}, readings: {} }));
    expect(termOf(again)).toEqual({ mean: 0, se: 0 });
    expect(again.termByTrial).toEqual(base.termByTrial);
  });

  it("of recession pays more guarantees, the deeper the more, and moves nothing else", async () => {
    const [mild, deep] = [await stressed("recession-3"), await stressed("recession-5")];
    expect([moved(mild), moved(deep)]).toEqual([["m14"], ["m14"]]);
    expect(termOf(mild).mean).toBeGreaterThan(0);
    expect(termOf(deep).mean).toBeGreaterThan(termOf(mild).mean);
    const dry = (figures: SimulatedFigures) => figures.pools[0]?.exhaustionProbability ?? 0;
    expect(dry(deep)).toBeGreaterThan(dry(base));
  });

  it("of passed reviews renews certificates for more money", async () => {
    const figures = await stressed("reviews-pass");
    expect(moved(figures)).toContain("m11b");
    expect(termOf(figures).mean).toBeGreaterThan(0);
  });

  it("of an open listing window lists more firms, and moves nothing else", async () => {
    const figures = await stressed("listing-window");
    expect(moved(figures)).toEqual(["m12a", "m12b"]);
    expect(termOf(figures).mean).toBeGreaterThan(0);
  });

  it("of a refilled pool pays no less in any trial, and moves nothing else", async () => {
    const figures = await stressed("pool-refilled");
    expect(moved(figures)).toEqual(["m14"]);
    expect(figures.termByTrial.every((amount, trial) => amount >= (base.termByTrial[trial] ?? 0))).toBe(true);
    expect(termOf(figures).mean).toBeGreaterThan(0);
  });

  it("of narrow readings pays no more in any trial", async () => {
    const figures = await stressed("narrow-readings");
    expect(figures.termByTrial.every((amount, trial) => amount <= (base.termByTrial[trial] ?? 0))).toBe(true);
    expect(termOf(figures).mean).toBeLessThan(0);
  });
});
