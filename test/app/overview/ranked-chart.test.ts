import { expect, it } from "vitest";
import { xicheng202371 } from "../../../rules/xicheng-2023-71/policy.ts";
import { palettes } from "../../../src/app/charts/palette.ts";
import { forgoneTable } from "../../../src/app/overview/forgone-table.ts";
import { gaugeOption } from "../../../src/app/overview/gauge-chart.ts";
import { asMarkup, rankedChartOption } from "../../../src/app/overview/ranked-chart.ts";
import { rankedMeasures, shareText } from "../../../src/app/overview/ranked-measures.ts";
import { sumsOf } from "../../../src/core/policy/totals.ts";

const cell = { department: "区发改委", year: 2024, binds: "cap" as const, statutory: 9, unverified: 0 };
const sums = sumsOf(xicheng202371, [
  { ...cell, measure: 1, committed: 5, forgone: 4 },
  { ...cell, measure: 2, committed: 8, forgone: 1 },
  { ...cell, measure: 2, committed: 0, statutory: 0, forgone: 7, binds: "topup" },
]);

it("ranks measures with money by what is committed", () => {
  expect(rankedMeasures(xicheng202371, sums).map(({ index, committed }) => [index, committed])).toEqual([
    [2, 8],
    [1, 5],
  ]);
  expect(shareText(5, 13)).toBe("38.5%");
  expect(shareText(5, 0)).toBe("–");
});

it("sets the statutory hairline at its amount and the figure beyond whatever reaches furthest", () => {
  const bar = { name: "甲", committed: 5, statutory: 9, unverified: 6, isSelected: true, told: ["甲"] };
  const option = rankedChartOption({ bars: [bar], unitName: "万元", reducedMotion: false }, palettes.light);
  expect(option.series).toMatchObject([
    { data: [{ value: 5 }] },
    { data: [6] },
    { data: [[9, 0]] },
    { data: [[11, 0]] },
  ]);
});

it("puts names into the tooltip as text", () => {
  expect(asMarkup("<img src=\"x\" onerror='y'>&")).toBe("&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;&amp;");
});

it("lists what each limit withholds and sums it both ways", () => {
  const table = forgoneTable(sums);
  expect(table.limits).toEqual(["cap", "topup"]);
  expect(table.rows).toEqual([
    { index: 2, cells: [1, 7], total: 8 },
    { index: 1, cells: [4, 0], total: 4 },
  ]);
  expect([table.sums, table.total]).toEqual([[5, 7], 12]);
});

it("draws the limit of a gauge in vermilion and leaves out parts of nothing", () => {
  const parts = [
    { name: "已付", kind: "done", value: 30 },
    { name: "余额", kind: "rest", value: 20 },
    { name: "未获补偿", kind: "beyond", value: 0 },
  ] as const;
  const option = gaugeOption(
    { parts, limit: { name: "规模", value: 50 }, unitName: "万元", reducedMotion: true },
    palettes.light,
  );
  expect(option.series).toMatchObject([
    { name: "已付", data: [30], markLine: { data: [{ xAxis: 50 }], lineStyle: { color: palettes.light.seal } } },
    { name: "余额", data: [20] },
  ]);
  expect(option.series).toHaveLength(2);
});
