import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { restoredScenario } from "../../../src/app/state/kept-scenario.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";

it("restores the edits of an earlier visit exactly", () => {
  const edited = {
    ...publishedScenario,
    asOf: "2026-03-31",
    values: { "m14.补偿比例": 0.4 },
    readings: { 资金池口径: "每年新增" },
    budgets: { 2027: { total: 3e7, departments: { 区发展改革委: 1e6 } }, 2028: { departments: { 区发展改革委: 0 } } },
    trials: 2500,
    seed: 7,
    grounds: { "m14.补偿比例": { reason: "鼓励担保机构", document: "西财发〔2026〕8号" } },
  };
  expect(restoredScenario(edited, xicheng202371)).toEqual(edited);
});

it("keeps edits in the order in which they were made", () => {
  const values = { "m14.补偿比例": 0.4, "m06.补助比例": 0.2, "m05a.补助比例": 0.1 };
  expect(Object.keys(restoredScenario({ values }, xicheng202371).values)).toEqual(Object.keys(values));
});

it("leaves out unknown keys, values of another type or range, and unknown readings", () => {
  const values = { "m99.没有": 1, "m14.补偿比例": 1.5, "m14.单项上限": "很多" };
  const kept = {
    asOf: "2026-02-30",
    values,
    readings: { 资金池口径: "没有" },
    budgets: { 2027: { total: -1, departments: { 区发展改革委: "多" } }, 1999: { total: 5 } },
    trials: 0.5,
    seed: -1,
    grounds: { "m14.补偿比例": { reason: 5 } },
  };
  expect(restoredScenario(kept, xicheng202371)).toEqual(publishedScenario);
});
