import { expect, it } from "vitest";
import { xicheng202371 } from "../../../../rules/xicheng-2023-71/policy.ts";
import { changesBetween, scenariosBySubset, scenariosInOrder } from "../../../../src/core/policy/compare/changes.ts";
import { publishedScenario, type Scenario } from "../../../../src/core/policy/scenario.ts";

const from: Scenario = { ...publishedScenario, values: { "m09.配套比例": 0.2, "m06.补助比例": 0.25 } };
const to: Scenario = {
  ...publishedScenario,
  asOf: "2026-03-31",
  values: { "m14.补偿比例": 0.4, "m06.补助比例": 0.25, "m05a.补助比例": 0.3 },
  readings: { 资金池口径: "年度补足" },
};
const changes = changesBetween(xicheng202371, from, to);

it("lists what differs in the order made: values, what goes back to the text, readings, the day", () => {
  const named = changes.map((change) => [
    change.kind === "value" ? change.parameter.key : change.kind === "reading" ? change.reading.name : "asOf",
    change.from,
    change.to,
  ]);
  expect(named).toEqual([
    ["m14.补偿比例", 0.3, 0.4],
    ["m09.配套比例", 0.2, 0.1],
    ["资金池口径", "一次性", "年度补足"],
    ["asOf", undefined, "2026-03-31"],
  ]);
});

it("finds no change between a scenario and itself, budgets and trials apart", () => {
  const planned = { ...to, budgets: { 2027: { total: 1 } }, trials: 500, seed: 9 };
  expect(changesBetween(xicheng202371, to, planned)).toEqual([]);
});

it("arrives at the other scenario once all changes are made, step by step or as a subset", () => {
  for (const scenarios of [scenariosInOrder(from, changes), scenariosBySubset(from, changes)]) {
    const last = scenarios.at(-1);
    if (!last) throw new Error("there must be scenarios");
    expect(scenarios[0]).toEqual(from);
    expect(changesBetween(xicheng202371, to, last)).toEqual([]);
  }
});

it("makes the change i in the subsets whose bit i is set", () => {
  const subsets = scenariosBySubset(from, changes);
  expect(subsets).toHaveLength(16);
  expect(subsets[0b0101]).toEqual({
    ...from,
    values: { ...from.values, "m14.补偿比例": 0.4 },
    readings: { 资金池口径: "年度补足" },
  });
});
