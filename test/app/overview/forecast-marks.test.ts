import fc from "fast-check";
import { expect, it } from "vitest";
import { openYears, selectedLine } from "../../../src/app/overview/forecast-marks.ts";
import { scenarioOf } from "../../core/policy/evaluate-rows.ts";
import { randomSheets } from "../../core/policy/random-roster.ts";
import { collect, figuresOf, forecastRows } from "../../core/simulation/simulate-rows.ts";

it("marks the years that trials tell apart, of the total or of the measure that the bars are narrowed to", () => {
  const [sheets = {}] = fc.sample(randomSheets, { seed: 20230529, numRuns: 1 });
  const run = forecastRows(sheets, scenarioOf());
  const figures = figuresOf(run, collect(run, 250));
  expect(selectedLine(figures, { year: 2027, department: "区发展改革委" })).toBe(figures.total);
  expect(selectedLine(figures, { measure: 1 })).toBe(figures.measures[1]);
  expect(selectedLine(figures, { measure: 1, binds: "cap" })).toBeUndefined();
  expect(selectedLine(undefined, {})).toBeUndefined();
  expect(openYears(figures.total, [2023, 2027, 2099], ({ p95 }) => p95)).toEqual([
    Number.NaN,
    figures.total.byYear.get(2027)?.p95,
    Number.NaN,
  ]);
});
