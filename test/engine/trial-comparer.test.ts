import { readFile } from "node:fs/promises";
import { beforeAll, expect, it } from "vitest";
import { parseScenario } from "../../src/core/policy/scenario-file.ts";
import { publishedScenario, type Scenario } from "../../src/core/policy/scenario.ts";
import { createEngine } from "../../src/engine/in-process.ts";
import { xicheng202371 } from "../../rules/xicheng-2023-71/policy.ts";

const engine = createEngine(xicheng202371);
const halved: Scenario = { ...publishedScenario, values: { "m06.补助比例": 0.15 } };
const run = { trials: 500, seed: 7 };

beforeAll(async () => {
  const bytes = new Uint8Array(await readFile("samples/hand-check-30.xlsx"));
  expect(await engine.load(bytes, "hand-check-30.xlsx")).not.toHaveProperty("refused");
});

it("gives each scenario the figures of a simulation of its own, and the baseline no difference from itself", async () => {
  const scenarios = [publishedScenario, halved];
  const compared = await engine.compareTrials({ scenarios, ...run });
  for (const [at, scenario] of scenarios.entries())
    expect(compared[at]?.figures).toEqual(await engine.simulate({ scenario, ...run }));
  expect(compared[0]?.difference.total.term).toMatchObject({ mean: 0, se: 0 });
});

it("differs by what the scenario moves, in its measure alone, with an interval that holds the difference", async () => {
  const [base, changed] = await engine.compareTrials({ scenarios: [publishedScenario, halved], ...run });
  const { total, measures } = changed?.difference ?? { measures: new Map(), total: undefined };
  expect(total?.term.mean).toBeLessThan(0);
  expect(total?.term.mean).toBeCloseTo(
    (changed?.figures.total.term.mean ?? 0) - (base?.figures.total.term.mean ?? 0),
    3,
  );
  const moved = [...measures].filter(([, { term }]) => term.mean !== 0 || term.se !== 0).map(([id]) => id);
  expect(moved).toEqual(["m06"]);
});

it("lines up measures by id where one scenario adds some", async () => {
  const measure = {
    id: "x01",
    article: 32,
    label: "示例",
    departments: ["示例部门"],
    table: "enterprises",
    triggers: [{ id: "on", label: "挂牌", date: "新三板挂牌日期" }],
    gross: "1000+0*已获同类补助",
  };
  const added = parseScenario(xicheng202371, JSON.stringify({ format: "exposure-scenario/1", added: [{ measure }] }));
  const [, changed] = await engine.compareTrials({ scenarios: [publishedScenario, added], ...run });
  expect(changed?.difference.measures.get("x01")?.term.mean).toBeGreaterThan(0);
  const [, taken] = await engine.compareTrials({ scenarios: [added, publishedScenario], ...run });
  expect(taken?.difference.measures.get("x01")?.term.mean).toBe(
    -(changed?.difference.measures.get("x01")?.term.mean ?? 0),
  );
});

it("tells how far it is over all scenarios, and stops when asked", async () => {
  const done: number[] = [];
  const request = { scenarios: [publishedScenario, halved, publishedScenario], ...run };
  await engine.compareTrials(request, { onProgress: (progress) => done.push(progress.done) });
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
  expect(done.at(-1)).toBeGreaterThan(0.6);
  const stopping = new AbortController();
  stopping.abort();
  await expect(engine.compareTrials(request, { signal: stopping.signal })).rejects.toThrow("abort");
  await expect(engine.compareTrials({ ...request, trials: 0 })).rejects.toThrow(RangeError);
});
