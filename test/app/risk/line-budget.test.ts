import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { lineBudget, termYears } from "../../../src/app/risk/line-budget.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

const years = termYears(xicheng202371);
const line = { overBudget: new Map([[2027, 0.25]]), overBudgets: 0.5 };
const scenario = { ...publishedScenario, budgets: { 2027: { total: 100.5, departments: { 区文旅局: 7 } } } };
const of = (edited: typeof scenario, period: number | "term", department?: string) =>
  lineBudget(xicheng202371, edited, line, department, period);

it("has the budget of a year in 分 with the chance of passing it, of the total or of a department", () => {
  expect(years).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
  expect(of(scenario, 2027)).toEqual({ budget: 10_050, over: 0.25 });
  expect(of(scenario, 2027, "区文旅局")).toEqual({ budget: 700, over: 0.25 });
  expect(of(scenario, 2026)).toBeUndefined();
});

it("has a budget of the term only where every year of it has one", () => {
  expect(of(scenario, "term")).toBeUndefined();
  const all = Object.fromEntries(years.map((year) => [year, { total: 10, departments: {} }]));
  expect(of({ ...scenario, budgets: all as typeof scenario.budgets }, "term")).toEqual({ budget: 6000, over: 0.5 });
});

it("says nothing of budgets that the simulation has not seen", () => {
  expect(lineBudget(xicheng202371, scenario, undefined, undefined, 2027)).toBeUndefined();
});
