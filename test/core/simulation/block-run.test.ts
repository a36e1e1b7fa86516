import { beforeAll, describe, expect, test } from "vitest";
import { evaluateRoster } from "../../../src/core/policy/evaluate.ts";
import type { Parameter, ParameterValue } from "../../../src/core/policy/policy.ts";
import { preparePolicy } from "../../../src/core/policy/prepare.ts";
import { publishedScenario, type Scenario } from "../../../src/core/policy/scenario.ts";
import type { Roster } from "../../../src/core/roster/roster.ts";
import type { BlockRecord } from "../../../src/core/simulation/block-record.ts";
import { BlockRun } from "../../../src/core/simulation/block-run.ts";
import { repricedMeasures } from "../../../src/core/simulation/scenario-change.ts";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { sampleRoster } from "../../support/sample-roster.ts";

const prepared = preparePolicy(xicheng202371);
const shared = { "m04.年度额度": 500_000 };
let roster: Roster;
let first: BlockRun;

beforeAll(async () => {
  roster = await sampleRoster("hand-check-30.xlsx");
  first = runOf(under(shared));
  first.record(0);
});

function runOf(scenario: Scenario, before?: BlockRun): BlockRun {
  const evaluation = evaluateRoster(prepared, roster, scenario);
  return new BlockRun(prepared, roster, { scenario, evaluation, seed: 5 }, before);
}

/** Rows in the order of their keys, so that records compare. */
const ordered = ({ rows, tail, bounds, ...record }: BlockRecord) => ({
  ...record,
  keyed: [rows, tail, bounds].map((map) => [...map].sort(([a], [b]) => a - b)),
});

/** Another value within the bounds. */
function otherThan({ type, value, minimum = 0, maximum = 1e12 }: Parameter): ParameterValue {
  if (type === "date") return "2021-01-01";
  if (type === "shares") return Array.isArray(value) ? [0.5, 0.5] : [0.25, 0.75];
  if (value === null) return type === "count" ? 3 : 1_000_000;
  const now = Number(value);
  const less = type === "count" ? Math.floor(now / 2) : now / 2;
  return less !== now && less >= minimum ? less : Math.min(maximum, now + 1);
}

const isHazard = ({ key }: Parameter): boolean => key.startsWith("sim.") && !key.startsWith("sim.申领率");
const prices = xicheng202371.parameters.filter((parameter) => !isHazard(parameter));
const under = (values: Scenario["values"]): Scenario => ({ ...publishedScenario, values });

describe("a run after another one", () => {
  test.each(prices.map((parameter) => [parameter.key, parameter] as const))(
    "that changes %s has the bits of a fresh run",
    (key, parameter) => {
      const scenario = under({ ...shared, [key]: otherThan(parameter) });
      expect(ordered(runOf(scenario, first).record(0))).toEqual(ordered(runOf(scenario).record(0)));
    },
  );

  test.each(xicheng202371.readings.map(({ name, options }) => [name, options.at(-1)?.value ?? ""] as const))(
    "that reads %s as %s has the bits of a fresh run",
    (name, value) => {
      const scenario: Scenario = { ...under(shared), readings: { [name]: value } };
      expect(ordered(runOf(scenario, first).record(0))).toEqual(ordered(runOf(scenario).record(0)));
    },
  );

  test.each([
    ["m10.档次金额.市级专精特新", [400_000, 100_000, 150_000, 3_000_000, 120_000]],
    ["m06.补助比例", [0.2, 0.25, 0.1]],
    ["m14.单项上限", [500_000, 2_000_000]],
    ["sim.申领率.m10", [0.5, 0.9, 1]],
  ])("and another one that moves %s again and again has the bits of a fresh run", (key, values) => {
    let before = first;
    for (const value of values) {
      const scenario = under({ ...shared, [key]: value });
      before = runOf(scenario, before);
      expect(ordered(before.record(0))).toEqual(ordered(runOf(scenario).record(0)));
    }
  });

  test("prices each block from the scenario it was priced under last", () => {
    const [a, b] = [
      under({ "m06.补助比例": 0.2 }),
      under({ "m06.补助比例": 0.2, "m10.档次金额.市级专精特新": 50_000 }),
    ];
    const published = runOf(publishedScenario);
    for (const block of [0, 1]) published.record(block);
    const second = runOf(a, published);
    second.record(1);
    const [third, fresh] = [runOf(b, second), runOf(b)];
    for (const block of [0, 1, 2]) expect(ordered(third.record(block))).toEqual(ordered(fresh.record(block)));
  });
});

test("hazards, the as-of day and a date that ends a process are no prices", () => {
  const changes: Scenario[] = [
    under({ "sim.迁出.年概率": 0.5 }),
    under({ "m09.市级政策截止": "2027-12-31" }),
    { ...publishedScenario, asOf: "2026-01-31" },
  ];
  for (const scenario of changes) expect(repricedMeasures(prepared, publishedScenario, scenario)).toBeUndefined();
});

test("a rate concerns its measure, a first award the one that follows it, a budget none", () => {
  const ids = (scenario: Scenario) =>
    [...(repricedMeasures(prepared, publishedScenario, scenario) ?? [])].map(
      (index) => prepared.measures[index]?.measure.id,
    );
  expect(ids(under({ "m05b.补助比例": 0.1 }))).toEqual(expect.arrayContaining(["m05b"]));
  expect(ids(under({ "m05b.补助比例": 0.1 }))).not.toContain("m10");
  expect(ids(under({ "m11a.奖励金额": 1 }))).toEqual(expect.arrayContaining(["m11a", "m11b"]));
  expect(ids({ ...publishedScenario, budgets: { "2027": { total: 1 } } })).toEqual([]);
});
