import { expect, it } from "vitest";
import { pairedOption } from "../../../src/app/scenarios/paired-chart.ts";
import { pairedCells, pairedRows } from "../../../src/app/scenarios/paired-rows.ts";
import { palettes } from "../../../src/app/charts/palette.ts";
import type { PairedFigures, PairedLines, PairedSpread } from "../../../src/core/simulation/paired-lines.ts";

const none = { value: 0, low: 0, high: 0 };
const unmoved: PairedFigures = { mean: 0, se: 0, p50: none, p95: none };
const moved: PairedFigures = {
  mean: -1000,
  se: 100,
  p50: { value: -900, low: -1100, high: -700 },
  p95: { value: -3000, low: Number.NaN, high: Number.NaN },
};
const spread = (term: PairedFigures, byYear: readonly (readonly [number, PairedFigures])[] = []): PairedSpread => ({
  byYear: new Map(byYear),
  term,
  tail: unmoved,
});
const lines: PairedLines = {
  total: spread(moved, [
    [2027, unmoved],
    [2028, moved],
    [2029, moved],
  ]),
  measures: new Map([
    ["a", spread(moved)],
    ["b", spread(unmoved)],
  ]),
  departments: new Map([["甲局", spread(moved)]]),
};
const labels = { measure: (id: string) => `措施 ${id}`, department: (name: string) => name, tail: "期后" };

it("lists every year of the term, and of measures and departments those that move", () => {
  expect(pairedRows(lines, "year", 2028, labels).map(({ label }) => label)).toEqual(["2027", "2028"]);
  expect(pairedRows(lines, "measure", 2028, labels).map(({ label }) => label)).toEqual(["措施 a"]);
  expect(pairedRows(lines, "department", 2028, labels).map(({ label }) => label)).toEqual(["甲局"]);
});

it("gives each figure with its interval in whole 分, and nothing where there is none", () => {
  expect(pairedCells(moved)).toEqual([-1000, -1196, -804, -900, -1100, -700, -3000, Number.NaN, Number.NaN]);
  expect(pairedCells(unmoved)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

it("draws a line over each interval, and none where every trial moves alike", () => {
  const bars = [
    { name: "a", mean: -10, low: -12, high: -8 },
    { name: "b", mean: 0, low: 0, high: 0 },
  ];
  const option = pairedOption({ bars, unitName: "万元", reducedMotion: true }, palettes.light);
  expect(option.series).toMatchObject([{ markLine: { data: [[{ coord: [-12, 0] }, { coord: [-8, 0] }]] } }]);
});
