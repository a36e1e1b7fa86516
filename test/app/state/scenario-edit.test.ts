import { describe, expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { parameterGroups } from "../../../src/app/parameters/parameter-groups.ts";
import { historyOf, recorded, redone, undone } from "../../../src/app/state/history.ts";
import { budgetOf } from "../../../src/core/policy/budget-place.ts";
import {
  editCount,
  readingOf,
  valueOf,
  withAsOf,
  withBudget,
  withReading,
  withValue,
} from "../../../src/app/state/scenario-edit.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const share = xicheng202371.parameters.find(({ key }) => key === "m14.补偿比例");
const pool = xicheng202371.readings.find(({ name }) => name === "资金池口径");
if (!share || !pool) throw new Error("the policy must have the rate and the reading of article 14");

describe("editing a scenario", () => {
  it("keeps only what differs from the published text", () => {
    const edited = withValue(publishedScenario, share, 0.4);
    expect(valueOf(edited, share)).toBe(0.4);
    expect(editCount(edited)).toBe(1);
    expect(withValue(edited, share, 0.3)).toEqual(publishedScenario);
  });

  it("takes the first option of a reading as the published one", () => {
    const edited = withReading(publishedScenario, pool, "每年新增");
    expect(readingOf(publishedScenario, pool)).toBe("一次性");
    expect(readingOf(edited, pool)).toBe("每年新增");
    expect(withReading(edited, pool, "一次性")).toEqual(publishedScenario);
  });

  it("sets the as-of date and leaves no trace of it when it is left to the roster again", () => {
    const dated = withAsOf(publishedScenario, "2026-03-31");
    expect(dated.asOf).toBe("2026-03-31");
    expect(withAsOf(dated, "2026-03-31")).toBe(dated);
    expect(withAsOf(dated, undefined)).toEqual(publishedScenario);
    expect(editCount(dated)).toBe(0);
  });

  it("sets budgets of a year and of its departments, and leaves no trace of those taken away", () => {
    const department = "区发展改革委";
    const whole = withBudget(publishedScenario, { year: 2027 }, 3e7);
    const both = withBudget(whole, { year: 2027, department }, 0);
    expect(both.budgets).toEqual({ 2027: { total: 3e7, departments: { [department]: 0 } } });
    expect([budgetOf(both, { year: 2027 }), budgetOf(both, { year: 2027, department })]).toEqual([3e7, 0]);
    expect(withBudget(both, { year: 2027, department }, undefined)).toEqual(whole);
    expect(withBudget(whole, { year: 2027 }, undefined)).toEqual(publishedScenario);
    expect(editCount(both)).toBe(0);
  });

  it("undoes to the very same scenario and does it again", () => {
    const edited = withValue(publishedScenario, share, 0.4);
    const history = recorded(historyOf(publishedScenario), edited);
    expect(undone(history).present).toBe(publishedScenario);
    expect(redone(undone(history)).present).toBe(edited);
  });

  it("stays where it is when there is nothing to undo or redo", () => {
    const history = historyOf(publishedScenario);
    expect(undone(history)).toBe(history);
    expect(redone(history)).toBe(history);
  });
});

describe("the drawer's groups", () => {
  it("hold every parameter of the recorded part and every reading once", () => {
    const groups = parameterGroups(xicheng202371, "");
    const keys = groups.flatMap(({ parameters }) => parameters.map(({ key }) => key));
    const wanted = xicheng202371.parameters.filter(({ space }) => space !== "simulation").map(({ key }) => key);
    expect(keys.sort()).toEqual(wanted.sort());
    expect(groups.flatMap(({ readings }) => readings)).toHaveLength(xicheng202371.readings.length);
  });

  it("find by label and by key", () => {
    expect(parameterGroups(xicheng202371, "资金池规模").map(({ article }) => article)).toEqual([14]);
  });
});
