import { expect, test } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { demoDistrict } from "../../../samples/demo-district.ts";
import { writeSheets } from "../../../samples/write-sheets.ts";
import { publishedScenario } from "../../../src/core/policy/scenario.ts";
import { sortedBars, swingOf, tornado } from "../../../src/core/simulation/tornado.ts";
import { createEngine } from "../../../src/engine/in-process.ts";

const { parameters, assumptionRanges } = xicheng202371;

test.each(assumptionRanges)("the range of $key lies within its bounds, around its value, in order", (range) => {
  const parameter = parameters.find(({ key }) => key === range.key);
  expect(parameter?.space).not.toBe("parameter");
  expect(range.p10).toBeGreaterThanOrEqual(parameter?.minimum ?? Infinity);
  expect(range.p90).toBeLessThanOrEqual(parameter?.maximum ?? -Infinity);
  expect(range.p10).toBeLessThan(Number(parameter?.value));
  expect(range.p90).toBeGreaterThan(Number(parameter?.value));
});

test("an assumption at its own value moves nothing in any trial; bars go by what they move, widest first", async () => {
  const engine = createEngine(xicheng202371);
  const file = await writeSheets(
    "名册",
    demoDistrict().map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 40) })),
  );
  await engine.load(file, "名册.xlsx");
  const range = { source: { zh: "", en: "" }, rating: "E" as const };
  const ranges = [
    { key: "sim.申领率.m06", p10: 0.6, p90: 0.6, ...range },
    { key: "m05a.核定系数", p10: 0.8, p90: 0.81, ...range },
    { key: "m06.核定系数", p10: 0.1, p90: 1, ...range },
  ];
  const figures = [{ kind: "mean" }, { kind: "p95" }] as const;
  const result = await tornado(publishedScenario, ranges, figures, (scenario) =>
    engine.simulate({ scenario, trials: 250, seed: 2 }),
  );
  const [still, , wide] = result.bars;
  expect([still?.low, still?.high].map((end) => end?.difference)).toEqual([
    { mean: 0, se: 0 },
    { mean: 0, se: 0 },
  ]);
  expect(still?.low.figures).toEqual(result.base);
  expect(wide?.high.difference.mean).toBeCloseTo((wide?.high.figures[0]?.value ?? 0) - (result.base[0]?.value ?? 0), 2);
  const sorted = sortedBars(result, 0);
  expect(sorted[0]?.range.key).toBe("m06.核定系数");
  expect(sorted.map((bar) => swingOf(bar, 0))).toEqual(sorted.map((bar) => swingOf(bar, 0)).toSorted((a, b) => b - a));
});
