import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { keptText, restoredScenario } from "../../../src/app/state/kept-scenario.ts";
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
  };
  expect(restoredScenario(keptText(edited), xicheng202371)).toEqual(edited);
});

it("starts from the published policy when nothing was kept", () => {
  expect(restoredScenario(null, xicheng202371)).toEqual(publishedScenario);
});

it("leaves out unknown keys, values of another type or range, and unknown readings", () => {
  const values = { "m99.没有": 1, "m14.补偿比例": 1.5, "m14.单项上限": "很多" };
  const text = JSON.stringify({
    asOf: "2026-02-30",
    values,
    readings: { 资金池口径: "没有" },
    budgets: { 2027: { total: -1, departments: { 区发展改革委: "多" } }, 1999: { total: 5 } },
    trials: 0.5,
    seed: -1,
  });
  expect(restoredScenario(text, xicheng202371)).toEqual(publishedScenario);
});
